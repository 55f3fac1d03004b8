//! Transactions, as the functions of this module take them.

use std::ops::{Deref, DerefMut};

use super::dialect::AnyConnection;

/// A transaction that reads.
pub struct ReadTx<'a>(&'a mut AnyConnection);

impl<'a> ReadTx<'a> {
    pub(super) fn new(conn: &'a mut AnyConnection) -> Self {
        Self(conn)
    }

    pub(super) fn conn(&mut self) -> &mut AnyConnection {
        #[cfg(test)]
        ASKED.set(ASKED.get() + 1);
        self.0
    }
}

#[cfg(test)]
thread_local! {
    /// How often this thread asked a database.
    pub(crate) static ASKED: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// A transaction that may write. Whatever takes a [`ReadTx`] takes this, too.
pub struct WriteTx<'a>(ReadTx<'a>);

impl<'a> WriteTx<'a> {
    pub(super) fn new(conn: &'a mut AnyConnection) -> Self {
        Self(ReadTx::new(conn))
    }
}

impl<'a> Deref for WriteTx<'a> {
    type Target = ReadTx<'a>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl DerefMut for WriteTx<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}
