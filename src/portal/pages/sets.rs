//! Sets of reports on a theme: for readers, and at the desk.

use askama::Template;

use crate::anonymise::RedactedText;
use crate::portal::forms::{FieldError, FieldErrorKind, SetForm};
use crate::portal::{Html, Labels, Layout, Phrase, ReportLine, Section, markup, paths};
use crate::report::{PublicReport, SetId};
use crate::review::{KeptSet, MOST_IN_SET, Permission};

/// A set in a list.
#[derive(Clone, Debug)]
pub struct SetLine {
    href: String,
    desk: String,
    title: Html,
    reports: usize,
    month: String,
    public: bool,
}

impl SetLine {
    /// The line of a set.
    pub fn new(set: &KeptSet) -> Self {
        Self {
            href: paths::set(set.id),
            desk: paths::desk_set(set.id),
            title: markup::line(&set.title),
            reports: set.reports.len(),
            month: set.month.label(),
            public: set.public,
        }
    }
}

/// All public sets.
#[derive(Clone, Debug, Template)]
#[template(path = "public/sets.html")]
pub struct SetsPage {
    layout: Layout,
    lines: Vec<SetLine>,
}

/// One set.
#[derive(Clone, Debug, Template)]
#[template(path = "public/set.html")]
pub struct SetPage {
    layout: Layout,
    title: Html,
    words: Html,
    month: String,
    lines: Vec<ReportLine>,
}

/// Drafts and public sets, at the desk.
#[derive(Clone, Debug, Template)]
#[template(path = "desk/sets.html")]
pub struct DeskSetsPage {
    layout: Layout,
    lines: Vec<SetLine>,
}

/// One set at the desk.
#[derive(Clone, Debug, Template)]
#[template(path = "desk/set.html")]
pub struct DeskSetPage {
    layout: Layout,
    action: String,
    form: SetForm,
    most: usize,
    /// Whether it is public; `None` for one that is not kept yet.
    public: Option<bool>,
    href: String,
    errors: Vec<FieldError>,
    problem: String,
}

impl SetsPage {
    /// The sets, by title.
    pub fn new(layout: Layout, sets: &[KeptSet]) -> Self {
        Self {
            layout,
            lines: sets.iter().map(SetLine::new).collect(),
        }
    }

    /// The frame of the page.
    pub fn layout() -> Layout {
        Layout::public(
            Section::Search,
            "Sets",
            "Reports on one theme, put together and put in order by analysts.",
        )
        .at(paths::SETS)
    }
}

impl SetPage {
    /// A set, with its reports in order.
    pub fn new(layout: Layout, set: &KeptSet, reports: &[PublicReport<RedactedText>]) -> Self {
        let labels = Labels::builtin();
        let issued = set.month.label();
        Self {
            layout: Layout {
                title: Phrase::Content(set.title.on_one_line().to_string()),
                description: say!("set-reports-on-one-theme", reports = reports.len()).into(),
                section: Section::Search,
                address: paths::set(set.id),
                issued: Some(say!("set-issued", period = word!(issued))),
                ..layout
            },
            title: markup::line(&set.title),
            words: markup::prose(&set.words, 3),
            month: issued,
            lines: reports
                .iter()
                .map(|report| ReportLine::new(report, labels))
                .collect(),
        }
    }
}

impl DeskSetsPage {
    /// The sets, by title.
    pub fn new(layout: Layout, sets: &[KeptSet]) -> Self {
        Self {
            layout,
            lines: sets.iter().map(SetLine::new).collect(),
        }
    }
}

impl DeskSetPage {
    /// A set that is kept under this id, and whether it is public, or one that is not kept yet.
    pub fn new(
        layout: Layout,
        kept: Option<(SetId, bool)>,
        form: SetForm,
        (errors, problem): (Vec<FieldError>, String),
    ) -> Self {
        let id = kept.map(|(id, _)| id);
        Self {
            layout,
            action: id.map_or_else(|| paths::DESK_SET_NEW.to_owned(), paths::desk_set),
            form,
            most: MOST_IN_SET,
            public: kept.map(|(_, public)| public),
            href: id.map(paths::set).unwrap_or_default(),
            errors,
            problem,
        }
    }

    /// A public set leaves the site when it is changed, which is the editors' to decide.
    fn may_change(&self) -> bool {
        self.layout.may(match self.public {
            Some(true) => Permission::IssueAlerts,
            _ => Permission::ReviewReports,
        })
    }
}
