//! What the portal and the API share over HTTP: errors, headers, the guard against foreign forms,
//! bodies read within limits, how often somebody may try, where the registry is, answers spared and kept, the API described.

pub mod body;
mod causes;
mod counted;
pub mod error;
pub mod guard;
pub mod headers;
mod kept;
mod limit;
mod network;
mod openapi;
mod site;
mod spare;

pub use body::{Fields, LeftOut, Limits, Upload};
pub use counted::Voices;
pub use error::{ErrorCode, WebError};
pub use kept::{Changes, Shelf, keep};
pub use limit::{TooSoon, TryLimits};
pub use openapi::openapi;
pub use site::site;
pub use spare::{NothingRepeated, spare};
