//! Pages that are one person's business: the receipt.

use super::pages::{Both, Shown, unlisted};
use crate::portal::Section;
use crate::portal::forms::{FieldError, FieldErrorKind};
use crate::portal::pages::{Page, ReceiptPage, SentPage};

pub(super) fn all() -> Vec<(String, Both)> {
    let pages: Vec<(&str, Box<dyn Page>)> = vec![
        (
            "sent",
            Box::new(SentPage::new(
                unlisted(Section::Receipt, "Sent"),
                "K7QPX2M4-9ZRTB8W3-FJ6DYA5C-HNEV",
                2,
            )),
        ),
        (
            "receipt",
            Box::new(ReceiptPage::new(
                unlisted(Section::Receipt, "Follow your report"),
                vec![],
                false,
            )),
        ),
        (
            "receipt-wrong",
            Box::new(ReceiptPage::new(
                unlisted(Section::Receipt, "Follow your report"),
                vec![FieldError::new("receipt", FieldErrorKind::Empty)],
                true,
            )),
        ),
    ];
    let rendered = pages
        .into_iter()
        .map(|(name, page)| (name.to_owned(), page.both().unwrap()));
    rendered.chain(super::receipt::all()).collect()
}
