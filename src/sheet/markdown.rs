//! A sheet as Markdown.

use std::fmt::Write as _;

use super::escape::escape;
use super::links::Links;
use super::{Block, Sheet, Words};

impl Sheet {
    /// The sheet as Markdown; with links where the address of the registry is given.
    pub fn to_markdown(&self, base_url: Option<&str>) -> String {
        let links = Links::new(base_url);
        let words = |words: &Words| in_markdown(words, links);
        let mut out = format!("# {}\n\n", escape(&self.title, true));
        for block in &self.blocks {
            match block {
                Block::Section(title) | Block::Apart(title) => {
                    heading(&mut out, 2, &escape(title, true));
                }
                Block::Story(title) => heading(&mut out, 3, &words(title)),
                Block::Source(text) | Block::Text(text) => paragraph(&mut out, &words(text)),
                Block::Named(name, text) => {
                    paragraph(&mut out, &format!("**{name}.** {}", words(text)));
                }
                Block::Items(items) => list(&mut out, items.iter().map(words)),
                Block::Ticks(ticks) => {
                    let tick = |(what, note): &(Words, Words)| {
                        format!("[ ] {} {}", words(what), words(note))
                    };
                    list(&mut out, ticks.iter().map(tick));
                }
                Block::Choices(choices) => {
                    let choice = |(letter, choice): (char, &String)| {
                        format!("{letter}: {}", escape(choice, false))
                    };
                    list(&mut out, ('A'..).zip(choices).map(choice));
                }
                Block::Events(events) => {
                    let event = |(at, what): &(Option<String>, Words)| match at {
                        Some(at) => format!("{at}: {}", words(what)),
                        None => words(what),
                    };
                    list(&mut out, events.iter().map(event));
                }
                Block::Counts(counts) => {
                    let counted = counts.iter();
                    let counted = counted
                        .map(|count| format!("{}: {}", words(&count.what), words(&count.said)));
                    list(&mut out, counted);
                }
            }
        }
        format!("{}\n", out.trim_end())
    }
}

fn in_markdown(words: &Words, links: Links<'_>) -> String {
    let mut all = String::new();
    for run in &words.0 {
        let (text, to) = links.of(run);
        let text = escape(&text, all.is_empty());
        match to {
            Some(to) => {
                let _ = write!(all, "[{text}]({to})");
            }
            None => all.push_str(&text),
        }
    }
    all
}

fn heading(out: &mut String, level: usize, text: &str) {
    let _ = write!(out, "{} {text}\n\n", "#".repeat(level));
}

fn paragraph(out: &mut String, text: &str) {
    let _ = write!(out, "{text}\n\n");
}

fn list(out: &mut String, items: impl Iterator<Item = String>) {
    for item in items {
        let _ = writeln!(out, "- {item}");
    }
    out.push('\n');
}
