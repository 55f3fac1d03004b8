//! Technologies and failure modes: the lists, and what the reports say of each.

use std::sync::Arc;

use actix_web::http::header::LOCATION;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::answer::{self, Answer, refuse, wait};
use super::guides;
use crate::patterns::Fact;
use crate::portal::pages::{
    Beside, CombinationsPage, DrillLine, Instead, ModeGuide, PatternsPage, ProfilePage,
    TechnologiesPage, TechnologyGuide,
};
use crate::portal::view::named;
use crate::portal::{Count, Labels, Layout, ReportLine, Section, paths};
use crate::registry::{CountOf, Guide, Overview, Registry, RegistryError};
use crate::report::Slug;
use crate::taxonomy::{Changes, ListId, Taxonomy};
use crate::web::ErrorCode;

/// Parts of a combination.
const PARTS: usize = 3;

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
            Count::new(term, labels.page_of_mode(&of.slug), of.count as u64)
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
    answer::page(TechnologiesPage::new(
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
    let (overview, counted, mined) = wait(move || {
        Ok::<_, RegistryError>((registry.overview()?, registry.counted()?, registry.mined()?))
    })
    .await?;
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
    let page = PatternsPage::new(layout.sample(overview.samples), groups, &mined.growth);
    answer::page(match counted {
        Some(counted) => page.counted(counted.total, modes(counted.modes.iter(), labels)),
        None => page,
    })
}

pub(super) async fn combinations(registry: web::Data<Registry>) -> Answer {
    let layout = Layout::public(
        Section::Patterns,
        "What comes together",
        "Technologies, triggers, failures and remedies that stand in the same reports more often than by chance.",
    )
    .at(paths::COMBINATIONS);
    let (mined, samples) =
        wait(move || Ok::<_, RegistryError>((registry.mined()?, registry.overview()?.samples)))
            .await?;
    let layout = layout.sample(samples);
    answer::page(CombinationsPage::new(layout, &mined, Labels::builtin()))
}

pub(super) async fn technology(registry: web::Data<Registry>, slug: web::Path<String>) -> Answer {
    let slug: Slug = slug.parse().map_err(|_| refuse(ErrorCode::NotFound))?;
    if Taxonomy::builtin().technology(&slug).is_none() {
        return moved(None, &slug, paths::technology);
    }
    let found = wait(move || registry.technology(&slug)).await?;
    let layout = Layout::default().sample(found.samples);
    let beside = beside(&found);
    let guide = TechnologyGuide {
        instead: found
            .kind
            .map(|(category, counts)| Instead { category, counts }),
        profile: found.profile,
        read: found.read,
    };
    answer::page(ProfilePage::technology(layout, &guide, beside))
}

pub(super) async fn pattern(registry: web::Data<Registry>, slug: web::Path<String>) -> Answer {
    let slug: Slug = slug.parse().map_err(|_| refuse(ErrorCode::NotFound))?;
    if Taxonomy::builtin()
        .term(ListId::FailureModes, &slug)
        .is_none()
    {
        return moved(Some(ListId::FailureModes), &slug, paths::pattern);
    }
    let found = wait(move || registry.mode(&slug)).await?;
    let layout = Layout::default().sample(found.samples);
    let beside = beside(&found);
    let guide = ModeGuide {
        profile: found.profile,
    };
    answer::page(ProfilePage::mode(layout, &guide, beside))
}

/// What is asked for: parts with commas between.
#[derive(Deserialize)]
pub(super) struct AskedParts {
    #[serde(default)]
    of: String,
}

pub(super) async fn combination(
    registry: web::Data<Registry>,
    asked: web::Query<AskedParts>,
) -> Answer {
    let facts: Option<Vec<Fact>> = asked.of.split(',').take(PARTS + 1).map(named).collect();
    let mut facts = facts.ok_or_else(|| refuse(ErrorCode::NotFound))?;
    facts.sort_unstable();
    facts.dedup();
    if !(2..=PARTS).contains(&facts.len()) {
        return Err(refuse(ErrorCode::NotFound));
    }
    let found = wait(move || registry.combination(&facts)).await?;
    let layout = Layout::default().sample(found.samples);
    let beside = beside(&found);
    answer::page(ProfilePage::combination(layout, &found.profile, beside))
}

fn beside<P>(guide: &Guide<P>) -> Beside {
    let labels = Labels::builtin();
    let lines = guide.read.iter();
    let drills = guide.drills.iter();
    Beside {
        mined: Arc::clone(&guide.mined),
        lines: lines
            .map(|public| ReportLine::new(public, labels))
            .collect(),
        drills: drills.map(|card| DrillLine::new(card, labels)).collect(),
        guide: guide.standing.as_ref().map(guides::further),
    }
}

/// The page of the term that stands for one which is no longer in its list.
fn moved(list: Option<ListId>, old: &Slug, page: fn(&str) -> String) -> Answer {
    let now = Changes::builtin().leads_to(Taxonomy::builtin(), list, old);
    let now = now.ok_or_else(|| refuse(ErrorCode::NotFound))?;
    Ok(HttpResponse::MovedPermanently()
        .insert_header((LOCATION, page(now.as_str())))
        .finish())
}
