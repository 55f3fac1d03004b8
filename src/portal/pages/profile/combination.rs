//! Codes that come together: how it goes where all of them meet.

use super::parts::Parts;
use super::{Beside, Block, ProfilePage, Questions, questions};
use crate::patterns::CombinationProfile;
use crate::portal::view::{Part, part, times};
use crate::portal::{Labels, Layout, Phrase, Said, Section, paths};

impl ProfilePage {
    /// The page of a combination.
    pub fn combination(layout: Layout, profile: &CombinationProfile, beside: Beside) -> Self {
        let labels = Labels::builtin();
        let facts = profile.facts.iter();
        let parts_of: Vec<Part> = facts.map(|fact| part(fact, labels)).collect();
        let heading = Phrase::Plus(parts_of.iter().map(Part::phrase).collect());
        let keys: Vec<&str> = parts_of
            .iter()
            .filter_map(|part| part.key.as_deref())
            .collect();
        let queries: Option<Vec<&str>> = parts_of.iter().map(Part::query).collect();
        let within = queries.map(|all| all.join(" AND ")).unwrap_or_default();
        let counts = &profile.counts;
        let few = !profile.enough();
        let found = beside.mined.combinations.iter();
        let mut found = found.filter(|found| found.items == profile.facts && !few);
        let standfirst = found.next().map_or_else(Said::default, |found| {
            say!("profile-in-the-same-reports", times = times(found.lift))
        });
        let parts = Parts {
            counts,
            within: within.clone(),
            labels,
        };
        let mut blocks = if few { Vec::new() } else { parts.lesson() };
        blocks.push(Block::Questions(Questions {
            asked: questions::about(
                String::new(),
                means(&parts_of),
                (!few).then_some(counts),
                labels,
            ),
        }));
        let href = |path: fn(&str) -> String| {
            if within.is_empty() {
                String::new()
            } else {
                path(&within)
            }
        };
        let further = parts_of.iter().filter(|part| !part.href.is_empty());
        Self {
            crumb: (paths::COMBINATIONS, "What comes together"),
            standfirst: standfirst.into(),
            reports: counts.reports,
            few,
            blocks,
            lines: beside.lines,
            drills: beside.drills,
            all: href(paths::search),
            feed: href(paths::feed),
            further: further
                .map(|part| {
                    (
                        part.href.clone(),
                        say!("profile-alone", part = part.phrase()),
                    )
                })
                .collect(),
            layout: Layout {
                title: heading.clone(),
                description: say!("profile-where-these-meet", parts = heading).into(),
                section: Section::Patterns,
                address: paths::combination(&keys),
                ..layout
            },
            heading,
        }
    }
}

/// What meets, in a sentence.
fn means(parts: &[Part]) -> Said {
    let each = parts.iter().map(|part| {
        let sort = word!(part.sort).within();
        Phrase::from(say!("profile-sort", sort = sort, part = part.phrase()))
    });
    say!("profile-all-at-once", parts = Phrase::Plus(each.collect()))
}
