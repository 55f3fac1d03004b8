//! How likely chance is: Fisher's exact test, and its correction for many tests.

/// Chances among so many reports.
pub(super) struct Chances {
    total: u32,
    /// ln n! for n from 0 to the total.
    ln_factorials: Vec<f64>,
}

impl Chances {
    pub(super) fn among(total: u32) -> Self {
        let mut sum = 0.0;
        let logs = (1..=total).map(|n| {
            sum += f64::from(n).ln();
            sum
        });
        Self {
            total,
            ln_factorials: std::iter::once(0.0).chain(logs).collect(),
        }
    }

    /// How many times as often two things that `one` and `other` reports have come together in
    /// `both` as they would if neither had to do with the other.
    pub(super) fn lift(&self, both: u32, one: u32, other: u32) -> f64 {
        let expected = f64::from(one) * f64::from(other) / f64::from(self.total.max(1));
        f64::from(both) / expected.max(f64::MIN_POSITIVE)
    }

    /// The probability that as many as `both` reports have two things that `one` and `other`
    /// reports have, if neither has to do with the other: the upper tail of the hypergeometric
    /// distribution (Fisher 1935, "The Design of Experiments").
    pub(super) fn as_many(&self, both: u32, one: u32, other: u32) -> f64 {
        self.as_many_of(self.total, both, one, other)
    }

    /// The probability that as many as `of.0` of the later reports have a thing that `of.0` later
    /// and `of.1` earlier ones have, among `all` later and earlier ones.
    pub(super) fn grew(&self, of: (u32, u32), all: (u32, u32)) -> f64 {
        self.as_many_of(all.0 + all.1, of.0, of.0 + of.1, all.0)
    }

    fn as_many_of(&self, total: u32, both: u32, one: u32, other: u32) -> f64 {
        let most = one.min(other);
        let least = (one + other).saturating_sub(total);
        if both <= least {
            return 1.0;
        }
        let ln = |n: u32| self.ln_factorials.get(n as usize).copied().unwrap_or(0.0);
        let ln_choose = |n: u32, k: u32| ln(n) - ln(k) - ln(n.saturating_sub(k));
        let rest = total.saturating_sub(one);
        let first = ln_choose(one, both) + ln_choose(rest, other.saturating_sub(both))
            - ln_choose(total, other);
        let mut term = first.exp();
        let mut sum = term;
        for k in both..most {
            let up = f64::from(one - k) * f64::from(other - k);
            let left = f64::from((rest + k + 1).saturating_sub(other));
            let down = f64::from(k + 1) * left;
            term *= up / down;
            sum += term;
            if term < sum * 1e-16 {
                break;
            }
        }
        sum.min(1.0)
    }
}

/// The probability of as many as `hits` in `tries` that each hit with chance `each`: the upper tail
/// of the binomial distribution.
pub(super) fn binomial(hits: u32, tries: u32, each: f64) -> f64 {
    let mut ln = f64::from(tries) * (1.0 - each).ln();
    let odds = (each / (1.0 - each)).ln();
    let mut tail = 0.0;
    for k in 0..=tries {
        if k >= hits {
            tail += ln.exp();
        }
        ln += odds + (f64::from(tries - k) / f64::from(k + 1)).ln();
    }
    tail.min(1.0)
}

/// Probabilities in rising order, each corrected for all of them: the lowest false discovery rate
/// at which it would be listed (Benjamini and Hochberg 1995). It holds for tests that do not depend
/// on one another, and for those that rise together (Benjamini and Yekutieli 2001).
pub(super) fn adjust(rising: &[f64]) -> Vec<f64> {
    #[expect(clippy::cast_precision_loss, reason = "far fewer than 2^53 tests")]
    let number = |n: usize| n as f64;
    let mut least = 1.0_f64;
    let mut adjusted: Vec<f64> = rising
        .iter()
        .enumerate()
        .rev()
        .map(|(place, p)| {
            least = least.min(p * number(rising.len()) / number(place + 1));
            least
        })
        .collect();
    adjusted.reverse();
    adjusted
}
