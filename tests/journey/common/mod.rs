//! What the tests of the whole program share: a running `candor serve` on either database.

pub(crate) mod database;
pub(crate) mod form;
pub(crate) mod http;
pub(crate) mod server;
