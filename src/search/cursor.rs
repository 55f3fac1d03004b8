//! Where the next page begins, as opaque text.

use std::cmp::Reverse;
use std::fmt;
use std::str::FromStr;

use super::ranking::Rank;
use super::{Query, Sort};

/// A marker for the next page of one search: the last report shown and a check that it belongs to
/// the same query and order. It tells nothing that the page does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    search: u64,
    rank: Rank,
}

impl Cursor {
    pub(super) fn new(query: &Query, sort: Sort, rank: Rank) -> Self {
        Self {
            search: fingerprint(query, sort),
            rank,
        }
    }

    /// The report after which the page begins.
    pub(super) fn rank(&self, query: &Query, sort: Sort) -> Result<Rank, CursorError> {
        if self.search == fingerprint(query, sort) {
            Ok(self.rank)
        } else {
            Err(CursorError::OtherSearch)
        }
    }
}

/// FNV-1a of the query's text and the order.
fn fingerprint(query: &Query, sort: Sort) -> u64 {
    let bytes = query.text().bytes().chain([0]).chain(sort.as_str().bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = self.rank.id.to_string().replace('-', "");
        write!(f, "{:016x}{:016x}{id}", self.search, self.rank.key.0)
    }
}

impl FromStr for Cursor {
    type Err = CursorError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let number = |from: usize| {
            let digits = text.get(from..from + 16).ok_or(CursorError::Unreadable)?;
            u64::from_str_radix(digits, 16).map_err(|_| CursorError::Unreadable)
        };
        if text.len() != 64 || !text.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(CursorError::Unreadable);
        }
        let id = text.get(32..).unwrap_or_default().parse();
        Ok(Self {
            search: number(0)?,
            rank: Rank {
                key: Reverse(number(16)?),
                id: id.map_err(|_| CursorError::Unreadable)?,
            },
        })
    }
}

/// The marker cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CursorError {
    /// It was cut or altered.
    #[error("this page marker cannot be read; start again from the first page")]
    Unreadable,
    /// It is from another query or order.
    #[error("this page marker belongs to another search; start again from the first page")]
    OtherSearch,
}
