//! Words that only one house uses go, words of computing stay.

use crate::anonymise::tests::{removed, stays};

#[test]
fn programs_of_the_house_go_wherever_they_are_named() {
    for (text, names) in [
        (
            "gw2 gistd[733]: write failed, so gistd waited",
            &["gistd", "gistd"][..],
        ),
        (
            "rolled out wagonbook 4.11.0 to half the pods",
            &["wagonbook"],
        ),
        (
            "the zorblat woke us, as zorblat does",
            &["zorblat", "zorblat"],
        ),
        (
            "copper (the label printer queue) stuck, restart copper",
            &["copper", "copper"],
        ),
        ("the service is angin, it runs on Redis", &["angin"]),
    ] {
        assert_eq!(removed(text), names, "{text}");
    }
}

#[test]
fn what_a_noun_calls_goes() {
    for (text, name) in [
        ("it piled up in queue q-payouts-eu", "q-payouts-eu"),
        ("wrong topic `fjp.klikk.raw` there", "fjp.klikk.raw"),
        ("flag kompass_manual_front is on", "kompass_manual_front"),
    ] {
        assert_eq!(removed(text), [name], "{text}");
    }
}

#[test]
fn words_of_computing_stay() {
    for text in [
        "sshd[733]: refused, and the oplog grew, the oplog is long",
        "nginx 1.25.3 and redis 7.2.4 and postgres 15.2",
        "namespace kube-system, topic __consumer_offsets, table user_sessions",
        "two filings late, all filings lost; the describer, a describer",
        "primary (the database that takes writes) and cron (the scheduler)",
    ] {
        assert!(stays(text), "{text}: {:?}", removed(text));
    }
}
