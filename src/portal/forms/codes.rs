//! Choices of the forms: which field offers which list, and where in the report it belongs.

use serde::Serialize;
use serde::de::{DeserializeOwned, IntoDeserializer, value};

use super::Fields;
use crate::anonymise::RawText;
use crate::report::{Coded, Coder, Confidence, Disclosed, Report, Slug};
use crate::review::NONE_FITS;
use crate::taxonomy::{ListId, codes_of, codes_of_mut};

/// A field with one choice of a list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct One {
    pub(crate) name: &'static str,
    pub(crate) label: &'static str,
    pub(crate) list: ListId,
    /// Whether "removed" is a choice beside "not said".
    pub(crate) removable: bool,
    /// Whether something may be missed in the list; a scale has every case.
    pub(crate) open: bool,
}

/// A field with any number of choices of a list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Many {
    pub(crate) name: &'static str,
    pub(crate) label: &'static str,
    pub(crate) list: ListId,
}

/// A choice on a scale of what happened.
const fn scale(name: &'static str, label: &'static str, list: ListId) -> One {
    One {
        name,
        label,
        list,
        removable: false,
        open: false,
    }
}

/// Something that an organisation can be known by.
const fn band(name: &'static str, label: &'static str, list: ListId, open: bool) -> One {
    One {
        name,
        label,
        list,
        removable: true,
        open,
    }
}

const fn many(name: &'static str, label: &'static str, list: ListId) -> Many {
    Many { name, label, list }
}

/// The value of a band that was taken out.
pub(super) const REMOVED: &str = "removed";

/// Fields with one choice.
pub(crate) const ONE: [One; 9] = [
    scale("extent", "How many felt it", ListId::ImpactExtents),
    scale("duration", "How long it lasted", ListId::ImpactDurations),
    scale(
        "reversibility",
        "Could it be undone?",
        ListId::Reversibility,
    ),
    scale(
        "delay",
        "How long until it was noticed",
        ListId::DetectionDelays,
    ),
    band("sector", "Sector", ListId::Sectors, true),
    band(
        "size",
        "Size of the organisation",
        ListId::OrganisationSizes,
        false,
    ),
    band("hosting", "Where it runs", ListId::Hosting, true),
    band(
        "operating_model",
        "Who runs it",
        ListId::OperatingModels,
        true,
    ),
    band("continent", "Continent", ListId::Continents, false),
];

/// Fields with any number of choices.
pub(crate) const MANY: [Many; 12] = [
    many("failure_modes", "How it failed", ListId::FailureModes),
    many("events", "What was seen", ListId::EventTypes),
    many("phases", "What was going on when it began", ListId::Phases),
    many("triggers", "What changed just before", ListId::Triggers),
    many("detectors", "Who or what noticed", ListId::Detectors),
    many(
        "gaps",
        "Why it was not noticed sooner",
        ListId::DetectionGaps,
    ),
    many("impact_who", "Who felt it", ListId::ImpactWho),
    many("impact_kinds", "What it did to them", ListId::ImpactKinds),
    many(
        "human_factors",
        "Conditions people worked under",
        ListId::HumanFactors,
    ),
    many("automation", "What automation did", ListId::AutomationParts),
    many(
        "difficulties",
        "What made the response hard",
        ListId::ResponseDifficulties,
    ),
    many("helped_codes", "What helped", ListId::Helped),
];

impl One {
    pub(super) fn read<T>(self, report: &Report<T>) -> String {
        let slug = |slug: &Option<Slug>| slug.as_ref().map(ToString::to_string).unwrap_or_default();
        let band = |band: &Disclosed| match band {
            Disclosed::Unknown => String::new(),
            Disclosed::Removed => REMOVED.to_owned(),
            Disclosed::Known(slug) => slug.to_string(),
        };
        match self.name {
            "extent" => slug(&report.impact.extent),
            "duration" => slug(&report.impact.duration),
            "reversibility" => slug(&report.impact.reversibility),
            "delay" => slug(&report.detection.delay),
            "sector" => band(&report.context.sector),
            "size" => band(&report.context.size),
            "hosting" => band(&report.context.hosting),
            "operating_model" => band(&report.context.operating_model),
            _ => band(&report.context.continent),
        }
    }

    /// Writes a checked choice; `None` for none.
    pub(super) fn write<T>(self, report: &mut Report<T>, choice: Option<Slug>, removed: bool) {
        let band = || match (&choice, removed) {
            (_, true) => Disclosed::Removed,
            (Some(slug), false) => Disclosed::Known(slug.clone()),
            (None, false) => Disclosed::Unknown,
        };
        match self.name {
            "sector" => report.context.sector = band(),
            "size" => report.context.size = band(),
            "hosting" => report.context.hosting = band(),
            "operating_model" => report.context.operating_model = band(),
            "continent" => report.context.continent = band(),
            "extent" => report.impact.extent = choice,
            "duration" => report.impact.duration = choice,
            "reversibility" => report.impact.reversibility = choice,
            _ => report.detection.delay = choice,
        }
    }
}

/// Fields whose list may lack what somebody looks for, each with its list.
pub(super) fn open_fields() -> impl Iterator<Item = (&'static str, ListId)> {
    let many = MANY.iter().map(|field| (field.name, field.list));
    let one = ONE.iter().filter(|field| field.open);
    many.chain(one.map(|field| (field.name, field.list)))
}

/// The word that somebody missed in the list of a field, as typed.
pub(super) fn missed_word(fields: &Fields, name: &str) -> RawText {
    RawText::new(fields.first(&format!("missed-{name}")).trim())
}

impl Many {
    /// Adds a code of this field to a report.
    pub(super) fn push<T>(self, report: &mut Report<T>, coded: Coded) {
        if let Some(codes) = codes_of_mut(report, self.list) {
            codes.push(coded);
        }
    }

    /// The codes of this field in a report.
    pub(crate) fn read<T>(self, report: &Report<T>) -> &[Coded] {
        codes_of(report, self.list)
    }
}

/// The code for "none of this list fits".
pub(super) fn none_fits() -> Option<Slug> {
    NONE_FITS.parse().ok()
}

/// A code the reporter stands by.
pub(super) fn by_reporter(code: Slug) -> Coded {
    Coded {
        code,
        coder: Coder::Reporter,
        confidence: Confidence::High,
    }
}

/// The id of a small enum in data.
pub(super) fn id_of<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(id)) => id,
        _ => String::new(),
    }
}

/// The value of a small enum with this id in data.
pub(super) fn of_id<T: DeserializeOwned>(id: &str) -> Option<T> {
    let deserializer: value::StrDeserializer<'_, value::Error> = id.into_deserializer();
    T::deserialize(deserializer).ok()
}
