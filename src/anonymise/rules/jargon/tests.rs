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

#[test]
fn machines_and_numbers_go_by_their_shape_and_place() {
    for (text, name) in [
        (
            "Nov 19 03:02:10 fw-gw-ost openvpn[771]: VERIFY ERROR",
            "fw-gw-ost",
        ),
        (
            "wes@jump-phx-2:~$ ssh settle-3 'tail -2 run.log'",
            "settle-3",
        ),
        ("qx_ledger=# select count(*) from t;", "qx_ledger"),
        (
            "alarm `substitution-dlq-prod` is over 0",
            "substitution-dlq-prod",
        ),
        ("battery in doors-gw and nothing else", "doors-gw"),
        ("by hand (imp-01) at once", "imp-01"),
        (
            "depth of SCP.LIMS.TO.MES.ERR is high",
            "SCP.LIMS.TO.MES.ERR",
        ),
        ("the account (6014-2298-7730) had none", "6014-2298-7730"),
        ("the matter 24-cv-01877 was late", "24-cv-01877"),
        ("workspace ws_44f0a2 was empty", "ws_44f0a2"),
        ("the tablet in truck LKD472 failed", "LKD472"),
        ("Report no. 8D/25/14 of the joint team", "8D/25/14"),
        ("Nr. 5W-2291, page 2", "5W-2291"),
    ] {
        assert!(
            removed(text).contains(&name.to_owned()),
            "{text}: {:?}",
            removed(text)
        );
    }
    for text in [
        "a prod-like stage and a non-prod cluster, post-prod checks",
        "thread pool-1-thread-2 and utf-16, iso-8601, tls-1.2, sev-2",
        "SYSTEM.DEAD.LETTER.QUEUE is full, ssh keys and key-based ssh",
    ] {
        assert!(stays(text), "{text}: {:?}", removed(text));
    }
}
