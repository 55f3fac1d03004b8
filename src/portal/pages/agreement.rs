//! How far analysts agree on codes.

use askama::Template;

use crate::portal::forms::MANY;
use crate::portal::{Layout, Section};
use crate::review::Agreement;

/// One list.
#[derive(Clone, Debug)]
struct Line {
    label: &'static str,
    pairs: usize,
    same: usize,
    kappa: String,
    word: &'static str,
}

/// Agreement by list.
#[derive(Clone, Debug, Template)]
#[template(path = "desk/agreement.html")]
pub struct AgreementPage {
    layout: Layout,
    lines: Vec<Line>,
    any: bool,
}

impl AgreementPage {
    /// The lists in the order of the desk.
    pub fn new(layout: Layout, agreement: &[Agreement]) -> Self {
        let lines = agreement.iter().map(|of| Line {
            label: MANY
                .iter()
                .find(|field| field.list == of.list)
                .map_or("", |field| field.label),
            pairs: of.pairs,
            same: of.same,
            kappa: of
                .kappa
                .map_or_else(|| "–".to_owned(), |kappa| format!("{kappa:.2}")),
            word: match of.kappa {
                None => "not defined",
                Some(kappa) if kappa < 0.4 => "poor: talk about the terms",
                Some(kappa) if kappa <= 0.75 => "fair to good",
                Some(_) => "excellent",
            },
        });
        Self {
            layout,
            lines: lines.collect(),
            any: agreement.iter().any(|of| of.pairs > 0),
        }
    }
}
