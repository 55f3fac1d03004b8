//! Drills: the list, one told page by page, and its sheets for paper.

use askama::Template;

use crate::anonymise::RedactedText;
use crate::drills::{Drill, DrillCard, Happening, Inject, Question};
use crate::patterns::Samples;
use crate::portal::view::{CodeSet, FactorView, MitigationView, together, words};
use crate::portal::{Html, Labels, Layout, Phrase, Said, Section, markup, paths};
use crate::report::{HourBlock, PublicReport, Report};
use crate::taxonomy::ListId;

/// Lengths to choose from, in minutes.
pub const LENGTHS: [u32; 3] = [30, 45, 60];
/// Technologies named in a title.
const NAMED: usize = 3;

/// All drills, or those for a stack.
#[derive(Clone, Debug, Template)]
#[template(path = "public/drills.html")]
pub struct DrillsPage {
    /// The frame.
    pub layout: Layout,
    /// Technologies as typed.
    pub stack: String,
    /// The longest that was asked for; 0 for any.
    pub minutes: u32,
    /// What was typed and is no technology we know.
    pub unknown: Vec<String>,
    /// Technologies there are drills about, for the box.
    pub names: Vec<String>,
    /// Drills that fit.
    pub lines: Vec<DrillLine>,
    /// How many fit in all.
    pub total: usize,
    /// Leads to one of them by lot; empty if none fits.
    pub pick: String,
}

/// One drill in the list.
#[derive(Clone, Debug)]
pub struct DrillLine {
    pub(crate) href: String,
    pub(crate) title: Phrase,
    pub(crate) facts: Said,
}

impl DrillLine {
    /// The line of a drill. Its title tells the stack and not the end.
    pub fn new(card: &DrillCard, labels: Labels) -> Self {
        Self {
            href: paths::drill(card.report),
            title: title(card, labels),
            facts: say!("drills-steps", steps = card.steps, minutes = card.minutes),
        }
    }
}

/// "Retail, with NGINX and Redis": what may be told beforehand.
fn title(card: &DrillCard, labels: Labels) -> Phrase {
    let most = card.technologies.get(..NAMED);
    let stack = together(most.unwrap_or(&card.technologies), labels);
    let stack = Some(stack).filter(|stack| !stack.is_empty());
    let sector = card
        .sector
        .as_ref()
        .map(|sector| labels.term(ListId::Sectors, sector).label);
    match (sector, stack) {
        (Some(sector), Some(stack)) => {
            say!("drill-sector-with", sector = word!(sector), stack = stack).into()
        }
        (Some(sector), None) => sector.into(),
        (None, Some(stack)) => say!("drill-with", stack = stack).into(),
        (None, None) => Phrase::from("A system of many parts"),
    }
}

/// What a group is told before it begins.
#[derive(Clone, Debug)]
struct Briefing {
    title: Phrase,
    minutes: u32,
    steps: usize,
    facts: Vec<(&'static str, Vec<String>)>,
    sample: bool,
}

impl Briefing {
    fn new(public: &PublicReport<RedactedText>, card: &DrillCard, labels: Labels) -> Self {
        let report = &public.report;
        let label = |list, known: Option<&crate::report::Slug>| {
            Vec::from_iter(known.map(|slug| labels.term(list, slug).label))
        };
        let context = &report.context;
        let running: Vec<String> = card
            .technologies
            .iter()
            .map(|slug| labels.technology(slug).label)
            .collect();
        let phases: Vec<String> = report
            .phases
            .iter()
            .map(|coded| labels.term(ListId::Phases, &coded.code).label)
            .collect();
        let facts = [
            ("You run", running),
            ("Sector", label(ListId::Sectors, context.sector.known())),
            (
                "Size",
                label(ListId::OrganisationSizes, context.size.known()),
            ),
            ("Hosting", label(ListId::Hosting, context.hosting.known())),
            (
                "Time of day",
                Vec::from_iter(report.hours.map(|hours| HourBlock::label(hours).to_owned())),
            ),
            ("What is going on", phases),
        ];
        Self {
            title: title(card, labels),
            minutes: card.minutes,
            steps: card.steps,
            facts: facts
                .into_iter()
                .filter(|(_, fact)| !fact.is_empty())
                .collect(),
            sample: public.sample,
        }
    }
}

/// A part of the story with its questions, as pages show it.
#[derive(Clone, Debug)]
struct Step {
    number: usize,
    minutes: u32,
    told: Vec<Told>,
    questions: Vec<Question>,
}

/// A moment and what happens.
#[derive(Clone, Debug)]
struct Told {
    at: String,
    what: Html,
}

fn told(happenings: &[Happening<RedactedText>]) -> Vec<Told> {
    happenings
        .iter()
        .map(|happening| Told {
            at: happening
                .offset_minutes
                .map(words::offset)
                .unwrap_or_default(),
            what: markup::line(&happening.text),
        })
        .collect()
}

fn step((place, inject): (usize, &Inject<RedactedText>)) -> Step {
    Step {
        number: place + 1,
        minutes: Drill::minutes_of(inject),
        told: told(&inject.happenings),
        questions: inject.questions.clone(),
    }
}

/// The briefing.
#[derive(Clone, Debug, Template)]
#[template(path = "public/drill.html")]
pub struct DrillPage {
    layout: Layout,
    briefing: Briefing,
    href: String,
}

/// One step: what happens now, and what to talk about.
#[derive(Clone, Debug, Template)]
#[template(path = "public/drill_step.html")]
pub struct DrillStepPage {
    layout: Layout,
    title: Phrase,
    href: String,
    steps: usize,
    before: Vec<Step>,
    now: Step,
}

/// The rest of the story.
#[derive(Clone, Debug, Template)]
#[template(path = "public/drill_rest.html")]
pub struct DrillRestPage {
    layout: Layout,
    title: Phrase,
    href: String,
    steps: usize,
    rest: Rest,
}

/// A sheet for paper: everything for whoever leads, or questions with room for those who play.
#[derive(Clone, Debug, Template)]
#[template(path = "public/drill_sheet.html")]
pub struct DrillSheetPage {
    layout: Layout,
    leads: bool,
    briefing: Briefing,
    steps: Vec<Step>,
    rest: Rest,
}

/// How it ended and what was learnt.
#[derive(Clone, Debug)]
struct Rest {
    report: String,
    told: Vec<Told>,
    tried: Vec<MitigationView>,
    failed: Option<CodeSet>,
    factors: Vec<FactorView>,
    helped: Vec<Html>,
    luck: Vec<Html>,
    lessons: Vec<Html>,
    actions: Vec<Html>,
}

impl Rest {
    fn new(
        public: &PublicReport<RedactedText>,
        drill: &Drill<RedactedText>,
        labels: Labels,
    ) -> Self {
        let report: &Report<RedactedText> = &public.report;
        let lines = |texts: &[RedactedText]| texts.iter().map(markup::line).collect();
        Self {
            report: paths::report(public.id),
            told: told(&drill.rest),
            tried: report
                .mitigations
                .iter()
                .map(|tried| MitigationView::new(tried, labels))
                .collect(),
            failed: CodeSet::new(
                "How it failed",
                ListId::FailureModes,
                &report.failure_modes,
                labels,
            ),
            factors: FactorView::all(&report.factors, None, labels),
            helped: lines(&report.helped),
            luck: lines(&report.luck),
            lessons: lines(&report.lessons),
            actions: report
                .actions
                .iter()
                .map(|action| markup::line(&action.text))
                .collect(),
        }
    }
}

/// The pages of one drill.
#[derive(Clone, Debug)]
pub struct DrillPages {
    public: PublicReport<RedactedText>,
    drill: Drill<RedactedText>,
    card: DrillCard,
    labels: Labels,
}

impl DrillPages {
    /// Pages for the drill of a report; `None` where it has none.
    pub fn new(public: PublicReport<RedactedText>, labels: Labels) -> Option<Self> {
        Some(Self {
            drill: Drill::of(&public)?,
            card: DrillCard::of(&public)?,
            public,
            labels,
        })
    }

    fn layout(&self, title: impl Into<Phrase>, samples: Samples) -> Layout {
        let about = "A tabletop exercise from a report: what happens step by step, what to talk \
                     about, and the rest of the story.";
        Layout::public(Section::Drills, title, about)
            .at(paths::drill(self.public.id))
            .sample(samples)
    }

    fn steps(&self) -> Vec<Step> {
        self.drill.injects.iter().enumerate().map(step).collect()
    }

    /// The briefing; `samples`: how many reports of this registry are invented.
    pub fn briefing(&self, samples: Samples) -> DrillPage {
        let briefing = Briefing::new(&self.public, &self.card, self.labels);
        DrillPage {
            layout: self.layout(say!("drill-of", title = briefing.title), samples),
            briefing,
            href: paths::drill(self.public.id),
        }
    }

    /// A step, counted from 1; `None` past the last.
    pub fn step(&self, number: usize, samples: Samples) -> Option<DrillStepPage> {
        let mut before = self.steps();
        let steps = before.len();
        if !(1..=steps).contains(&number) {
            return None;
        }
        before.truncate(number);
        let now = before.pop()?;
        Some(DrillStepPage {
            layout: self.layout(
                say!("drill-step-of", number = number, steps = steps),
                samples,
            ),
            title: title(&self.card, self.labels),
            href: paths::drill(self.public.id),
            steps,
            before,
            now,
        })
    }

    /// The rest of the story.
    pub fn rest(&self, samples: Samples) -> DrillRestPage {
        DrillRestPage {
            layout: self.layout("Drill: the rest of the story", samples),
            title: title(&self.card, self.labels),
            href: paths::drill(self.public.id),
            steps: self.drill.injects.len(),
            rest: Rest::new(&self.public, &self.drill, self.labels),
        }
    }

    /// A sheet for paper, for whoever leads or for those who play.
    pub fn sheet(&self, leads: bool, samples: Samples) -> DrillSheetPage {
        let briefing = Briefing::new(&self.public, &self.card, self.labels);
        let whose = if leads {
            say!("drill-sheet-facilitators-sheet")
        } else {
            say!("drill-sheet-participants-sheet")
        };
        DrillSheetPage {
            layout: self.layout(
                say!("drill-sheet-of", whose = whose, title = briefing.title),
                samples,
            ),
            leads,
            briefing,
            steps: self.steps(),
            rest: Rest::new(&self.public, &self.drill, self.labels),
        }
    }
}
