//! Parts of a digest between the stories and the numbers: theme, what is new, practice, alerts, and
//! how to report.

use crate::anonymise::RedactedText;
use crate::digests::terms::{lower_first as lower, reports};
use crate::digests::{AlertLine, News, Practice, PracticeLine, Theme, practice_of};
use crate::report::Span;
use crate::sheet::{Block, Look, Place, Sheet, Words};

/// What the issue is about most.
pub(super) fn theme(blocks: &mut Vec<Block>, theme: &Theme, of: u32) {
    blocks.push(Block::Section(format!(
        "The theme: {}",
        lower(&theme.mode.label)
    )));
    let place = Place::Pattern(theme.mode.slug.clone());
    let words = Words::default().to(&theme.mode.label, place);
    let words = words.and(format!(": {}", theme.sentences(of).join(" ")));
    blocks.push(Block::Text(words));
}

/// What is new.
pub(super) fn news(blocks: &mut Vec<Block>, news: &News) {
    let items: Vec<Words> = news.sentences().into_iter().map(Words::from).collect();
    if !items.is_empty() {
        blocks.push(Block::Section("What is new".to_owned()));
        blocks.push(Block::Items(items));
    }
}

/// What to go through.
pub(super) fn practice(blocks: &mut Vec<Block>, practice: &Practice, span: Span) {
    blocks.push(Block::Section(format!(
        "{}: {}",
        practice_of(span),
        lower(&practice.about.label)
    )));
    blocks.push(Block::Source(from(practice)));
    for part in &practice.parts {
        blocks.push(Block::Story(part.question.as_str().into()));
        blocks.push(Block::Ticks(part.lines.iter().map(tick).collect()));
    }
}

/// The same as one page to hang up.
pub(super) fn poster(practice: &Practice, span: Span) -> Sheet {
    let mut blocks = vec![Block::Source(from(practice))];
    for part in &practice.parts {
        blocks.push(Block::Section(part.question.clone()));
        let lines = part.lines.iter();
        let lines = lines.map(|line| {
            let what = Words::from(line.what.label.as_str());
            let note = format!("{} At least {}.", line.meaning, reports(line.reports));
            (what.and("."), Words::from(note))
        });
        blocks.push(Block::Ticks(lines.collect()));
    }
    let words = "Every number counts published reports: at least so many. Tick what you have \
                 looked at together.";
    blocks.push(Block::Source(words.into()));
    Sheet {
        look: Look::Poster,
        name: format!("digest/{span}/practice"),
        title: practice.about.label.clone(),
        about: format!("{}, Candor, {}", practice_of(span), span.label()),
        dated: span.last_day(),
        blocks,
    }
}

fn from(practice: &Practice) -> Words {
    let all = reports(practice.reports);
    format!("What others found, drawn from at least {all} so far that tell of it.").into()
}

fn tick(line: &PracticeLine) -> (Words, Words) {
    let mut note = Words::from(format!("(at least {}", reports(line.reports)));
    if let Some(id) = line.evidence.first() {
        note = note.and(", such as ").to("this one", Place::Report(*id));
    }
    let what = match line.meaning.as_str() {
        "" => format!("{}.", line.what.label),
        meaning => format!("{}. {meaning}", line.what.label),
    };
    (what.into(), note.and(")"))
}

/// Alerts of the time.
pub(super) fn alerts(blocks: &mut Vec<Block>, alerts: &[AlertLine<RedactedText>]) {
    if alerts.is_empty() {
        return;
    }
    let line = |alert: &AlertLine<RedactedText>| {
        let name = format!("Alert {}", alert.number);
        Words::default()
            .to(name, Place::Alert(alert.id))
            .and(format!(": {}", alert.title.on_one_line()))
    };
    blocks.push(Block::Section("Alerts".to_owned()));
    blocks.push(Block::Items(alerts.iter().map(line).collect()));
}

/// How to tell something oneself.
pub(in crate::digests) fn how_to_report(blocks: &mut Vec<Block>) {
    blocks.push(Block::Section("Tell us what you saw".to_owned()));
    let words = Words::from(
        "Something broke, nearly broke, or went well under pressure? Ten minutes and a write-up as \
         it is are enough. ",
    )
    .to("Write a report", Place::Writing)
    .and(
        ": there is no account, you see what is left of your text before anything is kept, and \
         with the receipt you can take it back at any time.",
    );
    blocks.push(Block::Text(words));
}
