//! Words come back where they stood, look after look.

use std::sync::LazyLock;

use super::*;
use crate::anonymise::KeepName;
use crate::report::Report;

fn look(report: Report<RawText>, wishes: &Wishes, before: &Removals) -> (Vec<String>, Removals) {
    static ANONYMISER: LazyLock<Anonymiser> =
        LazyLock::new(|| Anonymiser::new(std::iter::empty::<KeepName>()));
    let redacted = redact(&ANONYMISER, report, wishes, before);
    let texts = redacted.report.texts();
    let texts = texts.into_iter().map(|text| text.as_str().to_owned());
    (
        texts.collect(),
        Removals::read(redacted.removals.write().expose()),
    )
}

fn raw(texts: &[String]) -> Report<RawText> {
    let mut texts = texts.iter().map(RawText::new);
    Report::<RawText>::default().map_text(|_| texts.next().unwrap_or_default())
}

fn number(removals: &Removals, was: &str) -> usize {
    let found = removals
        .all()
        .iter()
        .position(|removal| removal.was.expose() == was);
    found.unwrap_or_else(|| panic!("{was} is not among the removals"))
}

const TEXT: &str = "Zorblax was slow. Priya Venkataraman paged priya@shop.example, then Priya saw that zorblax-db had the password: hunter2!Winter.";

fn first() -> (Vec<String>, Removals) {
    let report = raw(&["Zorblax is down".to_owned(), String::new(), TEXT.to_owned()]);
    look(report, &Wishes::default(), &Removals::default())
}

#[test]
fn a_word_comes_back_where_it_stood_and_stays() {
    let (texts, removals) = first();
    assert!(!texts.concat().contains("orblax"), "{texts:?}");
    let wishes = Wishes {
        keep: vec![RawText::new("Zorblax")],
        ..Wishes::default()
    };
    let (report, done) = removals.put_back(number(&removals, "Zorblax"), raw(&texts));
    assert!(done);
    let (again, after) = look(report, &wishes, &removals);
    assert_eq!(again[0], "Zorblax is down");
    assert!(again[2].starts_with("Zorblax was slow. ["), "{}", again[2]);
    assert_eq!(again[2].matches("Zorblax").count(), 1);
    // What was taken out before is still told, and can still come back.
    let (report, done) = after.put_back(number(&after, "Priya"), raw(&again));
    assert!(done);
    let back: Vec<&str> = report.texts().into_iter().map(RawText::expose).collect();
    assert!(back[2].contains("then Priya saw") && !back[2].contains("Venkataraman"));
}

#[test]
fn secrets_and_addresses_are_not_carried() {
    let (_, removals) = first();
    let carried = removals.write();
    assert!(!carried.expose().contains("hunter2") && !carried.expose().contains("priya@"));
    let leak = removals.all().iter().find_map(|removal| removal.leak);
    assert_eq!(leak.map(|leak| leak.what), Some("a password or key"));
    // Nor do they come back to whoever writes them into the form.
    let forged = "EMAIL\temail\t0/1\t[e-mail]\ta@b.example\nSECRET\tsecret\t0/1\t[secret]\thunter2\nPERSON\tmade-up\t0/1\t[Person A]\tx\nPERSON\tgiven-name\t0/1\t<b>\tx";
    let read = Removals::read(forged);
    assert!(read.all().iter().all(|removal| removal.was.is_blank()));
    assert_eq!(read.all().len(), 2);
}

#[test]
fn where_the_text_has_changed_nothing_is_put_in_the_wrong_place() {
    let (mut texts, removals) = first();
    let gone = texts[2].find("then [").unwrap();
    texts[2].truncate(gone);
    let (report, done) = removals.put_back(number(&removals, "Priya"), raw(&texts));
    assert!(!done);
    assert_eq!(report.texts()[2].expose(), texts[2]);
}

#[test]
fn counts_grow_from_look_to_look() {
    let (texts, removals) = first();
    let before: usize = removals.counts().values().sum();
    let wishes = Wishes::removing([RawText::new("slow")]);
    let (again, after) = look(raw(&texts), &wishes, &removals);
    assert!(!again.concat().contains("slow"));
    assert_eq!(after.counts().values().sum::<usize>(), before + 1);
}
