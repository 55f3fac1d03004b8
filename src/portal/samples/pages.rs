//! Every page, rendered.

use std::sync::LazyLock;

use super::reports::{bare, fullest, hostile, usual};
use super::{
    alerts, desk, digests, drills, guides, patterns, private, public, sets, staff, writing,
};
use crate::patterns::Samples;
use crate::portal::pages::Page;
use crate::portal::{Labels, Language, Layout, ReportLine, Section};

pub(super) fn labels() -> Labels {
    Labels::builtin()
}

pub(super) fn layout(section: Section, title: &str) -> Layout {
    Layout::public(section, title, "One sentence.")
        .sample(Samples::All)
        .at("https://candor.example/")
}

pub(super) fn unlisted(section: Section, title: &str) -> Layout {
    Layout::private(section, title)
}

pub(super) fn lines() -> Vec<ReportLine> {
    [usual(), fullest(), hostile(), bare()]
        .iter()
        .map(|report| ReportLine::new(report, labels()))
        .collect()
}

/// A page in English, and in German where it speaks it.
#[derive(Clone, Debug)]
pub(super) struct Both {
    english: String,
    german: Option<String>,
}

/// A page that is shown in the languages it speaks.
pub(super) trait Shown {
    fn both(&self) -> Result<Both, std::fmt::Error>;
}

impl<T: Page + ?Sized> Shown for T {
    fn both(&self) -> Result<Both, std::fmt::Error> {
        let speaks = self.language(Language::German) == Language::German;
        Ok(Both {
            english: self.html(Language::English)?,
            german: speaks.then(|| self.html(Language::German)).transpose()?,
        })
    }
}

/// Every page, made once.
static BOTH: LazyLock<Vec<(String, Both)>> = LazyLock::new(|| {
    [
        public::all(),
        digests::all(),
        guides::all(),
        patterns::all(),
        drills::all(),
        alerts::all(),
        sets::all(),
        writing::all(),
        private::all(),
        staff::all(),
        desk::all(),
    ]
    .concat()
});

/// Name and HTML of every page with every sample.
pub(crate) fn all() -> Vec<(String, String)> {
    let pages = BOTH.iter();
    pages
        .map(|(name, page)| (name.clone(), page.english.clone()))
        .collect()
}

/// The same of pages that speak German, in German.
pub(crate) fn german() -> Vec<(String, String)> {
    let pages = BOTH.iter();
    pages
        .filter_map(|(name, page)| Some((name.clone(), page.german.clone()?)))
        .collect()
}
