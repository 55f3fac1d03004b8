//! A guide out of the reports about its subject.

use crate::anonymise::RedactedText;
use crate::digests::terms::term;
use crate::digests::{Hand, Published, choose};
use crate::patterns::{BIAS, Branch, Fact, OccasionList, Remedy, Selection};
use crate::report::{Period, Slug};
use crate::taxonomy::{self, ListId, Taxonomy};

use super::{Guide, GuideLine, GuidePart, Mark, Question, Says, Subject};

/// Reports it takes before there is a guide.
pub const EVIDENCE: usize = 10;
/// Reports that are read for stories.
pub const STORIES_READ: usize = 12;
/// Stories in a guide.
const STORIES: usize = 3;

const HOW_MADE: &str = "A program compiled this guide from every published report about its \
subject. Lines come from the codes of the reports, and only what at least three of them say has a \
line. Stories are told in the reporters' own sentences, chosen and shortened but not reworded. \
Names, places, dates and exact counts were taken out before anything was kept, and stand as words \
in square brackets.";

/// What a guide is made from.
pub struct GuideMaterial<'a> {
    /// Every report about its subject.
    pub reports: Selection<'a>,
    /// Those of them whose stories can be told.
    pub read: &'a [Published],
}

impl Guide<RedactedText> {
    /// Compiles the first version of the guide about a subject; `None` where there is too little
    /// to go by. Deterministic, whatever the order of the reports.
    pub fn compile(
        subject: &Subject,
        material: &GuideMaterial<'_>,
        month: Period,
        taxonomy: &Taxonomy,
    ) -> Option<Self> {
        if material.reports.len() < EVIDENCE {
            return None;
        }
        let questions = Question::ALL.into_iter();
        let questions: Vec<Question> = questions
            .filter(|of| *of != Question::Modes || matches!(subject, Subject::Technology(_)))
            .collect();
        let asks: Vec<_> = questions.iter().map(|question| question.ask()).collect();
        let answers = OccasionList::asked(&material.reports, &asks).into_iter();
        let parts = answers.filter_map(|(ask, branches)| {
            let lines = branches.iter();
            let lines: Vec<_> = lines.filter_map(|branch| line(taxonomy, branch)).collect();
            Some(GuidePart {
                question: *questions.iter().find(|question| question.ask() == ask)?,
                says: (!lines.is_empty()).then_some(Says::Lines(lines))?,
            })
        });
        let parts: Vec<_> = parts.collect();
        let mut read: Vec<&Published> = material.read.iter().collect();
        read.sort_by_key(|public| public.id);
        let theme = match subject {
            Subject::Pattern(slug) => Some(slug),
            Subject::Technology(_) => None,
        };
        (!parts.is_empty()).then(|| Self {
            name: subject.label(),
            meaning: meaning(taxonomy, subject),
            subject: subject.clone(),
            version: 1,
            month,
            reports: u32::try_from(material.reports.len()).unwrap_or(u32::MAX),
            samples: material.reports.samples(),
            hand: Hand::Unattended,
            introduction: None,
            since: None,
            anew: false,
            parts,
            stories: choose::retold(taxonomy, &read, theme, STORIES),
            bias: BIAS.to_owned(),
            how_made: HOW_MADE.to_owned(),
        })
    }
}

fn meaning(taxonomy: &Taxonomy, subject: &Subject) -> String {
    match subject {
        Subject::Pattern(slug) => definition(taxonomy, ListId::FailureModes, slug),
        Subject::Technology(slug) => taxonomy.technology(slug).map_or_else(String::new, |of| {
            taxonomy
                .label(ListId::TechnologyCategories, of.category())
                .to_owned()
        }),
    }
}

fn definition(taxonomy: &Taxonomy, list: ListId, code: &Slug) -> String {
    let definition = taxonomy.term(list, code).map(taxonomy::Term::definition);
    definition.unwrap_or_default().to_owned()
}

fn line(taxonomy: &Taxonomy, branch: &Branch) -> Option<GuideLine> {
    let (list, code) = match &branch.fact {
        Fact::Code(list, code) => (*list, code),
        Fact::Eased(code) | Fact::Had(code, _) => (ListId::Mitigations, code),
        Fact::Action(Remedy::Class(class), _) => (ListId::Remediations, class),
        _ => return None,
    };
    Some(GuideLine {
        what: term(taxonomy, list, code),
        meaning: definition(taxonomy, list, code),
        reports: branch.reports,
        evidence: branch.evidence.clone(),
        mark: Mark::Same,
    })
}
