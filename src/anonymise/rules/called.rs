//! What a noun before it calls a queue, a bucket, a cluster: "queue q-payouts-eu", "topic `fjp.klikk.raw`".

use std::sync::LazyLock;

use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::looks::Looks;
use crate::anonymise::names::Names;
use crate::anonymise::table::Words;
use crate::anonymise::token::Shape;

/// HOST, PRODUCT: a joined name behind a word such as queue or bucket. Example: `the queue {zorb-payouts} is full`
const RULE: &str = "called-by-noun";

/// Finds a joined identifier behind a word for what operators name themselves. Leaves identifiers all
/// of whose parts are of computing (`topic __consumer_offsets`, `namespace kube-system`).
pub(super) fn find(doc: &mut Doc, names: &mut Names) {
    for before in doc.with(Looks::CALLED) {
        let i = before + 1;
        if doc.token(i).shape == Shape::None {
            continue;
        }
        let Some(kind) = noun(doc, before) else {
            continue;
        };
        let gap = doc
            .gap_before(i)
            .trim_matches(['"', '\'', '`', '“', '(', '*']);
        if !matches!(gap, " " | ": " | "") || doc.gap_before(i).is_empty() {
            continue;
        }
        let Some((end, strange)) = joined(doc, i, kind) else {
            continue;
        };
        if doc.claim(doc.token(i).start, end, kind, RULE)
            && let Some(at) = strange
        {
            names.add_word(doc.folded(at), kind);
        }
    }
}

/// The words that [`noun`] knows.
pub(super) static NOUNS: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "cluster queue topic bucket host stream exchange vhost indices index warteschlange cola balde fila \
         wachtrij flag dag switch repo repository chart service job namespace database table schema \
         consumer segment pipeline",
    )
});

fn noun(doc: &Doc, i: usize) -> Option<Kind> {
    match doc.folded(i) {
        "cluster" | "queue" | "topic" | "bucket" | "host" | "stream" | "exchange" | "vhost"
        | "index" | "indices" | "warteschlange" | "cola" | "balde" | "fila" | "wachtrij" => {
            Some(Kind::Host)
        }
        "flag" | "dag" | "switch" | "repo" | "repository" | "chart" | "service" | "job"
        | "namespace" | "database" | "table" | "schema" | "consumer" | "segment" | "pipeline" => {
            Some(Kind::Product)
        }
        _ => None,
    }
}

/// The end of the identifier of several parts that begins here, and its first part that is no word of
/// computing, if one of its parts is none.
fn joined(doc: &Doc, i: usize, kind: Kind) -> Option<(usize, Option<usize>)> {
    let mut at = i;
    let mut strange = None;
    let mut own = false;
    loop {
        let token = doc.token(at);
        if !doc.token_free(at)
            || !matches!(
                token.shape,
                Shape::Lower | Shape::Code | Shape::Number | Shape::Upper
            )
        {
            return None;
        }
        let computing = Facts::COMPUTING
            .or(Facts::TECH)
            .or(Facts::ACRONYM)
            .or(Facts::TECH_NOUN);
        // What is built of plain words is a queue's name as much as any, but a table's is a schema.
        let plain = kind == Kind::Product && token.is(Facts::COMMON);
        own |= !plain && token.shape != Shape::Number && !token.is(computing);
        if token.shape == Shape::Lower
            && token.len() >= 4
            && token.facts == Facts::NONE
            && strange.is_none()
        {
            strange = Some(at);
        }
        let next = doc.token(at + 1);
        if !matches!(doc.gap(at), "-" | "_" | "." | "/") || next.shape == Shape::None {
            break;
        }
        at += 1;
    }
    let end = doc.token(at).end;
    let open = doc.byte(end) == b'(' || doc.byte(end) == b'=';
    (at > i && own && !open).then_some((end, strange))
}
