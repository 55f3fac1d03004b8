//! What the tests of the whole program share: a running `candor serve` on either database.

pub mod database;
pub mod form;
pub mod http;
pub mod server;
