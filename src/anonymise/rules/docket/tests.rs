//! References in every shape, and what only resembles them.

use crate::anonymise::tests::{removed, stays};

#[test]
fn references_go_behind_what_they_are_of() {
    for (text, found) in [
        ("under contract HT-C/0098-24 they", "HT-C/0098-24"),
        ("their case no is 8830-RR, ask", "8830-RR"),
        ("the box, whose tag is HTA 00417, is", "HTA 00417"),
        ("see MKT/LoL/55120-b for it", "MKT/LoL/55120-b"),
        ("in CR BHS_CR_0119 it was", "BHS_CR_0119"),
        ("number #4-118-220 said so", "#4-118-220"),
        ("narrowed in infra!4419 then", "infra!4419"),
        ("the card ending 4417 was", "4417"),
        ("sort code 20-44-51 was", "20-44-51"),
        ("unit 158 704 was stabled", "158 704"),
        ("the list PAL-11/03-A went", "PAL-11/03-A"),
        (
            "notice sent, protocol 2024.1106.00417, late",
            "2024.1106.00417",
        ),
        ("a SR 3-35410927741 was opened", "3-35410927741"),
        ("key=obs:943 476 5919 INFO", "943 476 5919"),
        ("with pnr=QXKTLM and so on", "QXKTLM"),
        ("with ref=SS230630171801PQ7 in it", "SS230630171801PQ7"),
        ("find {\"batchId\":\"NEET25-CRASH-A\"}", "NEET25-CRASH-A"),
        (
            "\"job_id\":\"2024-08-12_12_41_07-1149302288135\",",
            "2024-08-12_12_41_07-1149302288135",
        ),
        ("and JOB07712 waits", "JOB07712"),
    ] {
        assert_eq!(removed(text).join("|"), found, "{text}");
    }
}

#[test]
fn models_standards_and_paths_stay() {
    for text in [
        "371,000 got error TP-4031, and error RMAN-08137",
        "a file of 41 MB, job 12, list 10x, form 2",
        "over TCP/IP with HTTP/1.1, CI/CD, MQTT/TLS",
        "the constants ISO_8859_1, CKR_SLOT_ID and TLS_AES_256 in code",
        "the fault code 16#8090 and PKCS#11",
        "the device is an ESP32-S3, the machine a DL380",
    ] {
        assert!(stays(text), "{text}: {:?}", removed(text));
    }
}
