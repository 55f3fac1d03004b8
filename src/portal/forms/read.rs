//! From fields to a report: what was typed, checked field by field.

use super::codes::{MANY, ONE, REMOVED, by_reporter, of_id};
use super::report::{HEADING_LIMIT, NARRATIVE_LIMIT, TEXTS};
use super::{FieldError, FieldErrorKind, ReportForm, lines, outline, technology};
use crate::anonymise::RawText;
use crate::intake::{MAX_LIST, Stands};
use crate::portal::Labels;
use crate::report::{Narrative, Period, Primary, RecordKind, Report, Severity, Slug};
use crate::taxonomy::ListId;

/// Lines of a list: as many entries as a report may have.
const MOST_LINES: usize = MAX_LIST;
/// Characters of a word that was missed in a list.
const MISSED_LIMIT: usize = 80;
/// Characters of a list of names or words.
const MOST_NAMES: usize = 20_000;

impl ReportForm {
    /// The report that was typed, or every field that does not fit.
    pub fn to_report(&self, labels: Labels) -> Result<Report<RawText>, Vec<FieldError>> {
        let (report, errors) = self.read(labels);
        if errors.is_empty() {
            Ok(report)
        } else {
            Err(errors)
        }
    }

    /// The report as far as it can be read, and every field that does not fit.
    pub fn read(&self, labels: Labels) -> (Report<RawText>, Vec<FieldError>) {
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
        let told = !report.summary.is_blank()
            || !report.narratives.is_empty()
            || !report.impact.text.is_blank()
            || !report.timeline.is_empty();
        if !told && !self.is_short() {
            errors.push(FieldError::new(
                "narrative_text",
                FieldErrorKind::NothingTold,
            ));
        }
        if self.amends.stands != Stands::Waiting && self.amends() && self.amends.note.is_blank() {
            errors.push(FieldError::new("note", FieldErrorKind::NoteMissing));
        }
        if self.is_short() {
            report = report.short();
        }
        (report, errors)
    }

    fn too_long(&self) -> Vec<FieldError> {
        let long = |text: &RawText, limit: usize| text.expose().chars().count() > limit;
        let mut errors: Vec<_> = TEXTS
            .iter()
            .filter(|(name, limit)| self.texts.get(name).is_some_and(|text| long(text, *limit)))
            .map(|(name, limit)| FieldError::new(name, FieldErrorKind::TooLong { limit: *limit }))
            .collect();
        for told in &self.narratives {
            let parts = [
                ("narrative_heading", &told.heading, HEADING_LIMIT),
                ("narrative_text", &told.text, NARRATIVE_LIMIT),
            ];
            for (name, _, limit) in parts
                .into_iter()
                .filter(|(_, text, most)| long(text, *most))
            {
                errors.push(FieldError::new(name, FieldErrorKind::TooLong { limit }));
            }
        }
        let ours = [("declared", &self.declared), ("kept", &self.kept)];
        for (name, _) in ours.into_iter().filter(|(_, text)| long(text, MOST_NAMES)) {
            let limit = MOST_NAMES;
            errors.push(FieldError::new(name, FieldErrorKind::TooLong { limit }));
        }
        for (name, _) in self
            .missed
            .iter()
            .filter(|(_, word)| long(word, MISSED_LIMIT))
        {
            let limit = MISSED_LIMIT;
            errors.push(FieldError::new(name, FieldErrorKind::TooLong { limit }));
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
            if form.is_open() || heading.is_empty() && text.is_empty() {
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
        let outline = outline::read_factors(self.text("factors"), labels);
        report.factors = outline.factors;
        report.primary = match outline.primary {
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
                    Ok(Some(slug)) => field.push(report, by_reporter(slug)),
                    Ok(None) => {}
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
