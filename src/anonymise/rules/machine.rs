//! How machines are called: `pg-ledger-a1`, `web-14`.

use super::machine_words::{is_interface, is_machine_word, is_size, is_stage, is_standard};
use super::ticket::is_public;
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::{Facts, Lexicon, fold};

/// A name with a number or a made-up part, written like a machine's.
pub(super) fn is_machine(doc: &Doc, host: &str, start: usize, end: usize) -> bool {
    if !host.is_ascii()
        || !host.starts_with(|c: char| c.is_ascii_alphabetic())
        || host.bytes().any(|b| b.is_ascii_uppercase())
            && host.bytes().any(|b| b.is_ascii_lowercase())
    {
        return false;
    }
    let parts: Vec<&str> = host.split(['-', '.', '_']).collect();
    let last = parts.last().copied().unwrap_or_default();
    let numbered = last.bytes().any(|b| b.is_ascii_digit()) || last.len() == 1;
    let file = host.contains('.') || host.contains('_') && !host.contains('-');
    let i = doc.token_from(start);
    let cue = doc
        .gap_before(i)
        .trim_matches([' ', '*', '`', ':', '(', '=', '"'])
        .is_empty()
        && !doc.gap_before(i).contains('\n')
        && doc.before(i).is(Facts::HOST_CUE);
    let made_up = parts.iter().any(|part| {
        let letters = part.trim_end_matches(|c: char| c.is_ascii_digit());
        letters.len() >= 2 && !is_ordinary(letters)
    }) && !is_of_technology(doc, i, end);
    // [http-nio-8080-exec-77]
    let thread = parts
        .iter()
        .any(|part| matches!(*part, "exec" | "thread" | "executor" | "nio"));
    let public = parts.first().is_some_and(|part| is_public(part)) && parts.len() == 2;
    if is_size(&parts) || is_interface(host) || thread || public {
        return false;
    }
    if is_pod(&parts) {
        return true;
    }
    // "Feb 21 02:49:58 mesdisp02 kernel:"
    let stamped = start > 1 && doc.byte_before(start) == b' ' && doc.is_gone(start - 2) && {
        let rest = doc.ahead(end, 40);
        let digits = host.bytes().any(|b| b.is_ascii_digit());
        (digits || is_process(rest))
            && rest.starts_with(' ')
            && rest.trim_start().find([':', '[']).is_some_and(|at| {
                rest.trim_start()
                    .get(..at)
                    .is_some_and(|word| !word.is_empty() && !word.contains(' '))
            })
    };
    if stamped {
        return true;
    }
    // veeamprx3 (10.33.8.43), spark-2f81ce0a-drv, esxju01
    let addressed = doc.slice(end, end + 2) == " (" && doc.kind_at(end + 2) == Some(Kind::Ip);
    if addressed && (host.contains('-') || host.bytes().any(|b| b.is_ascii_digit())) && !file {
        return true;
    }
    if parts.len() >= 3 && !file && parts.iter().any(|part| is_hex(part)) || is_padded(host) {
        return true;
    }
    let upper = host.bytes().any(|b| b.is_ascii_uppercase());
    let dashed = !host.contains('.') && doc.byte_before(start) != b'#';
    if !upper && dashed && (is_staged(&parts) || is_box(&parts)) {
        return doc.byte(end) != b'(';
    }
    if parts.len() >= 2 && !file {
        if upper {
            let placed = !matches!(doc.word(i.wrapping_sub(1)), "to" | "from" | "To" | "From");
            return numbered && cue && placed;
        }
        let digits_only = last.len() <= 4
            && last.bytes().any(|b| b.is_ascii_digit())
            && last.bytes().filter(u8::is_ascii_alphabetic).count() <= 1;
        let short = parts.len() == 2 && host.len() <= 9 && is_stage(last);
        if short
            && parts.first().is_some_and(|part| {
                is_machine_word(part) && !matches!(*part, "app" | "api" | "web")
            })
        {
            return true;
        }
        let machine = parts
            .iter()
            .any(|part| is_machine_word(part.trim_end_matches(|c: char| c.is_ascii_digit())));
        // tum-edge-nbo, ash-web-l; "kept in cp-tiles-eu"
        let named = parts.len() >= 3
            && doc.byte(end) != b'('
            && !matches!(
                doc.byte_before(start),
                b'-' | b'/' | b'.' | b'@' | b'_' | b'$'
            )
            && !host.bytes().any(|b| b.is_ascii_digit())
            && !is_standard(host)
            && (machine && (made_up || last.len() == 1) || made_up && led(doc, i));
        if named {
            return true;
        }
        return numbered && (made_up || cue || machine && digits_only) && !is_standard(host)
            || cue && made_up && doc.byte(end) != b'(';
    }
    // exa02db01, mx4 behind "on" or "server"
    let told = matches!(
        doc.word(i.wrapping_sub(1)),
        "server" | "host" | "machine" | "box" | "node" | "vm"
    );
    let digits = host.bytes().filter(u8::is_ascii_digit).count();
    let small =
        !upper && parts.len() == 1 && last.bytes().last().is_some_and(|b| b.is_ascii_digit());
    if small
        && cue
        && (digits >= 3 && host.len() - digits >= 4
            || told
                && host.len() == 3
                && is_machine_word(host.trim_end_matches(|c: char| c.is_ascii_digit())))
    {
        return true;
    }
    // kaarna17, srv04, web14
    let letters = host.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = host.len() - letters.len();
    parts.len() == 1
        && digits >= 1
        && letters.len() >= 3
        && letters.bytes().all(|b| b.is_ascii_lowercase())
        && (cue && (made_up || digits >= 2 || is_machine_word(letters))
            || digits == 2 && is_machine_word(letters))
}

/// `2f81ce0a`: letters and digits of a hash.
fn is_hex(part: &str) -> bool {
    let digits = part.bytes().filter(u8::is_ascii_digit).count();
    let hex = part
        .bytes()
        .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    hex && (8..=10).contains(&part.len()) && digits >= 2 && digits + 2 <= part.len()
}

/// `esxju01`: a word that no list knows, and a number with its zero.
fn is_padded(host: &str) -> bool {
    let letters = host.trim_end_matches(|c: char| c.is_ascii_digit());
    host.len() == letters.len() + 2
        && host.as_bytes().get(letters.len()) == Some(&b'0')
        && letters.len() >= 4
        && letters.bytes().all(|b| b.is_ascii_lowercase())
        && !is_ordinary(letters)
}

/// Whether the word before token `i` says that something stands or runs there.
fn led(doc: &Doc, i: usize) -> bool {
    matches!(
        doc.word(i.wrapping_sub(1)),
        "in" | "into"
            | "en"
            | "sur"
            | "auf"
            | "op"
            | "em"
            | "restarted"
            | "rebooted"
            | "machine"
            | "server"
    ) && matches!(doc.gap_before(i), " " | " `" | ", " | ": ")
}

/// Whether a program with its process number stands next: ` openvpn[771]:`.
fn is_process(rest: &str) -> bool {
    let word = rest.trim_start().split(' ').next().unwrap_or_default();
    word.split_once('[')
        .and_then(|(_, number)| number.strip_suffix("]:"))
        .is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}

/// A name with the stage it belongs to: `substitution-dlq-prod`, `k8s-syd-prod`; not "prod-like".
fn is_staged(parts: &[&str]) -> bool {
    let stage = |part: &&str| matches!(*part, "prod" | "prd" | "stg" | "uat" | "dlq" | "preprod");
    let says_nothing = |part: &&str| {
        part.len() < 3
            || matches!(
                *part,
                "non"
                    | "post"
                    | "pre"
                    | "like"
                    | "ready"
                    | "only"
                    | "grade"
                    | "side"
                    | "first"
                    | "wide"
            )
            || Lexicon::shipped()
                .facts(&fold(part))
                .any(Facts::COMPUTING.or(Facts::TECH_NOUN))
    };
    let others = || parts.iter().filter(|part| !stage(part));
    parts.iter().any(stage)
        && others().count() > 0
        && (others().any(|part| !says_nothing(part)) || others().count() > 2)
}

/// A name with a kind of machine and no number, `doors-gw`, or a number with its zero, `imp-01`.
fn is_box(parts: &[&str]) -> bool {
    let kind = |part: &str| {
        matches!(
            part,
            "gw" | "fw" | "plc" | "rtr" | "nas" | "hv" | "esx" | "srv" | "pdu" | "ilo"
        )
    };
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else {
        return false;
    };
    let word = |part: &str| part.len() >= 2 && part.bytes().all(|b| b.is_ascii_lowercase());
    let paired = parts.len() == 2 && word(first) && word(last) && (kind(first) || kind(last));
    let stem = last.trim_end_matches(|c: char| c.is_ascii_digit());
    let zero = parts.len() >= 2
        && last.len() - stem.len() == 2
        && last.as_bytes().get(stem.len()) == Some(&b'0')
        && parts.iter().all(|part| !part.is_empty())
        && (stem.is_empty() || word(stem))
        && !is_standard(first)
        && word(first);
    // salt-master-2, gate-dir-7
    let third = parts.len() >= 3
        && (1..=2).contains(&last.len())
        && last.bytes().all(|b| b.is_ascii_digit())
        && parts.iter().rev().skip(1).all(|part| word(part))
        && !is_standard(first)
        && parts.iter().rev().skip(1).any(|part| {
            !Lexicon::shipped().facts(&fold(part)).any(
                Facts::COMPUTING
                    .or(Facts::TECH_NOUN)
                    .or(Facts::MONTH)
                    .or(Facts::WEEKDAY),
            )
        });
    paired || zero || third
}

/// Every word of the name is a technology's or of computing: `kafka-exporter`.
fn is_of_technology(doc: &Doc, i: usize, end: usize) -> bool {
    let known = Facts::ENGLISH
        .or(Facts::COMPUTING)
        .or(Facts::TECH)
        .or(Facts::MAYBE_TECH);
    (i..i + 8)
        .map(|at| doc.token(at))
        .take_while(|token| token.start < end)
        .all(|token| token.is(known) && !token.is(Facts::CODE_NAME))
}

/// A pod of a deployment: `heron-7c9d6bfc8d-x2lqk`. Its hashes have no vowels.
fn is_pod(parts: &[&str]) -> bool {
    let hash = |part: &str| {
        part.bytes().all(|b| {
            b.is_ascii_digit()
                || b.is_ascii_lowercase() && !matches!(b, b'a' | b'e' | b'i' | b'o' | b'u')
        })
    };
    match parts {
        [.., set, own] => {
            parts.len() >= 3
                && own.len() == 5
                && hash(own)
                && (8..=10).contains(&set.len())
                && set.bytes().any(|b| b.is_ascii_digit())
                && set
                    .bytes()
                    .all(|b| b.is_ascii_digit() || b.is_ascii_lowercase())
        }
        _ => false,
    }
}

fn is_ordinary(word: &str) -> bool {
    Lexicon::shipped()
        .facts(&fold(word))
        .any(Facts::ENGLISH.or(Facts::COMPUTING).or(Facts::TECH))
}
