//! Reads the fields of a form out of a page, as a browser would send them.

use regex::Regex;

/// The successful controls of the form that posts to `action`, in order.
pub(crate) fn fields(html: &str, action: &str) -> Vec<(String, String)> {
    let start = html
        .find(&format!(" action=\"{action}\""))
        .unwrap_or_else(|| panic!("no form posts to {action} in:\n{html}"));
    let form = &html[start..start + html[start..].find("</form>").unwrap()];
    let control = Regex::new(
        r"(?s)<input\b(?P<input>[^>]*)>|<textarea\b(?P<area>[^>]*)>(?P<text>.*?)</textarea>|<select\b(?P<select>[^>]*)>(?P<options>.*?)</select>",
    )
    .unwrap();
    let option = Regex::new(r"(?s)<option\b([^>]*)>").unwrap();
    let mut found = Vec::new();
    for control in control.captures_iter(form) {
        if let Some(attributes) = control.name("input") {
            let attributes = attributes.as_str();
            let kind = attribute(attributes, "type").unwrap_or_default();
            let ticked =
                has(attributes, "checked") || !matches!(kind.as_str(), "checkbox" | "radio");
            if let (Some(name), true, false) =
                (attribute(attributes, "name"), ticked, kind == "file")
            {
                found.push((name, attribute(attributes, "value").unwrap_or_default()));
            }
        } else if let Some(attributes) = control.name("area") {
            if let Some(name) = attribute(attributes.as_str(), "name") {
                let text = unescape(&control["text"]);
                found.push((name, text.strip_prefix('\n').unwrap_or(&text).to_owned()));
            }
        } else if let Some(attributes) = control.name("select") {
            let chosen = option
                .captures_iter(&control["options"])
                .find(|option| has(&option[1], "selected"))
                .and_then(|option| attribute(&option[1], "value"));
            if let Some(name) = attribute(attributes.as_str(), "name") {
                found.push((name, chosen.unwrap_or_default()));
            }
        }
    }
    found
}

/// Sets a field to one value.
pub(crate) fn set(fields: &mut Vec<(String, String)>, name: &str, value: &str) {
    fields.retain(|(field, _)| field != name);
    fields.push((name.to_owned(), value.to_owned()));
}

fn attribute(attributes: &str, name: &str) -> Option<String> {
    let pattern = Regex::new(&format!(r#"(?:^|\s){name}="([^"]*)""#)).unwrap();
    Some(unescape(&pattern.captures(attributes)?[1]))
}

fn has(attributes: &str, name: &str) -> bool {
    Regex::new(&format!(r"(?:^|\s){name}(?:\s|=|$)"))
        .unwrap()
        .is_match(attributes)
}

fn unescape(text: &str) -> String {
    text.replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#38;", "&")
        .replace("&amp;", "&")
}
