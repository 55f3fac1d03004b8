//! Whole write-ups: what is understood of each, and that nothing of it is lost.

use super::{Format, Unusable, import, outline};
use crate::anonymise::RawText;

macro_rules! fixture {
    ($($test:ident: $file:literal;)+) => {
        $(#[test]
        fn $test() {
            check($file, include_str!(concat!("../../../tests/fixtures/writeup/", $file)));
        })+
    };
}

fixture! {
    headings_with_times_and_front_matter: "headings.md";
    nested_label_lists: "labels.md";
    norwegian_labels_and_dotted_clocks: "norwegian.md";
    tables_with_ragged_rows_and_two_zones: "tables.md";
    every_kind_of_clock: "clocks.md";
    chat_pastes_but_not_logs: "chat.md";
    text_of_a_pdf_with_a_side_column: "pdf.txt";
    five_whys_and_prompts: "whys.md";
    german: "german.md";
    french: "french.md";
    spanish_and_portuguese: "iberian.md";
    dutch: "dutch.md";
    prose_with_toml_and_underlined_headings: "prose.md";
    wiki_markup: "wiki.txt";
    bare_lines_and_names_above_lists: "groups.md";
    json_with_section_names: "keys.json";
    json_in_the_form_of_a_report: "own.json";
}

fn check(file: &str, text: &str) {
    let source = RawText::new(text);
    let imported = import(&source, None, Format::guess(Some(file), text)).unwrap();
    let lost: Vec<&str> = imported
        .lost_lines(&source)
        .into_iter()
        .filter_map(|line| text.lines().nth(line))
        .collect();
    assert!(lost.is_empty(), "lost: {lost:#?}");
    insta::with_settings!({
        snapshot_path => "../../../tests/fixtures/writeup",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!(file, outline(&imported));
    });
}

#[test]
fn a_template_nobody_filled_in_is_refused_with_its_reason() {
    let text = include_str!("../../../tests/fixtures/writeup/template.md");
    let error = import(&RawText::new(text), None, Format::Markdown).unwrap_err();
    assert!(
        matches!(error, Unusable::EmptyTemplate { headings: 7 }),
        "{error:?}"
    );
    assert!(error.to_string().contains("nobody has filled in"));
}
