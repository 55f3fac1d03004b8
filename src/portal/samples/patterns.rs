//! Pages of patterns, over invented reports.

use std::sync::Arc;

use super::pages::{Both, Shown, labels, layout, lines};
use super::reports::{fullest, slug};
use crate::generate::Generator;
use crate::patterns::{
    CodeTable, Counts, Fact, FaultTree, Growing, Growth, Label, Matrix, Mined, Occasion,
    OccasionList, STATES, Sample, Stories,
};
use crate::portal::pages::{
    Beside, BreaksOf, BreaksPage, ChainsPage, ChecklistOf, ChecklistPage, ChecklistsPage,
    CombinationsPage, DrillLine, Instead, LookingAhead, MatrixOf, MatrixPage, ModeGuide,
    PreMortemPage, ProfilePage, RetoldPage, StatisticsPage, TechnologyGuide, WorksheetPage,
};
use crate::portal::view::named;
use crate::portal::{Layout, Section};
use crate::report::{Action, ActionResult, ActionStatus, HourBlock, PublicReport};
use crate::review::Agreement;
use crate::taxonomy::ListId;

/// Reports with every code that pages of patterns show, one of them about nothing but `xslt`.
fn reports() -> Vec<PublicReport<String>> {
    let generator = Generator::new(11);
    (0..300)
        .map(|number| {
            let mut public = generator.report(number);
            let report = &mut public.report;
            let at = usize::try_from(number).unwrap();
            if let Some(used) = report.technologies.first_mut() {
                used.state = Some(STATES[at % STATES.len()]);
                used.version = Some("15".parse().unwrap());
            }
            if at % 4 == 0 {
                report.failure_modes.push(crate::report::Coded {
                    code: slug("other"),
                    coder: crate::report::Coder::Analyst,
                    confidence: crate::report::Confidence::High,
                });
            }
            report.hours = Some(HourBlock::Night);
            report.detection.delay = Some(slug("5-30m"));
            report.actions.push(Action {
                class: Some(slug("forcing-function-or-interlock")),
                status: Some(ActionStatus::Done),
                result: Some([ActionResult::Held, ActionResult::Recurred][at % 2]),
                ..Action::default()
            });
            public
        })
        .collect()
}

fn beside(table: &CodeTable, full: bool) -> Beside {
    let card = crate::drills::DrillCard {
        report: fullest().id,
        technologies: vec![slug("redis")],
        sector: None,
        steps: 4,
        minutes: 45,
    };
    Beside {
        mined: Arc::new(Sample::of(&table.all()).mine()),
        lines: if full { lines() } else { Vec::new() },
        drills: vec![DrillLine::new(&card, labels())],
        guide: Some((
            "/guides/redis".into(),
            say!("profile-to-guide", version = 2_u32),
        )),
    }
}

fn technology(table: &CodeTable, name: &str, kind: bool) -> ProfilePage {
    let profile = table.technology(&slug(name));
    let full = profile.counts.reports > 0;
    let guide = TechnologyGuide {
        profile,
        read: if full { vec![fullest()] } else { Vec::new() },
        instead: kind.then(|| Instead {
            category: slug("message-queue"),
            counts: table.all().counts(),
        }),
    };
    ProfilePage::technology(framed(), &guide, beside(table, full))
}

fn mode(table: &CodeTable, name: &str) -> ProfilePage {
    let profile = table.mode(&slug(name));
    let full = profile.counts.reports > 0;
    ProfilePage::mode(framed(), &ModeGuide { profile }, beside(table, full))
}

fn framed() -> Layout {
    layout(Section::Patterns, "Patterns")
}

fn matrix(table: &CodeTable, typed: &str) -> MatrixOf {
    let stack: Vec<_> = typed
        .split(", ")
        .filter_map(|name| name.parse().ok())
        .collect();
    MatrixOf {
        typed: typed.into(),
        unknown: if typed.is_empty() {
            vec![]
        } else {
            vec!["<cobold>".into()]
        },
        matrix: if stack.is_empty() {
            Matrix::by_category(&table.all())
        } else {
            Matrix::of_stack(table, &stack)
        },
        stack,
        total: table.len(),
        names: vec!["NGINX".into(), "Redis".into()],
    }
}

/// What nobody told of before, and what is told more often.
pub(super) fn growth() -> Growth {
    let growing = |facts: Vec<Fact>, before| Growing {
        facts,
        now: 9,
        before,
        q: 0.01,
    };
    let mode = Fact::Code(ListId::FailureModes, slug("retry-storm"));
    Growth {
        between: Some(("2025-Q3".parse().unwrap(), "2026-Q2".parse().unwrap())),
        reports: (40, 40),
        growing: vec![
            growing(vec![Fact::Technology(slug("redis")), mode.clone()], 0),
            growing(vec![mode], 2),
        ],
    }
}

/// Sixty reports that tell one story: a chain, and a group.
fn retold() -> Mined {
    let mut stories = Stories::default();
    let reports = paired();
    for (number, public) in reports.iter().enumerate() {
        let mut public = public.clone();
        let report = &mut public.report;
        let codes = report
            .triggers
            .iter()
            .map(|of| Fact::Code(ListId::Triggers, of.code.clone()));
        let modes = report.failure_modes.iter();
        let modes = modes.map(|of| Fact::Code(ListId::FailureModes, of.code.clone()));
        let said: Vec<Fact> = codes.chain(modes).collect();
        for (event, fact) in report.timeline.iter_mut().zip(&said) {
            event.text = format!("{number} {fact:?}");
        }
        let speaks = |text: &str| {
            let of = said
                .iter()
                .filter(|fact| text.ends_with(&format!("{fact:?}")));
            of.cloned().collect()
        };
        stories.put(&public, speaks);
    }
    let mut clusters = stories.clusters();
    for cluster in &mut clusters {
        cluster.label = Label::of(&reports);
    }
    let chains = stories.chains();
    assert!(!chains.is_empty() && !clusters.is_empty());
    Mined {
        reports: 60,
        chains,
        clusters,
        growth: growth(),
        ..Mined::default()
    }
}

fn combination(reports: &[PublicReport<String>], full: bool) -> Result<Both, std::fmt::Error> {
    let table = CodeTable::of(reports);
    let mined = Sample::of(&table.all()).mine();
    let facts = match mined.combinations.first() {
        Some(found) => found.items.clone(),
        None => ["gap:alert-lost-in-noise", "stack:redis"]
            .into_iter()
            .filter_map(named)
            .collect(),
    };
    let profile = table.combination(facts);
    ProfilePage::combination(framed(), &profile, beside(&table, full)).both()
}

fn asked(names: &[&str]) -> ChecklistOf {
    ChecklistOf {
        typed: names.join(", "),
        stack: names.iter().map(|name| slug(name)).collect(),
        unknown: vec!["<cobold>".into()],
        names: vec!["NGINX".into()],
    }
}

fn checklists(names: &[&str]) -> Result<Both, std::fmt::Error> {
    ChecklistsPage::new(framed(), asked(names)).both()
}

fn checklist(
    table: &CodeTable,
    occasion: Occasion,
    names: &[&str],
) -> Result<Both, std::fmt::Error> {
    let of = asked(names);
    let own = OccasionList::of(table, occasion, &of.stack);
    let few = !names.is_empty() && !own.enough();
    let list = if few {
        OccasionList::of(table, occasion, &[])
    } else {
        own
    };
    let page = ChecklistPage::new(framed(), of, occasion, &list, few);
    let text = page.text(&crate::export::Site::nowhere());
    assert_eq!(text.contains("- [ ] **"), list.enough());
    page.both()
}

fn agreement() -> Vec<Agreement> {
    let of = |list, pairs, kappa| Agreement {
        list,
        reports: pairs,
        pairs,
        same: pairs / 2,
        kappa,
    };
    vec![
        of(ListId::Triggers, 12, Some(0.61)),
        of(ListId::Factors, 9, None),
        of(ListId::Helped, 2, Some(1.0)),
    ]
}

fn breaks(table: &CodeTable, names: &[&str]) -> Result<Both, std::fmt::Error> {
    let stack: Vec<_> = names.iter().map(|name| slug(name)).collect();
    let of = BreaksOf {
        typed: names.join(", "),
        unknown: vec!["<cobold>".into()],
        left_out: if names.len() > 1 {
            vec![slug("nginx"), slug("c++")]
        } else {
            Vec::new()
        },
        tree: FaultTree::of(table, &stack),
        names: vec!["NGINX".into()],
    };
    assert_eq!(of.table().rows.is_empty(), !of.tree.enough());
    let pairs = Sample::of(&table.all()).mine().pairs;
    BreaksPage::new(framed(), &of, &pairs).both()
}

fn ahead(of_stack: Counts, names: &[&str]) -> LookingAhead {
    LookingAhead {
        typed: names.join(", "),
        stack: names.iter().map(|name| slug(name)).collect(),
        unknown: vec!["\"><script>".into()],
        of_stack,
        names: vec!["NGINX".into()],
    }
}

pub(super) fn all() -> Vec<(String, Both)> {
    let table = CodeTable::of(&reports());
    let none = CodeTable::default();
    let all = table.all().counts();
    let empty = Counts::default();
    let of = |typed| matrix(&table, typed);
    let nothing = matrix(&none, "");
    let page = |of: &MatrixOf| MatrixPage::new(framed(), of).both();
    let sheet = |of: &MatrixOf| WorksheetPage::new(framed(), of).both();
    let together = |table: &CodeTable| {
        let mined = Sample::of(&table.all()).mine();
        CombinationsPage::new(framed(), &mined, labels()).both()
    };
    let pre_mortem = |ahead: &LookingAhead, all: &Counts| {
        PreMortemPage::new(framed(), ahead, all, labels()).both()
    };
    let statistics = |counts: &Counts| StatisticsPage::new(framed(), counts, &agreement()).both();
    assert!(of("").table().rows.len() > 5);
    [
        ("technology", technology(&table, "kubernetes", false).both()),
        (
            "technology-few",
            technology(&none, "apache-kafka", true).both(),
        ),
        (
            "technology-empty",
            technology(&none, "mongodb", false).both(),
        ),
        ("pattern", mode(&table, "retry-storm").both()),
        ("pattern-empty", mode(&none, "retry-storm").both()),
        ("combinations", together(&CodeTable::of(&paired()))),
        ("combinations-none", together(&none)),
        ("combination", combination(&paired(), true)),
        ("combination-few", combination(&[], false)),
        ("chains", ChainsPage::new(framed(), &retold()).both()),
        (
            "chains-none",
            ChainsPage::new(framed(), &Mined::default()).both(),
        ),
        ("retold", RetoldPage::new(framed(), &retold()).both()),
        (
            "retold-none",
            RetoldPage::new(framed(), &Mined::default()).both(),
        ),
        ("breaks", breaks(&table, &["kubernetes", "redis"])),
        ("breaks-one", breaks(&table, &["kubernetes"])),
        ("breaks-few", breaks(&table, &["cobol", "redis"])),
        ("breaks-empty", breaks(&none, &[])),
        ("checklists", checklists(&["redis"])),
        ("checklists-empty", checklists(&[])),
        (
            "checklist",
            checklist(&table, Occasion::Release, &["kubernetes", "redis"]),
        ),
        ("checklist-review", checklist(&table, Occasion::Review, &[])),
        (
            "checklist-few",
            checklist(&table, Occasion::Incident, &["cobol"]),
        ),
        ("checklist-empty", checklist(&none, Occasion::OnCall, &[])),
        ("matrix", page(&of(""))),
        ("matrix-stack", page(&of("kubernetes, redis, c++"))),
        ("matrix-empty", page(&nothing)),
        ("worksheet", sheet(&of("kubernetes, redis, c++"))),
        ("worksheet-blank", sheet(&nothing)),
        ("statistics", statistics(&all)),
        ("statistics-empty", statistics(&empty)),
        (
            "pre-mortem",
            pre_mortem(&ahead(all.clone(), &["redis", "nginx"]), &all),
        ),
        (
            "pre-mortem-few",
            pre_mortem(&ahead(empty.clone(), &["redis"]), &all),
        ),
        (
            "pre-mortem-empty",
            pre_mortem(&LookingAhead::default(), &empty),
        ),
    ]
    .map(|(name, html)| (name.to_owned(), html.unwrap()))
    .to_vec()
}

/// Reports of which every second says the same.
fn paired() -> Vec<PublicReport<String>> {
    let generator = Generator::new(12);
    let pattern = generator.report(0).report;
    (0..60)
        .map(|number| {
            let mut public = generator.report(number);
            if number % 2 == 0 {
                public.report = pattern.clone();
            }
            public
        })
        .collect()
}
