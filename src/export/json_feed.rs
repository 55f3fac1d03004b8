//! Lists as JSON Feed 1.1.

use serde::Serialize;

use super::feed::{Feed, IssuedDigest, OwnDigests, StandingGuide};
use super::{Listing, Site};
use crate::anonymise::RedactedText;
use crate::report::PublicAlert;

#[derive(Serialize)]
struct Document {
    version: &'static str,
    title: String,
    home_page_url: String,
    feed_url: String,
    description: String,
    language: &'static str,
    authors: [Author; 1],
    items: Vec<Item>,
}

#[derive(Serialize)]
struct Author {
    name: &'static str,
}

#[derive(Serialize)]
struct Item {
    id: String,
    url: String,
    title: String,
    content_text: String,
    date_published: String,
    tags: Vec<String>,
}

/// A list of reports as a feed; an item's date is the first moment of the month it was published
/// in.
pub fn json_feed(listing: &Listing<'_>) -> Result<String, serde_json::Error> {
    write_feed(Feed::of(listing))
}

/// Alerts as a feed.
pub fn alerts_json_feed(
    alerts: &[PublicAlert<RedactedText>],
    site: &Site,
) -> Result<String, serde_json::Error> {
    write_feed(Feed::alerts(alerts, site, "/alerts.json"))
}

/// Digests as a feed.
pub fn digests_json_feed(
    issues: &[IssuedDigest],
    site: &Site,
) -> Result<String, serde_json::Error> {
    write_feed(Feed::digests(issues, site, "/digests.json"))
}

/// Guides as a feed.
pub fn guides_json_feed(
    guides: &[StandingGuide],
    site: &Site,
) -> Result<String, serde_json::Error> {
    write_feed(Feed::guides(guides, site, "/guides.json"))
}

/// Digests that a reader asked for, as a feed.
pub fn own_digests_json_feed(
    own: &OwnDigests<'_>,
    site: &Site,
) -> Result<String, serde_json::Error> {
    write_feed(Feed::own_digests(own, site))
}

fn write_feed(feed: Feed) -> Result<String, serde_json::Error> {
    let items = feed.entries.into_iter().map(|entry| Item {
        date_published: entry.time(),
        id: entry.urn,
        url: entry.address,
        title: entry.title,
        content_text: entry.text,
        tags: entry.subjects.into_iter().map(|(_, words)| words).collect(),
    });
    serde_json::to_string_pretty(&Document {
        version: "https://jsonfeed.org/version/1.1",
        title: feed.title,
        home_page_url: feed.page,
        feed_url: feed.itself,
        // The same words as in the other form; this one calls them dates.
        description: feed.about.replace("Times are", "Dates are"),
        language: "en-GB",
        authors: [Author { name: "Candor" }],
        items: items.collect(),
    })
}
