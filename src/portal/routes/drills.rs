//! Drills: the list, one by lot, and one told page by page.

use actix_web::web;
use serde::Deserialize;

use super::answer::{self, Answer, PageError, frame, refuse, see_other, wait};
use super::asked::{AskedStack, OFFERED, offered, stack_of};
use crate::auth;
use crate::drills::DrillCard;
use crate::patterns::Samples;
use crate::portal::pages::{DrillLine, DrillPages, DrillsPage, LookingAhead, PreMortemPage};
use crate::portal::{Labels, Layout, Section, paths};
use crate::registry::{Found, Registry, RegistryError};
use crate::report::{ReportId, Slug};
use crate::web::ErrorCode;

/// Drills listed at once.
const LINES: usize = 60;

/// What is asked for; everything may be missing.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    stack: String,
    #[serde(default)]
    minutes: String,
}

impl Wanted {
    fn minutes(&self) -> u32 {
        self.minutes.parse().unwrap_or_default()
    }

    /// Whether a drill has one of these technologies, if any is asked for, and is short enough.
    fn fits(&self, card: &DrillCard, asked: &[Slug]) -> bool {
        let stack = asked.is_empty() || card.technologies.iter().any(|slug| asked.contains(slug));
        stack && (self.minutes() == 0 || card.minutes <= self.minutes())
    }
}

pub(super) async fn list(registry: web::Data<Registry>, wanted: web::Query<Wanted>) -> Answer {
    let labels = Labels::builtin();
    let about = "Tabletop exercises from real incidents: told step by step, with questions.";
    let layout = Layout::public(Section::Drills, "Drills", about).at(paths::DRILLS);
    let overview = wait(move || registry.overview()).await?;
    let (asked, unknown) = stack_of(&wanted.stack);
    let fitting: Vec<&DrillCard> = overview
        .drills
        .iter()
        .filter(|card| wanted.fits(card, &asked))
        .collect();
    let mut names: Vec<&Slug> = overview
        .drills
        .iter()
        .flat_map(|card| &card.technologies)
        .collect();
    names.sort_unstable();
    names.dedup();
    let mut query = form_urlencoded::Serializer::new(String::new());
    query
        .append_pair("stack", &wanted.stack)
        .append_pair("minutes", &wanted.minutes);
    let pick = if fitting.is_empty() {
        String::new()
    } else {
        format!("{}?{}", paths::DRILL_BY_LOT, query.finish())
    };
    answer::page(DrillsPage {
        layout: layout.sample(overview.samples),
        stack: wanted.stack.clone(),
        minutes: wanted.minutes(),
        unknown,
        names: names
            .into_iter()
            .take(OFFERED)
            .map(|slug| labels.technology(slug).label)
            .collect(),
        total: fitting.len(),
        lines: fitting
            .into_iter()
            .take(LINES)
            .map(|card| DrillLine::new(card, labels))
            .collect(),
        pick,
    })
}

pub(super) async fn by_lot(registry: web::Data<Registry>, wanted: web::Query<Wanted>) -> Answer {
    let overview = wait(move || registry.overview()).await?;
    let (asked, _) = stack_of(&wanted.stack);
    let fitting: Vec<&DrillCard> = overview
        .drills
        .iter()
        .filter(|card| wanted.fits(card, &asked))
        .collect();
    let chosen = auth::lot(fitting.len()).and_then(|place| fitting.get(place));
    Ok(see_other(match chosen {
        Some(card) => paths::drill(card.report),
        None => paths::DRILLS.to_owned(),
    }))
}

/// A worksheet for looking ahead.
pub(super) async fn pre_mortem(
    registry: web::Data<Registry>,
    asked: web::Query<AskedStack>,
) -> Answer {
    let asked = asked.into_inner();
    let about = "Imagine that it has gone wrong, and tell how: with what went wrong for others.";
    let layout = Layout::public(Section::Drills, "Pre-mortem", about)
        .at(paths::with_stack(paths::PRE_MORTEM, &asked.stack));
    let (stack, unknown) = stack_of(&asked.stack);
    let (ahead, all, samples) = wait(move || {
        let overview = registry.overview()?;
        let ahead = LookingAhead {
            names: offered(&overview),
            typed: asked.stack,
            of_stack: registry.counts_of(&stack)?,
            stack,
            unknown,
        };
        Ok::<_, RegistryError>((ahead, registry.counts()?, overview.samples))
    })
    .await?;
    let layout = layout.sample(samples);
    answer::page(PreMortemPage::new(layout, &ahead, &all, Labels::builtin()))
}

pub(super) async fn briefing(registry: web::Data<Registry>, id: web::Path<String>) -> Answer {
    let (pages, samples) = pages(&registry, &id).await?;
    answer::page(pages.briefing(samples))
}

pub(super) async fn part(
    registry: web::Data<Registry>,
    path: web::Path<(String, String)>,
) -> Answer {
    let (id, part) = path.into_inner();
    let (pages, samples) = pages(&registry, &id).await?;
    match part.as_str() {
        "rest" => answer::page(pages.rest(samples)),
        "facilitator" => answer::page(pages.sheet(true, samples)),
        "participants" => answer::page(pages.sheet(false, samples)),
        number => {
            let number: usize = number.parse().map_err(|_| refuse(ErrorCode::NotFound))?;
            let step = pages.step(number, samples);
            answer::page(step.ok_or_else(|| refuse(ErrorCode::NotFound))?)
        }
    }
}

/// The pages of a report's drill, and how much of this registry is invented.
async fn pages(
    registry: &web::Data<Registry>,
    id: &str,
) -> Result<(DrillPages, Samples), PageError> {
    let id: ReportId = id.parse().map_err(|_| refuse(ErrorCode::NotFound))?;
    let asked = registry.clone();
    let report = match wait(move || asked.report(id)).await? {
        Found::Report(report) => *report,
        Found::Withdrawn => return Err(refuse(ErrorCode::Gone)),
        Found::Nothing => return Err(refuse(ErrorCode::NotFound)),
    };
    let layout = frame(registry, Layout::default()).await?;
    let pages = DrillPages::new(report, Labels::builtin());
    Ok((
        pages.ok_or_else(|| refuse(ErrorCode::NotFound))?,
        layout.samples,
    ))
}
