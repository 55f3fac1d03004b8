//! What becomes a sentence and what does not.

use crate::anonymise::RedactedText;

use super::{Place, Sentence, english, line, sentences};

fn text(markdown: &str) -> RedactedText {
    RedactedText::from_store(markdown.to_owned())
}

fn found(markdown: &str) -> Vec<String> {
    let found = sentences(&text(markdown));
    found.into_iter().map(|s| s.text.to_string()).collect()
}

#[test]
fn sentences_end_where_a_new_one_begins() {
    assert_eq!(
        found(
            "The pool was full, e.g. of idle connections. Version 2.4 did not help! On 3. Mai \
             nothing changed. \"Nobody called us.\" [Engineer A] restarted the proxy."
        ),
        [
            "The pool was full, e.g. of idle connections.",
            "Version 2.4 did not help!",
            "On 3. Mai nothing changed.",
            "[Engineer A] restarted the proxy.",
        ]
    );
}

#[test]
fn marks_go_and_words_stay() {
    assert_eq!(
        found(
            "The **primary** of `redis` was *gone*,\nand [the page](https://example.org) said so."
        ),
        ["The primary of redis was gone, and the page said so."]
    );
}

#[test]
fn only_prose_is_taken() {
    for not_prose in [
        "# The heading is not a sentence.",
        "- An item of a list is not a sentence.",
        "| The table | is not. |\n|---|---|\n| It never | was one. |",
        "```\nThe code is not a sentence.\n```",
        "> The quotation is not ours to take.",
        "no capital at the beginning of this one.",
        "The sentence has no end",
        "Status: the form says final here.",
        "Did anybody look at the board?",
        "The request to https://example.org/a/b went nowhere.",
        "The call `SELECT * FROM orders WHERE id = 1` was slow.",
        "The setting max_connections was too small.",
        "The log said ERROR: upstream timed out again.",
        "The table below, shows the rest of it.",
        "The hosts [Host A], [Host B] were both gone.",
        "The [Host A] and then [Host B] and later [Host C] went away one by one.",
        "The image ![of a graph](graph.png) shows it.",
        "The value was &lt; nothing at all.",
        "A bracket (was opened and never closed.",
        "Too short.",
        "Alert at night, again and again.",
        "Resolved — [T+0] Playback is back on all devices.",
        "We looked at the board [T+5m] and nobody saw it.",
        "TL;DR - the node leaked memory and got slow.",
        "Sorry for the style of what follows here.",
        "Who is needed can be called at [phone].",
        "It is issued by one that comes from...",
    ] {
        assert_eq!(found(not_prose), Vec::<String>::new(), "{not_prose}");
    }
}

#[test]
fn a_moment_may_stand_where_a_sentence_has_room_for_it() {
    for told in [
        "At [T+5m] the queue was full again.",
        "[T+5m] was too late for all of them.",
        "The queue was full from [T+5m] to [T+9m] on one node.",
        "The queue (full since [T+5m]) was drained by hand.",
        "Files carry watermarks per recipient.",
    ] {
        assert_eq!(found(told), [told]);
    }
}

#[test]
fn english_is_known_by_its_small_words() {
    assert!(english(
        "The pool was full and nobody looked at the board that night."
    ));
    assert!(english(
        "Vault (three nodes, Raft) uses this key only when a node starts."
    ));
    for other in [
        "Am Montag fielen in beiden Leitstellen die Anzeigen aus und niemand sah es.",
        "La nuit de clôture, le traitement s'est arrêté parce que le disque était plein.",
        "El proceso corrió dos veces y el resto sigue en gestión con las empresas.",
    ] {
        assert!(!english(other), "{other}");
    }
}

#[test]
fn what_leans_on_the_sentence_before_says_so() {
    let markdown = "The cache was empty after the restart. This hid the cause for hours. \
                    During that night nobody looked at these graphs. Nobody had looked at it. \
                    The database could not carry what followed.";
    let leans: Vec<_> = sentences(&text(markdown)).iter().map(|s| s.leans).collect();
    assert_eq!(leans, [false, true, false, true, false]);
}

#[test]
fn a_gap_is_remembered() {
    let markdown = "The cache was empty after the restart. Set max_connections to 10 then. \
                    The database could not carry it all.\n\nThe second paragraph begins afresh.";
    let shape = |s: &Sentence| (s.place != Place::Within, s.follows);
    let shapes: Vec<_> = sentences(&text(markdown)).iter().map(shape).collect();
    assert_eq!(shapes, [(true, false), (false, false), (true, false)]);
}

#[test]
fn a_line_is_one_paragraph_that_can_be_read_aloud() {
    let read = |markdown| line(&text(markdown)).map(|line| line.to_string());
    assert_eq!(
        read("Rolling restart of **PgBouncer**\nbegins").as_deref(),
        Some("Rolling restart of PgBouncer begins")
    );
    assert_eq!(read("Two paragraphs\n\nare no line"), None);
    assert_eq!(read("kubectl get pods --all-namespaces | grep api"), None);
    assert_eq!(read(""), None);
}

#[test]
fn two_sentences_in_one_and_headings_are_not_read_out() {
    let read = |words: &str| {
        let text = RedactedText::from_store(words.to_owned());
        let sentences = sentences(&text).into_iter();
        let told = sentences.map(|sentence| (sentence.text.to_string(), sentence.place));
        told.collect::<Vec<_>>()
    };
    assert_eq!(
        read("Conversion was below forecast from [T-9h] We did see it."),
        []
    );
    assert_eq!(read("What could have happened."), []);
    let one = "The queue grew unseen for an hour.";
    assert_eq!(read(one), [(one.to_owned(), Place::Beginning)]);
    let headed = format!("Service: [Service A], report by [Person A]\n\n{one}");
    assert_eq!(read(&headed), [(one.to_owned(), Place::Opening)]);
}
