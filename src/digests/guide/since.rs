//! What changed since the version before.

use crate::anonymise::RedactedText;
use crate::digests::Term;
use crate::digests::terms::{list_in_words, reports};

use super::{Guide, GuideLine, Mark, Question, Says, Since};

/// A new version comes out when this share of reports came or went, even if it says the same.
const A_TENTH: u32 = 10;

impl Guide<RedactedText> {
    /// The guide as the version after another, with marks where it differs.
    #[must_use]
    pub fn after(mut self, before: &Self) -> Self {
        let mut new = Vec::new();
        for part in &mut self.parts {
            let question = part.question;
            let Says::Lines(lines) = &mut part.says else {
                continue;
            };
            for line in lines {
                line.mark = match before.line(question, &line.what) {
                    None => Mark::New,
                    Some(then) if then.reports == line.reports => Mark::Same,
                    Some(then) => Mark::Counted(then.reports),
                };
                if line.mark == Mark::New {
                    new.push(line.what.clone());
                }
            }
        }
        let gone = before.lines();
        let gone = gone.filter(|(question, line)| self.line(*question, &line.what).is_none());
        let gone = gone.map(|(_, line)| line.what.clone()).collect();
        self.version = before.version.saturating_add(1);
        self.since = Some(Since {
            version: before.version,
            month: before.month,
            reports: before.reports,
            new,
            gone,
            words: self.words() != before.words(),
        });
        self
    }

    /// The guide as the version after one with this number, which may not be spoken of any more.
    #[must_use]
    pub fn anew_after(mut self, version: u32) -> Self {
        self.version = version.saturating_add(1);
        self.anew = true;
        self
    }

    /// Whether this version, made by [`Guide::after`], says something that the one before did not,
    /// or is drawn from many more or fewer reports.
    pub fn is_news(&self) -> bool {
        self.since.as_ref().is_none_or(|since| {
            let moved = self.reports.abs_diff(since.reports);
            let said = !since.new.is_empty() || !since.gone.is_empty() || since.words;
            said || moved.saturating_mul(A_TENTH) >= since.reports
        })
    }

    pub(super) fn lines(&self) -> impl Iterator<Item = (Question, &GuideLine)> {
        self.parts.iter().flat_map(|part| {
            let lines: &[GuideLine] = match &part.says {
                Says::Lines(lines) => lines,
                Says::Edited(_) => &[],
            };
            lines.iter().map(|line| (part.question, line))
        })
    }

    fn line(&self, question: Question, what: &Term) -> Option<&GuideLine> {
        let mut lines = self.lines();
        let found = lines.find(|(of, line)| *of == question && line.what.slug == what.slug);
        Some(found?.1)
    }

    fn words(&self) -> Vec<&RedactedText> {
        let edited = self.parts.iter().filter_map(|part| match &part.says {
            Says::Edited(text) => Some(text),
            Says::Lines(_) => None,
        });
        self.introduction.iter().chain(edited).collect()
    }
}

impl Since {
    /// What changed, sentence by sentence. `now`: reports this version is drawn from.
    pub fn sentences(&self, now: u32) -> Vec<String> {
        let drawn = if now == self.reports {
            format!(
                "Version {} of {} was drawn from as many reports.",
                self.version,
                self.month.label()
            )
        } else {
            format!(
                "Version {} of {} was drawn from at least {}.",
                self.version,
                self.month.label(),
                reports(self.reports)
            )
        };
        let list = |words: &str, terms: &[Term]| {
            (!terms.is_empty()).then(|| format!("{words}: {}.", list_in_words(terms)))
        };
        let lines = [
            Some(drawn),
            list("New since then", &self.new),
            list("No longer in it", &self.gone),
            self.words
                .then(|| "An editor's words in it are new or changed.".to_owned()),
        ];
        lines.into_iter().flatten().collect()
    }
}

impl Mark {
    /// The words people read; none where nothing changed.
    pub fn words(self, version: u32) -> Option<String> {
        match self {
            Self::Same => None,
            Self::New => Some(format!("new since version {version}")),
            Self::Counted(then) => Some(format!("{then} in version {version}")),
        }
    }
}
