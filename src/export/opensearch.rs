//! The file by which a browser offers a registry as a search engine (`OpenSearch` 1.1).

use super::{Site, xml};

/// The description of the search.
pub fn opensearch(site: &Site) -> String {
    let address = |path: &str| xml::text(&site.address(path));
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n\
         <ShortName>Candor</ShortName>\n\
         <Description>What went wrong with software elsewhere: words, stack:nginx, mode:retry-storm</Description>\n\
         <InputEncoding>UTF-8</InputEncoding>\n\
         <OutputEncoding>UTF-8</OutputEncoding>\n\
         <Url type=\"text/html\" method=\"get\" template=\"{}\"/>\n\
         <Url type=\"application/atom+xml\" template=\"{}\"/>\n\
         <Url type=\"application/json\" template=\"{}\"/>\n\
         <Url type=\"application/opensearchdescription+xml\" rel=\"self\" template=\"{}\"/>\n\
         <Query role=\"example\" searchTerms=\"stack:nginx retry\"/>\n\
         </OpenSearchDescription>\n",
        address("/search?q={searchTerms}"),
        address("/search.atom?q={searchTerms}"),
        address("/api/v1/search?q={searchTerms}"),
        address("/opensearch.xml"),
    )
}
