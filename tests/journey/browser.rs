//! A person with a browser that runs no scripts: writes, looks, sends, signs in at the desk,
//! publishes, searches, reads, and takes a digest home.

use super::driver::Browser;
use super::steps;
use crate::common::database::Backend;
use crate::common::server::{Server, eventually};

const PASSWORD: &str = "a long enough password";

const WRITE_UP: &str = "# Checkout down after nginx reload

## Summary

On Saturday 14 March 2026 at 09:12 UTC Zephyrbank customers could not pay. nginx could not reach redis
after a reload, and every request retried until the connection pool was exhausted.

## Timeline

- 09:12 Wilhelmina Okonkwo reloads nginx
- 09:14 alert: error rate
- 09:31 restart of redis

## Contributing factors

- No limit on retries

## Action items

- Limit retries
";

#[test]
fn the_whole_way_works_without_scripts() {
    for (width, dark) in [(1280, false), (360, true)] {
        walk(&Browser::start(width, dark));
    }
}

fn walk(browser: &Browser) {
    let server = Server::start(Backend::Sqlite, 1);
    server.add_analyst("first", PASSWORD);

    browser.open(server.base());
    browser.click_text("Write a report");
    browser.type_into("[name=text]", WRITE_UP);
    browser.type_into("[name=declared]", "Zephyrbank");
    browser.click_text("Show me what you understood");
    let preview = browser.page_text();
    assert!(preview.contains("[T+"), "times are relative:\n{preview}");
    let names = ["Zephyrbank", "Wilhelmina Okonkwo"];
    let stand = |browser: &Browser| names.map(|name| browser.text(".sheet").contains(name));
    assert_eq!(stand(browser), [false, false]);
    browser.click_text("Keep Wilhelmina Okonkwo");
    assert_eq!(stand(browser), [false, true]);
    browser.type_into("[name=also]", "Wilhelmina Okonkwo");
    browser.click_text("Take it out everywhere");
    assert_eq!(stand(browser), [false, false]);
    browser.click_text("Send this report");
    let receipt = browser.text(".receipt").replace(char::is_whitespace, "");
    assert_eq!(receipt.replace('-', "").len(), 28, "{receipt}");

    browser.open(&format!("{}/receipt", server.base()));
    browser.type_into("[name=receipt]", &receipt);
    browser.click_text("Show where it stands");
    assert!(browser.page_text().contains("waiting for an analyst"));

    browser.open(&format!("{}/desk", server.base()));
    browser.type_into("[name=name]", "first");
    browser.type_into("[name=password]", PASSWORD);
    browser.click(&browser.find("form[action='/desk/sign-in'] button"));
    let key = browser.text(".second-key");
    browser.type_into("[name=code]", &steps::code(&key));
    browser.click_text("Confirm");
    assert_eq!(browser.find_all(".recovery li").len(), 10);
    browser.click_text("I have them. Go to the desk");
    let line = browser.find("a[href^='/desk/reports/']");
    browser.click(&line);
    browser.click(&browser.find("button[name=verdict][value=approve]"));
    browser.click(&browser.find("button[name=verdict][value=publish]"));
    eventually("the report is public", || {
        browser.address().contains("/reports/")
    });
    let address = browser.address();
    // The form leads back to its place on the page, and browsers keep that.
    let public = address.split('#').next().unwrap().to_owned();

    browser.open(&format!("{}/search?q=stack%3Anginx", server.base()));
    eventually("it is found", || {
        browser.open(&format!("{}/search?q=stack%3Anginx", server.base()));
        browser
            .source()
            .contains(public.rsplit('/').next().unwrap())
    });
    browser.click(&browser.find("a[href^='/reports/']"));
    assert_eq!(browser.address(), public);
    assert!(browser.page_text().contains("No limit on retries"));

    browser.open(&format!("{}/technologies", server.base()));
    browser.click(&browser.find("a[href='/stack']"));
    browser.type_into("[name=text]", "nginx 1.27, Redis, zephyr-gateway");
    browser.click_text("Show what happened elsewhere");
    let answer = browser.page_text();
    assert!(answer.contains("We recognised 2 technologies"), "{answer}");
    assert!(!browser.source().contains("zephyr-gateway"));
    browser.click(&browser.find("a[href^='/reports/']"));
    assert_eq!(browser.address(), public);

    let month = jiff::Zoned::now().strftime("%Y-%m").to_string();
    let compiled = server.run(&["digest", "--period", &month, "--format", "json"], "");
    assert!(compiled.status.success());
    browser.open(&format!("{}/digests", server.base()));
    browser.click(&browser.find(&format!("a[href='/digests/{month}']")));
    assert!(browser.page_text().contains("NGINX"));
    assert!(!browser.source().contains("<script"));
}
