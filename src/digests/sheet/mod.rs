//! A digest as a sheet: what is printed, mailed and read on other devices.

mod story;
mod words;

use super::{About, ActionWorthCopying, Digest, MitigationLine, Term, Trend};
use crate::anonymise::RedactedText;
use crate::sheet::{Block, Count, Place, Sheet, Words};

impl Digest<RedactedText> {
    /// The issue, in the order it is read.
    pub fn sheet(&self) -> Sheet {
        let mut blocks = self.opening();
        if self.reports > 0 {
            self.stories(&mut blocks);
            self.numbers(&mut blocks);
            self.practice(&mut blocks);
        }
        self.intake(&mut blocks);
        if let Some(case) = &self.case {
            story::rest_of_the_story(&mut blocks, case);
        }
        for (title, text) in [
            ("About these numbers", &self.bias),
            ("How this issue was made", &self.how_made),
        ] {
            blocks.push(Block::Section(title.to_owned()));
            blocks.push(Block::Text(text.as_str().into()));
        }
        let (label, about) = (self.period.label(), self.about.as_ref().map(About::label));
        let about = about.map_or_else(String::new, |about| format!(" about {about}"));
        Sheet {
            name: format!("digest/{}{about}", self.period),
            title: format!("Candor, {label}"),
            about: format!(
                "What was reported{about} in {label}: incidents retold, and what helped."
            ),
            dated: self.period.last_day(),
            blocks,
        }
    }

    fn opening(&self) -> Vec<Block> {
        let period = self.period.label();
        let opening = match self.reports {
            0 => format!(
                "No report was published in {period}. That does not mean that nothing went wrong \
                 anywhere; it means that nobody has told us yet, or that what they told us is still \
                 being read. If something surprised you, however small, write a report: it may be \
                 the one that somebody else is looking for."
            ),
            1 => format!("One report was published in {period}."),
            n => match self.about.as_ref().map(About::label) {
                Some(about) => {
                    format!("At least {n} reports were published about {about} in {period}.")
                }
                None => format!("{n} reports were published in {period}."),
            },
        };
        let samples = match (self.samples, self.reports) {
            (0, _) => None,
            (samples, reports) if samples == reports => {
                Some("All reports in this issue are invented samples.".to_owned())
            }
            (1, _) => Some("One of them is an invented sample.".to_owned()),
            (samples, _) => Some(format!("{samples} of them are invented samples.")),
        };
        let lines = [Some(opening), samples].into_iter().flatten();
        lines.map(|line| Block::Text(line.into())).collect()
    }

    fn stories(&self, blocks: &mut Vec<Block>) {
        if !self.retellings.is_empty() {
            blocks.push(Block::Section("What happened to others".to_owned()));
        }
        for retelling in &self.retellings {
            story::retold(blocks, retelling);
        }
        if let Some(case) = &self.case {
            story::first_half(blocks, case);
        }
    }

    fn numbers(&self, blocks: &mut Vec<Block>) {
        let stacks = self.by_stack.iter().map(|line| Count {
            what: technology(&line.technology),
            number: line.new,
            said: seen_with(
                format!(
                    "at least {} in this period, {} in all",
                    reports(line.new),
                    line.total
                ),
                line.modes.iter().map(pattern),
            ),
        });
        counted(blocks, "By stack", stacks.collect());
        let patterns = self.patterns.iter().map(|line| {
            let new = reports(line.new);
            let numbers = match line.trend {
                Trend::FirstSeen => format!("at least {new}"),
                Trend::More | Trend::Fewer | Trend::Steady | Trend::TooFew => format!(
                    "at least {new} in this period, {} in the one before, {} in all",
                    line.before, line.total
                ),
            };
            Count {
                what: pattern(&line.mode),
                number: line.new,
                said: seen_with(
                    format!("{numbers}; {}", line.trend.label()),
                    line.technologies.iter().map(technology),
                ),
            }
        });
        counted(blocks, "Patterns", patterns.collect());
    }

    fn practice(&self, blocks: &mut Vec<Block>) {
        let helped = self.helped.iter().map(|line| Count {
            what: line.what.label.as_str().into(),
            number: line.reports,
            said: format!("at least {}", reports(line.reports)).into(),
        });
        counted(blocks, "What helped", helped.collect());
        let tried = self.mitigations.iter().map(|line| Count {
            what: line.what.label.as_str().into(),
            number: line.tried,
            said: how_often(line).into(),
        });
        counted(blocks, "What was tried to stop it", tried.collect());
        if !self.actions.is_empty() {
            blocks.push(Block::Section("Actions worth copying".to_owned()));
            blocks.push(Block::Items(self.actions.iter().map(action).collect()));
        }
    }

    fn intake(&self, blocks: &mut Vec<Block>) {
        let Some(intake) = &self.intake else { return };
        blocks.push(Block::Section("What came in".to_owned()));
        let lines = [
            ("Received", intake.received),
            ("Published", intake.published),
            ("Refused", intake.refused),
            ("Withdrawn", intake.withdrawn),
        ];
        let lines = lines.map(|(what, band)| format!("{what}: {band}").into());
        blocks.push(Block::Items(lines.into()));
    }
}

fn counted(blocks: &mut Vec<Block>, title: &str, counts: Vec<Count>) {
    if !counts.is_empty() {
        blocks.push(Block::Section(title.to_owned()));
        blocks.push(Block::Counts(counts));
    }
}

fn action(action: &ActionWorthCopying<RedactedText>) -> Words {
    let notes = [
        action.class.as_ref().map(|class| class.label.as_str()),
        Some(words::strength(action.strength)),
        action.result.map(words::result),
        action.status.map(words::status),
    ];
    let notes: Vec<_> = notes.into_iter().flatten().collect();
    let text = action.text.as_str().trim_end_matches('.');
    Words::from(format!("{text} ({}; ", notes.join("; ")))
        .to("the report", Place::Report(action.report))
        .and(")")
}

fn how_often(line: &MitigationLine) -> String {
    let effects = [
        (line.worked, "worked"),
        (line.partly, "helped somewhat"),
        (line.no_effect, "changed nothing"),
        (line.made_worse, "made it worse"),
    ];
    let effects: Vec<_> = effects
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, words)| format!("{words} in {count}"))
        .collect();
    let tried = reports(line.tried);
    if effects.is_empty() {
        format!("tried in at least {tried}")
    } else {
        format!("tried in at least {tried}; {}", effects.join(", "))
    }
}

fn reports(count: u32) -> String {
    if count == 1 {
        "1 report".to_owned()
    } else {
        format!("{count} reports")
    }
}

fn seen_with(said: String, with: impl ExactSizeIterator<Item = Words>) -> Words {
    if with.len() == 0 {
        return said.into();
    }
    Words::joined(
        [
            said.into(),
            "; seen with ".into(),
            Words::joined(with, ", "),
        ],
        "",
    )
}

fn technology(term: &Term) -> Words {
    Words::default().to(&term.label, Place::Technology(term.slug.clone()))
}

fn pattern(term: &Term) -> Words {
    Words::default().to(&term.label, Place::Pattern(term.slug.clone()))
}
