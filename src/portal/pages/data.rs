//! What programs can read.

use askama::Template;

use crate::jobs::{Download, Manifest};
use crate::portal::{Layout, Section};

/// Downloads, feeds and the API.
#[derive(Clone, Debug, Template)]
#[template(path = "public/data.html")]
pub struct DataPage {
    layout: Layout,
    corpus: Option<Manifest>,
    site: String,
}

impl DataPage {
    /// With the files that can be taken away now; commands are for the registry at `site`.
    pub fn new(layout: Layout, corpus: Option<Manifest>, site: &str) -> Self {
        Self {
            layout,
            corpus,
            site: site.to_owned(),
        }
    }
}

/// "12 KB", "3.4 MB": in thousands, as disks are sold.
fn size(file: &Download) -> String {
    let (mut whole, mut rest, mut units) = (file.bytes, 0, ["bytes", "KB", "MB", "GB"].into_iter());
    let mut unit = units.next().unwrap_or_default();
    while whole >= 1000 {
        let Some(next) = units.next() else { break };
        (whole, rest, unit) = (whole / 1000, whole % 1000 / 100, next);
    }
    if unit == "bytes" || whole >= 10 {
        format!("{whole} {unit}")
    } else {
        format!("{whole}.{rest} {unit}")
    }
}
