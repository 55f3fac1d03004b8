//! The queue of the desk.

use askama::Template;

use crate::portal::{Html, Labels, Layout, Section, markup, paths};
use crate::report::{RecordKind, Sender, Status};
use crate::review::{FIRST_LOOK_DAYS, QueueAsked, QueueEntry};
use crate::taxonomy::ListId;

/// Technologies and failure modes a line names.
const TERMS: usize = 3;

/// One report of the queue.
#[derive(Clone, Debug)]
pub struct QueueLine {
    pub(crate) href: String,
    pub(crate) title: Html,
    pub(crate) kind: &'static str,
    pub(crate) status: Status,
    pub(crate) week: String,
    pub(crate) age: String,
    pub(crate) late: bool,
    pub(crate) sample: bool,
    pub(crate) hazard: bool,
    pub(crate) level: &'static str,
    pub(crate) terms: Vec<String>,
    pub(crate) waits: Option<Sender>,
}

impl QueueLine {
    /// The line of a report that waits.
    pub fn new(entry: &QueueEntry, labels: Labels) -> Self {
        let technologies = entry.technologies.iter().take(TERMS);
        let technologies = technologies.map(|slug| labels.technology(slug).label);
        let modes = entry.failure_modes.iter().take(TERMS);
        let modes = modes.map(|slug| labels.term(ListId::FailureModes, slug).label);
        Self {
            href: paths::desk_report(entry.id),
            title: entry.title.as_ref().map(markup::line).unwrap_or_default(),
            kind: entry.kind.label(),
            status: entry.status,
            week: entry.week.to_string(),
            age: match entry.weeks {
                0 => "this week".to_owned(),
                1 => "1 week".to_owned(),
                weeks => format!("{weeks} weeks"),
            },
            late: entry.late,
            sample: entry.sample,
            hazard: entry.hazard,
            level: entry.level.map(level_word).unwrap_or_default(),
            terms: technologies.chain(modes).collect(),
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

fn level_word(level: crate::identifiability::Level) -> &'static str {
    use crate::identifiability::Level;
    match level {
        Level::Low => "Few signs",
        Level::LookAgain => "Look again",
        Level::DoNotPublish => "Says too much",
    }
}

/// A link that narrows the queue, or widens it again.
#[derive(Clone, Debug)]
pub(crate) struct Narrow {
    pub(crate) label: &'static str,
    pub(crate) href: String,
    pub(crate) on: bool,
}

/// The queue.
#[derive(Clone, Debug, Template)]
#[template(path = "desk/queue.html")]
pub struct DeskQueuePage {
    layout: Layout,
    lines: Vec<QueueLine>,
    total: u64,
    narrowed: bool,
    filters: Vec<(&'static str, Vec<Narrow>)>,
    page: u32,
    pages: u64,
    before: Option<String>,
    next: Option<String>,
}

impl DeskQueuePage {
    /// The lines of page `page` (the first is 0), how many there are in all, and what was asked
    /// for; `mine`: only what waits for the reader.
    pub fn new(
        layout: Layout,
        lines: Vec<QueueLine>,
        total: u64,
        asked: &QueueAsked,
        page: u32,
    ) -> Self {
        let asked = Query::of(asked);
        let limit = u64::from(asked.limit.max(1));
        let pages = total.div_ceil(limit);
        let at = |page: u32| asked.clone().at(page);
        Self {
            layout,
            lines,
            total,
            narrowed: asked.narrowed(),
            filters: asked.filters(),
            page,
            pages,
            before: page.checked_sub(1).map(at),
            next: (u64::from(page) + 1 < pages).then(|| at(page + 1)),
        }
    }
}

/// What the address says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Query {
    status: &'static str,
    kind: &'static str,
    level: &'static str,
    hazard: bool,
    mine: bool,
    words: bool,
    limit: u32,
}

impl Query {
    fn of(asked: &QueueAsked) -> Self {
        Self {
            status: asked.status.map(Status::as_str).unwrap_or_default(),
            kind: asked.kind.map(RecordKind::as_str).unwrap_or_default(),
            level: asked
                .level
                .map(crate::identifiability::Level::as_str)
                .unwrap_or_default(),
            hazard: asked.hazard,
            mine: asked.waits_for.is_some(),
            words: asked.unanswered,
            limit: asked.limit,
        }
    }

    fn narrowed(&self) -> bool {
        let plain = Self {
            limit: self.limit,
            ..Self::default()
        };
        *self != plain
    }

    fn at(&self, page: u32) -> String {
        let mut parts = Vec::new();
        for (name, value) in [
            ("status", self.status),
            ("kind", self.kind),
            ("level", self.level),
            ("hazard", if self.hazard { "yes" } else { "" }),
            ("mine", if self.mine { "yes" } else { "" }),
            ("words", if self.words { "yes" } else { "" }),
        ] {
            if !value.is_empty() {
                parts.push(format!("{name}={value}"));
            }
        }
        if page > 0 {
            parts.push(format!("page={page}"));
        }
        if parts.is_empty() {
            paths::DESK.to_owned()
        } else {
            format!("{}?{}", paths::DESK, parts.join("&"))
        }
    }

    fn link(&self, label: &'static str, to: &Self) -> Narrow {
        Narrow {
            label,
            on: self == to,
            href: to.at(0),
        }
    }

    fn filters(&self) -> Vec<(&'static str, Vec<Narrow>)> {
        let all = || self.clone();
        let status = [
            ("All that wait", ""),
            ("Received", "received"),
            ("In review", "in-review"),
            ("Approved", "approved"),
            ("Refused, with its text", "refused"),
        ];
        let status = status.map(|(label, status)| self.link(label, &Self { status, ..all() }));
        let kinds = std::iter::once(("Any kind", ""))
            .chain(RecordKind::ALL.map(|kind| (kind.label(), kind.as_str())));
        let kinds = kinds.map(|(label, kind)| self.link(label, &Self { kind, ..all() }));
        let levels = [
            ("Any verdict", ""),
            ("Few signs", "low"),
            ("Look again", "look-again"),
            ("Says too much", "do-not-publish"),
        ];
        let levels = levels.map(|(label, level)| self.link(label, &Self { level, ..all() }));
        let toggle = |label, to: Self| Narrow {
            label,
            on: self.hazard && !to.hazard || self.mine && !to.mine || self.words && !to.words,
            href: to.at(0),
        };
        let marks = vec![
            toggle(
                "Waits for me",
                Self {
                    mine: !self.mine,
                    ..all()
                },
            ),
            toggle(
                "Words not answered",
                Self {
                    words: !self.words,
                    ..all()
                },
            ),
            toggle(
                "Marked for an alert",
                Self {
                    hazard: !self.hazard,
                    ..all()
                },
            ),
        ];
        vec![
            ("Where it stands", status.to_vec()),
            ("Kind", kinds.collect()),
            ("How recognisable", levels.to_vec()),
            ("Only", marks),
        ]
    }
}
