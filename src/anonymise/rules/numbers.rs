//! English words for numbers.

/// One to nineteen.
pub(super) const BELOW_TWENTY: [&str; 19] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

/// The number that a word from "one" to "nineteen" stands for.
pub(super) fn below_twenty(word: &str) -> Option<u32> {
    let at = BELOW_TWENTY.iter().position(|known| *known == word)?;
    u32::try_from(at + 1).ok()
}
