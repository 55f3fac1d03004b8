//! A checklist holds what helped, and nothing that nobody can do.

use crate::anonymise::RedactedText;
use crate::report::{
    Action, Coded, Coder, Confidence, Period, PublicReport, RecordKind, Report, ReportId,
};
use crate::stack::{Answer, Checklist, Fit, Stack};

fn coded(code: &str) -> Coded {
    Coded {
        code: code.parse().unwrap(),
        coder: Coder::Analyst,
        confidence: Confidence::High,
    }
}

fn public() -> PublicReport<RedactedText> {
    let period: Period = "2026-10".parse().unwrap();
    PublicReport {
        id: ReportId::random(),
        published: period,
        revision: 0,
        sample: false,
        changes: Vec::new(),
        report: Report {
            kind: RecordKind::Incident,
            title: RedactedText::from_store("Cache *gone*".to_owned()),
            helped_codes: vec![
                coded("coincidence-luck"),
                coded("practised-drill"),
                coded("other"),
            ],
            actions: vec![Action {
                text: RedactedText::from_store("Limit <retries>".to_owned()),
                ..Action::default()
            }],
            ..Report::default()
        },
    }
}

#[test]
fn luck_is_on_no_checklist_and_words_stay_words() {
    let report = public();
    let shared = vec!["redis".parse().unwrap()];
    let others = [public(), public()];
    let checklist = Checklist::of(&[&report, &others[0], &others[1]]);
    let few = serde_json::to_string(&Checklist::of(&[&report, &others[0]])).unwrap();
    assert!(!few.contains("drill") && few.contains("retries"), "{few}");
    let id = report.id;
    let answer = Answer {
        total: 1,
        reports: vec![(report, Fit { score: 1.0, shared })],
        checklist,
        considered: 1,
    };
    let markdown = answer.markdown(&Stack::of(["redis".parse().unwrap()]));
    assert!(
        markdown.contains("- [ ] **Practised drill.**"),
        "{markdown}"
    );
    assert!(
        !markdown.contains("Luck") && !markdown.contains("**Other"),
        "{markdown}"
    );
    assert!(
        markdown.contains(&format!("- [ ] Limit \\<retries> (report {id})")),
        "{markdown}"
    );
    assert!(markdown.contains("- Cache \\*gone\\*: Redis"), "{markdown}");
    assert!(
        Answer::default()
            .markdown(&Stack::default())
            .contains("No technology")
    );
}
