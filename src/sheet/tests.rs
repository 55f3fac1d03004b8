//! Sheets, as each form reads.

use jiff::civil::date;
use pulldown_cmark::{Event, Parser, Tag};

use super::escape::escape;
use super::{Block, Count, Look, Place, Sheet, Words};

const HOSTILE: &str = "1. <b>Queue</b> of *[a](b)* \\ full_ & #4 `x` #panic(\"no\")";

fn sheet() -> Sheet {
    let report = "00000000-0000-4000-8000-000000000001".parse().unwrap();
    let redis = || Words::default().to("Redis", Place::Technology("redis".parse().unwrap()));
    Sheet {
        look: Look::Pages,
        name: "digest/2026-10".to_owned(),
        title: "Candor, October 2026".to_owned(),
        about: "What was reported in October 2026.".to_owned(),
        dated: date(2026, 10, 31),
        blocks: vec![
            Block::Text("One report was published.".into()),
            Block::Section("What happened to others".to_owned()),
            Block::Story(HOSTILE.into()),
            Block::Source(
                redis()
                    .and("; ")
                    .to("read the report", Place::Report(report))
                    .and("."),
            ),
            Block::Text("At midnight the queue was full → nobody noticed 東京.".into()),
            Block::Named("What helped", "[Engineer A] drained it.".into()),
            Block::Events(vec![
                (Some("T+0m".to_owned()), "It fills up".into()),
                (None, "Somebody looks".into()),
            ]),
            Block::Ticks(vec![(
                "Limit the queue.".into(),
                "(at least 3 reports)".into(),
            )]),
            Block::Choices(vec!["Restart".to_owned(), "Wait".to_owned()]),
            Block::Section("By stack".to_owned()),
            Block::Counts(vec![Count {
                what: redis(),
                number: 3,
                said: "at least 3 reports".into(),
            }]),
            Block::Apart("The rest of the story".to_owned()),
            Block::Items(vec!["Restart: nothing changed".into(), HOSTILE.into()]),
        ],
    }
}

#[test]
fn as_plain_text() {
    insta::assert_snapshot!(sheet().to_plain(Some("https://registry.example/")));
}

#[test]
fn a_line_of_plain_text_is_at_most_seventy_two_characters_long() {
    let mut sheet = sheet();
    sheet.blocks = vec![
        Block::Text("word ".repeat(200).into()),
        Block::Items(vec!["another ".repeat(90).into()]),
    ];
    let text = sheet.to_plain(None);
    assert!(
        text.lines().all(|line| line.chars().count() <= 72),
        "{text}"
    );
    assert_eq!(text.matches("word").count(), 200);
    assert_eq!(text.matches("another").count(), 90);
}

#[test]
fn what_is_escaped_reads_as_it_was() {
    for text in [
        "1. <b>Queue</b> of *[a](b)* \\ full_ & #4 `x`",
        "[Engineer A] sets max_connections to 10 - for now",
        "# not a heading",
        "- not an item",
        "+ nor this",
        "a&lt;b | c ~~d~~ ![x](y) [z]: w",
        "2) no list",
        "_x_ __y__ snake_case_name",
    ] {
        let markdown = escape(text, true);
        let read: String = Parser::new(&markdown)
            .filter_map(|event| match event {
                Event::Text(words) => Some(words.to_string()),
                Event::Start(Tag::Paragraph) | Event::End(_) => None,
                other => panic!("{markdown}: {other:?}"),
            })
            .collect();
        assert_eq!(read, text);
    }
}

/// Every file of an archive, in order.
fn unpacked(epub: Vec<u8>) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(epub)).unwrap();
    let files = 0..archive.len();
    files
        .map(|n| {
            let mut file = archive.by_index(n).unwrap();
            let (mut text, name) = (String::new(), file.name().unwrap().into_owned());
            std::io::Read::read_to_string(&mut file, &mut text).unwrap();
            (name, text)
        })
        .collect()
}

#[test]
fn an_epub_says_first_what_it_is_and_holds_well_formed_pages() {
    let files = unpacked(sheet().to_epub(Some("https://registry.example")).unwrap());
    let first = files.first().unwrap();
    assert_eq!(first.0, "mimetype");
    assert_eq!(first.1, "application/epub+zip");
    for (name, text) in files
        .iter()
        .filter(|(name, _)| name.contains("html") || name.ends_with("opf"))
    {
        let mut reader = quick_xml::Reader::from_str(text);
        loop {
            match reader.read_event() {
                Ok(quick_xml::events::Event::Eof) => break,
                Ok(_) => {}
                Err(error) => panic!("{name}: {error}\n{text}"),
            }
        }
    }
    let text = &files
        .iter()
        .find(|(name, _)| name == "sheet/text.xhtml")
        .unwrap()
        .1;
    assert!(text.contains("&lt;b&gt;Queue"), "{text}");
    assert!(text.contains("東京"), "{text}");
    let contents = &files
        .iter()
        .find(|(name, _)| name == "sheet/contents.xhtml")
        .unwrap()
        .1;
    for (n, title) in [
        "What happened to others",
        "By stack",
        "The rest of the story",
    ]
    .iter()
    .enumerate()
    {
        assert!(
            contents.contains(&format!("#part-{}\">{title}<", n + 1)),
            "{contents}"
        );
        assert!(
            text.contains(&format!("id=\"part-{}\">{title}<", n + 1)),
            "{text}"
        );
    }
}

#[test]
fn a_pdf_is_tagged_and_says_which_standard_it_keeps_to() {
    let pdf = sheet().to_pdf(Some("https://registry.example")).unwrap();
    assert!(pdf.starts_with(b"%PDF-1."));
    let has = |words: &str| pdf.windows(words.len()).any(|at| at == words.as_bytes());
    assert!(has("pdfuaid"), "not PDF/UA");
    assert!(has("/StructTreeRoot"), "not tagged");
    assert!(
        has("https://registry.example/technologies/redis"),
        "not linked"
    );
}

#[test]
fn the_same_sheet_gives_the_same_files() {
    assert_eq!(sheet().to_pdf(None).unwrap(), sheet().to_pdf(None).unwrap());
    assert_eq!(
        sheet().to_epub(None).unwrap(),
        sheet().to_epub(None).unwrap()
    );
}

#[test]
fn a_poster_is_one_page_however_long_its_lines_are() {
    let line = || {
        let what = "Missing or wrong limit, timeout or back-off between two services";
        let note = "Nobody had set how much of something one side may ask of the other, or how long \
                    it waits for an answer. At least 1234 reports.";
        (Words::from(what), Words::from(note))
    };
    let part = |n: usize| {
        let question = "Could we change this? It held for others.".to_owned();
        [
            Block::Section(question),
            Block::Ticks((0..n).map(|_| line()).collect()),
        ]
    };
    let poster = Sheet {
        look: Look::Poster,
        title: "Expired credential or certificate".to_owned(),
        blocks: [3, 2, 2, 3, 2, 2].into_iter().flat_map(part).collect(),
        ..sheet()
    };
    let document = poster.set(Some("https://registry.example")).unwrap();
    assert_eq!(document.pages().len(), 1);
    assert!(poster.to_pdf(None).unwrap().starts_with(b"%PDF-1."));
}
