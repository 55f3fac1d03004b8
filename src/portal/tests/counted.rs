//! What pages say of numbers: nothing of fewer reports than it takes, nothing of codes that say
//! nothing, and no page that is not there.

use crate::generate::Generator;
use crate::patterns::{CodeTable, FaultTree, Matrix, Occasion, OccasionList};
use crate::portal::pages::{
    Beside, BreaksOf, BreaksPage, ChecklistOf, ChecklistPage, ChecklistsPage, LookingAhead,
    MatrixOf, MatrixPage, ModeGuide, Page, PreMortemPage, ProfilePage, StatisticsPage,
    TechnologyGuide, WorksheetPage, chart,
};
use crate::portal::samples::{self, slug};
use crate::portal::{Labels, Layout};
use crate::report::{
    Coded, Coder, Confidence, DependencyState, Effect, Factor, Mitigation, PublicReport,
    TechnologyRole, TechnologyUse,
};
use crate::stack::Checklist;
use crate::taxonomy::{ListId, Taxonomy, Term};

fn coded(code: &str) -> Coded {
    Coded {
        code: slug(code),
        coder: Coder::Analyst,
        confidence: Confidence::High,
    }
}

/// So many reports about Redis that have a version and a state, and little else in common.
fn different(many: u64) -> Vec<PublicReport<String>> {
    let generator = Generator::new(7);
    (0..many)
        .map(|number| {
            let mut public = generator.report(number);
            let mut used = TechnologyUse {
                slug: slug("redis"),
                version: Some((7 + number).to_string().parse().unwrap()),
                role: None,
                problem: None,
                state: Some(DependencyState::Slow),
            };
            if number == 0 {
                used.role = Some(TechnologyRole::FailedComponent);
                used.state = Some(DependencyState::Down);
            }
            public.report.technologies = vec![used];
            public
        })
        .collect()
}

/// Reports whose every code says that there was nothing, or nothing that is in a list.
fn silent() -> Vec<PublicReport<String>> {
    let mut reports = different(4);
    for public in &mut reports {
        let report = &mut public.report;
        report.failure_modes = vec![coded("other"), coded("overload")];
        report.triggers = vec![coded("none-identified")];
        report.difficulties = vec![coded("none")];
        report.helped_codes = vec![coded("coincidence-luck")];
        report.impact.kinds = vec![coded("none-realised")];
        report.detection.gaps = vec![coded("none-detected-as-designed")];
        report.factors = Vec::new();
        report.actions = Vec::new();
        let ended = |code: &str| Mitigation {
            code: Some(coded(code)),
            effect: Some(Effect::Worked),
            text: String::new(),
        };
        report.mitigations = vec![ended("self-recovered"), ended("vendor-fixed")];
    }
    reports
}

fn technology(table: &CodeTable) -> String {
    let guide = TechnologyGuide {
        profile: table.technology(&slug("redis")),
        read: Vec::new(),
        instead: None,
    };
    let page = ProfilePage::technology(Layout::default(), &guide, Beside::default());
    page.html(crate::portal::Language::English).unwrap()
}

fn mode(table: &CodeTable, mode: &str) -> String {
    let profile = table.mode(&slug(mode));
    let page = ProfilePage::mode(Layout::default(), &ModeGuide { profile }, Beside::default());
    page.html(crate::portal::Language::English).unwrap()
}

fn pre_mortem(table: &CodeTable, names: &[&str]) -> String {
    let ahead = LookingAhead {
        stack: names.iter().map(|name| slug(name)).collect(),
        of_stack: table.technology(&slug("redis")).counts,
        ..LookingAhead::default()
    };
    let all = table.all().counts();
    let page = PreMortemPage::new(Layout::default(), &ahead, &all, Labels::builtin());
    page.html(crate::portal::Language::English).unwrap()
}

fn matrix(table: &CodeTable) -> MatrixOf {
    let stack = vec![slug("redis")];
    MatrixOf {
        typed: "redis".into(),
        matrix: Matrix::of_stack(table, &stack),
        stack,
        total: table.len(),
        ..MatrixOf::default()
    }
}

fn statistics(table: &CodeTable) -> String {
    let page = StatisticsPage::new(Layout::default(), &table.all().counts(), &[]);
    page.html(crate::portal::Language::English).unwrap()
}

fn checklist(table: &CodeTable, occasion: Occasion) -> ChecklistPage {
    let list = OccasionList::of(table, occasion, &[]);
    let of = ChecklistOf::default();
    ChecklistPage::new(Layout::default(), of, occasion, &list, false)
}

/// Numbers of reports on a page: after "at least" and in columns of numbers.
fn numbers(html: &str) -> Vec<u32> {
    let said = html.to_lowercase();
    let after = said.split("at least ").skip(1);
    let after = after.map(|rest| rest.split([' ', '.', '<']).next());
    let columns = html.split("<td class=\"num\">").skip(1);
    let columns = columns.map(|rest| rest.split('<').next());
    let found = after.chain(columns).flatten();
    found.filter_map(|word| word.parse().ok()).collect()
}

#[test]
fn what_fewer_reports_say_than_it_takes_is_on_no_page() {
    for many in [3, 4, 5] {
        let reports = different(many);
        let table = CodeTable::of(&reports);
        let of = matrix(&table);
        let pages = [
            ("technology", technology(&table)),
            ("pre-mortem", pre_mortem(&table, &["redis"])),
            ("pre-mortem of all", pre_mortem(&table, &[])),
            (
                "matrix",
                MatrixPage::new(Layout::default(), &of)
                    .html(crate::portal::Language::English)
                    .unwrap(),
            ),
            (
                "worksheet",
                WorksheetPage::new(Layout::default(), &of)
                    .html(crate::portal::Language::English)
                    .unwrap(),
            ),
            ("statistics", statistics(&table)),
        ];
        for (name, html) in pages {
            let few: Vec<u32> = numbers(&html)
                .into_iter()
                .filter(|number| (1..3).contains(number))
                .collect();
            assert!(few.is_empty(), "{name} of {many}: {few:?}");
        }
        let cells = of.table().markdown();
        assert!(
            cells.contains("too few") && !cells.contains("(1)"),
            "{cells}"
        );
    }
}

#[test]
fn a_cell_of_a_stack_with_few_reports_leads_to_them() {
    let table = CodeTable::of(&different(3));
    let html = MatrixPage::new(Layout::default(), &matrix(&table))
        .html(crate::portal::Language::English)
        .unwrap();
    assert_eq!(html.matches("\">few</a>").count(), 2, "{html}");
    assert!(html.contains("Too few reports to speak of a pattern"));
    assert_eq!(html.matches("href=\"/reports/").count(), 3);
}

#[test]
fn statistics_say_few_where_few_say_so() {
    let mut reports = silent();
    let effects = [
        Effect::Worked,
        Effect::NoEffect,
        Effect::NoEffect,
        Effect::NoEffect,
    ];
    let factors = Taxonomy::builtin().list(ListId::Factors).terms();
    for (public, effect) in reports.iter_mut().zip(effects) {
        public.report.severity = Some(3.try_into().unwrap());
        public.report.mitigations = vec![Mitigation {
            code: Some(coded("restart")),
            effect: Some(effect),
            text: String::new(),
        }];
        let factor = |term: &Term| Factor {
            code: Some(coded(term.id().as_str())),
            ..Factor::default()
        };
        public.report.factors = factors.iter().take(17).map(factor).collect();
    }
    let table = CodeTable::of(&reports);
    let stopped = chart(&table.all().counts(), &[], "stopped").unwrap();
    assert_eq!(stopped.rows, [["Restart", "4", "few", "0", "3", "0"]]);
    let factors = chart(&table.all().counts(), &[], "factors").unwrap();
    assert_eq!(factors.rows.len(), 17, "what is taken along is whole");
    let html = statistics(&table);
    assert!(html.contains("The first 15 of 17."));
    let of = |id: &str| {
        let (_, rest) = html.split_once(&format!("id=\"{id}\"")).unwrap();
        rest.split("</section>").next().unwrap().to_owned()
    };
    // Four severities that no report has are not four with few.
    assert!(!of("severities").contains("fewer"), "{}", of("severities"));
}

#[test]
fn codes_that_say_nothing_are_no_questions() {
    let reports = silent();
    let table = CodeTable::of(&reports);
    let tree = FaultTree::of(&table, &[slug("redis")]);
    let of = BreaksOf {
        tree,
        ..BreaksOf::default()
    };
    let (_, asked) = mode(&table, "overload")
        .split_once("Questions for a design review")
        .map(|(before, after)| (before.to_owned(), after.to_owned()))
        .unwrap();
    let quoted: Vec<PublicReport<crate::anonymise::RedactedText>> = Vec::new();
    let stack = Checklist::from_counts(&table.all().counts(), &quoted.iter().collect::<Vec<_>>());
    let pages = [
        (
            "breaks",
            BreaksPage::new(Layout::default(), &of, &[])
                .html(crate::portal::Language::English)
                .unwrap(),
        ),
        ("pre-mortem", pre_mortem(&table, &["redis"])),
        (
            "incident",
            checklist(&table, Occasion::Incident)
                .html(crate::portal::Language::English)
                .unwrap(),
        ),
        (
            "on call",
            checklist(&table, Occasion::OnCall)
                .html(crate::portal::Language::English)
                .unwrap(),
        ),
        (
            "review",
            checklist(&table, Occasion::Review)
                .html(crate::portal::Language::English)
                .unwrap(),
        ),
        ("design review", asked),
        ("stack", serde_json::to_string(&stack).unwrap()),
    ];
    for (name, page) in pages {
        let page = page.to_lowercase();
        for nothing in [
            "none identified",
            "none realised",
            "recovered by itself",
            "vendor fixed it",
            "coincidence",
            "detected as designed",
            ">other<",
            "\"other\"",
        ] {
            assert!(!page.contains(nothing), "{name}: {nothing}");
        }
    }
    assert!(!technology(&table).contains("failed: other"));
}

#[test]
fn links_to_failure_modes_lead_somewhere() {
    let silent = CodeTable::of(&silent());
    let own = [
        technology(&silent),
        mode(&silent, "overload"),
        statistics(&silent),
    ];
    let own = own.into_iter().map(|html| ("other".to_owned(), html));
    for (name, html) in samples::pages().into_iter().chain(own) {
        for link in html.split("\"/patterns/").skip(1) {
            let slug = link.split(['"', '?', '#', '.']).next().unwrap();
            let page = ["combinations", "together", "breaks", "chains", "retold"];
            let known = slug.parse().is_ok_and(|slug| {
                Taxonomy::builtin()
                    .term(ListId::FailureModes, &slug)
                    .is_some()
            });
            assert!(known || page.contains(&slug), "{name}: /patterns/{slug}");
        }
    }
}

#[test]
fn a_checklist_to_take_along_says_where_there_are_too_few() {
    let table = CodeTable::of(&different(1));
    let text = checklist(&table, Occasion::OnCall).text(&crate::export::Site::nowhere());
    assert!(text.contains("too few reports"), "{text}");
    assert!(!text.contains("at least"), "{text}");
}

#[test]
fn a_tree_names_what_is_too_much_for_it() {
    let of = BreaksOf {
        left_out: vec![slug("redis"), slug("nginx")],
        ..BreaksOf::default()
    };
    let html = BreaksPage::new(Layout::default(), &of, &[])
        .html(crate::portal::Language::English)
        .unwrap();
    assert!(html.contains("Left out: Redis and NGINX."));
}

#[test]
fn what_is_about_any_of_a_stack_says_or() {
    let stack = vec![slug("redis"), slug("nginx")];
    let of = ChecklistOf {
        stack,
        ..ChecklistOf::default()
    };
    let lists = ChecklistsPage::new(Layout::default(), of)
        .html(crate::portal::Language::English)
        .unwrap();
    assert!(lists.contains("For Redis or NGINX"));
    let ahead = pre_mortem(&CodeTable::of(&different(4)), &["redis", "nginx"]);
    assert!(ahead.contains("about Redis or NGINX"));
}
