//! Published reports that nobody sent, for load tests: as long, as varied and as unevenly spread
//! over technologies and failure modes as real ones, and the same for the same seed.

mod prose;
mod random;
mod words;
mod writer;

#[cfg(test)]
mod tests;

use crate::report::{PublicReport, Slug};
use crate::taxonomy::Taxonomy;
use random::{Random, Zipf};
use writer::Writer;

/// Makes reports by number; each depends on the seed and its number alone.
pub struct Generator {
    seed: u64,
    taxonomy: &'static Taxonomy,
    technologies: Vec<Slug>,
    spread: Zipf,
}

impl Generator {
    /// A generator over the embedded taxonomy.
    pub fn new(seed: u64) -> Self {
        let taxonomy = Taxonomy::builtin();
        let frequent = words::FREQUENT.iter();
        let frequent = frequent.filter_map(|name| taxonomy.technology_by_alias(name));
        let mut technologies: Vec<Slug> = Vec::new();
        for technology in frequent.chain(taxonomy.technologies()) {
            if !technologies.contains(technology.slug()) {
                technologies.push(technology.slug().clone());
            }
        }
        Self {
            seed,
            taxonomy,
            spread: Zipf::over(technologies.len()),
            technologies,
        }
    }

    /// The report of a number.
    pub fn report(&self, number: u64) -> PublicReport<String> {
        let random = Random::of(self.seed, number);
        Writer::new(self, random).report()
    }
}
