//! What programs take along: lists of reports as feeds and tables, one report as a citation or as
//! linked data, and the files by which other programs find their way in.
//!
//! Everything here is a function from public reports to text. No format carries more than the
//! pages do: when is a month, never a time, and every text is redacted.

mod atom;
mod calendar;
mod citation;
mod csv;
mod feed;
mod json_feed;
mod linked;
mod listing;
mod opensearch;
mod site;
mod sitemap;
#[cfg(test)]
mod tests;
mod xml;

pub use atom::{alerts_atom, atom, digests_atom, guides_atom, own_digests_atom};
pub use calendar::reminders;
pub use citation::{bibtex, citation_file};
pub use csv::{csv_head, csv_line, csv_row};
pub use feed::{IssuedDigest, OwnDigests, StandingGuide};
pub use json_feed::{
    alerts_json_feed, digests_json_feed, guides_json_feed, json_feed, own_digests_json_feed,
};
pub use linked::{linked_registry, linked_report};
pub use listing::Listing;
pub use opensearch::opensearch;
pub use site::{Site, SiteError};
pub use sitemap::{MOST_ADDRESSES, Place, sitemap, sitemap_index};
pub(crate) use xml::text as xml_text;
