//! What a digest holds. Every form (page, Markdown, JSON) is made from this and nothing else.
//!
//! Labels are written into it when it is compiled, so that an issue once out reads the same after
//! the taxonomy has moved on.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::report::{
    ActionResult, ActionStatus, Effect, RecordKind, ReportId, Severity, Slug, Span, Strength,
};

use super::{About, AlertLine, Hand, Intake, News, Practice, Theme, Trend};

/// The issue of one month, quarter or year; or one that a reader asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Digest<T> {
    /// The month, quarter or year it covers, or four quarters in a row.
    pub period: Span,
    /// What it is about, where a reader asked for that and not for everything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<About>,
    /// Reports published in it.
    pub reports: u32,
    /// How many of them are invented samples.
    pub samples: u32,
    /// What came in, in bands; only where it is about everything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intake: Option<Intake>,
    /// What it is about most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<Theme>,
    /// Who had a look at it before it came out.
    #[serde(default)]
    pub hand: Hand,
    /// An editor's words at its head.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opening: Option<T>,
    /// Why an issue that was out was changed by an editor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<T>,
    /// It was out, and something it named is no longer public, or changed.
    #[serde(default)]
    pub anew: bool,
    /// What is new.
    #[serde(default)]
    pub news: News,
    /// The technologies most reported, at most ten.
    pub by_stack: Vec<StackLine>,
    /// The failure modes most reported, at most ten.
    pub patterns: Vec<PatternLine>,
    /// Three to five reports retold; fewer when fewer tell enough.
    pub retellings: Vec<Retelling<T>>,
    /// What helped, the most reported first.
    pub helped: Vec<HelpedLine>,
    /// What was tried to stop it, the most tried first.
    pub mitigations: Vec<MitigationLine>,
    /// Changes that do not lean on people being careful, those that held first.
    pub actions: Vec<ActionWorthCopying<T>>,
    /// What to go through this time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub practice: Option<Practice>,
    /// Alerts published in its time, the newest first.
    #[serde(default)]
    pub alerts: Vec<AlertLine<T>>,
    /// What would you have done?
    pub case: Option<Case<T>>,
    /// What the numbers can and cannot say.
    pub bias: String,
    /// How this issue was made.
    pub how_made: String,
}

/// A code and the words people read for it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Term {
    /// The words people read.
    pub label: String,
    /// The code.
    pub slug: Slug,
}

/// How often a technology was reported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StackLine {
    /// The technology.
    pub technology: Term,
    /// Reports published in the period in which it took part.
    pub new: u32,
    /// The same since the registry began.
    pub total: u32,
    /// The failure modes reported with it at least twice in the period, at most three.
    pub modes: Vec<Term>,
}

/// How often a failure mode was reported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PatternLine {
    /// The failure mode.
    pub mode: Term,
    /// Reports published in the period that show it.
    pub new: u32,
    /// The same in the period of the same length just before; of an issue that a reader asked for,
    /// 0 where they are too few to be counted, here and below.
    pub before: u32,
    /// The same since the registry began.
    pub total: u32,
    /// What the numbers say together.
    pub trend: Trend,
    /// The technologies reported with it at least twice in the period, at most three.
    pub technologies: Vec<Term>,
}

/// Whole sentences that belong together; a space between them.
pub type Paragraph<T> = Vec<Piece<T>>;

/// A sentence of the report, or one that the program wrote from codes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Piece<T> {
    /// Word for word from the report, without its Markdown marks.
    Quoted(T),
    /// From the report's codes.
    Ours(String),
    /// In an editor's words.
    Edited(T),
}

/// A report retold in [`RETOLD_WORDS`](super::RETOLD_WORDS) words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Retelling<T> {
    /// Which report.
    pub source: Source<T>,
    /// What happened and what lay behind it.
    pub paragraphs: Vec<Paragraph<T>>,
    /// What helped.
    pub helped: Paragraph<T>,
    /// Whose words it is told in.
    #[serde(default)]
    pub hand: Hand,
}

/// Where a story comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Source<T> {
    /// The report.
    pub report: ReportId,
    /// It is an invented sample.
    pub sample: bool,
    /// Its title, without Markdown marks.
    pub title: T,
    /// What kind of record it is.
    pub kind: RecordKind,
    /// As the reporter saw it.
    pub severity: Option<Severity>,
    /// The sector, where it is known.
    pub sector: Option<Term>,
    /// Technologies that took part, those that failed first.
    pub technologies: Vec<Term>,
    /// How it failed.
    pub modes: Vec<Term>,
}

/// Something that helped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HelpedLine {
    /// What.
    pub what: Term,
    /// Reports published in the period that say so.
    pub reports: u32,
}

/// Something tried to stop an incident.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MitigationLine {
    /// What.
    pub what: Term,
    /// Reports in which it was tried.
    pub tried: u32,
    /// Reports in which it worked.
    pub worked: u32,
    /// Reports in which it helped somewhat.
    pub partly: u32,
    /// Reports in which it changed nothing.
    pub no_effect: u32,
    /// Reports in which it made things worse.
    pub made_worse: u32,
}

/// A change that others may want, too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ActionWorthCopying<T> {
    /// In the reporter's words.
    pub text: T,
    /// What class of change it is.
    pub class: Option<Term>,
    /// How much it leans on people being careful.
    pub strength: Strength,
    /// How far it got.
    pub status: Option<ActionStatus>,
    /// Whether it held.
    pub result: Option<ActionResult>,
    /// The report it comes from.
    pub report: ReportId,
    /// Reports published in the period that chose this class of change; at least one.
    pub reports: u32,
}

/// "What would you have done?": a story told halfway, four choices, and the rest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Case<T> {
    /// Which report; shown with the rest of the story, because the title may give it away.
    pub source: Source<T>,
    /// The first half of the story.
    pub first_half: Vec<Beat<T>>,
    /// Four things one could try, by label; some report tried each of them.
    pub choices: Vec<Term>,
    /// What happened then.
    pub rest: Vec<Beat<T>>,
    /// What was tried, in order, and what it did.
    pub tried: Vec<Tried>,
    /// What the reporters say they learnt.
    pub lessons: Paragraph<T>,
}

/// One moment of a story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Beat<T> {
    /// Minutes from the first event, where the report tells.
    pub offset_minutes: Option<i64>,
    /// What happened, word for word.
    pub text: T,
}

/// Something tried in a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Tried {
    /// What.
    pub what: Term,
    /// What it did, where the report says so.
    pub effect: Option<Effect>,
}

impl<T: AsRef<str>> Piece<T> {
    /// Its words.
    pub fn words(&self) -> &str {
        match self {
            Self::Quoted(text) | Self::Edited(text) => text.as_ref(),
            Self::Ours(text) => text,
        }
    }
}

impl<T> Digest<T> {
    /// The same digest with each text turned into another kind, in reading order.
    pub fn map_text<U>(self, mut f: impl FnMut(T) -> U) -> Digest<U> {
        let f: &mut dyn FnMut(T) -> U = &mut f;
        Digest {
            period: self.period,
            about: self.about,
            reports: self.reports,
            samples: self.samples,
            intake: self.intake,
            hand: self.hand,
            opening: self.opening.map(&mut *f),
            note: self.note.map(&mut *f),
            anew: self.anew,
            theme: self.theme,
            news: self.news,
            by_stack: self.by_stack,
            patterns: self.patterns,
            retellings: self
                .retellings
                .into_iter()
                .map(|retelling| retelling.map_text(f))
                .collect(),
            helped: self.helped,
            mitigations: self.mitigations,
            actions: self
                .actions
                .into_iter()
                .map(|action| action.map_text(f))
                .collect(),
            practice: self.practice,
            alerts: self
                .alerts
                .into_iter()
                .map(|alert| AlertLine {
                    id: alert.id,
                    number: alert.number,
                    title: f(alert.title),
                })
                .collect(),
            case: self.case.map(|case| Case {
                source: case.source.map_text(f),
                first_half: map_beats(case.first_half, f),
                choices: case.choices,
                rest: map_beats(case.rest, f),
                tried: case.tried,
                lessons: map_paragraph(case.lessons, f),
            }),
            bias: self.bias,
            how_made: self.how_made,
        }
    }
}

impl<T> Retelling<T> {
    pub(super) fn map_text<U>(self, f: &mut dyn FnMut(T) -> U) -> Retelling<U> {
        let paragraphs = self.paragraphs.into_iter();
        Retelling {
            source: self.source.map_text(f),
            paragraphs: paragraphs
                .map(|paragraph| map_paragraph(paragraph, f))
                .collect(),
            helped: map_paragraph(self.helped, f),
            hand: self.hand,
        }
    }
}

impl<T> Source<T> {
    fn map_text<U>(self, f: &mut dyn FnMut(T) -> U) -> Source<U> {
        Source {
            report: self.report,
            sample: self.sample,
            title: f(self.title),
            kind: self.kind,
            severity: self.severity,
            sector: self.sector,
            technologies: self.technologies,
            modes: self.modes,
        }
    }
}

impl<T> ActionWorthCopying<T> {
    fn map_text<U>(self, f: &mut dyn FnMut(T) -> U) -> ActionWorthCopying<U> {
        ActionWorthCopying {
            text: f(self.text),
            class: self.class,
            strength: self.strength,
            status: self.status,
            result: self.result,
            report: self.report,
            reports: self.reports,
        }
    }
}

fn map_paragraph<T, U>(paragraph: Paragraph<T>, f: &mut dyn FnMut(T) -> U) -> Paragraph<U> {
    paragraph
        .into_iter()
        .map(|piece| match piece {
            Piece::Quoted(text) => Piece::Quoted(f(text)),
            Piece::Ours(text) => Piece::Ours(text),
            Piece::Edited(text) => Piece::Edited(f(text)),
        })
        .collect()
}

fn map_beats<T, U>(beats: Vec<Beat<T>>, f: &mut dyn FnMut(T) -> U) -> Vec<Beat<U>> {
    beats
        .into_iter()
        .map(|beat| Beat {
            offset_minutes: beat.offset_minutes,
            text: f(beat.text),
        })
        .collect()
}
