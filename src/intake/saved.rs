//! A draft as a file: the anonymised report in its own form, and what the reporter wants of it.
//!
//! The file is made from a request's memory and is nowhere but with the reporter. Names to hide are
//! not in it; words to keep are, where they stand in the text anyway.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Missed;
use crate::anonymise::{RawText, RedactedText, Wishes};
use crate::auth::Nonce;
use crate::report::Report;
use crate::taxonomy::ListId;
use crate::writeup::DRAFT;

/// What a saved draft keeps beside the report.
#[derive(Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Beside {
    /// Words that stay.
    keep: Vec<String>,
    /// Whether the style is flattened.
    plain_style: bool,
    /// Words that were missed in the lists, each with the list.
    missed: Vec<(String, String)>,
    /// Whether it is a second account. The code it is told with is not in the file.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    second: bool,
    /// The number it was tried to be sent under: under the same it is kept once.
    #[serde(skip_serializing_if = "Option::is_none")]
    nonce: Option<String>,
}

/// What a saved draft wants of its report.
#[derive(Clone, Debug, Default)]
pub struct Saved {
    /// What stays, and whether the style is flattened.
    pub wishes: Wishes,
    /// Words that were missed in the lists.
    pub missed: Missed,
    /// Whether it is a second account.
    pub second: bool,
    /// The number it was tried to be sent under; `None` if it was not.
    pub nonce: Option<String>,
}

/// A draft as it is saved.
#[derive(Clone, Copy)]
pub struct ToSave<'a> {
    /// The report.
    pub report: &'a Report<RedactedText>,
    /// Words that were missed in the lists.
    pub missed: &'a [(ListId, RedactedText)],
    /// What stays, and whether the style is flattened. Names to hide are left out.
    pub wishes: &'a Wishes,
    /// Whether it is a second account.
    pub second: bool,
    /// The number it was tried to be sent under.
    pub nonce: Option<&'a Nonce>,
}

/// Words to keep that stand in an anonymised report: those alone may leave the reporter's machine.
pub fn kept_words<'a>(report: &Report<RedactedText>, wishes: &'a Wishes) -> Vec<&'a str> {
    let texts = report.texts();
    let stands = |word: &&str| texts.iter().any(|text| text.as_str().contains(word));
    let keep = wishes.keep.iter().map(RawText::expose);
    keep.filter(stands).collect()
}

/// A draft to save, as JSON in the form of a report. [`crate::writeup::import`] reads it back whole.
pub fn save(draft: ToSave<'_>) -> Result<String, serde_json::Error> {
    let ToSave {
        report,
        missed,
        wishes,
        second,
        nonce,
    } = draft;
    let keep = kept_words(report, wishes).into_iter();
    let beside = Beside {
        keep: keep.map(str::to_owned).collect(),
        plain_style: wishes.plain_style,
        missed: missed
            .iter()
            .map(|(list, word)| (list.as_str().to_owned(), word.to_string()))
            .collect(),
        second,
        nonce: nonce.map(Nonce::text),
    };
    let mut draft = serde_json::to_value(report)?;
    if let Value::Object(fields) = &mut draft {
        fields.insert(DRAFT.to_owned(), serde_json::to_value(beside)?);
    }
    serde_json::to_string_pretty(&draft)
}

/// What a saved draft wants of its report; `None` for a text that is no saved draft.
pub fn saved(text: &str) -> Option<Saved> {
    #[derive(Deserialize)]
    struct File {
        draft: Beside,
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.trim_start().starts_with('{').then_some(())?;
    let File { draft } = serde_json::from_str(text).ok()?;
    let missed = draft.missed.into_iter();
    Some(Saved {
        wishes: Wishes {
            remove: Vec::new(),
            keep: draft.keep.into_iter().map(RawText::new).collect(),
            plain_style: draft.plain_style,
        },
        missed: missed
            .filter_map(|(list, word)| Some((ListId::parse(&list)?, RawText::new(word))))
            .collect(),
        second: draft.second,
        nonce: draft.nonce,
    })
}
