//! What an analyst does with a report.

use std::collections::{BTreeMap, BTreeSet};

use super::codes::{MANY, missed_word, none_fits, of_id};
use super::{FieldError, FieldErrorKind, Fields, technology};
use crate::anonymise::{Kind, RawText, RedactedText};
use crate::intake::Missed;
use crate::portal::Labels;
use crate::report::{AccountId, Refusal, Report, ReportId, Slug, TechnologyUse};
use crate::review::{Agreed, Coding, Extent};
use crate::taxonomy::ListId;

/// What is to happen with a report.
#[derive(Clone, Debug)]
pub enum DeskForm {
    /// Keep synopsis, technologies and codes, and note what the analyst agrees to.
    Work(Box<Work>, Agreed),
    /// Publish now, so much of it.
    Publish(Extent),
    /// Not to be published.
    Refuse(Refusal),
    /// A refused one is to be looked at again, for a reason that the reporter reads.
    Reopen(RawText),
    /// Take these words out wherever they stand.
    Strike(Vec<RawText>, Kind),
    /// Mark it for an alert, or take the mark off.
    Hazard(bool),
    /// Take these analysts' codes where they differ.
    Settle(BTreeMap<ListId, AccountId>),
    /// It tells of the same event as this one.
    Join(ReportId),
    /// It tells of an event of its own.
    Leave,
}

/// What an analyst wrote and chose.
#[derive(Clone, Debug, Default)]
pub struct Work {
    /// The synopsis as typed: anonymise it like everything else.
    pub synopsis: RawText,
    /// The state of the text that they read.
    pub revision: u32,
    /// Their codes.
    pub coding: Coding,
    /// Words they missed in the lists.
    pub missed: Missed,
    technologies: Vec<TechnologyUse>,
}

impl DeskForm {
    /// Reads `verdict` and what belongs to it.
    pub fn parse(fields: &Fields, labels: Labels) -> Result<Self, Vec<FieldError>> {
        let wrong = |field, kind| Err(vec![FieldError::new(field, kind)]);
        let agreed = |text, codes| Agreed { text, codes };
        match fields.first("verdict") {
            "save" => work(fields, labels, agreed(false, false)),
            "text" => work(fields, labels, agreed(true, false)),
            "codes" => work(fields, labels, agreed(false, true)),
            "approve" => work(fields, labels, Agreed::ALL),
            "publish" => Ok(Self::Publish(
                Extent::parse(fields.first("extent")).unwrap_or_default(),
            )),
            "refuse" => match of_id(fields.first("reason")) {
                Some(reason) => Ok(Self::Refuse(reason)),
                None => wrong("reason", FieldErrorKind::ReasonMissing),
            },
            "reopen" => {
                let why = RawText::new(fields.first("why").trim());
                if why.is_blank() {
                    return wrong("why", FieldErrorKind::Empty);
                }
                Ok(Self::Reopen(why))
            }
            "strike" => {
                let lines = fields.first("words").lines().map(str::trim);
                let words: Vec<RawText> = lines
                    .filter(|line| !line.is_empty())
                    .map(RawText::new)
                    .collect();
                let kind = Kind::ALL
                    .into_iter()
                    .find(|kind| kind.as_str() == fields.first("kind"));
                match kind {
                    _ if words.is_empty() => wrong("words", FieldErrorKind::Empty),
                    Some(kind) => Ok(Self::Strike(words, kind)),
                    None => wrong("kind", FieldErrorKind::UnknownChoice),
                }
            }
            "hazard" => Ok(Self::Hazard(true)),
            "no-hazard" => Ok(Self::Hazard(false)),
            "settle" => Ok(Self::Settle(
                MANY.iter()
                    .filter_map(|field| {
                        let name = format!("settle-{}", field.name);
                        Some((field.list, fields.first(&name).parse().ok()?))
                    })
                    .collect(),
            )),
            "join" => match report_of(fields.first("other")) {
                Some(other) => Ok(Self::Join(other)),
                None => wrong("other", FieldErrorKind::NoReport),
            },
            "leave" => Ok(Self::Leave),
            _ => wrong("verdict", FieldErrorKind::VerdictMissing),
        }
    }
}

/// A report by its id, or by any address that ends with it.
pub(super) fn report_of(text: &str) -> Option<ReportId> {
    let text = text.trim().trim_end_matches('/');
    text.rsplit('/').next()?.parse().ok()
}

fn work(fields: &Fields, labels: Labels, agreed: Agreed) -> Result<DeskForm, Vec<FieldError>> {
    let mut errors = Vec::new();
    let mut done = Work {
        synopsis: RawText::new(fields.first("synopsis").trim()),
        revision: fields.first("revision").parse().unwrap_or(u32::MAX),
        ..Work::default()
    };
    for field in MANY {
        let chosen: Result<BTreeSet<Slug>, _> = fields.all(field.name).map(str::parse).collect();
        let word = missed_word(fields, field.name);
        match chosen {
            Ok(mut chosen) if chosen.iter().all(|slug| labels.has(field.list, slug)) => {
                let noted = fields.first(&format!("noted-{}", field.name)) == "yes";
                let ticked = none_fits().is_some_and(|none| chosen.contains(&none));
                if !word.is_blank() {
                    chosen.extend(none_fits());
                    done.missed.push((field.list, word));
                } else if ticked && !noted {
                    errors.push(FieldError::new(field.name, FieldErrorKind::WordMissing));
                }
                done.coding.insert(field.list, chosen);
            }
            _ => errors.push(FieldError::new(field.name, FieldErrorKind::UnknownChoice)),
        }
    }
    let (technologies, unknown) = technology::read(fields.first("technologies"), labels);
    done.technologies = technologies;
    errors.extend(
        unknown
            .into_iter()
            .map(|name| FieldError::new("technologies", FieldErrorKind::UnknownTechnology(name))),
    );
    if errors.is_empty() {
        Ok(DeskForm::Work(Box::new(done), agreed))
    } else {
        Err(errors)
    }
}

impl Work {
    /// The report with its synopsis and technologies changed; `None` where they are as they were.
    pub fn changed(&self, before: &Report<RedactedText>) -> Option<Report<RawText>> {
        let same = self.synopsis.expose() == before.synopsis.as_str()
            && self.technologies == before.technologies;
        if same {
            return None;
        }
        let mut raw = before.clone().map_text(|text| RawText::new(text.as_str()));
        raw.synopsis = self.synopsis.clone();
        raw.technologies.clone_from(&self.technologies);
        Some(raw)
    }
}
