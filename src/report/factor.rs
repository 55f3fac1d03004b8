//! Contributing factors: a tree, because conditions have conditions.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Coded;

/// One contributing factor and what contributed to it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Factor<T> {
    /// In words.
    pub text: T,
    /// Taxonomy `factors`.
    pub code: Option<Coded>,
    /// What lay behind it.
    pub children: Vec<Factor<T>>,
}

impl<T> Factor<T> {
    pub(super) fn map_text<U>(self, f: &mut dyn FnMut(T) -> U) -> Factor<U> {
        Factor {
            text: f(self.text),
            code: self.code,
            children: self.children.into_iter().map(|c| c.map_text(f)).collect(),
        }
    }

    pub(super) fn push_texts<'a>(&'a self, texts: &mut Vec<&'a T>) {
        texts.push(&self.text);
        for child in &self.children {
            child.push_texts(texts);
        }
    }
}

/// Whether one of several factors stood out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Primary {
    /// Nobody said.
    #[default]
    Unstated,
    /// Looked at, and none stands out.
    Ambiguous,
    /// The factor at this index of the top level.
    Factor(usize),
}
