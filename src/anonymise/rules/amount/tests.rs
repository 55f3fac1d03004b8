//! What is business and what is a machine's.

use crate::anonymise::tests::{removed, stays, written};

#[test]
fn counts_of_what_people_have_become_bands() {
    for (text, told) in [
        (
            "Households without supply at that time were 611, of which 23 called.",
            "Households without supply at that time were [hundreds of them], of which [dozens of them] called.",
        ),
        (
            "It hit 18,450 customers. 730 contacted support. That is 41,200 of you.",
            "It hit [tens of thousands of customers]. [hundreds of them] contacted support. That is [tens of thousands of them].",
        ),
        ("I have 140 cows here", "I have [hundreds of cows] here"),
        (
            "in front of about 900 children. They",
            "in front of [hundreds of children]. They",
        ),
        (
            "we carried fourteen books up",
            "we carried [dozens of books] up",
        ),
        (
            "we took KSh 2.1m in a day",
            "we took [millions in local currency] in a day",
        ),
        (
            "ferries held needlessly, WST 64,000.",
            "ferries held needlessly, [tens of thousands in local currency].",
        ),
        (
            "so about £11,000, and",
            "so about [tens of thousands in local currency], and",
        ),
        (
            "It hit 2,900 customers. We wrote to all 2,900, and 611 of them called.",
            "It hit [thousands of customers]. We wrote to all [thousands of them], and [hundreds of them] called.",
        ),
        (
            "Boxes reshipped: 212.",
            "Boxes reshipped: [hundreds of them].",
        ),
        (
            "Douze familles ont reçu une lettre que personne ne voulait dans la ville",
            "[many familles] ont reçu une lettre que personne ne voulait dans la ville",
        ),
    ] {
        assert_eq!(written(text), told, "{text}");
    }
}

#[test]
fn what_machines_have_and_what_is_measured_stays() {
    for text in [
        "a load test with 2,000 sessions",
        "there were 0 claims left",
        "severity: 2\ncompany: unknown",
        "wind of 22 knots, 31 miles out",
        "Lock wait timeout exceeded, 50 seconden, en dan weer van voren af aan",
        "Messages: 2806, unacked: 0",
        "14 containers with 30 labels",
        "press line 4 stopped",
        "up to 20 photos per claim, 60 uploads a second",
        "RC 12 in step 50 means restart",
        "a balance of £0.00 in the app",
        "celery  1151   3984120\nthumbs  22310  90211830",
        "Con 200 hilos y 9 segundos por llamada, el sistema no aguanta más de la cuenta",
    ] {
        assert!(stays(text), "{text}: {:?}", removed(text));
    }
}

#[test]
fn business_is_counted_under_many_names() {
    for (text, found) in [
        (
            "1,164 admissions and 209 cases waited",
            "1,164 admissions|209 cases",
        ),
        (
            "2,671 cash-outs and 1,386 pathology requests in all",
            "2,671 cash-outs|1,386 pathology requests",
        ),
        (
            "26,318 day passes and 220 first-year students; Three other customers left.",
            "26,318 day passes|220 first-year students|Three other customers",
        ),
        (
            "paid ₦3.5 million and R 1.29 million, or −€74,000.",
            "₦3.5 million|R 1.29 million|−€74,000",
        ),
        ("lost ₺2,1 milyon with it", "₺2,1 milyon"),
    ] {
        assert_eq!(removed(text).join("|"), found, "{text}");
    }
    for text in [
        "SELECT a GROUP BY 1 ORDER BY 2",
        "there were 2,300 of these warnings",
        "400 units per hour, 12 cases of it",
    ] {
        assert!(stays(text), "{text}: {:?}", removed(text));
    }
    assert_eq!(removed("peer=192.0.2.9:8443 tenant=x"), ["192.0.2.9"]);
}
