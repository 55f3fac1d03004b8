//! What an analyst decides about a report.

use super::codes::{MANY, of_id};
use super::{FieldError, FieldErrorKind, Fields, technology};
use crate::anonymise::RawText;
use crate::portal::Labels;
use crate::report::{Coded, Coder, Confidence, Refusal, Report, Slug, TechnologyUse};

/// What is to happen to a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Keep the codes and the synopsis; decide later.
    Save,
    /// Fit to be published.
    Approve,
    /// Publish now.
    Publish,
    /// Not to be published.
    Refuse(Refusal),
}

/// Codes, synopsis and verdict.
#[derive(Clone, Debug)]
pub struct DeskForm {
    /// What is to happen.
    pub verdict: Verdict,
    /// The synopsis as typed: anonymise it like everything else.
    pub synopsis: RawText,
    codes: Vec<(&'static str, Vec<Slug>)>,
    technologies: Vec<TechnologyUse>,
}

impl DeskForm {
    /// Reads `verdict` (`save`, `approve`, `publish`, `refuse`), `reason`, `synopsis`, the codes
    /// and `technologies`.
    pub fn parse(fields: &Fields, labels: Labels) -> Result<Self, Vec<FieldError>> {
        let mut errors = Vec::new();
        let verdict = match fields.first("verdict") {
            "save" => Some(Verdict::Save),
            "approve" => Some(Verdict::Approve),
            "publish" => Some(Verdict::Publish),
            "refuse" => {
                let reason = of_id(fields.first("reason"));
                if reason.is_none() {
                    errors.push(FieldError::new("reason", FieldErrorKind::ReasonMissing));
                }
                reason.map(Verdict::Refuse)
            }
            _ => {
                errors.push(FieldError::new("verdict", FieldErrorKind::VerdictMissing));
                None
            }
        };
        let mut codes = Vec::new();
        for field in MANY {
            let chosen: Result<Vec<Slug>, _> = fields.all(field.name).map(str::parse).collect();
            match chosen {
                Ok(chosen) if chosen.iter().all(|slug| labels.has(field.list, slug)) => {
                    codes.push((field.name, chosen));
                }
                _ => errors.push(FieldError::new(field.name, FieldErrorKind::UnknownChoice)),
            }
        }
        let (technologies, unknown) = technology::read(fields.first("technologies"), labels);
        errors.extend(
            unknown.into_iter().map(|name| {
                FieldError::new("technologies", FieldErrorKind::UnknownTechnology(name))
            }),
        );
        match verdict {
            Some(verdict) if errors.is_empty() => Ok(Self {
                verdict,
                synopsis: RawText::new(fields.first("synopsis").trim()),
                codes,
                technologies,
            }),
            _ => Err(errors),
        }
    }

    /// Writes codes and technologies into the report. A code that was there keeps who gave it; a
    /// new one is the analyst's.
    pub fn apply<T>(&self, report: &mut Report<T>) {
        for field in MANY {
            let chosen = self
                .codes
                .iter()
                .filter(|(name, _)| *name == field.name)
                .flat_map(|(_, slugs)| slugs);
            let before = std::mem::take(field.of(report));
            let kept = chosen.map(|code| {
                before
                    .iter()
                    .find(|old| old.code == *code)
                    .cloned()
                    .unwrap_or_else(|| Coded {
                        code: code.clone(),
                        coder: Coder::Analyst,
                        confidence: Confidence::High,
                    })
            });
            *field.of(report) = kept.collect();
        }
        report.technologies.clone_from(&self.technologies);
    }
}
