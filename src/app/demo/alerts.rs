//! The alerts of the demo, written and agreed to like any other.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::sample::read;
use super::{DemoError, SampleError};
use crate::anonymise::RawText;
use crate::report::{AccountId, Alert, ReportId};
use crate::review::Review;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    alert: Vec<Sample>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sample {
    files: Vec<String>,
    title: String,
    who: String,
    seen: String,
    check: String,
}

/// Publishes the alerts. `reports` are the samples at hand, by their files.
pub(super) fn fill(
    review: &Review,
    analyst: AccountId,
    reports: &BTreeMap<String, ReportId>,
) -> Result<(), DemoError> {
    let text = read("alerts.toml")?;
    let file: File = toml::from_str(&text).map_err(SampleError::Index)?;
    for sample in file.alert {
        let behind = sample.files.iter().map(|file| {
            let known = reports.get(file).copied();
            known.ok_or_else(|| SampleError::Missing(file.clone()))
        });
        let behind: Vec<ReportId> = behind.collect::<Result<_, _>>()?;
        let alert = Alert {
            title: RawText::new(sample.title),
            who: RawText::new(sample.who),
            seen: RawText::new(sample.seen),
            check: RawText::new(sample.check),
        };
        let id = review.write_alert(None, analyst, alert, &behind)?;
        let seen = review.alert(id)?.seen;
        review.agree_to_alert(id, analyst, &seen)?;
        review.publish_alert(id, analyst, &seen)?;
    }
    Ok(())
}
