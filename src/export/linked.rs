//! A report and the registry in the words of schema.org, as JSON-LD.

use serde_json::{Value, json};

use super::Site;
use super::listing::{path, synopsis, title};
use crate::anonymise::RedactedText;
use crate::report::PublicReport;
use crate::taxonomy::{ListId, Taxonomy};

/// The description of a report. It stands in a file of its own that the page links to: pages have
/// no script element, not even one that holds data.
pub fn linked_report(report: &PublicReport<RedactedText>, site: &Site) -> Value {
    let taxonomy = Taxonomy::builtin();
    let (path, id) = (path(report), report.id);
    let technologies = report.report.technologies.iter().map(|used| {
        json!({
            "@type": "SoftwareApplication",
            "name": taxonomy.technology_name(&used.slug),
            "url": site.address(&technology_path(used.slug.as_str())),
        })
    });
    let modes = report.report.failure_modes.iter();
    // What is in no list, such as `other`, is no defined term and has no page.
    let modes = modes.filter(|mode| {
        let term = taxonomy.term(ListId::FailureModes, &mode.code);
        term.is_some()
    });
    let modes = modes.map(|mode| {
        json!({
            "@type": "DefinedTerm",
            "name": taxonomy.label(ListId::FailureModes, &mode.code),
            "termCode": mode.code,
            "url": site.address(&format!("/patterns/{}", mode.code)),
        })
    });
    let about: Vec<Value> = technologies.chain(modes).collect();
    let file = |form: &str, kind: &str| {
        json!({
            "@type": "MediaObject",
            "encodingFormat": kind,
            "contentUrl": site.address(&format!("{path}.{form}")),
        })
    };
    let registry = json!({ "@type": "Organization", "name": "Candor", "url": site.address("/") });
    json!({
        "@context": "https://schema.org",
        "@type": "Report",
        "@id": format!("urn:uuid:{id}"),
        "url": site.address(&path),
        "reportNumber": id,
        "name": title(report),
        "abstract": synopsis(report),
        "datePublished": report.published,
        "version": report.revision,
        "about": about,
        "author": registry,
        "publisher": registry,
        "isAccessibleForFree": true,
        "isPartOf": { "@type": "Dataset", "name": "Candor", "url": site.address("/data") },
        "encoding": [file("json", "application/json"), file("md", "text/markdown")],
    })
}

fn technology_path(slug: &str) -> String {
    let slug = slug.replace('+', "%2B").replace('#', "%23");
    format!("/technologies/{slug}")
}

/// The description of the whole registry: a site that can be searched, and its data as a whole in
/// files of these names.
pub fn linked_registry(site: &Site, files: &[String]) -> Value {
    let registry = json!({ "@type": "Organization", "name": "Candor", "url": site.address("/") });
    let files = files.iter().map(|name| {
        json!({
            "@type": "DataDownload",
            "name": name,
            "encodingFormat": "application/gzip",
            "contentUrl": site.address(&format!("/data/{name}")),
        })
    });
    json!({
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "WebSite",
                "name": "Candor",
                "url": site.address("/"),
                "potentialAction": {
                    "@type": "SearchAction",
                    "target": site.address("/search?q={search_term_string}"),
                    "query-input": "required name=search_term_string",
                },
            },
            {
                "@type": "Dataset",
                "name": "Candor: reports of software incidents",
                "description": "Software incidents, near misses and saves, told without who and when: what happened, what contributed, what helped.",
                "url": site.address("/data"),
                "creator": registry,
                "isAccessibleForFree": true,
                "keywords": ["software incidents", "postmortems", "reliability", "near misses"],
                "distribution": files.collect::<Vec<_>>(),
            },
        ],
    })
}
