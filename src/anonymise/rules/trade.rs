//! Words of the author's trade, apart from words of computing.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::anonymise::doc::Doc;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::token::Shape;

/// Kinds of things that one rather buys or takes than makes.
static BOUGHT: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    "database databases server servers broker brokers queue queues cache caches store stores datastore framework \
     warehouse lake registry proxy proxies balancer orchestrator index library catalog catalogue mesh bus component \
     components dashboard dashboards daemon cluster clusters wiki tracker engine instance instances repository"
        .split(' ')
        .collect()
});

/// What one rather buys them for.
static FOR: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    "data source code build builds ci cd gitops deploy deployment deployments search time issue security network \
     document mail monitoring logging log logs caching messaging message streaming stream scheduling testing tracing \
     alerting alert hosting processing indexing routing provisioning configuration orchestration automation \
     integration replication authentication collaboration visualisation visualization chat metrics metric backup \
     container containers secrets identity incident on-call paging status version package artifact artefact web"
        .split(' ')
        .collect()
});

/// What everybody says of their systems.
static GENERAL: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    "main primary secondary legacy central shared managed current second first third only little house home grown \
     internal small trusty good beloved work chosen preferred existing previous favourite favorite usual single \
     global local design record"
        .split(' ')
        .collect()
});

/// Whether the noun is a kind of thing that one rather buys than makes.
pub(super) fn is_bought(doc: &Doc, noun: usize) -> bool {
    BOUGHT.contains(doc.word(noun))
}

/// Whether such things are bought for this: the "build" of "build server".
pub(super) fn is_for(doc: &Doc, i: usize) -> bool {
    FOR.contains(doc.folded(i))
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
        && !is_for(doc, i)
}
