//! A report on one printed page: every part of it, each cut to the lines that are left for it, and
//! how much that leaves out.
//!
//! Lines are counted here, because nobody else could say what a printer would cut off.

use crate::anonymise::RedactedText;
use crate::portal::{Html, Labels, Said, markup};
use crate::report::{Coded, Factor, Report, Version};
use crate::taxonomy::ListId;

/// Lines of two columns on US Letter, the shorter of the two papers, below what every sheet has.
const LINES: usize = 104;
/// Letters of a line.
const LINE: usize = 58;
/// Lines that the heading of a part takes.
const HEADING: usize = 2;
/// Letters of the title, and of the synopsis: they run over both columns.
const TITLE: usize = 160;
const SYNOPSIS: usize = 320;
/// Lines of the kind of organisation.
const BANDS: usize = 7;
/// Codes and technologies that are named; more are counted.
const NAMED: usize = 12;

/// A report, cut to a page.
#[derive(Clone, Debug)]
pub(crate) struct OnePage {
    pub(crate) title: Html,
    pub(crate) synopsis: Html,
    pub(crate) parts: Vec<OnePagePart>,
    /// Codes by what they say, and how many are not named.
    pub(crate) codes: Vec<(&'static str, Vec<String>)>,
    pub(crate) more_codes: usize,
    pub(crate) technologies: Vec<String>,
    pub(crate) more_technologies: usize,
    /// Words of the report's texts, and how many of them are not on the page.
    pub(crate) words: usize,
    pub(crate) left_out: usize,
}

/// Some texts of a report under a heading.
#[derive(Clone, Debug)]
pub(crate) struct OnePagePart {
    pub(crate) heading: Said,
    /// Each with how deep it lies in a tree.
    pub(crate) entries: Vec<(usize, Html)>,
    /// Entries that are not on the page.
    pub(crate) more: usize,
    /// Told, and not listed.
    pub(crate) prose: bool,
}

/// A part before it is cut.
struct Part {
    heading: Said,
    entries: Vec<(usize, String)>,
    prose: bool,
    /// Lines that it has in any case, where it needs them.
    least: usize,
}

impl Part {
    fn needs(&self) -> usize {
        let lines = self.entries.iter().map(|(depth, text)| lines(*depth, text));
        HEADING + lines.sum::<usize>()
    }

    /// What fits on so many lines, and the words that do.
    fn cut(self, room: usize) -> (OnePagePart, usize) {
        // Where not all of a list fits, a line says how much more there is.
        let told = usize::from(!self.prose && self.needs() > room);
        let mut left = room.saturating_sub(HEADING + told);
        let (mut shown, mut words) = (Vec::new(), 0);
        let all = self.entries.len();
        for (depth, text) in self.entries {
            let kept = start_of(&text, left * line(depth));
            if kept.is_empty() {
                break;
            }
            left = left.saturating_sub(lines(depth, kept));
            words += count(kept);
            let mut html = markup::sentences(std::iter::once(kept));
            if kept.len() < text.len() {
                html = html.and("\u{2026}");
                left = 0;
            }
            shown.push((depth, html));
        }
        let part = OnePagePart {
            heading: self.heading,
            more: all - shown.len(),
            entries: shown,
            prose: self.prose,
        };
        (part, words)
    }
}

impl OnePage {
    /// Cuts a report to a page of which `taken` lines hold other things.
    pub(crate) fn new(report: &Report<RedactedText>, taken: usize, labels: Labels) -> Self {
        let (title, synopsis) = (
            report.title.as_str().trim(),
            report.synopsis.as_str().trim(),
        );
        let (short_title, short_synopsis) = (start_of(title, TITLE), start_of(synopsis, SYNOPSIS));
        let parts: Vec<Part> = parts(report)
            .into_iter()
            .filter(|part| !part.entries.is_empty())
            .collect();
        let texts = parts.iter().flat_map(|part| &part.entries);
        let words =
            count(title) + count(synopsis) + texts.map(|(_, text)| count(text)).sum::<usize>();
        let (codes, more_codes) = named_codes(report, labels);
        let technologies = report.technologies.iter().take(NAMED).map(|used| {
            let label = labels.technology(&used.slug).label;
            let version = used.version.as_ref().map(Version::as_str);
            version.map_or_else(|| label.clone(), |version| format!("{label} {version}"))
        });
        let technologies: Vec<String> = technologies.collect();
        let asked: Vec<(usize, usize)> = parts
            .iter()
            .map(|part| (part.least, part.needs()))
            .collect();
        let named = |names: &[String]| names.iter().map(|name| name.len() + 2).sum::<usize>();
        let codes_said = codes.iter().map(|(title, of)| title.len() + 2 + named(of));
        let beside = [codes_said.sum(), named(&technologies)].map(lines_of);
        let taken = taken + BANDS + beside.iter().map(|lines| HEADING + lines).sum::<usize>();
        let rooms = share(&asked, LINES.saturating_sub(taken));
        let mut shown_words = count(short_title) + count(short_synopsis);
        let parts = parts.into_iter().zip(rooms).map(|(part, room)| {
            let (part, words) = part.cut(room);
            shown_words += words;
            part
        });
        let parts = parts.collect();
        Self {
            title: markup::sentences(std::iter::once(short_title)),
            synopsis: markup::sentences(std::iter::once(short_synopsis)),
            parts,
            codes,
            more_codes,
            technologies,
            more_technologies: report.technologies.len().saturating_sub(NAMED),
            words,
            left_out: words - shown_words,
        }
    }
}

/// The texts of a report, in the order in which they stand on the page and get what room is left.
fn parts(report: &Report<RedactedText>) -> Vec<Part> {
    let part = |heading, entries, least| Part {
        heading,
        entries,
        prose: false,
        least,
    };
    let told = |heading, text: String, least| Part {
        heading,
        entries: Some((0, text))
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .collect(),
        prose: true,
        least,
    };
    let one = |text: &RedactedText| text.as_str().trim().to_owned();
    let list = |texts: Vec<String>| -> Vec<(usize, String)> {
        let said = texts.into_iter().filter(|text| !text.is_empty());
        said.map(|text| (0, text)).collect()
    };
    let mut factors = Vec::new();
    outline(&report.factors, 0, &mut factors);
    let mitigations = report.mitigations.iter().map(|tried| one(&tried.text));
    let actions = report.actions.iter().map(|action| one(&action.text));
    let events = report.timeline.iter().map(|event| one(&event.text));
    let story = report.narratives.iter().flat_map(|narrative| {
        let heading = narrative.heading.as_ref().map(markup::flat);
        heading.into_iter().chain([markup::flat(&narrative.text)])
    });
    vec![
        told(say!("shared-in-short"), markup::flat(&report.summary), 10),
        part(say!("shared-what-contributed"), factors, 12),
        part(say!("report-what-changes"), list(actions.collect()), 10),
        part(
            say!("shared-what-was-tried"),
            list(mitigations.collect()),
            5,
        ),
        told(
            say!("report-who-felt-it"),
            markup::flat(&report.impact.text),
            4,
        ),
        told(
            say!("shared-how-it-was-noticed"),
            markup::flat(&report.detection.text),
            4,
        ),
        part(
            say!("shared-what-helped"),
            list(report.helped.iter().map(one).collect()),
            4,
        ),
        part(
            say!("shared-where-luck-helped"),
            list(report.luck.iter().map(one).collect()),
            4,
        ),
        part(
            say!("shared-lessons"),
            list(report.lessons.iter().map(one).collect()),
            4,
        ),
        told(
            say!("report-as-it-was-told"),
            story.collect::<Vec<_>>().join(" ").trim().to_owned(),
            10,
        ),
        part(say!("shared-in-order"), list(events.collect()), 4),
    ]
}

fn outline(factors: &[Factor<RedactedText>], depth: usize, into: &mut Vec<(usize, String)>) {
    for factor in factors {
        let text = factor.text.as_str().trim();
        if !text.is_empty() {
            into.push((depth.min(3), text.to_owned()));
        }
        outline(&factor.children, depth + 1, into);
    }
}

/// Codes of each list, [`NAMED`] in all, and how many more there are.
fn named_codes(
    report: &Report<RedactedText>,
    labels: Labels,
) -> (Vec<(&'static str, Vec<String>)>, usize) {
    let sets: [(&str, ListId, &[Coded]); 10] = [
        ("How it failed", ListId::FailureModes, &report.failure_modes),
        ("What was seen", ListId::EventTypes, &report.events),
        (
            "What changed just before",
            ListId::Triggers,
            &report.triggers,
        ),
        ("When it began", ListId::Phases, &report.phases),
        ("Who felt it", ListId::ImpactWho, &report.impact.who),
        (
            "What it did to them",
            ListId::ImpactKinds,
            &report.impact.kinds,
        ),
        ("Noticed by", ListId::Detectors, &report.detection.detectors),
        (
            "What made the response hard",
            ListId::ResponseDifficulties,
            &report.difficulties,
        ),
        (
            "Working conditions",
            ListId::HumanFactors,
            &report.human_factors,
        ),
        ("What helped", ListId::Helped, &report.helped_codes),
    ];
    let all: usize = sets.iter().map(|(_, _, codes)| codes.len()).sum();
    let mut room = NAMED;
    let mut named = Vec::new();
    for (title, list, codes) in sets {
        let codes = codes.iter().take(room);
        let codes: Vec<String> = codes
            .map(|coded| labels.term(list, &coded.code).label)
            .collect();
        room -= codes.len();
        if !codes.is_empty() {
            named.push((title, codes));
        }
    }
    (named, all.saturating_sub(NAMED))
}

/// Shares lines out: each part, as (least, needed), gets its least where it needs as much; then
/// what is left goes to them in their order.
fn share(asked: &[(usize, usize)], room: usize) -> Vec<usize> {
    let mut left = room;
    let mut rooms: Vec<usize> = asked
        .iter()
        .map(|(least, needs)| {
            let given = (*least).min(*needs).min(left);
            left -= given;
            given
        })
        .collect();
    for (given, (_, needs)) in rooms.iter_mut().zip(asked) {
        let more = needs.saturating_sub(*given).min(left);
        // A heading with nothing under it is no use to anybody.
        if *given + more > HEADING {
            *given += more;
            left -= more;
        }
    }
    rooms
}

/// Letters of a line at this depth.
fn line(depth: usize) -> usize {
    LINE - 3 * depth
}

fn lines(depth: usize, text: &str) -> usize {
    text.chars().map(width).sum::<usize>().div_ceil(line(depth))
}

/// Lines that so many letters of English take in either language.
pub(crate) fn lines_of(letters: usize) -> usize {
    (letters + letters / 4).div_ceil(LINE)
}

/// The beginning of a text, with a mark where it goes on.
pub(crate) fn brief(text: &str, room: usize) -> String {
    let kept = start_of(text, room);
    let more = if kept.len() < text.len() {
        "\u{2026}"
    } else {
        ""
    };
    format!("{kept}{more}")
}

/// How wide a letter is, beside a small one.
fn width(letter: char) -> usize {
    if letter.is_ascii() && !letter.is_ascii_uppercase() || letter.is_lowercase() {
        1
    } else {
        2
    }
}

fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

/// As many whole words and marks of the text as fit into so much width.
fn start_of(text: &str, room: usize) -> &str {
    let marks = crate::anonymise::placeholders(text);
    let (mut end, mut taken) = (0, 0);
    for (at, letter) in text.char_indices() {
        if letter.is_whitespace() && !marks.iter().any(|mark| mark.contains(&at)) {
            end = at;
        }
        taken += width(letter);
        if taken > room {
            return text.get(..end).unwrap_or_default();
        }
    }
    text
}

#[cfg(test)]
mod tests;
