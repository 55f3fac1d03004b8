//! YAML as a tree, within bounds: tags are passed over, aliases are copied until there are too
//! many, merge keys (`<<`) are merged.

use std::borrow::Cow;
use std::collections::HashMap;

use saphyr_parser::{Event, Parser};
use serde_json::{Map, Value};

use super::{Format, Unreadable};

/// Levels of nesting.
const DEEPEST: usize = 64;
/// Values in all, copies of aliases among them.
const MOST_VALUES: usize = 1_000_000;

/// Bytes of a text that count like one value.
const SHORT: usize = 64;

/// Every document of a stream.
pub(super) fn documents(format: Format, text: &str) -> Result<Vec<Value>, Unreadable> {
    let mut builder = Builder::default();
    for event in Parser::new_from_str(text) {
        let (event, _) =
            event.map_err(|error| Unreadable::broken(format, error.marker().line()))?;
        builder.take(event)?;
    }
    Ok(builder.documents)
}

/// What is being built.
#[derive(Default)]
struct Builder {
    documents: Vec<Value>,
    open: Vec<Open>,
    anchors: HashMap<usize, (Value, usize)>,
    values: usize,
}

/// A collection whose end is still to come.
struct Open {
    anchor: usize,
    /// Values before it began.
    before: usize,
    holds: Holds,
}

enum Holds {
    List(Vec<Value>),
    Map(Map<String, Value>, Option<String>),
}

impl Builder {
    fn take(&mut self, event: Event<'_>) -> Result<(), Unreadable> {
        match event {
            Event::Scalar(text, _, anchor, _) => {
                // A long text is as much to copy as many short ones.
                let size = 1 + text.len() / SHORT;
                self.count(size)?;
                let value = Value::String(Cow::into_owned(text));
                self.anchor(anchor, &value, size)?;
                self.put(value);
            }
            Event::SequenceStart(anchor, _) => self.begin(anchor, Holds::List(Vec::new()))?,
            Event::MappingStart(anchor, _) => self.begin(anchor, Holds::Map(Map::new(), None))?,
            Event::SequenceEnd | Event::MappingEnd => self.end()?,
            Event::Alias(anchor) => {
                // An alias to what is not finished yet would be endless.
                let (value, size) = self.anchors.get(&anchor).ok_or(Unreadable::TooMany)?;
                let (value, size) = (value.clone(), *size);
                self.count(size)?;
                self.put(value);
            }
            Event::DocumentStart(_) => self.anchors.clear(),
            Event::DocumentEnd | Event::Nothing | Event::StreamStart | Event::StreamEnd => {}
        }
        Ok(())
    }

    fn count(&mut self, more: usize) -> Result<(), Unreadable> {
        self.values += more;
        if self.values > MOST_VALUES {
            return Err(Unreadable::TooMany);
        }
        Ok(())
    }

    fn begin(&mut self, anchor: usize, holds: Holds) -> Result<(), Unreadable> {
        if self.open.len() == DEEPEST {
            return Err(Unreadable::TooDeep);
        }
        self.open.push(Open {
            anchor,
            before: self.values,
            holds,
        });
        self.count(1)
    }

    fn end(&mut self) -> Result<(), Unreadable> {
        let Some(open) = self.open.pop() else {
            return Ok(());
        };
        let value = match open.holds {
            Holds::List(items) => Value::Array(items),
            Holds::Map(map, _) => Value::Object(map),
        };
        self.anchor(open.anchor, &value, self.values - open.before)?;
        self.put(value);
        Ok(())
    }

    /// Keeps a copy of what an alias may stand for; the copy counts, too.
    fn anchor(&mut self, anchor: usize, value: &Value, size: usize) -> Result<(), Unreadable> {
        if anchor > 0 {
            self.count(size)?;
            self.anchors.insert(anchor, (value.clone(), size));
        }
        Ok(())
    }

    fn put(&mut self, value: Value) {
        match self.open.last_mut().map(|open| &mut open.holds) {
            None => self.documents.push(value),
            Some(Holds::List(items)) => items.push(value),
            Some(Holds::Map(map, key)) => match key.take() {
                None => *key = Some(key_of(value)),
                Some(key) if key == "<<" => merge(map, value),
                Some(key) => {
                    map.insert(key, value);
                }
            },
        }
    }
}

fn key_of(value: Value) -> String {
    match value {
        Value::String(key) => key,
        _ => String::new(),
    }
}

fn merge(map: &mut Map<String, Value>, value: Value) {
    match value {
        Value::Object(from) => {
            for (key, value) in from {
                map.entry(key).or_insert(value);
            }
        }
        Value::Array(several) => several.into_iter().for_each(|value| {
            if value.is_object() {
                merge(map, value);
            }
        }),
        _ => {}
    }
}
