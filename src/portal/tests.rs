//! What every page keeps, whatever it holds.

mod counted;

use super::samples;
use super::{Html, assets, markup};

/// Tags with their attributes as text, in order; our pages are plain enough for this.
fn tags(html: &str) -> Vec<&str> {
    html.split('<')
        .skip(1)
        .filter_map(|part| part.split('>').next())
        .collect()
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split(&format!(" {name}=\"")).nth(1)?.split('"').next()
}

#[test]
fn every_page_is_a_whole_document_and_loads_nothing() {
    for (name, html) in samples::pages() {
        assert!(
            html.starts_with("<!doctype html>\n<html lang=\"en-GB\">"),
            "{name}"
        );
        let tags = tags(&html);
        let count = |wanted: &str| {
            tags.iter()
                .filter(|tag| tag.split([' ', '\n']).next() == Some(wanted))
                .count()
        };
        assert_eq!(count("h1"), 1, "{name}: one h1");
        assert_eq!(count("main"), 1, "{name}");
        assert_eq!(
            count("script") + count("iframe") + count("img") + count("object"),
            0,
            "{name}"
        );
        assert!(!html.contains("<title> ·"), "{name}: title");
        for tag in &tags {
            assert!(!tag.contains(" style="), "{name}: {tag}");
            let handler = |word: &str| word.starts_with("on") && word.contains('=');
            let names = tag.split('"').step_by(2);
            assert!(
                !names.flat_map(str::split_whitespace).any(handler),
                "{name}: {tag}"
            );
            for loading in ["src", "href", "action", "formaction"] {
                if let Some(address) = attribute(tag, loading) {
                    assert!(
                        address.starts_with('/')
                            || address.starts_with('#') && address.len() > 1
                            // Opens the authenticator on this device, and loads nothing.
                            || address.starts_with("otpauth://totp/"),
                        "{name}: {tag}"
                    );
                    assert!(!address.starts_with("//"), "{name}: {tag}");
                }
            }
        }
    }
}

#[test]
fn headings_nest_without_gaps() {
    for (name, html) in samples::pages() {
        let mut last = 0;
        for tag in tags(&html) {
            let level = tag
                .strip_prefix('h')
                .and_then(|rest| rest.get(..1)?.parse::<u8>().ok());
            if let Some(level) = level {
                assert!(level <= last + 1, "{name}: h{level} after h{last}: {tag}");
                last = level;
            }
        }
    }
}

#[test]
fn every_input_has_a_label_and_every_id_is_its_own() {
    for (name, html) in samples::pages() {
        let tags = tags(&html);
        let mut ids: Vec<_> = tags.iter().filter_map(|tag| attribute(tag, "id")).collect();
        let before = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), before, "{name}: an id twice");
        let labelled: Vec<_> = tags
            .iter()
            .filter(|tag| tag.starts_with("label "))
            .filter_map(|tag| attribute(tag, "for"))
            .collect();
        let mut inside = false;
        for tag in &tags {
            inside =
                (inside || *tag == "label" || tag.starts_with("label class")) && *tag != "/label";
            let control = ["input ", "select ", "textarea "]
                .iter()
                .any(|control| tag.starts_with(control));
            if control && !inside && attribute(tag, "type") != Some("hidden") {
                let id = attribute(tag, "id").unwrap_or_else(|| panic!("{name}: no id: {tag}"));
                assert!(labelled.contains(&id), "{name}: no label: {tag}");
            }
            for pointing in ["aria-describedby", "aria-labelledby", "for"] {
                for id in attribute(tag, pointing)
                    .unwrap_or_default()
                    .split(' ')
                    .filter(|id| !id.is_empty())
                {
                    assert!(
                        ids.binary_search(&id).is_ok(),
                        "{name}: {pointing} of {tag}"
                    );
                }
            }
            if let Some(id) = attribute(tag, "href").and_then(|address| address.strip_prefix('#')) {
                assert!(ids.binary_search(&id).is_ok(), "{name}: {tag}");
            }
        }
    }
}

#[test]
fn what_a_reporter_writes_stays_text() {
    for (name, html) in samples::pages() {
        let spoken = |tag: &&str| tag.contains("evil.example") || tag.contains("javascript:");
        // Fields give back what was typed, and the title is also the page's description.
        let text = |tag: &&str| {
            attribute(tag, "value")
                .or(attribute(tag, "content"))
                .is_some()
        };
        let strange: Vec<_> = tags(&html)
            .into_iter()
            .filter(spoken)
            .filter(|tag| !text(tag))
            .collect();
        assert!(strange.is_empty(), "{name}: {strange:?}");
    }
    let shown = |text: &str| markup::prose(&samples::redacted(text), 3).to_string();
    assert!(shown("[Person A]: done").contains("<span class=\"chip\">[Person A]</span>: done"));
    assert!(shown("`[Host 2]`").contains("<code><span class=\"chip\">[Host 2]</span></code>"));
    assert!(shown("after [T+1h 20m]").contains("chip-time"));
    assert!(shown("<b>bold</b>").contains("&lt;b&gt;bold&lt;/b&gt;"));
    assert!(shown("a [word](/x)").contains("a word"));
    assert_eq!(markup::line(&samples::redacted("  ")), Html::default());
}

#[test]
fn assets_are_found_by_the_addresses_pages_name() {
    for (name, html) in samples::pages() {
        for tag in tags(&html).into_iter().filter(|tag| {
            tag.starts_with("link ")
                && !tag.contains("rel=\"alternate\"")
                && !tag.contains("rel=\"search\"")
        }) {
            let address = attribute(tag, "href").unwrap();
            assert!(assets::find(address).is_some(), "{name}: {address}");
        }
    }
    let css = assets::find(assets::url("candor.css")).unwrap();
    let css = std::str::from_utf8(&css.bytes).unwrap();
    assert!(!css.contains("asset("));
    for address in css
        .split("url(")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
    {
        assert!(assets::find(address).is_some(), "{address}");
    }
    assert!(assets::find("/assets/candor.css").is_none());
}

/// Bytes as they are sent to who can unpack them.
fn packed(bytes: &[u8]) -> usize {
    use std::io::Write;
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap().len()
}

/// The page, its style, its icon, and the fonts that the head asks for or whose letters it has.
fn weight(html: &str) -> usize {
    let asset = |name: &str| assets::find(assets::url(name)).unwrap();
    let text: String = html
        .split('<')
        .filter_map(|part| part.split_once('>'))
        .map(|(_, text)| text)
        .collect();
    let first = |letter: char| letter.is_ascii() || "äöüÄÖÜßé„“”‘’·–—…−×\u{a0}".contains(letter);
    let west = text
        .chars()
        .any(|letter| !first(letter) && letter < '\u{100}');
    let fonts = ["serif-display-600", "sans-400", "sans-600", "serif-400"];
    let fonts = fonts.iter().map(|name| {
        let more = if west {
            asset(&format!("{name}-west.woff2")).bytes.len()
        } else {
            0
        };
        asset(&format!("{name}.woff2")).bytes.len() + more
    });
    packed(html.as_bytes())
        + packed(&asset("candor.css").bytes)
        + packed(&asset("favicon.svg").bytes)
        + fonts.sum::<usize>()
}

#[test]
fn a_public_page_weighs_less_than_sixty_thousand_bytes() {
    let pages = samples::pages().into_iter().chain(samples::german());
    let public = pages.filter(|(_, html)| !html.contains("name=\"robots\""));
    let weighed: Vec<(usize, String)> = public
        .filter(|(_, html)| html.contains("candor."))
        .map(|(name, html)| (weight(&html), name))
        .collect();
    assert!(weighed.len() > 100);
    let heavy: Vec<_> = weighed
        .iter()
        .filter(|(bytes, _)| *bytes >= 60_000)
        .collect();
    assert!(heavy.is_empty(), "{heavy:?}");
}

/// The words of a page without its tags and drawings.
fn words(html: &str) -> String {
    let main = html
        .split("<main")
        .nth(1)
        .unwrap()
        .split("</main>")
        .next()
        .unwrap();
    let text: Vec<&str> = main
        .split('<')
        .filter_map(|part| part.split_once('>'))
        .map(|(_, text)| text.trim())
        .collect();
    let text = text.join(" ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_example_of_how_we_anonymise_is_true() {
    let (_, page) = samples::pages()
        .into_iter()
        .find(|(name, _)| name == "how-we-anonymise")
        .unwrap();
    let page = words(&page);
    let (_, rest) = page.split_once("You write ").unwrap();
    let (written, rest) = rest.split_once(" Others read ").unwrap();
    let (read, _) = rest.split_once(" What goes").unwrap();
    let made = samples::redacted(written);
    let plain = |text: &str| text.replace(' ', "");
    assert_eq!(plain(made.as_str()), plain(read));
}

/// Headings, indented by their level.
fn outline(html: &str) -> String {
    let heading = |part: &str| {
        let depth: usize = part.get(..1)?.parse().ok()?;
        let (_, inside) = part.split_once('>')?;
        let inside = inside.split(&format!("</h{depth}>")).next()?;
        let text: String = inside
            .split('<')
            .map(|part| part.split_once('>').map_or(part, |(_, text)| text))
            .collect();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        Some(format!("{}{text}\n", "  ".repeat(depth - 1)))
    };
    html.split("<h").skip(1).filter_map(heading).collect()
}

#[test]
fn pages_keep_their_outline() {
    for (name, html) in samples::pages() {
        if [
            "home",
            "report",
            "report-bare",
            "preview",
            "digest",
            "start",
            "desk-report",
            "technology",
        ]
        .contains(&name.as_str())
        {
            insta::assert_snapshot!(name, outline(&html));
        }
    }
}
