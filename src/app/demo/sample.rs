//! The sample write-ups: what a reporter would have handed in, and chosen in the form.

use rust_embed::Embed;
use serde::Deserialize;

use crate::anonymise::{RawText, Wishes};
use crate::intake::Draft;
use crate::report::{
    ActionResult, ActionStatus, Coded, Coder, Confidence, Disclosed, Effect, Factor, HourBlock,
    Mitigation, Period, RecordKind, Report, Severity, Slug, TechnologyUse,
};
use crate::writeup::{self, Format, Unusable};

#[derive(Embed)]
#[folder = "schema/samples"]
struct Files;

/// One sample, as `schema/samples/index.toml` lists it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sample {
    /// The write-up.
    pub file: String,
    /// Months before this one in which it was published.
    pub months_ago: u8,
    /// Months before this one in which it happened.
    pub event_months_ago: u8,
    declared: Vec<String>,
    kind: RecordKind,
    hours: Option<HourBlock>,
    sector: Slug,
    size: Slug,
    hosting: Slug,
    operating_model: Slug,
    continent: Slug,
    severity: Severity,
    synopsis: String,
    #[serde(default)]
    events: Vec<Slug>,
    #[serde(default)]
    phases: Vec<Slug>,
    #[serde(default)]
    triggers: Vec<Slug>,
    #[serde(default)]
    detectors: Vec<Slug>,
    delay: Option<Slug>,
    #[serde(default)]
    detection_gaps: Vec<Slug>,
    #[serde(default)]
    technologies: Vec<TechnologyUse>,
    #[serde(default)]
    failure_modes: Vec<Slug>,
    #[serde(default)]
    factors: Vec<Slug>,
    #[serde(default)]
    human_factors: Vec<Slug>,
    #[serde(default)]
    mitigations: Vec<Tried>,
    #[serde(default)]
    helped: Vec<Slug>,
    #[serde(default)]
    automation: Vec<Slug>,
    #[serde(default)]
    difficulties: Vec<Slug>,
    extent: Option<Slug>,
    duration: Option<Slug>,
    #[serde(default)]
    impact_who: Vec<Slug>,
    #[serde(default)]
    impact_kinds: Vec<Slug>,
    reversibility: Option<Slug>,
    /// What the actions of the write-up are, in its order.
    #[serde(default)]
    actions: Vec<Change>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Tried {
    code: Slug,
    effect: Option<Effect>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    class: Slug,
    result: Option<ActionResult>,
}

#[derive(Deserialize)]
struct Index {
    sample: Vec<Sample>,
}

/// A sample that is not as it should be.
#[derive(Debug, thiserror::Error)]
pub enum SampleError {
    /// The index cannot be read.
    #[error("schema/samples/index.toml cannot be read")]
    Index(#[source] toml::de::Error),
    /// A file is missing or not text.
    #[error("{0} is missing or not text")]
    Missing(String),
    /// A write-up cannot be understood.
    #[error("{file} cannot be understood")]
    Unusable {
        /// Which one.
        file: String,
        /// Why.
        #[source]
        source: Unusable,
    },
}

/// Every sample, in the order of the index.
pub fn samples() -> Result<Vec<Sample>, SampleError> {
    let text = read("index.toml")?;
    let index: Index = toml::from_str(&text).map_err(SampleError::Index)?;
    Ok(index.sample)
}

/// A file of the samples.
pub(super) fn read(name: &str) -> Result<String, SampleError> {
    Files::get(name)
        .and_then(|file| String::from_utf8(file.data.into_owned()).ok())
        .ok_or_else(|| SampleError::Missing(name.to_owned()))
}

impl Sample {
    /// The write-up, imported, with what its reporter chose in the form; its text
    /// speaks for what they left out.
    pub fn draft(&self, period: Period) -> Result<Draft, SampleError> {
        let text = RawText::new(read(&self.file)?);
        let imported =
            writeup::import(&text, Some(&self.file), Format::Markdown).map_err(|source| {
                SampleError::Unusable {
                    file: self.file.clone(),
                    source,
                }
            })?;
        let write_up = imported.write_up(&text);
        Ok(Draft {
            report: self.with_codes(imported.report, period),
            write_up,
            coded: true,
            wishes: Wishes::removing(self.declared.iter().map(RawText::new)),
            ..Draft::default()
        })
    }

    fn with_codes(&self, mut report: Report<RawText>, period: Period) -> Report<RawText> {
        report.kind = self.kind;
        report.synopsis = RawText::new(&self.synopsis);
        report.period = Some(period);
        report.hours = self.hours;
        report.severity = Some(self.severity);
        report.context.sector = Disclosed::Known(self.sector.clone());
        report.context.size = Disclosed::Known(self.size.clone());
        report.context.hosting = Disclosed::Known(self.hosting.clone());
        report.context.operating_model = Disclosed::Known(self.operating_model.clone());
        report.context.continent = Disclosed::Known(self.continent.clone());
        report.events = chosen(&self.events);
        report.phases = chosen(&self.phases);
        report.triggers = chosen(&self.triggers);
        report.technologies.clone_from(&self.technologies);
        report.failure_modes = chosen(&self.failure_modes);
        report.human_factors = chosen(&self.human_factors);
        report.automation = chosen(&self.automation);
        report.difficulties = chosen(&self.difficulties);
        report.helped_codes = chosen(&self.helped);
        report.detection.detectors = chosen(&self.detectors);
        report.detection.gaps = chosen(&self.detection_gaps);
        report.detection.delay.clone_from(&self.delay);
        report.impact.who = chosen(&self.impact_who);
        report.impact.kinds = chosen(&self.impact_kinds);
        report.impact.extent.clone_from(&self.extent);
        report.impact.duration.clone_from(&self.duration);
        report.impact.reversibility.clone_from(&self.reversibility);
        report
            .factors
            .extend(chosen(&self.factors).into_iter().map(|code| Factor {
                text: RawText::default(),
                code: Some(code),
                children: Vec::new(),
            }));
        for (action, change) in report.actions.iter_mut().zip(&self.actions) {
            action.class = Some(change.class.clone());
            action.result = change.result;
            if change.result.is_some() {
                action.status = Some(ActionStatus::Done);
            }
        }
        report
            .mitigations
            .extend(self.mitigations.iter().map(|tried| Mitigation {
                code: Some(by_reporter(&tried.code)),
                effect: tried.effect,
                text: RawText::default(),
            }));
        report
    }
}

fn chosen(codes: &[Slug]) -> Vec<Coded> {
    codes.iter().map(by_reporter).collect()
}

fn by_reporter(code: &Slug) -> Coded {
    Coded {
        code: code.clone(),
        coder: Coder::Reporter,
        confidence: Confidence::High,
    }
}
