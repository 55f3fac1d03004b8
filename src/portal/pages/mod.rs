//! One struct a page, each with its template: what a handler passes in, and nothing else.

mod account;
mod agreement;
mod alert;
mod alike;
mod api;
mod audit;
mod breaks;
mod checklists;
mod confirm;
mod data;
mod desk_digest;
mod desk_guide;
mod dictionary;
mod digest;
mod drill;
mod error;
mod expired;
mod guide;
mod home;
mod letter;
mod lists;
mod mail;
mod matrix;
mod members;
mod own_digest;
mod people;
mod pre_mortem;
mod preview;
mod profile;
mod queue;
mod receipt;
mod report;
mod retold;
mod said;
mod search;
mod second;
mod sets;
mod sheet;
mod sign_in;
mod split;
mod stack;
mod start;
mod statistics;
mod terms;
mod text;
mod work;
mod work_codes;

use super::{Language, say};

pub use account::AccountPage;
pub use agreement::AgreementPage;
pub use alert::{AlertLine, AlertPage, AlertsPage, DeskAlertPage, DeskAlertsPage};
pub use alike::{AlikeLine, AlikePage};
pub use api::ApiPage;
pub use audit::AuditPage;
pub use breaks::{BreaksOf, BreaksPage, TOGETHER};
pub use checklists::{ChecklistOf, ChecklistPage, ChecklistsPage};
pub use confirm::ConfirmPage;
pub use data::DataPage;
pub use desk_digest::{DeskDigestPage, DeskDigestsPage};
pub use desk_guide::{DeskGuidePage, DeskGuidesPage};
pub use dictionary::DictionaryPage;
pub use digest::{DigestLine, DigestPage, DigestThenPage, DigestsPage};
pub use drill::{DrillLine, DrillPages, DrillsPage, LENGTHS};
pub use error::ErrorPage;
pub use expired::ExpiredPage;
pub use guide::{GuidePage, GuidesPage};
pub use home::{Browse, HomePage};
pub use letter::{LetterPage, Places};
pub use lists::{CombinationsPage, PatternsPage, TechnologiesPage};
pub use mail::{DeskMailPage, DeskWaitingPage, Weighed};
pub use matrix::{MatrixOf, MatrixPage, WorksheetPage};
pub use members::{MemberPage, MembersPage};
pub use own_digest::{NoDigest, OwnDigestOf, OwnDigestPage};
pub use people::{InvitedPage, PeoplePage};
pub use pre_mortem::{LookingAhead, PreMortemPage};
pub use preview::PreviewPage;
pub use profile::{Beside, Instead, ModeGuide, ProfilePage, TechnologyGuide};
pub use queue::{DeskQueuePage, QueueLine};
pub use receipt::{Notice, ReceiptPage, SentPage, StatusPage};
pub use report::ReportPage;
pub use retold::{ChainsPage, RetoldPage};
pub use said::SaidPage;
pub use search::{Facet, FacetValue, Link, Panel, SearchPage, SortLink};
pub use second::{SecondPage, SharedPage};
pub use sets::{DeskSetPage, DeskSetsPage, SetLine, SetPage, SetsPage};
pub use sheet::SheetPage;
pub use sign_in::{EnrolPage, InvitationPage, RecoveryPage, SignInPage};
pub use split::SplitPage;
pub use stack::{Recognised, StackAnswerPage, StackPage};
pub use start::{FormPage, ShortPage, StartPage};
pub use statistics::{StatisticsPage, chart};
pub use terms::{TermLine, TermsPage};
pub use text::{AboutPage, HowPage, PrivacyPage};
pub use work::{DeskReportPage, DeskState};
pub use work_codes::Suggestion;

/// A page that can be sent.
pub trait Page {
    /// The language it answers in where this one is asked for. A page is in one language as a
    /// whole: German only where all of its interface is translated.
    fn language(&self, asked: Language) -> Language;

    /// Its HTML in that language. An error means that a value could not be written, which none of
    /// ours does.
    fn html(&self, asked: Language) -> Result<String, std::fmt::Error>;
}

/// In which languages a page is written, beside English. A page without it cannot be sent.
trait Spoken: askama::Template {
    /// Whether all of its interface is translated into German.
    fn german(&self) -> bool;
}

impl<T: Spoken> Page for T {
    fn language(&self, asked: Language) -> Language {
        if self.german() {
            asked
        } else {
            Language::English
        }
    }

    fn html(&self, asked: Language) -> Result<String, std::fmt::Error> {
        let values = (say::LANGUAGE, self.language(asked));
        self.render_with_values(&(values.0, &values.1 as &dyn std::any::Any))
            .map_err(|_| std::fmt::Error)
    }
}

macro_rules! spoken {
    ($german:literal: $($page:ty),+ $(,)?) => {$(
        impl Spoken for $page {
            fn german(&self) -> bool {
                $german
            }
        }
    )+};
}

// For those who work at the desk and for those who write programs, and the digests.
spoken! { false:
    ApiPage,
    DictionaryPage,
    OwnDigestPage,
    AccountPage,
    AgreementPage,
    AlikePage,
    AuditPage,
    ConfirmPage,
    DeskAlertPage,
    DeskAlertsPage,
    DeskDigestPage,
    DeskDigestsPage,
    DeskGuidePage,
    DeskGuidesPage,
    DeskMailPage,
    DeskQueuePage,
    DeskReportPage,
    DeskSetPage,
    DeskSetsPage,
    DeskWaitingPage,
    DigestPage,
    DigestThenPage,
    DigestsPage,
    EnrolPage,
    ExpiredPage,
    GuidePage,
    GuidesPage,
    InvitationPage,
    InvitedPage,
    MemberPage,
    MembersPage,
    PeoplePage,
    RecoveryPage,
    SignInPage,
    SplitPage,
    TermsPage,
}

spoken! { true:
    AboutPage,
    AlertPage,
    AlertsPage,
    BreaksPage,
    ChainsPage,
    ChecklistPage,
    ChecklistsPage,
    CombinationsPage,
    DataPage,
    drill::DrillPage,
    drill::DrillRestPage,
    drill::DrillSheetPage,
    drill::DrillStepPage,
    DrillsPage,
    ErrorPage,
    FormPage,
    HomePage,
    HowPage,
    MatrixPage,
    PatternsPage,
    PreMortemPage,
    PreviewPage,
    PrivacyPage,
    ProfilePage,
    ReceiptPage,
    ReportPage,
    RetoldPage,
    SaidPage,
    SearchPage,
    SecondPage,
    SentPage,
    SetPage,
    SetsPage,
    SharedPage,
    SheetPage,
    ShortPage,
    StackAnswerPage,
    StackPage,
    StartPage,
    StatisticsPage,
    StatusPage,
    TechnologiesPage,
    WorksheetPage,
}

/// The reporter's; at the desk it is read by analysts.
impl Spoken for LetterPage {
    fn german(&self) -> bool {
        self.is_reporters()
    }
}
