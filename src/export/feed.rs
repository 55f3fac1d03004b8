//! What a feed says, whichever form it has: reports that answer a query, or alerts.

use super::Site;
use super::listing::{Listing, first_moment, path, subjects, synopsis, title};
use crate::anonymise::RedactedText;
use crate::report::{Period, PublicAlert, Span};

/// A feed before it is written.
pub(super) struct Feed {
    pub(super) title: String,
    pub(super) about: &'static str,
    /// Address of the feed itself.
    pub(super) itself: String,
    /// Address of the page that shows the same.
    pub(super) page: String,
    pub(super) entries: Vec<Entry>,
}

/// One thing of a feed.
pub(super) struct Entry {
    pub(super) urn: String,
    pub(super) title: String,
    pub(super) published: Period,
    pub(super) address: String,
    /// Codes with their words.
    pub(super) subjects: Vec<(String, String)>,
    pub(super) text: String,
}

impl Entry {
    /// The first moment of the month it was published in, which is all there is to know.
    pub(super) fn time(&self) -> String {
        first_moment(self.published)
    }
}

/// An issue of the digest, for a feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IssuedDigest {
    /// What it is about.
    pub period: Period,
    /// The month in which it came out.
    pub issued: Period,
    /// Reports published in it.
    pub reports: u32,
}

/// The latest version of a guide, for a feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandingGuide {
    /// The code of what it is about.
    pub slug: String,
    /// The words for that.
    pub name: String,
    /// Its number.
    pub version: u32,
    /// The month in which it came out.
    pub month: Period,
    /// Reports it is drawn from.
    pub reports: u32,
}

/// Issues of a digest that a reader asked for, the newest first.
#[derive(Clone, Debug)]
pub struct OwnDigests<'a> {
    /// What they are about; empty for everything.
    pub about: &'a str,
    /// Path of the page that shows the newest.
    pub page: &'a str,
    /// Path of the feed itself.
    pub itself: &'a str,
    /// What each is about, its path, and its reports.
    pub issues: Vec<(Span, String, u32)>,
}

impl Feed {
    pub(super) fn of(listing: &Listing<'_>) -> Self {
        let entries = listing.reports.iter().map(|report| Entry {
            urn: format!("urn:uuid:{}", report.id),
            title: title(report),
            published: report.published,
            address: listing.site.address(&path(report)),
            subjects: subjects(report),
            text: synopsis(report),
        });
        Self {
            title: listing.title(),
            about: "What went wrong, told without who and when. Times are the months of publication.",
            itself: listing.site.address(listing.itself),
            page: listing.site.address(listing.page),
            entries: entries.collect(),
        }
    }

    /// Digests, at `itself`.
    pub(super) fn digests(issues: &[IssuedDigest], site: &Site, itself: &str) -> Self {
        let entries = issues.iter().map(|issue| {
            let (label, address) = (issue.period.label(), format!("/digests/{}", issue.period));
            let reports = match issue.reports {
                1 => "1 report".to_owned(),
                n => format!("{n} reports"),
            };
            Entry {
                urn: site.address(&address),
                title: format!("Digest, {label}"),
                published: issue.issued,
                address: site.address(&address),
                subjects: Vec::new(),
                text: format!(
                    "{reports} published in {label}: what happened, how it failed, what helped."
                ),
            }
        });
        Self {
            title: "Candor: digests".to_owned(),
            about: "What came in, retold in short. Times are the months of issue.",
            itself: site.address(itself),
            page: site.address("/digests"),
            entries: entries.collect(),
        }
    }

    /// Guides, at `itself`: an entry for each version, so that a new one is news.
    pub(super) fn guides(guides: &[StandingGuide], site: &Site, itself: &str) -> Self {
        let entries = guides.iter().map(|guide| {
            let address = site.address(&format!("/guides/{}", guide.slug));
            Entry {
                urn: format!("{address}#version-{}", guide.version),
                title: format!("Guide: {}, version {}", guide.name, guide.version),
                published: guide.month,
                address,
                subjects: vec![(guide.slug.clone(), guide.name.clone())],
                text: format!(
                    "What to go through about {}: out of at least {} reports, each line with its \
                     evidence.",
                    guide.name, guide.reports
                ),
            }
        });
        Self {
            title: "Candor: best-practice guides".to_owned(),
            about: "What to go through about one technology or one way to fail. Times are the \
                    months of the versions.",
            itself: site.address(itself),
            page: site.address("/guides"),
            entries: entries.collect(),
        }
    }

    /// Digests that a reader asked for.
    pub(super) fn own_digests(own: &OwnDigests<'_>, site: &Site) -> Self {
        let about = match own.about {
            "" => String::new(),
            about => format!(", {about}"),
        };
        let entries = own.issues.iter().map(|(span, path, reports)| {
            let (label, address) = (span.label(), site.address(path));
            Entry {
                urn: address.clone(),
                title: format!("Digest, {label}{about}"),
                published: span.month_after(),
                address,
                subjects: Vec::new(),
                text: format!("At least {reports} reports published in {label}{about}."),
            }
        });
        Self {
            title: format!("Candor: your digest{about}"),
            about: "What came in about what you asked for, retold in short. Times are the months \
                    after.",
            itself: site.address(own.itself),
            page: site.address(own.page),
            entries: entries.collect(),
        }
    }

    /// Alerts, at `itself`.
    pub(super) fn alerts(alerts: &[PublicAlert<RedactedText>], site: &Site, itself: &str) -> Self {
        let entries = alerts.iter().map(|alert| {
            let sample = if alert.sample {
                "Sample, invented: "
            } else {
                ""
            };
            let line = |text: &RedactedText| text.on_one_line().to_string();
            let said = &alert.alert;
            Entry {
                urn: format!("urn:uuid:{}", alert.id),
                title: format!("{sample}Alert {}: {}", alert.number, line(&said.title)),
                published: alert.published,
                address: site.address(&format!("/alerts/{}", alert.id)),
                subjects: Vec::new(),
                text: format!(
                    "Who should look: {} What was seen: {} What to check: {}",
                    line(&said.who),
                    line(&said.seen),
                    line(&said.check)
                ),
            }
        });
        Self {
            title: "Candor: alerts".to_owned(),
            about: "Hazards that others should look at. Times are the months of publication.",
            itself: site.address(itself),
            page: site.address("/alerts"),
            entries: entries.collect(),
        }
    }
}
