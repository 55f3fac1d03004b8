//! What a report is: the contract between reporter, desk, index and reader.
//!
//! A report is generic over its text: `Report<RawText>` while it is in the reporter's hands,
//! `Report<RedactedText>` from the anonymiser on. There is no field for "the" root cause and no
//! code that grades a person; "we removed it" and "nobody knows" are different values
//! ([`Disclosed`]). Lists of codes live in `schema/taxonomy`; here they are [`Coded`] slugs.

mod alert;
mod body;
mod clock;
mod code;
mod context;
mod event;
mod factor;
mod followup;
mod ids;
mod kind;
mod message;
mod period;
mod public;
mod reaction;
mod response;
mod span;
mod state;
mod technology;
#[cfg(test)]
mod tests;

pub use alert::{Alert, AlertStatus, PublicAlert};
pub use body::{Detection, Impact, Narrative, Report};
pub use clock::{Clock, FixedClock, SystemClock};
pub use code::{Coded, Coder, Confidence, Slug, SlugError};
pub use context::{Context, Disclosed};
pub use event::{EventType, TimelineEvent};
pub use factor::{Factor, Primary};
pub use followup::{Checkpoint, FollowUp, Outcome};
pub use ids::{AccountId, AlertId, EventId, IdError, MemberId, MessageId, ReportId, SetId, TermId};
pub use kind::{RecordKind, Severity, SeverityError};
pub use message::{
    Amendment, Change, ChangeReason, Followed, FollowedAction, Letter, MessageKind, MessageState,
    Sender,
};
pub use period::{HourBlock, IsoWeek, Period, PeriodError};
pub use public::{Outdated, PublicReport};
pub use reaction::{Reaction, at_least};
pub use response::{Action, ActionResult, ActionStatus, Effect, Mitigation, Strength, Term};
pub use span::{Length, Span};
pub use state::{Refusal, Status};
pub use technology::{
    ComponentProblem, DependencyState, TechnologyRole, TechnologyUse, Version, VersionError,
};
