//! What holds for every text, however it is made.

use proptest::prelude::*;

use super::run;

/// Words, names and secrets, and what hides or breaks them.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "Zorblax",
        "zorblax-db-01",
        "Priya Venkataraman",
        "Dr. Okafor",
        "4111 1111 1111 1111",
        "GB29 NWBK 6016 1331 9268 19",
        "AKIAIOSFODNN7EXAMPLE",
        "password: hunter2!Winter",
        "https://u:p@shop.example/x",
        "ops@mail.example",
        "10.1.2.3",
        "fe80::1",
        "2024-03-14",
        "at 11:42",
        "half past two",
        "6,214 merchants",
        "€1.2m",
        "+44 1632 960 001",
        "14 Crown Street, London",
        "Team Falcon",
        "Kafka",
        "our roster engine, Falcon",
        "| Owner | Who |",
        "Assignee: wren, robin",
        "Cookie: sid=ab12cd34ef; x=1",
        "-----BEGIN RSA PRIVATE KEY-----",
        "[Person A]",
        "[T+12m]",
        "[",
        "]",
        "the",
        "and",
        "said",
        "\u{200B}",
        "\u{200D}",
        "\u{AD}",
        "\u{202E}",
        "\u{301}",
        "\u{FE0F}",
        "\u{E0041}",
        "İ",
        "ß",
        "ſ",
        "日本",
        "👩\u{200D}👧",
        "а",
        "**",
        "_",
        "~~",
        "`",
        "<b>",
        "&#64;",
        "&amp;",
        "\\u0041",
        "=C3=A9",
        "%2540",
        "\r\n",
        "\n\n",
        "\t",
    ]);
    let piece = prop_oneof![8 => piece.prop_map(str::to_owned), 1 => "\\PC{0,4}"];
    let gap = prop::sample::select(vec![" ", " ", ""]);
    prop::collection::vec((piece, gap), 0..24)
        .prop_map(|parts| parts.into_iter().map(|(piece, gap)| piece + gap).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn redactions_are_whole_and_apart(text in pieces()) {
        let out = run(&text, &["Zorblax"]);
        let points = text.chars().count();
        let mut last = 0;
        for r in &out.redactions {
            prop_assert!(last <= r.start && r.start < r.end && r.end <= points, "{:?}", r);
            last = r.end;
        }
    }

    #[test]
    fn a_declared_name_is_gone_however_it_is_joined(before in pieces(), after in pieces(), name in prop::sample::select(vec!["Zorblax", "ZORBLAX", "zorblax", "ZorblaxClient", "api_zorblax_v2", "z\u{200B}orb\u{AD}lax", "**Zor**blax", "Zor&shy;blax"])) {
        let out = run(&format!("{before} {name} {after}"), &["Zorblax"]);
        prop_assert!(!out.text.as_str().to_lowercase().contains("zorblax"), "{}", out.text);
    }

    #[test]
    fn no_digit_of_an_account_is_left(before in pieces(), joined in any::<bool>()) {
        let iban = if joined { "GB29NWBK60161331926819" } else { "GB29 NWBK 6016 1331 9268 19" };
        let text = format!("{before}\n\nto {iban} today");
        let out = run(&text, &[]);
        let last = out.text.as_str().rsplit("to ").next().unwrap_or_default();
        prop_assert!(!last.contains("60") && !last.contains("9268") && !last.contains("NWBK"), "{}", last);
    }

    #[test]
    fn a_card_is_gone_even_if_letters_touch_it(before in "[a-z]{0,6}", after in "[a-z]{0,6}", gap in prop::sample::select(vec!["", " ", "-"])) {
        let card = ["4111", "1111", "1111", "1111"].join(gap);
        let out = run(&format!("the {before}{card}{after} was"), &[]);
        prop_assert!(!out.text.as_str().contains("1111"), "{}", out.text);
    }

    #[test]
    fn a_second_run_finds_nothing(text in pieces()) {
        let once = run(&text, &[]);
        let twice = run(once.text.as_str(), &[]);
        prop_assert_eq!(once.text.as_str(), twice.text.as_str());
    }
}
