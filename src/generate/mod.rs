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
    /// English and computing words, in an order of their own.
    vocabulary: Vec<&'static str>,
    frequency: Zipf,
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
        let lists = [
            include_str!("../../schema/lexicon/computing.txt"),
            include_str!("../../schema/lexicon/english-common.txt"),
        ];
        let lines = lists.into_iter().flat_map(str::lines);
        let mut vocabulary: Vec<_> = lines
            .filter(|line| line.len() > 2 && line.bytes().all(|byte| byte.is_ascii_lowercase()))
            .collect();
        // Which words are frequent is the same for every seed, as in a language.
        let mut order = Random::of(0, 0);
        vocabulary.sort_by_cached_key(|_| order.next());
        Self {
            seed,
            taxonomy,
            spread: Zipf::over(technologies.len()),
            technologies,
            frequency: Zipf::over(vocabulary.len()),
            vocabulary,
        }
    }

    /// The report of a number.
    pub fn report(&self, number: u64) -> PublicReport<String> {
        let random = Random::of(self.seed, number);
        Writer::new(self, random).report()
    }
}
