//! Whole names go, whatever a part of them is known as.

use crate::anonymise::tests::{removed, stays, written};

#[test]
fn the_whole_of_a_name_goes() {
    for (text, name) in [
        ("the lorry of Dravatrans d.o.o. left", "Dravatrans d.o.o."),
        (
            "the order for Thornbeck & Daughters went out",
            "Thornbeck & Daughters",
        ),
        ("a letter from the customer Vidra Play came", "Vidra Play"),
        (
            "a clerk of St Brannoc's Infirmary called",
            "St Brannoc's Infirmary",
        ),
        ("we asked Team Nordlicht for help", "Team Nordlicht"),
    ] {
        assert_eq!(removed(text), [name], "{text}");
    }
}

#[test]
fn what_stands_beside_a_name_stays() {
    for (text, told) in [
        ("Okonkwo restarted Redis", "[Person A] restarted Redis"),
        ("Brannoc CPU was at 98 %", "[Service A] CPU was at 98 %"),
    ] {
        assert_eq!(written(text), told, "{text}");
    }
    assert!(stays("Redis and Kafka were fine"));
}
