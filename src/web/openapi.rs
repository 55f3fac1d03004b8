//! What the API says of itself: `schema/openapi.json` with the schemas of reports and digests in it.

use std::sync::LazyLock;

use serde_json::{Map, Value};

const DOCUMENT: &str = include_str!("../../schema/openapi.json");
/// Schemas that the document names by their file, with the name each has in the document.
const SCHEMAS: [(&str, &str); 2] = [
    (
        "PublicReport",
        include_str!("../../schema/report.schema.json"),
    ),
    ("Digest", include_str!("../../schema/digest.schema.json")),
];

/// The description of the API (OpenAPI 3.1), whole: it refers to nothing outside itself.
pub fn openapi() -> &'static Value {
    static WHOLE: LazyLock<Value> = LazyLock::new(whole);
    &WHOLE
}

#[expect(
    clippy::expect_used,
    reason = "the files are part of the program, and a test reads them"
)]
fn whole() -> Value {
    let mut document: Value = serde_json::from_str(DOCUMENT).expect("the document is JSON");
    let mut schemas = Map::new();
    if let Some(own) = document.pointer_mut("/components/schemas") {
        schemas.extend(
            own.as_object()
                .into_iter()
                .flatten()
                .map(|(k, v)| (k.clone(), v.clone())),
        );
    }
    for (name, text) in SCHEMAS {
        let mut schema: Value = serde_json::from_str(text).expect("a schema is JSON");
        let parts = schema
            .as_object_mut()
            .and_then(|schema| schema.remove("$defs"));
        if let Some(fields) = schema.as_object_mut() {
            fields.remove("$schema");
        }
        let parts: Map<String, Value> = parts
            .and_then(|parts| parts.as_object().cloned())
            .unwrap_or_default();
        // Where both files call different things by one name, the second one's are told apart.
        let name_of = |part: &str, content: &Value| {
            let mut content = content.clone();
            rename(&mut content, &|reference| {
                reference.replace("#/$defs/", "#/components/schemas/")
            });
            match schemas.get(part) {
                Some(other) if *other != content && !is_elsewhere(other) => format!("{name}{part}"),
                _ => part.to_owned(),
            }
        };
        let names: Vec<(String, String)> = parts
            .iter()
            .map(|(part, content)| {
                (
                    format!("#/$defs/{part}"),
                    format!("#/components/schemas/{}", name_of(part, content)),
                )
            })
            .collect();
        let own = |reference: &str| {
            let found = names.iter().find(|(from, _)| from == reference);
            found.map_or_else(|| reference.to_owned(), |(_, to)| to.clone())
        };
        for ((_, to), (_, mut content)) in names.iter().zip(parts) {
            rename(&mut content, &own);
            let to = to.trim_start_matches("#/components/schemas/");
            schemas.insert(to.to_owned(), content);
        }
        rename(&mut schema, &own);
        schemas.insert(name.to_owned(), schema);
    }
    if let Some(all) = document.pointer_mut("/components/schemas") {
        *all = Value::Object(schemas);
    }
    document
}

/// Whether a schema says no more than which file has it.
fn is_elsewhere(schema: &Value) -> bool {
    let reference = schema.get("$ref").and_then(Value::as_str);
    reference.is_some_and(|reference| !reference.starts_with('#'))
}

/// Changes every reference in a schema.
fn rename(schema: &mut Value, to: &dyn Fn(&str) -> String) {
    match schema {
        Value::Object(fields) => {
            for (key, value) in fields {
                match value {
                    Value::String(reference) if key == "$ref" => *reference = to(reference),
                    other => rename(other, to),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| rename(item, to)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn references<'a>(value: &'a Value, into: &mut Vec<&'a str>) {
        match value {
            Value::Object(fields) => {
                for (key, value) in fields {
                    match value.as_str() {
                        Some(reference) if key == "$ref" => into.push(reference),
                        _ => references(value, into),
                    }
                }
            }
            Value::Array(items) => items.iter().for_each(|item| references(item, into)),
            _ => {}
        }
    }

    #[test]
    fn the_description_refers_to_nothing_but_itself_and_to_what_is_there() {
        let mut all = Vec::new();
        references(openapi(), &mut all);
        assert!(all.len() > 50);
        for reference in all {
            let place = reference
                .strip_prefix('#')
                .unwrap_or_else(|| panic!("{reference}"));
            assert!(openapi().pointer(place).is_some(), "{reference}");
        }
        assert_eq!(openapi()["openapi"], "3.1.0");
    }

    #[test]
    fn every_call_has_its_place_among_its_like() {
        let tags = openapi()["tags"].as_array().unwrap();
        for (path, calls) in openapi()["paths"].as_object().unwrap() {
            for call in calls.as_object().unwrap().values() {
                let place = tags
                    .iter()
                    .find(|tag| tag["name"] == call["tags"][0])
                    .unwrap();
                let listed = place["x-calls"].as_array().unwrap();
                assert!(listed.contains(&call["operationId"]), "{path}");
            }
        }
    }

    #[test]
    fn every_example_follows_its_schema() {
        let mut checked = 0;
        for (path, calls) in openapi()["paths"].as_object().unwrap() {
            for (method, call) in calls.as_object().unwrap() {
                let answers = call["responses"].as_object().unwrap();
                let bodies = answers.values().chain(call.get("requestBody"));
                for content in bodies.filter_map(|body| body.pointer("/content/application~1json"))
                {
                    let Some(example) = content.get("example") else {
                        continue;
                    };
                    let mut schema = content["schema"].clone();
                    schema["components"] = openapi()["components"].clone();
                    let validator = jsonschema::validator_for(&schema).unwrap();
                    let errors: Vec<String> = validator
                        .iter_errors(example)
                        .map(|error| error.to_string())
                        .collect();
                    assert!(errors.is_empty(), "{method} {path}: {errors:?}");
                    checked += 1;
                }
            }
        }
        assert!(checked >= 8, "{checked}");
    }
}
