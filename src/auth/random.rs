//! Random bytes, and their text form.

use ring::rand::{SecureRandom, SystemRandom};
use zeroize::Zeroizing;

/// Bytes nobody can guess, from the operating system.
#[expect(
    clippy::expect_used,
    reason = "an operating system without randomness can keep no promise of ours"
)]
pub(super) fn bytes<const N: usize>() -> Zeroizing<[u8; N]> {
    let mut bytes = Zeroizing::new([0; N]);
    SystemRandom::new()
        .fill(bytes.as_mut_slice())
        .expect("the operating system has randomness");
    bytes
}

/// One of `many` places, each as likely as the others; `None` where there are none.
pub fn lot(many: usize) -> Option<usize> {
    let number = u128::from_le_bytes(*bytes::<16>());
    let place = number.checked_rem(u128::try_from(many).ok()?)?;
    usize::try_from(place).ok()
}

/// Bytes as lower-case hexadecimal digits.
pub(super) fn to_hex(bytes: &[u8]) -> Zeroizing<String> {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    let digits = digits.filter_map(|digit| char::from_digit(digit.into(), 16));
    let mut text = Zeroizing::new(String::with_capacity(bytes.len() * 2));
    text.extend(digits);
    text
}

/// Reads what [`to_hex`] wrote; nothing but exactly `N` bytes in lower case.
pub(super) fn from_hex<const N: usize>(text: &str) -> Option<Zeroizing<[u8; N]>> {
    let mut bytes = Zeroizing::new([0; N]);
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if !rest.is_empty() || pairs.len() != N {
        return None;
    }
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        *byte = digit(*high)? << 4 | digit(*low)?;
    }
    Some(bytes)
}

fn digit(character: u8) -> Option<u8> {
    match character {
        b'0'..=b'9' => Some(character - b'0'),
        b'a'..=b'f' => Some(character - b'a' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
