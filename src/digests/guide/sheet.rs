//! A guide as a sheet: what is printed, mailed and read on other devices.

use crate::anonymise::RedactedText;
use crate::digests::Hand;
use crate::digests::sheet::{how_to_report, retold, texts};
use crate::digests::terms::{lower_first, reports};
use crate::sheet::{Block, Look, Place, Sheet, Words};

use super::{Guide, GuideLine, Says, Subject};

impl Guide<RedactedText> {
    /// The guide, in the order it is read.
    pub fn sheet(&self) -> Sheet {
        let mut blocks = vec![Block::Source(self.edition().into())];
        if !self.meaning.is_empty() {
            let place = match &self.subject {
                Subject::Technology(slug) => Place::Technology(slug.clone()),
                Subject::Pattern(slug) => Place::Pattern(slug.clone()),
            };
            let name = Words::default().to(&self.name, place);
            blocks.push(Block::Text(name.and(format!(": {}", self.meaning_ended()))));
        }
        blocks.extend(self.introduction.iter().flat_map(texts));
        let changed = self.changed();
        if !changed.is_empty() {
            blocks.push(Block::Section(
                "Changed since the version before".to_owned(),
            ));
            blocks.push(Block::Items(changed.into_iter().map(Words::from).collect()));
        }
        for part in &self.parts {
            blocks.push(Block::Section(part.question.words().to_owned()));
            match &part.says {
                Says::Lines(lines) => {
                    let lines = lines.iter().map(|line| self.tick(line));
                    blocks.push(Block::Ticks(lines.collect()));
                }
                Says::Edited(text) => blocks.extend(texts(text)),
            }
        }
        if !self.stories.is_empty() {
            blocks.push(Block::Section("Told by those who were there".to_owned()));
            for story in &self.stories {
                retold(&mut blocks, story);
            }
        }
        how_to_report(&mut blocks);
        for (title, text) in [
            ("About these numbers", &self.bias),
            ("How this guide was made", &self.made()),
        ] {
            blocks.push(Block::Section(title.to_owned()));
            blocks.push(Block::Text(text.as_str().into()));
        }
        Sheet {
            look: Look::Pages,
            name: format!("guide/{}", self.subject.slug()),
            title: self.title(),
            about: format!(
                "What others met with {}, and what helped: a guide, version {}.",
                lower_first(&self.name),
                self.version
            ),
            dated: self.month.last_day(),
            blocks,
        }
    }

    /// Its name, as on a cover.
    pub fn title(&self) -> String {
        format!("Candor, {}", self.name)
    }

    /// Which version it is, and what it is drawn from.
    pub fn edition(&self) -> String {
        let samples = match self.samples {
            0 => String::new(),
            all if all == self.reports => "; all of them are invented samples".to_owned(),
            1 => "; one of them is an invented sample".to_owned(),
            some => format!("; {some} of them are invented samples"),
        };
        format!(
            "Version {}, {}; drawn from at least {}{samples}.",
            self.version,
            self.month.label(),
            reports(self.reports)
        )
    }

    /// What its subject is, as a sentence ends.
    pub fn meaning_ended(&self) -> String {
        format!("{}.", self.meaning.trim_end_matches('.'))
    }

    /// What changed since the version before, sentence by sentence.
    pub fn changed(&self) -> Vec<String> {
        let since = self.since.as_ref();
        since.map_or_else(Vec::new, |since| since.sentences(self.reports))
    }

    /// How a line stood in the version before, in words.
    pub fn marked(&self, line: &GuideLine) -> Option<String> {
        line.mark.words(self.since.as_ref()?.version)
    }

    /// How it was made, and by whose hand.
    pub fn made(&self) -> String {
        let hand = match self.hand {
            Hand::Editor => " An editor went over it.",
            Hand::Unattended => " It came out unattended: nobody edited it.",
        };
        let anew = if self.anew {
            " It was made anew because something it named was changed or is no longer public."
        } else {
            ""
        };
        format!("{}{hand}{anew}", self.how_made)
    }

    fn tick(&self, line: &GuideLine) -> (Words, Words) {
        let mut note = Words::from(format!("(at least {}", reports(line.reports)));
        if let Some(mark) = self.marked(line) {
            note = note.and(format!("; {mark}"));
        }
        if let Some(id) = line.evidence.first() {
            note = note.and(", such as ").to("this one", Place::Report(*id));
        }
        let what = match line.meaning.as_str() {
            "" => format!("{}.", line.what.label),
            meaning => format!("{}. {meaning}", line.what.label),
        };
        (what.into(), note.and(")"))
    }
}
