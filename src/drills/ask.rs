//! What a group is asked at each inject.

use crate::report::EventType;

use super::story::Moment;
use super::{Happening, Inject};

/// Minutes of silence after which a group is asked how people hold out.
const LONG: i64 = 60;

/// A question to talk about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// What is known, and what only believed.
    Known,
    /// Where to look.
    Look,
    /// Whom to tell.
    Tell,
    /// What to try.
    Try,
    /// What would show an idea wrong.
    Disprove,
    /// What is left once an idea is ruled out.
    Left,
    /// Who feels it.
    Feel,
    /// Whether to do what is being tried.
    Risk,
    /// How to hold out.
    HoldOut,
    /// How one would know that it worked.
    Proof,
}

impl Question {
    /// The question as it is asked.
    pub fn text(self) -> &'static str {
        match self {
            Self::Known => "What do you know for sure, and what do you only believe?",
            Self::Look => "Where would you look first, and could you get at it right now?",
            Self::Tell => "Whom would you tell, and what would you say in two sentences?",
            Self::Try => "What would you try, and what could it break?",
            Self::Disprove => "What would show you that this idea is wrong?",
            Self::Left => "That idea is gone. What is left, and what have you not looked at?",
            Self::Feel => "Who feels this, and how would they hear of it?",
            Self::Risk => "Would you have done this? Who decides?",
            Self::HoldOut => "Time has passed. Who takes over, and what must they be told?",
            Self::Proof => "What would you do next, and what would tell you that it worked?",
        }
    }

    /// What a facilitator listens for; goes on after a colon.
    pub fn listen_for(self) -> &'static str {
        match self {
            Self::Known => "whether beliefs are said as beliefs.",
            Self::Look => "missing access, missing dashboards, one person who knows.",
            Self::Tell => "whether somebody outside the room is told, and by whom.",
            Self::Try => "whether there is a way back.",
            Self::Disprove => "whether anybody looks for evidence against the favourite idea.",
            Self::Left => "whether the group starts from what it saw, or from who is to blame.",
            Self::Feel => "whether those who suffer are thought of before those who watch.",
            Self::Risk => "whether it is clear who may decide.",
            Self::HoldOut => "a handover in words: state, ideas, what was tried, what is next.",
            Self::Proof => "a signal named before the action, not after it.",
        }
    }
}

/// Injects with their questions: those that fit any, and those that what happens asks for.
pub(super) fn injects<T: AsRef<str>>(groups: Vec<Vec<Moment<T>>>) -> Vec<Inject<T>> {
    let last = groups.len().saturating_sub(1);
    groups
        .into_iter()
        .enumerate()
        .map(|(place, moments)| {
            let mut questions = match place {
                0 => vec![Question::Known, Question::Look],
                _ => vec![Question::Try],
            };
            questions.extend(asked_for(&moments));
            if place == 1 {
                questions.push(Question::Tell);
            }
            if place == last {
                questions.retain(|question| *question != Question::Try);
                questions.push(Question::Proof);
            }
            if questions.len() == 1 {
                questions.insert(0, Question::Known);
            }
            Inject {
                happenings: happenings(moments),
                questions,
            }
        })
        .collect()
}

fn happenings<T>(moments: Vec<Moment<T>>) -> Vec<Happening<T>> {
    moments.into_iter().map(|moment| moment.happening).collect()
}

/// Words of events that have no type, and what they ask for; the first that fits counts.
const CUES: [(Question, &[&str]); 4] = [
    (
        Question::Left,
        &[
            "no effect",
            "no change",
            "nothing changes",
            "not the cause",
            "it isn't",
            "still fail",
            "worse",
        ],
    ),
    (
        Question::Disprove,
        &[
            "suspect",
            "guess",
            "think",
            "thought",
            "assume",
            "believe",
            "hypothesis",
        ],
    ),
    (
        Question::Feel,
        &[
            "customer",
            "user",
            "patient",
            "passenger",
            "student",
            "merchant",
            "complain",
            "shops",
        ],
    ),
    (
        Question::Risk,
        &[
            "restart", "reboot", "raised", "scaled", "scales", "switched", "stopped", "deleted",
            "decides",
        ],
    ),
];

fn by_words(text: &str) -> Option<Question> {
    let lower = text.to_lowercase();
    CUES.iter()
        .find(|(_, cues)| cues.iter().any(|cue| lower.contains(cue)))
        .map(|(question, _)| *question)
}

/// At most two, in the order of what happens.
fn asked_for<T: AsRef<str>>(moments: &[Moment<T>]) -> Vec<Question> {
    let mut questions: Vec<Question> = Vec::new();
    let mut before = None;
    for moment in moments {
        let by_kind = match moment.event {
            Some(EventType::HypothesisGenerated) => Some(Question::Disprove),
            Some(EventType::HypothesisDisproved) => Some(Question::Left),
            Some(EventType::Impact) => Some(Question::Feel),
            Some(EventType::MitigatorPotential | EventType::ActionNotTaken) => Some(Question::Risk),
            Some(_) => None,
            None => by_words(moment.happening.text.as_ref()),
        };
        let now = moment.happening.offset_minutes;
        let waited = match (before, now) {
            (Some(before), Some(now)) => now - before >= LONG,
            _ => false,
        };
        before = now.or(before);
        let found = by_kind
            .into_iter()
            .chain(waited.then_some(Question::HoldOut));
        for question in found {
            if !questions.contains(&question) {
                questions.push(question);
            }
        }
    }
    questions.truncate(2);
    questions
}
