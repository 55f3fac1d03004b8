//! The report as fields that can be read and changed, and back.

use std::collections::BTreeMap;

use super::codes::{MANY, ONE, id_of, missed_word, open_fields};
use super::{Amends, Asking, Fields, NarrativeForm, Remark, lines, outline, technology};
use crate::anonymise::{RawText, Wishes};
use crate::intake::Missed;
use crate::portal::Labels;
use crate::report::{Primary, Report};
use crate::taxonomy::ListId;

/// Text fields with the most characters each may hold.
pub(super) const TEXTS: [(&str, usize); 13] = [
    ("title", 300),
    ("synopsis", 1_000),
    ("summary", 50_000),
    ("impact", 50_000),
    ("detection", 50_000),
    ("timeline", 100_000),
    ("factors", 50_000),
    ("mitigations", 50_000),
    ("helped", 50_000),
    ("luck", 50_000),
    ("actions", 50_000),
    ("lessons", 50_000),
    ("technologies", 4_000),
];
pub(super) const NARRATIVE_LIMIT: usize = 200_000;
pub(super) const HEADING_LIMIT: usize = 300;

/// A report in fields, as it was typed or as it was understood.
#[derive(Clone, Debug, Default)]
pub struct ReportForm {
    pub(super) texts: BTreeMap<&'static str, RawText>,
    pub(super) narratives: Vec<NarrativeForm>,
    one: BTreeMap<&'static str, String>,
    pub(super) many: BTreeMap<&'static str, Vec<String>>,
    /// Words that were missed in lists, by field.
    pub(super) missed: BTreeMap<&'static str, RawText>,
    /// In which words it is asked for: the name of an [`Asking`].
    pub(super) about: String,
    /// With which a second account is given; empty for a first.
    pub code: RawText,
    /// Lets the same form be sent once only.
    pub nonce: String,
    /// Names the reporter wants hidden, one a line.
    pub declared: RawText,
    /// Words that stay, one a line.
    pub(crate) kept: RawText,
    /// What was taken out before, as [`crate::intake::Removals`] writes it.
    pub(crate) removed: RawText,
    /// Whether the style is flattened.
    pub(crate) plain: bool,
    /// What goes along where a report that was sent before is changed.
    pub(crate) amends: Amends,
    /// It is a second account, told with a code.
    pub(crate) second: bool,
}

impl ReportForm {
    /// An empty form.
    pub fn blank(nonce: impl Into<String>) -> Self {
        Self {
            nonce: nonce.into(),
            ..Self::default()
        }
    }

    /// An empty form that asks for this.
    pub fn asking_for(asking: &Asking, nonce: impl Into<String>) -> Self {
        let mut form = Self::blank(nonce);
        asking.id.clone_into(&mut form.about);
        form.one.insert("kind", asking.kind.as_str().to_owned());
        form
    }

    /// Fields that show this report.
    pub fn from_report<T: AsRef<str>>(report: &Report<T>, labels: Labels) -> Self {
        let flat = |texts: &[T]| {
            texts
                .iter()
                .map(|text| lines::write(text.as_ref(), ""))
                .collect()
        };
        let text = |text: &T| text.as_ref().to_owned();
        let join = |lines: Vec<String>| lines.join("\n");
        let texts = [
            ("title", text(&report.title)),
            ("synopsis", text(&report.synopsis)),
            ("summary", text(&report.summary)),
            ("impact", text(&report.impact.text)),
            ("detection", text(&report.detection.text)),
            (
                "timeline",
                join(report.timeline.iter().map(lines::write_event).collect()),
            ),
            (
                "factors",
                outline::write_factors(&report.factors, &report.primary),
            ),
            (
                "mitigations",
                join(
                    report
                        .mitigations
                        .iter()
                        .map(lines::write_mitigation)
                        .collect(),
                ),
            ),
            ("helped", join(flat(&report.helped))),
            ("luck", join(flat(&report.luck))),
            (
                "actions",
                join(report.actions.iter().map(lines::write_action).collect()),
            ),
            ("lessons", join(flat(&report.lessons))),
            (
                "technologies",
                technology::write(&report.technologies, labels),
            ),
        ];
        Self {
            texts: texts
                .into_iter()
                .map(|(name, text)| (name, RawText::new(text)))
                .collect(),
            narratives: report
                .narratives
                .iter()
                .map(NarrativeForm::from_narrative)
                .collect(),
            one: singles(report),
            many: MANY
                .iter()
                .map(|field| {
                    (
                        field.name,
                        field
                            .read(report)
                            .iter()
                            .map(|coded| coded.code.to_string())
                            .collect(),
                    )
                })
                .collect(),
            missed: BTreeMap::new(),
            about: String::new(),
            code: RawText::default(),
            nonce: String::new(),
            declared: RawText::default(),
            kept: RawText::default(),
            removed: RawText::default(),
            plain: true,
            amends: Amends::default(),
            second: false,
        }
    }

    /// Keeps what was typed, whether it fits or not.
    pub fn parse(fields: &Fields) -> Self {
        let singles = ONE
            .iter()
            .map(|field| field.name)
            .chain(["kind", "severity", "period", "hours", "primary"]);
        let texts = fields.all("narrative_text");
        let headings = fields.all("narrative_heading").chain(std::iter::repeat(""));
        let mut told_by = fields
            .all("told_by")
            .chain(fields.all("narrative_perspective"));
        let told_by = told_by.next().unwrap_or_default();
        let perspectives = fields
            .all("narrative_perspective")
            .chain(std::iter::repeat(told_by));
        let written = |name: &'static str| match name {
            "technologies" => with_added(fields),
            name => fields.text(name),
        };
        Self {
            texts: TEXTS
                .iter()
                .map(|(name, _)| (*name, written(name)))
                .collect(),
            narratives: texts
                .zip(headings)
                .zip(perspectives)
                .map(|((text, heading), perspective)| NarrativeForm {
                    heading: RawText::new(heading),
                    perspective: perspective.to_owned(),
                    text: RawText::new(text),
                })
                .collect(),
            one: singles
                .map(|name| (name, fields.first(name).trim().to_owned()))
                .collect(),
            many: MANY
                .iter()
                .map(|field| {
                    (
                        field.name,
                        fields.all(field.name).map(str::to_owned).collect(),
                    )
                })
                .collect(),
            missed: open_fields()
                .map(|(name, _)| (name, missed_word(fields, name)))
                .filter(|(_, word)| !word.is_blank())
                .collect(),
            about: fields.first("about").to_owned(),
            code: fields.text("code"),
            nonce: fields.first("nonce").to_owned(),
            declared: fields.text("declared"),
            kept: fields.text("kept"),
            removed: fields.text("removed"),
            plain: fields.first("plain") == "yes",
            amends: Amends::parse(fields),
            second: fields.first("second") == "yes" || fields.first("form") == "second",
        }
    }

    /// The reporter's say over what goes and what stays.
    pub fn wishes(&self) -> Wishes {
        let lines = |text: &RawText| {
            let lines = text.expose().lines().map(str::trim);
            lines
                .filter(|line| !line.is_empty())
                .map(RawText::new)
                .collect()
        };
        Wishes {
            remove: lines(&self.declared),
            keep: lines(&self.kept),
            plain_style: self.plain,
        }
    }

    /// Words that were missed in lists, with the lists.
    pub fn missed(&self) -> Missed {
        open_fields()
            .filter_map(|(name, list)| Some((list, self.missed.get(name)?.clone())))
            .collect()
    }

    /// The word that was missed in the list of a field.
    pub(crate) fn missed_in(&self, name: &str) -> &str {
        self.missed
            .get(name)
            .map(RawText::expose)
            .unwrap_or_default()
    }

    /// With words that were missed in lists.
    #[must_use]
    pub fn missing<T: AsRef<str>>(mut self, words: &[(ListId, T)]) -> Self {
        let field = |wanted| open_fields().find(|(_, list)| *list == wanted);
        let words = words.iter();
        self.missed = words
            .filter_map(|(list, word)| Some((field(*list)?.0, RawText::new(word.as_ref()))))
            .collect();
        self
    }

    /// Takes over from the form a report came with what does not belong to the report.
    #[must_use]
    pub fn framed(mut self, frame: &Self, nonce: &str, removed: RawText) -> Self {
        nonce.clone_into(&mut self.nonce);
        self.about.clone_from(&frame.about);
        self.code = frame.code.clone();
        self.declared = frame.declared.clone();
        self.kept = frame.kept.clone();
        self.plain = frame.plain;
        self.amends = frame.amends.clone();
        self.second = frame.second;
        self.removed = removed;
        self
    }

    /// Adds names to hide.
    pub fn hide<'a>(&mut self, names: impl Iterator<Item = &'a str>) {
        names.for_each(|name| add_line(&mut self.declared, name));
    }

    /// Adds words to keep.
    pub fn keep<'a>(&mut self, words: impl Iterator<Item = &'a RawText>) {
        words.for_each(|word| add_line(&mut self.kept, word.expose()));
    }

    /// What a text field holds.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.texts
            .get(name)
            .map(RawText::expose)
            .unwrap_or_default()
    }

    /// What a field with one choice holds.
    pub(crate) fn one(&self, name: &str) -> &str {
        self.one.get(name).map(String::as_str).unwrap_or_default()
    }

    /// Whether a choice is made.
    pub(crate) fn has(&self, name: &str, id: &str) -> bool {
        self.many
            .get(name)
            .is_some_and(|ids| ids.iter().any(|made| made == id))
    }

    /// How many choices of a field are made.
    pub(crate) fn count(&self, name: &str) -> usize {
        self.many.get(name).map_or(0, Vec::len)
    }

    /// What was read into the outline of the factors that could have been meant differently.
    pub fn remarks(&self, labels: Labels) -> Vec<Remark> {
        outline::read_factors(self.text("factors"), labels).remarks
    }
}

fn add_line(lines: &mut RawText, line: &str) {
    let words: Vec<&str> = line.split_whitespace().collect();
    let line = words.join(" ");
    if !line.is_empty() && !lines.expose().lines().any(|known| known.trim() == line) {
        *lines = RawText::new(format!("{}\n{line}", lines.expose().trim_end()).trim_start());
    }
}

/// Fields with one choice, from a report.
fn singles<T>(report: &Report<T>) -> BTreeMap<&'static str, String> {
    let mut one: BTreeMap<_, _> = ONE
        .iter()
        .map(|field| (field.name, field.read(report)))
        .collect();
    one.insert("kind", report.kind.as_str().to_owned());
    one.insert(
        "severity",
        report
            .severity
            .map(|severity| severity.to_string())
            .unwrap_or_default(),
    );
    one.insert(
        "period",
        report
            .period
            .map(|period| period.to_string())
            .unwrap_or_default(),
    );
    one.insert(
        "hours",
        report.hours.map(|hours| id_of(&hours)).unwrap_or_default(),
    );
    let ambiguous = report.primary == Primary::Ambiguous;
    one.insert(
        "primary",
        if ambiguous {
            "ambiguous".to_owned()
        } else {
            String::new()
        },
    );
    one
}

/// The technologies as written, with those picked from the suggestions.
fn with_added(fields: &Fields) -> RawText {
    let written = fields.first("technologies").trim().trim_end_matches(',');
    let picked = fields.all("add_technology").map(str::trim);
    let all: Vec<&str> = std::iter::once(written)
        .chain(picked)
        .filter(|name| !name.is_empty())
        .collect();
    RawText::new(all.join(", "))
}
