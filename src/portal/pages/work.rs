//! One report at the desk: its text beside everything an analyst does with it.

use askama::Template;

use super::work_codes::{CodeList, Difference, Suggestion, code_lists, differences};
use crate::anonymise::{Kind, RawText, RedactedText};
use crate::digests::{SYNOPSIS_WORDS, draft_synopsis, word_count};
use crate::identifiability::{Level, Verdict};
use crate::portal::forms::{FieldError, FieldErrorKind, Fields, ReportForm};
use crate::portal::{Labels, Layout, ReportView, Section, paths};
use crate::report::{AccountId, IsoWeek, Refusal, Report, ReportId, Sender, Status};
use crate::review::{Extent, QUESTIONS, Standing};
use crate::taxonomy::ListId;

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
    /// Which state of its text this is.
    pub revision: u32,
    /// Who agrees to what, and whose codes are whose.
    pub standing: Standing,
    /// Who is reading.
    pub reader: AccountId,
    /// They may decide about it.
    pub may_decide: bool,
    /// Accounts with their names.
    pub names: Vec<(AccountId, String)>,
    /// What stands in the way of publication, in plain words.
    pub flaws: Vec<String>,
    /// How identifiable it still is.
    pub verdict: Verdict,
    /// What was taken out, by kind.
    pub removed: Vec<(Kind, usize)>,
    /// At how many places something was just taken out.
    pub struck: Option<usize>,
    /// Codes that the text speaks for.
    pub suggestions: Vec<Suggestion>,
    /// Words that were missed in the lists.
    pub missed: Vec<(ListId, String)>,
    /// Marked for an alert.
    pub hazard: bool,
    /// Reports of the same event.
    pub joined: Vec<ReportId>,
    /// What was split off it.
    pub parts: Vec<ReportId>,
    /// What it was split off from.
    pub origin: Option<ReportId>,
}

/// One report at the desk.
#[derive(Clone, Debug, Template)]
#[template(path = "desk/report.html")]
pub struct DeskReportPage {
    layout: Layout,
    view: ReportView,
    state: DeskState,
    lists: Vec<CodeList>,
    differences: Vec<Difference>,
    synopsis: RawText,
    drafted: bool,
    technologies: RawText,
    typed: Typed,
    errors: Vec<FieldError>,
    action: String,
    waits: Option<Sender>,
}

impl DeskReportPage {
    /// The report as it stands; suggestions that are not yet among its codes are offered unticked.
    /// Where a form was not taken, what was typed into it stands in its place.
    pub fn new(
        layout: Layout,
        report: &Report<RedactedText>,
        state: DeskState,
        (errors, typed): (Vec<FieldError>, Option<&Fields>),
        labels: Labels,
    ) -> Self {
        let work = typed.filter(|typed| typed.has("synopsis"));
        let lists = code_lists(
            report,
            &state.standing,
            state.reader,
            &state.suggestions,
            &state.missed,
            work,
            labels,
        );
        let empty = work.is_none() && report.synopsis.is_blank();
        let draft = empty.then(|| draft_synopsis(report)).flatten();
        let stands = draft.as_ref().unwrap_or(&report.synopsis).as_str();
        // What others chose would colour one's own choice: it shows once that is made.
        let differences = if state.standing.codes.contains(&state.reader) {
            differences(&state.standing, |account| name_of(&state, account), labels)
        } else {
            Vec::new()
        };
        Self {
            layout,
            view: ReportView::new(report, labels),
            lists,
            differences,
            drafted: draft.is_some(),
            synopsis: work.map_or_else(|| RawText::new(stands), |typed| typed.text("synopsis")),
            technologies: work.map_or_else(
                || RawText::new(ReportForm::from_report(report, labels).text("technologies")),
                |typed| typed.text("technologies"),
            ),
            typed: typed.map(Typed::read).unwrap_or_default(),
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

    /// Whether the reader can work on it.
    fn open(&self) -> bool {
        self.state.may_decide && self.undecided()
    }

    /// Nothing is decided about it yet.
    fn undecided(&self) -> bool {
        matches!(
            self.state.status,
            Status::Received | Status::InReview | Status::Approved
        )
    }

    /// It was refused, and can be taken up again as long as its text is here.
    fn may_reopen(&self) -> bool {
        self.state.may_decide && self.state.status == Status::Refused
    }

    /// Who agrees to the text, and whose codes are final.
    fn agreeing(&self) -> [(&'static str, Vec<String>, usize); 2] {
        let standing = &self.state.standing;
        let of = |accounts: &[AccountId]| {
            let names = accounts
                .iter()
                .map(|account| name_of(&self.state, *account));
            let missing = standing.needed.saturating_sub(accounts.len());
            (names.collect(), missing)
        };
        let ((text, text_missing), (codes, codes_missing)) =
            (of(&standing.text), of(&standing.codes));
        [
            ("Agree that nobody can be recognised:", text, text_missing),
            ("Have final codes:", codes, codes_missing),
        ]
    }

    fn agrees_to_text(&self) -> bool {
        self.state.standing.text.contains(&self.state.reader)
    }

    fn has_final_codes(&self) -> bool {
        self.state.standing.codes.contains(&self.state.reader)
    }

    fn unsettled(&self) -> usize {
        self.state.standing.unsettled().len()
    }

    fn words(&self) -> usize {
        word_count(self.synopsis.expose())
    }

    /// The synopsis is longer or shorter than one should be.
    fn outside(&self) -> bool {
        !SYNOPSIS_WORDS.contains(&self.words())
    }
}

/// What was typed into the smaller forms.
#[derive(Clone, Debug)]
struct Typed {
    words: RawText,
    kind: Kind,
    why: RawText,
    extent: Extent,
}

impl Typed {
    fn read(fields: &Fields) -> Self {
        let mut kinds = Kind::ALL.into_iter();
        Self {
            words: fields.text("words"),
            kind: kinds
                .find(|kind| kind.as_str() == fields.first("kind"))
                .unwrap_or(Kind::Org),
            why: fields.text("why"),
            extent: Extent::parse(fields.first("extent")).unwrap_or_default(),
        }
    }
}

impl Default for Typed {
    fn default() -> Self {
        Self {
            words: RawText::default(),
            kind: Kind::Org,
            why: RawText::default(),
            extent: Extent::Full,
        }
    }
}

fn name_of(state: &DeskState, account: AccountId) -> String {
    let known = state.names.iter().find(|(id, _)| *id == account);
    known.map_or_else(
        || "somebody who has left".to_owned(),
        |(_, name)| name.clone(),
    )
}
