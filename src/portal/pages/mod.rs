//! One struct a page, each with its template: what a handler passes in, and nothing else.

mod api;
mod audit;
mod data;
mod desk;
mod dictionary;
mod digest;
mod drill;
mod error;
mod home;
mod letter;
mod lists;
mod mail;
mod matrix;
mod pre_mortem;
mod preview;
mod profile;
mod receipt;
mod report;
mod said;
mod search;
mod sheet;
mod stack;
mod start;
mod statistics;
mod text;

pub use api::ApiPage;
pub use audit::AuditPage;
pub use data::DataPage;
pub use desk::{DeskQueuePage, DeskReportPage, DeskState, QueueLine, SignInPage};
pub use dictionary::DictionaryPage;
pub use digest::{DigestLine, DigestPage, DigestsPage};
pub use drill::{DrillLine, DrillPages, DrillsPage, LENGTHS};
pub use error::ErrorPage;
pub use home::HomePage;
pub use letter::{LetterPage, Places};
pub use lists::{CombinationsPage, PatternsPage, TechnologiesPage};
pub use mail::{DeskMailPage, DeskWaitingPage};
pub use matrix::{MatrixOf, MatrixPage, WorksheetPage};
pub use pre_mortem::{LookingAhead, PreMortemPage};
pub use preview::PreviewPage;
pub use profile::{Beside, Instead, ModeGuide, ProfilePage, TechnologyGuide};
pub use receipt::{Notice, ReceiptPage, SentPage, StatusPage};
pub use report::ReportPage;
pub use said::SaidPage;
pub use search::{Facet, FacetValue, Link, Panel, SearchPage, SortLink};
pub use sheet::SheetPage;
pub use stack::{Recognised, StackAnswerPage, StackPage};
pub use start::{FormPage, ShortPage, StartPage};
pub use statistics::{StatisticsPage, chart};
pub use text::{AboutPage, HowPage, PrivacyPage};

/// A page that can be sent.
pub trait Page {
    /// Its HTML. An error means that a value could not be written, which none of ours does.
    fn html(&self) -> Result<String, std::fmt::Error>;
}

impl<T: askama::Template> Page for T {
    fn html(&self) -> Result<String, std::fmt::Error> {
        self.render().map_err(|_| std::fmt::Error)
    }
}
