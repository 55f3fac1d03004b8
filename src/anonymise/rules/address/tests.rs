//! Addresses that go, and what only looks like one.

use crate::anonymise::tests::{removed, stays};

#[test]
fn addresses_go_with_all_their_lines() {
    for (text, found) in [
        (
            "offices at 14 Crown Street, Suite 321, London 75419",
            "14 Crown Street, Suite 321, London 75419",
        ),
        (
            "sent to 6750 Koskikatu 25 Apt. 864\nArtilleros\n, CO\n Uruguay 64677",
            "6750 Koskikatu 25 Apt. 864\nArtilleros\n, CO\n Uruguay 64677",
        ),
        ("sent to P.O. Box 149, Leeds", "P.O. Box 149, Leeds"),
        (
            "sent to PSC 6293, Box 8158\nAPO AP 04336",
            "PSC 6293, Box 8158\nAPO AP 04336",
        ),
        (
            "hall in 86036 Rua do Arenque 1634, which",
            "86036 Rua do Arenque 1634",
        ),
        ("hall in ul. Chrzanowska 61, which", "ul. Chrzanowska 61"),
        ("hall in Hersnapvej 75, which", "Hersnapvej 75"),
        (
            "at the corner of Csabai kapu 39 and Mathias Pass",
            "corner of Csabai kapu 39 and Mathias Pass",
        ),
        ("the zip code is 394 13 here", "394 13"),
    ] {
        assert_eq!(removed(text), [found], "{text}");
    }
}

#[test]
fn what_only_looks_like_an_address_stays() {
    for text in [
        "test suite 12 and Test Suite 40 failed",
        "3 Redis folders and 12 Row Level rules",
        "Unit 3 tripped, box 4 did not",
        "via Kafka 3, and the corner of the screen",
        "500 Internal Server Error, 2 Redis 7 nodes",
    ] {
        assert!(stays(text), "{text}: {:?}", removed(text));
    }
}
