//! A list of reports as an Atom feed (RFC 4287).

use std::fmt::Write;

use super::listing::{first_moment, path, subjects, synopsis, title};
use super::{Listing, xml};

/// The time of a feed that holds nothing yet; Atom wants one.
const NEVER: &str = "1970-01-01T00:00:00Z";

/// The list as a feed. An entry's time is the first moment of the month it was published in, which
/// is all there is to know.
pub fn atom(listing: &Listing<'_>) -> String {
    let itself = xml::text(&listing.site.address(listing.itself));
    let page = xml::text(&listing.site.address(listing.page));
    let newest = listing.reports.iter().map(|report| report.published).max();
    let updated = newest.map_or_else(|| NEVER.to_owned(), first_moment);
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en-GB\">\n\
         <id>{itself}</id>\n\
         <title>{}</title>\n\
         <subtitle>What went wrong, told without who and when. Times are the months of publication.</subtitle>\n\
         <updated>{updated}</updated>\n\
         <author><name>Candor</name></author>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{itself}\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{page}\"/>\n",
        xml::text(&listing.title())
    );
    for report in listing.reports {
        let time = first_moment(report.published);
        let href = xml::text(&listing.site.address(&path(report)));
        let _ = write!(
            out,
            "<entry>\n<id>urn:uuid:{}</id>\n<title>{}</title>\n<published>{time}</published>\n\
             <updated>{time}</updated>\n<link rel=\"alternate\" type=\"text/html\" href=\"{href}\"/>\n",
            report.id,
            xml::text(&title(report)),
        );
        for (slug, words) in subjects(report) {
            let (slug, words) = (xml::text(&slug), xml::text(&words));
            let _ = writeln!(out, "<category term=\"{slug}\" label=\"{words}\"/>");
        }
        let _ = write!(
            out,
            "<summary>{}</summary>\n</entry>\n",
            xml::text(&synopsis(report))
        );
    }
    out.push_str("</feed>\n");
    out
}
