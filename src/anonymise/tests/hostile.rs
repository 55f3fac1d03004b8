//! Text made to hide something, or to keep the anonymiser busy.

use proptest::prelude::*;

use super::{removed, run, written};

#[test]
fn a_name_in_disguise_goes() {
    for text in [
        "Then **Mee**nakshi said so.",
        "Then ~~Mee~~nakshi said so.",
        "Then Mee<b>nak</b>shi said so.",
        "Then Mee\u{200B}nak\u{AD}shi said so.",
        "Then Mee&shy;nakshi said so.",
        "Then M&#101;&amp;#101;nakshi said so.",
        "Then \\u004Deenakshi said so.",
        "Then Ｍｅｅｎａｋｓｈｉ said so.",
        "Then 𝐌𝐞𝐞𝐧𝐚𝐤𝐬𝐡𝐢 said so.",
        "Then Мееnakshi said so.",
        "Then \u{202E}Meenakshi\u{202C} said so.",
        "Then Meen\u{E0061}akshi said so.",
        "Then Meena\u{200D}kshi said so.",
        "Then \u{2066}Meenakshi\u{2069} said so.",
        "Then M\u{336}e\u{336}e\u{336}nakshi said so.",
        "Then Ⓜeenakshi said so.",
        "Then Meenak\u{17F}hi said so.",
        "Then *Meenakshi* **Raghunathan** said so.",
        "Then Meenakshi%20Raghunathan said so.",
        "Then Meenakshi%2520Raghunathan said so.",
        "Then Meen<b></b>akshi said so.",
        "Then Meen&lt;b&gt;akshi said so.",
        "Then Meen&amp;lt;/i&amp;gt;akshi said so.",
        "Then Meen<!-- x -->akshi said so.",
        "Then Meenak-\nshi said so.",
        "> Then Meenak-\r\n> shi said so.",
        "Then Me%65nakshi said so.",
        "Then %4D%65%65nakshi said so.",
    ] {
        let made = written(text);
        assert!(made.contains("[Person A]"), "{text}: {made}");
        assert!(!made.contains("akshi"), "{text}: {made}");
    }
    for text in [
        "mail anna%2540shop.example now",
        "mail anna&commat;shop.example now",
        "mail anna=40shop.example now",
        "mail anna [at] shop [dot] example now",
        "mail anna(at)shop.example now",
    ] {
        assert_eq!(written(text), "mail [e-mail] now", "{text}");
    }
}

#[test]
fn a_declared_name_in_pieces_goes() {
    for name in [
        "Q.u.i.l.l.p.a.y",
        "Q_u_i_l_l_p_a_y",
        "Q u i l l p a y",
        "Quill-\npay",
        "Quill-\r\n  > pay",
        "Quill<b></b>pay",
        "Quill&lt;b&gt;pay",
        "host%3DQuillpay",
        "Qui%6Clpay",
    ] {
        let made = run(&format!("It was {name} again."), &["Quillpay"]).text;
        let left: String = (made.as_str().chars())
            .filter(|c| c.is_alphabetic())
            .collect();
        assert!(!left.to_lowercase().contains("pay"), "{name:?}: {made}");
    }
}

#[test]
fn what_only_looks_like_a_disguise_stays() {
    for text in [
        "It was a well-\nknown fault.",
        "The Post-\nmortem was late.",
        "It takes n%64 and writes %s%d there.",
        "A Vec<b> &lt;b&gt; is bold.",
    ] {
        assert_eq!(written(text), text);
    }
}

#[test]
fn a_number_in_disguise_goes() {
    for number in [
        "4111\u{A0}1111\u{A0}1111\u{A0}1111",
        "4111\u{2009}1111\u{2009}1111\u{2009}1111",
        "4111.1111.1111.1111",
        "4111_1111_1111_1111",
        "４１１１１１１１１１１１１１１１",
        "4111\u{200B}1111\u{200B}1111\u{200B}1111",
        "GB29-NWBK-6016-1331-9268-19",
        "gb29 nwbk 6016 1331 9268 19",
    ] {
        let made = written(&format!("the number {number} was read"));
        assert_eq!(made, "the number [id 1] was read", "{number}");
    }
    assert_eq!(written("10[.]1[.]2[.]3 was blocked"), "[IP 1] was blocked");
    assert_eq!(
        written("the Pa\u{17F}\u{17F}word: hunter2!Winter"),
        "the Password: [secret]"
    );
}

#[test]
fn base64_that_holds_a_name_goes() {
    assert_eq!(
        removed("header QWRhIE53b3N1IGhlcmU= was sent"),
        ["QWRhIE53b3N1IGhlcmU="]
    );
}

/// Digits that are a card's, by Luhn's sum.
fn card() -> impl Strategy<Value = String> {
    prop::collection::vec(0_u32..10, 14).prop_map(|tail| {
        let mut digits = vec![4];
        digits.extend(tail);
        let sum: u32 = (digits.iter().rev().enumerate())
            .map(|(at, n)| match at % 2 {
                0 if *n > 4 => n * 2 - 9,
                0 => n * 2,
                _ => *n,
            })
            .sum();
        digits.push((10 - sum % 10) % 10);
        digits
            .iter()
            .filter_map(|n| char::from_digit(*n, 10))
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_of_a_card_is_left(card in card(), gap in prop::sample::select(vec!["", " ", "-"])) {
        let groups: Vec<&str> = (0..4).filter_map(|n| card.get(n * 4..n * 4 + 4)).collect();
        let made = written(&format!("the card {} was declined", groups.join(gap)));
        prop_assert!(!made.contains(|c: char| c.is_ascii_digit() && c != '1'), "{}", made);
        prop_assert!(!groups.iter().any(|group| made.contains(group)), "{}", made);
    }

    #[test]
    fn nothing_of_a_key_is_left(body in "[A-Z0-9]{15}7") {
        let made = written(&format!("the key AKIA{body} leaked"));
        prop_assert_eq!(made, "the key [secret] leaked");
    }

    #[test]
    fn what_stays_is_what_was_given(text in super::words()) {
        // Plain text that nothing disguises comes out as it was between the removed parts.
        let text: String = text.chars().filter(|c| c.is_ascii_alphanumeric() || " .,\n-@:()".contains(*c)).collect();
        let out = run(&text, &[]);
        let points: Vec<char> = text.chars().collect();
        let (mut made, mut at) = (String::new(), 0);
        for r in &out.redactions {
            made.extend(&points[at..r.start]);
            made.push_str(&r.replacement);
            at = r.end;
        }
        made.extend(&points[at..]);
        prop_assert_eq!(made, out.text.as_str());
    }
}
