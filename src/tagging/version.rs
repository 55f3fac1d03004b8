//! Versions that follow a name, to the major: finer ones could tell who reports.

/// The major version at the start of what follows a name on its line, if there is one.
///
/// "14.9", "v1.27", "/7.2", ":6" and "version 3" count; "3 nodes" and "30 minutes" do not.
pub(super) fn major(after: &str) -> Option<String> {
    let rest = after.trim_start_matches([' ', '-', '/', ':', '@', '(']);
    if rest.len() + 2 < after.len() {
        return None;
    }
    let worded = ["version ", "ver. ", "release ", "v"]
        .iter()
        .find_map(|word| rest.strip_prefix(word));
    let number = worded.unwrap_or(rest);
    let digits = number
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(number.len());
    let (major, tail) = number.split_at(digits);
    let sensible = match major.len() {
        1 | 2 => true,
        4 => major.starts_with("20"),
        _ => false,
    };
    // "Windows Server 2019 hosts" counts no hosts.
    let year = major.len() == 4;
    let dotted = tail
        .strip_prefix('.')
        .is_some_and(|minor| minor.starts_with(|c: char| c.is_ascii_digit() || c == 'x'));
    (sensible && (dotted || year || worded.is_some() || ends_there(tail))).then(|| major.to_owned())
}

/// A bare number is a version where nothing is counted by it.
fn ends_there(tail: &str) -> bool {
    let mut next = tail.chars();
    match next.next() {
        None => true,
        Some(' ') => {
            let word = tail.trim_start();
            let word = word
                .split(|c: char| !c.is_alphanumeric())
                .next()
                .unwrap_or_default();
            !(word.is_empty()
                || word.ends_with('s')
                || ["of", "to", "and", "or", "GB", "MB", "min", "node"].contains(&word)
                || word.starts_with(|c: char| c.is_ascii_digit()))
        }
        Some('-') => next.next().is_some_and(char::is_alphabetic),
        // "19c", "11g"
        Some('c' | 'g') => !next.next().is_some_and(char::is_alphanumeric),
        Some(c) => {
            !(c.is_alphanumeric()
                || "%:/+*".contains(c)
                || next.next().is_some_and(|c| c.is_ascii_digit()))
        }
    }
}
