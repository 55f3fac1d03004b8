//! Alerts: for readers, and at the desk.

use askama::Template;

use crate::anonymise::RedactedText;
use crate::portal::forms::{AlertForm, FieldError, FieldErrorKind};
use crate::portal::{Html, Layout, Phrase, ReportLine, Section, markup, paths};
use crate::report::{AlertId, AlertStatus, PublicAlert};
use crate::review::{DeskAlert, KeptAlert, Permission};

/// An alert in a list; of a withdrawn one only number and month are left.
#[derive(Clone, Debug)]
pub struct AlertLine {
    pub(crate) href: String,
    pub(crate) desk: String,
    pub(crate) number: Option<u32>,
    pub(crate) title: Html,
    pub(crate) who: Html,
    pub(crate) month: String,
    pub(crate) status: AlertStatus,
    pub(crate) sample: bool,
}

impl AlertLine {
    /// The line of an alert.
    pub fn new(alert: &KeptAlert) -> Self {
        Self {
            href: paths::alert(alert.id),
            desk: paths::desk_alert(alert.id),
            number: alert.number,
            title: markup::line(&alert.alert.title),
            who: markup::line(&alert.alert.who),
            month: alert.month.label(),
            status: alert.status,
            sample: alert.sample,
        }
    }
}

/// All alerts, the newest first.
#[derive(Clone, Debug, Template)]
#[template(path = "public/alerts.html")]
pub struct AlertsPage {
    layout: Layout,
    lines: Vec<AlertLine>,
}

impl AlertsPage {
    /// The alerts, the newest first.
    pub fn new(layout: Layout, lines: Vec<AlertLine>) -> Self {
        Self { layout, lines }
    }
}

/// One alert, made to be printed and pinned up.
#[derive(Clone, Debug, Template)]
#[template(path = "public/alert.html")]
pub struct AlertPage {
    layout: Layout,
    number: u32,
    title: Html,
    who: Html,
    seen: Html,
    check: Vec<Html>,
    published: String,
    sample: bool,
    reports: Vec<ReportLine>,
}

impl AlertPage {
    /// The alert, and those reports behind it that are public.
    pub fn new(
        layout: Layout,
        alert: &PublicAlert<RedactedText>,
        reports: Vec<ReportLine>,
    ) -> Self {
        let published = alert.published.label();
        let title = alert.alert.title.on_one_line();
        let layout = Layout {
            title: Phrase::Content(title.to_string()),
            description: Phrase::Content(alert.alert.who.on_one_line().to_string()),
            section: Section::Home,
            address: if layout.address.is_empty() {
                paths::alert(alert.id)
            } else {
                layout.address
            },
            issued: Some(say!(
                "alert-issued",
                number = alert.number,
                period = word!(published)
            )),
            samples: layout.samples,
            ..Layout::default()
        };
        Self {
            layout,
            number: alert.number,
            title: markup::line(&title),
            who: markup::prose(&alert.alert.who, 3),
            seen: markup::prose(&alert.alert.seen, 3),
            check: checks(&alert.alert.check),
            published,
            sample: alert.sample,
            reports,
        }
    }
}

/// One thing to check a line; a mark of a list in front of it is left out.
fn checks(text: &RedactedText) -> Vec<Html> {
    let whole = text.as_str();
    let mut start = 0;
    let mut checks = Vec::new();
    for line in whole.split_inclusive('\n') {
        let bare = line.trim().trim_start_matches(['-', '*', '•']).trim_start();
        let skipped = line.find(bare).unwrap_or(0);
        let range = start + skipped..start + skipped + bare.len();
        start += line.len();
        if let (false, Some(check)) = (bare.is_empty(), text.excerpt(&[range])) {
            checks.push(markup::line(&check));
        }
    }
    checks
}

/// All alerts at the desk.
#[derive(Clone, Debug, Template)]
#[template(path = "desk/alerts.html")]
pub struct DeskAlertsPage {
    layout: Layout,
    lines: Vec<AlertLine>,
}

impl DeskAlertsPage {
    /// Drafts, published and withdrawn alerts.
    pub fn new(layout: Layout, lines: Vec<AlertLine>) -> Self {
        Self { layout, lines }
    }
}

/// An alert being written, or one that is public and can be taken back.
#[derive(Clone, Debug, Template)]
#[template(path = "desk/alert.html")]
pub struct DeskAlertPage {
    layout: Layout,
    action: String,
    form: AlertForm,
    status: Option<AlertStatus>,
    agreed: Vec<String>,
    agreed_by_reader: bool,
    may_issue: bool,
    missing: usize,
    href: String,
    errors: Vec<FieldError>,
    problem: String,
}

impl DeskAlertPage {
    /// The form of an alert that is not kept yet.
    pub fn blank(
        layout: Layout,
        form: AlertForm,
        errors: Vec<FieldError>,
        problem: String,
    ) -> Self {
        Self {
            layout,
            action: paths::DESK_ALERT_NEW.to_owned(),
            form,
            status: None,
            agreed: Vec::new(),
            agreed_by_reader: false,
            may_issue: false,
            missing: 0,
            href: String::new(),
            errors,
            problem,
        }
    }

    /// An alert that is kept, with the names of those who agree to it as it stands, whether the
    /// reader is one of them, and whether they may issue it.
    pub fn new(
        layout: Layout,
        id: AlertId,
        alert: &DeskAlert,
        (agreed, agreed_by_reader, may_issue): (Vec<String>, bool, bool),
        (form, errors, problem): (Option<AlertForm>, Vec<FieldError>, String),
    ) -> Self {
        Self {
            layout,
            action: paths::desk_alert(id),
            form: match form {
                Some(typed) => AlertForm {
                    seen: alert.seen.clone(),
                    ..typed
                },
                None => AlertForm::of(&alert.kept.alert, &alert.reports, &alert.seen),
            },
            status: Some(alert.kept.status),
            missing: alert.needed.saturating_sub(agreed.len()),
            agreed,
            agreed_by_reader,
            may_issue,
            href: paths::alert(id),
            errors,
            problem,
        }
    }

    fn writable(&self) -> bool {
        matches!(self.status, None | Some(AlertStatus::Draft))
    }
}
