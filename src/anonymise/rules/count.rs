//! Counts of people and business.

use std::sync::LazyLock;

use super::plain_nouns::{DISCOURSE, GOODS, LOTS, MACHINE, MATTERS, PAPERS};
use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::lexicon::Facts;
use crate::anonymise::table::Words;
use crate::anonymise::token::Shape;

/// Where the counted noun ends that follows at `end`, if it is people or business.
pub(super) fn counted(doc: &Doc, end: usize, many: bool) -> Option<usize> {
    let mut first = doc.token_from(end);
    let gap = doc.slice(end, doc.token(first).start);
    if !matches!(
        gap,
        " " | "\u{a0}" | "\u{202f}" | "+ " | "\n" | "-" | "** " | "* " | "` " | "__ "
    ) {
        return None;
    }
    // The next line of a list of settings is not what is counted.
    let column =
        doc.gap(first).contains("  ") || doc.slice(end.saturating_sub(24), end).contains("  ");
    if gap == "\n" && (column || matches!(doc.byte(doc.token(first).end), b':' | b'=')) {
        return None;
    }
    if gap == "-" {
        // a 25-person team
        let one = matches!(
            doc.word(first),
            "person" | "people" | "strong" | "employee" | "man" | "seat" | "store" | "user" | "bed"
        );
        return one.then(|| doc.token(first).end);
    }
    // six of our largest customers
    if doc.word(first) == "of" {
        let whose = matches!(
            doc.word(first + 1),
            "the" | "our" | "their" | "its" | "these" | "those" | "your" | "about"
        );
        if !whose {
            return None;
        }
        first += 2;
        if doc.word(first).bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
    }
    // 600 or so parcels
    if doc.word(first) == "or" && doc.word(first + 1) == "so" && doc.gap(first + 1) == " " {
        first += 2;
    }
    // "20 photos per claim" is a limit or a rate.
    let rate = doc.word(first + 1) == "a" && matches!(doc.word(first + 2), "second" | "minute");
    if (rate || doc.word(first + 1) == "per") && doc.gap(first) == " " {
        return None;
    }
    // first-year students, day passes
    let modified = doc.gap(first) == "-" && doc.token(first + 1).shape == Shape::Lower;
    let daily = matches!(
        doc.word(first),
        "day" | "season" | "week" | "month" | "year"
    );
    if modified || daily && doc.gap(first) == " " {
        let noun = doc.token(first + 1 + usize::from(modified));
        let goods = GOODS.has(noun.hash)
            || noun.is(Facts::BUSINESS) && !noun.is(Facts::TECH_NOUN)
            || daily && doc.folded(first + 1) == "passes";
        if goods && many && doc.gap(first + usize::from(modified)) == " " {
            return Some(noun.end);
        }
    }
    let lots = is_hundreds(doc.slice(end.saturating_sub(3), end));
    // 2,846 of your machines
    if lots && doc.word(first.wrapping_sub(1)) == "your" && doc.folded(first).ends_with('s') {
        return Some(doc.token(first).end);
    }
    for at in first..first + 3 {
        let token = doc.token(at);
        let word = doc.folded(at);
        if lots && LOTS.has(token.hash) && doc.gap(at) != "-" && !is_measured(doc, at) {
            return Some(token.end);
        }
        if let Some(end) = compound(doc, at) {
            return Some(end);
        }
        // "30 people-hours"
        if doc.gap(at) == "-" && doc.word(at + 1) == "hours" {
            return None;
        }
        if token.is(Facts::BUSINESS) && !is_technical(doc, at, word) {
            let next = doc.token(at + 1);
            let folded = doc.folded(at + 1);
            // crew members, meter readings
            let longer = doc.gap(at) == " "
                && doc.language == Language::English
                && (next.is(Facts::BUSINESS) && next.shape == Shape::Lower
                    || PAPERS.has(next.hash)
                    || is_countable(doc, at + 1, folded));
            return Some(if longer { next.end } else { token.end });
        }
        if at <= first + 1 && many && is_countable(doc, at, word) {
            return Some(token.end);
        }
        if GOODS.has(token.hash)
            && !MACHINE.contains(&doc.folded(at.wrapping_sub(1)))
            && (many || at == first)
        {
            return Some(token.end);
        }
        // An adjective may come between, but no technical noun: "five API calls", "5 user sessions".
        let adjective = token.shape == Shape::Lower
            && !token.is(Facts::TECH_NOUN.or(Facts::TECH))
            && !token.is(Facts::ARTICLE)
            && !matches!(
                word,
                "of" | "and"
                    | "or"
                    | "in"
                    | "to"
                    | "per"
                    | "for"
                    | "on"
                    | "at"
                    | "from"
                    | "with"
                    | "by"
                    | "were"
                    | "was"
                    | "is"
                    | "are"
                    | "test"
                    | "api"
                    | "db"
                    | "concurrent-db"
                    | "times"
                    | "different"
                    | "x"
                    | "out"
                    | "than"
                    | "as"
                    | "that"
                    | "before"
                    | "after"
                    | "when"
                    | "until"
                    | "while"
                    | "because"
                    | "http"
                    | "de"
                    | "von"
                    | "der"
                    | "et"
            );
        if !adjective || doc.gap(at) != " " {
            return None;
        }
    }
    None
}

/// Whether the end of a number, `209` or `204` of `1,204`, is in the hundreds or more.
fn is_hundreds(end: &str) -> bool {
    end.len() == 3 && end.bytes().all(|b| b.is_ascii_digit())
}

/// The end of `pathology requests` and `cash-outs` at token `at`.
fn compound(doc: &Doc, at: usize) -> Option<usize> {
    let next = doc.token(at + 1);
    let paper = doc.gap(at) == " "
        && MATTERS.has(doc.token(at).hash)
        && (PAPERS.has(next.hash) || doc.folded(at + 1) == "filings");
    let pair = doc.gap(at) == "-"
        && matches!(
            (doc.folded(at), doc.folded(at + 1)),
            ("cash" | "pay", "outs" | "ins")
                | ("check" | "walk" | "trade", "ins")
                | ("sign" | "pick" | "top", "ups")
                | ("drop", "offs")
                | ("e", "mails" | "bikes" | "scooters" | "vouchers" | "tickets")
                | ("no", "shows")
                | ("take", "aways" | "outs")
        );
    (paper || pair).then_some(next.end)
}

/// Whether a rate or a measure follows: `600 units per hour`, `400 lines of code`.
fn is_measured(doc: &Doc, at: usize) -> bool {
    let next = doc.folded(at + 1);
    matches!(next, "per" | "of" | "each")
        || next == "a" && matches!(doc.folded(at + 2), "second" | "minute")
}

/// A plural of plain English that computing does not count: letters, pallets, tonnes of sheep.
fn is_countable(doc: &Doc, at: usize, word: &str) -> bool {
    let token = doc.token(at);
    let technical = Facts::TECH_NOUN
        .or(Facts::COMPUTING)
        .or(Facts::TECH)
        .or(Facts::MAYBE_TECH)
        .or(Facts::ACRONYM)
        .or(Facts::PERSON_AFTER)
        .or(Facts::NOT_NAME);
    // What ends so is done or runs in a machine: migrations, schedulers, retries.
    let made = word.ends_with("tions")
        || word.ends_with("sions")
        || word.ends_with("ings")
        || word.ends_with("ries");
    if doc.language != Language::English {
        return foreign_noun(doc, at, word) && !token.is(technical);
    }
    token.shape == Shape::Lower
        && !MACHINE.contains(&doc.folded(at.wrapping_sub(1)))
        && !DISCOURSE.contains(&word)
        && !made
        && !UNITS.has(token.hash)
        && token.len() >= 5
        && word.ends_with('s')
        && !word.ends_with("ss")
        && token.is(Facts::ENGLISH)
        && !token.is(technical)
}

/// What is measured, not counted.
static UNITS: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "knots miles metres meters kilometres yards inches gallons amperes volts watts \
         sekunden minuten stunden tage tagen wochen monate jahre uhren dage dagar ganger male stellen \
         punkte schritte personentage arbeitstage werktage wochen monaten jahren secondes minutes heures jours semaines \
         annees segundos minutos horas dias semanas meses anos seconden uren dagen weken maanden jaren \
         sekunder minutter timer dager uker maneder grader degres grados graus graden prozent veces \
         vezes keren ganger malen llamadas hilos nodos servidores peticiones solicitudes mensajes conexiones registros \
         ficheros archivos errores procesos consultas lineas filas tablas discos noeuds serveurs requetes \
         messages connexions enregistrements fichiers erreurs lignes requisicoes mensagens conexoes \
         arquivos erros processos linhas tabelas servers verzoeken berichten verbindingen regels \
         bestanden fouten knoten servern nachrichten verbindungen dateien prozessen zeilen tabellen \
         partitionen threads meldinger feil forsok servere filer rader meter kilometer metros quilometros kilometros tareas",
    )
});

/// A noun in the plural, as far as its ending and its capital say so.
fn foreign_noun(doc: &Doc, at: usize, word: &str) -> bool {
    let token = doc.token(at);
    let written = match doc.language {
        Language::German => token.shape == Shape::Capital,
        _ => token.shape == Shape::Lower,
    };
    written
        && token.len() >= 5
        && !UNITS.has(token.hash)
        && !token.is(Facts::MONTH.or(Facts::WEEKDAY).or(Facts::ARTICLE))
        && (word.ends_with('s') || word.ends_with("en") || word.ends_with("er"))
}

/// Words that count business in one place and machines in another.
#[expect(clippy::too_many_lines, reason = "lists of words, one a line")]
fn is_technical(doc: &Doc, at: usize, word: &str) -> bool {
    let next = doc.word(at + 1);
    let compound = doc.gap(at) == " "
        && matches!(
            next,
            "per"
                | "nodes"
                | "pods"
                | "instances"
                | "cores"
                | "threads"
                | "databases"
                | "table"
                | "tables"
                | "service"
        );
    let previous = doc.folded(at.wrapping_sub(1));
    let machine = matches!(
        word,
        "calls"
            | "call"
            | "sessions"
            | "session"
            | "transactions"
            | "transaction"
            | "streams"
            | "stream"
            | "devices"
            | "readers"
            | "reader"
            | "device"
            | "agents"
            | "agent"
            | "clients"
            | "client"
            | "members"
            | "member"
            | "operators"
            | "brokers"
            | "listeners"
            | "locks"
            | "lock"
            | "scanners"
            | "properties"
            | "buses"
            | "bus"
            | "trades"
            | "transfers"
            | "sites"
            | "site"
            | "accounts"
            | "terminals"
            | "terminal"
            | "drivers"
            | "driver"
            | "cards"
            | "card"
            | "people"
            | "person"
            | "engineers"
            | "engineer"
            | "developers"
            | "tenants"
            | "partners"
            | "package"
            | "packages"
            | "subscriptions"
            | "tickets"
            | "ticket"
            | "readings"
            | "persons"
            | "hits"
            | "trip"
            | "meter"
    );
    let tiny = doc.token(doc.token_from(doc.token(at).start)).start > 0 && {
        // "2 calls", "one person": too small to identify anybody.
        let number = doc.word(at.wrapping_sub(1));
        // Four people and more are a crew or a household.
        if matches!(word, "people" | "persons") {
            return compound || matches!(number, "0" | "1" | "2" | "3");
        }
        let people = matches!(
            word,
            "engineers"
                | "developers"
                | "drivers"
                | "partners"
                | "members"
                | "tenants"
                | "agents"
                | "operators"
                | "trades"
                | "packages"
                | "cards"
                | "accounts"
        );
        number.len() <= 2 - usize::from(people) && number.bytes().all(|b| b.is_ascii_digit())
    };
    let pretended = matches!(
        previous,
        "virtual" | "simulated" | "synthetic" | "test" | "fake" | "dummy" | "sample"
    );
    compound
        || pretended
        || machine
            && (tiny && !matches!(word, "trains" | "flights")
                || matches!(
                    previous,
                    "api"
                        | "db"
                        | "database"
                        | "rpc"
                        | "tcp"
                        | "system"
                        | "http"
                        | "ssh"
                        | "bgp"
                        | "spare"
                        | "test"
                        | "more"
                        | "bad"
                        | "denied"
                        | "worker"
                        | "function"
                        | "parallel"
                ))
}
