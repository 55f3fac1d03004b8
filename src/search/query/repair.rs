//! Quotation marks and parentheses in pairs, so that links that add a filter keep the rest's meaning.

use super::lexer::is_quote;
use super::note::Note;

/// The text with a missing quotation mark added and lonely parentheses taken out.
pub(super) fn balanced(text: &str, notes: &mut Vec<Note>) -> String {
    let mut quoted = false;
    let mut open = Vec::new();
    let mut lonely = Vec::new();
    for (place, c) in text.char_indices() {
        match c {
            c if is_quote(c) => quoted = !quoted,
            '(' if !quoted => open.push(place),
            ')' if !quoted && open.pop().is_none() => lonely.push(place),
            _ => {}
        }
    }
    lonely.extend(open);
    let mut balanced: String = text
        .char_indices()
        .map(|(place, c)| if lonely.contains(&place) { ' ' } else { c })
        .collect();
    if !lonely.is_empty() {
        notes.push(Note::UnbalancedParenthesis);
        balanced = super::single_spaced(&balanced);
    }
    if quoted {
        notes.push(Note::UnbalancedQuote);
        balanced.push('"');
    }
    balanced
}
