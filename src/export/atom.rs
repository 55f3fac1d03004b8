//! Lists as Atom feeds (RFC 4287).

use std::fmt::Write;

use super::feed::{Feed, IssuedDigest, OwnDigests, StandingGuide};
use super::listing::first_moment;
use super::{Listing, Site, xml};
use crate::anonymise::RedactedText;
use crate::report::PublicAlert;

/// The time of a feed that holds nothing yet; Atom wants one.
const NEVER: &str = "1970-01-01T00:00:00Z";

/// A list of reports as a feed. An entry's time is the first moment of the month it was published
/// in, which is all there is to know.
pub fn atom(listing: &Listing<'_>) -> String {
    write_feed(&Feed::of(listing))
}

/// Alerts as a feed.
pub fn alerts_atom(alerts: &[PublicAlert<RedactedText>], site: &Site) -> String {
    write_feed(&Feed::alerts(alerts, site, "/alerts.atom"))
}

/// Digests as a feed.
pub fn digests_atom(issues: &[IssuedDigest], site: &Site) -> String {
    write_feed(&Feed::digests(issues, site, "/digests.atom"))
}

/// Guides as a feed.
pub fn guides_atom(guides: &[StandingGuide], site: &Site) -> String {
    write_feed(&Feed::guides(guides, site, "/guides.atom"))
}

/// Digests that a reader asked for, as a feed.
pub fn own_digests_atom(own: &OwnDigests<'_>, site: &Site) -> String {
    write_feed(&Feed::own_digests(own, site))
}

fn write_feed(feed: &Feed) -> String {
    let (itself, page) = (xml::text(&feed.itself), xml::text(&feed.page));
    let newest = feed.entries.iter().map(|entry| entry.published).max();
    let updated = newest.map_or_else(|| NEVER.to_owned(), first_moment);
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en-GB\">\n\
         <id>{itself}</id>\n\
         <title>{}</title>\n\
         <subtitle>{}</subtitle>\n\
         <updated>{updated}</updated>\n\
         <author><name>Candor</name></author>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{itself}\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{page}\"/>\n",
        xml::text(&feed.title),
        xml::text(feed.about),
    );
    for entry in &feed.entries {
        let time = entry.time();
        let _ = write!(
            out,
            "<entry>\n<id>{}</id>\n<title>{}</title>\n<published>{time}</published>\n\
             <updated>{time}</updated>\n<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n",
            xml::text(&entry.urn),
            xml::text(&entry.title),
            xml::text(&entry.address),
        );
        for (slug, words) in &entry.subjects {
            let (slug, words) = (xml::text(slug), xml::text(words));
            let _ = writeln!(out, "<category term=\"{slug}\" label=\"{words}\"/>");
        }
        let _ = write!(
            out,
            "<summary>{}</summary>\n</entry>\n",
            xml::text(&entry.text)
        );
    }
    out.push_str("</feed>\n");
    out
}
