//! What grows and comes again, and what does not.

use crate::anonymise::tests::{removed, removed_with, stays};

#[test]
fn an_identifier_goes_whole_and_comes_again() {
    for (text, found) in [
        (
            "on pgb-blr-03 it ran; the file pgb-blr-03-000014.vmdk was old",
            "pgb-blr-03|pgb-blr-03",
        ),
        (
            "Four hosts, kestrl01 to kestrl04, and later only kestrl03 answered.",
            "kestrl01|kestrl04|kestrl03",
        ),
    ] {
        assert_eq!(removed(text).join("|"), found, "{text}");
    }
    assert_eq!(
        removed_with(
            "done, QLP-3308, as QLP/BR/24/0992 says; heron-ro is slow",
            &["QLP", "Heron"]
        ),
        ["QLP-3308", "QLP/BR/24/0992", "heron-ro"]
    );
}

#[test]
fn a_machine_is_known_by_what_stands_beside_it() {
    for (text, found) in [
        (
            "the proxy zorbprx3 (10.33.8.43) died",
            "zorbprx3|10.33.8.43",
        ),
        (
            "the driver spark-2f81ce0a-fd-drv died",
            "spark-2f81ce0a-fd-drv",
        ),
        (
            "instance heron-db1.cx81qz.eu-west-1.rds.amazonaws.com, full",
            "heron-db1.cx81qz.eu-west-1.rds.amazonaws.com",
        ),
        (
            "witness is on \\\\anr-nas-04\\fsw-tos now",
            "\\\\anr-nas-04\\fsw-tos",
        ),
    ] {
        assert_eq!(removed(text).join("|"), found, "{text}");
    }
}

#[test]
fn numbers_of_plain_things_stay() {
    for text in [
        "attempt1 and attempt2 failed, vmnic0 and vmnic1 were down",
        "the files part1 and part2 of sha256 and sha512",
    ] {
        assert!(stays(text), "{text}: {:?}", removed(text));
    }
}
