//! The timeline: a drawing with gaps to scale, and the list it was drawn from.

use askama::Template;

use super::component;
use super::words::{self, Lane};
use crate::anonymise::RedactedText;
use crate::portal::{Html, Said, markup};
use crate::report::TimelineEvent;

/// A gap longer than this share of the whole is cut, with a break mark.
const LONG_GAP: f64 = 0.45;
/// What a cut gap takes of the drawing's width, in per cent.
const CUT: f64 = 12.0;

/// A report's timeline.
#[derive(Clone, Debug, Template)]
#[template(path = "components/timeline.html")]
pub(crate) struct TimelineView {
    pub(crate) entries: Vec<Entry>,
    pub(crate) drawing: Option<Drawing>,
}

component!(TimelineView);

#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// `+12m`; empty where only the order is known.
    pub(crate) offset: String,
    pub(crate) approximate: bool,
    pub(crate) mark: &'static str,
    pub(crate) label: &'static str,
    pub(crate) text: Html,
    /// "1h 40m later", where the gap before is long.
    pub(crate) gap: Said,
}

#[derive(Clone, Debug)]
pub(crate) struct Drawing {
    pub(crate) lanes: Vec<LaneView>,
    /// Break marks, in per cent of the width.
    pub(crate) breaks: Vec<Break>,
    pub(crate) ticks: Vec<Tick>,
    pub(crate) height: usize,
    /// Read aloud in place of the drawing.
    pub(crate) description: Said,
}

#[derive(Clone, Debug)]
pub(crate) struct LaneView {
    pub(crate) label: &'static str,
    pub(crate) y: usize,
    pub(crate) marks: Vec<Mark>,
}

#[derive(Clone, Debug)]
pub(crate) struct Mark {
    pub(crate) x: String,
    pub(crate) shape: &'static str,
}

#[derive(Clone, Debug)]
pub(crate) struct Break {
    pub(crate) x: String,
}

#[derive(Clone, Debug)]
pub(crate) struct Tick {
    pub(crate) x: String,
    pub(crate) anchor: &'static str,
    pub(crate) label: String,
}

impl TimelineView {
    pub(crate) fn new(events: &[TimelineEvent<RedactedText>]) -> Option<Self> {
        if events.is_empty() {
            return None;
        }
        let scale = Scale::of(events);
        let mut before: Option<i64> = None;
        let entries = events
            .iter()
            .map(|event| {
                let words = event.event.map(words::event);
                let gap = match (before, event.offset_minutes, &scale) {
                    (Some(last), Some(now), Some(scale)) if scale.is_long(now - last) => {
                        let span = words::span((now - last).unsigned_abs());
                        say!("timeline-later", span = span)
                    }
                    _ => Said::default(),
                };
                before = event.offset_minutes.or(before);
                Entry {
                    offset: event.offset_minutes.map(words::offset).unwrap_or_default(),
                    approximate: event.approximate,
                    mark: words.as_ref().map_or("dot", |words| words.mark),
                    label: words.as_ref().map_or("", |words| words.label),
                    text: markup::line(&event.text),
                    gap,
                }
            })
            .collect();
        let drawing = scale.map(|scale| draw(events, &scale));
        Some(Self { entries, drawing })
    }
}

/// Where minutes lie on the drawing.
struct Scale {
    /// Minutes and place of every distinct moment, in order.
    stops: Vec<(i64, f64)>,
    breaks: Vec<f64>,
    span: i64,
}

impl Scale {
    /// `None` for fewer than three moments: a drawing would say nothing.
    #[expect(
        clippy::cast_precision_loss,
        reason = "minutes of one incident are far below 2^52"
    )]
    fn of(events: &[TimelineEvent<RedactedText>]) -> Option<Self> {
        let mut moments: Vec<i64> = events
            .iter()
            .filter_map(|event| event.offset_minutes)
            .collect();
        moments.sort_unstable();
        moments.dedup();
        let (first, last) = (*moments.first()?, *moments.last()?);
        if moments.len() < 3 {
            return None;
        }
        let span = last.saturating_sub(first).max(1);
        let gaps: Vec<i64> = moments
            .iter()
            .zip(moments.iter().skip(1))
            .map(|(a, b)| b - a)
            .collect();
        let long = |gap: i64| gap as f64 > span as f64 * LONG_GAP;
        let cuts = gaps.iter().filter(|gap| long(**gap)).count();
        let drawn: i64 = gaps.iter().filter(|gap| !long(**gap)).sum();
        let per_minute = (100.0 - cuts as f64 * CUT) / drawn.max(1) as f64;
        let mut at = 0.0;
        let mut stops = vec![(first, 0.0)];
        let mut breaks = Vec::new();
        for (moment, gap) in moments.iter().skip(1).zip(gaps) {
            let width = if long(gap) {
                CUT
            } else {
                gap as f64 * per_minute
            };
            if long(gap) {
                breaks.push(at + width / 2.0);
            }
            at += width;
            stops.push((*moment, at));
        }
        Some(Self {
            stops,
            breaks,
            span,
        })
    }

    fn place(&self, minutes: i64) -> f64 {
        self.stops
            .iter()
            .find(|(moment, _)| *moment == minutes)
            .map_or(0.0, |(_, x)| *x)
    }

    /// Worth a word between two entries of the list.
    fn is_long(&self, gap: i64) -> bool {
        gap >= 15 && gap.saturating_mul(4) >= self.span
    }
}

/// Keeps marks at both ends inside the drawing.
fn x(place: f64) -> String {
    format!("{:.2}%", 1.5 + place * 0.97)
}

fn draw(events: &[TimelineEvent<RedactedText>], scale: &Scale) -> Drawing {
    let timed = || {
        events.iter().filter_map(|event| {
            event
                .offset_minutes
                .map(|at| (at, event.event.map(words::event)))
        })
    };
    let mut kinds: Vec<Option<Lane>> = timed()
        .map(|(_, words)| words.map(|words| words.lane))
        .collect();
    kinds.sort_unstable_by_key(|lane| (lane.is_none(), *lane));
    kinds.dedup();
    let lanes: Vec<LaneView> = kinds
        .iter()
        .enumerate()
        .map(|(row, lane)| LaneView {
            label: match lane {
                Some(lane) => lane.label(),
                None if kinds.len() > 1 => "Other",
                None => "",
            },
            y: 30 + row * 46,
            marks: timed()
                .filter(|(_, words)| words.as_ref().map(|words| words.lane) == *lane)
                .map(|(at, words)| Mark {
                    x: x(scale.place(at)),
                    shape: words.map_or("dot", |words| words.mark),
                })
                .collect(),
        })
        .collect();
    let ends = [scale.stops.first(), scale.stops.last()];
    let ticks = ends
        .into_iter()
        .flatten()
        .zip(["start", "end"])
        .map(|((at, place), anchor)| Tick {
            x: x(*place),
            anchor,
            label: words::offset(*at),
        })
        .chain(middle_ticks(scale))
        .collect();
    Drawing {
        height: 30 + kinds.len().saturating_sub(1) * 46 + 44,
        description: say!(
            "timeline-described",
            events = timed().count(),
            span = words::span(scale.span.unsigned_abs())
        ),
        breaks: scale
            .breaks
            .iter()
            .map(|place| Break { x: x(*place) })
            .collect(),
        lanes,
        ticks,
    }
}

/// Labels between the ends where there is room: every moment at least a fifth of the width from
/// the label before it.
fn middle_ticks(scale: &Scale) -> Vec<Tick> {
    let mut last = 0.0;
    let mut ticks = Vec::new();
    for (at, place) in &scale.stops {
        if place - last >= 22.0 && *place <= 78.0 {
            last = *place;
            ticks.push(Tick {
                x: x(*place),
                anchor: "middle",
                label: words::offset(*at),
            });
        }
    }
    ticks
}
