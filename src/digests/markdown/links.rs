//! Links of a digest in Markdown.

use crate::digests::Term;
use crate::report::{ReportId, Slug};

use super::escape::escape;

/// Where things are on the web, if the reader can go there.
#[derive(Clone, Copy)]
pub(super) struct Links<'a>(Option<&'a str>);

impl<'a> Links<'a> {
    /// Links below this address, or none.
    pub(super) fn new(base_url: Option<&'a str>) -> Self {
        Self(base_url.map(|url| url.trim_end_matches('/')))
    }

    /// The report, under these words.
    pub(super) fn report(self, id: ReportId, words: &str) -> String {
        match self.0 {
            Some(base) => format!("[{words}]({base}/reports/{id})"),
            None => format!("report {id}"),
        }
    }

    /// A technology.
    pub(super) fn technology(self, term: &Term) -> String {
        self.term("technologies", term)
    }

    /// A failure mode.
    pub(super) fn pattern(self, term: &Term) -> String {
        self.term("patterns", term)
    }

    fn term(self, page: &str, term: &Term) -> String {
        let label = escape(&term.label);
        match self.0 {
            Some(base) => format!("[{label}]({base}/{page}/{})", path(&term.slug)),
            None => label,
        }
    }
}

/// A slug in an address: `+` and `#` mean something there.
fn path(slug: &Slug) -> String {
    slug.as_str().replace('+', "%2B").replace('#', "%23")
}
