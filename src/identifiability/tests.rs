//! What a verdict tells.

use super::*;
use crate::report::Disclosed;

const PLAIN: &str = "The cache was cold after the restart and the database could not keep up with \
the reads. [Engineer A] was paged at [T+4m] and saw that the pool was full. We turned traffic down \
by half, and when the cache was warm again the errors stopped. It took [amount of money] and 47 minutes.";

fn codes(verdict: &Verdict) -> Vec<&'static str> {
    verdict.reasons.iter().map(|reason| reason.code).collect()
}

fn of(text: &str) -> Verdict {
    judge(&[PLAIN, text], &Circumstances::default())
}

#[test]
fn an_ordinary_report_is_low() {
    assert_eq!(of(""), Verdict::default());
}

#[test]
fn each_sign_is_seen_and_its_ordinary_kin_is_not() {
    for (text, code) in [
        ("It made the news that evening.", "public-event"),
        ("A journalist called the press office.", "public-event"),
        ("We are the country's largest bank.", "one-of-a-kind"),
        ("This was the first-ever failover.", "one-of-a-kind"),
        ("It was the week of Log4Shell.", "named-event"),
        ("Traffic doubled on Black Friday.", "named-event"),
        (
            "\"we know that many of you could not log in this morning and we are very sorry\"",
            "long-quote",
        ),
        ("It hit 1,283,442 rows and 48213 jobs.", "exact-quantity"),
    ] {
        assert_eq!(codes(&of(text)), [code], "{text}");
    }
    for text in [
        "The largest table was full.",
        "The first retry failed.",
        "It pressed on; new jobs queued. The news feed was slow.",
        "Port 65535, 131072 connections, 250,000 rows, 10000 jobs.",
        "\"too many connections\"",
        "The only replica in the zone failed.",
        "A meeting of the spectre team; the log4j upgrade; every Friday the cup fills.",
    ] {
        assert_eq!(codes(&of(text)), Vec::<&str>::new(), "{text}");
    }
}

#[test]
fn what_the_world_knows_is_not_published_as_it_is() {
    let verdict = of("It made the headlines, and the minister spoke in parliament.");
    assert_eq!(verdict.level, Level::DoNotPublish);
    assert_eq!(of("It made the headlines.").level, Level::LookAgain);
}

#[test]
fn a_language_that_is_not_read_is_said() {
    let german = "Die Datenbank wurde nach dem Neustart nicht mit den Anfragen fertig und der Zwischenspeicher war leer. Wir haben den Verkehr auf die Hälfte gesenkt und gewartet, bis die Fehler weg waren. Es ist nicht das erste Mal, dass wir das auf diese Weise gelöst haben.";
    let polish = "Po restarcie pamięć podręczna była pusta i baza danych nie nadążała z odczytami. Inżynier dyżurny zobaczył pełną pulę połączeń. Zmniejszyliśmy ruch o połowę, a gdy pamięć znów się zapełniła, błędy ustały. Całość trwała czterdzieści siedem minut i kosztowała nas sporo nerwów oraz pieniędzy, które trudno policzyć.";
    let judge = |text| judge(&[text], &Circumstances::default());
    assert_eq!(judge(german).level, Level::LookAgain);
    assert_eq!(judge(polish).level, Level::DoNotPublish);
    assert_eq!(judge(PLAIN).level, Level::Low);
}

#[test]
fn sector_size_and_continent_together_count() {
    let slug = |text: &str| Disclosed::Known(text.parse().unwrap());
    let mut context = Context {
        sector: slug("transport"),
        size: slug("over-10000"),
        ..Context::default()
    };
    let level = |context: &Context| {
        let known = Circumstances {
            context: Some(context),
            ..Circumstances::default()
        };
        judge(&[PLAIN], &known).level
    };
    assert_eq!(level(&context), Level::Low);
    context.continent = slug("oceania");
    assert_eq!(level(&context), Level::DoNotPublish);
    context.sector = Disclosed::Removed;
    assert_eq!(level(&context), Level::Low);
}

#[test]
fn rare_technologies_and_long_lists_count() {
    let slugs: Vec<Slug> = ["z-os", "cics", "racf"]
        .map(|slug| slug.parse().unwrap())
        .into();
    let known = Circumstances {
        technologies: slugs.iter().collect(),
        ..Circumstances::default()
    };
    let verdict = judge(&[PLAIN], &known);
    assert_eq!(codes(&verdict), ["rare-technology"]);
    assert_eq!(verdict.level, Level::LookAgain);
}

#[test]
fn every_category_and_code_named_here_exists() {
    use crate::taxonomy::Taxonomy;
    let taxonomy = Taxonomy::builtin();
    for category in signs::NARROW {
        assert!(
            taxonomy
                .technologies()
                .iter()
                .any(|t| t.category().as_str() == category),
            "{category}"
        );
    }
}
