//! What is typed is understood; what was understood can be typed.

mod asked;
mod mistakes;
mod small;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::codes::{MANY, ONE, by_reporter, of_id};
use super::{
    FieldError, FieldErrorKind, Fields, GUIDE, ReceiptForm, ReportForm, SignInForm, StartForm,
};
use crate::anonymise::RawText;
use crate::portal::Labels;
use crate::portal::samples::slug;
use crate::portal::view::FormFields;
use crate::report::{
    Action, ActionResult, ActionStatus, Disclosed, Effect, EventType, Factor, Mitigation,
    Narrative, Primary, RecordKind, Report, Severity, Slug, Strength, TechnologyRole,
    TechnologyUse, Term, TimelineEvent,
};
use crate::taxonomy::ListId;

fn labels() -> Labels {
    Labels::builtin()
}

/// The pairs a browser sends for a page, from its HTML.
fn sent(html: &str) -> Fields {
    let mut pairs = Vec::new();
    let mut select: Option<(String, Option<String>)> = None;
    for part in html.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap();
        let attribute = |name: &str| {
            Some(unescape(
                tag.split(&format!(" {name}=\""))
                    .nth(1)?
                    .split('"')
                    .next()?,
            ))
        };
        match tag.split([' ', '\n']).next().unwrap() {
            "input"
                if attribute("type").as_deref() == Some("checkbox")
                    && !tag.ends_with(" checked") => {}
            "input" => pairs.push((attribute("name").unwrap(), attribute("value").unwrap())),
            "textarea" => pairs.push((
                attribute("name").unwrap(),
                unescape(text.strip_prefix('\n').unwrap()),
            )),
            "select" => select = Some((attribute("name").unwrap(), None)),
            "option" => {
                let Some((_, chosen)) = &mut select else {
                    continue;
                };
                if chosen.is_none() || tag.ends_with(" selected") {
                    *chosen = attribute("value");
                }
            }
            "/select" => {
                let (name, chosen) = select.take().unwrap();
                pairs.push((name, chosen.unwrap()));
            }
            _ => {}
        }
    }
    Fields::new(pairs)
}

fn unescape(text: &str) -> String {
    text.replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&#38;", "&")
}

/// A line that is only text: it begins with a letter and has no colon or hash.
fn line() -> impl Strategy<Value = String> {
    "[a-zA-ZæøåÄéß]{1,8}( [a-zA-Z0-9<>&\"'(){}.;!?+*~-]{1,9}){0,5}"
}

fn text() -> impl Strategy<Value = String> {
    vec(line(), 1..4).prop_map(|lines| lines.join("\n\n"))
}

fn term(list: ListId) -> impl Strategy<Value = Slug> {
    let ids: Vec<_> = labels()
        .groups(list)
        .into_iter()
        .flat_map(|group| group.terms)
        .map(|term| slug(&term.id))
        .collect();
    select(ids)
}

/// A value of a small enum by its id.
fn by_id<T: serde::de::DeserializeOwned + Clone + std::fmt::Debug + 'static>(
    ids: &'static [&'static str],
) -> impl Strategy<Value = T> {
    select(ids).prop_map(|id| of_id(id).unwrap())
}

prop_compose! {
    fn event()(offset in option::of(-3000_i64..30_000), approximate: bool, event in option::of(by_id::<EventType>(&["impact", "repair", "trigger-actual"])), text in line()) -> TimelineEvent<String> {
        TimelineEvent { offset_minutes: offset, approximate, event, text }
    }
}

prop_compose! {
    fn mitigation()(effect in option::of(by_id::<Effect>(&["worked", "partly", "no-effect", "made-worse"])), code in option::of(term(ListId::Mitigations)), text in line()) -> Mitigation<String> {
        Mitigation { code: code.map(by_reporter), effect, text }
    }
}

prop_compose! {
    fn action()(
        text in line(),
        term in option::of(by_id::<Term>(&["short", "long"])),
        class in option::of(term(ListId::Remediations)),
        strength in option::of(by_id::<Strength>(&["strong", "weak"])),
        status in option::of(by_id::<ActionStatus>(&["done", "verified-in-exercise", "dropped"])),
        result in option::of(by_id::<ActionResult>(&["held", "no-effect"])),
    ) -> Action<String> {
        Action { text, term, class, strength, status, result, followups: vec![] }
    }
}

fn factor() -> impl Strategy<Value = Factor<String>> {
    let leaf = (line(), option::of(term(ListId::Factors))).prop_map(|(text, code)| Factor {
        text,
        code: code.map(by_reporter),
        children: vec![],
    });
    leaf.prop_recursive(3, 8, 3, |inner| {
        (line(), vec(inner, 0..3)).prop_map(|(text, children)| Factor {
            text,
            code: None,
            children,
        })
    })
}

fn technologies() -> impl Strategy<Value = Vec<TechnologyUse>> {
    let one = (
        select(vec!["postgresql", "nginx", "apache-kafka", "redis"]),
        option::of(select(vec!["15", "2.4"])),
        option::of(by_id::<TechnologyRole>(&["failed-component", "bystander"])),
    );
    vec(one, 0..4).prop_map(|drawn| {
        let mut used: Vec<TechnologyUse> = Vec::new();
        for (id, version, role) in drawn {
            if used.iter().all(|other| other.slug.as_str() != id) {
                used.push(TechnologyUse {
                    slug: slug(id),
                    version: version.map(|v| v.parse().unwrap()),
                    role,
                    problem: None,
                    state: role.and(of_id("slow")),
                });
            }
        }
        used
    })
}

prop_compose! {
    fn texts()(title in line(), synopsis in line(), summary in text(), impact in text(), detection in text(), told in vec((option::of(line()), option::of(term(ListId::ReporterRoles)), text()), 0..3), lists in vec(vec(line(), 0..3), 3)) -> Report<String> {
        let mut lists = lists.into_iter();
        let mut report = Report {
            title, synopsis, summary,
            narratives: told.into_iter().map(|(heading, perspective, text)| Narrative { perspective, heading, text }).collect(),
            helped: lists.next().unwrap(), luck: lists.next().unwrap(), lessons: lists.next().unwrap(),
            ..Report::default()
        };
        report.impact.text = impact;
        report.detection.text = detection;
        report
    }
}

prop_compose! {
    fn report()(
        mut report in texts(),
        kind in select(RecordKind::ALL.to_vec()),
        severity in option::of(1..=5_u8),
        period in option::of(select(vec!["2026-Q4", "2026-10", "2025"])),
        hours in option::of(select(vec!["00-06", "18-24"])),
        timeline in vec(event(), 0..6),
        factors in vec(factor(), 0..4),
        primary in 0..6_usize,
        mitigations in vec(mitigation(), 0..4),
        actions in vec(action(), 0..4),
        technologies in technologies(),
        modes in proptest::sample::subsequence(vec!["retry-storm", "overload", "disk-full"], 0..3),
        sector in option::of(option::of(term(ListId::Sectors))),
        extent in option::of(term(ListId::ImpactExtents)),
    ) -> Report<String> {
        report.primary = match primary {
            4 => Primary::Ambiguous,
            index if index < factors.len() => Primary::Factor(index),
            _ => Primary::Unstated,
        };
        report.kind = kind;
        report.severity = severity.map(|step| Severity::try_from(step).unwrap());
        report.period = period.map(|period| period.parse().unwrap());
        report.hours = hours.and_then(of_id);
        (report.timeline, report.factors, report.mitigations) = (timeline, factors, mitigations);
        (report.actions, report.technologies) = (actions, technologies);
        // A browser sends ticked boxes in the order of the page.
        let listed = labels().groups(ListId::FailureModes).into_iter().flat_map(|group| group.terms);
        report.failure_modes = listed.filter(|term| modes.contains(&term.id.as_str())).map(|term| by_reporter(slug(&term.id))).collect();
        report.context.sector = match sector {
            None => Disclosed::Unknown,
            Some(None) => Disclosed::Removed,
            Some(Some(slug)) => Disclosed::Known(slug),
        };
        report.impact.extent = extent;
        report
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_report_survives_its_form(report in report()) {
        let form = ReportForm::from_report(&report, labels());
        let html = FormFields::new(form, &[], labels()).to_string();
        let back = ReportForm::parse(&sent(&html)).to_report(labels()).unwrap();
        prop_assert_eq!(back.map_text(|text| text.expose().to_owned()), report);
    }

    #[test]
    fn whatever_is_typed_is_an_answer(timeline in "\\PC{0,80}", factors in "[ \t\n!#a-c:-]{0,60}", other in "\\PC{0,80}") {
        let names = ["mitigations", "actions", "technologies", "period", "kind", "sector", "failure_modes"];
        let mut pairs: Vec<_> = names.map(|name| (name.to_owned(), other.clone())).into();
        pairs.push(("timeline".into(), timeline));
        pairs.push(("factors".into(), factors));
        let _ = ReportForm::parse(&Fields::new(pairs)).to_report(labels());
    }
}

fn typed(pairs: &[(&str, &str)]) -> ReportForm {
    let told = [("title", "T"), ("summary", "S")];
    ReportForm::parse(&Fields::new(
        told.iter()
            .chain(pairs)
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
    ))
}

#[test]
fn times_are_understood_as_people_write_them() {
    let cases = [
        ("+12m text", Some(12)),
        ("+90m text", Some(90)),
        ("+1h40m text", Some(100)),
        ("+1h 40m text", Some(100)),
        ("+01:40 text", Some(100)),
        ("+1d 03:10 text", Some(1630)),
        ("+2d text", Some(2880)),
        ("-5m text", Some(-5)),
        ("- +12min text", Some(12)),
        ("? text", None),
        ("text", None),
        ("+5 servers", None),
    ];
    for (line, minutes) in cases {
        let report = typed(&[("timeline", line)]).to_report(labels()).unwrap();
        assert_eq!(report.timeline[0].offset_minutes, minutes, "{line}");
        if line != "+5 servers" {
            assert_eq!(report.timeline[0].text.expose(), "text", "{line}");
        }
    }
    assert!(
        typed(&[("timeline", "~+12m text")])
            .to_report(labels())
            .unwrap()
            .timeline[0]
            .approximate
    );
}

#[test]
fn a_tree_is_read_from_its_indentation() {
    let report = typed(&[(
        "factors",
        "- one\n    - under one\n      - under that\n! two\n\tunder two\n",
    )])
    .to_report(labels())
    .unwrap();
    assert_eq!(report.factors.len(), 2);
    assert_eq!(
        report.factors[0].children[0].children[0].text.expose(),
        "under that"
    );
    assert_eq!(report.factors[1].children[0].text.expose(), "under two");
    assert_eq!(report.primary, Primary::Factor(1));
}

#[test]
fn what_does_not_fit_is_named_by_its_field() {
    let form = ReportForm::parse(&Fields::new([
        ("timeline".to_owned(), "fine\n+999999999d far".to_owned()),
        (
            "technologies".to_owned(),
            "PostgreSQL 15, no such thing".to_owned(),
        ),
        ("period".to_owned(), "last week".to_owned()),
        ("failure_modes".to_owned(), "made-up".to_owned()),
    ]));
    let errors = form.to_report(labels()).unwrap_err();
    let found = |name: &str| {
        &errors
            .iter()
            .find(|error| error.field == name)
            .unwrap()
            .kind
    };
    assert!(matches!(found("title"), FieldErrorKind::TitleMissing));
    assert!(matches!(
        found("timeline"),
        FieldErrorKind::BadOffset { line: 2 }
    ));
    assert!(
        matches!(found("technologies"), FieldErrorKind::UnknownTechnology(name) if name.expose() == "no such thing")
    );
    assert!(matches!(found("period"), FieldErrorKind::BadPeriod));
    assert!(matches!(
        found("failure_modes"),
        FieldErrorKind::UnknownChoice
    ));
    assert!(
        !format!("{errors:?} {form:?}").contains("such thing"),
        "raw text is never printed"
    );
}

#[test]
fn every_choice_of_the_forms_has_a_place_in_a_report() {
    let mut report = Report::<String>::default();
    for field in ONE {
        field.write(&mut report, Some(slug("x")), false);
        assert_eq!(field.read(&report), "x", "{}", field.name);
    }
    for (index, field) in MANY.iter().enumerate() {
        field.push(&mut report, by_reporter(slug(&format!("c{index}"))));
    }
    for (index, field) in MANY.iter().enumerate() {
        assert_eq!(field.read(&report).len(), 1, "{}", field.name);
        assert_eq!(field.read(&report)[0].code.as_str(), format!("c{index}"));
    }
}
