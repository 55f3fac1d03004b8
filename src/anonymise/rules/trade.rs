//! Words of the author's trade, apart from words of computing.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::anonymise::doc::Doc;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::token::Shape;

/// Kinds of things that one makes rather than buys.
static MADE: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    "app application service microservice portal engine product website project programme model \
     backend frontend planner importer exporter ledger feed api shop storefront webshop bot \
     simulator optimiser optimizer intranet worker workers monolith module device robot firmware \
     controller"
        .split(' ')
        .collect()
});

/// What every trade says of its systems.
static GENERAL: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    "main primary secondary legacy central shared managed current second first third only little \
     house home grown internal small trusty good beloved data source code work chosen preferred \
     existing previous favourite favorite usual single global local search build time issue security \
     network document mail monitoring logging caching messaging streaming scheduling testing tracing \
     alerting hosting processing indexing routing provisioning configuration orchestration \
     automation integration replication authentication collaboration visualisation chat software \
     program programme design record"
        .split(' ')
        .collect()
});

/// Whether this is a kind of thing that one makes rather than buys.
pub(super) fn is_made(doc: &Doc, i: usize) -> bool {
    MADE.contains(doc.word(i))
}

/// A word of a trade: roster, fares, claims; not of computing, and not "main" or "new".
pub(super) fn is_trade(doc: &Doc, i: usize) -> bool {
    let token = doc.token(i);
    let computing = Facts::COMPUTING
        .or(Facts::TECH_NOUN)
        .or(Facts::SYSTEM)
        .or(Facts::TECH)
        .or(Facts::ARTICLE);
    token.shape == Shape::Lower
        && token.len() > 3
        && !token.is(computing)
        && !GENERAL.contains(doc.word(i))
}
