//! Where the words of a sheet lead, for readers who can go there and for those who cannot.

use super::{Place, Run};
use crate::report::Slug;

/// The address of the registry, if the reader of a sheet is told one.
#[derive(Clone, Copy)]
pub(super) struct Links<'a>(Option<&'a str>);

impl<'a> Links<'a> {
    /// Links below this address, or none.
    pub(super) fn new(base_url: Option<&'a str>) -> Self {
        Self(base_url.map(|url| url.trim_end_matches('/')))
    }

    /// What is read, and where it leads. Words for a report say which one where there is no link.
    pub(super) fn of(self, run: &Run) -> (String, Option<String>) {
        match (&run.to, self.0) {
            (Some(place), Some(base)) => (run.text.clone(), Some(address(base, place))),
            (Some(Place::Report(id)), None) => (format!("report {id}"), None),
            (None, _)
            | (
                Some(Place::Technology(_) | Place::Pattern(_) | Place::Alert(_) | Place::Writing),
                None,
            ) => (run.text.clone(), None),
        }
    }
}

fn address(base: &str, place: &Place) -> String {
    match place {
        Place::Report(id) => format!("{base}/reports/{id}"),
        Place::Alert(id) => format!("{base}/alerts/{id}"),
        Place::Writing => format!("{base}/report"),
        Place::Technology(slug) => format!("{base}/technologies/{}", path(slug)),
        Place::Pattern(slug) => format!("{base}/patterns/{}", path(slug)),
    }
}

/// A slug in an address: `+` and `#` mean something there.
fn path(slug: &Slug) -> String {
    slug.as_str().replace('+', "%2B").replace('#', "%23")
}
