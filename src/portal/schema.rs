//! A JSON schema as rows of a table: names, kinds, and what they mean.

use serde_json::Value;

/// A field or parameter.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) needed: bool,
    pub(crate) about: Vec<Word>,
}

/// Words, or code among them.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) code: bool,
}

/// The fields of a schema, those within them by their path.
pub(crate) fn fields(
    document: &Value,
    schema: &Value,
    within: &str,
    depth: usize,
    into: &mut Vec<Field>,
) {
    let schema = resolved(document, schema);
    for (name, field) in entries(schema.get("properties")) {
        let inner = resolved(document, field);
        let path = format!("{within}{name}");
        into.push(Field {
            kind: kind(document, field),
            needed: items(&schema["required"]).any(|needed| needed == name),
            about: pieces(if field["description"].is_string() {
                &field["description"]
            } else {
                &inner["description"]
            }),
            name: path.clone(),
        });
        if depth > 1 {
            fields(document, inner, &format!("{path}."), depth - 1, into);
            fields(
                document,
                &inner["items"],
                &format!("{path}[]."),
                depth - 1,
                into,
            );
        }
    }
}

/// What a value is, in a word or two.
pub(crate) fn kind(document: &Value, schema: &Value) -> String {
    let schema = resolved(document, schema);
    if let Some(choices) = schema["enum"].as_array() {
        let choices: Vec<String> = choices.iter().map(plain).collect();
        return choices.join(", ");
    }
    if let Some(ways) = schema["anyOf"]
        .as_array()
        .or_else(|| schema["oneOf"].as_array())
    {
        let mut kinds: Vec<String> = ways.iter().map(|way| kind(document, way)).collect();
        kinds.dedup();
        return kinds.join(" or ");
    }
    match schema["type"].as_str() {
        Some("array") => format!("list of {}", kind(document, &schema["items"])),
        Some("string") if schema["format"] == "uuid" => "id".to_owned(),
        Some("string") if schema["const"].is_string() => plain(&schema["const"]),
        Some(kind) => kind.to_owned(),
        None => "value".to_owned(),
    }
}

pub(crate) fn resolved<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    let reference = schema["$ref"]
        .as_str()
        .and_then(|reference| reference.strip_prefix('#'));
    reference
        .and_then(|place| document.pointer(place))
        .unwrap_or(schema)
}

/// Words with code between backticks.
pub(crate) fn pieces(words: &Value) -> Vec<Word> {
    let parts = words.as_str().unwrap_or_default().split('`').enumerate();
    parts
        .filter(|(_, part)| !part.is_empty())
        .map(|(number, part)| Word {
            text: part.to_owned(),
            code: number % 2 == 1,
        })
        .collect()
}

pub(crate) fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

pub(crate) fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

pub(crate) fn entries(value: Option<&Value>) -> impl Iterator<Item = (&String, &Value)> {
    value.and_then(Value::as_object).into_iter().flatten()
}
