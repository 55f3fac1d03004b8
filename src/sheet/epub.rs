//! A sheet as an EPUB, for readers of books.
//!
//! EPUB 3.3 (W3C Recommendation): a zip file whose first entry says what it is, a package document,
//! a navigation document, and the text as XHTML. Byte for byte the same from the same sheet.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::links::Links;
use super::{Block, Count, Sheet, Words};
use crate::export::xml_text as escaped;

const CONTAINER: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="sheet/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"#;

const STYLE: &str = "body { line-height: 1.5; }
h1, h2, h3 { line-height: 1.2; text-align: left; }
.source, .at { color: #555; font-size: 0.85em; }
.apart { break-before: page; }
.ticks { list-style: none; padding-left: 0; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #999; padding: 0.3em 0.6em 0.3em 0; text-align: left; vertical-align: top; }
td.number { text-align: right; }
";

/// Why a sheet could not be made into an EPUB.
#[derive(Debug, thiserror::Error)]
pub enum EpubError {
    /// The archive could not be written.
    #[error("the EPUB could not be put together")]
    Archive(#[from] zip::result::ZipError),
    /// A file in it could not be written.
    #[error("the EPUB could not be written")]
    Writing(#[from] std::io::Error),
}

impl Sheet {
    /// The sheet as an EPUB; with links where the address of the registry is given.
    pub fn to_epub(&self, base_url: Option<&str>) -> Result<Vec<u8>, EpubError> {
        let text = self.xhtml(Links::new(base_url));
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        // The first entry is read by its place in the file, so it is neither packed nor moved.
        for (name, body) in [
            ("mimetype", "application/epub+zip"),
            ("META-INF/container.xml", CONTAINER),
            ("sheet/package.opf", &self.package()),
            ("sheet/contents.xhtml", &self.contents()),
            ("sheet/text.xhtml", &text),
            ("sheet/style.css", STYLE),
        ] {
            let options = SimpleFileOptions::default()
                .compression_method(CompressionMethod::Stored)
                .last_modified_time(DateTime::default());
            archive.start_file(name, options)?;
            archive.write_all(body.as_bytes())?;
        }
        Ok(archive.finish()?.into_inner())
    }

    fn package(&self) -> String {
        let (title, about) = (escaped(&self.title), escaped(&self.about));
        let name = escaped(&self.name);
        let date = self.dated;
        format!(
            r#"<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="name" xml:lang="en-GB">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="name">candor:{name}</dc:identifier>
<dc:title>{title}</dc:title>
<dc:language>en-GB</dc:language>
<dc:creator>Candor</dc:creator>
<dc:description>{about}</dc:description>
<dc:date>{date}</dc:date>
<meta property="dcterms:modified">{date}T00:00:00Z</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">structuralNavigation</meta>
<meta property="schema:accessibilityHazard">none</meta>
<meta property="schema:accessibilitySummary">Text only, with headings, lists and tables marked as such.</meta>
</metadata>
<manifest>
<item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="text" href="text.xhtml" media-type="application/xhtml+xml"/>
<item id="style" href="style.css" media-type="text/css"/>
</manifest>
<spine><itemref idref="text"/></spine>
</package>
"#
        )
    }

    fn contents(&self) -> String {
        let mut lines = String::new();
        for (n, title) in self.sections() {
            let title = escaped(title);
            let _ = writeln!(
                lines,
                "<li><a href=\"text.xhtml#part-{n}\">{title}</a></li>"
            );
        }
        let list = format!(
            "<nav epub:type=\"toc\"><h1>Contents</h1>\n<ol>\n<li><a href=\"text.xhtml\">{}</a></li>\n{lines}</ol></nav>",
            escaped(&self.title)
        );
        page(&self.title, &list)
    }

    fn xhtml(&self, links: Links<'_>) -> String {
        let mut body = format!("<h1>{}</h1>\n", escaped(&self.title));
        let mut parts = self.sections().map(|(n, _)| n);
        for block in &self.blocks {
            let part = match block {
                Block::Section(_) | Block::Apart(_) => parts.next().unwrap_or_default(),
                _ => 0,
            };
            let _ = writeln!(body, "{}", drawn(block, part, links));
        }
        page(&self.title, &body)
    }

    /// Sections with their numbers, from 1.
    fn sections(&self) -> impl Iterator<Item = (usize, &str)> {
        let titles = self.blocks.iter().filter_map(|block| match block {
            Block::Section(title) | Block::Apart(title) => Some(title.as_str()),
            _ => None,
        });
        (1..).zip(titles)
    }
}

fn drawn(block: &Block, part: usize, links: Links<'_>) -> String {
    let words = |words: &Words| in_xhtml(words, links);
    match block {
        Block::Section(title) => format!("<h2 id=\"part-{part}\">{}</h2>", escaped(title)),
        Block::Apart(title) => {
            format!(
                "<h2 class=\"apart\" id=\"part-{part}\">{}</h2>",
                escaped(title)
            )
        }
        Block::Story(title) => format!("<h3>{}</h3>", words(title)),
        Block::Source(text) => format!("<p class=\"source\">{}</p>", words(text)),
        Block::Text(text) => format!("<p>{}</p>", words(text)),
        Block::Named(name, text) => format!("<p><strong>{name}.</strong> {}</p>", words(text)),
        Block::Items(items) => format!(
            "<ul>{}</ul>",
            all(items, |item| format!("<li>{}</li>", words(item)))
        ),
        Block::Ticks(ticks) => format!(
            "<ul class=\"ticks\">{}</ul>",
            all(ticks, |(what, note)| format!(
                "<li>\u{2610} {} <span class=\"source\">{}</span></li>",
                words(what),
                words(note)
            ))
        ),
        Block::Choices(choices) => format!(
            "<ol type=\"A\">{}</ol>",
            all(choices, |choice| format!("<li>{}</li>", escaped(choice)))
        ),
        Block::Events(events) => format!(
            "<ul>{}</ul>",
            all(events, |(at, what)| match at {
                Some(at) => format!("<li><span class=\"at\">{at}</span> {}</li>", words(what)),
                None => format!("<li>{}</li>", words(what)),
            })
        ),
        Block::Counts(counts) => format!(
            "<table><tbody>{}</tbody></table>",
            all(counts, |Count { what, number, said }| format!(
                "<tr><th scope=\"row\">{}</th><td class=\"number\">{number}</td><td>{}</td></tr>",
                words(what),
                words(said)
            ))
        ),
    }
}

fn all<T>(things: &[T], one: impl Fn(&T) -> String) -> String {
    things.iter().map(one).collect()
}

fn in_xhtml(words: &Words, links: Links<'_>) -> String {
    let mut all = String::new();
    for run in &words.0 {
        let (text, to) = links.of(run);
        let text = escaped(&text);
        match to {
            Some(to) => {
                let _ = write!(all, "<a href=\"{}\">{text}</a>", escaped(&to));
            }
            None => all.push_str(&text),
        }
    }
    all
}

fn page(title: &str, body: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en-GB" xml:lang="en-GB">
<head><title>{}</title><link rel="stylesheet" href="style.css"/></head>
<body>
{body}
</body>
</html>
"#,
        escaped(title)
    )
}
