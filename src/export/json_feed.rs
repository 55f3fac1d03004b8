//! A list of reports as JSON Feed 1.1.

use serde::Serialize;

use super::Listing;
use super::listing::{first_moment, path, subjects, synopsis, title};

#[derive(Serialize)]
struct Document {
    version: &'static str,
    title: String,
    home_page_url: String,
    feed_url: String,
    description: &'static str,
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

/// The list as a feed; an item's date is the first moment of the month it was published in.
pub fn json_feed(listing: &Listing<'_>) -> Result<String, serde_json::Error> {
    let items = listing.reports.iter().map(|report| Item {
        id: format!("urn:uuid:{}", report.id),
        url: listing.site.address(&path(report)),
        title: title(report),
        content_text: synopsis(report),
        date_published: first_moment(report.published),
        tags: subjects(report)
            .into_iter()
            .map(|(_, words)| words)
            .collect(),
    });
    serde_json::to_string_pretty(&Document {
        version: "https://jsonfeed.org/version/1.1",
        title: listing.title(),
        home_page_url: listing.site.address(listing.page),
        feed_url: listing.site.address(listing.itself),
        description: "What went wrong, told without who and when. Dates are the months of publication.",
        language: "en-GB",
        authors: [Author { name: "Candor" }],
        items: items.collect(),
    })
}
