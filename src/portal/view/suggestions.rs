//! What a reader may ask for, offered while the query is typed.

use askama::Template;

use super::component;
use crate::portal::{Labels, Said};
use crate::registry::Overview;
use crate::taxonomy::ListId;

/// Technologies offered; those that most reports are about.
const TECHNOLOGIES: usize = 40;
/// Failure modes offered.
const MODES: usize = 20;

/// Queries for a search box, each with the words people read. A browser shows those that begin
/// like what is typed; no script is needed.
#[derive(Clone, Debug, Default, Template)]
#[template(
    source = "<datalist id=\"suggestions\">{% for (query, label) in queries %}<option value=\"{{ query }}\">{{ label }}</option>{% endfor %}</datalist>",
    ext = "html"
)]
pub struct Suggestions {
    queries: Vec<(String, Said)>,
}

component!(Suggestions);

impl Suggestions {
    /// What there are reports about, most reports first.
    pub fn new(overview: &Overview, labels: Labels) -> Self {
        let technologies = overview.technologies.iter().take(TECHNOLOGIES);
        let technologies = technologies.map(|of| {
            let label = labels.technology(&of.slug).label;
            (format!("stack:{}", of.slug), told(&label, of.count))
        });
        let modes = overview.modes.iter().take(MODES).map(|of| {
            let label = labels.term(ListId::FailureModes, &of.slug).label;
            (format!("mode:{}", of.slug), told(&label, of.count))
        });
        Self {
            queries: technologies.chain(modes).collect(),
        }
    }
}

fn told(label: &str, count: usize) -> Said {
    say!("search-suggested", what = word!(label), n = count)
}
