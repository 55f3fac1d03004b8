//! The API, described for people from what it says of itself to programs.

use askama::Template;
use serde_json::Value;

use crate::portal::schema::{
    Field, Word, entries, fields, items, kind, pieces, plain, resolved, text,
};
use crate::portal::{Layout, Section};

/// Fields within fields are told this deep.
const DEPTH: usize = 3;
/// Schemas that have a page of their own instead of a table here.
const ELSEWHERE: [&str; 2] = ["PublicReport", "Digest"];

/// The reference of the API.
#[derive(Clone, Debug, Template)]
#[template(path = "public/api.html")]
pub struct ApiPage {
    layout: Layout,
    intro: Vec<Word>,
    parts: Vec<Part>,
}

/// Addresses that belong together.
#[derive(Clone, Debug)]
struct Part {
    label: String,
    about: Vec<Word>,
    calls: Vec<Call>,
}

/// One address with one method.
#[derive(Clone, Debug)]
struct Call {
    anchor: String,
    method: String,
    path: String,
    summary: String,
    about: Vec<Word>,
    parameters: Vec<Field>,
    body: Vec<Field>,
    /// A command to copy.
    command: String,
    status: String,
    answer: Vec<Word>,
    /// Where the answer is a report or a digest: which.
    form: Option<&'static str>,
    fields: Vec<Field>,
    example: String,
    refusals: Vec<(String, Vec<Word>)>,
}

impl ApiPage {
    /// From a description in the form of OpenAPI 3.1; commands are for the registry at `site`.
    pub fn new(layout: Layout, document: &Value, site: &str) -> Self {
        let calls = calls(document, site);
        let parts = items(&document["tags"]).map(|tag| {
            let name = text(&tag["name"]);
            let own = items(&tag["x-calls"]).filter_map(|id| {
                let id = id.as_str()?;
                calls.iter().find(|call| call.anchor == id)
            });
            Part {
                calls: own.cloned().collect(),
                about: pieces(&tag["description"]),
                label: name,
            }
        });
        Self {
            layout,
            intro: document
                .pointer("/info/description")
                .map(pieces)
                .unwrap_or_default(),
            parts: parts.collect(),
        }
    }
}

fn calls(document: &Value, site: &str) -> Vec<Call> {
    let mut calls = Vec::new();
    for (path, methods) in entries(document.get("paths")) {
        for (method, call) in entries(Some(methods)) {
            calls.push(described(document, site, (method, path), call));
        }
    }
    calls
}

fn described(document: &Value, site: &str, (method, path): (&str, &str), call: &Value) -> Call {
    let parameters = items(&call["parameters"]).map(|parameter| Field {
        name: text(&parameter["name"]),
        kind: kind(document, &parameter["schema"]),
        needed: parameter["required"] == true,
        about: pieces(&parameter["description"]),
    });
    let sent = call.pointer("/requestBody/content/application~1json");
    let mut body = Vec::new();
    if let Some(sent) = sent {
        fields(document, &sent["schema"], "", DEPTH, &mut body);
    }
    let (mut status, mut answer) = (String::new(), &Value::Null);
    let mut refusals = Vec::new();
    for (code, response) in entries(call.get("responses")) {
        if code.starts_with('2') {
            (status, answer) = (code.clone(), response);
        } else {
            let said = resolved(document, response);
            refusals.push((code.clone(), pieces(&said["description"])));
        }
    }
    let content = answer.pointer("/content/application~1json");
    let schema = content.map_or(&Value::Null, |content| &content["schema"]);
    let reference = schema["$ref"].as_str().unwrap_or_default();
    let form = ELSEWHERE.into_iter().find(|name| reference.ends_with(name));
    let mut answered = Vec::new();
    if form.is_none() {
        fields(document, schema, "", DEPTH, &mut answered);
    }
    Call {
        anchor: text(&call["operationId"]),
        method: method.to_uppercase(),
        path: path.to_owned(),
        summary: text(&call["summary"]),
        about: pieces(&call["description"]),
        parameters: parameters.collect(),
        body,
        command: command(site, path, call, sent.and_then(|sent| sent.get("example"))),
        status,
        answer: pieces(&answer["description"]),
        form,
        fields: answered,
        example: content
            .and_then(|content| content.get("example"))
            .map(pretty)
            .unwrap_or_default(),
        refusals,
    }
}

/// A command line that can be pasted as it is.
fn command(site: &str, path: &str, call: &Value, sent: Option<&Value>) -> String {
    let mut path = path.to_owned();
    let mut query = form_urlencoded::Serializer::new(String::new());
    for parameter in items(&call["parameters"]) {
        let (name, example) = (text(&parameter["name"]), plain(&parameter["example"]));
        if parameter["in"] == "path" {
            path = path.replace(&format!("{{{name}}}"), &example);
        } else if !example.is_empty() {
            query.append_pair(&name, &example);
        }
    }
    let query = query.finish();
    let mark = if query.is_empty() { "" } else { "?" };
    let address = format!("'{site}{path}{mark}{query}'");
    match sent {
        Some(example) => {
            let body = pretty(example).replace('\'', "'\\''");
            format!("curl -s {address} -H 'Content-Type: application/json' -d '{body}'")
        }
        None => format!("curl -s {address}"),
    }
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}
