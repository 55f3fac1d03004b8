//! From a text to the finished import: runs the steps and fills the report.

mod fill;
mod known;

use crate::anonymise::RawText;
use crate::report::{Report, TimelineEvent};

use super::blocks::{self, BlockKind};
use super::front_matter::{self, Pair};
use super::headings::SectionKind;
use super::lines;
use super::resolve::{self, Resolved};
use super::sections::{self, Draft};
use super::timeline::{self, Entry};
use super::{Field, Format, Imported, Place, Section, Unusable, Warning, Written};
use super::{columns, tables, template, title, zones};

/// Imports a text.
pub(super) fn document(
    text: &str,
    name: Option<&str>,
    format: Format,
) -> Result<Imported, Unusable> {
    let mut source = lines::clean(text);
    let blank: Vec<bool> = source.iter().map(String::is_empty).collect();
    let (mut fields, used) = front_matter::read(&source);
    if format == Format::Text {
        fields.extend(columns::separate(
            source.get_mut(used..).unwrap_or_default(),
        ));
    }
    let body = source.get(used..).unwrap_or_default();
    let mut drafts = sections::build(blocks::parse(body, used, format), format);
    set_residue_aside(&mut drafts, &mut fields);
    refuse_unfilled(&drafts)?;
    let (title, title_warning) = {
        let stated = known::field(&fields, &["title", "tittel", "titel", "titre", "título"]);
        let root = drafts.first();
        let heading = root.map(|draft| draft.heading.as_str()).unwrap_or_default();
        let first = drafts.iter().map(fill::body).find(|text| !text.is_empty());
        title::pick(heading, stated, name, &first.unwrap_or_default())
    };
    let known = known::Known::gather(&drafts, &fields, name, &title);
    let entries = timeline::extract(&mut drafts);
    set_remarks_aside(&mut drafts, &mut fields);
    let resolved = resolve::resolve(&entries, known.base, |index| known.group(index));
    let mut report = Report {
        title: RawText::new(title),
        severity: known.severity,
        period: known.period(resolved.first_day),
        ..Report::default()
    };
    let mut places: Vec<Place> = blank
        .iter()
        .map(|blank| {
            if *blank {
                Place::Blank
            } else {
                Place::Metadata
            }
        })
        .collect();
    place_sections(&drafts, &mut places);
    let warnings = warnings(title_warning, &entries, &resolved, known.ambiguous);
    let (timeline, events) = events(entries, &resolved, &mut places);
    report.timeline = events;
    let sections = drafts
        .iter()
        .map(|draft| Section {
            kind: draft.kind,
            heading: RawText::new(draft.heading.clone()),
            line: (!draft.heading_lines.is_empty()).then_some(draft.heading_lines.start),
            parent: draft.parent,
            text: RawText::new(fill::body(draft)),
        })
        .collect();
    fill::report(drafts, &mut report, &mut fields);
    let metadata = fields
        .into_iter()
        .map(|pair| Field {
            name: RawText::new(pair.key),
            value: RawText::new(pair.value),
        })
        .collect();
    Ok(Imported {
        report,
        sections,
        timeline,
        metadata,
        places,
        warnings,
        rendered: None,
        verbatim: false,
    })
}

/// Tables of fields above the text, and prompts, placeholders and comments anywhere, become
/// fields: they are no answers.
fn set_residue_aside(drafts: &mut [Draft], fields: &mut Vec<Pair>) {
    if let Some(root) = drafts.first_mut() {
        root.blocks.retain(|block| {
            let pairs = match block.kind {
                BlockKind::Table => tables::fields(&block.lines),
                _ => Vec::new(),
            };
            let told = pairs.is_empty();
            fields.extend(pairs);
            told
        });
    }
    for draft in drafts {
        let heading = draft.heading.clone();
        draft.blocks.retain(|block| {
            let residue = match block.kind {
                BlockKind::Comment => true,
                BlockKind::Paragraph => {
                    let text = block.text();
                    is_link_list(&block.lines)
                        || template::is_prompt(&text.replace('\n', " "))
                        || template::is_placeholder(&text)
                }
                BlockKind::Item { done: None, .. } => {
                    let text = block.text();
                    template::is_placeholder(&text) || is_contents_entry(&text)
                }
                _ => false,
            };
            if residue {
                fields.push(Pair {
                    key: heading.clone(),
                    value: block.text(),
                });
            }
            !residue
        });
    }
}

/// `[Timeline](#timeline)`: a line of a table of contents.
fn is_contents_entry(text: &str) -> bool {
    let link = text
        .strip_prefix('[')
        .and_then(|rest| rest.split_once("](#"));
    link.is_some_and(|(_, target)| target.ends_with(')') && !target.contains(' '))
}

/// `[name]: https://...` in every line: targets for links in the text.
fn is_link_list(lines: &[String]) -> bool {
    lines.iter().all(|line| {
        let target = line
            .trim_start()
            .strip_prefix('[')
            .filter(|rest| !rest.starts_with('^'))
            .and_then(|rest| rest.split_once("]:"));
        target.is_some_and(|(_, target)| target.trim().split(' ').count() == 1)
    })
}

fn refuse_unfilled(drafts: &[Draft]) -> Result<(), Unusable> {
    const ENOUGH: usize = 3;
    let headings = drafts.len() - 1;
    let content = |draft: &&Draft| !matches!(draft.kind, SectionKind::Field | SectionKind::People);
    let mut written = 0;
    for draft in drafts.iter().filter(content) {
        written += draft
            .blocks
            .iter()
            .map(template::written_words)
            .sum::<usize>();
    }
    if drafts
        .iter()
        .all(|draft| draft.blocks.is_empty() && draft.heading.is_empty())
    {
        return Err(Unusable::Empty);
    }
    if headings >= 2 && written < ENOUGH {
        return Err(Unusable::EmptyTemplate { headings });
    }
    Ok(())
}

/// "All times in UTC" is used, not told.
fn set_remarks_aside(drafts: &mut [Draft], fields: &mut Vec<Pair>) {
    for draft in drafts {
        if draft.kind != SectionKind::Timeline {
            continue;
        }
        let heading = draft.heading.clone();
        draft.blocks.retain(|block| {
            let text = block.text();
            let remark = block.kind != BlockKind::Rule
                && text.split_whitespace().count() <= 14
                && zones::declared(&text).is_some();
            if remark {
                fields.push(Pair {
                    key: heading.clone(),
                    value: text,
                });
            }
            !remark
        });
    }
}

fn place_sections(drafts: &[Draft], places: &mut [Place]) {
    for (index, draft) in drafts.iter().enumerate() {
        for line in draft.heading_lines.clone() {
            put(places, line, Place::Heading(index));
        }
        for block in &draft.blocks {
            for line in block.first..block.first + block.lines.len() {
                put(places, line, Place::Section(index));
            }
        }
    }
}

fn put(places: &mut [Place], line: usize, place: Place) {
    if let Some(slot) = places.get_mut(line).filter(|slot| **slot != Place::Blank) {
        *slot = place;
    }
}

type Events = Vec<TimelineEvent<RawText>>;

/// Entries become events; lines that are only a date are kept behind them as written.
fn events(
    entries: Vec<Entry>,
    resolved: &Resolved,
    places: &mut [Place],
) -> (Vec<Written>, Events) {
    let mut events = Vec::with_capacity(entries.len());
    let mut timeline = Vec::with_capacity(entries.len());
    let mut markers = Vec::new();
    for (entry, time) in entries.into_iter().zip(&resolved.times) {
        let marker = entry.is_marker();
        for line in &entry.lines {
            let place = if marker {
                Place::Metadata
            } else {
                Place::Timeline(events.len())
            };
            put(places, *line, place);
        }
        let written = Written {
            written: RawText::new(entry.written),
            line: entry.lines.first().copied().unwrap_or_default(),
        };
        if marker {
            markers.push(written);
            continue;
        }
        timeline.push(written);
        events.push(TimelineEvent {
            offset_minutes: time.offset,
            approximate: time.approximate,
            event: None,
            text: RawText::new(entry.text.trim()),
        });
    }
    timeline.append(&mut markers);
    (timeline, events)
}

fn warnings(
    title: Option<Warning>,
    entries: &[Entry],
    resolved: &Resolved,
    ambiguous: bool,
) -> Vec<Warning> {
    const YEAR: i64 = 300 * 1440;
    let mut warnings = Vec::from_iter(title);
    let events = || {
        entries
            .iter()
            .zip(&resolved.times)
            .filter(|(entry, _)| !entry.is_marker())
    };
    let unplaced = events().filter(|(_, time)| time.offset.is_none()).count();
    let span = events().filter_map(|(_, time)| time.offset).max();
    let some = |count: usize, warning: fn(usize) -> Warning| (count > 0).then(|| warning(count));
    if events().next().is_none() {
        warnings.push(Warning::NoTimeline);
    }
    if ambiguous {
        warnings.push(Warning::DayOrMonth);
    }
    if resolved.zones == 0 && resolved.without_zone > 0 {
        warnings.push(Warning::ZoneMissing);
    }
    if resolved.zones > 1 {
        warnings.push(Warning::ZonesMixed(resolved.zones));
        warnings.extend(some(resolved.without_zone, Warning::ZonePartlyMissing));
    }
    warnings.extend(some(resolved.next_day, Warning::NextDay));
    warnings.extend(some(resolved.backward, Warning::Backward));
    warnings.extend(some(unplaced, Warning::Unplaced));
    if span.is_some_and(|span| span > YEAR) {
        warnings.push(Warning::LongSpan);
    }
    warnings
}
