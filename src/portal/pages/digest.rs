//! Digests: the list, and one issue.

use askama::Template;

use crate::anonymise::RedactedText;
use crate::digests::{self, About, Digest, Hand, MitigationLine, Paragraph};
use crate::portal::pages::OwnDigestOf;
use crate::portal::view::{Bars, Count, SeverityMark, words};
use crate::portal::{Html, Labelled, Layout, Section, markup, paths};
use crate::report::Period;

/// One issue in the list.
#[derive(Clone, Debug)]
pub struct DigestLine {
    pub(crate) href: String,
    pub(crate) label: String,
    pub(crate) reports: Option<u64>,
}

impl DigestLine {
    /// The issue of a period, with the number of its reports where it is known.
    pub fn new(period: Period, reports: Option<u64>) -> Self {
        Self {
            href: paths::digest(period),
            label: period.label(),
            reports,
        }
    }
}

/// All issues, newest first.
#[derive(Clone, Debug, Template)]
#[template(path = "public/digests.html")]
pub struct DigestsPage {
    layout: Layout,
    issues: Vec<DigestLine>,
}

impl DigestsPage {
    /// The issues, newest first.
    pub fn new(layout: Layout, issues: Vec<DigestLine>) -> Self {
        Self { layout, issues }
    }
}

/// One issue.
#[derive(Clone, Debug, Template)]
#[template(path = "public/digest.html")]
pub struct DigestPage {
    layout: Layout,
    label: String,
    /// What a reader asked for, in words; empty for everything.
    about: String,
    at: IssueAt,
    digest: Digest<RedactedText>,
    stories: Vec<Story>,
    helped: Bars,
    actions: Vec<ActionLine>,
    theme: String,
    opening: Option<Html>,
    note: Option<Html>,
    made: String,
    news: Vec<String>,
    practice_of: &'static str,
    case: Option<CaseView>,
}

/// The rest of an issue's case.
#[derive(Clone, Debug, Template)]
#[template(path = "public/digest_then.html")]
pub struct DigestThenPage {
    layout: Layout,
    label: String,
    back: String,
    case: CaseView,
}

impl DigestThenPage {
    /// The rest of the case, if the issue has one. `back`: the page of the issue.
    pub fn new(layout: Layout, digest: &Digest<RedactedText>, back: String) -> Option<Self> {
        Some(Self {
            layout,
            label: format!("Digest, {}", digest.period.label()),
            back,
            case: case(digest.case.as_ref()?),
        })
    }
}

/// Where an issue is, and its other forms.
#[derive(Clone, Debug)]
enum IssueAt {
    /// As issued, at this path.
    Issued(String),
    /// As asked for, by this query.
    Own(OwnDigestOf),
    /// At the desk, at this path.
    Draft(String),
}

/// Forms of an issue by how their names end.
const FORMS: [(&str, &str); 6] = [
    ("pdf", "PDF to print"),
    ("epub", "EPUB"),
    ("txt", "plain text"),
    ("html", "one page"),
    ("md", "Markdown"),
    ("json", "JSON"),
];

/// A report retold.
#[derive(Clone, Debug)]
pub(super) struct Story {
    pub(super) source: SourceView,
    pub(super) paragraphs: Vec<Html>,
    pub(super) helped: Html,
    pub(super) edited: bool,
}

/// Where a story comes from.
#[derive(Clone, Debug)]
pub(super) struct SourceView {
    pub(super) href: String,
    pub(super) title: Html,
    pub(super) kind: &'static str,
    pub(super) sector: String,
    pub(super) severity: Option<SeverityMark>,
    pub(super) terms: Vec<(String, String)>,
    pub(super) sample: bool,
}

/// A change others may want, too.
#[derive(Clone, Debug)]
struct ActionLine {
    text: Html,
    facts: Vec<String>,
    href: String,
}

/// A story told halfway, choices, and the rest.
#[derive(Clone, Debug)]
struct CaseView {
    first_half: Vec<(String, Html)>,
    choices: Vec<String>,
    rest: Vec<(String, Html)>,
    tried: Vec<(String, Option<(&'static str, &'static str)>)>,
    lessons: Html,
    source: SourceView,
}

impl DigestPage {
    /// The issue.
    pub fn new(layout: Layout, digest: &Digest<RedactedText>) -> Self {
        let path = format!("{}/{}", paths::DIGESTS, digest.period);
        Self::of(layout, digest, IssueAt::Issued(path))
    }

    /// The issue that a reader asked for.
    pub fn own(layout: Layout, digest: &Digest<RedactedText>, of: OwnDigestOf) -> Self {
        Self::of(layout, digest, IssueAt::Own(of))
    }

    /// A draft, as readers would see it.
    pub fn draft(layout: Layout, digest: &Digest<RedactedText>) -> Self {
        let path = format!("{}/{}", paths::DESK_DIGESTS, digest.period);
        Self::of(layout, digest, IssueAt::Draft(path))
    }

    fn of(layout: Layout, digest: &Digest<RedactedText>, at: IssueAt) -> Self {
        let helped = digest
            .helped
            .iter()
            .map(|line| Count::new(plain(&line.what), "", u64::from(line.reports)))
            .collect();
        Self {
            label: digest.period.label(),
            about: digest.about.as_ref().map(About::label).unwrap_or_default(),
            at,
            stories: digest.retellings.iter().map(story).collect(),
            helped: Bars::new("helped", "What helped", "Reports that say so.", helped),
            actions: digest.actions.iter().map(action).collect(),
            theme: digest.theme.as_ref().map_or_else(String::new, |theme| {
                theme.sentences(digest.reports).join(" ")
            }),
            opening: digest.opening.as_ref().map(|text| markup::prose(text, 3)),
            note: digest.note.as_ref().map(markup::line),
            made: digest.made(),
            news: digest.news.sentences(),
            practice_of: digests::practice_of(digest.period),
            case: digest.case.as_ref().map(case),
            layout,
            digest: digest.clone(),
        }
    }

    /// An address that will always be about the same time.
    fn fixed(&self, of: &OwnDigestOf) -> String {
        of.fixed(self.digest.period)
    }

    /// The page with the rest of the case; a draft tells it at its end.
    fn then(&self) -> Option<String> {
        match &self.at {
            _ if self.layout.standalone => None,
            IssueAt::Issued(path) => Some(format!("{path}/then")),
            IssueAt::Own(of) => Some(of.then()),
            IssueAt::Draft(_) => None,
        }
    }

    /// The practice as one page to hang up.
    fn poster(&self) -> Option<String> {
        match &self.at {
            _ if self.layout.standalone => None,
            IssueAt::Issued(path) => Some(format!("{path}/poster.pdf")),
            IssueAt::Own(of) => Some(of.file("poster.pdf")),
            IssueAt::Draft(_) => None,
        }
    }

    /// Words and paths of its other forms.
    fn forms(&self) -> Vec<(&'static str, String)> {
        let path = |ending: &str| match &self.at {
            IssueAt::Issued(path) => Some(format!("{path}.{ending}")),
            IssueAt::Own(of) => Some(of.file(ending)),
            IssueAt::Draft(_) => None,
        };
        let forms = FORMS.into_iter();
        forms
            .filter_map(|(ending, words)| Some((words, path(ending)?)))
            .collect()
    }

    fn effects(line: &MitigationLine) -> [u32; 4] {
        [line.worked, line.partly, line.no_effect, line.made_worse]
    }
}

fn plain(term: &digests::Term) -> Labelled {
    Labelled {
        id: term.slug.to_string(),
        label: term.label.clone(),
        definition: String::new(),
    }
}

pub(super) fn paragraph(pieces: &Paragraph<RedactedText>) -> Html {
    markup::sentences(pieces.iter().map(digests::Piece::words))
}

pub(super) fn story(told: &digests::Retelling<RedactedText>) -> Story {
    Story {
        source: source(&told.source),
        paragraphs: told.paragraphs.iter().map(paragraph).collect(),
        helped: paragraph(&told.helped),
        edited: told.hand == Hand::Editor,
    }
}

fn source(of: &digests::Source<RedactedText>) -> SourceView {
    let technologies = of
        .technologies
        .iter()
        .map(|term| (term.label.clone(), paths::technology(term.slug.as_str())));
    let modes = of
        .modes
        .iter()
        .map(|term| (term.label.clone(), paths::pattern(term.slug.as_str())));
    SourceView {
        href: paths::report(of.report),
        title: markup::line(&of.title),
        kind: of.kind.label(),
        sector: of
            .sector
            .as_ref()
            .map(|term| term.label.clone())
            .unwrap_or_default(),
        severity: of.severity.map(SeverityMark),
        terms: modes.chain(technologies).collect(),
        sample: of.sample,
    }
}

fn action(line: &digests::ActionWorthCopying<RedactedText>) -> ActionLine {
    let class = line.class.as_ref().map(|term| term.label.clone());
    let facts = [
        class,
        Some(words::strength(line.strength).to_owned()),
        line.status.map(|status| words::status(status).to_owned()),
        line.result.map(|result| words::result(result).to_owned()),
    ];
    ActionLine {
        text: markup::line(&line.text),
        facts: facts.into_iter().flatten().collect(),
        href: paths::report(line.report),
    }
}

fn case(of: &digests::Case<RedactedText>) -> CaseView {
    let beats = |beats: &[digests::Beat<RedactedText>]| {
        let at = |minutes: Option<i64>| minutes.map(words::offset).unwrap_or_default();
        beats
            .iter()
            .map(|beat| (at(beat.offset_minutes), markup::line(&beat.text)))
            .collect()
    };
    CaseView {
        first_half: beats(&of.first_half),
        choices: of.choices.iter().map(|term| term.label.clone()).collect(),
        rest: beats(&of.rest),
        tried: of
            .tried
            .iter()
            .map(|tried| (tried.what.label.clone(), tried.effect.map(words::effect)))
            .collect(),
        lessons: paragraph(&of.lessons),
        source: source(&of.source),
    }
}
