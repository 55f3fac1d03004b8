//! Counts over all reports, each as bars or a table, to look at and to take along.

use askama::Template;

use super::profile::bands;
use crate::patterns::{Counts, MINIMUM, Tally};
use crate::portal::view::{Figures, one_of};
use crate::portal::{Bars, Count, Labelled, Labels, Layout, Phrase, Section, Table, paths};
use crate::report::{HourBlock, RecordKind, Severity, Slug};
use crate::review::Agreement;
use crate::taxonomy::ListId;

/// Lines of one chart.
const LINES: usize = 15;
/// Quarters of a year shown, the latest.
const QUARTERS: usize = 16;

/// The page.
#[derive(Clone, Debug, Template)]
#[template(path = "public/statistics.html")]
pub struct StatisticsPage {
    layout: Layout,
    reports: u32,
    few: bool,
    charts: Vec<Chart>,
}

#[derive(Clone, Debug)]
enum Chart {
    Bars(Bars),
    Figures(Figures),
}

one_of!(Chart: Bars, Figures);

impl Chart {
    fn id(&self) -> &str {
        match self {
            Self::Bars(bars) => &bars.id,
            Self::Figures(figures) => figures.id,
        }
    }

    fn title(&self) -> &str {
        match self {
            Self::Bars(bars) => &bars.title,
            Self::Figures(figures) => figures.title,
        }
    }

    fn is_empty(&self) -> bool {
        match self {
            Self::Bars(bars) => bars.rows.is_empty(),
            Self::Figures(figures) => figures.rows.is_empty(),
        }
    }
}

impl StatisticsPage {
    /// Every chart that has something to show.
    pub fn new(layout: Layout, counts: &Counts, agreement: &[Agreement]) -> Self {
        let few = (counts.reports as usize) < MINIMUM;
        Self {
            layout,
            reports: counts.reports,
            few,
            charts: if few {
                Vec::new()
            } else {
                charts(counts, agreement, LINES)
            },
        }
    }
}

/// One chart as a table to take along, with every line; `None` where there is none of this name.
pub fn chart(counts: &Counts, agreement: &[Agreement], id: &str) -> Option<Table> {
    if (counts.reports as usize) < MINIMUM {
        return None;
    }
    let chart = charts(counts, agreement, usize::MAX)
        .into_iter()
        .find(|chart| chart.id() == id)?;
    Some(match chart {
        Chart::Bars(bars) => bars.table(),
        Chart::Figures(figures) => figures.table(),
    })
}

/// All charts, each with so many lines at most.
fn charts(counts: &Counts, agreement: &[Agreement], most: usize) -> Vec<Chart> {
    let labels = Labels::builtin();
    let terms = |id: &str, title: &str, list: ListId, tally: &Tally| {
        let ranked = tally.ranked().into_iter();
        let lines = ranked.map(|line| {
            let href = match list {
                ListId::FailureModes => labels.page_of_mode(&line.code),
                ListId::Sectors => paths::search(&format!("sector:{}", line.code)),
                ListId::Triggers => paths::search(&format!("trigger:{}", line.code)),
                ListId::Detectors => paths::search(&format!("detected-by:{}", line.code)),
                ListId::Factors => paths::search(&format!("factor:{}", line.code)),
                ListId::Helped => paths::search(&format!("helped:{}", line.code)),
                _ => String::new(),
            };
            Count::new(labels.term(list, &line.code), href, line.reports.into())
        });
        enough(id, title, lines.collect(), most)
    };
    let delays = bands(
        "delays",
        "How late",
        ListId::DetectionDelays,
        &counts.detection_delays,
        labels,
    );
    let bars = [
        quarters(counts, most.max(QUARTERS)),
        enough("kinds", "Kind of record", kinds(counts), most),
        enough("severities", "Severity", severities(counts), most),
        enough("hours", "Time of day", hours(counts), most),
        terms("sectors", "Sector", ListId::Sectors, &counts.sectors),
        technologies(counts, labels, most),
        terms(
            "modes",
            "How it failed",
            ListId::FailureModes,
            &counts.failure_modes,
        ),
        terms(
            "triggers",
            "What set it off",
            ListId::Triggers,
            &counts.triggers,
        ),
        terms(
            "phases",
            "What was going on",
            ListId::Phases,
            &counts.phases,
        ),
        terms(
            "detectors",
            "How it was noticed",
            ListId::Detectors,
            &counts.detectors,
        ),
        delays,
        terms(
            "gaps",
            "Why not sooner",
            ListId::DetectionGaps,
            &counts.detection_gaps,
        ),
        terms(
            "factors",
            "What contributed",
            ListId::Factors,
            &counts.factors,
        ),
        terms(
            "conditions",
            "Working conditions",
            ListId::HumanFactors,
            &counts.human_factors,
        ),
        terms(
            "impacts",
            "What was felt",
            ListId::ImpactKinds,
            &counts.impacts,
        ),
        terms(
            "difficulties",
            "What made it hard",
            ListId::ResponseDifficulties,
            &counts.difficulties,
        ),
        terms(
            "automation",
            "Automation’s part",
            ListId::AutomationParts,
            &counts.automation,
        ),
        terms("helped", "What helped", ListId::Helped, &counts.helped),
    ];
    let mut tried = counts.mitigations();
    tried.sort_by_key(|line| std::cmp::Reverse(line.effects.eased));
    let figures = [
        Figures::tried(&tried, most, labels),
        Figures::strengths(counts.strengths()),
        Figures::changed(&counts.remediations(), most, labels),
        Figures::agreement(agreement, labels),
    ];
    let bars = bars.into_iter().map(|mut bars| {
        bars.csv = paths::statistic(&bars.id);
        Chart::Bars(bars)
    });
    let figures = figures.into_iter().map(|mut figures| {
        figures.csv = paths::statistic(figures.id);
        Chart::Figures(figures)
    });
    bars.chain(figures).collect()
}

/// Bars of the terms that enough reports carry; how many others there are is said.
fn enough(id: &str, title: &str, mut counts: Vec<Count>, most: usize) -> Bars {
    counts.retain(|count| count.reports > 0);
    let all = counts.len();
    counts.retain(|count| count.reports >= MINIMUM as u64);
    let (many, few) = (counts.len(), all - counts.len());
    let first = (many > most).then(|| say!("statistics-first", most = most, many = many));
    let rest = (few > 0).then(|| say!("statistics-rest", few = few, minimum = MINIMUM));
    let note = match (first, rest) {
        (Some(first), Some(rest)) => say!("statistics-first-rest", first = first, rest = rest),
        (first, rest) => first.or(rest).unwrap_or_default(),
    };
    counts.truncate(most);
    Bars::new(id, title, note, counts)
}

fn plain(id: &str, label: impl Into<String>) -> Labelled {
    Labelled {
        id: id.to_owned(),
        label: label.into(),
        definition: String::new(),
    }
}

fn quarters(counts: &Counts, most: usize) -> Bars {
    let mut lines = counts.quarters.ranked();
    lines.sort_by_key(|line| std::cmp::Reverse(line.code));
    lines.truncate(most);
    lines.reverse();
    let counts = lines.into_iter().map(|line| {
        let id = line.code.to_string();
        let href = paths::search(&format!("period:{id}"));
        Count::new(plain(&id, line.code.label()), href, line.reports.into())
    });
    let mut bars = enough("quarters", "When it happened", counts.collect(), most);
    bars.note = Phrase::from("By quarter of a year; reports take weeks to months to come in.");
    bars
}

fn kinds(counts: &Counts) -> Vec<Count> {
    let lines = counts.kinds.ranked().into_iter();
    lines
        .map(|line| {
            let kind: RecordKind = line.code;
            let href = paths::search(&format!("kind:{}", kind.as_str()));
            Count::new(
                plain(kind.as_str(), kind.label()),
                href,
                line.reports.into(),
            )
        })
        .collect()
}

fn severities(counts: &Counts) -> Vec<Count> {
    let all = (1..=5)
        .rev()
        .filter_map(|step| Severity::try_from(step).ok());
    all.map(|severity| {
        let href = paths::search(&format!("severity:{severity}"));
        let label = plain(&severity.to_string(), severity.label());
        Count::new(label, href, counts.severities.get(&severity).into())
    })
    .collect()
}

fn hours(counts: &Counts) -> Vec<Count> {
    let all = [
        HourBlock::Night,
        HourBlock::Morning,
        HourBlock::Afternoon,
        HourBlock::Evening,
    ];
    let count = |block: HourBlock| {
        let label = plain(block.label(), block.label());
        Count::new(label, "", counts.hours.get(&block).into())
    };
    all.into_iter().map(count).collect()
}

fn technologies(counts: &Counts, labels: Labels, most: usize) -> Bars {
    let ranked = counts.technologies.ranked().into_iter();
    let lines = ranked.map(|line| {
        let slug: &Slug = &line.code;
        let href = paths::technology(slug.as_str());
        Count::new(labels.technology(slug), href, line.reports.into())
    });
    enough("technologies", "Technologies", lines.collect(), most)
}

impl StatisticsPage {
    /// The frame of the page.
    pub fn layout() -> Layout {
        Layout::public(
            Section::Patterns,
            "Statistics",
            "What the reports say when they are counted: kinds, sectors, failures, detection, remedies.",
        )
        .at(paths::STATISTICS)
    }
}
