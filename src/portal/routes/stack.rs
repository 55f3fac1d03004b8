//! Technologies and failure modes: the lists, and what the reports say of each.

use std::sync::Arc;

use actix_web::web;

use super::answer::{self, Answer, refuse, wait};
use crate::patterns::{Counts, Tally};
use crate::portal::pages::{PatternPage, PatternsPage, Profile, TechnologiesPage, TechnologyPage};
use crate::portal::{Count, Labels, Layout, ReportLine, Section, paths};
use crate::registry::{CountOf, Found, Overview, Registry, RegistryError};
use crate::report::{ReportId, Slug};
use crate::taxonomy::{ListId, Taxonomy};
use crate::web::ErrorCode;

/// Lines of one list on a page.
const LINES: usize = 10;

/// Technologies with their counts and pages.
pub(super) fn technologies_of<'a>(
    counts: impl Iterator<Item = &'a CountOf>,
    labels: Labels,
) -> Vec<Count> {
    counts
        .map(|of| {
            Count::new(
                labels.technology(&of.slug),
                paths::technology(of.slug.as_str()),
                of.count as u64,
            )
        })
        .collect()
}

/// Failure modes with their counts and pages.
pub(super) fn modes<'a>(counts: impl Iterator<Item = &'a CountOf>, labels: Labels) -> Vec<Count> {
    counts
        .map(|of| {
            let term = labels.term(ListId::FailureModes, &of.slug);
            Count::new(term, paths::pattern(of.slug.as_str()), of.count as u64)
        })
        .collect()
}

pub(super) async fn technologies(registry: web::Data<Registry>) -> Answer {
    let overview = wait(move || registry.overview()).await?;
    let layout = Layout::public(
        Section::Technologies,
        "Technologies",
        "Every technology somebody reported about, with the number of reports.",
    );
    let groups = by_category(&overview, Labels::builtin());
    answer::page(&TechnologiesPage::new(
        layout.sample(overview.samples),
        groups,
    ))
}

fn by_category(overview: &Arc<Overview>, labels: Labels) -> Vec<(String, Vec<Count>)> {
    let taxonomy = Taxonomy::builtin();
    taxonomy
        .list(ListId::TechnologyCategories)
        .terms()
        .iter()
        .map(|category| {
            let of_it = overview.technologies.iter().filter(|of| {
                taxonomy
                    .technology(&of.slug)
                    .is_some_and(|technology| technology.category() == category.id())
            });
            (category.label().to_owned(), technologies_of(of_it, labels))
        })
        .filter(|(_, counts)| !counts.is_empty())
        .collect()
}

pub(super) async fn patterns(registry: web::Data<Registry>) -> Answer {
    let overview = wait(move || registry.overview()).await?;
    let labels = Labels::builtin();
    let layout = Layout::public(
        Section::Patterns,
        "Patterns",
        "How things fail, whatever they run on.",
    );
    let groups = labels
        .groups(ListId::FailureModes)
        .into_iter()
        .map(|group| {
            let counts = group.terms.into_iter().map(|term| {
                let of = overview.modes.iter().find(|of| of.slug.as_str() == term.id);
                let href = paths::pattern(&term.id);
                Count::new(term, href, of.map_or(0, |of| of.count as u64))
            });
            (group.label, counts.collect())
        })
        .collect();
    answer::page(&PatternsPage::new(layout.sample(overview.samples), groups))
}

pub(super) async fn technology(registry: web::Data<Registry>, slug: web::Path<String>) -> Answer {
    let labels = Labels::builtin();
    let slug: Slug = slug.parse().map_err(|_| refuse(ErrorCode::NotFound))?;
    if Taxonomy::builtin().technology(&slug).is_none() {
        return Err(refuse(ErrorCode::NotFound));
    }
    let asked = slug.clone();
    let (profile, lines, samples) = wait(move || {
        let profile = registry.technology(&asked)?;
        let lines = lines(&registry, &profile.read_first, labels)?;
        Ok::<_, RegistryError>((profile, lines, registry.overview()?.samples))
    })
    .await?;
    let technology = labels.technology(&slug);
    let mut shown = profile_of(
        &profile.counts,
        lines,
        format!("/search?q=stack:{slug}"),
        labels,
    );
    shown.together = tech_counts(&profile.counts.technologies, labels);
    shown.technologies.clear();
    let layout = Layout::public(
        Section::Technologies,
        &technology.label,
        format!(
            "How {} fails, how that is noticed, and what helped: lessons of published reports.",
            technology.label
        ),
    )
    .at(paths::technology(slug.as_str()))
    .sample(samples);
    answer::page(&TechnologyPage::new(layout, technology, shown))
}

pub(super) async fn pattern(registry: web::Data<Registry>, slug: web::Path<String>) -> Answer {
    let labels = Labels::builtin();
    let slug: Slug = slug.parse().map_err(|_| refuse(ErrorCode::NotFound))?;
    if Taxonomy::builtin()
        .term(ListId::FailureModes, &slug)
        .is_none()
    {
        return Err(refuse(ErrorCode::NotFound));
    }
    let asked = slug.clone();
    let (profile, lines, samples) = wait(move || {
        let profile = registry.mode(&asked)?;
        let lines = lines(&registry, &profile.read_first, labels)?;
        Ok::<_, RegistryError>((profile, lines, registry.overview()?.samples))
    })
    .await?;
    let mode = labels.term(ListId::FailureModes, &slug);
    let mut shown = profile_of(
        &profile.counts,
        lines,
        format!("/search?q=mode:{slug}"),
        labels,
    );
    shown.modes.clear();
    let layout = Layout::public(Section::Patterns, &mode.label, mode.definition.clone())
        .at(paths::pattern(slug.as_str()))
        .sample(samples);
    answer::page(&PatternPage::new(layout, mode, shown))
}

fn profile_of(counts: &Counts, lines: Vec<ReportLine>, all: String, labels: Labels) -> Profile {
    let terms = |tally: &Tally, list: ListId, field: &str| {
        let ranked = tally.ranked().into_iter().take(LINES);
        ranked
            .map(|line| {
                let href = if field.is_empty() {
                    String::new()
                } else {
                    format!("/search?q={field}:{}", line.code)
                };
                Count::new(labels.term(list, &line.code), href, line.reports.into())
            })
            .collect::<Vec<_>>()
    };
    let mitigations = counts.mitigations().into_iter().map(|line| {
        let reports = line.effects.eased;
        Count::new(
            labels.term(ListId::Mitigations, &line.code),
            String::new(),
            reports.into(),
        )
    });
    let mut mitigations: Vec<Count> = mitigations.filter(|count| count.reports > 0).collect();
    mitigations.sort_by_key(|count| std::cmp::Reverse(count.reports));
    mitigations.truncate(LINES);
    let modes = counts
        .failure_modes
        .ranked()
        .into_iter()
        .take(LINES)
        .map(|line| {
            let term = labels.term(ListId::FailureModes, &line.code);
            Count::new(
                term,
                paths::pattern(line.code.as_str()),
                line.reports.into(),
            )
        });
    Profile {
        reports: counts.reports.into(),
        modes: modes.collect(),
        technologies: tech_counts(&counts.technologies, labels),
        triggers: terms(&counts.triggers, ListId::Triggers, "trigger"),
        detectors: terms(&counts.detectors, ListId::Detectors, "detected-by"),
        mitigations,
        helped: terms(&counts.helped, ListId::Helped, ""),
        together: Vec::new(),
        lines,
        all,
    }
}

fn tech_counts(tally: &Tally, labels: Labels) -> Vec<Count> {
    let ranked = tally.ranked().into_iter().take(LINES);
    ranked
        .map(|line| {
            let href = paths::technology(line.code.as_str());
            Count::new(labels.technology(&line.code), href, line.reports.into())
        })
        .collect()
}

fn lines(
    registry: &Registry,
    ids: &[ReportId],
    labels: Labels,
) -> Result<Vec<ReportLine>, RegistryError> {
    let mut lines = Vec::new();
    for id in ids {
        if let Found::Report(report) = registry.report(*id)? {
            lines.push(ReportLine::new(&report, labels));
        }
    }
    Ok(lines)
}
