//! User names in logs, shells, databases and data.

use std::sync::LazyLock;

use super::handle::{ACCOUNT, handle_len};
use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::{Facts, Lexicon};
use crate::anonymise::looks::Looks;
use crate::anonymise::names::Names;
use crate::anonymise::table::Words;
use crate::anonymise::token::{Shape, Token};

/// Words before a user name, as in `user=slegoff`, `"login": "slegoff"`, `TODO(slegoff)`.
const KEYS: &str = "user username user_name usr login usuario utilisateur benutzer gebruiker bruker owner assignee author committer uid todo fixme actor sudo approver reviewer responder nick nickname createdby updatedby performedby requestedby requester creator sender account handle whoami who ruser logname remote_user";

/// What stands before a user name in [`is_keyed`] or [`is_command`].
static CUES: LazyLock<Words> = LazyLock::new(|| {
    Words::of(&format!(
        "{KEYS} name by is ssh scp sftp rsync mosh as u l su chown useradd usermod passwd finger adduser \
         userdel for role authorization to from"
    ))
});

/// Finds user names by the word or command before them, user names made of two names (`anna.kowalska`), and
/// those made of a name met in the text (`cmutua` beside "Chase Mutua"). Leaves service accounts with
/// ordinary names (`root`, `postgres`).
pub(super) fn find(doc: &mut Doc, names: &mut Names) {
    accounts(doc, names);
    dotted(doc, names);
}

/// User names that join the words of a name met before: `k.wren` beside "Kit Wren".
pub(super) fn met(doc: &mut Doc, names: &mut Names) {
    for at in 0..doc.chunks.len() {
        if let Some(&(start, end)) = doc.chunks.get(at)
            && names.may_be_user(doc.slice(start, end))
        {
            doc.claim(start, end, Kind::Person, ACCOUNT);
        }
    }
}

fn accounts(doc: &mut Doc, names: &mut Names) {
    let odd = Looks::UNCOMMON.or(Looks::CODE).or(Looks::MIXED);
    for i in doc.with(odd.or(Looks::TIED).or(Looks::of(Facts::GIVEN))) {
        let token = doc.token(i);
        if !matches!(token.shape, Shape::Lower | Shape::Code | Shape::Mixed) || token.len() < 2 {
            continue;
        }
        let ordinary = token.is(Facts::ENGLISH
            .or(Facts::COMPUTING)
            .or(Facts::TECH)
            .or(Facts::FOREIGN)
            .or(Facts::ROLE));
        let shared = token.shape == Shape::Mixed
            || !token.is(Facts::GIVEN) && !matches!(doc.byte(token.end), b'_' | b'-' | b'.');
        if ordinary && shared || !doc.token_free(i) || doc.word(i).starts_with("0x") {
            continue;
        }
        let word = doc.folded(i);
        if !ordinary && names.may_have(&token) && names.is_user(word) && token.len() >= 3 {
            doc.claim(token.start, token.end, Kind::Person, ACCOUNT);
            continue;
        }
        if token.shape == Shape::Mixed {
            // (handle xX_zorb_Xx)
            let told = matches!(
                doc.folded(i.wrapping_sub(1)),
                "handle" | "nick" | "nickname"
            );
            let length = handle_len(doc.ahead(token.start, 48));
            if told && doc.gap_before(i) == " " && length > token.len() {
                let end = token.start + length;
                names.claim(doc, token.start, end, Kind::Person, ACCOUNT);
            }
            continue;
        }
        let strict = CUES.has(doc.before(i).hash) && (is_keyed(doc, i) || is_command(doc, i))
            || token.line && (is_prompt(doc, i) || is_terminal(doc, i));
        if !strict && (ordinary || token.len() < 4 || !is_made(doc, i)) {
            continue;
        }
        let length = handle_len(doc.ahead(token.start, 48)).max(token.len());
        // deploy_jh: the initials of somebody met.
        let whole = doc.slice(token.start, token.start + length);
        let signed = whole
            .rsplit_once(['_', '-', '.'])
            .is_some_and(|(_, last)| names.is_user(&format!("-{last}")));
        let plain = Facts::COMPUTING.or(Facts::TECH);
        let told = doc.gap_before(i) == " " && token.is(Facts::COMMON);
        let given = token.is(Facts::GIVEN) && !token.is(plain) && !told;
        let fits = !strict
            || !ordinary && (token.len() >= 3 || length > token.len())
            || signed
            || given && token.len() >= 3;
        let call = doc.byte(token.end) == b'('
            || doc.byte(token.end) == b'.'
                && doc.byte(token.end + 1).is_ascii_alphabetic()
                && !token.is(Facts::NAME)
                && length > 20;
        if fits && !call {
            names.claim(
                doc,
                token.start,
                token.start + length,
                Kind::Person,
                ACCOUNT,
            );
        }
    }
}

/// Whether a key with its sign stands before: `user=`, `"user": "`, "user ", "by ".
fn is_keyed(doc: &Doc, i: usize) -> bool {
    static WORDS: LazyLock<Words> = LazyLock::new(|| Words::of(KEYS));
    let gap = doc.gap_before(i);
    let sign = gap.trim_matches(['\'', '"', '`', '“']);
    let previous = doc.folded(i.wrapping_sub(1));
    let before = doc.folded(i.wrapping_sub(2));
    if !matches!(
        sign,
        "" | " " | "=" | ": " | ":" | "(" | "=\"" | " '" | " `" | " \"" | " = " | "\":" | "\": "
    ) || gap.is_empty()
    {
        return false;
    }
    let key = WORDS.has(doc.before(i).hash)
        || matches!(previous, "name") && matches!(before, "user" | "login" | "account")
        || previous == "by" && gap != " " && matches!(doc.gap_before(i - 1), "_" | "-");
    let is = previous == "is"
        && gap.starts_with(' ')
        && matches!(before, "user" | "username" | "login" | "handle");
    let by = previous == "by"
        && gap == " "
        && !doc.token(i).is(Facts::FOREIGN)
        && (doc.token(i).len() >= 4 || doc.byte(doc.token(i).end) == b')');
    // A bare "owner" or "account" before a word is no field.
    let bare = gap == " "
        && matches!(
            previous,
            "owner" | "account" | "author" | "who" | "sender" | "creator" | "handle" | "actor"
        )
        && !doc.token(i).is(Facts::NAME);
    let who = previous == "who" && gap == " " && doc.token(i).is(Facts::COMMON);
    key && !bare && !who || is || by
}

/// Whether the line is one of `who` or `last`: "anna  pts/0  10.0.0.4".
fn is_terminal(doc: &Doc, i: usize) -> bool {
    doc.gap(i).starts_with(' ')
        && doc.gap(i).trim().is_empty()
        && (doc.word(i + 1) == "pts" && doc.gap(i + 1) == "/" || doc.word(i + 1).starts_with("tty"))
}

/// Whether a shell names its user here: `teo@wrangle02:~$`, `[teo@wrangle02 ~]$`.
fn is_prompt(doc: &Doc, i: usize) -> bool {
    let token = doc.token(i);
    let starts = token.line
        && matches!(
            doc.gap_before(i).trim_start_matches(['\n', ' ', '`']),
            "" | "["
        );
    let line = doc
        .ahead(token.end, 60)
        .split('\n')
        .next()
        .unwrap_or_default();
    let host = line
        .find([':', ' '])
        .and_then(|at| line.get(at..))
        .unwrap_or_default();
    starts
        && handle_len(doc.ahead(token.start, 48)) + token.start < doc.text.len()
        && line.contains('@')
        && (host.starts_with(":~")
            || host.starts_with(":/")
            || host.starts_with(" ~")
            || host.starts_with(" /"))
        && host.contains(['$', '#', '%'])
}

/// Whether a command or a log line names its user here: `ssh anna@`, `--as anna`, `chown anna:`,
/// `Accepted publickey for anna from`, `SET ROLE anna`, `GRANT … TO anna`.
fn is_command(doc: &Doc, i: usize) -> bool {
    let token = doc.token(i);
    let gap = doc.gap_before(i);
    let previous = doc.folded(i.wrapping_sub(1));
    let before = doc.before(i);
    let two = doc.folded(i.wrapping_sub(2));
    let near = matches!(gap, " " | "=" | " \"" | " '" | " -");
    let dashed = doc.byte_before(before.start) == b'-';
    let at = matches!(doc.byte(token.end), b'@' | b':');
    near && (matches!(previous, "ssh" | "scp" | "sftp" | "rsync" | "mosh")
        && doc.byte(token.end) == b'@'
        || matches!(previous, "as" | "u" | "l" | "user") && dashed
        || matches!(
            previous,
            "su" | "chown" | "useradd" | "usermod" | "passwd" | "finger" | "adduser" | "userdel"
        ) && gap.starts_with(' ')
        || previous == "for"
            && matches!(two, "publickey" | "password" | "opened" | "closed" | "user")
            && before.shape == Shape::Lower
        || previous == "user" && matches!(two, "for" | "invalid" | "failed" | "authenticating")
        || before.shape == Shape::Upper
            && (matches!(previous, "role" | "user" | "authorization")
                && matches!(two, "set" | "create" | "alter" | "drop" | "session")
                || matches!(previous, "to" | "from")
                    && (2..9).any(|n| {
                        i >= n
                            && doc.token(i - n).shape == Shape::Upper
                            && matches!(doc.folded(i - n), "grant" | "revoke" | "owner")
                    }))
        || at && previous == "from" && two == "login")
}

/// An initial with a surname, a given name with an initial, where a person would act: "lmartinez merged",
/// "# tjones 2024", the head of a line of `ps`.
fn is_made(doc: &Doc, i: usize) -> bool {
    let token = doc.token(i);
    let word = doc.word(i);
    let lexicon = Lexicon::shipped();
    let plain = Facts::ENGLISH
        .or(Facts::COMPUTING)
        .or(Facts::TECH)
        .or(Facts::FOREIGN);
    let acts = doc.gap(i) == " " && doc.token(i + 1).is(Facts::PERSON_AFTER);
    let heads = token.line && doc.gap(i).starts_with("  ");
    let notes = matches!(
        doc.gap_before(i).trim_start_matches('\n'),
        "# " | "// " | "-- "
    ) && token.line
        && doc.is_gone(doc.token(i + 1).start);
    if token.shape != Shape::Lower || doc.glued(i) || !(acts || heads || notes) {
        return false;
    }
    let is = |part: Option<&str>, fact: Facts, length: usize| {
        part.is_some_and(|part| {
            let facts = lexicon.facts(part);
            part.len() >= length && facts.any(fact) && !facts.any(plain)
        })
    };
    is(word.get(1..), Facts::SURNAME, 5)
        || is(word.get(..word.len() - 1), Facts::GIVEN, 4)
        || (3..word.len().saturating_sub(3)).any(|cut| {
            is(word.get(..cut), Facts::GIVEN, 3) && is(word.get(cut..), Facts::SURNAME, 4)
        })
}

/// `j.doe`, `anna.kowalska`, `anna-lena`: two small names joined.
fn dotted(doc: &mut Doc, names: &mut Names) {
    let plain = Facts::ENGLISH
        .or(Facts::COMPUTING)
        .or(Facts::TECH)
        .or(Facts::MAYBE_TECH)
        .or(Facts::FOREIGN)
        .or(Facts::ACRONYM)
        .or(Facts::TECH_NOUN);
    for at in 0..doc.chunks.len() {
        let Some(&(start, end)) = doc.chunks.get(at) else {
            break;
        };
        let chunk = doc.slice(start, end);
        if names.may_be_user(chunk) && doc.is_free(start, end) {
            names.claim(doc, start, end, Kind::Person, ACCOUNT);
            continue;
        }
        let Some((first, last)) = chunk.split_once(['.', '-', '_']) else {
            continue;
        };
        let small = |word: &str| {
            !word.is_empty() && word.chars().all(|c| c.is_alphabetic() && c.is_lowercase())
        };
        if !small(first)
            || !small(last)
            || last.len() == 1
                && (matches!(last, "c" | "h" | "o") && first.len() < 5 || chunk.contains('-'))
            || last.len() == 2
            || doc.byte(end) == b'('
            || !doc.is_free(start, end)
        {
            continue;
        }
        let i = doc.token_from(start);
        let (one, two) = (doc.token(i), doc.token(i + 1));
        let name = |t: Token| t.is(Facts::NAME) && !t.is(plain);
        let initial = first.len() == 1 && chunk.contains('.') && name(two);
        // okoro.b; main.c, lib.d and the like are files.
        let signed = first.len() >= 4
            && matches!(
                last,
                "a" | "b" | "e" | "g" | "i" | "j" | "k" | "n" | "t" | "u" | "w" | "x" | "z"
            )
            && chunk.contains('.');
        let both = name(one) && (one.is(Facts::GIVEN) || signed) && last.len() == 1
            || name(one)
                && one.is(Facts::GIVEN)
                && (name(two) || chunk.contains('.') && !two.is(plain) && last.len() >= 4);
        if initial || both {
            names.claim(doc, start, end, Kind::Person, ACCOUNT);
        }
    }
}
