//! Handing in a stack, and its answer.

use super::pages::{labels, layout, unlisted};
use super::reports::{fullest, hostile, slug, usual};
use crate::anonymise::RawText;
use crate::portal::pages::{Recognised, StackAnswerPage, StackPage};
use crate::portal::{Section, paths};
use crate::stack::{Answer, Checklist, Fit, Unreadable};

pub(super) fn asking(problems: bool) -> StackPage {
    let layout = layout(Section::Technologies, "What goes wrong with your stack");
    let mut page = StackPage::new(layout, 4 * 1024 * 1024);
    if problems {
        page.typed = RawText::new("{</textarea><script src=//evil.example>");
        page.problems = vec![say!(
            "stack-pasted-unusable",
            why = word!(Unreadable::OtherJson.to_string())
        )];
    }
    page
}

pub(super) fn answer(full: bool) -> StackAnswerPage {
    let recognised = |slug: &str, label: &str, said_by: &str| Recognised {
        href: paths::technology(slug),
        slug: slug.into(),
        label: label.into(),
        said_by: said_by.into(),
    };
    let fit = Fit {
        score: 3.2,
        shared: vec![slug("redis"), slug("nginx")],
    };
    let reports = [usual(), fullest(), hostile()];
    let found = if full {
        Answer {
            total: 27,
            checklist: Checklist::of(&reports.iter().collect::<Vec<_>>()),
            considered: reports.len(),
            reports: reports
                .into_iter()
                .map(|report| (report, fit.clone()))
                .collect(),
        }
    } else {
        Answer::default()
    };
    StackAnswerPage::new(
        unlisted(
            Section::Technologies,
            "Your stack, and what happened elsewhere",
        ),
        if full {
            vec![
                recognised("redis", "Redis", "image:redis, npm:redis"),
                recognised("docker-compose", "Docker Compose", "a compose file"),
                recognised("nginx", "NGINX", ""),
            ]
        } else {
            vec![]
        },
        if full { 112 } else { 1 },
        if full {
            vec![say!(
                "stack-file-unusable",
                file = 2_usize,
                why = word!(Unreadable::NotText.to_string())
            )]
        } else {
            vec![]
        },
        &found,
        labels(),
    )
}
