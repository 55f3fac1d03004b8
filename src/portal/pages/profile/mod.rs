//! What the reports say of one technology, or of one failure mode: a page of parts.

mod combination;
mod mode;
mod parts;
mod questions;
mod technology;

use std::sync::Arc;

use askama::Template;

use super::DrillLine;
use crate::patterns::Mined;
use crate::portal::view::{Chains, Figures, Findings, component, one_of};
use crate::portal::{Bars, Layout, Phrase, ReportLine, Said, Section, markup::Html};

pub use mode::ModeGuide;
pub(super) use parts::bands;
pub use technology::{Instead, TechnologyGuide};

/// What a page shows beside the counts.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    /// What comes together in the whole registry.
    pub mined: Arc<Mined>,
    /// The reports to read first.
    pub lines: Vec<ReportLine>,
    /// Drills made of them.
    pub drills: Vec<DrillLine>,
    /// The best-practice guide about the subject: address and words.
    pub guide: Option<(String, Said)>,
}

/// One technology or failure mode.
#[derive(Clone, Debug, Template)]
#[template(path = "public/profile.html")]
pub struct ProfilePage {
    layout: Layout,
    /// The list it is from: address and name.
    crumb: (&'static str, &'static str),
    heading: Phrase,
    /// What it is, or what the reports say in a sentence.
    standfirst: Phrase,
    /// Reports, at least.
    reports: u32,
    /// There are too few reports to speak of a pattern.
    few: bool,
    blocks: Vec<Block>,
    lines: Vec<ReportLine>,
    drills: Vec<DrillLine>,
    /// A search for all of its reports.
    all: String,
    /// The same as a feed.
    feed: String,
    /// Further pages: address and words.
    further: Vec<(String, Said)>,
}

/// A part of the page.
#[derive(Clone, Debug)]
enum Block {
    Bars(Bars),
    Figures(Figures),
    Together(Together),
    Order(Order),
    Checks(Checks),
    Questions(Questions),
    Heading(Heading),
}

one_of!(Block: Bars, Figures, Together, Order, Checks, Questions, Heading);
component!(Together, Order, Checks, Questions, Heading);

/// Combinations that matter here.
#[derive(Clone, Debug, Template)]
#[template(path = "components/together.html")]
struct Together {
    findings: Findings,
}

/// Chains with the page's subject in them.
#[derive(Clone, Debug, Template)]
#[template(path = "components/order.html")]
struct Order {
    chains: Chains,
}

/// What to go through, each with its evidence.
#[derive(Clone, Debug, Template)]
#[template(path = "components/checks.html")]
struct Checks {
    technology: String,
    sections: Vec<(&'static str, Vec<Check>)>,
}

#[derive(Clone, Debug)]
struct Check {
    lead: String,
    definition: String,
    words: Html,
    reports: u32,
    href: String,
}

/// What to ask in a design review.
#[derive(Clone, Debug, Template)]
#[template(path = "components/review_questions.html")]
struct Questions {
    asked: Vec<Asked>,
}

/// A question with the reason for it.
#[derive(Clone, Debug)]
struct Asked {
    question: Said,
    /// What the term in it means; may be empty.
    means: String,
    why: Said,
}

/// What the parts below are about, where that is not the page's subject.
#[derive(Clone, Debug, Template)]
#[template(path = "components/instead.html")]
struct Heading {
    title: Said,
    text: Said,
}
