//! A report as the public sees it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Period, Report, ReportId};

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
    /// The report.
    #[serde(flatten)]
    pub report: Report<T>,
}
