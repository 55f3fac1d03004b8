//! What a visitor sees when something does not work.

use askama::Template;

use crate::portal::{Layout, Section};

/// An error, what was kept, what to do, and a way on.
#[derive(Clone, Debug, Template)]
#[template(path = "errors/error.html")]
pub struct ErrorPage {
    layout: Layout,
    status: u16,
    title: String,
    advice: String,
    detail: String,
    ways: &'static [(&'static str, &'static str)],
}

impl ErrorPage {
    /// `status` decides the ways on; `detail` never holds what somebody sent.
    pub fn new(
        layout: Layout,
        status: u16,
        title: impl Into<String>,
        advice: impl Into<String>,
        detail: Option<String>,
    ) -> Self {
        let title = title.into();
        Self {
            layout: Layout {
                title: title.clone().into(),
                noindex: true,
                ..layout
            },
            status,
            title,
            advice: advice.into(),
            detail: detail.unwrap_or_default(),
            ways: ways(status),
        }
    }
}

fn ways(status: u16) -> &'static [(&'static str, &'static str)] {
    match status {
        404 | 405 | 410 => &[
            ("/search", "Search the reports"),
            ("/technologies", "Look by technology"),
            ("/", "Go to the start"),
        ],
        400 | 413 | 415 | 422 => &[
            ("/report", "Write a report"),
            ("/how-we-anonymise", "Read how text is handled"),
            ("/", "Go to the start"),
        ],
        403 | 409 => &[
            ("/receipt", "Follow your report"),
            ("/report", "Write a report"),
            ("/", "Go to the start"),
        ],
        _ => &[("/search", "Search the reports"), ("/", "Go to the start")],
    }
}
