//! Queues, subjects and tags of control systems in capitals: `SCP.LIMS.TO.MES.ERR`.

use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::token::Shape;

/// HOST: names of several parts in capitals. Example: `depth of {ZQX.PAY.OUT.ERR} is`
const RULE: &str = "dotted-name";

/// Finds names of three and more parts in capitals. Leaves those all of whose parts are of computing
/// (`SYSTEM.DEAD.LETTER.QUEUE`), file names and abbreviations ("U.S.A.").
pub(super) fn find(doc: &mut Doc) {
    let mut i = 0;
    while i < doc.tokens.len() {
        let first = i;
        i += 1;
        let upper = |at: usize| {
            let token = doc.token(at);
            let word = doc.word(at);
            matches!(token.shape, Shape::Upper | Shape::Code | Shape::Capital)
                && token.len() >= 2
                && !word.bytes().any(|b| b.is_ascii_lowercase())
                && doc.token_free(at)
        };
        if !upper(first) || doc.gap(first) != "." || doc.byte_before(doc.token(first).start) == b'.'
        {
            continue;
        }
        let mut last = first;
        while doc.gap(last) == "." && upper(last + 1) {
            last += 1;
        }
        i = last + 1;
        let known = Facts::COMPUTING.or(Facts::TECH).or(Facts::COMMON);
        let strange = (first..=last).any(|at| !doc.token(at).is(known));
        if last >= first + 2 && strange {
            doc.claim(
                doc.token(first).start,
                doc.token(last).end,
                Kind::Host,
                RULE,
            );
        }
    }
}
