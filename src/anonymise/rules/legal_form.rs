//! The legal form behind a company's name.

use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;

/// Forms as they are written, without a dot at the end; longer ones first.
const FORMS: &[&str] = &[
    "GmbH & Co. KG",
    "GmbH & Co KG",
    "Pty Ltd",
    "Pty Limited",
    "Pvt Ltd",
    "Pvt. Ltd",
    "Private Limited",
    "(Pty) Ltd",
    "Sdn Bhd",
    "Sdn. Bhd",
    "Co., Ltd",
    "Co. Ltd",
    "SECURITIES LIMITED",
    "PRIVATE LIMITED",
    "Incorporated",
    "Corporation",
    "Limited",
    "LIMITED",
    "S.A.S. ESP",
    "S.A. de C.V",
    "S.A.P.I. de C.V",
    "S. de R.L. de C.V",
    "S.A.S",
    "S.A.B",
    "S.A",
    "S.R.L",
    "S.r.l",
    "S.p.A",
    "S.L.U",
    "S.L",
    "S.C",
    "Sp. z o.o",
    "sp. z o.o",
    "spol. s r.o",
    "s.r.o",
    "d.o.o",
    "d.d",
    "a.s",
    "A.Ş",
    "Ltd. Şti",
    "Tic. A.Ş",
    "e.V",
    "e.G",
    "B.V",
    "N.V",
    "C.V",
    "V.O.F",
    "A/S",
    "ApS",
    "ASA",
    "Oyj",
    "Oy",
    "AB",
    "GmbH",
    "mbH",
    "AG",
    "KG",
    "KGaA",
    "SE",
    "SAS",
    "SARL",
    "SpA",
    "Srl",
    "BV",
    "NV",
    "PLC",
    "Plc",
    "plc",
    "LLP",
    "LLC",
    "L.L.C",
    "Ltd",
    "LTD",
    "Ltda",
    "LTDA",
    "EIRELI",
    "Inc",
    "INC",
    "Corp",
    "CORP",
    "K.K",
    "KK",
    "PT",
    "Tbk",
    "Bhd",
    "JSC",
    "OJSC",
    "PJSC",
    "FZE",
    "FZCO",
    "FZ-LLC",
    "WLL",
    "W.L.L",
    "SACCO",
    "Sacco",
    "CIC",
    "CIO",
    "kommune",
    "kommun",
    "Kft",
    "Zrt",
    "Nyrt",
    "EOOD",
    "OOD",
    "AD",
    "UAB",
    "SIA",
    "OÜ",
    "AS",
    "HF",
    "ehf",
];

/// Lets a company's name end behind its legal form: `Heron Freight, Inc.`, `Grupo Heron S.A.S.`
pub(super) fn find(doc: &mut Doc) {
    for number in 0..doc.found.len() {
        let Some(found) = doc.found.get(number) else {
            break;
        };
        let (end, rule) = (found.end, found.rule);
        if !matches!(found.kind, Kind::Org | Kind::Product) || doc.byte(end) == b'\n' {
            continue;
        }
        let last = doc.byte_before(end).is_ascii_uppercase();
        let stop = behind(doc, end).or_else(|| last.then(|| dotted(doc, end)).flatten());
        if let Some(stop) = stop.filter(|stop| doc.is_free(end, *stop)) {
            doc.claim(end, stop, Kind::Org, rule);
            join(doc, number, stop);
        }
    }
}

/// The finding as one with what was claimed behind it.
fn join(doc: &mut Doc, number: usize, stop: usize) {
    doc.found.pop();
    if let Some(found) = doc.found.get_mut(number) {
        (found.end, found.kind) = (stop, Kind::Org);
    }
}

/// The end of `, Inc.` and ` S.A.S.` at `end`.
fn behind(doc: &Doc, end: usize) -> Option<usize> {
    let rest = doc.ahead(end, 24);
    let form = rest.strip_prefix(", ").or_else(|| rest.strip_prefix(' '))?;
    if !form.starts_with(|c: char| c.is_alphabetic() || c == '(') {
        return None;
    }
    let at = end + rest.len() - form.len();
    let comma = rest.starts_with(',');
    FORMS.iter().find_map(|known| {
        let after = form.strip_prefix(known)?;
        // After a comma "SE" and "AS" begin something else.
        let sure = !comma || known.contains('.') || known.len() >= 3;
        let short = known.len() == 2 && !known.chars().all(char::is_uppercase) && *known != "Oy";
        let dot = after.starts_with('.')
            && (known.contains('.')
                || after
                    .get(1..)
                    .is_none_or(|next| !next.starts_with(char::is_alphanumeric)));
        let next = after.chars().nth(usize::from(dot)).unwrap_or(' ');
        // "Heron AS 64512", "Heron SE Asia" are something else.
        let goes_on = known.len() == 2
            && after.strip_prefix(' ').is_some_and(|rest| {
                rest.starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase())
            });
        (sure && !short && !goes_on && !next.is_alphanumeric() && !matches!(next, '-' | '_' | '/'))
            .then(|| {
                at + known.len()
                    + usize::from(
                        dot && (known.contains('.') || matches!(*known, "Inc" | "Ltd" | "Corp")),
                    )
            })
    })
}

/// The end of `.A.S.` at `end`: the rest of a form of which only the first letter was found.
fn dotted(doc: &Doc, end: usize) -> Option<usize> {
    let rest = doc.ahead(end, 10);
    [
        ".A.S.", ".A.", ".Ş.", ".V.", ".L.", ".p.A.", ".r.l.", ".R.L.",
    ]
    .iter()
    .find(|form| rest.starts_with(**form))
    .map(|form| end + form.len())
}

#[cfg(test)]
mod tests {
    use crate::anonymise::tests::removed;

    #[test]
    fn a_name_ends_behind_its_legal_form() {
        for (text, found) in [
            ("from Grupo Zorblax S.A.S., that is", "Grupo Zorblax S.A.S."),
            ("with Zorblax Traders SACCO in", "Zorblax Traders SACCO"),
            ("Zorblax Anycast d.o.o. in the", "Zorblax Anycast d.o.o."),
        ] {
            assert_eq!(removed(text).join(" "), found, "{text}");
        }
    }
}
