//! XML as a tree, within bounds. Entities other than the five of XML itself are left out: none is
//! ever declared, fetched or unfolded.

use quick_xml::Reader;
use quick_xml::events::Event;

use super::{Format, Unreadable};

/// Levels of nesting.
const DEEPEST: usize = 128;
/// Elements in all.
const MOST_ELEMENTS: usize = 1_000_000;

/// An element with its text and children; attributes are not needed here.
#[derive(Default)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) text: String,
    pub(super) children: Vec<Element>,
}

impl Element {
    /// The text of the first child of this name.
    pub(super) fn child_text(&self, name: &str) -> Option<&str> {
        let child = self.children.iter().find(|child| child.name == name)?;
        Some(child.text.trim())
    }

    /// Visits this element and everything below it.
    pub(super) fn each(&self, visit: &mut dyn FnMut(&Self)) {
        visit(self);
        for child in &self.children {
            child.each(visit);
        }
    }
}

/// The document as an element that holds its root.
pub(super) fn document(format: Format, text: &str) -> Result<Element, Unreadable> {
    let mut reader = Reader::from_str(text);
    let mut open = vec![Element::default()];
    let mut elements = 0;
    loop {
        let event = reader.read_event().map_err(|_| {
            let place = usize::try_from(reader.error_position()).unwrap_or_default();
            let before = text.as_bytes().iter().take(place);
            Unreadable::broken(format, before.filter(|byte| **byte == b'\n').count() + 1)
        })?;
        let named = |name: &str| Element {
            name: name.to_owned(),
            ..Element::default()
        };
        match event {
            Event::Start(start) => {
                elements += 1;
                if open.len() > DEEPEST {
                    return Err(Unreadable::TooDeep);
                }
                open.push(named(start.local_name().as_ref()));
            }
            Event::Empty(start) => {
                elements += 1;
                if let Some(parent) = open.last_mut() {
                    parent.children.push(named(start.local_name().as_ref()));
                }
            }
            Event::End(_) => close(&mut open),
            Event::Text(text) => {
                if let Some(element) = open.last_mut() {
                    element.text.push_str(&text);
                }
            }
            Event::CData(text) => {
                if let Some(element) = open.last_mut() {
                    element.text.push_str(&text);
                }
            }
            Event::GeneralRef(entity) => {
                if let (Some(element), "amp") = (open.last_mut(), entity.as_ref()) {
                    element.text.push('&');
                }
            }
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
        if elements > MOST_ELEMENTS {
            return Err(Unreadable::TooMany);
        }
    }
    while open.len() > 1 {
        close(&mut open);
    }
    Ok(open.pop().unwrap_or_default())
}

fn close(open: &mut Vec<Element>) {
    if open.len() > 1
        && let Some(done) = open.pop()
        && let Some(parent) = open.last_mut()
    {
        parent.children.push(done);
    }
}
