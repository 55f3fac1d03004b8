//! Logistic regression by stochastic gradient descent, averaged over the epochs. The order is shuffled
//! by a fixed generator: the same input gives the same weights.

use candor::anonymise::{LESSON_SLOTS, LESSON_UNIT};

const EPOCHS: u16 = 12;
const RATE: f32 = 0.08;
const DECAY: f32 = 2e-4;

/// A word with what is known about it.
pub(crate) struct Example {
    pub(crate) name: bool,
    pub(crate) weight: f32,
    /// Whether the rules left it alone.
    pub(crate) left: bool,
    /// Places in the table of weights.
    pub(crate) features: Vec<usize>,
}

impl Example {
    pub(crate) fn score(&self, weights: &[i8]) -> i32 {
        let weight = |place: &usize| weights.get(*place).copied().unwrap_or(0);
        self.features.iter().map(weight).map(i32::from).sum()
    }
}

/// The weights that tell the names among the examples, in units of [`LESSON_UNIT`].
pub(crate) fn weights(examples: &[Example]) -> Vec<i8> {
    let mut weights = vec![0_f32; LESSON_SLOTS];
    let mut sums = vec![0_f32; LESSON_SLOTS];
    let mut order: Vec<&Example> = examples.iter().collect();
    let mut random = XorShift(0x2545_F491_4F6C_DD1D);
    for epoch in 0..EPOCHS {
        for at in (1..order.len()).rev() {
            order.swap(at, random.below(at + 1));
        }
        let rate = RATE / (1.0 + f32::from(epoch) * 0.5);
        for example in &order {
            step(&mut weights, example, rate);
        }
        for (sum, weight) in sums.iter_mut().zip(&weights) {
            *sum += weight;
        }
    }
    sums.iter()
        .map(|sum| to_byte(sum / f32::from(EPOCHS) / LESSON_UNIT))
        .collect()
}

fn step(weights: &mut [f32], example: &Example, rate: f32) {
    let score: f32 = (example.features.iter())
        .filter_map(|place| weights.get(*place))
        .sum();
    let likely = 1.0 / (1.0 + (-score).exp());
    let error = f32::from(u8::from(example.name)) - likely;
    for place in &example.features {
        if let Some(weight) = weights.get_mut(*place) {
            *weight += rate * (example.weight * error - DECAY * *weight);
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "clamped to the range before"
)]
fn to_byte(weight: f32) -> i8 {
    weight.round().clamp(-127.0, 127.0) as i8
}

/// Marsaglia's generator: enough for shuffling, and the same everywhere.
struct XorShift(u64);

impl XorShift {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap_or(0) % limit
    }
}
