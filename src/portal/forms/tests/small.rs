//! The short forms, and what joins a list.

use super::*;

#[test]
fn short_forms_are_read() {
    let fields = |pairs: &[(&str, &str)]| {
        Fields::new(
            pairs
                .iter()
                .map(|(a, b)| ((*a).to_owned(), (*b).to_owned())),
        )
    };
    let start =
        StartForm::parse(&fields(&[("text", " "), ("file", "# Title\r\nText")]), 1024).unwrap();
    assert_eq!(start.text.expose(), "# Title\nText");
    let wishes = typed(&[
        ("declared", " Heron \n\nPay "),
        ("kept", "Atlas\n"),
        ("plain", "yes"),
    ])
    .wishes();
    let words = |words: &[RawText]| -> Vec<String> {
        words.iter().map(|word| word.expose().to_owned()).collect()
    };
    assert_eq!(words(&wishes.remove), ["Heron", "Pay"]);
    assert_eq!(words(&wishes.keep), ["Atlas"]);
    assert!(wishes.plain_style && !typed(&[]).wishes().plain_style);
    assert!(StartForm::parse(&fields(&[("text", "\n")]), 1024).is_err());
    assert!(ReceiptForm::parse(&fields(&[("receipt", "ab")])).is_ok_and(|form| !form.confirmed));
    assert!(ReceiptForm::parse(&fields(&[])).is_err());
    assert_eq!(
        SignInForm::parse(&fields(&[("name", " mira ")])).name,
        "mira"
    );
}

#[test]
fn a_picked_technology_joins_those_that_are_written() {
    let typed = |written: &str, picked: &[&str]| {
        let picked = picked.iter().map(|name| ("add_technology", *name));
        let pairs = std::iter::once(("technologies", written)).chain(picked);
        let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let form = ReportForm::parse(&Fields::new(pairs.collect::<Vec<_>>()));
        form.text("technologies").to_owned()
    };
    assert_eq!(typed("NGINX 1.27, ", &["Redis"]), "NGINX 1.27, Redis");
    assert_eq!(typed("", &["Redis"]), "Redis");
    assert_eq!(typed("NGINX", &[" ", ""]), "NGINX");
}
