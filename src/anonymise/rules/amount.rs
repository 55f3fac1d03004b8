//! Money, and exact counts of people and business.

use super::count::counted;
use super::{keyed_count, number_words, repeated};
use std::sync::LazyLock;

use regex::Regex;

use super::pattern;
use crate::anonymise::doc::{Doc, Language};
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::looks::Looks;
use crate::anonymise::table::Words;
use crate::anonymise::token::{Shape, Token};

/// AMOUNT: money in any currency. Example: `lost {€2.3m} in demand`
pub(in crate::anonymise) const MONEY: &str = "money";
/// AMOUNT: exact counts of customers, users, staff, orders. Example: `hit {6,214 merchants} at once`
pub(in crate::anonymise) const COUNT: &str = "business-count";

const SCALE: &str = r"(?:\s?(?:hundred|thousand|million|billion|trillion|Tsd\.?|Tausend|[Mm]ill?\.?|[Mm]io\.?|[Mm]rd\.?|bn|mn|lakhs?|crores?|millones|millions|milliards?|milhões|milhão|miljoen|miljard|millionen|milliarden|millioner|milliarder|grand|milyon|milyar|milion(?:y|ów)?|miliard(?:y|ów)?|miliar|juta|tusen|triệu|tỷ|mil)(?:\.|\b)|\s?[kKmMbB]\b)?";
const UNIT: &str = r"(?:BTC|ETH|USDT|USDC|XRP|SOL|sats|mln|€|\$|£|¥|₹|₩|₫|₪|₽|₺|₦|₱|₴|₵|₭|₸|฿|zł|kr|Kč|EUR|TEUR|[kKTM]EUR|[kKM]USD|[kKM]NOK|[kKM]SEK|[kKM]DKK|[kKM]CHF|[kKM]GBP|[kKMT]€|USD|GBP|CHF|JPY|CNY|RMB|INR|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|TRY|RUB|UAH|ILS|AED|SAR|EGP|ZAR|KES|NGN|GHS|TZS|UGX|MAD|TND|BRL|MXN|ARS|CLP|COP|PEN|CAD|AUD|NZD|SGD|HKD|TWD|KRW|THB|VND|IDR|MYR|PHP|PKR|BDT|LKR|euros?|Euro|dollars?|pounds?|sterling|yen|rupees?|francs?|pesos?|reais|kroner|kronor|złoty|rand|dong|đồng|won|yuan|dinars?|dirhams?|shillings?|naira|baht|ringgit|rupiah)";

static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"^(?:(?:NT|US|HK|AU?|CA?|NZ|S|R|MX|Mex|GH)?[$€£¥₹₩₫₪₽₺₦₱₴₵₭₸฿]|(?:eur|usd|gbp|chf|inr|idr|nok|sek|dkk|jpy|pln|zar|brl|mxn|aud|cad|sgd|myr|vnd|rs|ksh|EUR|TEUR|[kM]EUR|USD|kr\.?|GBP|CHF|JPY|CNY|RMB|INR|SEK|NOK|DKK|PLN|CZK|HUF|RON|TRY|RUB|UAH|ILS|AED|SAR|EGP|ZAR|KES|KSh|NGN|GHS|MAD|TND|BRL|MXN|ARS|CLP|COP|CAD|AUD|NZD|SGD|HKD|TWD|KRW|THB|VND|IDR|Rp|MYR|RM|PHP|PKR|Rs\.?|R|S/\.? )\s?)\s?[~-]?\d(?:[\d.,'’\u{{a0}}\u{{202f}}]*\d)?(?: \d{{3}}\b)*{SCALE}(?:\s(?:de\s)?{UNIT}\b)?"
    ))
});
static AFTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"^\d[\d.,'’]*(?:[ \u{{a0}}\u{{202f}}]\d{{3}}\b)*{SCALE}(?:\s?(?:de\s|d['’])?\s?{UNIT})(?:[^\p{{L}}]|$)"
    ))
});
static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"^\d[\d,.'’]*(?:[ \u{{a0}}\u{{202f}}]\d{{3}}\b)*{SCALE}"
    ))
});

/// Finds money in any currency and exact counts of customers, users, staff, orders and the like, also
/// in words. Leaves technical quantities ("42 nodes", "3,912 messages"), percentages and durations.
/// Example: "6,214 merchants" becomes "[thousands of merchants]".
pub(super) fn find(doc: &mut Doc) {
    let mut skip = 0;
    // Numbers in words of other languages are too many to name.
    let begins = match doc.language {
        Language::English => Looks::NOT_LOWER.or(Looks::AMOUNT),
        _ => Looks::ANY,
    };
    for i in doc.with(begins) {
        let token = doc.token(i);
        if token.start < skip {
            continue;
        }
        let found = match token.shape {
            Shape::Number | Shape::Code => digits(doc, i),
            // No currency's abbreviation is longer than this.
            Shape::Upper | Shape::Capital | Shape::Mixed if token.len() <= 5 => {
                currency(doc, token)
            }
            Shape::Lower if CODES.has(token.hash) => currency(doc, token),
            Shape::None => continue,
            _ => None,
        };
        let found = found.or_else(|| number_words::at(doc, i));

        if let Some((start, end, rule)) = found
            && doc.claim(signed(doc, start, rule), end, Kind::Amount, rule)
        {
            skip = end;
        }
    }
    repeated::find(doc);
}

/// The start of a sum with the minus before it.
fn signed(doc: &Doc, start: usize, rule: &str) -> usize {
    let before = doc.text.get(..start).unwrap_or_default();
    match before.strip_suffix('−') {
        Some(rest) if rule == MONEY => rest.len(),
        _ => start,
    }
}

/// Codes of currencies that people write in lower case, and that are no words.
pub(super) static CODES: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "kr rs ksh eur usd gbp chf inr idr nok sek dkk jpy pln zar brl mxn aud cad sgd myr vnd",
    )
});

pub(super) type Found = Option<(usize, usize, &'static str)>;

fn currency(doc: &Doc, token: Token) -> Found {
    let next = doc.byte(token.end);
    // S/ 14.2 million, not S/4HANA
    let sol = doc.ahead(token.start, 4).starts_with("S/ ") || doc.ahead(token.start, 4) == "S/. ";
    if !(next == b' ' || next == b'$' || next >= 128 || next == b'.' || sol) {
        return None;
    }
    let start = token.start;
    // PHP 8.1, R 4.2
    let rest = doc.ahead(token.end, 5).as_bytes();
    let version = matches!(rest, [b' ', d, b'.', _, ..] if d.is_ascii_digit());
    let large = |ahead: &str| ahead.contains("illion") || ahead.contains("thousand");
    if version
        && matches!(doc.word(doc.token_from(start)), "PHP" | "R" | "SOL")
        && !large(doc.ahead(token.end, 16))
    {
        return None;
    }
    // Between the currency and the number there is room for a few signs.
    if !doc.ahead(token.end, 12).bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    if let Some(found) = BEFORE.find(doc.ahead(start, 60)) {
        return Some((start, start + trimmed(found.as_str()), MONEY));
    }
    if token.shape != Shape::Upper || !RARE.has(token.hash) || next != b' ' {
        return None;
    }
    let number = number(doc.ahead(token.end + 1, 40))?;
    Some((start, token.end + 1 + trimmed(number), MONEY))
}

/// What [`NUMBER`] finds at the start of `ahead`.
fn number(ahead: &str) -> Option<&str> {
    let bytes = ahead.as_bytes();
    let in_number = |b: &u8| b.is_ascii_digit() || matches!(b, b'.' | b',' | b'\'');
    let length = bytes.iter().take_while(|b| in_number(b)).count();
    let after = |at: usize| bytes.get(length + at).copied().unwrap_or(0);
    let next = if after(0).is_ascii_whitespace() {
        after(1)
    } else {
        after(0)
    };
    // Mostly nothing follows that a scale could begin with.
    let scale = |b: u8| b"hHtTmMbBlcgkK".contains(&b) || b.is_ascii_digit() || !b.is_ascii();
    if scale(next) || after(0) == 0x0b || !bytes.first()?.is_ascii_digit() {
        return NUMBER.find(ahead).map(|found| found.as_str());
    }
    ahead.get(..length)
}

/// Codes of currencies that [`BEFORE`] does not know (ISO 4217), apart from those that are words.
static RARE: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "afn amd ang aoa awg azn bam bbd bgn bhd bif bmd bnd bsd btn bwp byn bzd cdf crc cve djf dop \
         dzd etb fjd fkp gel gip gmd gnf gtq gyd hnl hrk htg iqd irr jmd jod kgs khr kmf kwd kyd kzt \
         lak lbp lrd lsl lyd mdl mga mkd mmk mnt mop mru mur mvr mwk mzn nad nio npr omr pab pgk pyg \
         qar rsd rwf sbd scr sdg sll sos srd ssp svc syp szl tjs tmt tnd tjs ttd tzs ugx uyu uzs ves \
         vuv wst xaf xcd xof xpf yer zmw zwl usdt usdc btc eth",
    )
});

pub(super) fn trimmed(text: &str) -> usize {
    text.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '.' | ',' | '\'' | '’' | ')' | ';' | ':' | '|')
    })
    .len()
}

fn digits(doc: &Doc, i: usize) -> Found {
    let token = doc.token(i);
    let text = doc.text;
    // A sign such as € or NT$ is no token: look just before the number.
    let before = text.get(..token.start).unwrap_or_default();
    let trimmed_before = before.strip_suffix(' ').unwrap_or(before);
    if let Some(c) = trimmed_before.chars().last().filter(|c| is_sign(*c)) {
        let mut sign = trimmed_before.len() - c.len_utf8();
        let letters = trimmed_before.get(..sign).unwrap_or_default();
        let prefix = letters.len()
            - letters
                .trim_end_matches(|c: char| c.is_ascii_uppercase())
                .len();
        if prefix <= 3 && c == '$' {
            sign -= prefix;
        }
        // $1 in a regular expression or shell is no money.
        let found = BEFORE.find(doc.ahead(sign, 60));
        let shell = c == '$'
            && token.len() == 1
            && !matches!(doc.byte(token.end), b'.' | b',' | b'k' | b'K' | b'm' | b'M')
            && !doc.slice(token.end, token.end + 8).starts_with(" million");
        let zero = |text: &str| text.bytes().all(|b| !(b'1'..=b'9').contains(&b));
        if let Some(found) = found.filter(|found| !shell && !zero(found.as_str())) {
            return Some((sign, sign + trimmed(found.as_str()), MONEY));
        }
    }
    let decimal = matches!(doc.byte(token.end), b'.' | b',')
        && !matches!(doc.byte_before(token.start), b'.' | b'-' | b'/');
    let compound = doc.gap(i) == "-" && doc.token(i + 1).shape == Shape::Lower;
    if doc.glued(i)
        && !decimal
        && !compound
        && !matches!(doc.byte_before(token.start), b'~' | b'=' | b':')
        // 192.0.2.9:8443
        || doc.gap_before(i) == ":" && doc.before(i).shape == Shape::Number
        || doc.gap_before(i) == "]:"
    {
        return None;
    }
    let ahead = doc.ahead(token.start, 60);
    // ".NET 6, PHP 8.1"
    let listed = doc.gap(i) == ", ";
    if may_have_unit(ahead)
        && !listed
        && let Some(found) = AFTER.find(ahead)
    {
        // The sign that closes the pattern is none of the amount's.
        let amount = found
            .as_str()
            .trim_end_matches(|c: char| !c.is_alphanumeric() && !is_sign(c));
        return Some((token.start, token.start + trimmed(amount), MONEY));
    }
    let number = number(ahead)?.trim_end_matches(['.', ',', '\'', '’']);
    let end = token.start + number.len();
    if labelled(doc, i)
        || rehearsed(doc, i)
        || doc.byte(end) == b'%'
        || doc.slice(end, end + 2) == " %"
    {
        return None;
    }
    let many = number.bytes().filter(u8::is_ascii_digit).count();
    // attempt=1 trade=…, Drupal 10 home: the number belongs to what stands before it.
    let bound = doc.byte_before(token.start) == b'='
        || doc.gap_before(i) == " "
            && many <= 2
            && doc.before(i).is_capital()
            && doc.is_kept(doc.before(i).start);
    let version = number.contains('.') && number.rsplit('.').next().is_some_and(|f| f.len() < 3);
    (!bound)
        .then(|| counted(doc, end, many >= 2))
        .flatten()
        // 1,400 logins/s
        .filter(|end| doc.byte(*end) != b'/')
        .filter(|_| number != "0" && !(version && many == number.len() - 1))
        .map(|end| (qualified(doc, i), end, COUNT))
        .or_else(|| Some((qualified(doc, i), range(doc, end)?, COUNT)))
        .or_else(|| millions(doc, i, number))
        .or_else(|| paid(doc, i, number))
        .or_else(|| keyed_count::at(doc, i, many))
        .or_else(|| keyed_count::subject(doc, i))
        .or_else(|| keyed_count::again(doc, i))
}

/// `cost us 11k`, `a fine of 4,000`, `worth 2 million a year`: money by what is done with it.
fn paid(doc: &Doc, i: usize, number: &str) -> Found {
    static CUES: LazyLock<Words> = LazyLock::new(|| {
        Words::of(
            "cost costs paid pay pays worth fine fined fines penalty penalties saving savings price \
             spent spend invoiced billed refunded compensation turnover revenue salary overpaid",
        )
    });
    let end = doc.token(i).start + number.len();
    let scaled = number.ends_with(['k', 'K', 'm', 'M']) || number.contains("million");
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    if !(scaled || digits >= 4) || doc.glued(i) && !number.contains([',', '.']) {
        return None;
    }
    let cue = (1..=3)
        .filter_map(|back| i.checked_sub(back))
        .take_while(|at| doc.gap(*at) == " ")
        .any(|at| CUES.has(doc.token(at).hash));
    let ends = matches!(doc.byte(end), b'.' | b',' | b';' | b')' | b'\n' | 0)
        && !doc.byte(end + 1).is_ascii_digit();
    let next = doc.word(doc.token_from(end));
    let goes = doc.byte(end) == b' '
        && matches!(
            next,
            "a" | "per" | "in" | "for" | "and" | "plus" | "each" | "or" | "to" | "that"
        );
    (cue && (ends || goes)).then_some((doc.token(i).start, end, MONEY))
}

/// `1,9 millioner laks`: what is counted by the million is business, unless it is a machine's.
fn millions(doc: &Doc, i: usize, number: &str) -> Found {
    let end = doc.token(i).start + number.len();
    let next = doc.token(doc.token_from(end));
    let technical = Facts::TECH_NOUN
        .or(Facts::COMPUTING)
        .or(Facts::TECH)
        .or(Facts::MAYBE_TECH);
    let scaled = number.ends_with("oner") || number.ends_with("ones") || number.ends_with("onen");
    (doc.language != Language::English
        && scaled
        && next.shape == Shape::Lower
        && doc.slice(end, next.start) == " "
        && !next.is(technical))
    .then(|| (qualified(doc, i), end, COUNT))
}

/// `step 50`, `error 1062`: the number is a name.
fn labelled(doc: &Doc, i: usize) -> bool {
    static LABELS: LazyLock<Words> = LazyLock::new(|| {
        Words::of(
            "step line version port code rc error errno page section stage level status http exit shard \
             node rule chapter release phase attempt round schritt zeile ligne linea linha regel stap \
             steg signal build job slot rack channel layer tier appendix annex figure table item chute gate lane \
             bay belt dock platform track aisle shelf bin kiln room",
        )
    });
    // GROUP BY 1 ORDER BY 2
    let column = doc.folded(i.wrapping_sub(1)) == "by"
        && matches!(doc.folded(i.wrapping_sub(2)), "group" | "order");
    doc.gap_before(i) == " " && (column || LABELS.has(doc.before(i).hash))
}

/// `load test with 2,000 sessions`: so many were made up.
fn rehearsed(doc: &Doc, i: usize) -> bool {
    static TESTS: LazyLock<Words> =
        LazyLock::new(|| Words::of("test tests simulate simulated simulation benchmark lasttest"));
    let thousands = doc.gap_before(i) == "," && doc.before(i).shape == Shape::Number;
    let i = i.saturating_sub(usize::from(thousands));
    doc.gap_before(i) == " "
        && matches!(
            doc.folded(i.wrapping_sub(1)),
            "with" | "of" | "against" | "mit" | "avec" | "con"
        )
        && (2..=4).any(|back| TESTS.has(doc.token(i.wrapping_sub(back)).hash))
}

/// Whether a letter or a sign follows the number at the start of `ahead`: without one it is no money.
fn may_have_unit(ahead: &str) -> bool {
    let next = ahead.trim_start_matches(|c: char| {
        c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | ',' | '\'' | '’')
    });
    next.starts_with(|c: char| c.is_alphabetic() || c == '$' || !c.is_ascii())
}

fn is_sign(c: char) -> bool {
    "$€£¥₹₩₫₪₽₺₦₱₴₵₭₸฿".contains(c)
}

/// The end of `to 300 customers` and `of 12 hospitals` behind a number.
fn range(doc: &Doc, end: usize) -> Option<usize> {
    // Behind the longest of them.
    if !doc.ahead(end, 10).bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let joint = [
        " to ", " and ", " or ", " of ", "-", "–", "/", " of our ", " of the ", " bis ", " à ",
        " a ",
    ]
    .iter()
    .filter(|joint| doc.ahead(end, 8).starts_with(**joint))
    .max_by_key(|joint| joint.len())?;
    // "gives 503 to 2,700 students"
    let from = doc.slice(end.saturating_sub(3), end);
    if *joint == " to " && from.starts_with(['4', '5']) && doc.byte(end.wrapping_sub(4)) == b' ' {
        return None;
    }
    let start = end + joint.len();
    let number = number(doc.ahead(start, 24))?;
    let number = number.trim_end_matches(['.', ',', '\'', '’']);
    let many = number.bytes().filter(u8::is_ascii_digit).count() >= 2;
    counted(doc, start + number.len(), many)
}

/// Words that make a number less exact.
static QUALIFIERS: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "about around approximately some roughly nearly almost over maybe circa ca rund etwa ungefahr \
         knapp gut environ unos unas cerca aproximadamente ongeveer ruim bijna zowat cirka omtrent \
         nesten",
    )
});

/// `about 300`, `circa 40`, `just over 1,200`: the qualifier goes with the number.
pub(super) fn qualified(doc: &Doc, i: usize) -> usize {
    let start = doc.token(i).start;
    if doc.gap_before(i) != " " {
        return start;
    }
    let word = |back: usize| doc.folded(i.wrapping_sub(back));
    let second = match word(1) {
        "over" | "under" | "short" | "below" | "above" => 2,
        "of" if word(2) == "shy" => 3,
        _ => 0,
    };
    let little = matches!(
        word(second),
        "just" | "little" | "bit" | "slightly" | "well" | "somewhat"
    );
    if second > 0 && little && doc.gap_before(i - 1) == " " {
        let article = matches!(word(second), "little" | "bit") && word(second + 1) == "a";
        doc.token(i.wrapping_sub(second + usize::from(article)))
            .start
    } else if QUALIFIERS.has(doc.before(i).hash) {
        doc.before(i).start
    } else {
        start
    }
}

#[cfg(test)]
mod tests;
