//! Words that tell a count of machines, or of a report's own parts, from one of people and business.

use std::sync::LazyLock;

use crate::anonymise::table::Words;

/// What people, shops and farms have, and machines do not, besides the business words of the lexicon.
pub(in crate::anonymise) static GOODS: LazyLock<Words> = LazyLock::new(|| {
    let list = include_str!("../../../schema/lexicon/goods.txt");
    let words = list.lines().filter(|line| !line.starts_with('#'));
    Words::of(&words.collect::<Vec<_>>().join(" "))
});

/// What is said of few things in a report, but counts business where there are hundreds of it.
pub(super) static LOTS: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "cases answers questions pieces units names parts meetings decisions shifts passes loads moves \
         credits applications posts views followers chances places uploads purchases collections \
         laptops phones handsets stops spaces libraries voters reviewers searches \
         reservations registrations bidders copies",
    )
});

/// Papers and the like, which are business where business is said before: `pathology requests`.
pub(super) static PAPERS: LazyLock<Words> = LazyLock::new(|| {
    Words::of("requests results records reports forms applications statements notices requisitions")
});

/// What is said before [`PAPERS`], besides the words of business.
pub(super) static MATTERS: LazyLock<Words> = LazyLock::new(|| {
    Words::of(
        "pathology radiology lab laboratory dental medical clinical blood vaccination passport visa permit \
         pension benefit tax planning insurance credit mortgage lending admission enrolment exam \
         leave holiday maintenance repair warranty insolvency court police expense travel",
    )
});

/// How machines' things are, and not people's: what they count stays.
pub(super) const MACHINE: &[&str] = &[
    "active",
    "background",
    "blocked",
    "blocking",
    "broken",
    "cached",
    "cold",
    "concurrent",
    "dead",
    "dropped",
    "duplicate",
    "duplicated",
    "expired",
    "flaky",
    "healthy",
    "hot",
    "hung",
    "idle",
    "incoming",
    "inflight",
    "local",
    "long",
    "manual",
    "missing",
    "nested",
    "new",
    "noisy",
    "old",
    "orphaned",
    "outgoing",
    "outstanding",
    "parallel",
    "pending",
    "queued",
    "random",
    "redundant",
    "remote",
    "replicated",
    "separate",
    "slow",
    "spare",
    "stale",
    "standby",
    "stuck",
    "unhealthy",
    "unused",
    "virtual",
    "warm",
    "different",
    "additional",
    "extra",
    "consecutive",
    "successive",
    "total",
    "unique",
    "distinct",
    "parallel",
    "simple",
    "similar",
    "other",
    "further",
    "more",
];

/// What a report counts when it talks about itself or about how things work.
pub(super) const DISCOURSE: &[&str] = &[
    "actions",
    "answers",
    "areas",
    "bullets",
    "cases",
    "causes",
    "chances",
    "changes",
    "choices",
    "circumstances",
    "colours",
    "conclusions",
    "conditions",
    "corners",
    "decisions",
    "defects",
    "degrees",
    "details",
    "differences",
    "directions",
    "examples",
    "exceptions",
    "factors",
    "fixes",
    "flaws",
    "goals",
    "grounds",
    "hypotheses",
    "ideas",
    "improvements",
    "issues",
    "kinds",
    "means",
    "lessons",
    "levels",
    "lights",
    "meetings",
    "mistakes",
    "modes",
    "notes",
    "occasions",
    "options",
    "parts",
    "paths",
    "patterns",
    "periods",
    "phases",
    "pieces",
    "places",
    "possibilities",
    "problems",
    "questions",
    "reasons",
    "racks",
    "releases",
    "resources",
    "reviews",
    "risks",
    "roles",
    "rounds",
    "rules",
    "safeguards",
    "scenarios",
    "sections",
    "sentences",
    "shifts",
    "sides",
    "signals",
    "situations",
    "sorts",
    "sources",
    "stages",
    "states",
    "subjects",
    "symptoms",
    "teams",
    "themes",
    "things",
    "topics",
    "triggers",
    "types",
    "ways",
    "weaknesses",
    "words",
    "years",
    "months",
    "units",
    "sizes",
    "slots",
    "names",
    "ones",
    "settings",
    "thanks",
    "minds",
    "hands",
    "eyes",
    "layers",
    "guards",
    "gates",
    "doors",
    "barriers",
    "gaps",
    "holes",
    "habits",
];
