//! Reports for the tests: a usual one, the fullest, one with hostile text, and one with nothing.

use std::sync::LazyLock;

use crate::anonymise::{Anonymiser, KeepName, RawText, RedactedText, Wishes};
use crate::report::{
    Action, ActionResult, ActionStatus, Checkpoint, Coded, Coder, ComponentProblem, Confidence,
    Context, DependencyState, Disclosed, Effect, EventType, Factor, FollowUp, HourBlock,
    Mitigation, Narrative, Outcome, Primary, PublicReport, RecordKind, Report, ReportId, Severity,
    Slug, Strength, TechnologyRole, TechnologyUse, Term, TimelineEvent,
};
use crate::taxonomy::Taxonomy;

/// What the anonymiser makes of a text.
pub(crate) fn redacted(text: &str) -> RedactedText {
    static ANONYMISER: LazyLock<Anonymiser> = LazyLock::new(|| {
        let names = Taxonomy::builtin().keep_names();
        Anonymiser::new(names.map(|(name, ambiguous)| KeepName { name, ambiguous }))
    });
    ANONYMISER
        .anonymise(&RawText::new(text), &Wishes::default())
        .text
}

pub(crate) fn slug(id: &str) -> Slug {
    id.parse().unwrap()
}

fn coded(id: &str) -> Coded {
    Coded {
        code: slug(id),
        coder: Coder::Machine,
        confidence: Confidence::Medium,
    }
}

fn event(at: Option<i64>, sort: EventType, text: &str) -> TimelineEvent<RedactedText> {
    TimelineEvent {
        offset_minutes: at,
        approximate: false,
        event: Some(sort),
        text: redacted(text),
    }
}

fn factor(text: &str, code: &str, children: Vec<Factor<RedactedText>>) -> Factor<RedactedText> {
    Factor {
        text: redacted(text),
        code: Some(coded(code)),
        children,
    }
}

fn tried(effect: Effect, text: &str) -> Mitigation<RedactedText> {
    Mitigation {
        code: None,
        effect: Some(effect),
        text: redacted(text),
    }
}

fn used(id: &str, role: TechnologyRole, state: Option<DependencyState>) -> TechnologyUse {
    TechnologyUse {
        slug: slug(id),
        version: None,
        role: Some(role),
        problem: None,
        state,
    }
}

fn public(id: u32, report: Report<RedactedText>) -> PublicReport<RedactedText> {
    let id: ReportId = format!("00000000-0000-4000-8000-{id:012}").parse().unwrap();
    PublicReport {
        id,
        published: "2026-10".parse().unwrap(),
        revision: 0,
        sample: true,
        changes: Vec::new(),
        report,
    }
}

/// A report as most are once an analyst has coded it.
#[expect(clippy::too_many_lines, reason = "one report, whole")]
pub(crate) fn usual() -> PublicReport<RedactedText> {
    let mut mongo = used(
        "mongodb",
        TechnologyRole::Dependency,
        Some(DependencyState::Down),
    );
    mongo.version = Some("6.0".parse().unwrap());
    let mut report = Report {
        kind: RecordKind::Incident,
        title: redacted("Retries at three layers keep pricing down after its database is back"),
        synopsis: redacted(
            "A twelve-second election slowed pricing. App, edge and matcher each retried on their own; together they sent seventeen times the usual load and pricing could not come up again.",
        ),
        summary: redacted(
            "A slow dependency made riders’ apps retry. Each layer retried on its own: app 3×, edge 2×, matcher 4×. Multiplied, one tap became up to **24 calls**.\n\nPricing stayed down long after the election that set it off was over. [Engineer B] saw the ratio of calls to trips and [Team A] limited the load at the gateway.",
        ),
        narratives: vec![
            Narrative {
                perspective: Some(slug("on-call")),
                heading: Some(redacted("What it looked like from the matcher")),
                text: redacted(
                    "The loop in the matcher had been there since the first release:\n\n```go\nfor i := 0; i < 4; i++ {   // TODO backoff\n    price, err = c.Quote(ctx, trip)\n    if err == nil { break }\n}\n```\n\nWe restarted the pods twice. They came up, took the whole queue at once and were killed for memory in eight seconds. `[Host 2]` never passed its first health check.\n\n## What we thought then\n\n- the election had not finished;\n- or the new index was missing.\n\nNeither was true. [Engineer B], on the telephone, asked how many *trips* there were behind those calls.",
                ),
            },
            Narrative {
                perspective: None,
                heading: None,
                text: redacted(
                    "Customer care knew a minute before the alert. Nobody had a way to tell the engineers except the same channel everybody else was writing in.",
                ),
            },
        ],
        timeline: vec![
            event(
                Some(0),
                EventType::TriggerActual,
                "Planned stepdown of the pricing database. The election takes 12 s.",
            ),
            event(
                Some(1),
                EventType::SystemBehaviour,
                "Pricing answers in 30 s; its thread pool is full, 512 of 512.",
            ),
            event(
                Some(2),
                EventType::Impact,
                "Customer care hears of “no drivers nearby”.",
            ),
            event(
                Some(3),
                EventType::Communication,
                "The error-rate alert pages [Engineer A].",
            ),
            event(
                Some(9),
                EventType::MitigatorPotential,
                "Pricing is restarted. The pods die in 8 s, out of memory.",
            ),
            event(
                Some(12),
                EventType::HypothesisGenerated,
                "The election has not finished, somebody thinks.",
            ),
            event(
                Some(18),
                EventType::HypothesisDisproved,
                "It has; the primary is healthy.",
            ),
            event(
                Some(21),
                EventType::InformationDiagnostic,
                "[Engineer B] compares calls with trips: 17 to 1.",
            ),
            event(
                Some(34),
                EventType::MitigatorActual,
                "The gateway lets 2 000 quotes a second through and answers 429 to the rest.",
            ),
            event(
                Some(38),
                EventType::SystemBehaviour,
                "Old app versions ignore the 429 and retry at once.",
            ),
            event(
                Some(43),
                EventType::MitigatorActual,
                "The matcher’s retries are set to none.",
            ),
            event(
                Some(50),
                EventType::Repair,
                "Pricing is stable; the limit is raised in steps.",
            ),
            event(Some(58), EventType::Repair, "The limit is gone. All clear."),
        ],
        factors: vec![
            factor(
                "Three layers retried, each without a budget",
                "missing-safeguard-or-limit",
                vec![
                    factor(
                        "Nobody owned retries across layers",
                        "ownership-unclear",
                        vec![],
                    ),
                    factor(
                        "The mesh has retry budgets; they were never configured",
                        "unsafe-default",
                        vec![factor(
                            "A note closed the earlier action with “the mesh handles it”",
                            "earlier-action-item-open",
                            vec![],
                        )],
                    ),
                ],
            ),
            factor(
                "Pricing came up with an empty cache and took full load at once",
                "capacity-headroom",
                vec![],
            ),
            factor(
                "The stepdown was planned for the busiest evening of the year",
                "change-coordination",
                vec![],
            ),
        ],
        primary: Primary::Factor(0),
        mitigations: vec![
            tried(
                Effect::MadeWorse,
                "Restart pricing: the caches were cold and the queue was waiting",
            ),
            tried(
                Effect::Partly,
                "Limit quotes at the gateway, with Retry-After",
            ),
            tried(Effect::Worked, "Set the matcher’s retries to none"),
        ],
        helped: vec![redacted(
            "The person with the right idea was listened to, over the telephone.",
        )],
        luck: vec![redacted(
            "The payment partner was in its own maintenance window; otherwise riders would have paid twice.",
        )],
        actions: vec![
            Action {
                text: redacted("One layer retries, at the edge, with a budget of 10 %"),
                term: Some(Term::Short),
                class: None,
                strength: Some(Strength::Strong),
                status: Some(ActionStatus::Done),
                result: Some(ActionResult::Held),
                followups: vec![
                    FollowUp {
                        after: Checkpoint::Days30,
                        outcome: Outcome::Done,
                        why: redacted(""),
                    },
                    FollowUp {
                        after: Checkpoint::Days90,
                        outcome: Outcome::Held,
                        why: redacted("Two slow days of [Service B] since, and nobody was paged"),
                    },
                ],
            },
            Action {
                text: redacted("Pricing sheds calls that say they are retries"),
                term: Some(Term::Long),
                class: None,
                strength: Some(Strength::Strong),
                status: Some(ActionStatus::Scheduled),
                result: None,
                followups: vec![],
            },
            Action {
                text: redacted("No stepdowns on holidays"),
                term: Some(Term::Short),
                class: None,
                strength: Some(Strength::Weak),
                status: Some(ActionStatus::Accepted),
                result: None,
                followups: vec![],
            },
        ],
        lessons: vec![redacted(
            "Retries multiply across layers. Give the whole path one budget, and let one layer spend it.",
        )],
        technologies: vec![
            mongo,
            used("kong", TechnologyRole::ResponseTool, None),
            used("linkerd", TechnologyRole::Bystander, None),
        ],
        events: vec![coded("throughput-collapse")],
        triggers: vec![coded("failover-or-restart")],
        phases: vec![coded("planned-maintenance")],
        failure_modes: vec![coded("retry-storm"), coded("other")],
        helped_codes: vec![coded("coincidence-luck")],
        automation: vec![coded("amplified")],
        difficulties: vec![],
        context: Context {
            sector: Disclosed::Known(slug("transport")),
            size: Disclosed::Removed,
            ..Context::default()
        },
        period: Some("2026-Q2".parse().unwrap()),
        hours: Some(HourBlock::Evening),
        severity: Some(Severity::try_from(4).unwrap()),
        ..Report::default()
    };
    report.impact.text =
        redacted("Most riders in two countries could not get a price for close to an hour.");
    report.impact.who = vec![coded("end-users"), coded("partners")];
    report.impact.kinds = vec![coded("function-unavailable")];
    report.detection.text = redacted(
        "An alert on the error rate, three minutes in. Customer care knew a minute earlier.",
    );
    report.detection.detectors = vec![coded("slo-or-symptom-alert"), coded("customer-report")];
    public(1, report)
}

/// Everything at its longest, with a gap of days in the timeline.
pub(crate) fn fullest() -> PublicReport<RedactedText> {
    let mut report = usual();
    report.id = "00000000-0000-4000-8000-000000000002".parse().unwrap();
    report.revision = 3;
    let body = &mut report.report;
    let long = "Verantwortungsdiffusionsvermeidungsstrategiepapierentwurf and a-very-long-identifier-without-any-place-to-break_0123456789abcdefghijklmnopqrstuvwxyz";
    body.title = redacted(&format!("{} {long}", body.title));
    body.kind = RecordKind::DegradationUnnoticed;
    body.summary = redacted(&format!("{}\n\n{}", body.summary, "A paragraph that goes on for a while and says the same thing again, as write-ups do when they were written at four in the morning. ".repeat(12)));
    for step in 0..40 {
        body.timeline.push(TimelineEvent {
            offset_minutes: (step % 7 != 3).then_some(70 + step * 4),
            approximate: step % 5 == 0,
            event: None,
            text: redacted(&format!(
                "Step {step}: {}",
                long.get(..40 + usize::try_from(step).unwrap()).unwrap()
            )),
        });
    }
    body.timeline.push(event(
        Some(6 * 1440 + 95),
        EventType::Repair,
        "The last of the old app versions is gone.",
    ));
    let mut deep = factor("The innermost condition", "latent-defect", vec![]);
    for level in 0..6 {
        deep = factor(
            &format!("A condition at level {level}, {long}"),
            "complexity-or-coupling",
            vec![deep],
        );
    }
    body.factors.push(deep);
    body.lessons
        .extend(["A second lesson.", long].map(redacted));
    body.narratives.push(Narrative {
        perspective: None,
        heading: Some(redacted("A table and what else Markdown has")),
        text: redacted("| Time | What | Who | Where | How much | Why |\n|---|---|---|---|---|---|\n| [T+12m] | restart | [Engineer A] | `[Host 12]` | 512 | because |\n\n> quoted\n\n1. one\n2. two\n\n~~struck~~ and **bold**\n\n###### deep heading\n\n# top heading"),
    });
    for id in [
        "postgresql",
        "redis",
        "nginx",
        "kubernetes",
        "terraform",
        "prometheus",
        "grafana",
        "apache-kafka",
    ] {
        body.technologies.push(used(
            id,
            TechnologyRole::Bystander,
            Some(DependencyState::Healthy),
        ));
    }
    if let Some(first) = body.technologies.first_mut() {
        first.problem = Some(ComponentProblem::WorkedAsDesignedButUnexpected);
    }
    report
}

/// Text that would like to be more than text.
pub(crate) fn hostile() -> PublicReport<RedactedText> {
    let bad = "<script>alert(1)</script><img src=x onerror=alert(1)> ![a](//evil.example/x.png) [click](javascript:alert(1)) \u{202E}reversed\u{202C} &amp; \"quoted\" 'single'";
    let mut report = usual();
    report.id = "00000000-0000-4000-8000-000000000003".parse().unwrap();
    report.report = report.report.map_text(|_| redacted(bad));
    report.report.narratives.push(Narrative {
        perspective: None,
        heading: None,
        text: redacted("[Person A]: done\n\n[Person B]: restarted it\n\n<div style=\"color:red\">\n\n</div>\n\n<iframe src=\"https://evil.example\"></iframe>\n\n[ref]: https://evil.example\n"),
    });
    report
}

/// Nothing but what every report has.
pub(crate) fn bare() -> PublicReport<RedactedText> {
    let mut report = public(4, Report::default());
    report.report.summary = redacted("It was slow.");
    report.sample = false;
    report
}
