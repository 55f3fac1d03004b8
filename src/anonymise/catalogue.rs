//! What each rule finds, in plain words, as the doc comments on the rules' codes say it.
//!
//! `schema/rules.tsv` is written from these comments by a test (`tests/rules.rs`), so that a
//! reporter, the documentation and the code are told the same.

use std::sync::LazyLock;

/// A rule of the anonymiser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its code, such as `ip-address`.
    pub code: &'static str,
    /// What it finds, in plain words: `IPv4 and IPv6 addresses and ranges`.
    pub finds: &'static str,
    /// A text in which it finds what stands between braces.
    pub example: &'static str,
}

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let lines = include_str!("../../schema/rules.tsv").lines();
    let rule = |line: &'static str| {
        let mut cells = line.split('\t');
        let (code, _kinds, finds) = (cells.next()?, cells.next()?, cells.next()?);
        Some(Rule {
            code,
            finds,
            example: cells.next()?,
        })
    };
    lines.skip(1).filter_map(rule).collect()
});

/// Every rule, by kind.
pub fn rules() -> &'static [Rule] {
    &RULES
}

/// What a rule finds, in plain words; its code where nothing is said of it.
pub fn finds(code: &'static str) -> &'static str {
    let rule = RULES.iter().find(|rule| rule.code == code);
    rule.map_or(code, |rule| rule.finds)
}
