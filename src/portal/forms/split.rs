//! Splitting a report in two: for each thing it tells, which part gets it.

use super::Fields;
use crate::anonymise::RawText;
use crate::review::{Division, Item};

/// The field of a thing.
pub(crate) fn item_field(item: Item) -> String {
    match item {
        Item::Summary => "summary".to_owned(),
        Item::Narrative(at) => format!("narrative-{at}"),
        Item::Impact => "impact".to_owned(),
        Item::Detection => "detection".to_owned(),
        Item::Event(at) => format!("event-{at}"),
        Item::Factor(at) => format!("factor-{at}"),
        Item::Mitigation(at) => format!("mitigation-{at}"),
        Item::Helped(at) => format!("helped-{at}"),
        Item::Luck(at) => format!("luck-{at}"),
        Item::Action(at) => format!("action-{at}"),
        Item::Lesson(at) => format!("lesson-{at}"),
    }
}

/// Reads the revision of the text, the title of the second part and, for each of `items`, `first`, `second` or `both`;
/// what nobody says anything about stays in the first.
pub fn division(fields: &Fields, items: &[Item]) -> Division {
    let mut division = Division {
        read: fields.first("revision").parse().unwrap_or(u32::MAX),
        title: RawText::new(fields.first("title").trim()),
        ..Division::default()
    };
    for item in items {
        let goes = fields.first(&item_field(*item));
        if goes != "second" {
            division.stays.insert(*item);
        }
        if matches!(goes, "second" | "both") {
            division.goes.insert(*item);
        }
    }
    division
}
