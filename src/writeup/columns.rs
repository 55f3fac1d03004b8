//! Text taken from a PDF: a side column printed beside the text, and the lines of each page's edge.

use super::front_matter::Pair;
use super::lines::indent;

/// Gaps of this many spaces separate columns.
const GAP: usize = 3;
/// A side column begins at least this far right.
const FAR: usize = 40;

/// Takes side columns and page edges out of the lines; gives them back as fields.
pub(super) fn separate(lines: &mut [String]) -> Vec<Pair> {
    let mut pairs = page_edges(lines);
    pairs.extend(side_column(lines));
    pairs
}

/// "1 of 2", and the line below it when that also opens the text.
fn page_edges(lines: &mut [String]) -> Vec<Pair> {
    let squeezed = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut pairs = Vec::new();
    let first = lines.iter().position(|line| !line.is_empty());
    let opening = first
        .and_then(|at| lines.get(at))
        .map(|line| squeezed(line));
    let mut header_seen = false;
    let mut after_number = false;
    for line in lines.iter_mut().filter(|line| !line.is_empty()) {
        let number = is_page_number(line);
        let text = squeezed(line);
        let header = after_number && opening.as_ref() == Some(&text);
        if number || header {
            header_seen |= header;
            pairs.push(page(text));
            line.clear();
        }
        after_number = number;
    }
    if header_seen && let Some(line) = first.and_then(|at| lines.get_mut(at)) {
        pairs.push(page(squeezed(line)));
        line.clear();
    }
    pairs
}

fn page(value: String) -> Pair {
    Pair {
        key: "page".to_owned(),
        value,
    }
}

fn is_page_number(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let number = |word: Option<&str>| {
        word.is_some_and(|word| word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit()))
    };
    number(words.next()) && words.next() == Some("of") && number(words.next()) && indent(line) < 4
}

/// Finds a column that several lines share and cuts it off, from the top down to where it ends.
fn side_column(lines: &mut [String]) -> Vec<Pair> {
    let Some(column) = shared_column(lines) else {
        return Vec::new();
    };
    let mut pairs: Vec<Pair> = Vec::new();
    let mut last = None;
    for (at, line) in lines.iter_mut().enumerate() {
        let Some((start, text)) = right_part(line).filter(|(start, _)| start.abs_diff(column) <= 2)
        else {
            continue;
        };
        let text = text.trim().to_owned();
        let cut = line
            .char_indices()
            .nth(start)
            .map_or(line.len(), |(byte, _)| byte);
        line.truncate(cut);
        line.truncate(line.trim_end().len());
        let heading = text.chars().all(|c| !c.is_lowercase()) && text.contains(char::is_alphabetic);
        match pairs.last_mut() {
            Some(pair) if !heading && last.is_some_and(|last| at - last <= 2) => {
                super::lines::append_line(&mut pair.value, &text);
            }
            _ if heading => pairs.push(Pair {
                key: text,
                value: String::new(),
            }),
            _ => pairs.push(Pair {
                key: String::new(),
                value: text,
            }),
        }
        last = Some(at);
    }
    pairs
}

/// Where the text behind the last wide gap of a line begins, in characters.
fn right_part(line: &str) -> Option<(usize, String)> {
    let chars: Vec<char> = line.chars().collect();
    let mut spaces = 0;
    let mut found = None;
    for (at, c) in chars.iter().enumerate() {
        if *c == ' ' {
            spaces += 1;
        } else {
            if spaces >= GAP && at >= FAR {
                found = Some(at);
            }
            spaces = 0;
        }
    }
    let start = found?;
    Some((start, chars.get(start..)?.iter().collect()))
}

/// The column at which at least three of the first lines have text behind a gap, if one of them
/// has text before the gap as well.
fn shared_column(lines: &[String]) -> Option<usize> {
    let starts: Vec<(usize, bool)> = lines
        .iter()
        .take(120)
        .take_while(|line| line.trim() != "Timeline")
        .filter_map(|line| {
            let (start, _) = right_part(line)?;
            Some((start, indent(line) + GAP < start))
        })
        .collect();
    let shares = |column: usize| {
        starts
            .iter()
            .filter(|(start, _)| start.abs_diff(column) <= 2)
            .count()
    };
    let column = starts
        .iter()
        .map(|(start, _)| *start)
        .max_by_key(|column| (shares(*column), std::cmp::Reverse(*column)))?;
    let beside = starts
        .iter()
        .any(|(start, text)| *text && start.abs_diff(column) <= 2);
    (shares(column) >= 3 && beside).then_some(column)
}
