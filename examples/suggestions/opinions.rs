//! Codes of the sample write-ups in the opinion of two readers, and how well suggestions agree.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt;
use std::fs;
use std::path::Path;

use candor::anonymise::RawText;
use candor::tagging::Tagger;
use candor::taxonomy::{ListId, Taxonomy};
use candor::writeup::{self, Format};
use toml::{Table, Value};

/// The lists that are looked at.
pub(crate) const LISTS: [ListId; 5] = [
    ListId::FailureModes,
    ListId::Triggers,
    ListId::Detectors,
    ListId::Mitigations,
    ListId::Factors,
];
/// How many suggestions of a list count.
const TOP: usize = 3;

type Codes = BTreeMap<String, BTreeSet<String>>;

/// A write-up with the codes of two readers and of the tagger, by list.
pub(crate) struct Opinions {
    pub(crate) unseen: bool,
    author: Codes,
    second: Codes,
    suggested: BTreeMap<String, Vec<String>>,
}

/// Reads the write-ups that both readers coded, from the folder of the repository.
pub(crate) fn read(root: &Path) -> Result<Vec<Opinions>, Box<dyn Error>> {
    let samples = root.join("schema/samples");
    let table =
        |path: &Path| -> Result<Table, Box<dyn Error>> { Ok(fs::read_to_string(path)?.parse()?) };
    let index = table(&samples.join("index.toml"))?;
    let second = table(&root.join("tests/fixtures/suggestions/second-reader.toml"))?;
    let mut opinions = Vec::new();
    for report in rows(&second, "report") {
        let file = report
            .get("file")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let author = rows(&index, "sample")
            .find(|sample| sample.get("file").and_then(Value::as_str) == Some(file))
            .ok_or("a write-up that the index does not have")?;
        opinions.push(Opinions {
            unseen: report.get("unseen").and_then(Value::as_bool) == Some(true),
            author: codes(author, "_"),
            second: codes(report, "-"),
            suggested: suggested(&samples.join(file))?,
        });
    }
    Ok(opinions)
}

fn rows<'a>(table: &'a Table, key: &str) -> impl Iterator<Item = &'a Table> {
    let rows = table.get(key).and_then(Value::as_array);
    rows.into_iter().flatten().filter_map(Value::as_table)
}

/// The codes of a row, whose keys are names of lists with a joint of their own.
fn codes(row: &Table, joint: &str) -> Codes {
    let of = |list: ListId| {
        let values = row
            .get(&list.as_str().replace('-', joint))
            .and_then(Value::as_array);
        let code = |value: &Value| {
            let code = value.get("code").unwrap_or(value);
            code.as_str().map(str::to_owned)
        };
        values.into_iter().flatten().filter_map(code).collect()
    };
    LISTS
        .into_iter()
        .map(|list| (list.as_str().to_owned(), of(list)))
        .collect()
}

fn suggested(file: &Path) -> Result<BTreeMap<String, Vec<String>>, Box<dyn Error>> {
    let text = RawText::new(fs::read_to_string(file)?);
    let name = file.file_name().and_then(|name| name.to_str());
    let imported = writeup::import(&text, name, Format::Markdown)?;
    let report = imported.report.map_text(|text| text.expose().to_owned());
    let suggestions = Tagger::builtin().suggest(&report);
    let top = |list| {
        suggestions
            .of(list)
            .take(TOP)
            .map(|s| s.code.to_string())
            .collect()
    };
    Ok(LISTS
        .into_iter()
        .map(|list| (list.as_str().to_owned(), top(list)))
        .collect())
}

/// How many of the suggestions of a list are right in whose opinion.
#[derive(Clone, Copy, Default)]
pub(crate) struct Right {
    pub(crate) suggested: u32,
    author: u32,
    second: u32,
    either: u32,
    both: u32,
}

impl Right {
    pub(crate) fn either(self) -> f64 {
        share(self.either, self.suggested)
    }
}

fn share(part: u32, whole: u32) -> f64 {
    f64::from(part) / f64::from(whole.max(1))
}

impl fmt::Display for Right {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of = |part| share(part, self.suggested);
        write!(
            f,
            "{:3} suggested; right for the author {:.2}, the second reader {:.2}, either {:.2}, both {:.2}",
            self.suggested,
            of(self.author),
            of(self.second),
            self.either(),
            of(self.both)
        )
    }
}

/// Counts the suggestions of a list.
pub(crate) fn right<'a>(opinions: impl Iterator<Item = &'a Opinions>, list: ListId) -> Right {
    let mut right = Right::default();
    for report in opinions {
        let has = |codes: &Codes, code: &String| {
            codes.get(list.as_str()).is_some_and(|c| c.contains(code))
        };
        for code in report.suggested.get(list.as_str()).into_iter().flatten() {
            let (author, second) = (has(&report.author, code), has(&report.second, code));
            right.suggested += 1;
            right.author += u32::from(author);
            right.second += u32::from(second);
            right.either += u32::from(author || second);
            right.both += u32::from(author && second);
        }
    }
    right
}

/// Cohen's kappa of the two readers over every code of a list in every write-up.
pub(crate) fn kappa(opinions: &[Opinions], list: ListId) -> f64 {
    let (mut author, mut second, mut same, mut all) = (0, 0, 0, 0);
    for report in opinions {
        for term in Taxonomy::builtin().list(list).terms() {
            let has = |codes: &Codes| {
                let codes = codes.get(list.as_str());
                codes.is_some_and(|codes| codes.contains(term.id().as_str()))
            };
            let (one, other) = (has(&report.author), has(&report.second));
            author += u32::from(one);
            second += u32::from(other);
            same += u32::from(one == other);
            all += 1;
        }
    }
    let (author, second) = (share(author, all), share(second, all));
    let by_chance = author * second + (1.0 - author) * (1.0 - second);
    (share(same, all) - by_chance) / (1.0 - by_chance)
}
