//! Ways to say the same in reports: `oom` and `out of memory`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

/// Sets of words that mean the same to a reader who searches.
#[derive(Debug)]
pub struct Synonyms {
    /// For each way to say it, the others.
    others: FxHashMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "version")]
    _version: String,
    set: Vec<Vec<String>>,
}

impl Synonyms {
    /// Those of `schema/taxonomy/synonyms.toml`, embedded in the program.
    #[expect(
        clippy::expect_used,
        reason = "the input is part of the program, and a test reads it"
    )]
    pub fn builtin() -> &'static Self {
        static BUILTIN: LazyLock<Synonyms> = LazyLock::new(|| {
            Synonyms::parse(include_str!("../../schema/taxonomy/synonyms.toml"))
                .expect("the embedded synonyms are sound")
        });
        &BUILTIN
    }

    fn parse(text: &str) -> Result<Self, toml::de::Error> {
        let file: File = toml::from_str(text)?;
        let mut others: FxHashMap<String, Vec<String>> = FxHashMap::default();
        for set in &file.set {
            for word in set {
                let rest = set.iter().filter(|other| *other != word).cloned();
                others.entry(word.clone()).or_default().extend(rest);
            }
        }
        Ok(Self { others })
    }

    /// Other ways to say `words`, in any case; none for most.
    pub fn of(&self, words: &str) -> &[String] {
        self.others
            .get(words.to_lowercase().as_str())
            .map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::Synonyms;

    #[test]
    fn works_in_all_directions() {
        let known = Synonyms::builtin();
        assert!(known.of("OOM").contains(&"out of memory".to_owned()));
        assert!(known.of("out of memory").contains(&"oom".to_owned()));
        assert!(known.of("nginx").is_empty());
    }

    #[test]
    fn each_is_written_once_and_small() {
        let known = Synonyms::builtin();
        let mut words: Vec<_> = known.others.iter().collect();
        words.sort();
        for (word, others) in words {
            assert_eq!(*word, word.to_lowercase());
            let mut once = others.clone();
            once.sort();
            once.dedup();
            assert_eq!(once.len(), others.len(), "{word} stands in two sets");
        }
    }
}
