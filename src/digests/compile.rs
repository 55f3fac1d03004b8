//! An issue out of published reports.

use crate::anonymise::RedactedText;
use crate::patterns::{BIAS, Counts, Fact, MINIMUM, Selection, Tally};
use crate::report::{Slug, Span};
use crate::taxonomy::{ListId, Taxonomy};

use super::case::Common;
use super::news::news;
use super::practice::practice;
use super::theme::theme;
use super::trend::Share;
use super::{
    AlertLine, Digest, Hand, HelpedLine, IntakeNumbers, MitigationLine, PatternLine, Published,
    Scope, StackLine, Term, Trend, actions, choose, terms,
};

const LINES: usize = 10;
const HELPED_LINES: usize = 8;
const BESIDE: usize = 3;
/// Reports it takes to say that two codes were seen together.
const TOGETHER: u32 = 2;

const HOW_MADE: &str = "A program compiled this issue from the published reports of the period. \
Stories are told in the reporters' own sentences, chosen and shortened but not reworded; short \
sentences and lists come from the codes of the reports. Names, places, dates and exact counts were \
taken out before anything was kept, and stand as words in square brackets. The same reports give \
the same issue.";

const OWN: &str = "A program compiled this issue for the question in its address, from the \
published reports of the time, and kept nothing. What fewer than three reports say is not counted \
here. Stories are told in the reporters' own sentences, chosen and shortened but not reworded; \
short sentences and lists come from the codes of the reports. Names, places, dates and exact counts \
were taken out before anything was kept, and stand as words in square brackets.";

/// What an issue is made from.
pub struct Material<'a> {
    /// Every report that it could be about, of any time.
    pub reports: Selection<'a>,
    /// Reports that were followed up in its time.
    pub followed: Selection<'a>,
    /// Reports whose stories can be told; those of another time are left out.
    pub read: &'a [Published],
    /// Alerts published in its time.
    pub alerts: Vec<AlertLine<RedactedText>>,
}

impl Digest<RedactedText> {
    /// Compiles the issue of a period.
    ///
    /// Deterministic, whatever the order of the reports.
    pub fn compile(
        span: Span,
        material: Material<'_>,
        intake: IntakeNumbers,
        taxonomy: &Taxonomy,
    ) -> Self {
        let counted = Counted::of(taxonomy, span, &material.reports, 1);
        Self {
            intake: Some(intake.into()),
            ..counted.digest(span, material)
        }
    }

    /// Compiles an issue that a reader asked for, from material about that. `None` where too few
    /// were published in that time to speak of.
    pub fn own(
        scope: &Scope,
        span: Span,
        material: Material<'_>,
        taxonomy: &Taxonomy,
    ) -> Option<Self> {
        let counted = Counted::of(taxonomy, span, &material.reports, least());
        (counted.counts.reports >= least()).then(|| Self {
            about: (!scope.is_everything()).then(|| scope.about(taxonomy)),
            how_made: OWN.to_owned(),
            ..counted.digest(span, material)
        })
    }
}

fn least() -> u32 {
    u32::try_from(MINIMUM).unwrap_or(u32::MAX)
}

/// What is counted in an issue.
pub(super) struct Counted<'a> {
    pub(super) taxonomy: &'a Taxonomy,
    /// All reports up to the end of its time.
    pub(super) all: Selection<'a>,
    /// Those published in its time.
    pub(super) within: Selection<'a>,
    /// Counts of these.
    pub(super) counts: Counts,
    /// Counts of those published in as long a time just before.
    before: Counts,
    /// Counts of those published at any time before.
    pub(super) ever: Counts,
    /// Fewer reports are not spoken of.
    least: u32,
}

impl<'a> Counted<'a> {
    fn of(taxonomy: &'a Taxonomy, span: Span, reports: &Selection<'a>, least: u32) -> Self {
        let all = reports.published(|month| span.contains(month) || span.is_after(month));
        let within = all.published(|month| span.contains(month));
        let before = span.previous();
        Self {
            taxonomy,
            counts: within.counts(),
            before: all.published(|month| before.contains(month)).counts(),
            ever: all.published(|month| span.is_after(month)).counts(),
            all,
            within,
            least,
        }
    }

    fn digest(&self, span: Span, material: Material<'_>) -> Digest<RedactedText> {
        let read = material.read.iter();
        let read = read.filter(|public| span.contains(public.published));
        let mut read: Vec<_> = read.collect();
        read.sort_by_key(|public| public.id);
        let patterns = self.patterns(LINES);
        let theme = theme(self, &patterns);
        let mode = theme.as_ref().map(|theme| &theme.mode.slug);
        let (retellings, case) = choose::stories(self.taxonomy, &read, &self.common(), mode);
        let heard = self.within.and(&material.followed).counts();
        let most = patterns.first().map(|line| &line.mode.slug);
        Digest {
            period: span,
            about: None,
            reports: self.counts.reports,
            samples: self.within.samples(),
            intake: None,
            hand: Hand::Unattended,
            opening: None,
            note: None,
            anew: false,
            news: news(self, &heard),
            by_stack: self.by_stack(),
            retellings,
            helped: self.helped(),
            mitigations: self.mitigations(),
            actions: actions::worth_copying(self, &read),
            practice: mode.or(most).and_then(|mode| practice(self, mode)),
            alerts: material.alerts,
            case,
            bias: BIAS.to_owned(),
            how_made: HOW_MADE.to_owned(),
            patterns,
            theme,
        }
    }

    /// Whether a line about so many reports is shown.
    pub(super) fn spoken_of(&self, code: &Slug, reports: u32) -> bool {
        reports >= self.least && code.as_str() != "other"
    }

    /// So many, or none where they are too few to be counted.
    pub(super) fn told(&self, reports: u32) -> u32 {
        if reports >= self.least { reports } else { 0 }
    }

    /// Whether so many are enough to be named beside something.
    pub(super) fn beside_enough(&self, reports: u32) -> bool {
        reports >= self.least.max(TOGETHER)
    }

    fn common(&self) -> Common {
        let now = self.counts.mitigations();
        let ever = self.ever.mitigations();
        Common(now.into_iter().chain(ever).map(|line| line.code).collect())
    }

    fn by_stack(&self) -> Vec<StackLine> {
        let lines = self.named(&self.counts.technologies, LINES);
        lines
            .map(|(slug, new)| StackLine {
                total: new + self.told(self.ever.technologies.get(&slug)),
                modes: self.modes_with(&slug),
                technology: terms::technology(self.taxonomy, &slug),
                new,
            })
            .collect()
    }

    pub(super) fn patterns(&self, most: usize) -> Vec<PatternLine> {
        let (now, before, ever) = (self.counts.reports, &self.before, &self.ever);
        let line = |(slug, new): (Slug, u32)| {
            let share = |of: &Counts| Share {
                showing: of.failure_modes.get(&slug),
                of: of.reports,
            };
            let showing = Share {
                showing: new,
                of: now,
            };
            PatternLine {
                mode: terms::term(self.taxonomy, ListId::FailureModes, &slug),
                new,
                before: self.told(share(before).showing),
                total: new + self.told(share(ever).showing),
                trend: Trend::of(showing, share(before), share(ever)),
                technologies: self.technologies_with(&slug),
            }
        };
        let lines = self.named(&self.counts.failure_modes, most);
        lines.map(line).collect()
    }

    fn modes_with(&self, technology: &Slug) -> Vec<Term> {
        let with = self.within.having(&Fact::Technology(technology.clone()));
        let modes = self.beside(&with.counts().failure_modes);
        let term = |slug| terms::term(self.taxonomy, ListId::FailureModes, &slug);
        modes.into_iter().map(term).collect()
    }

    fn technologies_with(&self, mode: &Slug) -> Vec<Term> {
        let mode = Fact::Code(ListId::FailureModes, mode.clone());
        let with = self.within.having(&mode);
        let technologies = self.beside(&with.counts().technologies);
        let term = |slug| terms::technology(self.taxonomy, &slug);
        technologies.into_iter().map(term).collect()
    }

    pub(super) fn beside(&self, tally: &Tally) -> Vec<Slug> {
        let lines = self.named(tally, BESIDE);
        let enough = lines.filter(|(_, reports)| self.beside_enough(*reports));
        enough.map(|(slug, _)| slug).collect()
    }

    /// The first lines of a tally, without what its list does not have.
    fn named(&self, tally: &Tally, most: usize) -> impl Iterator<Item = (Slug, u32)> + use<> {
        let least = self.least;
        let lines = tally.ranked().into_iter();
        lines
            .filter(move |line| line.reports >= least && line.code.as_str() != "other")
            .take(most)
            .map(|line| (line.code, line.reports))
    }

    fn helped(&self) -> Vec<HelpedLine> {
        let lines = self.named(&self.counts.helped, HELPED_LINES);
        lines
            .map(|(slug, reports)| HelpedLine {
                what: terms::term(self.taxonomy, ListId::Helped, &slug),
                reports,
            })
            .collect()
    }

    fn mitigations(&self) -> Vec<MitigationLine> {
        let lines = self.counts.mitigations().into_iter();
        lines
            .filter(|line| self.spoken_of(&line.code, line.effects.reports))
            .take(HELPED_LINES)
            .map(|line| MitigationLine {
                what: terms::term(self.taxonomy, ListId::Mitigations, &line.code),
                tried: line.effects.reports,
                worked: self.told(line.effects.worked),
                partly: self.told(line.effects.partly),
                no_effect: self.told(line.effects.no_effect),
                made_worse: self.told(line.effects.made_worse),
            })
            .collect()
    }
}
