//! What the text says somebody does.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::doc::{Doc, Finding};
use super::token::Shape;

/// What somebody does, as it stands in a placeholder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Role {
    pub(super) name: &'static str,
    /// A job, and not a part in this one event: it says more.
    pub(super) job: bool,
}

/// The words for each role; the first of a group that leads others wins over what follows it in a title.
const WORDS: &[(&str, bool, &str)] = &[
    ("Executive", true, "cto ceo cio ciso cfo coo vp president"),
    ("Director", true, "director direktor directeur directora"),
    (
        "Manager",
        true,
        "manager mgr managers supervisor foreman jefe",
    ),
    (
        "Lead",
        true,
        "lead leads head chief leiter leiterin teamlead principal",
    ),
    ("DBA", true, "dba dbas"),
    ("Architect", true, "architect architekt"),
    ("Administrator", true, "admin administrator sysadmin"),
    (
        "Developer",
        true,
        "developer developers dev programmer coder entwickler entwicklerin desarrollador",
    ),
    (
        "Engineer",
        true,
        "engineer engineers sre sres ingenieur ingeniero ingeniera ingenior",
    ),
    ("Analyst", true, "analyst"),
    ("Tester", true, "tester qa"),
    (
        "Technician",
        true,
        "technician technicien techniker electrician",
    ),
    ("Operator", true, "operator operators"),
    ("Dispatcher", true, "dispatcher controller"),
    ("Consultant", true, "consultant"),
    ("Contractor", true, "contractor freelancer"),
    ("Researcher", true, "researcher scientist postdoc"),
    ("Doctor", true, "doctor physician radiologist surgeon"),
    ("Nurse", true, "nurse"),
    ("Pilot", true, "pilot captain"),
    ("Intern", true, "intern apprentice trainee"),
    ("Student", true, "student"),
    ("Auditor", true, "auditor"),
    ("Officer", true, "officer"),
    ("Clerk", true, "clerk cashier"),
    ("Commander", false, "commander ic"),
    ("Scribe", false, "scribe"),
    ("Responder", false, "responder oncall"),
    ("Reviewer", false, "reviewer approver"),
    (
        "Author",
        false,
        "author authors verfasser verfasserin auteur autor autora",
    ),
    ("Owner", false, "owner"),
    ("Reporter", false, "reporter"),
];

/// Every role a placeholder can name.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    std::iter::once("Person").chain(WORDS.iter().map(|(name, ..)| *name))
}

fn called(word: &str) -> Option<(usize, Role)> {
    static ROLES: LazyLock<FxHashMap<&str, (usize, Role)>> = LazyLock::new(|| {
        let mut roles = FxHashMap::default();
        for (rank, (name, job, words)) in WORDS.iter().enumerate() {
            for word in words.split(' ') {
                roles
                    .entry(word)
                    .or_insert((rank, Role { name, job: *job }));
            }
        }
        roles
    });
    ROLES.get(word).copied()
}

/// The role that the text gives beside a mention of somebody.
pub(super) fn of(doc: &Doc, finding: &Finding) -> Option<Role> {
    let i = doc.token_from(finding.start);
    let j = doc.token_from(finding.end);
    let (before, after) = (before(doc, i, j, finding.end), after(doc, finding.end, j));
    // "Owner: Lark (DBA)": the job says more.
    match (before, after) {
        (Some((_, part)), Some((_, role))) if role.job && !part.job => Some(role),
        (before, after) => before.or(after).map(|(_, role)| role),
    }
}

/// "engineer Dag", "IC: Hiro", "IC was Hiro", "the on-call engineer, Rasheed, …".
fn before(doc: &Doc, i: usize, j: usize, end: usize) -> Option<(usize, Role)> {
    let last = i.checked_sub(1)?;
    let gap = doc.gap_before(i).trim_end_matches(['@', '`', '*', '_']);
    match gap {
        " " | ": " | ":" | ":** " | "** " if doc.token(last).shape != Shape::None => {
            let verb = matches!(doc.folded(last), "was" | "is" | "war" | "era");
            if verb && gap == " " {
                return called(doc.folded(last.checked_sub(1)?))
                    .filter(|(_, role)| !role.job || doc.token(last - 1).shape == Shape::Upper);
            }
            // "the call" and "on call" are one word with its other half.
            if doc.folded(last) == "call" && doc.folded(last.wrapping_sub(1)) == "on" {
                return called("oncall");
            }
            called(doc.folded(last))
        }
        ", " => {
            let follows = doc.slice(end, doc.token(j).start);
            let named = (1..5)
                .any(|n| last >= n && matches!(doc.folded(last - n), "the" | "our" | "their"));
            (follows.starts_with([',', ')', '.']) && named)
                .then(|| called(doc.folded(last)))
                .flatten()
        }
        _ => None,
    }
}

/// "Kim (DBA)", "Kim, our DBA, …", "| Kim | DBA |", "Kim\nHead of Platform", "Kim is the DBA".
fn after(doc: &Doc, end: usize, j: usize) -> Option<(usize, Role)> {
    let gap = doc
        .slice(end, doc.token(j).start)
        .trim_start_matches(['*', '_', '`']);
    let plain = gap.trim_matches([' ', '*']);
    if plain == "(" {
        return title(doc, j, 5, |gap| gap.starts_with([')', ',', ';']));
    }
    let article = |word: &str| {
        matches!(
            word,
            "the"
                | "a"
                | "an"
                | "our"
                | "their"
                | "unser"
                | "unsere"
                | "der"
                | "die"
                | "notre"
                | "le"
                | "la"
        )
    };
    let closes = |at: usize| {
        let gap = doc.gap(at);
        !gap.starts_with(' ')
            || matches!(
                doc.folded(at + 1),
                "of" | "at" | "from" | "on" | "in" | "who" | "for"
            )
    };
    if gap == ", "
        || gap == " " && matches!(doc.folded(j), "is" | "was") && article(doc.folded(j + 1))
    {
        let from = j + usize::from(gap == " ");
        let led = article(doc.folded(from));
        let from = from + usize::from(led);
        let at = (from..from + if led { 4 } else { 2 })
            .take_while(|at| {
                *at == from || doc.gap_before(*at) == " " || doc.gap_before(*at) == "-"
            })
            .find(|at| called(doc.folded(*at)).is_some() && closes(*at))?;
        return called(doc.folded(at)).filter(|(_, role)| led || role.job);
    }
    // A cell, or the line below a signature.
    let cell =
        plain == "|" || gap == "\t" || matches!(plain, "-" | "–" | "—") && gap.starts_with(' ');
    if cell || gap == "\n" {
        let found = title(doc, j, 5, |gap| gap.contains(['|', '\n', '\t', ',']));
        return found.filter(|(_, role)| role.job);
    }
    None
}

/// The role in a short title that ends as it should: "SRE manager", "Head of Platform Engineering".
fn title(
    doc: &Doc,
    from: usize,
    limit: usize,
    ends: impl Fn(&str) -> bool,
) -> Option<(usize, Role)> {
    let mut best: Option<(usize, Role)> = None;
    for at in from..from + limit {
        if let Some((rank, role)) = called(doc.folded(at)) {
            let leads = best.is_none_or(|(known, _)| rank < known);
            if leads {
                best = Some((rank, role));
            }
        }
        let gap = doc.gap(at);
        if ends(gap) || doc.token(at + 1).shape == Shape::None {
            return best;
        }
        if !matches!(gap, " " | "-" | " & " | "/") {
            return None;
        }
    }
    None
}
