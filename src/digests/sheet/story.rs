//! Stories of a digest: a retelling, and a case in its two halves.

use super::{technology, words};
use crate::anonymise::RedactedText;
use crate::digests::{Beat, Case, Hand, Paragraph, Retelling, Source};
use crate::sheet::{Block, Place, Words};

/// Technologies named beside a story.
const NAMED: usize = 5;

/// A report retold.
pub(in crate::digests) fn retold(blocks: &mut Vec<Block>, retelling: &Retelling<RedactedText>) {
    blocks.push(Block::Story(retelling.source.title.as_str().into()));
    let byline = byline(&retelling.source);
    blocks.push(Block::Source(match retelling.hand {
        Hand::Unattended => byline,
        Hand::Editor => byline.and(" Retold by an editor."),
    }));
    let paragraphs = retelling.paragraphs.iter();
    blocks.extend(paragraphs.map(|words| Block::Text(paragraph(words))));
    if !retelling.helped.is_empty() {
        blocks.push(Block::Named("What helped", paragraph(&retelling.helped)));
    }
}

/// The story up to the question, and the choices.
pub(super) fn first_half(blocks: &mut Vec<Block>, case: &Case<RedactedText>) {
    blocks.push(Block::Section("What would you have done?".to_owned()));
    blocks.push(Block::Source(setting(&case.source).and(".")));
    blocks.push(beats(&case.first_half));
    let question = "What would you have done? There may be no right answer; each of these was \
                    tried by somebody:";
    blocks.push(Block::Text(question.into()));
    let choices = case.choices.iter().map(|choice| choice.label.clone());
    blocks.push(Block::Choices(choices.collect()));
    let further = "The rest of the story is near the end of this issue.";
    blocks.push(Block::Text(further.into()));
}

/// What happened then, and what was tried.
pub(super) fn rest_of_the_story(blocks: &mut Vec<Block>, case: &Case<RedactedText>) {
    blocks.push(Block::Apart("The rest of the story".to_owned()));
    blocks.push(Block::Story(case.source.title.as_str().into()));
    blocks.push(Block::Source(byline(&case.source)));
    blocks.push(beats(&case.rest));
    blocks.push(Block::Text("What they tried, in order:".into()));
    let tried = case.tried.iter().map(|tried| {
        let words = Words::from(&tried.what.label);
        match tried.effect {
            Some(done) => words.and(": ").and(words::effect(done)),
            None => words,
        }
    });
    blocks.push(Block::Items(tried.collect()));
    if !case.lessons.is_empty() {
        blocks.push(Block::Text(paragraph(&case.lessons)));
    }
}

fn byline(source: &Source<RedactedText>) -> Words {
    setting(source)
        .and("; ")
        .to("read the report", Place::Report(source.report))
        .and(".")
}

/// What may be said of a story before it is told.
fn setting(source: &Source<RedactedText>) -> Words {
    let mut parts = vec![Words::from(source.kind.label())];
    if source.sample {
        parts.push("invented sample".into());
    }
    let severity = source.severity;
    parts.extend(severity.map(|s| format!("severity {s}, {}", s.label().to_lowercase()).into()));
    parts.extend(source.sector.as_ref().map(|s| Words::from(&s.label)));
    if !source.technologies.is_empty() {
        let named = source.technologies.iter().take(NAMED).map(technology);
        let named = Words::joined(named, ", ");
        let more = source.technologies.len().saturating_sub(NAMED);
        parts.push(match more {
            0 => named,
            more => named.and(format!(" and {more} more")),
        });
    }
    Words::joined(parts, "; ")
}

fn paragraph(pieces: &Paragraph<RedactedText>) -> Words {
    let words = pieces.iter().map(|piece| Words::from(piece.words()));
    Words::joined(words, " ")
}

fn beats(beats: &[Beat<RedactedText>]) -> Block {
    let beats = beats.iter().map(|beat| {
        let at = beat.offset_minutes.map(offset);
        (at, Words::from(beat.text.as_str()))
    });
    Block::Events(beats.collect())
}

fn offset(minutes: i64) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    let (hours, rest) = (minutes.unsigned_abs() / 60, minutes.unsigned_abs() % 60);
    match (hours, rest) {
        (0, rest) => format!("T{sign}{rest}m"),
        (hours, 0) => format!("T{sign}{hours}h"),
        (hours, rest) => format!("T{sign}{hours}h{rest:02}m"),
    }
}
