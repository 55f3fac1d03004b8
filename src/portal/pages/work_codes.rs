//! The codes of a report on an analyst's screen: what they chose, what the text suggests and why,
//! and where others chose differently.

use crate::anonymise::{RawText, RedactedText};
use crate::portal::forms::{Fields, MANY, Many};
use crate::portal::{Group, Labels};
use crate::report::{AccountId, Coded, Coder, Confidence, Report, Slug};
use crate::review::{NONE_FITS, Standing};
use crate::taxonomy::ListId;

/// A code that the text speaks for.
#[derive(Clone, Debug)]
pub struct Suggestion {
    /// The list.
    pub list: ListId,
    /// The code.
    pub code: Slug,
    /// How surely.
    pub confidence: Confidence,
    /// The words it was found in, where they stand.
    pub words: Vec<String>,
}

/// One list of codes with what is chosen and suggested.
#[derive(Clone, Debug)]
pub(crate) struct CodeList {
    pub(crate) field: Many,
    /// Chosen or suggested: shown at once.
    pub(crate) near: Vec<CodeChoice>,
    /// All others, folded away.
    pub(crate) rest: Vec<Group>,
    /// "None fits" is chosen.
    pub(crate) none_fits: bool,
    /// Words that were missed here.
    pub(crate) missed: Vec<String>,
    /// A word that is typed and not kept yet.
    pub(crate) missing: RawText,
}

/// A code to accept or leave.
#[derive(Clone, Debug)]
pub(crate) struct CodeChoice {
    pub(crate) id: String,
    pub(crate) label: String,
    pub(crate) definition: String,
    pub(crate) chosen: bool,
    /// Who gave it, and how surely.
    pub(crate) why: String,
    /// The words that speak for it.
    pub(crate) words: Vec<String>,
}

/// A list in which analysts differ.
#[derive(Clone, Debug)]
pub(crate) struct Difference {
    pub(crate) field: Many,
    pub(crate) choices: Vec<DifferentChoice>,
}

/// What one analyst chose there.
#[derive(Clone, Debug)]
pub(crate) struct DifferentChoice {
    pub(crate) account: String,
    pub(crate) name: String,
    pub(crate) labels: Vec<String>,
    pub(crate) taken: bool,
}

/// Every list, as the analyst `reader` works on it: what they have just typed, their own codes, or
/// those the report came with where they have none yet.
pub(crate) fn code_lists(
    report: &Report<RedactedText>,
    standing: &Standing,
    reader: AccountId,
    suggestions: &[Suggestion],
    missed: &[(ListId, String)],
    typed: Option<&Fields>,
    labels: Labels,
) -> Vec<CodeList> {
    let own = standing.codings.get(&reader);
    let lists = MANY.iter().map(|field| {
        let given = field.read(report);
        let chosen: Vec<Slug> = match (typed, own.and_then(|own| own.get(&field.list))) {
            (Some(typed), _) => {
                let codes = typed.all(field.name).filter_map(|code| code.parse().ok());
                codes.filter(|code| labels.has(field.list, code)).collect()
            }
            (None, Some(codes)) => codes.iter().cloned().collect(),
            (None, None) => given.iter().map(|coded| coded.code.clone()).collect(),
        };
        let missing = typed.map(|typed| typed.text(&format!("missed-{}", field.name)));
        let found: Vec<&Suggestion> = suggestions
            .iter()
            .filter(|found| found.list == field.list)
            .collect();
        let near = near(*field, given, &chosen, &found, labels);
        let rest = labels
            .groups(field.list)
            .into_iter()
            .map(|mut group| {
                group
                    .terms
                    .retain(|term| near.iter().all(|choice| choice.id != term.id));
                group
            })
            .filter(|group| !group.terms.is_empty())
            .collect();
        CodeList {
            field: *field,
            near,
            rest,
            none_fits: chosen.iter().any(|code| code.as_str() == NONE_FITS),
            missing: missing.unwrap_or_default(),
            missed: missed
                .iter()
                .filter(|(list, _)| *list == field.list)
                .map(|(_, word)| word.clone())
                .collect(),
        }
    });
    lists.collect()
}

/// What the report came with, what is chosen, and what the text suggests, each once.
fn near(
    field: Many,
    given: &[Coded],
    chosen: &[Slug],
    found: &[&Suggestion],
    labels: Labels,
) -> Vec<CodeChoice> {
    let mut codes: Vec<&Slug> = given.iter().map(|coded| &coded.code).collect();
    codes.extend(chosen);
    codes.extend(found.iter().map(|found| &found.code));
    let mut near: Vec<CodeChoice> = Vec::new();
    for code in codes {
        if code.as_str() == NONE_FITS || near.iter().any(|choice| choice.id == code.as_str()) {
            continue;
        }
        let term = labels.term(field.list, code);
        let suggested = found.iter().find(|found| found.code == *code);
        let by = given.iter().find(|coded| coded.code == *code);
        near.push(CodeChoice {
            id: term.id,
            label: term.label,
            definition: term.definition,
            chosen: chosen.contains(code),
            why: why(by, suggested.copied()),
            words: suggested
                .map(|found| found.words.clone())
                .unwrap_or_default(),
        });
    }
    near
}

fn why(by: Option<&Coded>, suggested: Option<&Suggestion>) -> String {
    let sure = |confidence| match confidence {
        Confidence::Low => ", a guess",
        Confidence::Medium => ", likely",
        Confidence::High => "",
    };
    match (by, suggested) {
        (Some(coded), _) => {
            let who = match coded.coder {
                Coder::Reporter => "from the reporter",
                Coder::Analyst => "from an analyst",
                Coder::Machine => "from the program",
            };
            format!("{who}{}", sure(coded.confidence))
        }
        (None, Some(found)) => format!("the text speaks for it{}", sure(found.confidence)),
        (None, None) => "your choice".to_owned(),
    }
}

/// Lists in which final codes differ, with who chose what.
pub(crate) fn differences(
    standing: &Standing,
    name_of: impl Fn(AccountId) -> String,
    labels: Labels,
) -> Vec<Difference> {
    let lists = standing.differing();
    let of = |field: &Many| Difference {
        field: *field,
        choices: standing
            .final_codes(field.list)
            .map(|(account, codes)| DifferentChoice {
                account: account.to_string(),
                name: name_of(account),
                labels: codes
                    .iter()
                    .map(|code| match code.as_str() {
                        NONE_FITS => "None fits".to_owned(),
                        _ => labels.term(field.list, code).label,
                    })
                    .collect(),
                taken: standing.settled.get(&field.list) == Some(&account),
            })
            .collect(),
    };
    let fields = MANY.iter().filter(|field| lists.contains(&field.list));
    fields.map(of).collect()
}
