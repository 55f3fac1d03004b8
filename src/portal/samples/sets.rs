//! Sets of reports, for readers and at the desk.

use super::pages::{layout, unlisted};
use super::reports::{bare, fullest, hostile, redacted, usual};
use crate::anonymise::RawText;
use crate::portal::forms::{FieldError, FieldErrorKind, SetForm};
use crate::portal::pages::{DeskSetPage, DeskSetsPage, Page, SetPage, SetsPage};
use crate::portal::{Layout, Section};
use crate::report::SetId;
use crate::review::{KeptSet, Role};

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

fn desk(id: bool, stands: (bool, bool), wrong: bool) -> DeskSetPage {
    let set = kept(stands.0);
    let mut form = SetForm::of(&set);
    let mut told = (vec![], String::new());
    if wrong {
        form.words = RawText::new("</textarea><script>");
        told.0
            .push(FieldError::new("reports", FieldErrorKind::NoReport));
        told.1 = "One of the reports is not public.".into();
    }
    DeskSetPage::new(staffed(), id.then_some(set.id), stands, form, told)
}

fn staffed() -> Layout {
    unlisted(Section::Desk, "Sets").signed_in("mira", Role::Editor)
}

pub(super) fn all() -> Vec<(String, String)> {
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
        ("desk-set-new", Box::new(desk(false, (false, false), true))),
        ("desk-set-draft", Box::new(desk(true, (false, true), false))),
        ("desk-set-public", Box::new(desk(true, (true, true), false))),
        ("desk-set-read", Box::new(desk(true, (true, false), false))),
    ];
    let pages = pages.into_iter();
    pages
        .map(|(name, page)| (name.to_owned(), page.html().unwrap()))
        .collect()
}
