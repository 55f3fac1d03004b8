//! Addresses of the pages, as templates link to them and handlers serve them.

/// Home.
pub const HOME: &str = "/";
/// Search.
pub const SEARCH: &str = "/search";
/// Published reports; one is at `/reports/{id}`.
pub const REPORTS: &str = "/reports";
/// The stack; one technology is at `/technologies/{slug}`.
pub const TECHNOLOGIES: &str = "/technologies";
/// Hand in a manifest (GET), and the reports that fit (POST).
pub const STACK: &str = "/stack";
/// Takes the technologies of a stack and answers with a checklist as a file (POST).
pub const STACK_CHECKLIST: &str = "/stack/checklist";
/// Failure modes; one is at `/patterns/{slug}`.
pub const PATTERNS: &str = "/patterns";
/// The resiliency matrix, of all reports or of a stack; its worksheet below.
pub const MATRIX: &str = "/matrix";
/// The matrix as a sheet to fill in for one's own system.
pub const WORKSHEET: &str = "/matrix/worksheet";
/// What comes together more often than by chance.
pub const COMBINATIONS: &str = "/patterns/combinations";
/// Things that come one after the other.
pub const CHAINS: &str = "/patterns/chains";
/// Reports told in much the same words.
pub const RETOLD: &str = "/patterns/retold";
/// One combination, by its parts (GET).
pub const COMBINATION: &str = "/patterns/together";
/// Fault trees of technologies together (GET).
pub const BREAKS: &str = "/patterns/breaks";
/// Checklists by occasion; one is at `/checklists/{occasion}`.
pub const CHECKLISTS: &str = "/checklists";
/// Counts over all reports.
pub const STATISTICS: &str = "/statistics";
/// Digests; one is at `/digests/{period}`.
pub const DIGESTS: &str = "/digests";
/// A digest of what a reader asks for, by its query; the form below.
pub const OWN_DIGEST: &str = "/digests/own";
/// Drills; one is at `/drills/{id}`, its steps below.
pub const DRILLS: &str = "/drills";
/// Leads to a drill by lot (GET).
pub const DRILL_BY_LOT: &str = "/drills/by-lot";
/// A worksheet for looking ahead, filled with what went wrong for others (GET).
pub const PRE_MORTEM: &str = "/drills/pre-mortem";
/// Downloads and API.
pub const DATA: &str = "/data";
/// What each field of the downloads means.
pub const DICTIONARY: &str = "/data/dictionary";
/// The reference of the API.
pub const API: &str = "/api";
/// About.
pub const ABOUT: &str = "/about";
/// Privacy.
pub const PRIVACY: &str = "/privacy";
/// How text is anonymised.
pub const HOW_WE_ANONYMISE: &str = "/how-we-anonymise";
/// Write a report: paste or upload (GET). Its form posts to [`PREVIEW`].
pub const REPORT: &str = "/report";
/// Write a report in a few fields (GET), or with `full=yes` in all of them. `about` says what it is.
/// Its form posts to [`LOOK`].
pub const REPORT_FORM: &str = "/report/form";
/// Takes a `StartForm` and answers with the preview (POST).
pub const PREVIEW: &str = "/report/preview";
/// Takes a `ReportForm` and answers with the preview (POST).
pub const LOOK: &str = "/report/look";
/// Takes a `ReportForm` and answers with the anonymised draft as a file (POST).
pub const DRAFT: &str = "/report/draft";
/// Takes a `ReportForm` and answers with a sheet to print and sign (POST).
pub const SHEET: &str = "/report/sheet";
/// Takes a `ReportForm`, keeps it and answers with the receipt (POST).
pub const SEND: &str = "/report/send";
/// Tell of a report from another side, with a code (GET). Its form posts to [`LOOK`].
pub const SECOND: &str = "/report/second";
/// Takes a receipt and answers with a code for a second person (POST).
pub const SHARE: &str = "/receipt/share";
/// Ask after a report (GET), and its answer (POST).
pub const RECEIPT: &str = "/receipt";
/// Takes a report back (POST).
pub const WITHDRAW: &str = "/receipt/withdraw";
/// Shows what would be kept of a message (POST).
pub const MESSAGE_LOOK: &str = "/receipt/message/look";
/// Keeps a message (POST).
pub const MESSAGE: &str = "/receipt/message";
/// Opens the form with the report as it is kept (POST).
pub const AMEND: &str = "/receipt/amend";
/// Keeps a changed report (POST). It is below the receipt's address, where tries are counted.
pub const AMENDED: &str = "/receipt/changed";
/// A private calendar file (POST).
pub const CALENDAR: &str = "/receipt/calendar";
/// Reports at the desk with words that wait for an answer.
pub const DESK_MAIL: &str = "/desk/mail";
/// The analysts' queue; one report is at `/desk/reports/{id}` (GET, POST).
pub const DESK: &str = "/desk";
/// Set up the second factor (GET, POST).
pub const SECOND_FACTOR: &str = "/desk/second-factor";
/// Invitations; one is at `/desk/invitation/{token}` (GET, POST).
pub const INVITATION: &str = "/desk/invitation";
/// One's own account at the desk (GET, POST).
pub const ACCOUNT: &str = "/desk/account";
/// Who is at the desk (GET, POST).
pub const PEOPLE: &str = "/desk/people";
/// Organisations that are members (GET, POST).
pub const MEMBERS: &str = "/desk/members";
/// What members find; one's own is at `/members/{token}`.
pub const MEMBER: &str = "/members";
/// What was done at the desk.
pub const AUDIT: &str = "/desk/audit";
/// The same as a file.
pub const AUDIT_EXPORT: &str = "/desk/audit/export";
/// Agreement on codes by list.
pub const DESK_AGREEMENT: &str = "/desk/agreement";
/// Words that were missed in the lists (GET, POST).
pub const DESK_TERMS: &str = "/desk/terms";
/// Alerts at the desk; one is at `/desk/alerts/{id}` (GET, POST).
pub const DESK_ALERTS: &str = "/desk/alerts";
/// Write an alert (GET, POST).
pub const DESK_ALERT_NEW: &str = "/desk/alerts/new";
/// Alerts for everybody; one is at `/alerts/{id}`.
pub const ALERTS: &str = "/alerts";
/// Sets of reports on a theme; one is at `/sets/{id}`.
pub const SETS: &str = "/sets";
/// Best-practice guides; one is at `/guides/{slug}`, its files below.
pub const GUIDES: &str = "/guides";
/// Guides at the desk; one is at `/desk/guides/{slug}` (GET, POST), its draft below.
pub const DESK_GUIDES: &str = "/desk/guides";
/// Digests at the desk; one is at `/desk/digests/{period}` (GET, POST), its draft below.
pub const DESK_DIGESTS: &str = "/desk/digests";
/// Sets at the desk; one is at `/desk/sets/{id}` (GET, POST).
pub const DESK_SETS: &str = "/desk/sets";
/// Put a set together (GET, POST).
pub const DESK_SET_NEW: &str = "/desk/sets/new";
/// Sign-in (GET, POST).
pub const SIGN_IN: &str = "/desk/sign-in";
/// Sign-out (POST).
pub const SIGN_OUT: &str = "/desk/sign-out";
/// The map of maps for search engines.
pub const SITEMAP: &str = "/sitemap.xml";
/// The search for browsers.
pub const OPENSEARCH: &str = "/opensearch.xml";
/// The stylesheet, fonts and icon.
pub const ASSETS: &str = "/assets";

/// The page of one report.
pub fn report(id: crate::report::ReportId) -> String {
    format!("{REPORTS}/{id}")
}

/// The page of one technology.
pub fn technology(slug: &str) -> String {
    format!("{TECHNOLOGIES}/{}", encode(slug))
}

/// The page of one failure mode.
pub fn pattern(slug: &str) -> String {
    format!("{PATTERNS}/{}", encode(slug))
}

/// The page of what comes together, by its parts: `stack:redis`, `mode:retry-storm`.
pub fn combination(parts: &[&str]) -> String {
    format!("{COMBINATION}?of={}", in_query(&parts.join(",")))
}

/// The page of one digest.
pub fn digest(period: crate::report::Period) -> String {
    format!("{DIGESTS}/{period}")
}

/// The guide about a technology or a failure mode.
pub fn guide(slug: &str) -> String {
    format!("{GUIDES}/{}", encode(slug))
}

/// One guide at the desk.
pub fn desk_guide(slug: &str) -> String {
    format!("{DESK_GUIDES}/{}", encode(slug))
}

/// The drill of one report.
pub fn drill(id: crate::report::ReportId) -> String {
    format!("{DRILLS}/{id}")
}

/// One chart of the statistics as a table.
pub fn statistic(id: &str) -> String {
    format!("{STATISTICS}/{id}.csv")
}

/// A search for this query.
pub fn search(query: &str) -> String {
    format!("{SEARCH}?q={}", in_query(query))
}

/// A feed of what matches this query.
pub fn feed(query: &str) -> String {
    format!("{SEARCH}.atom?q={}", in_query(query))
}

fn in_query(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// A path with a stack asked for, if there is one.
pub fn with_stack(path: &str, stack: &str) -> String {
    if stack.trim().is_empty() {
        return path.to_owned();
    }
    format!("{path}?stack={}", in_query(stack))
}

/// One report at the desk.
pub fn desk_report(id: crate::report::ReportId) -> String {
    format!("{DESK}/reports/{id}")
}

/// The mailbox of one report at the desk (GET, POST).
pub fn desk_mail(id: crate::report::ReportId) -> String {
    format!("{DESK}/reports/{id}/mail")
}

/// One alert.
pub fn alert(id: crate::report::AlertId) -> String {
    format!("{ALERTS}/{id}")
}

/// One set of reports.
pub fn set(id: crate::report::SetId) -> String {
    format!("{SETS}/{id}")
}

/// One set of reports at the desk.
pub fn desk_set(id: crate::report::SetId) -> String {
    format!("{DESK_SETS}/{id}")
}

/// One alert at the desk.
pub fn desk_alert(id: crate::report::AlertId) -> String {
    format!("{DESK_ALERTS}/{id}")
}

/// One digest at the desk.
pub fn desk_digest(period: crate::report::Period) -> String {
    format!("{DESK_DIGESTS}/{period}")
}

/// `#` and `+` mean something else in an address.
fn encode(slug: &str) -> String {
    slug.replace('+', "%2B").replace('#', "%23")
}
