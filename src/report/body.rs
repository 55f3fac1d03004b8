//! The report itself.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Action, Coded, Context, Factor, HourBlock, Mitigation, Period, Primary, RecordKind, Severity,
    Slug, TechnologyUse, TimelineEvent,
};

/// One incident, near miss, hazard or save, told so that others can learn from it.
///
/// `T` is the kind of text: raw while the reporter writes, redacted once anonymised.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, bound(deserialize = "T: Deserialize<'de> + Default"))]
#[schemars(bound = "T: JsonSchema + Default + Serialize")]
pub struct Report<T> {
    /// What kind of record this is.
    pub kind: RecordKind,
    /// A short title.
    pub title: T,
    /// One or two sentences (25 to 30 words) for lists and search results.
    pub synopsis: T,
    /// The reporter's summary, a paragraph or two.
    pub summary: T,
    /// One or more accounts, each from one perspective.
    pub narratives: Vec<Narrative<T>>,
    /// Who felt it and how.
    pub impact: Impact<T>,
    /// How it was noticed.
    pub detection: Detection<T>,
    /// What happened in order, relative to the first event.
    pub timeline: Vec<TimelineEvent<T>>,
    /// What contributed, as a tree: several, never one "root cause".
    pub factors: Vec<Factor<T>>,
    /// Which factor mattered most, if one did.
    pub primary: Primary,
    /// What was tried to stop it, in order, with its effect.
    pub mitigations: Vec<Mitigation<T>>,
    /// What helped.
    pub helped: Vec<T>,
    /// Where luck helped.
    pub luck: Vec<T>,
    /// What was or will be changed.
    pub actions: Vec<Action<T>>,
    /// What was learnt.
    pub lessons: Vec<T>,
    /// Technologies with their part in it.
    pub technologies: Vec<TechnologyUse>,
    /// What was observed (taxonomy `event-types`).
    pub events: Vec<Coded>,
    /// What was going on when it began (`phases`).
    pub phases: Vec<Coded>,
    /// What changed just before (`triggers`); kept apart from factors.
    pub triggers: Vec<Coded>,
    /// How it failed (`failure-modes`).
    pub failure_modes: Vec<Coded>,
    /// Human and organisational conditions in neutral words (`human-factors`).
    pub human_factors: Vec<Coded>,
    /// What automation did, for better or worse (`automation-parts`).
    pub automation: Vec<Coded>,
    /// What made the response hard (`response-difficulties`).
    pub difficulties: Vec<Coded>,
    /// What helped, coded (`helped`).
    pub helped_codes: Vec<Coded>,
    /// In what kind of organisation, in bands.
    pub context: Context,
    /// When, as a month or quarter; nothing finer is kept.
    pub period: Option<Period>,
    /// Local quarter of the day.
    pub hours: Option<HourBlock>,
    /// 1 (negligible) to 5 (catastrophic), as the reporter saw it.
    pub severity: Option<Severity>,
}

/// One account of the incident, by somebody in one role.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Narrative<T> {
    /// The teller's role (taxonomy `reporter-roles`), never a name.
    pub perspective: Option<Slug>,
    /// Heading in the write-up where this part comes from, if it had one.
    pub heading: Option<T>,
    /// Markdown.
    pub text: T,
}

/// Who felt it, how much, how long.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, bound(deserialize = "T: Deserialize<'de> + Default"))]
#[schemars(bound = "T: JsonSchema + Default + Serialize")]
pub struct Impact<T> {
    /// In the reporter's words.
    pub text: T,
    /// Taxonomy `impact-who`.
    pub who: Vec<Coded>,
    /// Taxonomy `impact-kinds`.
    pub kinds: Vec<Coded>,
    /// Share of users or requests (`impact-extents`).
    pub extent: Option<Slug>,
    /// Duration band (`impact-durations`).
    pub duration: Option<Slug>,
    /// Taxonomy `reversibility`.
    pub reversibility: Option<Slug>,
}

/// How it was noticed and how late.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, bound(deserialize = "T: Deserialize<'de> + Default"))]
#[schemars(bound = "T: JsonSchema + Default + Serialize")]
pub struct Detection<T> {
    /// In the reporter's words.
    pub text: T,
    /// Who or what noticed (`detectors`).
    pub detectors: Vec<Coded>,
    /// Delay band (`detection-delays`).
    pub delay: Option<Slug>,
    /// Why it was not noticed sooner (`detection-gaps`).
    pub gaps: Vec<Coded>,
}

impl<T> Report<T> {
    /// The same report with each text turned into another kind, in reading order.
    pub fn map_text<U>(self, mut f: impl FnMut(T) -> U) -> Report<U> {
        let f: &mut dyn FnMut(T) -> U = &mut f;
        Report {
            title: f(self.title),
            synopsis: f(self.synopsis),
            summary: f(self.summary),
            narratives: self
                .narratives
                .into_iter()
                .map(|n| Narrative {
                    perspective: n.perspective,
                    heading: n.heading.map(&mut *f),
                    text: f(n.text),
                })
                .collect(),
            impact: Impact {
                text: f(self.impact.text),
                who: self.impact.who,
                kinds: self.impact.kinds,
                extent: self.impact.extent,
                duration: self.impact.duration,
                reversibility: self.impact.reversibility,
            },
            detection: Detection {
                text: f(self.detection.text),
                detectors: self.detection.detectors,
                delay: self.detection.delay,
                gaps: self.detection.gaps,
            },
            timeline: self.timeline.into_iter().map(|e| e.map_text(f)).collect(),
            factors: self.factors.into_iter().map(|x| x.map_text(f)).collect(),
            mitigations: self
                .mitigations
                .into_iter()
                .map(|m| m.map_text(f))
                .collect(),
            helped: self.helped.into_iter().map(&mut *f).collect(),
            luck: self.luck.into_iter().map(&mut *f).collect(),
            actions: self.actions.into_iter().map(|a| a.map_text(f)).collect(),
            lessons: self.lessons.into_iter().map(&mut *f).collect(),
            kind: self.kind,
            primary: self.primary,
            technologies: self.technologies,
            events: self.events,
            phases: self.phases,
            triggers: self.triggers,
            failure_modes: self.failure_modes,
            human_factors: self.human_factors,
            automation: self.automation,
            difficulties: self.difficulties,
            helped_codes: self.helped_codes,
            context: self.context,
            period: self.period,
            hours: self.hours,
            severity: self.severity,
        }
    }

    /// Every text of the report in reading order, the order of [`Report::map_text`].
    pub fn texts(&self) -> Vec<&T> {
        let mut texts = vec![&self.title, &self.synopsis, &self.summary];
        for narrative in &self.narratives {
            texts.extend(&narrative.heading);
            texts.push(&narrative.text);
        }
        texts.push(&self.impact.text);
        texts.push(&self.detection.text);
        texts.extend(self.timeline.iter().map(|e| &e.text));
        for factor in &self.factors {
            factor.push_texts(&mut texts);
        }
        texts.extend(self.mitigations.iter().map(|m| &m.text));
        texts.extend(&self.helped);
        texts.extend(&self.luck);
        for action in &self.actions {
            texts.push(&action.text);
            texts.extend(action.followups.iter().map(|told| &told.why));
        }
        texts.extend(&self.lessons);
        texts
    }

    /// Every list of codes.
    pub(super) fn codes_mut(&mut self) -> [&mut Vec<Coded>; 12] {
        [
            &mut self.impact.who,
            &mut self.impact.kinds,
            &mut self.detection.detectors,
            &mut self.detection.gaps,
            &mut self.events,
            &mut self.phases,
            &mut self.triggers,
            &mut self.failure_modes,
            &mut self.human_factors,
            &mut self.automation,
            &mut self.difficulties,
            &mut self.helped_codes,
        ]
    }
}

impl<T: Default> Report<T> {
    /// Only what counts and a line to find it by: title, synopsis and codes. Everything told at
    /// length is left out.
    #[must_use]
    pub fn short(self) -> Self {
        Self {
            summary: T::default(),
            narratives: Vec::new(),
            impact: Impact {
                text: T::default(),
                ..self.impact
            },
            detection: Detection {
                text: T::default(),
                ..self.detection
            },
            timeline: Vec::new(),
            factors: coded_only(self.factors),
            mitigations: self
                .mitigations
                .into_iter()
                .filter(|tried| tried.code.is_some())
                .map(|tried| Mitigation {
                    text: T::default(),
                    ..tried
                })
                .collect(),
            helped: Vec::new(),
            luck: Vec::new(),
            actions: Vec::new(),
            lessons: Vec::new(),
            primary: Primary::Unstated,
            ..self
        }
    }
}

/// The coded factors of a tree, without words and side by side.
fn coded_only<T: Default>(factors: Vec<Factor<T>>) -> Vec<Factor<T>> {
    let mut kept = Vec::new();
    for factor in factors {
        if factor.code.is_some() {
            kept.push(Factor {
                code: factor.code,
                ..Factor::default()
            });
        }
        kept.extend(coded_only(factor.children));
    }
    kept
}
