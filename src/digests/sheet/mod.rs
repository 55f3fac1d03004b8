//! A digest as a sheet: what is printed, mailed and read on other devices.

mod parts;
mod story;
mod words;

pub(super) use parts::how_to_report;
pub(super) use story::retold;

use super::terms::reports;
use super::{About, ActionWorthCopying, Digest, Hand, MitigationLine, Term, Trend};
use crate::anonymise::RedactedText;
use crate::sheet::{Block, Count, Look, Place, Sheet, Words};

impl Digest<RedactedText> {
    /// The issue, in the order it is read.
    pub fn sheet(&self) -> Sheet {
        let mut blocks = self.opening();
        if let Some(theme) = &self.theme {
            parts::theme(&mut blocks, theme, self.reports);
        }
        if self.reports > 0 {
            self.stories(&mut blocks);
            parts::news(&mut blocks, &self.news);
            self.numbers(&mut blocks);
            self.what_helped(&mut blocks);
        }
        if let Some(practice) = &self.practice {
            parts::practice(&mut blocks, practice, self.period);
        }
        parts::alerts(&mut blocks, &self.alerts);
        self.intake(&mut blocks);
        how_to_report(&mut blocks);
        if let Some(case) = &self.case {
            story::rest_of_the_story(&mut blocks, case);
        }
        for (title, text) in [
            ("About these numbers", &self.bias),
            ("How this issue was made", &self.made()),
        ] {
            blocks.push(Block::Section(title.to_owned()));
            blocks.push(Block::Text(text.as_str().into()));
        }
        let (label, about) = (self.period.label(), self.about.as_ref().map(About::label));
        let about = about.map_or_else(String::new, |about| format!(" about {about}"));
        let (kind, own) = if self.is_own() {
            ("own-digest", ", a digest of one’s own")
        } else {
            ("digest", "")
        };
        Sheet {
            look: Look::Pages,
            name: format!("{kind}/{}{about}", self.period),
            title: format!("Candor, {label}{about}{own}"),
            about: format!(
                "What was reported{about} in {label}: incidents retold, and what helped."
            ),
            dated: self.period.last_day(),
            blocks,
        }
    }

    /// The practice of the time as one page to hang up, if there is one.
    pub fn poster(&self) -> Option<Sheet> {
        let practice = self.practice.as_ref()?;
        Some(parts::poster(practice, self.period))
    }

    /// Whether a reader asked for it; it is no issue then, and nothing of it is signed.
    pub fn is_own(&self) -> bool {
        self.intake.is_none()
    }

    /// How it was made, and by whose hand.
    pub fn made(&self) -> String {
        let hand = match (self.hand, &self.about) {
            (Hand::Editor, _) => " An editor chose, ordered and introduced the stories.",
            (Hand::Unattended, None) => " It came out unattended: nobody edited it.",
            (Hand::Unattended, Some(_)) => "",
        };
        let anew = if self.anew {
            " It was compiled anew because something it named was changed or is no longer public."
        } else {
            ""
        };
        format!("{}{hand}{anew}", self.how_made)
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
        let note = self.note.as_ref();
        let note = note.map(|note| format!("Corrected: {}", note.on_one_line()));
        let lines = [note, Some(opening), samples].into_iter().flatten();
        let lines = lines.map(|line| Block::Text(line.into()));
        lines.chain(self.opening.iter().flat_map(texts)).collect()
    }

    fn stories(&self, blocks: &mut Vec<Block>) {
        if !self.retellings.is_empty() {
            blocks.push(Block::Section("What happened to others".to_owned()));
        }
        for retelling in &self.retellings {
            retold(blocks, retelling);
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

    fn what_helped(&self, blocks: &mut Vec<Block>) {
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

/// An editor's words, a block a paragraph.
pub(super) fn texts(words: &RedactedText) -> impl Iterator<Item = Block> + use<> {
    let parts = words.as_str().split("\n\n");
    let parts = parts.filter(|part| !part.trim().is_empty());
    let parts: Vec<Block> = parts.map(|part| Block::Text(part.into())).collect();
    parts.into_iter()
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
