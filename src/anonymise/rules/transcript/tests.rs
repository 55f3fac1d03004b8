//! Who speaks in chats, calls, mails and issue threads, and which lines only look so.

use crate::anonymise::tests::{removed, stays, written};

#[test]
fn nicks_of_a_channel_go_whatever_they_are() {
    let text = "<fitz> the cart is down\n<ummu> since when\n<fitz> since ivo changed the flag\n* ivo hides\n<ivo> off again";
    let names = ["fitz", "ummu", "fitz", "ivo", "ivo", "ivo"];
    assert_eq!(removed(text), names);
}

#[test]
fn a_label_that_comes_again_among_people_is_somebody() {
    let told = written(
        "Nomvula: all robots stopped\nFarmer Joe: ours too\nHyacinth: look again\nFarmer Joe: done\nNomvula: works here",
    );
    assert_eq!(
        told,
        "[Person A]: all robots stopped\n[Person B]: ours too\n[Person C]: look again\n[Person B]: done\n[Person A]: works here"
    );
}

#[test]
fn the_head_of_a_message_says_who_wrote_it() {
    for (text, found) in [
        (
            "Ingrid 5:50 AM\nslow\n\nsky w 5:56 AM\nlooking\n\nIngrid 6:40 AM\nback",
            "Ingrid|5:50 AM|sky w|5:56 AM|Ingrid|6:40 AM",
        ),
        (
            "gaffer_lou — 9:48 AM\nslow\n\nhudson_r — 9:52 AM\nyes\n\ngaffer_lou — 9:53 AM\nback",
            "gaffer_lou|9:48 AM|hudson_r|9:52 AM|gaffer_lou|9:53 AM",
        ),
        (
            "Oyelowo, T. 7:06 AM\nslow\n\nRivera, Storm 7:11 AM\nyes\n\nOyelowo, T. 7:12 AM\nback",
            "Oyelowo, T.|7:06 AM|Rivera, Storm|7:11 AM|Oyelowo, T.|7:12 AM",
        ),
        (
            "mirela-pop opened this issue\n\n**nadir** commented on the change",
            "mirela-pop|nadir",
        ),
    ] {
        assert_eq!(removed(text).join("|"), found, "{text}");
    }
}

#[test]
fn fields_and_machines_speak_for_nobody() {
    for text in [
        "Impact: none\nStatus: closed\nCause: a full disk\nImpact: again none",
        "CRITICAL: disk full\nWARNING: disk fuller\nCRITICAL: disk full",
        "kafka: lag 12\nredis: ok\nkafka: lag 14\nredis: ok",
    ] {
        assert!(stays(text), "{text}: {:?}", removed(text));
    }
}
