//! Sets of reports, for readers and at the desk.

use super::pages::{Both, Shown, layout, unlisted};
use super::reports::{bare, fullest, hostile, redacted, usual};
use crate::anonymise::RawText;
use crate::portal::forms::{FieldError, FieldErrorKind, SetForm};
use crate::portal::pages::{DeskSetPage, DeskSetsPage, Page, SetPage, SetsPage};
use crate::portal::{Layout, Section};
use crate::report::SetId;
use crate::review::{DeskSet, KeptSet, Role, Seen};

fn kept(public: bool) -> KeptSet {
    KeptSet {
        id: SetId::random(),
        public,
        month: "2026-11".parse().unwrap(),
        title: redacted("Retries that <b>made it worse</b>"),
        words: redacted("Read the first for the *shape* of it.\n\n## Then\n\nThe others. <script>"),
        reports: vec![usual().id, fullest().id],
    }
}

fn desk(public: Option<bool>, role: Role, wrong: bool) -> DeskSetPage {
    let set = kept(public == Some(true));
    let mut form = SetForm::of(&DeskSet {
        kept: set.clone(),
        seen: Seen::given("0011223344556677"),
    });
    let mut told = (vec![], String::new());
    if wrong {
        form.words = RawText::new("</textarea><script>");
        told.0.push(FieldError::new(
            "reports",
            FieldErrorKind::NoReportInLine { line: 2 },
        ));
        told.1 = "One of the reports is not public.".into();
    }
    let kept = public.map(|public| (set.id, public));
    DeskSetPage::new(staffed_by(role), kept, form, told)
}

fn staffed() -> Layout {
    staffed_by(Role::Editor)
}

fn staffed_by(role: Role) -> Layout {
    unlisted(Section::Desk, "Sets").signed_in("mira", role)
}

pub(super) fn all() -> Vec<(String, Both)> {
    let public = || layout(Section::Search, "Sets");
    let both = [kept(true), kept(false)];
    let reports = [usual(), fullest(), hostile(), bare()];
    let pages: Vec<(&str, Box<dyn Page>)> = vec![
        ("sets", Box::new(SetsPage::new(public(), &both))),
        ("sets-none", Box::new(SetsPage::new(public(), &[]))),
        ("set", Box::new(SetPage::new(public(), &both[0], &reports))),
        ("set-none", Box::new(SetPage::new(public(), &both[0], &[]))),
        ("desk-sets", Box::new(DeskSetsPage::new(staffed(), &both))),
        (
            "desk-sets-none",
            Box::new(DeskSetsPage::new(staffed(), &[])),
        ),
        ("desk-set-new", Box::new(desk(None, Role::Analyst, true))),
        (
            "desk-set-draft",
            Box::new(desk(Some(false), Role::Editor, false)),
        ),
        (
            "desk-set-public",
            Box::new(desk(Some(true), Role::Editor, false)),
        ),
        (
            "desk-set-read",
            Box::new(desk(Some(true), Role::Analyst, false)),
        ),
    ];
    let pages = pages.into_iter();
    pages
        .map(|(name, page)| (name.to_owned(), page.both().unwrap()))
        .collect()
}
