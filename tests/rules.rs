//! Every rule of the anonymiser says what it finds, in the doc comment on its code. The list in
//! `schema/rules.tsv` and the table in `docs/src/how-we-anonymise.md` are written from these
//! comments: where one of them is stale it is rewritten and the test fails once, so that the change
//! is looked at.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a panic is how a test says no"
)]

mod common;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use common::rust_files;

const KINDS: [&str; 14] = [
    "PERSON", "ORG", "PRODUCT", "ANY", "LOC", "EMAIL", "PHONE", "URL", "HOST", "IP", "ID",
    "SECRET", "TIME", "AMOUNT",
];

struct Rule {
    code: String,
    kinds: Vec<String>,
    finds: String,
    example: String,
    file: PathBuf,
}

#[test]
fn the_lists_of_rules_are_those_of_the_code() {
    let rules = rules_in(Path::new("src/anonymise/rules"));
    let mut table = "code\tkind\tfinds\texample\tfile\n".to_owned();
    let mut page = "| rule | kind | what it finds | for example |\n|---|---|---|---|\n".to_owned();
    for rule in &rules {
        let (code, finds, example) = (&rule.code, &rule.finds, &rule.example);
        let file = rule.file.display();
        let plain = finds.replace('`', "");
        let tags = rule.kinds.join(" ");
        writeln!(table, "{code}\t{tags}\t{plain}\t{example}\t{file}").unwrap();
        let kinds: Vec<String> = rule.kinds.iter().map(|kind| in_words(kind)).collect();
        let shown = example.replace("\\n", " ").replace('|', "\\|");
        let shown = shown.replace('<', "&lt;").replace(['{', '}'], "**");
        let kinds = kinds.join(" ");
        writeln!(page, "| `{code}` | {kinds} | {finds} | {shown} |").unwrap();
    }
    let told = "docs/src/how-we-anonymise.md";
    let text = fs::read_to_string(told).unwrap();
    let (before, rest) = text.split_once("<!-- begin rules -->\n").unwrap();
    let (_, after) = rest.split_once("<!-- end rules -->").unwrap();
    let text = format!("{before}<!-- begin rules -->\n{page}<!-- end rules -->{after}");
    let stale: Vec<&str> = [("schema/rules.tsv", &table), (told, &text)]
        .into_iter()
        .filter(|(path, text)| fs::read_to_string(path).unwrap_or_default() != **text)
        .map(|(path, text)| {
            fs::write(path, text).unwrap();
            path
        })
        .collect();
    assert!(
        stale.is_empty(),
        "{stale:?} had become stale and have been rewritten: look at the change and commit it"
    );
}

fn in_words(kind: &str) -> String {
    match kind {
        "ANY" => "as first met".to_owned(),
        kind => format!("`{kind}`"),
    }
}

/// The rules under a folder, by their first kind and in the order of the code.
fn rules_in(folder: &Path) -> Vec<Rule> {
    let (mut rules, mut bare) = (Vec::new(), Vec::new());
    for file in rust_files(folder) {
        let text = fs::read_to_string(&file).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let Some(code) = code_of(line) else { continue };
            let comment: Vec<&str> = lines[..at]
                .iter()
                .rev()
                .map_while(|line| line.strip_prefix("///"))
                .map(str::trim)
                .collect();
            let comment: Vec<&str> = comment.into_iter().rev().collect();
            let comment = comment.join(" ");
            // A code that two families write is explained in one of them.
            if !comment.is_empty() || !is_explained(folder, code) {
                match rule(code, &comment, &file) {
                    Ok(rule) => rules.push(rule),
                    Err(place) => bare.push(place),
                }
            }
        }
    }
    assert!(
        bare.is_empty(),
        "these codes need a doc comment of the form\n\
         /// KIND: what it finds, in plain words. Example: `a text with {{what goes}} in braces`\n\
         where KIND is one or more of {KINDS:?}, with a comma between:\n{}",
        bare.join("\n")
    );
    assert!(
        rules.len() > 40,
        "the codes of the rules are not found any more"
    );
    let place = |rule: &Rule| KINDS.iter().position(|kind| *kind == rule.kinds[0]);
    rules.sort_by_key(place);
    rules
}

/// Whether some other file under the folder has this code with a comment.
fn is_explained(folder: &Path, code: &str) -> bool {
    rust_files(folder).iter().any(|file| {
        let text = fs::read_to_string(file).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        let pairs = lines.windows(2);
        pairs
            .filter(|pair| code_of(pair[1]) == Some(code))
            .any(|pair| pair[0].starts_with("///"))
    })
}

/// The code in a line such as `const RULE: &str = "ip-address";`.
fn code_of(line: &str) -> Option<&str> {
    let line = match line.strip_prefix("pub(") {
        Some(rest) => rest.split_once(") ")?.1,
        None => line,
    };
    let (name, value) = line.strip_prefix("const ")?.split_once(": &str = \"")?;
    let code = value.strip_suffix("\";")?;
    let plain = |c: char| c.is_ascii_lowercase() || c == '-';
    let upper = |c: char| c.is_ascii_uppercase() || c == '_';
    (name.chars().all(upper) && !code.is_empty() && code.chars().all(plain)).then_some(code)
}

/// What a doc comment says of a rule, or what it should look like.
fn rule(code: &str, comment: &str, file: &Path) -> Result<Rule, String> {
    let read = || {
        let (kinds, rest) = comment.split_once(": ")?;
        let (finds, example) = rest.split_once(". Example: `")?;
        let example = example.strip_suffix('`')?;
        let kinds: Vec<String> = kinds.split(", ").map(str::to_owned).collect();
        let known = kinds.iter().all(|kind| KINDS.contains(&kind.as_str()));
        let (open, close) = (example.find('{')?, example.find('}')?);
        let fits = known && open < close && !comment.contains('\t');
        fits.then(|| Rule {
            code: code.to_owned(),
            kinds,
            finds: finds.to_owned(),
            example: example.to_owned(),
            file: file.to_owned(),
        })
    };
    read().ok_or_else(|| format!("{}: {code}", file.display()))
}
