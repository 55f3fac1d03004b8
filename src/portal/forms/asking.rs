//! What somebody comes to tell, in their own words, and how each of these is asked about.
//!
//! A near miss, a hazard or a save is not a smaller incident: asked in the words of an outage,
//! people leave it untold (the field's schemes ask for them by name).

use crate::report::RecordKind;

/// One thing there is to tell, with the words of its form.
#[derive(Debug)]
pub struct Asking {
    /// Its name in addresses and forms.
    pub id: &'static str,
    /// The kind of record it becomes.
    pub kind: RecordKind,
    /// How people say it.
    pub choice: &'static str,
    /// What counts as it.
    pub means: &'static str,
    /// What the title should say.
    pub title: &'static str,
    /// The question for the account.
    pub story: &'static str,
    /// How to answer it.
    pub story_hint: &'static str,
    /// The question for what was seen.
    pub seen: &'static str,
    /// The question for what changed just before.
    pub trigger: &'static str,
    /// The question for how it failed.
    pub failed: &'static str,
    /// The question for what contributed.
    pub factors: &'static str,
    /// The question for luck.
    pub luck: &'static str,
}

/// All of them: first the five that the start page asks for.
static ASKINGS: [Asking; 8] = [
    Asking {
        id: "broke",
        kind: RecordKind::Incident,
        choice: "Something broke",
        means: "It went wrong, and somebody felt it.",
        title: "What went wrong with what, in a few words.",
        story: "What happened?",
        story_hint: "In the order it made sense then: what you saw, what you did, how it ended.",
        seen: "What was seen",
        trigger: "What changed just before",
        failed: "How it failed",
        factors: "What contributed",
        luck: "Where did luck help?",
    },
    Asking {
        id: "nearly",
        kind: RecordKind::NearMiss,
        choice: "It nearly broke",
        means: "It was on its way to going wrong, and did not.",
        title: "What nearly went wrong with what, in a few words.",
        story: "What nearly happened, and what stopped it?",
        story_hint: "How far it got, how you noticed, what would have come next.",
        seen: "What would have been seen",
        trigger: "What set it going",
        failed: "How it would have failed",
        factors: "What let it get that far",
        luck: "What held it off by luck alone?",
    },
    Asking {
        id: "hazard",
        kind: RecordKind::Hazard,
        choice: "We noticed a hazard",
        means: "Nothing has happened yet. One day it could.",
        title: "What could go wrong with what, in a few words.",
        story: "What did you notice, and what could come of it?",
        story_hint: "Where it lies, how long it may have been there, what would have to meet for it to hurt.",
        seen: "What would be seen first",
        trigger: "What could set it off",
        failed: "How it would fail",
        factors: "What makes it possible",
        luck: "What has kept it from happening so far?",
    },
    Asking {
        id: "save",
        kind: RecordKind::Save,
        choice: "Somebody or something saved it",
        means: "A person, a check or a fallback stopped it in time.",
        title: "What was saved, and by what, in a few words.",
        story: "What was about to happen, and what saved it?",
        story_hint: "Who or what noticed, by which sign, and what was done with how much time left. Roles, not names.",
        seen: "What gave it away",
        trigger: "What set it going",
        failed: "How it would have failed",
        factors: "What made it necessary to save",
        luck: "How much of it was luck?",
    },
    Asking {
        id: "well",
        kind: RecordKind::Save,
        choice: "Something went well",
        means: "A change, a move or a bad day that others could have lost, and how it was done.",
        title: "What went well with what, in a few words.",
        story: "What went well, and how was it done?",
        story_hint: "What you had prepared, what you adapted on the way, what you would do again.",
        seen: "What could have been seen",
        trigger: "What put it to the test",
        failed: "How it could have failed",
        factors: "What made it work",
        luck: "How much of it was luck?",
    },
    Asking {
        id: "later",
        kind: RecordKind::DegradationUnnoticed,
        choice: "It had been wrong for a while",
        means: "Nobody saw it until later.",
        title: "What had been going wrong with what, in a few words.",
        story: "What had been going wrong, and how did it come to light?",
        story_hint: "Since about when, what it did meanwhile, and what looked normal.",
        seen: "What was seen in the end",
        trigger: "What changed when it began",
        failed: "How it failed",
        factors: "What contributed, and what hid it",
        luck: "Where did luck help?",
    },
    Asking {
        id: "exercise",
        kind: RecordKind::ExerciseFinding,
        choice: "A drill showed something",
        means: "A game day or exercise brought it up.",
        title: "What the exercise showed, in a few words.",
        story: "What did you try, and what did you find?",
        story_hint: "What you expected, what happened instead, what the real thing would have looked like.",
        seen: "What was seen",
        trigger: "What the exercise changed",
        failed: "How it failed",
        factors: "What contributed",
        luck: "Where did luck help?",
    },
    Asking {
        id: "alarm",
        kind: RecordKind::FalseAlarm,
        choice: "It was a false alarm",
        means: "An alarm without a cause, and what it cost.",
        title: "Which alarm about what, in a few words.",
        story: "What did the alarm say, and what was true?",
        story_hint: "Who was called, what they did, how they found out that nothing was wrong.",
        seen: "What was reported",
        trigger: "What set the alarm off",
        failed: "What it looked like",
        factors: "What made it sound",
        luck: "Where did luck help?",
    },
];

/// As many are asked for before the others.
const FIRST: usize = 5;

impl Asking {
    /// The one with this name, or else the first that becomes this kind.
    pub fn of(id: &str, kind: RecordKind) -> &'static Self {
        let [first, ..] = &ASKINGS;
        let named = ASKINGS.iter().find(|asking| asking.id == id);
        let alike = || ASKINGS.iter().find(|asking| asking.kind == kind);
        named
            .filter(|asking| asking.kind == kind)
            .or_else(alike)
            .unwrap_or(first)
    }

    /// The one with this name, or else an incident.
    pub fn named(id: &str) -> &'static Self {
        let named = ASKINGS.iter().find(|asking| asking.id == id);
        named.unwrap_or_else(|| Self::of("", RecordKind::Incident))
    }

    /// Those that the start page asks for, and the rest.
    pub fn offered() -> (&'static [Self], &'static [Self]) {
        ASKINGS.split_at(FIRST)
    }
}
