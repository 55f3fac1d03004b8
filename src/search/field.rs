//! The fields a reader can filter by and sees as facets.

use std::fmt;

use crate::report::Slug;

/// A field of codes: a filter in the query language and a facet beside the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FacetField {
    /// Technologies that had a part in it.
    Technology,
    /// Kinds of technology that had a part in it.
    Category,
    /// How it failed.
    FailureMode,
    /// What changed just before.
    Trigger,
    /// What was going on when it began.
    Phase,
    /// Contributing factors, technical and human.
    Factor,
    /// Who or what noticed.
    DetectedBy,
    /// What helped, including mitigations that worked at least in part.
    Helped,
    /// Sector of the organisation.
    Sector,
    /// Size of the organisation.
    Size,
    /// Kind of record.
    Kind,
    /// Severity, 1 to 5.
    Severity,
    /// When it happened; as a facet by year.
    Period,
}

impl FacetField {
    /// All fields, in the order pages show them.
    pub const ALL: [Self; 13] = [
        Self::Technology,
        Self::Category,
        Self::FailureMode,
        Self::Trigger,
        Self::Phase,
        Self::Factor,
        Self::DetectedBy,
        Self::Helped,
        Self::Sector,
        Self::Size,
        Self::Kind,
        Self::Severity,
        Self::Period,
    ];

    /// Its name in queries, in the index and in data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Technology => "stack",
            Self::Category => "category",
            Self::FailureMode => "mode",
            Self::Trigger => "trigger",
            Self::Phase => "phase",
            Self::Factor => "factor",
            Self::DetectedBy => "detected-by",
            Self::Helped => "helped",
            Self::Sector => "sector",
            Self::Size => "size",
            Self::Kind => "kind",
            Self::Severity => "severity",
            Self::Period => "period",
        }
    }

    /// The words people read.
    pub fn label(self) -> &'static str {
        match self {
            Self::Technology => "Technology",
            Self::Category => "Kind of technology",
            Self::FailureMode => "Failure mode",
            Self::Trigger => "Trigger",
            Self::Phase => "When it began",
            Self::Factor => "Contributing factor",
            Self::DetectedBy => "Detected by",
            Self::Helped => "What helped",
            Self::Sector => "Sector",
            Self::Size => "Size",
            Self::Kind => "Kind",
            Self::Severity => "Severity",
            Self::Period => "Year",
        }
    }

    /// Reads a name as people type it, with the usual synonyms.
    pub fn parse(name: &str) -> Option<Self> {
        Some(match name.to_ascii_lowercase().as_str() {
            "stack" | "tech" | "technology" | "technologies" => Self::Technology,
            "category" | "layer" => Self::Category,
            "mode" | "failure-mode" | "failure" => Self::FailureMode,
            "trigger" => Self::Trigger,
            "phase" => Self::Phase,
            "factor" => Self::Factor,
            "detected-by" | "detected" | "detection" => Self::DetectedBy,
            "helped" | "mitigation" => Self::Helped,
            "sector" => Self::Sector,
            "size" => Self::Size,
            "kind" => Self::Kind,
            "severity" | "sev" => Self::Severity,
            "period" | "year" => Self::Period,
            _ => return None,
        })
    }
}

impl fmt::Display for FacetField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What search needs to know of the taxonomy.
pub trait Names {
    /// The code that goes by this name in a field of codes: a technology in any of its spellings
    /// (`k8s`, `Postgres`), a term of a list by its id or its words (`Retry storm`).
    fn code(&self, field: FacetField, name: &str) -> Option<Slug>;
    /// Other ways to say the same, as readers and writers do: `oom` for `out of memory`.
    fn synonyms(&self, words: &str) -> &[String];
    /// The words people read for a value of a field; the value itself where there are none.
    fn label(&self, field: FacetField, value: &str) -> String;
}
