//! The analysts' desk.

use askama::Template;

use crate::anonymise::RedactedText;
use crate::identifiability::{Level, Verdict};
use crate::portal::forms::{FieldError, FieldErrorKind, MANY, Many, ReportForm};
use crate::portal::{Group, Html, Labels, Layout, ReportView, Section, markup, paths};
use crate::report::{
    Coder, Confidence, IsoWeek, RecordKind, Refusal, Report, ReportId, Sender, Status,
};
use crate::review::QUESTIONS;

/// One report of the queue.
#[derive(Clone, Debug)]
pub struct QueueLine {
    pub(crate) href: String,
    pub(crate) title: Html,
    pub(crate) kind: &'static str,
    pub(crate) status: Status,
    pub(crate) week: String,
    pub(crate) sample: bool,
    pub(crate) waits: Option<Sender>,
}

impl QueueLine {
    /// A report waiting; `title` is `None` where its key is gone.
    pub fn new(
        id: ReportId,
        title: Option<&RedactedText>,
        kind: RecordKind,
        status: Status,
        week: IsoWeek,
        sample: bool,
    ) -> Self {
        Self {
            href: paths::desk_report(id),
            title: title.map(markup::line).unwrap_or_default(),
            kind: kind.label(),
            status,
            week: week.to_string(),
            sample,
            waits: None,
        }
    }

    /// With who wrote what is not answered yet.
    #[must_use]
    pub fn waits(mut self, from: Option<Sender>) -> Self {
        self.waits = from;
        self
    }
}

/// The queue.
#[derive(Clone, Debug, Template)]
#[template(path = "desk/queue.html")]
pub struct DeskQueuePage {
    layout: Layout,
    lines: Vec<QueueLine>,
    total: u64,
    next: Option<String>,
}

impl DeskQueuePage {
    /// Reports of this page, how many there are in all, and the address of the next page.
    pub fn new(layout: Layout, lines: Vec<QueueLine>, total: u64, next: Option<String>) -> Self {
        Self {
            layout,
            lines,
            total,
            next,
        }
    }
}

/// Where a report stands at the desk.
#[derive(Clone, Debug)]
pub struct DeskState {
    /// Which report.
    pub id: ReportId,
    /// Its status.
    pub status: Status,
    /// When it came in.
    pub week: IsoWeek,
    /// Why it was refused.
    pub refusal: Option<Refusal>,
    /// An invented sample.
    pub sample: bool,
    /// Names of those who approved it.
    pub approved_by: Vec<String>,
    /// How many must.
    pub approvals_needed: usize,
    /// The reader may decide about it.
    pub may_decide: bool,
    /// The reader is one of them.
    pub approved_by_reader: bool,
    /// What stands in the way of publication, in plain words.
    pub flaws: Vec<String>,
    /// How identifiable it still is.
    pub verdict: Verdict,
    /// A suggestion of the tagger: field name of the list, code, the words it was found in.
    pub suggestions: Vec<(&'static str, String, String)>,
}

/// One report at the desk.
#[derive(Clone, Debug, Template)]
#[template(path = "desk/report.html")]
pub struct DeskReportPage {
    layout: Layout,
    view: ReportView,
    state: DeskState,
    lists: Vec<CodeList>,
    synopsis: String,
    technologies: String,
    errors: Vec<FieldError>,
    action: String,
    waits: Option<Sender>,
}

/// One list of codes with what is chosen and suggested.
#[derive(Clone, Debug)]
pub(crate) struct CodeList {
    pub(crate) field: Many,
    /// Chosen or suggested: shown at once.
    pub(crate) near: Vec<CodeChoice>,
    /// All others, folded away.
    pub(crate) rest: Vec<Group>,
}

/// A code to accept or leave.
#[derive(Clone, Debug)]
pub(crate) struct CodeChoice {
    pub(crate) id: String,
    pub(crate) label: String,
    pub(crate) definition: String,
    pub(crate) chosen: bool,
    /// Who gave it, how surely, and from which words.
    pub(crate) why: String,
}

impl DeskReportPage {
    /// The report as it stands; suggestions that are not yet among its codes are offered unticked.
    pub fn new(
        layout: Layout,
        report: &Report<RedactedText>,
        state: DeskState,
        errors: Vec<FieldError>,
        labels: Labels,
    ) -> Self {
        let lists = MANY
            .iter()
            .map(|field| code_list(*field, report, &state, labels))
            .collect();
        Self {
            layout,
            view: ReportView::new(report, labels),
            lists,
            synopsis: report.synopsis.to_string(),
            technologies: ReportForm::from_report(report, labels)
                .text("technologies")
                .to_owned(),
            errors,
            action: paths::desk_report(state.id),
            waits: None,
            state,
        }
    }

    /// With who is waited for in its mailbox: the other side of whoever wrote last.
    #[must_use]
    pub fn waits(mut self, from: Option<Sender>) -> Self {
        self.waits = from;
        self
    }

    fn open(&self) -> bool {
        self.state.may_decide
            && matches!(
                self.state.status,
                Status::Received | Status::InReview | Status::Approved
            )
    }

    fn missing(&self) -> usize {
        self.state
            .approvals_needed
            .saturating_sub(self.state.approved_by.len())
    }
}

fn code_list(
    field: Many,
    report: &Report<RedactedText>,
    state: &DeskState,
    labels: Labels,
) -> CodeList {
    let evidence = |id: &str| {
        let found = state
            .suggestions
            .iter()
            .find(|(name, code, _)| *name == field.name && code == id);
        found.map(|(.., words)| words.as_str())
    };
    let mut near: Vec<CodeChoice> = field
        .read(report)
        .iter()
        .map(|coded| {
            let term = labels.term(field.list, &coded.code);
            let who = match coded.coder {
                Coder::Reporter => "from the reporter",
                Coder::Analyst => "from an analyst",
                Coder::Machine => "from the tagger",
            };
            let sure = match coded.confidence {
                Confidence::Low => ", a guess",
                Confidence::Medium => ", likely",
                Confidence::High => "",
            };
            let words = evidence(&term.id)
                .map(|words| format!(": “{words}”"))
                .unwrap_or_default();
            CodeChoice {
                why: format!("{who}{sure}{words}"),
                id: term.id,
                label: term.label,
                definition: term.definition,
                chosen: true,
            }
        })
        .collect();
    for (_, code, words) in state
        .suggestions
        .iter()
        .filter(|(name, ..)| *name == field.name)
    {
        let known = near.iter().any(|choice| choice.id == *code);
        if let (false, Ok(slug)) = (known, code.parse()) {
            let term = labels.term(field.list, &slug);
            near.push(CodeChoice {
                why: format!("suggested: “{words}”"),
                id: term.id,
                label: term.label,
                definition: term.definition,
                chosen: false,
            });
        }
    }
    let rest = labels
        .groups(field.list)
        .into_iter()
        .map(|mut group| {
            group
                .terms
                .retain(|term| near.iter().all(|choice| choice.id != term.id));
            group
        })
        .filter(|group| !group.terms.is_empty())
        .collect();
    CodeList { field, near, rest }
}
