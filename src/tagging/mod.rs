//! Temporary.
#![expect(missing_docs)]
use crate::anonymise::RedactedText;
use crate::report::{Report, Slug};
#[derive(Clone, Debug)]
pub struct M { pub slug: Slug, pub start: usize, pub end: usize }
#[derive(Default)]
pub struct Tags { pub technologies: Vec<M>, pub failure_modes: Vec<M> }
#[derive(Clone, Debug)]
pub struct S { pub code: Slug, pub words: String }
#[derive(Clone, Debug, Default)]
pub struct Suggestions { pub failure_modes: Vec<S>, pub events: Vec<S>, pub triggers: Vec<S>, pub detectors: Vec<S> }
pub struct Tagger;
impl Tagger { pub fn builtin() -> &'static Self { &Tagger } pub fn tag(&self, _t: &str) -> Tags { Tags::default() } pub fn suggest(&self, _r: &Report<RedactedText>) -> Suggestions { Suggestions::default() } }
