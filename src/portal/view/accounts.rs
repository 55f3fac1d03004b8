//! What was told, by who told it: several accounts stand side by side.

use crate::anonymise::RedactedText;
use crate::portal::{Html, Labels, markup};
use crate::report::{Narrative, Slug};
use crate::taxonomy::ListId;

/// All that one person told.
#[derive(Clone, Debug)]
pub(crate) struct Account {
    /// Who tells, as a role: "Responder"; empty where nobody said.
    pub(crate) by: String,
    pub(crate) tellings: Vec<Telling>,
}

/// One part of an account.
#[derive(Clone, Debug)]
pub(crate) struct Telling {
    pub(crate) heading: Html,
    pub(crate) text: Html,
}

/// Accounts in the order they were told. A part under a heading that names no other teller belongs
/// to the account before it, as the sections of one write-up do.
pub(crate) fn accounts(narratives: &[Narrative<RedactedText>], labels: Labels) -> Vec<Account> {
    let mut told: Vec<(Option<&Slug>, Vec<&Narrative<RedactedText>>)> = Vec::new();
    for narrative in narratives {
        let by = narrative.perspective.as_ref();
        match told.last_mut() {
            Some((teller, parts)) if continues(*teller, by, narrative.heading.is_some()) => {
                parts.push(narrative);
            }
            _ => told.push((by, vec![narrative])),
        }
    }
    // Under the section's heading, and under the account's where there are several.
    let level = if told.len() > 1 { 4 } else { 3 };
    told.into_iter()
        .map(|(by, parts)| Account {
            by: by
                .map(|role| labels.term(ListId::ReporterRoles, role).label)
                .unwrap_or_default(),
            tellings: parts.into_iter().map(|part| telling(part, level)).collect(),
        })
        .collect()
}

fn continues(teller: Option<&Slug>, by: Option<&Slug>, headed: bool) -> bool {
    match by {
        None => headed,
        Some(by) => teller == Some(by),
    }
}

fn telling(part: &Narrative<RedactedText>, level: u8) -> Telling {
    let heading = part.heading.as_ref().map(markup::line).unwrap_or_default();
    let below = level + u8::from(!heading.is_empty());
    Telling {
        text: markup::prose(&part.text, below),
        heading,
    }
}

#[cfg(test)]
mod tests {
    use super::accounts;
    use crate::portal::Labels;
    use crate::portal::samples::{redacted, slug};
    use crate::report::Narrative;

    #[test]
    fn sections_of_one_write_up_are_one_account_and_another_teller_begins_another() {
        let part = |by: Option<&str>, heading: Option<&str>| Narrative {
            perspective: by.map(slug),
            heading: heading.map(redacted),
            text: redacted("It was slow."),
        };
        let told = [
            part(None, None),
            part(None, Some("What helped")),
            part(Some("on-call"), Some("From the desk")),
            part(Some("on-call"), None),
            part(None, None),
        ];
        let accounts = accounts(&told, Labels::builtin());
        let sizes: Vec<_> = accounts.iter().map(|one| one.tellings.len()).collect();
        assert_eq!(sizes, [2, 2, 1]);
        let by: Vec<_> = accounts.iter().map(|one| one.by.is_empty()).collect();
        assert_eq!(by, [true, false, true]);
    }
}
