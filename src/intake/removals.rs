//! What was taken out of a report: kind, rule, and for what the reporter may want back, the words.
//!
//! It travels in the reporter's own form from look to look, like the report itself, and is kept
//! nowhere. Secrets, addresses and numbers are not in it: nobody needs them back.

use std::collections::BTreeMap;

use crate::anonymise::{
    Anonymised, Kind, Leak, RawText, Redaction, leak, leak_called, may_stay, placeholders, rules,
};
use crate::identifiability::is_suspicion;
use crate::report::Report;

/// A part that was taken out, with every place at which it read the same.
#[derive(Clone, Debug)]
pub struct Removal {
    /// What it was.
    pub kind: Kind,
    /// The code of the rule that found it.
    pub rule: &'static str,
    /// What stands there now.
    pub placeholder: String,
    /// What stood there; empty where nobody needs it back.
    pub was: RawText,
    /// For a secret, what kind.
    pub leak: Option<Leak>,
    /// Where: counted among all places with this placeholder, in the order of the report. Sorted.
    places: Vec<usize>,
    /// How many places have this placeholder.
    of: usize,
}

/// Everything that was taken out of a report, in the order of its kinds and then of the report.
#[derive(Clone, Debug, Default)]
pub struct Removals(Vec<Removal>);

/// Stands for a line break in a line of a form.
const BREAK: char = '⏎';

impl Removal {
    /// At how many places it was taken out.
    pub fn count(&self) -> usize {
        self.places.len()
    }

    /// Whether the reporter can have it back.
    pub fn can_return(&self) -> bool {
        !self.was.is_blank() && self.rule != "declared-name"
    }

    fn new(redaction: &Redaction, text: &str) -> Self {
        let kind = redaction.kind;
        let stays = may_stay(kind, text);
        Self {
            kind,
            rule: redaction.rule,
            placeholder: redaction.replacement.clone(),
            was: RawText::new(if stays { text } else { "" }),
            leak: (kind == Kind::Secret).then(|| leak(redaction.rule, text)),
            places: Vec::new(),
            of: 0,
        }
    }

    /// The same at no place yet.
    fn placeless(&self) -> Self {
        Self {
            kind: self.kind,
            rule: self.rule,
            placeholder: self.placeholder.clone(),
            was: self.was.clone(),
            leak: self.leak,
            places: Vec::new(),
            of: self.of,
        }
    }

    fn is(&self, other: &Self) -> bool {
        self.kind == other.kind
            && self.rule == other.rule
            && self.placeholder == other.placeholder
            && self.was.expose() == other.was.expose()
            && self.leak == other.leak
    }

    fn write(&self) -> String {
        let places: Vec<String> = self.places.iter().map(ToString::to_string).collect();
        let was = match self.leak {
            Some(leak) => leak.what.to_owned(),
            None => self.was.expose().replace('\n', &BREAK.to_string()),
        };
        let (kind, rule) = (self.kind.as_str(), self.rule);
        let (places, of, mark) = (places.join(","), self.of, &self.placeholder);
        format!("{kind}\t{rule}\t{places}/{of}\t{mark}\t{was}")
    }

    fn read(line: &str) -> Option<Self> {
        let mut cells = line.splitn(5, '\t');
        let kind = cells.next()?;
        let kind = Kind::ALL.into_iter().find(|known| known.as_str() == kind)?;
        let rule = cells.next()?;
        let rule = rules().iter().find(|known| known.code == rule)?.code;
        let (places, of) = cells.next()?.split_once('/')?;
        let places: Option<Vec<usize>> = places.split(',').map(|n| n.parse().ok()).collect();
        let placeholder = cells.next()?;
        let whole = placeholders(placeholder)
            .first()
            .map(|mark| (mark.start, mark.end));
        let was = cells.next()?;
        (whole == Some((0, placeholder.len()))).then_some(())?;
        let leak = (kind == Kind::Secret).then(|| leak_called(was));
        let was = was.replace(BREAK, "\n");
        let stays = leak.is_none() && may_stay(kind, &was);
        Some(Self {
            kind,
            rule,
            placeholder: placeholder.to_owned(),
            was: RawText::new(if stays { was } else { String::new() }),
            leak,
            places: places.filter(|places| places.is_sorted())?,
            of: of.parse().ok()?,
        })
    }
}

impl Removals {
    /// All of them.
    pub fn all(&self) -> &[Removal] {
        &self.0
    }

    /// At how many places something was taken out, by kind.
    pub fn counts(&self) -> BTreeMap<Kind, usize> {
        let mut counts = BTreeMap::new();
        for removal in &self.0 {
            *counts.entry(removal.kind).or_insert(0) += removal.count();
        }
        counts
    }

    /// At how many places something was taken out on suspicion.
    pub fn suspected(&self) -> usize {
        let suspicions = self.0.iter().filter(|removal| is_suspicion(removal.rule));
        suspicions.map(Removal::count).sum()
    }

    /// As lines of a form field. Raw text: for the reporter's own form only.
    pub fn write(&self) -> RawText {
        let lines: Vec<String> = self.0.iter().map(Removal::write).collect();
        RawText::new(lines.join("\n"))
    }

    /// Reads what [`Self::write`] wrote; leaves out what does not fit.
    pub fn read(lines: &str) -> Self {
        Self(lines.lines().filter_map(Removal::read).collect())
    }

    /// Puts the words of a removal back where they stood. False where that cannot be told any more,
    /// because the text around was changed; nothing is put back then.
    pub fn put_back(&self, number: usize, report: Report<RawText>) -> (Report<RawText>, bool) {
        let Some(removal) = self.0.get(number).filter(|removal| removal.can_return()) else {
            return (report, false);
        };
        let mark = removal.placeholder.as_str();
        let texts = report.texts();
        let now: usize = texts
            .iter()
            .map(|text| text.expose().matches(mark).count())
            .sum();
        let mut alike = self.0.iter().filter(|other| other.placeholder == mark);
        let alone = alike.all(|other| other.was.expose() == removal.was.expose());
        if now == 0 || now != removal.of && !alone {
            return (report, false);
        }
        let mut at = 0;
        let report = report.map_text(|text| {
            let mut parts = text.expose().split(mark);
            let mut made = parts.next().unwrap_or_default().to_owned();
            for part in parts {
                let here = now != removal.of || removal.places.binary_search(&at).is_ok();
                made.push_str(if here { removal.was.expose() } else { mark });
                made.push_str(part);
                at += 1;
            }
            RawText::new(made)
        });
        (report, true)
    }

    /// What is gone after one more look: what was gone before and still is, and what the look
    /// found. `given` are the texts that were looked at, `made` what became of them.
    pub(super) fn after(&self, given: &[&RawText], made: &[Anonymised]) -> Self {
        let mut known = Known::new(self, given);
        let mut marks: BTreeMap<String, Vec<Option<Removal>>> = BTreeMap::new();
        for (text, made) in given.iter().zip(made) {
            let text = text.expose();
            let mut old = placeholders(text).into_iter().peekable();
            let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let byte = |point: usize| starts.get(point).copied().unwrap_or(text.len());
            for redaction in made.redactions.iter().map(Some).chain([None]) {
                let (start, end) = redaction.map_or((text.len(), text.len()), |found| {
                    (byte(found.start), byte(found.end))
                });
                while let Some(mark) = old.next_if(|mark| mark.start < end || mark.end <= start) {
                    let mark_text = text.get(mark.clone()).unwrap_or_default();
                    let removal = known.next(mark_text);
                    if mark.end <= start {
                        marks.entry(mark_text.to_owned()).or_default().push(removal);
                    }
                }
                if let Some(found) = redaction {
                    let was = text.get(start..end).unwrap_or_default();
                    let places = marks.entry(found.replacement.clone()).or_default();
                    places.push(Some(Removal::new(found, was)));
                }
            }
        }
        Self(grouped(marks))
    }
}

/// The removals of the look before, by placeholder.
struct Known<'a>(BTreeMap<&'a str, Marked<'a>>);

/// What is known of a placeholder.
#[derive(Default)]
struct Marked<'a> {
    /// How often it stands in the given texts.
    total: usize,
    /// How often it was met.
    met: usize,
    /// What went there.
    removals: Vec<&'a Removal>,
    /// Where each of them did, of those that know of as many places as there are: sorted.
    places: Vec<(usize, &'a Removal)>,
}

impl<'a> Known<'a> {
    fn new(before: &'a Removals, given: &[&'a RawText]) -> Self {
        let mut marks: BTreeMap<&str, Marked<'_>> = BTreeMap::new();
        for text in given {
            for mark in placeholders(text.expose()) {
                let mark = text.expose().get(mark).unwrap_or_default();
                marks.entry(mark).or_default().total += 1;
            }
        }
        for removal in &before.0 {
            if let Some(marked) = marks.get_mut(removal.placeholder.as_str()) {
                marked.removals.push(removal);
                if removal.of == marked.total {
                    let places = removal.places.iter().map(|place| (*place, removal));
                    marked.places.extend(places);
                }
            }
        }
        for marked in marks.values_mut() {
            marked.places.sort_by_key(|(place, _)| *place);
        }
        Self(marks)
    }

    /// What stood at the next place with this placeholder.
    fn next(&mut self, mark: &str) -> Option<Removal> {
        let marked = self.0.get_mut(mark)?;
        let place = marked.met;
        marked.met += 1;
        let known = if let [only] = marked.removals.as_slice() {
            only
        } else {
            let at = marked.places.binary_search_by_key(&place, |(at, _)| *at);
            marked.places.get(at.ok()?)?.1
        };
        Some(known.placeless())
    }
}

/// One removal for all places at which the same stood, in the order of the kinds.
fn grouped(marks: BTreeMap<String, Vec<Option<Removal>>>) -> Vec<Removal> {
    let mut all: Vec<Removal> = Vec::new();
    for places in marks.into_values() {
        let of = places.len();
        let mut known: BTreeMap<(&str, String), usize> = BTreeMap::new();
        for (place, removal) in places.into_iter().enumerate() {
            let Some(removal) = removal else { continue };
            let key = (removal.rule, removal.was.expose().to_owned());
            let same = known.get(&key).and_then(|at| all.get_mut(*at));
            if let Some(same) = same.filter(|same| same.is(&removal)) {
                same.places.push(place);
                continue;
            }
            known.insert(key, all.len());
            all.push(Removal {
                places: vec![place],
                of,
                ..removal
            });
        }
    }
    all.sort_by_key(|removal| removal.kind);
    all
}
