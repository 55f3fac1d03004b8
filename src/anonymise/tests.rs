//! What the anonymiser promises as a whole.

mod hostile;
mod laws;

use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;

static ANONYMISER: LazyLock<Anonymiser> = LazyLock::new(|| {
    let plain = [
        "Kafka",
        "Apache Kafka",
        "PostgreSQL",
        "Postgres",
        "Redis",
        "Kubernetes",
        "Grafana",
        "PagerDuty",
        "Terraform",
        "etcd",
        "Patroni",
        "C++",
        ".NET",
    ];
    let ambiguous = [
        "Jenkins",
        "Cassandra",
        "Oracle",
        "Go",
        "Express",
        "Salt",
        "Aurora",
    ];
    let keep = |ambiguous| move |name| KeepName { name, ambiguous };
    Anonymiser::new(
        plain
            .into_iter()
            .map(keep(false))
            .chain(ambiguous.into_iter().map(keep(true))),
    )
});

fn run(text: &str, declared: &[&str]) -> Anonymised {
    let wishes = Wishes::removing(declared.iter().map(|name| RawText::new(*name)));
    ANONYMISER.anonymise(&RawText::new(text), &wishes)
}

/// The parts of `text` that are removed.
pub(super) fn removed(text: &str) -> Vec<String> {
    removed_with(text, &[])
}

/// The parts of `text` that are removed where names are declared.
pub(super) fn removed_with(text: &str, declared: &[&str]) -> Vec<String> {
    let points: Vec<char> = text.chars().collect();
    run(text, declared)
        .redactions
        .iter()
        .map(|r| points[r.start..r.end].iter().collect())
        .collect()
}

/// What `text` becomes.
pub(super) fn written(text: &str) -> String {
    run(text, &[]).text.as_str().to_owned()
}

/// Whether nothing of `text` is removed.
pub(super) fn stays(text: &str) -> bool {
    removed(text).is_empty()
}

#[test]
fn a_mark_is_not_marked_again() {
    for text in ["Thread: [link]\n", "group \"[Channel 1]\" was read\n"] {
        assert_eq!(written(text), text);
    }
}

#[test]
fn technologies_stay_and_people_go() {
    assert!(stays(
        "Jenkins and Kafka were stuck, Cassandra and Oracle were not."
    ));
    assert_eq!(
        removed("Our Jenkins is looked after by Paul Jenkins."),
        ["Paul Jenkins"]
    );
    assert_eq!(
        run("Ask Paul Jenkins about Jenkins.", &[]).text.as_str(),
        "Ask [Person A] about Jenkins."
    );
}

#[test]
fn technologies_stay_among_technologies_and_without_a_person() {
    for text in [
        "Kafka and Cassandra were slow.",
        "Cassandra and Kafka saw timeouts.",
        "Redis, Jenkins and Salt rolled back.",
        "Oracle/Kafka was down.",
        "Kafka (and Cassandra) failed.",
        "Grafana & Cassandra lost quorum.",
        "Then Cassandra ran out of memory.",
        "Cassandra writes timed out.",
    ] {
        assert!(stays(text), "{text}: {:?}", removed(text));
    }
    for text in [
        "Cassandra said that Kafka was fine.",
        "Later Kafka, Cassandra said, was fine.",
        "We asked Cassandra to restart Kafka.",
    ] {
        assert_eq!(removed(text), ["Cassandra"], "{text}");
    }
}

#[test]
fn one_person_has_one_placeholder() {
    let text =
        "Meenakshi Raghunathan was paged. Later Meenakshi and M. Raghunathan (mraghunathan) left.";
    assert_eq!(
        run(text, &[]).text.as_str(),
        "[Person A] was paged. Later [Person A] and [Person A] ([Person A]) left."
    );
}

#[test]
fn fields_of_one_report_share_placeholders_and_zero() {
    let (a, b) = (
        RawText::new("At 10:00 Priya Venkataraman saw it."),
        RawText::new("Priya fixed it at 10:12."),
    );
    let out = ANONYMISER.anonymise_all(&[&a, &b], &Wishes::default());
    assert_eq!(out[0].text.as_str(), "At [T+0] [Person A] saw it.");
    assert_eq!(out[1].text.as_str(), "[Person A] fixed it at [T+12m].");
}

#[test]
fn a_declared_name_wins_over_a_technology() {
    assert!(
        !run("Oracle runs Kafka", &["Oracle"])
            .text
            .as_str()
            .contains("Oracle")
    );
}

#[test]
fn a_kept_word_stays_unless_it_is_a_secret_or_declared() {
    let run = |text: &str, remove: &[&str], keep: &[&str]| {
        let raw = |words: &[&str]| words.iter().map(|word| RawText::new(*word)).collect();
        let wishes = Wishes {
            remove: raw(remove),
            keep: raw(keep),
            plain_style: false,
        };
        let text = ANONYMISER.anonymise(&RawText::new(text), &wishes).text;
        text.as_str().to_owned()
    };
    let text = "Quillpay was slow, then QUILLPAY's queue filled up.";
    assert!(!run(text, &[], &[]).contains("illp"));
    assert_eq!(run(text, &[], &["quillpay"]), text);
    let both = run(text, &["Quillpay"], &["Quillpay"]);
    assert!(!both.to_lowercase().contains("quillpay"), "{both}");
    for never in [
        "hunter2!Winter",
        "ops@mail.example",
        "+44 1632 960 001",
        "4111 1111 1111 1111",
        "GB29 NWBK 6016 1331 9268 19",
        "https://u:p@shop.example/x",
    ] {
        let text = format!("the password: hunter2!Winter. Call {never} today");
        assert!(!run(&text, &[], &[never]).contains(never), "{never}");
    }
}

#[test]
fn hidden_characters_hide_nothing() {
    let out = run("ask Mee\u{200B}nakshi Raghu\u{AD}nathan", &[]);
    assert_eq!(out.text.as_str(), "ask [Person A]");
    assert_eq!((out.redactions[0].start, out.redactions[0].end), (4, 27));
}

fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        8 => prop::sample::select(vec![
            "the", "server", "Kafka", "Quillpay", "quillpay-db-01", "Priya", "Venkataraman", "11:42", "2024-03-14", "a.b@shop.example", "10.0.0.7", "paged", "#inc-7-x", "OPS-12",
            "[Person A]", "[T+0]", "€1.2m", "6,214 merchants", "at", "by", "Mr", "Paul", "Jenkins", "\n", "- ", "**", ":", "(", ")", "hunter2!Winter", "password:", "é", "🎉", "4111 1111 1111 1111",
            "monday", "Q3", "&amp;", "&#64;", "%40", "*Tom*", "**Mee**na", "_Tom_", "*", "_", "#64;", "in 2022", "Bank", "customer", "Acme", "user", "dkim", "ap-south-1b", "Lisbon", "T", "[", "]", "'s", "–", "July 4", "the 4th", ".", ",",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ];
    prop::collection::vec(
        (
            word,
            prop::sample::select(vec![" ", " ", " ", "", "\n", ". "]),
        ),
        0..40,
    )
    .prop_map(|parts| parts.into_iter().map(|(word, gap)| word + gap).collect())
}

#[test]
fn a_line_of_odd_signs_is_settled_after_one_run() {
    let text = "é . Venkataraman \u{fffc}D( A\u{10af0}\u{16ff0} \u{1ee61} 4111 1111 1111 1111 customer the 4th 11:42 ";
    let once = run(text, &[]).text;
    assert_eq!(run(once.as_str(), &[]).text, once);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn redactions_are_sorted_whole_and_lead_from_the_given_text_to_the_made_one(text in words()) {
        let out = run(&text, &[]);
        let points = text.chars().count();
        let mut last = 0;
        for r in &out.redactions {
            prop_assert!(last <= r.start && r.start < r.end && r.end <= points, "{:?}", r);
            last = r.end;
        }
    }

    #[test]
    fn a_second_run_changes_nothing(text in words()) {
        let once = run(&text, &[]);
        let twice = run(once.text.as_str(), &[]);
        prop_assert_eq!(once.text.as_str(), twice.text.as_str());
    }

    #[test]
    fn declared_names_are_gone_in_any_case(text in words(), upper in any::<bool>(), glue in prop::sample::select(vec![" ", "-", "_", ".", "Db", ""])) {
        let name = if upper { "ZORBLAX" } else { "Zorblax" };
        let out = run(&format!("{text}x {name}{glue}prod zorblax"), &["zorblax"]);
        prop_assert!(!out.text.as_str().to_lowercase().contains("zorblax"), "{}", out.text);
    }

    #[test]
    fn nothing_detected_survives(local in "[a-z]{1,8}", a in 11u8..120, b in any::<u8>(), text in words()) {
        let out = run(&format!("{text} {local}@mail.example and {a}.{b}.3.4 end"), &[]);
        let left = out.text.as_str();
        let mail = format!("{local}@mail.example");
        let address = format!("{a}.{b}.3.4");
        prop_assert!(!left.contains(&mail), "{}", left);
        prop_assert!(!left.contains(&address), "{}", left);
    }
}

#[test]
fn every_rule_finds_its_own_example() {
    let mut wrong = Vec::new();
    for rule in rules() {
        let example = rule.example.replace("\\n", "\n");
        let (start, end) = (example.find('{').unwrap(), example.find('}').unwrap() - 1);
        let text = example.replace(['{', '}'], "");
        let out = run(
            &text,
            if rule.code == "declared-name" {
                &["Heron"]
            } else {
                &[]
            },
        );
        let points = |at: usize| text.char_indices().take_while(|(i, _)| *i < at).count();
        let wanted = (rule.code, points(start), points(end));
        if !out
            .redactions
            .iter()
            .any(|r| (r.rule, r.start, r.end) == wanted)
        {
            wrong.push(format!("{}: {text}: {:?}", rule.code, out.redactions));
        }
    }
    assert!(
        wrong.is_empty(),
        "the example in the doc comment on a rule's code (`Example: ...`) must be a text in which \
         that rule removes what stands in braces; mend the example, then run `cargo test --test \
         rules`, which rewrites schema/rules.tsv:\n{}",
        wrong.join("\n")
    );
}
