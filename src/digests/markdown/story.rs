//! Stories of a digest in Markdown: a retelling, and a case in its two halves.

use crate::anonymise::RedactedText;
use crate::digests::{Beat, Case, Paragraph, Piece, Retelling, Source};

use super::escape::escape;
use super::links::Links;
use super::{heading, item, line, words};

/// Technologies named beside a story.
const NAMED: usize = 5;

/// A report retold.
pub(super) fn retold(out: &mut String, retelling: &Retelling<RedactedText>, links: Links<'_>) {
    heading(out, 3, &escape(retelling.source.title.as_str()));
    line(out, &byline(&retelling.source, links));
    for words in &retelling.paragraphs {
        line(out, &paragraph(words));
    }
    if !retelling.helped.is_empty() {
        line(
            out,
            &format!("**What helped.** {}", paragraph(&retelling.helped)),
        );
    }
}

/// The story up to the question, and the choices.
pub(super) fn first_half(out: &mut String, case: &Case<RedactedText>, links: Links<'_>) {
    heading(out, 2, "What would you have done?");
    line(out, &setting(&case.source, links));
    beats(out, &case.first_half);
    line(
        out,
        "What would you have done? There may be no right answer; each of these was tried by \
         somebody:",
    );
    for (choice, letter) in case.choices.iter().zip('A'..) {
        item(out, &format!("{letter}: {}", escape(&choice.label)));
    }
    line(
        out,
        "\nThe rest of the story is near the end of this issue.",
    );
}

/// What happened then, and what was tried.
pub(super) fn rest_of_the_story(out: &mut String, case: &Case<RedactedText>, links: Links<'_>) {
    heading(out, 2, "The rest of the story");
    heading(out, 3, &escape(case.source.title.as_str()));
    line(out, &byline(&case.source, links));
    beats(out, &case.rest);
    line(out, "What they tried, in order:");
    for tried in &case.tried {
        let label = escape(&tried.what.label);
        item(
            out,
            &match tried.effect {
                Some(done) => format!("{label}: {}", words::effect(done)),
                None => label,
            },
        );
    }
    out.push('\n');
    if !case.lessons.is_empty() {
        line(out, &paragraph(&case.lessons));
    }
}

fn byline(source: &Source<RedactedText>, links: Links<'_>) -> String {
    let read = links.report(source.report, "read the report");
    let setting = setting(source, links);
    format!("{}; {read}.", setting.trim_end_matches('.'))
}

/// What may be said of a story before it is told.
fn setting(source: &Source<RedactedText>, links: Links<'_>) -> String {
    let mut parts = vec![source.kind.label().to_owned()];
    if source.sample {
        parts.push("invented sample".to_owned());
    }
    parts.extend(
        source
            .severity
            .map(|s| format!("severity {s}, {}", s.label().to_lowercase())),
    );
    parts.extend(source.sector.as_ref().map(|s| escape(&s.label)));
    let technologies: Vec<_> = source
        .technologies
        .iter()
        .take(NAMED)
        .map(|t| links.technology(t))
        .collect();
    let more = source.technologies.len().saturating_sub(NAMED);
    if !technologies.is_empty() {
        let more = if more > 0 {
            format!(" and {more} more")
        } else {
            String::new()
        };
        parts.push(format!("{}{more}", technologies.join(", ")));
    }
    format!("{}.", parts.join("; "))
}

fn paragraph(pieces: &Paragraph<RedactedText>) -> String {
    let words: Vec<_> = pieces
        .iter()
        .map(|piece| match piece {
            Piece::Quoted(text) => escape(text.as_str()),
            Piece::Ours(text) => escape(text),
        })
        .collect();
    words.join(" ")
}

fn beats(out: &mut String, beats: &[Beat<RedactedText>]) {
    for beat in beats {
        let text = escape(beat.text.as_str());
        match beat.offset_minutes {
            Some(minutes) => item(out, &format!("{}: {text}", offset(minutes))),
            None => item(out, &text),
        }
    }
    out.push('\n');
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
