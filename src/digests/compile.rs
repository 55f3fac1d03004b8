//! An issue out of published reports.

use crate::anonymise::RedactedText;
use crate::patterns::{BIAS, Counts, ModeProfile, Tally, TechnologyProfile};
use crate::report::{Period, Slug};
use crate::taxonomy::{ListId, Taxonomy};

use super::case::Common;
use super::trend::Share;
use super::{
    Background, Digest, HelpedLine, IntakeNumbers, MitigationLine, PatternLine, Published,
    StackLine, Term, Trend, actions, choose, terms,
};

const LINES: usize = 10;
const HELPED_LINES: usize = 8;
const BESIDE: usize = 3;
/// Reports it takes to say that two codes were seen together.
const TOGETHER: u32 = 2;

const HOW_MADE: &str = "A program compiled this issue from the published reports of the period. \
Stories are told in the reporters' own sentences, chosen and shortened but not reworded; short \
sentences and lists come from the codes of the reports. Names, places, dates and exact counts were \
taken out before anything was kept, and stand as words in square brackets. The same reports give \
the same issue.";

impl Digest<RedactedText> {
    /// Compiles the issue of a period from the reports published in it (others are left out) and
    /// the counts of what was published before.
    ///
    /// Deterministic, whatever the order of the reports.
    pub fn compile(
        period: Period,
        published: &[Published],
        background: &Background,
        intake: IntakeNumbers,
        taxonomy: &Taxonomy,
    ) -> Self {
        let mut published: Vec<_> = published
            .iter()
            .filter(|public| period.contains(public.published))
            .collect();
        published.sort_by_key(|public| public.id);
        let counts = Counts::of(published.iter().copied());
        let (retellings, case) =
            choose::stories(taxonomy, &published, &common(&counts, background));
        let samples = published.iter().filter(|public| public.sample).count();
        Self {
            period,
            reports: counts.reports,
            samples: u32::try_from(samples).unwrap_or(u32::MAX),
            intake: intake.into(),
            by_stack: by_stack(taxonomy, &published, &counts, background),
            patterns: patterns(taxonomy, &published, &counts, background),
            retellings,
            helped: helped(taxonomy, &counts),
            mitigations: mitigations(taxonomy, &counts),
            actions: actions::worth_copying(taxonomy, &published, &counts),
            case,
            bias: BIAS.to_owned(),
            how_made: HOW_MADE.to_owned(),
        }
    }
}

fn common(counts: &Counts, background: &Background) -> Common {
    let now = counts.mitigations();
    let ever = background.ever().mitigations();
    Common(now.into_iter().chain(ever).map(|line| line.code).collect())
}

fn by_stack(
    taxonomy: &Taxonomy,
    published: &[&Published],
    counts: &Counts,
    background: &Background,
) -> Vec<StackLine> {
    named(&counts.technologies, LINES)
        .map(|(slug, new)| StackLine {
            total: new + background.ever().technologies.get(&slug),
            modes: modes_with(taxonomy, published, &slug),
            technology: terms::technology(taxonomy, &slug),
            new,
        })
        .collect()
}

fn patterns(
    taxonomy: &Taxonomy,
    published: &[&Published],
    counts: &Counts,
    background: &Background,
) -> Vec<PatternLine> {
    named(&counts.failure_modes, LINES)
        .map(|(slug, new)| {
            let before = background.before().failure_modes.get(&slug);
            let ever = background.ever().failure_modes.get(&slug);
            PatternLine {
                mode: terms::term(taxonomy, ListId::FailureModes, &slug),
                new,
                before,
                total: new + ever,
                trend: Trend::of(
                    Share {
                        showing: new,
                        of: counts.reports,
                    },
                    Share {
                        showing: before,
                        of: background.before().reports,
                    },
                    Share {
                        showing: ever,
                        of: background.ever().reports,
                    },
                ),
                technologies: technologies_with(taxonomy, published, &slug),
            }
        })
        .collect()
}

fn modes_with(taxonomy: &Taxonomy, published: &[&Published], technology: &Slug) -> Vec<Term> {
    let profile = TechnologyProfile::of(technology, published.iter().copied());
    named(&profile.counts.failure_modes, BESIDE)
        .filter(|(_, reports)| *reports >= TOGETHER)
        .map(|(slug, _)| terms::term(taxonomy, ListId::FailureModes, &slug))
        .collect()
}

fn technologies_with(taxonomy: &Taxonomy, published: &[&Published], mode: &Slug) -> Vec<Term> {
    let profile = ModeProfile::of(mode, published.iter().copied());
    named(&profile.counts.technologies, BESIDE)
        .filter(|(_, reports)| *reports >= TOGETHER)
        .map(|(slug, _)| terms::technology(taxonomy, &slug))
        .collect()
}

/// The first lines of a tally, without what its list does not have.
fn named(tally: &Tally, most: usize) -> impl Iterator<Item = (Slug, u32)> {
    tally
        .ranked()
        .into_iter()
        .filter(|line| line.code.as_str() != "other")
        .take(most)
        .map(|line| (line.code, line.reports))
}

fn helped(taxonomy: &Taxonomy, counts: &Counts) -> Vec<HelpedLine> {
    named(&counts.helped, HELPED_LINES)
        .map(|(slug, reports)| HelpedLine {
            what: terms::term(taxonomy, ListId::Helped, &slug),
            reports,
        })
        .collect()
}

fn mitigations(taxonomy: &Taxonomy, counts: &Counts) -> Vec<MitigationLine> {
    counts
        .mitigations()
        .into_iter()
        .filter(|line| line.code.as_str() != "other")
        .take(HELPED_LINES)
        .map(|line| MitigationLine {
            what: terms::term(taxonomy, ListId::Mitigations, &line.code),
            tried: line.effects.reports,
            worked: line.effects.worked,
            partly: line.effects.partly,
            no_effect: line.effects.no_effect,
            made_worse: line.effects.made_worse,
        })
        .collect()
}
