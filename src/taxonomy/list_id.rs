//! Which lists there are.

use std::fmt;

macro_rules! list_ids {
    ($($(#[$doc:meta])* $name:ident = $id:literal),+ $(,)?) => {
        /// A list of the taxonomy; its id is the name of its file in `schema/taxonomy`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum ListId {
            $($(#[$doc])* $name,)+
        }

        impl ListId {
            /// All lists.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The id in data.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)+
                }
            }

            /// Reads the id.
            pub fn parse(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|list| list.as_str() == id)
            }

            /// Its file, embedded.
            pub(super) fn source(self) -> &'static str {
                match self {
                    $(Self::$name => include_str!(concat!("../../schema/taxonomy/", $id, ".toml")),)+
                }
            }
        }
    };
}

list_ids! {
    /// What kind of record a report is.
    RecordKinds = "record-kinds",
    /// What was observed.
    EventTypes = "event-types",
    /// What was going on when it began.
    Phases = "phases",
    /// What changed just before.
    Triggers = "triggers",
    /// Who or what noticed.
    Detectors = "detectors",
    /// Time until it was noticed.
    DetectionDelays = "detection-delays",
    /// Why it was not noticed sooner.
    DetectionGaps = "detection-gaps",
    /// Who felt it.
    ImpactWho = "impact-who",
    /// What kind of impact it had.
    ImpactKinds = "impact-kinds",
    /// Share of users or requests.
    ImpactExtents = "impact-extents",
    /// How long it was felt.
    ImpactDurations = "impact-durations",
    /// Whether the effects could be undone.
    Reversibility = "reversibility",
    /// How it failed.
    FailureModes = "failure-modes",
    /// Where in the stack.
    ComponentLayers = "component-layers",
    /// What was wrong with a component.
    ComponentProblems = "component-problems",
    /// What contributed.
    Factors = "factors",
    /// Human and organisational conditions.
    HumanFactors = "human-factors",
    /// What automation did.
    AutomationParts = "automation-parts",
    /// What made the response hard.
    ResponseDifficulties = "response-difficulties",
    /// What was done to stop it.
    Mitigations = "mitigations",
    /// Classes of remedy; the group is the strength.
    Remediations = "remediations",
    /// How far an action got.
    RemediationStatuses = "remediation-statuses",
    /// Whether an action held.
    RemediationResults = "remediation-results",
    /// What helped.
    Helped = "helped",
    /// Sector of the organisation.
    Sectors = "sectors",
    /// Size of the organisation.
    OrganisationSizes = "organisation-sizes",
    /// Where the software runs.
    Hosting = "hosting",
    /// Who runs it.
    OperatingModels = "operating-models",
    /// Role of the teller.
    ReporterRoles = "reporter-roles",
    /// Continent.
    Continents = "continents",
    /// Sorts of timeline events.
    TimelineEvents = "timeline-events",
    /// Kinds of technology.
    TechnologyCategories = "technology-categories",
}

impl fmt::Display for ListId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
