//! What an editor wants of a digest, as a form.

use super::Fields;
use crate::anonymise::{RawText, RedactedText};
use crate::digests::{Digest, Edits, StoryEdit};
use crate::report::ReportId;
use crate::review::Seen;

/// What is to happen with the draft of a digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DigestStep {
    /// Keep what was written.
    Save,
    /// Issue it.
    Issue,
    /// Let go of what was kept.
    Discard,
}

/// The fields of one story.
#[derive(Clone, Debug)]
pub struct StoryFields {
    /// The report that is retold.
    pub report: ReportId,
    /// Where it stands, from 1.
    pub place: usize,
    /// It is left out.
    pub dropped: bool,
    /// Words in place of its own.
    pub told: RawText,
}

/// The fields of a draft.
#[derive(Clone, Debug, Default)]
pub struct DigestForm {
    /// What the editor had before them.
    pub seen: Seen,
    /// Words at its head.
    pub opening: RawText,
    /// The stories, in order.
    pub stories: Vec<StoryFields>,
    /// Why an issue that was out is changed.
    pub note: RawText,
}

impl DigestStep {
    /// Reads `step`.
    pub fn parse(fields: &Fields) -> Option<Self> {
        Some(match fields.first("step") {
            "save" => Self::Save,
            "issue" => Self::Issue,
            "discard" => Self::Discard,
            _ => return None,
        })
    }
}

impl DigestForm {
    /// Reads `seen`, `opening`, `note`, and for each `story` its `place-ID`, `drop-ID` and `told-ID`.
    pub fn parse(fields: &Fields) -> Self {
        let text = |name: &str| RawText::new(fields.first(name).trim());
        let ids = fields.all("story");
        let ids = ids.filter_map(|id| id.parse::<ReportId>().ok());
        let mut stories: Vec<StoryFields> = ids
            .enumerate()
            .map(|(n, report)| StoryFields {
                report,
                place: fields
                    .first(&format!("place-{report}"))
                    .parse()
                    .unwrap_or(n + 1),
                dropped: !fields.first(&format!("drop-{report}")).is_empty(),
                told: text(&format!("told-{report}")),
            })
            .collect();
        stories.sort_by_key(|story| story.place);
        Self {
            seen: Seen::given(fields.first("seen")),
            opening: text("opening"),
            stories,
            note: text("note"),
        }
    }

    /// The fields of a draft that is kept, with every story that can be told.
    pub fn of(compiled: &Digest<RedactedText>, edits: &Edits<RedactedText>, seen: Seen) -> Self {
        let raw = |text: &Option<RedactedText>| {
            RawText::new(text.as_ref().map_or("", RedactedText::as_str))
        };
        let wanted = |report: ReportId| {
            let mut stories = edits.stories.iter().enumerate();
            stories.find(|(_, story)| story.report == report)
        };
        let mut stories: Vec<(usize, StoryFields)> = compiled
            .retellings
            .iter()
            .map(|retelling| {
                let report = retelling.source.report;
                let edit = wanted(report);
                let fields = StoryFields {
                    report,
                    place: 0,
                    dropped: edit.is_some_and(|(_, edit)| edit.dropped),
                    told: edit.map_or_else(RawText::default, |(_, edit)| raw(&edit.told)),
                };
                (edit.map_or(usize::MAX, |(place, _)| place), fields)
            })
            .collect();
        stories.sort_by_key(|(place, _)| *place);
        let stories = (1..)
            .zip(stories)
            .map(|(place, (_, story))| StoryFields { place, ..story });
        Self {
            seen,
            opening: raw(&edits.opening),
            stories: stories.collect(),
            note: raw(&edits.note),
        }
    }

    /// What is wanted.
    pub fn edits(self) -> Edits<RawText> {
        let said = |text: RawText| (!text.is_blank()).then_some(text);
        let stories = self.stories.into_iter().map(|story| StoryEdit {
            report: story.report,
            dropped: story.dropped,
            told: said(story.told),
        });
        Edits {
            stories: stories.collect(),
            opening: said(self.opening),
            note: said(self.note),
        }
    }
}
