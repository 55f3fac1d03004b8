//! What readers say of a public report, and how much of it is shown.

/// What a reader may say of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reaction {
    /// "This happened to us too."
    HappenedToUs,
    /// "We changed something because of this."
    ChangedSomething,
}

/// Counts are shown as the highest of these that they reach, and not at all below the lowest.
const BANDS: [u64; 6] = [3, 10, 30, 100, 300, 1000];

impl Reaction {
    /// Both.
    pub const ALL: [Self; 2] = [Self::HappenedToUs, Self::ChangedSomething];

    /// The id in data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::HappenedToUs => "happened-to-us",
            Self::ChangedSomething => "changed-something",
        }
    }

    /// Reads the id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|reaction| reaction.as_str() == id)
    }

    /// The words on the button.
    pub fn label(self) -> &'static str {
        match self {
            Self::HappenedToUs => "This happened to us too",
            Self::ChangedSomething => "We changed something because of this",
        }
    }
}

/// How many said something, as "at least so many"; 0 for fewer than three.
pub fn at_least(count: u64) -> u64 {
    BANDS
        .into_iter()
        .rev()
        .find(|band| count >= *band)
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::at_least;

    #[test]
    fn fewer_than_three_are_nobody_and_the_rest_a_band() {
        let shown: Vec<u64> = [0, 1, 2, 3, 9, 10, 29, 30, 99_999]
            .into_iter()
            .map(at_least)
            .collect();
        assert_eq!(shown, [0, 0, 0, 3, 3, 10, 10, 30, 1000]);
    }
}
