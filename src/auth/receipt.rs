//! The receipt: all a reporter needs to follow, answer, amend or withdraw a report.
//!
//! 130 random bits as 26 characters of Crockford's base 32, and two check characters. At that
//! length a receipt cannot be guessed, however many there are, so that a keyed hash suffices for
//! looking it up (OWASP ASVS 5.0, 6.5.2).
//!
//! They are not drawn but follow from the form's own random number and the text under the master
//! key: whoever sends the same form twice, by a double click or because the answer was lost, is
//! shown the same receipt, and nobody else can work it out.
//!
//! The check characters make the 28 a codeword of the Reed-Solomon code over GF(32) whose generator
//! has the roots 1 and α. Its distance is 3: any one or two wrong characters are noticed, so any
//! two that changed places, too.

use std::fmt;
use std::str::FromStr;

use zeroize::Zeroizing;

use super::key::Purpose;
use super::{MasterKey, Nonce, random};

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const RANDOM: usize = 26;
const LENGTH: usize = 28;
const GROUP: usize = 4;

/// A receipt. It clears its memory, and only [`Receipt::text`] shows it.
pub struct Receipt(pub(super) Zeroizing<[u8; LENGTH]>);

impl Receipt {
    /// A new one.
    pub fn random() -> Self {
        Self::made_of(&random::bytes())
    }

    /// The receipt of a form with this number that keeps this text.
    pub fn of_form(key: &MasterKey, nonce: &Nonce, text: &[u8]) -> Self {
        let form = Zeroizing::new([nonce.bytes(), text].concat());
        let mac = Zeroizing::new(key.mac(Purpose::FormReceipts, &form));
        Self::made_of(&mac)
    }

    fn made_of(random: &[u8; 32]) -> Self {
        let random = random.iter().take(RANDOM);
        let mut symbols = Zeroizing::new([0; LENGTH]);
        for (symbol, byte) in symbols.iter_mut().zip(random.clone()) {
            *symbol = byte & 31;
        }
        let check = remainder(random.map(|byte| byte & 31));
        for (symbol, check) in symbols.iter_mut().skip(RANDOM).zip(check) {
            *symbol = check;
        }
        Self(symbols)
    }

    /// What the reporter writes down: seven groups of four characters.
    pub fn text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(LENGTH + LENGTH / GROUP));
        for (at, symbol) in self.0.iter().enumerate() {
            if at > 0 && at % GROUP == 0 {
                text.push('-');
            }
            text.extend(ALPHABET.get(usize::from(*symbol)).copied().map(char::from));
        }
        text
    }

    /// What the database holds: HMAC-SHA-256 under a key of its own.
    pub fn mac(&self, key: &MasterKey) -> [u8; 32] {
        key.mac(Purpose::Receipts, self.0.as_slice())
    }
}

impl FromStr for Receipt {
    type Err = ReceiptError;

    /// Forgives what happens to a text that is copied by hand: case, spaces and dashes, O for 0,
    /// I and L for 1.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut symbols = Zeroizing::new([0; LENGTH]);
        let mut written = text.chars().filter(|c| !is_separator(*c));
        for symbol in symbols.iter_mut() {
            let character = written.next().ok_or(ReceiptError::Length)?;
            *symbol = symbol_of(character).ok_or(ReceiptError::Character)?;
        }
        if written.next().is_some() {
            return Err(ReceiptError::Length);
        }
        if remainder(symbols.iter().copied().take(RANDOM))
            .iter()
            .eq(symbols.iter().skip(RANDOM))
        {
            Ok(Self(symbols))
        } else {
            Err(ReceiptError::Check)
        }
    }
}

impl fmt::Debug for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Receipt")
    }
}

fn is_separator(character: char) -> bool {
    character.is_whitespace() || matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn symbol_of(character: char) -> Option<u8> {
    let character = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let at = ALPHABET.iter().position(|c| char::from(*c) == character)?;
    u8::try_from(at).ok()
}

/// Twice the value in GF(32), that is times α, a root of x⁵ + x² + 1.
fn times_alpha(symbol: u8) -> u8 {
    let shifted = symbol << 1;
    if shifted & 32 == 0 {
        shifted
    } else {
        shifted ^ 0b10_0101
    }
}

/// The remainder by (x + 1)(x + α) = x² + (α + 1)x + α of the symbols, times x².
fn remainder(symbols: impl Iterator<Item = u8>) -> [u8; 2] {
    symbols.fold([0, 0], |[high, low], symbol| {
        let feedback = symbol ^ high;
        let times = times_alpha(feedback);
        [low ^ times ^ feedback, times]
    })
}

/// Why a text is no receipt. Says nothing about whether a report exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptError {
    /// Characters are missing or too many.
    #[error("a receipt has 28 characters, in seven groups of four; see whether any is missing")]
    Length,
    /// A character that receipts do not have.
    #[error("a receipt has only letters and digits, and no U; look at it again")]
    Character,
    /// The check characters do not fit.
    #[error("one of the characters is wrong, or two have changed places; look at it again")]
    Check,
}

#[cfg(test)]
mod tests;
