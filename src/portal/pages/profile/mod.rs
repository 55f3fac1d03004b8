//! What the reports say of one technology, or of one failure mode: a page of parts.

mod combination;
mod mode;
mod parts;
mod questions;
mod technology;

use std::fmt;
use std::sync::Arc;

use askama::Template;
use askama::filters::HtmlSafe;

use super::DrillLine;
use crate::patterns::Mined;
use crate::portal::view::{Chains, Figures, Findings};
use crate::portal::{Bars, Layout, ReportLine, Section, markup::Html};

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
    pub guide: Option<(String, String)>,
}

/// One technology or failure mode.
#[derive(Clone, Debug, Template)]
#[template(path = "public/profile.html")]
pub struct ProfilePage {
    layout: Layout,
    /// The list it is from: address and name.
    crumb: (&'static str, &'static str),
    heading: String,
    /// What it is, or what the reports say in a sentence.
    standfirst: String,
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
    further: Vec<(String, String)>,
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

impl fmt::Display for Block {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bars(bars) => bars.fmt(f),
            Self::Figures(figures) => figures.fmt(f),
            Self::Together(together) => together.fmt(f),
            Self::Order(order) => order.fmt(f),
            Self::Checks(checks) => checks.fmt(f),
            Self::Questions(questions) => questions.fmt(f),
            Self::Heading(heading) => heading.fmt(f),
        }
    }
}

impl HtmlSafe for Block {}

/// Combinations that matter here.
#[derive(Clone, Debug, Template)]
#[template(
    source = "{% if !findings.is_empty() %}<section class=\"sec\" aria-labelledby=\"together-with\"><h2 id=\"together-with\">Combinations that matter</h2><div class=\"sec-body\"><p class=\"note\">What comes together more often than chance would bring, in the whole register. Of findings like these at most one in twenty is chance. <a href=\"/patterns/combinations\">All combinations</a></p>{{ findings }}</div></section>{% endif %}",
    ext = "html"
)]
struct Together {
    findings: Findings,
}

/// Chains with the page's subject in them.
#[derive(Clone, Debug, Template)]
#[template(
    source = "{% if !chains.is_empty() %}<section class=\"sec\" aria-labelledby=\"order\"><h2 id=\"order\">What follows what</h2><div class=\"sec-body\"><p class=\"note\">In the order in which timelines and factors tell of it, in the whole register. <a href=\"/patterns/chains\">All chains</a></p>{{ chains }}</div></section>{% endif %}",
    ext = "html"
)]
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
#[template(
    source = "{% if !asked.is_empty() %}<section class=\"sec\" aria-labelledby=\"ask\"><h2 id=\"ask\">Questions for a design review</h2><div class=\"sec-body text\"><ol class=\"talk\">{% for (question, why) in asked %}<li>{{ question }} <span class=\"quiet\">{{ why }}</span></li>{% endfor %}</ol></div></section>{% endif %}",
    ext = "html"
)]
struct Questions {
    asked: Vec<(String, String)>,
}

/// What the parts below are about, where that is not the page's subject.
#[derive(Clone, Debug, Template)]
#[template(
    source = "<section class=\"sec\" aria-labelledby=\"instead\"><h2 id=\"instead\">{{ title }}</h2><div class=\"sec-body\"><p>{{ text }}</p></div></section>",
    ext = "html"
)]
struct Heading {
    title: String,
    text: String,
}
