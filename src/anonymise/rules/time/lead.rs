//! What the first bytes of a number tell of the times it may begin.

/// How many digits a text begins with, and the two bytes behind them: they tell which of the
/// patterns may fit.
pub(super) struct Lead {
    digits: usize,
    next: u8,
    then: u8,
}

impl Lead {
    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let digits = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
        let byte = |at: usize| bytes.get(at).copied().unwrap_or(0);
        Self {
            digits,
            next: byte(digits),
            then: byte(digits + 1),
        }
    }

    /// Whether the pattern of clocks may fit.
    pub(super) fn may_be_clock(&self) -> bool {
        let begins = |b: u8| match self.digits {
            1 | 2 => b"huUioAaPp".contains(&b),
            4 => b"hZUGz".contains(&b),
            _ => false,
        };
        let apart = self.next.is_ascii_whitespace() || self.next == 0x0b;
        matches!(self.digits, 1 | 2 | 4)
            && (!self.next.is_ascii()
                || begins(self.next)
                || apart && begins(self.then)
                || matches!(self.next, b'.' | b':') && self.then.is_ascii_digit())
    }

    /// Whether the pattern of dates may fit.
    pub(super) fn may_be_date(&self) -> bool {
        match (self.digits, self.next) {
            (4, b'-' | b'/' | b'.' | b'_' | b' ') | (1 | 2, b'-' | b'/' | b'.') => true,
            (1 | 2, next) => next.is_ascii_alphabetic() || !next.is_ascii(),
            _ => false,
        }
    }

    /// Whether the pattern of weeks may fit.
    pub(super) fn may_be_week(&self) -> bool {
        match self.digits {
            4 => b"- WKCQHS".contains(&self.next),
            1 => matches!(self.next, b'Q' | b'H'),
            _ => false,
        }
    }
}
