//! Chance that a seed decides: the same everywhere and for ever.

/// `SplitMix64` (Steele, Lea, Flood 2014): small, quick, and each seed a stream of its own.
pub(super) struct Random(u64);

impl Random {
    /// The stream of one report.
    pub(super) fn of(seed: u64, number: u64) -> Self {
        let mut start = Self(seed);
        let seed = start.next();
        Self(seed ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`; 0 if that is 0.
    pub(super) fn below(&mut self, end: u64) -> u64 {
        let wide = u128::from(self.next()) * u128::from(end);
        u64::try_from(wide >> 64).unwrap_or(0)
    }

    /// A number from `first` to `last`.
    pub(super) fn within(&mut self, first: u64, last: u64) -> u64 {
        first + self.below(last.saturating_sub(first) + 1)
    }

    /// True in so many of a hundred cases.
    pub(super) fn percent(&mut self, share: u64) -> bool {
        self.below(100) < share
    }

    /// One of several, each as likely.
    pub(super) fn one<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> Option<&'a T> {
        let place = usize::try_from(self.below(of.len() as u64)).ok()?;
        of.get(place).copied()
    }
}

/// Places of a list, drawn so that the n-th comes up about 1/n as often as the first (Zipf).
pub(super) struct Zipf {
    /// Sums of the weights up to each place.
    sums: Vec<u64>,
}

impl Zipf {
    pub(super) fn over(places: usize) -> Self {
        let mut sum = 0;
        let weights = (1..=places as u64).map(|rank| 1_000_000_000 / (rank + 1));
        let sums = weights.map(|weight| {
            sum += weight;
            sum
        });
        Self {
            sums: sums.collect(),
        }
    }

    pub(super) fn draw(&self, random: &mut Random) -> usize {
        let point = random.below(self.sums.last().copied().unwrap_or(0));
        self.sums.partition_point(|sum| *sum <= point)
    }
}
