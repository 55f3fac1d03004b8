//! What a write-up tells about its own times: its day, the order of its dates, its zones.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::report::{Period, Severity};

use super::super::blocks::BlockKind;
use super::super::dates::{self, Order, Written};
use super::super::front_matter::Pair;
use super::super::headings::{SectionKind, normalise};
use super::super::resolve::{Base, Group};
use super::super::sections::Draft;
use super::super::severity;
use super::super::zones::{self, Zone};

/// Gathered before the timeline is read.
pub(super) struct Known {
    pub(super) base: Base,
    pub(super) severity: Option<Severity>,
    /// Dates such as 03/04/2024 occur and nothing tells which number is the month.
    pub(super) ambiguous: bool,
    zone: Option<Zone>,
    groups: Vec<Group>,
}

/// The value of the first field of one of these names.
pub(super) fn field<'a>(fields: &'a [Pair], names: &[&str]) -> Option<&'a str> {
    fields
        .iter()
        .find(|pair| names.contains(&normalise(&pair.key).as_str()))
        .map(|pair| pair.value.as_str())
}

impl Known {
    pub(super) fn gather(
        drafts: &[Draft],
        fields: &[Pair],
        name: Option<&str>,
        title: &str,
    ) -> Self {
        const DATES: [&str; 12] = [
            "date",
            "dato",
            "datum",
            "fecha",
            "data",
            "start time",
            "incident date",
            "incident from",
            "incident start",
            "impact time",
            "started",
            "date of incident",
        ];
        const SEVERITIES: [&str; 14] = [
            "severity",
            "sev",
            "priority",
            "alvorlighetsgrad",
            "prioritet",
            "schweregrad",
            "priorität",
            "gravité",
            "sévérité",
            "gravedad",
            "severidad",
            "gravidade",
            "severidade",
            "ernst",
        ];
        let labelled = |names: &[&str]| {
            drafts
                .iter()
                .find(|draft| names.contains(&normalise(&draft.heading).as_str()))
                .map(super::fill::body)
        };
        let heading = drafts
            .first()
            .map(|draft| draft.heading.as_str())
            .unwrap_or_default();
        let file = name.and_then(|name| name.rsplit(['/', '\\']).next());
        let dated = labelled(&DATES);
        let mut sources: Vec<&str> = vec![heading, title];
        sources.extend(file);
        sources.extend(dated.as_deref());
        sources.extend(field(fields, &["title"]));
        sources.extend(field(fields, &DATES));
        let mut written: Vec<Written> = sources
            .iter()
            .flat_map(|text| dates::find_all(text))
            .collect();
        let stated = written.len();
        for draft in drafts {
            written.extend(dates::find_all(&draft.heading));
            for block in &draft.blocks {
                if block.kind != BlockKind::Code {
                    written.extend(block.lines.iter().flat_map(|line| dates::find_all(line)));
                }
            }
        }
        let zone = document_zone(drafts, fields);
        let (order, ambiguous) = order(&written, zone.or(drafts.iter().find_map(zone_of)));
        let date = base_date(&written, stated, order);
        let severity = labelled(&SEVERITIES)
            .as_deref()
            .or_else(|| field(fields, &SEVERITIES))
            .and_then(severity::read);
        let year = date.map(Date::year);
        let groups = drafts
            .iter()
            .map(|draft| Group {
                date: dates::find_all(&draft.heading)
                    .into_iter()
                    .find_map(|written| written.resolve(order, year)),
                zone: zone_of(draft),
            })
            .collect();
        Self {
            base: Base {
                date,
                order: Some(order),
            },
            severity,
            ambiguous,
            zone,
            groups,
        }
    }

    /// What the timeline in this section says of its times.
    pub(super) fn group(&self, index: usize) -> Group {
        let group = self.groups.get(index).copied().unwrap_or_default();
        Group {
            zone: group.zone.or(self.zone),
            ..group
        }
    }

    /// The month of the first event, or of the write-up.
    pub(super) fn period(&self, first: Option<Date>) -> Option<Period> {
        let date = first.or(self.base.date)?;
        let noon = date.at(12, 0, 0, 0).to_zoned(TimeZone::UTC).ok()?;
        Some(Period::month_of(noon.timestamp()))
    }
}

/// The first date that is stated, or else found, as a full one.
fn base_date(written: &[Written], stated: usize, order: Order) -> Option<Date> {
    let full = |written: &Written| written.resolve(order, None);
    let (stated, found) = written.split_at_checked(stated)?;
    stated.iter().find_map(full).or_else(|| {
        let date = found.iter().find_map(full)?;
        // A heading may name the day and leave the year to the text.
        let day = stated
            .iter()
            .find_map(|written| written.resolve(order, Some(date.year())));
        Some(day.unwrap_or(date))
    })
}

/// Whether day or month comes first, and whether that is a guess.
fn order(written: &[Written], zone: Option<Zone>) -> (Order, bool) {
    if let Some(order) = written.iter().find_map(|written| written.shows()) {
        return (order, false);
    }
    let numeric = || {
        written.iter().filter(
            |written| matches!(written, Written::Numeric { first, second, .. } if first != second),
        )
    };
    if numeric().next().is_none() {
        return (Order::DayFirst, false);
    }
    let full: Vec<Date> = written
        .iter()
        .filter_map(|written| match written {
            Written::Full(date) => Some(*date),
            _ => None,
        })
        .collect();
    for order in [Order::DayFirst, Order::MonthFirst] {
        let agrees = numeric()
            .filter_map(|written| written.resolve(order, None))
            .any(|date| full.contains(&date));
        if agrees {
            return (order, false);
        }
    }
    if zone.is_some_and(is_american) {
        return (Order::MonthFirst, false);
    }
    (Order::DayFirst, true)
}

fn is_american(zone: Zone) -> bool {
    match zone {
        Zone::Fixed(minutes) => (-480..=-240).contains(&minutes),
        Zone::Rules(rules) => ["PST", "MST", "CST", "EST"]
            .iter()
            .any(|name| rules.starts_with(name)),
    }
}

/// The zone that a timeline's heading or its first remarks name.
fn zone_of(draft: &Draft) -> Option<Zone> {
    if draft.kind != SectionKind::Timeline {
        return None;
    }
    zones::find(&draft.heading).or_else(|| {
        draft.blocks.iter().take(3).find_map(|block| {
            let text = block.text();
            let remark = text.split_whitespace().count() <= 14 && block.kind != BlockKind::Table;
            let timed = super::super::stamp::leading(&text).is_some();
            zones::declared(&text).filter(|_| remark && !timed)
        })
    })
}

/// The zone that a remark anywhere names for all times.
fn document_zone(drafts: &[Draft], fields: &[Pair]) -> Option<Zone> {
    let says_all = |text: &str| {
        let lower = text.to_lowercase();
        [
            "all times",
            "times listed",
            "times are",
            "times in",
            "alle tider",
            "alle zeiten",
            "toutes les heures",
            "todas las horas",
            "todos os horários",
            "alle tijden",
        ]
        .iter()
        .any(|phrase| lower.contains(phrase))
    };
    let remarks = drafts.iter().flat_map(|draft| {
        std::iter::once(draft.heading.clone()).chain(
            draft
                .blocks
                .iter()
                .filter(|block| block.kind != BlockKind::Code)
                .flat_map(|block| block.lines.clone()),
        )
    });
    fields
        .iter()
        .map(|pair| pair.value.replace('\n', " "))
        .chain(remarks)
        .filter(|text| says_all(text))
        .find_map(|text| zones::find(&text))
}
