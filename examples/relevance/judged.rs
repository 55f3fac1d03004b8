//! The judged queries, and how well a list of answers fits the judgement.

use std::collections::BTreeMap;

use serde::Deserialize;

/// A query with the samples that answer it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Judged {
    /// As a reader types it.
    pub(crate) text: String,
    #[serde(default)]
    exact: Vec<usize>,
    #[serde(default)]
    good: Vec<usize>,
    #[serde(default)]
    touches: Vec<usize>,
}

const QUERIES: &str = include_str!("../../tests/fixtures/relevance/queries.toml");

/// Reads the fixture.
pub(crate) fn queries() -> Result<Vec<Judged>, toml::de::Error> {
    #[derive(Deserialize)]
    struct File {
        query: Vec<Judged>,
    }
    toml::from_str::<File>(QUERIES).map(|file| file.query)
}

/// How well answers fit, over queries.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Fit {
    /// Normalised discounted cumulative gain of the first ten (gain 2^grade - 1).
    pub(crate) ndcg: f64,
    /// Share of the reports worth having that are among the first twenty.
    pub(crate) recall: f64,
}

impl Judged {
    /// Grade of each sample that has one.
    pub(crate) fn grades(&self) -> BTreeMap<usize, i32> {
        let lists = [(3, &self.exact), (2, &self.good), (1, &self.touches)];
        lists
            .into_iter()
            .flat_map(|(grade, list)| list.iter().map(move |sample| (*sample, grade)))
            .collect()
    }

    /// How well a ranked list of samples answers this.
    pub(crate) fn fit(&self, answers: &[usize]) -> Fit {
        let grades = self.grades();
        let grade = |sample: &usize| grades.get(sample).copied().unwrap_or(0);
        let mut ideal: Vec<i32> = grades.values().copied().collect();
        ideal.sort_unstable_by(|a, b| b.cmp(a));
        let found = answers.iter().take(20).filter(|sample| grade(sample) > 0);
        Fit {
            ndcg: gain(answers.iter().map(grade)) / gain(ideal.iter().copied()),
            recall: share(found.count(), grades.len()),
        }
    }
}

fn gain(grades: impl Iterator<Item = i32>) -> f64 {
    let places = (2_u32..).map(f64::from);
    grades
        .take(10)
        .zip(places)
        .map(|(grade, place)| (2_f64.powi(grade) - 1.0) / place.log2())
        .sum()
}

#[expect(clippy::cast_precision_loss, reason = "both are small")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

/// The mean over queries.
pub(crate) fn mean(fits: &[Fit]) -> Fit {
    #[expect(clippy::cast_precision_loss, reason = "there are some dozens")]
    let count = fits.len() as f64;
    Fit {
        ndcg: fits.iter().map(|fit| fit.ndcg).sum::<f64>() / count,
        recall: fits.iter().map(|fit| fit.recall).sum::<f64>() / count,
    }
}
