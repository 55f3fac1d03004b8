//! "Running nginx in production: lessons of 14 reports".

use super::parts::Parts;
use super::{Beside, Block, Check, Checks, Heading, ProfilePage};
use crate::anonymise::RedactedText;
use crate::patterns::{Counts, Fact, MINIMUM, TechnologyProfile};
use crate::portal::{Bars, Count, Html, Labelled, Labels, Layout, Phrase, Section, markup, paths};
use crate::report::{PublicReport, Slug};
use crate::stack::{Checklist, ChecklistItem};
use crate::taxonomy::ListId;

/// Shown where there are too few reports: those about all technologies of its kind.
#[derive(Clone, Debug)]
pub struct Instead {
    /// The kind (`technology-categories`).
    pub category: Slug,
    /// Counts over its reports.
    pub counts: Counts,
}

/// What is known of a technology.
#[derive(Clone, Debug)]
pub struct TechnologyGuide {
    /// What is counted.
    pub profile: TechnologyProfile,
    /// In whose words the checklist speaks: the reports to read first.
    pub read: Vec<PublicReport<RedactedText>>,
    /// Where there are too few reports.
    pub instead: Option<Instead>,
}

impl ProfilePage {
    /// The page of a technology.
    pub fn technology(layout: Layout, guide: &TechnologyGuide, beside: Beside) -> Self {
        let labels = Labels::builtin();
        let profile = &guide.profile;
        let slug = &profile.technology;
        let name = labels.technology(slug);
        let reports = profile.counts.reports;
        let parts = Parts {
            counts: &profile.counts,
            within: format!("stack:{slug}"),
            labels,
        };
        let few = !profile.enough();
        let blocks = match (&guide.instead, few) {
            (Some(instead), true) => of_kind(instead, labels),
            (None, true) => Vec::new(),
            (_, false) => blocks(guide, &beside, &parts),
        };
        let heading = if few {
            Phrase::from(name.label.as_str())
        } else {
            say!("profile-running", name = name.label, reports = reports).into()
        };
        let all = paths::search(&parts.within);
        Self {
            layout: Layout {
                title: heading.clone(),
                description: say!("profile-how-it-fails", name = name.label).into(),
                section: Section::Technologies,
                address: paths::technology(slug.as_str()),
                ..layout
            },
            crumb: (paths::TECHNOLOGIES, "Technologies"),
            heading,
            standfirst: standfirst(profile, &parts, &name),
            reports,
            few,
            blocks,
            lines: beside.lines,
            drills: if few { Vec::new() } else { beside.drills },
            feed: paths::feed(&parts.within),
            all,
            further: beside
                .guide
                .into_iter()
                .chain([
                    (
                        paths::with_stack(paths::MATRIX, slug.as_str()),
                        say!("profile-to-matrix", name = name.label),
                    ),
                    (
                        paths::with_stack(paths::BREAKS, slug.as_str()),
                        say!("profile-to-breaks", name = name.label),
                    ),
                    (
                        paths::with_stack(paths::CHECKLISTS, slug.as_str()),
                        say!("profile-to-checklists", name = name.label),
                    ),
                    (
                        paths::with_stack(paths::PRE_MORTEM, slug.as_str()),
                        say!("profile-to-pre-mortem", name = name.label),
                    ),
                ])
                .collect(),
        }
    }
}

/// What the reports say, in a sentence or two; of too few reports only what it is.
fn standfirst(profile: &TechnologyProfile, parts: &Parts<'_>, name: &Labelled) -> Phrase {
    let counts = &profile.counts;
    if !profile.enough() {
        return name.definition.as_str().into();
    }
    let mut said = Vec::new();
    let failed = profile.roles.failed_component;
    if failed as usize >= MINIMUM {
        said.push(say!("profile-itself-failed", name = name.label, failed = failed).into());
    }
    let most = [
        parts
            .foremost(ListId::FailureModes, &counts.failure_modes)
            .map(|of| say!("profile-most-failed", term = word!(of.label).within())),
        parts
            .foremost(ListId::Triggers, &counts.triggers)
            .map(|of| say!("profile-most-set-off", term = word!(of.label).within())),
        parts
            .foremost(ListId::Detectors, &counts.detectors)
            .map(|of| say!("profile-most-noticed", term = word!(of.label).within())),
    ];
    said.extend(most.into_iter().flatten().map(Phrase::from));
    Phrase::Sentences(said)
}

fn blocks(guide: &TechnologyGuide, beside: &Beside, parts: &Parts<'_>) -> Vec<Block> {
    let profile = &guide.profile;
    let counts = &profile.counts;
    let mut blocks = vec![
        parts.modes("How it fails", ""),
        parts.triggers("What set it off"),
    ];
    blocks.extend(parts.noticed());
    blocks.push(parts.terms(
        "impacts",
        "What was felt",
        "",
        (ListId::ImpactKinds, &counts.impacts, ""),
    ));
    blocks.push(parts.technologies(
        "What had a part, too",
        "Other technologies in the same reports: what it took down, or what took it down.",
    ));
    blocks.extend(parts.responses());
    let versions = profile.versions.enough().into_iter().map(|line| {
        let version = Labelled {
            id: line.code.as_str().to_owned(),
            label: line.code.as_str().to_owned(),
            definition: String::new(),
        };
        Count::new(version, "", line.reports.into())
    });
    blocks.push(Block::Bars(Bars::new(
        "versions",
        "Versions",
        "Major versions that reports name.",
        versions.collect(),
    )));
    let fact = Fact::Technology(profile.technology.clone());
    blocks.push(parts.together(&beside.mined, &fact));
    blocks.push(parts.order(&beside.mined, &fact));
    blocks.push(Block::Checks(checks(guide, parts)));
    blocks
}

/// What reports about its kind of technology say.
fn of_kind(instead: &Instead, labels: Labels) -> Vec<Block> {
    let kind = labels.term(ListId::TechnologyCategories, &instead.category);
    if (instead.counts.reports as usize) < MINIMUM {
        return Vec::new();
    }
    let parts = Parts {
        counts: &instead.counts,
        within: format!("category:{}", instead.category),
        labels,
    };
    let mut blocks = vec![
        Block::Heading(Heading {
            title: say!("profile-its-kind", kind = word!(kind.label).within()),
            text: say!("profile-of-its-kind", reports = instead.counts.reports),
        }),
        parts.modes("How it fails", ""),
        parts.triggers("What set it off"),
    ];
    blocks.extend(parts.noticed());
    blocks.extend(parts.responses());
    blocks
}

fn checks(guide: &TechnologyGuide, parts: &Parts<'_>) -> Checks {
    let quoted: Vec<_> = guide.read.iter().collect();
    let checklist = Checklist::from_counts(&guide.profile.counts, &quoted);
    let check = |item: &ChecklistItem| match item {
        ChecklistItem::Code {
            label,
            definition,
            reports,
            term: (list, code),
        } => {
            let field = match list {
                ListId::Mitigations | ListId::Helped => "helped",
                ListId::FailureModes => "mode",
                ListId::Detectors => "detected-by",
                _ => "",
            };
            Check {
                lead: label.clone(),
                definition: definition.clone(),
                words: Html::default(),
                reports: *reports,
                href: if field.is_empty() {
                    String::new()
                } else {
                    paths::search(&format!("{} AND {field}:{code}", parts.within))
                },
            }
        }
        ChecklistItem::Words { text, report } => Check {
            lead: String::new(),
            definition: String::new(),
            words: markup::line(text),
            reports: 0,
            href: paths::report(*report),
        },
    };
    let sections = checklist.sections.iter();
    Checks {
        technology: guide.profile.technology.to_string(),
        sections: sections
            .map(|section| (section.heading, section.items.iter().map(check).collect()))
            .collect(),
    }
}
