//! A report as the public sees it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Amendment, Change, ChangeReason, FollowUp, Followed, Period, Report, ReportId};

/// A published report: what `schema/report.schema.json` describes and `/api/v1/reports/{id}` answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(bound(deserialize = "T: Deserialize<'de> + Default"))]
#[schemars(bound = "T: JsonSchema + Default + Serialize")]
pub struct PublicReport<T> {
    /// Its permanent id.
    pub id: ReportId,
    /// The month in which it was published.
    pub published: Period,
    /// How often it has been amended since.
    pub revision: u32,
    /// An invented sample, not a report somebody sent.
    pub sample: bool,
    /// What changed since it was published, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Change<T>>,
    /// The report.
    #[serde(flatten)]
    pub report: Report<T>,
}

/// A follow-up does not fit any more: the report's actions were amended after it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the report was amended after this was written")]
pub struct Outdated;

impl<T> PublicReport<T> {
    /// Months in which its reporter told what became of the actions.
    pub fn followed(&self) -> impl Iterator<Item = Period> {
        let changes = self.changes.iter();
        let told = changes.filter(|change| matches!(change.reason, ChangeReason::FollowUp(_)));
        told.map(|change| change.month)
    }

    /// The same report with each text turned into another kind.
    pub fn map_text<U>(self, mut f: impl FnMut(T) -> U) -> PublicReport<U> {
        PublicReport {
            id: self.id,
            published: self.published,
            revision: self.revision,
            sample: self.sample,
            changes: self
                .changes
                .into_iter()
                .map(|change| change.map_text(&mut f))
                .collect(),
            report: self.report.map_text(f),
        }
    }

    /// Takes over what became of the actions, as a new revision.
    pub fn follow_up(&mut self, told: Followed<T>, month: Period) -> Result<(), Outdated> {
        let amended_since = self.changes.iter().any(|change| {
            change.revision > told.revision && matches!(change.reason, ChangeReason::Amended(_))
        });
        if amended_since {
            return Err(Outdated);
        }
        for said in told.actions {
            let action = self.report.actions.get_mut(said.number).ok_or(Outdated)?;
            action.follow_up(FollowUp {
                after: told.after,
                outcome: said.outcome,
                why: said.why,
            });
        }
        self.changed(month, ChangeReason::FollowUp(told.after));
        Ok(())
    }

    fn changed(&mut self, month: Period, reason: ChangeReason<T>) {
        self.revision = self.revision.saturating_add(1);
        self.changes.push(Change {
            revision: self.revision,
            month,
            reason,
        });
    }
}

impl<T: PartialEq + Clone> PublicReport<T> {
    /// Takes over an amendment, as a new revision.
    pub fn amend(&mut self, amendment: Amendment<T>, month: Period) {
        let mut report = amendment.report;
        report.inherit(&self.report);
        self.report = report;
        self.changed(month, ChangeReason::Amended(amendment.note));
    }
}

impl<T: PartialEq + Clone> Report<T> {
    /// A changed version keeps of the one before what a form does not show: who gave the codes that
    /// stayed, and what was told of actions that stayed.
    pub fn inherit(&mut self, before: &Self) {
        let mut old = before.clone();
        for (codes, known) in self.codes_mut().into_iter().zip(old.codes_mut()) {
            for coded in codes {
                if let Some(same) = known.iter().find(|old| old.code == coded.code) {
                    coded.clone_from(same);
                }
            }
        }
        for action in &mut self.actions {
            let same = before.actions.iter().find(|old| old.text == action.text);
            if let (Some(same), true) = (same, action.followups.is_empty()) {
                action.followups.clone_from(&same.followups);
            }
        }
    }
}
