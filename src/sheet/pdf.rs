//! A sheet as a PDF, set by typst from a template of ours.
//!
//! Tagged, so that it can be read aloud, and held to PDF/UA-1 (ISO 14289-1) by typst itself. The
//! words reach the template as data: nothing a report says is ever read as markup.

use std::sync::LazyLock;

use rust_embed::Embed;
use serde_json::{Value, json};
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use unicode_normalization::UnicodeNormalization;

use super::links::Links;
use super::{Block, Look, Sheet, Words};

#[derive(Embed)]
#[folder = "frontend/print"]
struct Print;

/// Why a sheet could not be set.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// The template and the data do not fit.
    #[error("the page could not be set: {0}")]
    Setting(String),
}

impl Sheet {
    /// The sheet as a PDF; with links where the address of the registry is given.
    pub fn to_pdf(&self, base_url: Option<&str>) -> Result<Vec<u8>, PdfError> {
        let document = self.set(base_url)?;
        let options = PdfOptions {
            ident: Smart::Custom(self.name.clone()),
            creator: Smart::Custom(Some("Candor".to_owned())),
            standards: PdfStandards::new(&[PdfStandard::Ua_1])
                .map_err(|error| PdfError::Setting(error.message().to_string()))?,
            ..PdfOptions::default()
        };
        let pdf = typst_pdf::pdf(&document, &options).map_err(|errors| said(&errors));
        // typst keeps whatever it has worked out, for a next time that a server would wait a month
        // for.
        typst::comemo::evict(0);
        pdf
    }

    /// The pages, before they are written down.
    pub(crate) fn set(&self, base_url: Option<&str>) -> Result<PagedDocument, PdfError> {
        let template = match self.look {
            Look::Pages => "sheet.typ",
            Look::Poster => "poster.typ",
        };
        let desk = Desk::with(template, &self.as_data(base_url))?;
        let document = typst::compile::<PagedDocument>(&desk);
        document.output.map_err(|errors| said(&errors))
    }

    /// What the template reads.
    fn as_data(&self, base_url: Option<&str>) -> Value {
        let links = Links::new(base_url);
        let words = |words: &Words| in_data(words, links);
        let block = |block: &Block| match block {
            Block::Section(title) => json!({"kind": "section", "title": printable(title)}),
            Block::Apart(title) => json!({"kind": "apart", "title": printable(title)}),
            Block::Story(title) => json!({"kind": "story", "words": words(title)}),
            Block::Source(text) => json!({"kind": "source", "words": words(text)}),
            Block::Text(text) => json!({"kind": "text", "words": words(text)}),
            Block::Named(name, text) => {
                json!({"kind": "named", "name": name, "words": words(text)})
            }
            Block::Items(items) => {
                json!({"kind": "items", "items": items.iter().map(words).collect::<Vec<_>>()})
            }
            Block::Ticks(ticks) => {
                let ticks = ticks.iter();
                let ticks =
                    ticks.map(|(what, note)| json!({"what": words(what), "note": words(note)}));
                json!({"kind": "ticks", "ticks": ticks.collect::<Vec<_>>()})
            }
            Block::Choices(choices) => {
                let choices: Vec<_> = choices.iter().map(|choice| printable(choice)).collect();
                json!({"kind": "choices", "choices": choices})
            }
            Block::Events(events) => {
                let events = events.iter();
                let events = events.map(|(at, what)| json!({"at": at, "words": words(what)}));
                json!({"kind": "events", "events": events.collect::<Vec<_>>()})
            }
            Block::Counts(counts) => {
                let counts = counts.iter().map(|count| {
                    let what = words(&count.what);
                    json!({"what": what, "number": count.number, "said": words(&count.said)})
                });
                json!({"kind": "counts", "counts": counts.collect::<Vec<_>>()})
            }
        };
        let date = self.dated;
        json!({
            "title": printable(&self.title),
            "about": printable(&self.about),
            "date": [date.year(), date.month(), date.day()],
            "address": base_url.map(|url| url.trim_end_matches('/')),
            "blocks": self.blocks.iter().map(block).collect::<Vec<_>>(),
        })
    }
}

fn in_data(words: &Words, links: Links<'_>) -> Value {
    let runs = words.0.iter().map(|run| {
        let (text, to) = links.of(run);
        json!({"text": printable(&text), "to": to})
    });
    runs.collect()
}

/// The text in characters that the fonts have: others in their plainest form, or as a question
/// mark, because a page with an empty box in it says nothing to a reader of tags.
fn printable(text: &str) -> String {
    let fonts = &Fonts::get().fonts;
    let has = |font: &Font, c: char| font.info().coverage.contains(u32::from(c));
    let known = |c: char| fonts.iter().all(|font| has(font, c));
    let mut out = String::with_capacity(text.len());
    for c in text.nfc() {
        if known(c) {
            out.push(c);
            continue;
        }
        match c {
            c if c.is_whitespace() => out.push(' '),
            '→' | '⇒' => out.push_str("->"),
            '←' => out.push_str("<-"),
            '≥' => out.push_str(">="),
            '≤' => out.push_str("<="),
            '≈' => out.push('~'),
            c => {
                let plain: String = std::iter::once(c).nfkd().filter(|c| known(*c)).collect();
                out.push_str(if plain.is_empty() { "?" } else { &plain });
            }
        }
    }
    out
}

fn said(errors: &[SourceDiagnostic]) -> PdfError {
    let messages: Vec<_> = errors.iter().map(|error| error.message.as_str()).collect();
    PdfError::Setting(messages.join("; "))
}

/// The fonts of the portal, as typst reads them.
struct Fonts {
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

impl Fonts {
    fn get() -> &'static Self {
        static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::read);
        &FONTS
    }

    fn read() -> Self {
        let mut names: Vec<_> = Print::iter()
            .filter(|name| name.ends_with(".ttf"))
            .collect();
        names.sort();
        let fonts: Vec<Font> = names
            .iter()
            .filter_map(|name| Print::get(name))
            .flat_map(|file| Font::iter(Bytes::new(file.data.into_owned())))
            .collect();
        Self {
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
        }
    }
}

/// Everything typst may look at: the template, the data, the fonts.
struct Desk {
    library: LazyHash<Library>,
    template: Source,
    data: FileId,
    body: Bytes,
}

impl Desk {
    fn with(name: &str, data: &Value) -> Result<Self, PdfError> {
        let template = Print::get(name).map(|file| file.data.into_owned());
        let template = String::from_utf8_lossy(&template.unwrap_or_default()).into_owned();
        Ok(Self {
            library: LazyHash::new(Library::default()),
            template: Source::new(file(name)?, template),
            data: file("sheet.json")?,
            body: Bytes::from_string(data.to_string()),
        })
    }
}

fn file(name: &str) -> Result<FileId, PdfError> {
    let path = VirtualPath::new(name).map_err(|error| PdfError::Setting(error.to_string()))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &Fonts::get().book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() {
            Ok(self.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data {
            Ok(self.body.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        Fonts::get().fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::printable;

    #[test]
    fn a_line_break_is_a_space_and_an_unknown_sign_its_plainest_form() {
        assert_eq!(
            printable("one\ntwo\tthree → ﬁve 東"),
            "one two three -> five ?"
        );
    }
}
