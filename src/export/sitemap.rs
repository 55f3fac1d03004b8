//! The map by which search engines find every page (sitemaps.org 0.9).

use std::fmt::Write;

use super::{Site, xml};
use crate::report::Period;

/// Addresses that one map may hold; the protocol allows 50,000.
pub const MOST_ADDRESSES: u32 = 10_000;

const NAMES: &str = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

/// A page for the map.
#[derive(Clone, Debug)]
pub struct Place {
    /// Its path.
    pub path: String,
    /// The month of its last change, where it is known.
    pub changed: Option<Period>,
}

/// The map of maps: one path each.
pub fn sitemap_index(site: &Site, maps: &[String]) -> String {
    let mut out = format!("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<sitemapindex {NAMES}>\n");
    for path in maps {
        let address = xml::text(&site.address(path));
        let _ = writeln!(out, "<sitemap><loc>{address}</loc></sitemap>");
    }
    out.push_str("</sitemapindex>\n");
    out
}

/// One map.
pub fn sitemap(site: &Site, places: &[Place]) -> String {
    let mut out = format!("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset {NAMES}>\n");
    for place in places {
        let address = xml::text(&site.address(&place.path));
        let _ = write!(out, "<url><loc>{address}</loc>");
        if let Some(changed) = place.changed {
            let (_, month) = changed.months();
            let _ = write!(out, "<lastmod>{:04}-{month:02}</lastmod>", changed.year());
        }
        out.push_str("</url>\n");
    }
    out.push_str("</urlset>\n");
    out
}
