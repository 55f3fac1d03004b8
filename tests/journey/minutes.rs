//! How long a first report takes: what a person has to read, type and click, by form and by file.
//!
//! Typed at 40 words a minute, and every word read at 240, which is slow for somebody who is at a
//! keyboard all day. What is read of a page is the part that leads on; lists of options are not
//! read through, and nobody opens the help. The figures are printed; the promise is ten minutes.

use std::time::Instant;

use super::driver::Browser;
use crate::common::database::Backend;
use crate::common::server::Server;

/// Some 110 words: with the answers below 170 in all. Each 40 more are a minute more.
const STORY: &str = "We emptied the cache to get rid of stale prices. Every request then went to \
the database, and the connection pool was full within seconds. The gateway retried each failed \
request twice, so that the load tripled. We looked at the network first, because a switch had been \
replaced that morning. After a quarter of an hour somebody saw that the number of queries had not \
gone back to normal. We turned the retries off by a flag and let the cache fill slowly. Restarting \
the gateway had made it worse: it came back cold. It recovered over the next half hour.";

/// The preview without the fields to change it, which most leave alone.
const PREVIEW: [&str; 3] = [".assure", ".sheet", ".found"];

/// What a person does.
#[derive(Default)]
struct Tally {
    pages: usize,
    clicks: usize,
    fields: usize,
    typed: usize,
    read: usize,
}

struct Person<'a> {
    browser: &'a Browser,
    tally: Tally,
}

impl Person<'_> {
    /// Reads these parts of the page, without lists of options.
    fn read(&mut self, parts: &[&str]) {
        self.tally.pages += 1;
        for part in parts {
            self.tally.read += words(&self.browser.text(part));
            let options = self.browser.texts(&format!("{part} select"));
            self.tally.read -= options.iter().map(|text| words(text)).sum::<usize>();
        }
    }

    fn click(&mut self, text: &str, read: &[&str]) {
        self.tally.clicks += 1;
        self.browser.click_text(text);
        self.read(read);
    }

    fn write(&mut self, css: &str, text: &str) {
        self.tally.fields += 1;
        self.tally.typed += words(text);
        self.browser.type_into(css, text);
    }

    fn choose(&mut self, css: &str, what: &str) {
        self.tally.fields += 1;
        self.tally.clicks += 1;
        self.browser.type_into(css, what);
    }
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

impl Tally {
    fn minutes(&self) -> f64 {
        let words = |count: usize, speed: f64| f64::from(u32::try_from(count).unwrap()) / speed;
        words(self.typed, 40.0) + words(self.read, 240.0)
    }

    #[expect(clippy::print_stdout, reason = "the figures are what this is for")]
    fn tell(&self, way: &str, began: Instant) {
        println!(
            "{way}: {} pages, {} clicks, {} fields, {} words typed, {} words read: {:.1} minutes for a person, {:.1} s for a script",
            self.pages,
            self.clicks,
            self.fields,
            self.typed,
            self.read,
            self.minutes(),
            began.elapsed().as_secs_f64()
        );
        assert!(
            self.minutes() < 10.0,
            "{way} takes {:.1} minutes",
            self.minutes()
        );
    }
}

#[test]
fn a_first_report_takes_less_than_ten_minutes() {
    let server = Server::start(Backend::Sqlite, 2);
    let browser = Browser::start(1280, false);

    let began = Instant::now();
    let mut person = Person {
        browser: &browser,
        tally: Tally::default(),
    };
    browser.open(&format!("{}/report", server.base()));
    person.read(&["header.head", "[aria-labelledby=what]"]);
    person.click("Something broke", &["main"]);
    person.write("[name=title]", "Checkout slow after the cache was emptied");
    person.write("#f-narrative_text", STORY);
    person.choose("[name=told_by]", "On-call");
    person.write(
        "#f-asked-1",
        "An alert on latency, then calls from the shops.",
    );
    person.write(
        "#f-asked-6",
        "That retries were on in a service we thought had none.",
    );
    person.write("[name=luck]", "A colleague remembered the flag.");
    person.write("[name=technologies]", "PostgreSQL, Redis");
    person.write(
        "[name=factors]",
        "No limit on retries\n  The default was never changed\nNobody watched the age of prices",
    );
    person.write("[name=declared]", "Zephyrbank");
    person.click("Show me what you understood", &PREVIEW);
    assert!(
        browser
            .text(".sheet")
            .contains("The default was never changed")
    );
    person.click("Send this report", &["main"]);
    assert!(!browser.text(".receipt").is_empty());
    person.tally.tell("by form", began);

    let began = Instant::now();
    let mut person = Person {
        browser: &browser,
        tally: Tally::default(),
    };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("postmortem.md");
    std::fs::write(&file, super::steps::WRITE_UP).unwrap();
    browser.open(&format!("{}/report", server.base()));
    person.read(&["header.head", "[aria-labelledby=have]"]);
    person.choose("[name=file]", file.to_str().unwrap());
    person.write("[name=declared]", "Zephyrbank");
    person.click("Show me what you understood", &PREVIEW);
    person.click("Send this report", &["main"]);
    assert!(!browser.text(".receipt").is_empty());
    assert_eq!(person.tally.clicks, 3, "choose a file, look, send");
    person.tally.tell("by file", began);
}
