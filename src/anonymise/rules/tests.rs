//! For every rule what it finds and what it leaves.

use crate::anonymise::placeholders;
use crate::anonymise::tests::{removed, stays, written};

const FOUND: &[(&str, &str)] = &[
    ("mail to anna.k@shop.example now", "anna.k@shop.example"),
    (
        "see https://wiki.quillpay.internal/runbooks/pg for",
        "https://wiki.quillpay.internal/runbooks/pg",
    ),
    ("host 10.61.4.17:6432 failed", "10.61.4.17"),
    ("from 203.0.113.64/27 only", "203.0.113.64/27"),
    ("the card 00:1B:44:11:3A:B7 went", "00:1B:44:11:3A:B7"),
    (
        "role arn:aws:iam::471200938815:role/app was",
        "arn:aws:iam::471200938815:role/app",
    ),
    (
        "key 0d3e77b1-6a52-4c0f-9e18-5b2f0ac4d1aa was",
        "0d3e77b1-6a52-4c0f-9e18-5b2f0ac4d1aa",
    ),
    ("instance i-0abc12def34567890 died", "i-0abc12def34567890"),
    ("in /home/mkowalski/fix.py", "mkowalski"),
    ("call +31 38 555 0142 now", "+31 38 555 0142"),
    ("see OPS-4471 for", "OPS-4471"),
    ("merged in #4127 then", "#4127"),
    ("revert of c19e0f7 helped", "c19e0f7"),
    ("card 4111 1111 1111 1111 was", "4111 1111 1111 1111"),
    ("opened #inc-20418-ledger at once", "#inc-20418-ledger"),
    ("the shared pw tullamore-dew-42 is dead", "tullamore-dew-42"),
    ("key AKIA3QWN0TREALKEY7ZP leaked", "AKIA3QWN0TREALKEY7ZP"),
    ("lost €2.3m in demand", "€2.3m"),
    ("hit 6,214 merchants at once", "6,214 merchants"),
    ("in eu-west-2 only", "eu-west-2"),
    ("people in Lisbon noticed", "Lisbon"),
    (
        "on pgb-blr-03.quillpay.internal it",
        "pgb-blr-03.quillpay.internal",
    ),
    ("a call to Harbor Trust Bank later", "Harbor Trust Bank"),
    ("was told by Priya later", "Priya"),
    ("a word with Mr Whitford about it", "Mr Whitford"),
    ("owned by M. Raghunathan now", "M. Raghunathan"),
    ("please ask @kasia.w about it", "@kasia.w"),
    ("and then Emberfalz broke", "Emberfalz"),
];

#[test]
fn each_rule_finds_what_it_is_for() {
    for (text, found) in FOUND {
        assert_eq!(removed(text), [*found], "{text}");
    }
}

#[test]
fn a_name_goes_where_the_text_explains_it() {
    for (text, found) in [
        (
            "We moved our roster engine, Falcon, to a new host.",
            "Falcon",
        ),
        ("The pager of a tool called Heron was silent.", "Heron"),
        ("It is part of Project Osprey since then.", "Project Osprey"),
        ("A call to Salt (our fares engine) timed out.", "Salt"),
        ("Express is our fares engine and it was slow.", "Express"),
        (
            "Two people at Kestrel & Rowe, our PR agency, knew.",
            "Kestrel & Rowe",
        ),
        (
            "Our doors are run by Express, a program that we wrote.",
            "Express",
        ),
        ("The pod heron-writer-7 was evicted.", "heron-writer-7"),
    ] {
        assert_eq!(removed(text), [found], "{text}");
    }
    for text in [
        "We moved our database, PostgreSQL, to a new host.",
        "We restarted our build server, Jenkins, twice.",
        "The message broker (Kafka) is our main queue.",
        "Jenkins is our build server and it was slow.",
    ] {
        assert!(stays(text), "{text}: {:?}", removed(text));
    }
}

#[test]
fn a_name_goes_where_a_setting_or_command_gives_it() {
    for (text, found) in [
        ("ran kubectl -n rosterix get pods twice", "rosterix"),
        ("it had namespace: rosterix-prod in it", "rosterix-prod"),
        ("a rollout of deploy/rosterix was next", "rosterix"),
        ("the job ran /opt/nevadix/bin/rerun again", "nevadix"),
        ("in com.rosterix.Main it failed", "rosterix"),
        ("the topic `osprey.orders` was full", "osprey.orders"),
        ("people opened the MyWings app again", "MyWings"),
        ("the feed CastStream was late", "CastStream"),
        ("it runs VendCore 6.0.2 since then", "VendCore"),
        ("Osprey was down", "Osprey"),
    ] {
        assert_eq!(removed(text), [found], "{text}");
    }
    for text in [
        "ran kubectl -n default get pods twice",
        "it had namespace: monitoring and app: web in it",
        "a rollout of deploy/gateway was next",
        "the file /etc/ssl/certs was gone and /var/log/syslog full",
        "in org.apache.kafka.Main it failed",
        "the StatefulSet controller and a NullPointerException",
        "set service: payments and db=orders there",
    ] {
        assert!(stays(text), "{text}: {:?}", removed(text));
    }
}

#[test]
fn machines_and_references_go_in_every_house_style() {
    for (text, found) in [
        ("on imp-02.vvd.intern it ran", "imp-02.vvd.intern"),
        ("in staging (mq-stg) they were gone", "mq-stg"),
        ("the host wabashi was down", "wabashi"),
        ("the pod web-7c9d6bfc8d-x2lqk died", "web-7c9d6bfc8d-x2lqk"),
        ("from pg-ledger-01 to -04 at once", "pg-ledger-01|-04"),
        ("our file GLG/INC/2024/007 says", "GLG/INC/2024/007"),
        ("approved as Change RFC 20-0881 before", "RFC 20-0881"),
        ("a van, plate 4471 LBN, was late", "4471 LBN"),
        ("with event=7kq2m9vhb in it", "7kq2m9vhb"),
        ("under acme-inc/web#512 there", "acme-inc/web#512"),
        (
            "the link projects/web-1/zones/b/instances/c was",
            "projects/web-1/zones/b/instances/c",
        ),
        ("fixed in D98765 at last", "D98765"),
    ] {
        assert_eq!(removed(text).join("|"), found, "{text}");
    }
    for text in [
        "bonded swp1-swp32 and eth0, disk sdb1, size n1-highmem-4",
        "over TCP/IP and HTTP/1.1, CI/CD, I/O and AM/PM, L4/L7",
        "on kafka-exporter the lag grew since now-1h",
        "RFC 793 and RFC 8212, an HTTP 503, SEV-1, exit code 137",
        "timeout=500ms, size=10gb, job=7, id: 12",
        "the server was slow and a node joined, the host went away",
    ] {
        assert!(stays(text), "{text}: {:?}", removed(text));
    }
}

#[test]
fn a_name_goes_in_columns_and_under_its_short_form() {
    for (text, found) in [
        (
            "| Service | State |\n|---|---|\n| Lodestone | slow |\n| Checkout | slow |",
            "Lodestone",
        ),
        (
            "| Customer | Effect |\n|---|---|\n| Larkfield Mills | none |",
            "Larkfield Mills",
        ),
        ("Affected service: Lodestone", "Lodestone"),
        (
            "The people at Zanthor Stores Holding (ZSH) saw it. Later ZSH called.",
            "Zanthor Stores Holding|ZSH|ZSH",
        ),
    ] {
        assert_eq!(removed(text).join("|"), found, "{text}");
    }
    for text in [
        "| Service | State |\n|---|---|\n| Checkout | slow |\n| Kafka | slow |",
        "Affected service: Checkout, PostgreSQL",
    ] {
        assert!(stays(text), "{text}: {:?}", removed(text));
    }
}

#[test]
fn a_name_goes_whole() {
    for (text, found) in [
        (
            "It was sold to Hoshizora Genomics last.",
            "Hoshizora Genomics",
        ),
        ("The token for Keystrand DRM expired.", "Keystrand DRM"),
        ("Then Zanthorix CPU usage rose.", "Zanthorix"),
        (
            "It came from the Museum of the Two Rivers then.",
            "Museum of the Two Rivers",
        ),
    ] {
        assert_eq!(removed(text).join(" "), found, "{text}");
    }
}

#[test]
fn each_placeholder_is_known_again() {
    for (text, _) in FOUND {
        let made = written(text);
        let spans = placeholders(&made);
        assert_eq!(spans.len(), 1, "{made}");
        assert!(placeholders(text).is_empty(), "{text}");
    }
    for text in [
        "[x]",
        "[Person a]",
        "[T+]",
        "[Person A",
        "Person A]",
        "[Person 1]",
    ] {
        assert!(placeholders(text).is_empty(), "{text}");
    }
}

#[test]
fn each_rule_leaves_what_teaches() {
    for text in [
        "see localhost:8080 and 127.0.0.1",
        "version 2.8.1 and 17.2.6",
        "kms:Decrypt was denied",
        "ORA-01555, UTF-8, SHA-256, RFC 793, CVE-2021-44228 and SEV1",
        "the error rate was 9% of 12 requests",
        "42 nodes, 3,912 messages, 512 threads",
        "max_connections = 200 and ttl: 30",
        "java.lang.OutOfMemoryError: Java heap space",
        "password: changed, token: expired",
        "the queue was drained and the pods restarted",
        "ERROR: cannot execute INSERT in a read-only transaction",
        "org.apache.kafka.common.errors.UnsupportedVersionException",
        "  NotAfter: 1 and -XX:MaxFoo=7",
        "we wrote it in Axapta and a Polycom phone rang",
    ] {
        assert!(stays(text), "{text}: {:?}", removed(text));
    }
}

#[test]
fn counts_of_people_and_business_become_bands() {
    for (text, told) in [
        (
            "hit 6,214 merchants at once",
            "hit [thousands of merchants] at once",
        ),
        (
            "cost half a million customers their",
            "cost [hundreds of thousands of customers] their",
        ),
        (
            "six of our largest customers left",
            "[a few customers] left",
        ),
        (
            "customers affected: 12,300.",
            "customers affected: [tens of thousands of them].",
        ),
        (
            "| Affected users | 48,112 |",
            "| Affected users | [tens of thousands of them] |",
        ),
        ("a 25-person team", "a [dozens of people] team"),
        ("lost EUR 1.2m in fees", "lost [millions of euros] in fees"),
        (
            "about £40k of refunds",
            "about [tens of thousands in local currency] of refunds",
        ),
    ] {
        assert_eq!(written(text), told, "{text}");
        assert_eq!(written(told), told, "{told}");
    }
    for text in [
        "12 pods had 400 connections and 6 restarts",
        "1,200 requests per second with 3 retries",
        "max_users=200 and user_id: 7",
        "five attempts, four alerts, three replicas",
        "14 migrations of 40 idle workers",
        "echo $2 and ${VAR} and exit code 137",
    ] {
        assert!(stays(text), "{text}: {:?}", removed(text));
    }
}

#[test]
fn places_become_sites_regions_and_continents() {
    for (text, told) in [
        (
            "failed over from FRA1 to AMS-3",
            "failed over from [Site A, Europe] to [Site B, Europe]",
        ),
        ("our DC2 lost power", "our [Site A] lost power"),
        ("on the third floor there", "on the [Site A] there"),
        ("water in hall 3 now", "water in [Site A] now"),
        (
            "in eu-west-2a and us-ashburn-1",
            "in [Region A, Europe] and [Region B, North America]",
        ),
        ("ran in West Europe only", "ran in [Region A, Europe] only"),
        (
            "people in Lisbon noticed",
            "people in [Place A, Europe] noticed",
        ),
        (
            "staff in São Paulo saw",
            "staff in [Place A, South America] saw",
        ),
    ] {
        assert_eq!(written(text), told, "{text}");
        assert_eq!(written(told), told, "{told}");
    }
    for text in [
        "rack 14, port 3, switch 2, slot 4",
        "the region and the zone, multi-region failover",
        "German translation and French locale",
        "the CAN bus, the SIN function, a DEL command",
    ] {
        assert!(stays(text), "{text}: {:?}", removed(text));
    }
}
