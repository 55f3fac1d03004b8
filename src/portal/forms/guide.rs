//! Questions in place of an empty box.
//!
//! They follow the probes of the critical decision method (Klein and others, IEEE Transactions on
//! Systems, Man and Cybernetics 19 (3), 1989: cues, knowledge, goals, options, the basis of a
//! choice) and the rule that what people did made sense to them at the time
//! (Dekker, The Field Guide to Understanding "Human Error"). Each answer becomes a section of the
//! account under its heading; where luck helped has a place of its own in a report.

/// A question.
#[derive(Debug)]
pub struct Question {
    /// The heading its answer gets.
    pub heading: &'static str,
    /// What is asked.
    pub asks: &'static str,
    /// What an answer may speak of.
    pub hint: &'static str,
}

/// The questions, in the order in which a moment is lived through.
pub static GUIDE: [Question; 6] = [
    Question {
        heading: "What we saw first",
        asks: "What did you see, hear or notice first?",
        hint: "An alert, a graph, a call from a user, a feeling that something was off.",
    },
    Question {
        heading: "What we knew then",
        asks: "What did you know or expect at that point?",
        hint: "What you had met before, what looked normal, what the runbook said.",
    },
    Question {
        heading: "What mattered then",
        asks: "What mattered most then, and what pressed?",
        hint: "Users, data, a deadline, a handover, somebody waiting for an answer.",
    },
    Question {
        heading: "What else was possible",
        asks: "What else was possible at that moment?",
        hint: "Ways you weighed, and what spoke for and against them.",
    },
    Question {
        heading: "What made it sensible",
        asks: "What made it sensible at the time?",
        hint: "What was done, seen with the eyes of whoever did it.",
    },
    Question {
        heading: "What surprised us",
        asks: "What surprised you?",
        hint: "What behaved differently from how you thought it worked.",
    },
];

/// Whether a heading is that of a question, so that without an answer it says nothing.
pub(super) fn is_question(heading: &str) -> bool {
    GUIDE.iter().any(|question| question.heading == heading)
}
