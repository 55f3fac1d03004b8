//! A sheet as plain text, for a letter.

use std::fmt::Write as _;

use super::links::Links;
use super::{Block, Sheet, Words};

/// Characters of a line, at most, where words allow it: what RFC 5322 recommends for mail, less
/// what the marks of two replies take (RFC 3676, section 4.2).
const WIDTH: usize = 72;

impl Sheet {
    /// The sheet as plain text in lines of at most 72 characters. Addresses stand at its end, by
    /// number, where the address of the registry is given.
    pub fn to_plain(&self, base_url: Option<&str>) -> String {
        let mut page = Page {
            links: Links::new(base_url),
            out: String::new(),
            addresses: Vec::new(),
        };
        page.underlined(&self.title, '=');
        for block in &self.blocks {
            page.block(block);
        }
        page.end()
    }
}

struct Page<'a> {
    links: Links<'a>,
    out: String,
    addresses: Vec<String>,
}

impl Page<'_> {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Section(title) | Block::Apart(title) => {
                self.out.push('\n');
                self.underlined(title, '-');
            }
            Block::Story(title) => {
                let title = self.words(title);
                self.out.push('\n');
                self.paragraph(&title);
            }
            Block::Source(text) | Block::Text(text) => {
                let text = self.words(text);
                self.paragraph(&text);
            }
            Block::Named(name, text) => {
                let text = format!("{}: {}", name.to_uppercase(), self.words(text));
                self.paragraph(&text);
            }
            Block::Items(items) => {
                for item in items {
                    let item = self.words(item);
                    self.item("*", &item);
                }
                self.out.push('\n');
            }
            Block::Ticks(ticks) => {
                for (what, note) in ticks {
                    let text = format!("{} {}", self.words(what), self.words(note));
                    self.item("[ ]", &text);
                }
                self.out.push('\n');
            }
            Block::Choices(choices) => {
                for (letter, choice) in ('A'..).zip(choices) {
                    self.item(&format!("{letter}."), choice);
                }
                self.out.push('\n');
            }
            Block::Events(events) => {
                for (at, what) in events {
                    let what = self.words(what);
                    self.item(at.as_deref().unwrap_or("*"), &what);
                }
                self.out.push('\n');
            }
            Block::Counts(counts) => {
                for count in counts {
                    let text = format!("{}: {}", self.words(&count.what), self.words(&count.said));
                    self.item("*", &text);
                }
                self.out.push('\n');
            }
        }
    }

    fn words(&mut self, words: &Words) -> String {
        let mut all = String::new();
        for run in &words.0 {
            let (text, to) = self.links.of(run);
            all.push_str(&text);
            if let Some(to) = to {
                let known = self.addresses.iter().position(|address| *address == to);
                let number = known.unwrap_or_else(|| {
                    self.addresses.push(to);
                    self.addresses.len() - 1
                });
                let _ = write!(all, " [{}]", number + 1);
            }
        }
        all
    }

    fn underlined(&mut self, title: &str, mark: char) {
        let line: String = std::iter::repeat_n(mark, title.chars().count().min(WIDTH)).collect();
        let _ = write!(self.out, "{title}\n{line}\n\n");
    }

    fn paragraph(&mut self, text: &str) {
        self.wrapped("", "", text);
        self.out.push('\n');
    }

    fn item(&mut self, mark: &str, text: &str) {
        let mark = format!("{mark} ");
        let indent = " ".repeat(mark.chars().count());
        self.wrapped(&mark, &indent, text);
    }

    fn wrapped(&mut self, first: &str, indent: &str, text: &str) {
        let mut line = first.to_owned();
        let mut length = first.chars().count();
        let start = length;
        for word in text.split_whitespace() {
            let letters = word.chars().count();
            if length > start && length + 1 + letters > WIDTH {
                self.out.push_str(line.trim_end());
                self.out.push('\n');
                indent.clone_into(&mut line);
                length = start;
            }
            if length > start {
                line.push(' ');
                length += 1;
            }
            line.push_str(word);
            length += letters;
        }
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }

    fn end(mut self) -> String {
        if !self.addresses.is_empty() {
            self.out.push('\n');
            self.underlined("Where to read on", '-');
            for (n, address) in self.addresses.iter().enumerate() {
                let _ = writeln!(self.out, "[{}] {address}", n + 1);
            }
        }
        format!("{}\n", self.out.trim_end())
    }
}
