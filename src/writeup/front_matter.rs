//! Front matter: what stands above the text between `---`, between `+++`, or in an HTML comment.
//!
//! Only the simple part of YAML and TOML that write-ups use: keys, plain and quoted values, lists.

/// One field above or beside the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) key: String,
    pub(super) value: String,
}

/// Reads front matter; gives its fields and how many lines it takes.
pub(super) fn read(lines: &[String]) -> (Vec<Pair>, usize) {
    let start = lines.iter().take_while(|line| line.is_empty()).count();
    let rest = lines.get(start..).unwrap_or_default();
    let Some(first) = rest.first() else {
        return (Vec::new(), 0);
    };
    let close: fn(&str) -> bool = match first.as_str() {
        "---" => |line| line == "---" || line == "...",
        "+++" => |line| line == "+++",
        line if line.starts_with("<!--") && !line.contains("-->") => |line| line.contains("-->"),
        _ => return (Vec::new(), 0),
    };
    let Some(inner) = rest.iter().skip(1).position(|line| close(line)) else {
        return (Vec::new(), 0);
    };
    let body = rest.get(1..=inner).unwrap_or_default();
    let comment = first.starts_with("<!--");
    if !body.iter().any(|line| key_value(line).is_some())
        || (comment && !body.iter().any(|line| line.starts_with(".. ")))
        || (!comment && body.first().is_none_or(String::is_empty))
    {
        return (Vec::new(), 0);
    }
    (pairs(body), start + inner + 2)
}

fn pairs(body: &[String]) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    for line in body.iter().filter(|line| !line.is_empty()) {
        match key_value(line) {
            Some((key, value)) => pairs.push(Pair {
                key: key.to_owned(),
                value: value.to_owned(),
            }),
            None if line.starts_with('[') && line.ends_with(']') => pairs.push(Pair {
                key: String::new(),
                value: line.clone(),
            }),
            None => {
                let more = line.trim().trim_start_matches("- ");
                match pairs.last_mut() {
                    Some(pair) => super::lines::append_line(&mut pair.value, unquote(more)),
                    None => pairs.push(Pair {
                        key: String::new(),
                        value: more.to_owned(),
                    }),
                }
            }
        }
    }
    pairs
}

/// `key: value`, `key = "value"`, `.. key: value`, each at the start of its line.
fn key_value(line: &str) -> Option<(&str, &str)> {
    let line = line.strip_prefix(".. ").unwrap_or(line);
    let end = line.find([':', '='])?;
    let (key, rest) = line.split_at_checked(end)?;
    let key = key.trim_end();
    let word = !key.is_empty()
        && key
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'));
    let value = rest.get(1..)?;
    word.then(|| (key, unquote(value.trim())))
}

fn unquote(value: &str) -> &str {
    let value = value.strip_suffix(',').unwrap_or(value);
    ['"', '\'']
        .into_iter()
        .find_map(|quote| value.strip_prefix(quote)?.strip_suffix(quote))
        .unwrap_or(value)
}
