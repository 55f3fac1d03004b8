//! Reports that are told in much the same words.
//!
//! Of each report's words the least of 48 hashes is kept (min-hashing: Broder 1997, "On the resemblance
//! and containment of documents"), 16 bits of each (Li and König 2010, "b-bit minwise hashing"): the
//! share of hashes that two reports have in common estimates the share of words. Reports go by once,
//! the fullest first; each joins the group whose first report is most like it, found by bands of
//! hashes, or begins one. So many reports take so many steps, whatever they say.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::stories::Told;
use super::words::words;
use crate::patterns::MINIMUM;
use crate::patterns::fact::{says_something, sure, technologies};
use crate::patterns::table::Rank;
use crate::report::{PublicReport, Report, ReportId, Slug};
use crate::taxonomy::ListId;

/// Hashes of a signature.
const HASHES: usize = 48;
/// Hashes of a band: two reports are compared if one band is the same.
const BAND: usize = 3;
/// First reports of groups that share a band.
const CROWD: usize = 64;
/// Words of the shortest report that is looked at.
const SHORTEST: usize = 40;
/// Hashes in common from which two reports are much alike.
const ALIKE: usize = 18;
/// Groups that are kept.
const MOST: usize = 200;
/// Words of a label.
const LABEL: usize = 6;
/// Letters of the shortest word of a label.
const LETTERS: usize = 5;

/// What remains of a report's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Signature([u16; HASHES]);

impl Signature {
    /// `None` of a report with too few words to say that another is like it.
    pub(super) fn of<T: AsRef<str>>(report: &Report<T>) -> Option<Self> {
        let mut least = [u64::MAX; HASHES];
        let words = words(report);
        if words.len() < SHORTEST {
            return None;
        }
        for word in &words {
            let hash = fnv(word.as_bytes());
            for (seed, least) in (1_u64..).zip(&mut least) {
                *least = (*least).min(mixed(hash ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15)));
            }
        }
        let low = |hash: u64| u16::try_from(hash & 0xffff).unwrap_or_default();
        Some(Self(least.map(low)))
    }

    fn in_common(&self, other: &Self) -> usize {
        let both = self.0.iter().zip(&other.0);
        both.filter(|(one, other)| one == other).count()
    }
}

/// FNV-1a.
fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The finaliser of `SplitMix64` (Steele, Lea and Flood 2014).
fn mixed(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

/// Reports that are told in much the same words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// The reports, the fullest first: [`MINIMUM`] or more.
    pub reports: Vec<ReportId>,
    /// The share of words that the least alike has in common with the first, about, in per cent.
    pub alike: u8,
    /// What they have in common.
    pub label: Label,
}

/// What reports have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// Technologies that took part in most of them.
    pub technologies: Vec<Slug>,
    /// Failure modes of most of them.
    pub modes: Vec<Slug>,
    /// Words that stand in most of them.
    pub words: Vec<String>,
}

/// A group by its first report.
struct Group<'a> {
    first: &'a Signature,
    members: Vec<ReportId>,
    least: usize,
}

/// Groups of enough reports, the largest first.
pub(super) fn clusters<'a>(told: impl Iterator<Item = &'a Told>) -> Vec<Cluster> {
    let signed = told.filter_map(|told| Some((told.rank, told.signature.as_ref()?)));
    let mut signed: Vec<(Rank, &Signature)> = signed.collect();
    signed.sort_unstable_by_key(|(rank, _)| *rank);
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut bands: FxHashMap<(usize, &[u16]), Vec<usize>> = FxHashMap::default();
    for ((_, id), signature) in signed {
        let keys = || signature.0.chunks_exact(BAND).enumerate();
        let near: BTreeSet<usize> = keys()
            .filter_map(|key| bands.get(&key))
            .flatten()
            .copied()
            .collect();
        let mut best: Option<(usize, usize)> = None;
        for at in near {
            let common = groups
                .get(at)
                .map_or(0, |group| group.first.in_common(signature));
            if common >= ALIKE && best.is_none_or(|(most, _)| common > most) {
                best = Some((common, at));
            }
        }
        if let Some((common, group)) =
            best.and_then(|(common, at)| Some((common, groups.get_mut(at)?)))
        {
            group.members.push(id);
            group.least = group.least.min(common);
            continue;
        }
        for key in keys() {
            let band = bands.entry(key).or_default();
            if band.len() < CROWD {
                band.push(groups.len());
            }
        }
        groups.push(Group {
            first: signature,
            members: vec![id],
            least: HASHES,
        });
    }
    groups.retain(|group| group.members.len() >= MINIMUM);
    groups.sort_by_key(|group| std::cmp::Reverse(group.members.len()));
    groups.truncate(MOST);
    let cluster = |group: Group<'_>| Cluster {
        reports: group.members,
        alike: u8::try_from(group.least * 100 / HASHES).unwrap_or(100),
        label: Label::default(),
    };
    groups.into_iter().map(cluster).collect()
}

impl Label {
    /// What stands in two of three of these reports, and in no fewer than [`MINIMUM`].
    pub fn of<'a, T: AsRef<str> + 'a>(
        reports: impl IntoIterator<Item = &'a PublicReport<T>>,
    ) -> Self {
        let (mut total, mut used, mut modes, mut said) =
            (0_usize, BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for public in reports {
            total += 1;
            let report = &public.report;
            let each: BTreeSet<&Slug> = technologies(report).collect();
            for slug in each {
                *used.entry(slug.clone()).or_insert(0) += 1;
            }
            let modes_of_it = sure(&report.failure_modes);
            let each: BTreeSet<&Slug> = modes_of_it
                .filter(|mode| says_something(ListId::FailureModes, mode))
                .collect();
            for slug in each {
                *modes.entry(slug.clone()).or_insert(0) += 1;
            }
            for word in words(report) {
                *said.entry(word).or_insert(0) += 1;
            }
        }
        let least = MINIMUM.max((2 * total).div_ceil(3));
        let mut common: Vec<(String, usize)> = said.into_iter().collect();
        common.retain(|(word, reports)| *reports >= least && word.chars().count() >= LETTERS);
        common.sort_by_key(|(word, reports)| std::cmp::Reverse((*reports, word.chars().count())));
        Self {
            technologies: most(used, least),
            modes: most(modes, least),
            words: common
                .into_iter()
                .take(LABEL)
                .map(|(word, _)| word)
                .collect(),
        }
    }
}

fn most(counts: BTreeMap<Slug, usize>, least: usize) -> Vec<Slug> {
    let most = counts.into_iter().filter(|(_, reports)| *reports >= least);
    most.map(|(slug, _)| slug).collect()
}
