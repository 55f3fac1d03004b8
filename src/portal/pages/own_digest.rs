//! A digest of what a reader asks for: the question, and the address that holds it.

use askama::Template;

use crate::patterns::MINIMUM;
use crate::portal::{Group, Labels, Layout, Section, paths};
use crate::report::{Length, RecordKind, Span};
use crate::taxonomy::ListId;

/// What is asked for, as an address holds it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnDigestOf {
    /// Technologies, with commas between.
    pub stack: String,
    /// Sectors, so.
    pub sector: String,
    /// Failure modes, so.
    pub mode: String,
    /// Kinds of record, so.
    pub kind: String,
    /// A length, or a span.
    pub period: String,
}

impl OwnDigestOf {
    fn query(&self, period: &str) -> String {
        let fields = [
            ("stack", self.stack.as_str()),
            ("sector", &self.sector),
            ("mode", &self.mode),
            ("kind", &self.kind),
            ("period", period),
        ];
        let said = fields.iter().filter(|(_, value)| !value.trim().is_empty());
        form_urlencoded::Serializer::new(String::new())
            .extend_pairs(said)
            .finish()
    }

    /// The page.
    pub fn page(&self) -> String {
        format!("{}?{}", paths::OWN_DIGEST, self.query(&self.period))
    }

    /// The page of this span.
    pub fn fixed(&self, span: Span) -> String {
        format!("{}?{}", paths::OWN_DIGEST, self.query(&span.to_string()))
    }

    /// The form, filled in.
    pub fn form(&self) -> String {
        format!("{}/ask?{}", paths::OWN_DIGEST, self.query(&self.period))
    }

    /// The rest of its case.
    pub fn then(&self) -> String {
        format!("{}/then?{}", paths::OWN_DIGEST, self.query(&self.period))
    }

    /// Another form of it.
    pub fn file(&self, ending: &str) -> String {
        let query = self.query(&self.period);
        format!("{}.{ending}?{query}", paths::OWN_DIGEST)
    }

    /// A feed of it: of as long a time as this one is.
    pub fn feed(&self, form: &str) -> String {
        let query = self.query(self.length().as_str());
        format!("{}/feed.{form}?{query}", paths::OWN_DIGEST)
    }

    /// Whether it will be about another time some day.
    pub fn moves(&self) -> bool {
        Length::named(&self.period).is_some()
    }

    /// How long a time it is about.
    pub fn length(&self) -> Length {
        let of_span = || Some(self.period.parse::<Span>().ok()?.length());
        Length::named(&self.period)
            .or_else(of_span)
            .unwrap_or_default()
    }

    /// What it always shows.
    pub fn words(&self) -> String {
        self.length().label().to_lowercase()
    }
}

/// Why there is only the question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoDigest {
    /// Nothing was asked yet.
    Blank,
    /// Names that nothing has.
    Unknown(Vec<String>),
    /// More names of one kind than can be asked for.
    TooMany(usize),
    /// Fewer reports than are spoken of, in this time.
    TooFew(Span),
}

/// The question.
#[derive(Clone, Debug, Template)]
#[template(path = "public/own_digest.html")]
pub struct OwnDigestPage {
    layout: Layout,
    of: OwnDigestOf,
    why: NoDigest,
    /// Technologies offered while one is typed.
    names: Vec<String>,
    sectors: Vec<Group>,
    modes: Vec<Group>,
}

impl OwnDigestPage {
    /// The form.
    pub fn new(layout: Layout, of: OwnDigestOf, why: NoDigest, names: Vec<String>) -> Self {
        Self {
            layout,
            of,
            why,
            names,
            sectors: Labels::builtin().groups(ListId::Sectors),
            modes: Labels::builtin().groups(ListId::FailureModes),
        }
    }

    /// The frame of the page.
    pub fn layout() -> Layout {
        Layout::public(
            Section::Digests,
            "A digest of your own",
            "A digest about your stack, your sector or one way to fail, without an account: its address is all there is.",
        )
        .at(paths::OWN_DIGEST)
    }

    /// A span that the form offers beside the lengths, so that a fixed one is not lost.
    fn fixed(&self) -> Option<(String, String)> {
        let span: Span = self.of.period.parse().ok()?;
        Some((span.to_string(), span.label()))
    }
}
