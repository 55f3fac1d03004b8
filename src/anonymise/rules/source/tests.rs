//! Who writes a log, and what only looks like it.

use crate::anonymise::tests::{removed, stays};

#[test]
fn the_head_of_a_line_names_a_service_or_a_machine() {
    for (text, found) in [
        (
            "10:44:02.118 INFO  fare-refresher scanned=0 expiring=0",
            "fare-refresher",
        ),
        (
            "2023-11-17T21:52:08.114+09:00 narval2 gc cr block lost",
            "narval2",
        ),
        ("all from the user SVC_AIRFLOW_PRD today", "SVC_AIRFLOW_PRD"),
        ("Components: ussd-gw, core-ledger", "core-ledger"),
        ("in front of join-svc and tender-api", "join-svc"),
        ("in front of join-svc and tender-api", "tender-api"),
        ("a package `@zorbpay/auth-core` here", "zorbpay"),
        ("the group AG_TOS_PRD is down", "AG_TOS_PRD"),
        ("PreTideX runs on EKS.", "PreTideX"),
        ("Their screen (TideTable) says so.", "TideTable"),
    ] {
        assert!(removed(text).iter().any(|name| name == found), "{text}");
    }
}

#[test]
fn threads_calls_and_sentences_are_no_services() {
    for text in [
        "INFO http-nio-8080-exec-77 started",
        "the call svc_register(x) and svc/web",
        "fail-over began at once",
        "the public-api, rest-api and admin-api of `@types/node`",
        "export NODE_ENV=PROD and PROD_DB_URL: x",
    ] {
        assert!(stays(text), "{text}: {:?}", removed(text));
    }
}
