//! The report as fields that can be read and changed, and back.

use std::collections::BTreeMap;

use super::codes::{MANY, ONE, REMOVED, by_reporter, id_of, of_id};
use super::{FieldError, FieldErrorKind, Fields, lines, technology};
use crate::anonymise::RawText;
use crate::portal::Labels;
use crate::report::{Narrative, Period, Primary, RecordKind, Report, Severity, Slug};
use crate::taxonomy::ListId;

/// Text fields with the most characters each may hold.
const TEXTS: [(&str, usize); 13] = [
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
const NARRATIVE_LIMIT: usize = 200_000;
const MOST_LINES: usize = 1_000;

/// A report in fields, as it was typed or as it was understood.
#[derive(Clone, Debug, Default)]
pub struct ReportForm {
    texts: BTreeMap<&'static str, RawText>,
    narratives: Vec<NarrativeForm>,
    one: BTreeMap<&'static str, String>,
    many: BTreeMap<&'static str, Vec<String>>,
    /// Lets the same form be sent once only.
    pub nonce: String,
    /// Names the reporter wants hidden, one a line.
    pub declared: RawText,
}

/// One account in fields.
#[derive(Clone, Debug, Default)]
pub struct NarrativeForm {
    /// Its heading.
    pub heading: RawText,
    /// The teller's role, a term of `reporter-roles`, or empty.
    pub perspective: String,
    /// Markdown.
    pub text: RawText,
}

impl ReportForm {
    /// An empty form.
    pub fn blank(nonce: impl Into<String>) -> Self {
        Self {
            nonce: nonce.into(),
            ..Self::default()
        }
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
                lines::write_factors(&report.factors, &report.primary),
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
            one,
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
            nonce: String::new(),
            declared: RawText::default(),
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
        let perspectives = fields
            .all("narrative_perspective")
            .chain(std::iter::repeat(""));
        Self {
            texts: TEXTS
                .iter()
                .map(|(name, _)| (*name, fields.text(name)))
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
            nonce: fields.first("nonce").to_owned(),
            declared: fields.text("declared"),
        }
    }

    /// The report that was typed, or every field that does not fit.
    pub fn to_report(&self, labels: Labels) -> Result<Report<RawText>, Vec<FieldError>> {
        let mut errors = self.too_long();
        let mut report = Report {
            title: self.trimmed("title"),
            synopsis: self.trimmed("synopsis"),
            summary: self.trimmed("summary"),
            narratives: self.narratives(labels, &mut errors),
            ..Report::default()
        };
        report.impact.text = self.trimmed("impact");
        report.detection.text = self.trimmed("detection");
        self.lists(&mut report, labels, &mut errors);
        self.choices(&mut report, labels, &mut errors);
        if report.title.is_blank() {
            errors.push(FieldError::new("title", FieldErrorKind::TitleMissing));
        }
        if report.summary.is_blank() && report.narratives.is_empty() && report.timeline.is_empty() {
            errors.push(FieldError::new("summary", FieldErrorKind::NothingTold));
        }
        if errors.is_empty() {
            Ok(report)
        } else {
            Err(errors)
        }
    }

    /// Names to hide, one a line.
    pub fn declared(&self) -> Vec<RawText> {
        self.declared
            .expose()
            .lines()
            .map(str::trim)
            .filter(|name| !name.is_empty())
            .map(RawText::new)
            .collect()
    }

    fn too_long(&self) -> Vec<FieldError> {
        let long = |text: &RawText, limit: usize| text.expose().chars().count() > limit;
        let mut errors: Vec<_> = TEXTS
            .iter()
            .filter(|(name, limit)| self.texts.get(name).is_some_and(|text| long(text, *limit)))
            .map(|(name, limit)| FieldError::new(name, FieldErrorKind::TooLong { limit: *limit }))
            .collect();
        if self
            .narratives
            .iter()
            .any(|told| long(&told.text, NARRATIVE_LIMIT))
        {
            errors.push(FieldError::new(
                "narrative_text",
                FieldErrorKind::TooLong {
                    limit: NARRATIVE_LIMIT,
                },
            ));
        }
        for name in [
            "timeline",
            "factors",
            "mitigations",
            "helped",
            "luck",
            "actions",
            "lessons",
        ] {
            if self.text(name).lines().count() > MOST_LINES {
                errors.push(FieldError::new(
                    name,
                    FieldErrorKind::TooManyLines { limit: MOST_LINES },
                ));
            }
        }
        errors
    }

    fn narratives(&self, labels: Labels, errors: &mut Vec<FieldError>) -> Vec<Narrative<RawText>> {
        let mut told = Vec::new();
        for form in &self.narratives {
            let (heading, text) = (form.heading.expose().trim(), form.text.expose().trim());
            if heading.is_empty() && text.is_empty() {
                continue;
            }
            let perspective = choice(&form.perspective, ListId::ReporterRoles, labels)
                .unwrap_or_else(|()| {
                    errors.push(FieldError::new(
                        "narrative_perspective",
                        FieldErrorKind::UnknownChoice,
                    ));
                    None
                });
            told.push(Narrative {
                perspective,
                heading: (!heading.is_empty()).then(|| RawText::new(heading)),
                text: RawText::new(text),
            });
        }
        told
    }

    fn lists(&self, report: &mut Report<RawText>, labels: Labels, errors: &mut Vec<FieldError>) {
        let items = |name| {
            lines::lines(self.text(name))
                .map(|(_, line)| RawText::new(line))
                .collect()
        };
        for (line, text) in lines::lines(self.text("timeline")) {
            match lines::read_event(text) {
                Ok(event) => report.timeline.push(event),
                Err(()) => errors.push(FieldError::new(
                    "timeline",
                    FieldErrorKind::BadOffset { line },
                )),
            }
        }
        let (factors, primary) = lines::read_factors(self.text("factors"), labels);
        report.factors = factors;
        report.primary = match primary {
            Some(index) => Primary::Factor(index),
            None if self.one("primary") == "ambiguous" => Primary::Ambiguous,
            None => Primary::Unstated,
        };
        report.mitigations = lines::lines(self.text("mitigations"))
            .map(|(_, line)| lines::read_mitigation(line, labels))
            .collect();
        report.actions = lines::lines(self.text("actions"))
            .map(|(_, line)| lines::read_action(line, labels))
            .collect();
        report.helped = items("helped");
        report.luck = items("luck");
        report.lessons = items("lessons");
        let (technologies, unknown) = technology::read(self.text("technologies"), labels);
        report.technologies = technologies;
        errors.extend(
            unknown.into_iter().map(|name| {
                FieldError::new("technologies", FieldErrorKind::UnknownTechnology(name))
            }),
        );
    }

    fn choices(&self, report: &mut Report<RawText>, labels: Labels, errors: &mut Vec<FieldError>) {
        let mut wrong = |name| errors.push(FieldError::new(name, FieldErrorKind::UnknownChoice));
        match self.one("kind") {
            "" => {}
            id => RecordKind::parse(id).map_or_else(|| wrong("kind"), |kind| report.kind = kind),
        }
        match self.one("severity") {
            "" => {}
            number => match number
                .parse::<u8>()
                .ok()
                .and_then(|number| Severity::try_from(number).ok())
            {
                Some(severity) => report.severity = Some(severity),
                None => wrong("severity"),
            },
        }
        match self.one("hours") {
            "" => {}
            id => of_id(id).map_or_else(|| wrong("hours"), |hours| report.hours = Some(hours)),
        }
        for field in ONE {
            let value = self.one(field.name);
            let removed = field.removable && value == REMOVED;
            match choice(if removed { "" } else { value }, field.list, labels) {
                Ok(slug) => field.write(report, slug, removed),
                Err(()) => wrong(field.name),
            }
        }
        for field in MANY {
            for id in self.many.get(field.name).into_iter().flatten() {
                match choice(id, field.list, labels) {
                    Ok(slug) => field.of(report).extend(slug.map(by_reporter)),
                    Err(()) => wrong(field.name),
                }
            }
        }
        match self.one("period") {
            "" => {}
            text => match text.parse::<Period>() {
                Ok(period) => report.period = Some(period),
                Err(_) => errors.push(FieldError::new("period", FieldErrorKind::BadPeriod)),
            },
        }
    }

    fn trimmed(&self, name: &str) -> RawText {
        RawText::new(self.text(name).trim())
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

    /// The accounts, and an empty one where there is none.
    pub(crate) fn accounts(&self) -> Vec<NarrativeForm> {
        if self.narratives.is_empty() {
            vec![NarrativeForm::default()]
        } else {
            self.narratives.clone()
        }
    }
}

impl NarrativeForm {
    fn from_narrative<T: AsRef<str>>(told: &Narrative<T>) -> Self {
        Self {
            heading: RawText::new(told.heading.as_ref().map(T::as_ref).unwrap_or_default()),
            perspective: told
                .perspective
                .as_ref()
                .map(Slug::to_string)
                .unwrap_or_default(),
            text: RawText::new(told.text.as_ref()),
        }
    }
}

/// An empty choice is none; one that the list does not have is an error.
fn choice(id: &str, list: ListId, labels: Labels) -> Result<Option<Slug>, ()> {
    if id.is_empty() {
        return Ok(None);
    }
    let slug: Slug = id.parse().map_err(|_| ())?;
    if labels.has(list, &slug) {
        Ok(Some(slug))
    } else {
        Err(())
    }
}
