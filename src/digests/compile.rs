//! An issue out of published reports.

use crate::anonymise::RedactedText;
use crate::patterns::{BIAS, CodeTable, Counts, Fact, MINIMUM, Selection, Tally};
use crate::report::{Slug, Span};
use crate::taxonomy::{ListId, Taxonomy};

use super::case::Common;
use super::trend::Share;
use super::{
    Background, Digest, HelpedLine, IntakeNumbers, MitigationLine, PatternLine, Published, Scope,
    StackLine, Term, Trend, actions, choose, terms,
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

impl Digest<RedactedText> {
    /// Compiles the issue of a period from the reports published in it (others are left out) and
    /// the counts of what was published before.
    ///
    /// Deterministic, whatever the order of the reports.
    pub fn compile(
        span: Span,
        published: &[Published],
        background: &Background,
        intake: IntakeNumbers,
        taxonomy: &Taxonomy,
    ) -> Self {
        let within = published.iter();
        let within = within.filter(|public| span.contains(public.published));
        let mut within: Vec<_> = within.collect();
        within.sort_by_key(|public| public.id);
        let table = CodeTable::of(within.iter().copied());
        let counted = Counted::of(taxonomy, table.all(), background, 1);
        Self {
            intake: Some(intake.into()),
            ..counted.digest(span, &within)
        }
    }

    /// Compiles an issue that a reader asked for, from the codes of all reports that it is about
    /// and those of them that are read. `None` where too few were published in that time to speak
    /// of.
    pub fn own(
        scope: &Scope,
        span: Span,
        reports: &Selection<'_>,
        read: &[Published],
        taxonomy: &Taxonomy,
    ) -> Option<Self> {
        let background = Background::counted(span, reports);
        let within = reports.published(|month| span.contains(month));
        let counted = Counted::of(taxonomy, within, &background, least());
        if counted.counts.reports < least() {
            return None;
        }
        let mut read: Vec<_> = read.iter().collect();
        read.sort_by_key(|public| public.id);
        Some(Self {
            about: (!scope.is_everything()).then(|| scope.about(taxonomy)),
            how_made: OWN.to_owned(),
            ..counted.digest(span, &read)
        })
    }
}

fn least() -> u32 {
    u32::try_from(MINIMUM).unwrap_or(u32::MAX)
}

/// What is counted in an issue.
struct Counted<'a> {
    taxonomy: &'a Taxonomy,
    reports: Selection<'a>,
    counts: Counts,
    background: &'a Background,
    /// Fewer reports are not spoken of.
    least: u32,
}

impl<'a> Counted<'a> {
    fn of(
        taxonomy: &'a Taxonomy,
        reports: Selection<'a>,
        background: &'a Background,
        least: u32,
    ) -> Self {
        Self {
            taxonomy,
            counts: reports.counts(),
            reports,
            background,
            least,
        }
    }

    fn digest(&self, span: Span, read: &[&Published]) -> Digest<RedactedText> {
        let (retellings, case) = choose::stories(self.taxonomy, read, &self.common());
        Digest {
            period: span,
            about: None,
            reports: self.counts.reports,
            samples: self.reports.samples(),
            intake: None,
            by_stack: self.by_stack(),
            patterns: self.patterns(),
            retellings,
            helped: self.helped(),
            mitigations: self.mitigations(),
            actions: actions::worth_copying(self.taxonomy, read, &self.counts),
            case,
            bias: BIAS.to_owned(),
            how_made: HOW_MADE.to_owned(),
        }
    }

    fn common(&self) -> Common {
        let now = self.counts.mitigations();
        let ever = self.background.ever().mitigations();
        Common(now.into_iter().chain(ever).map(|line| line.code).collect())
    }

    fn by_stack(&self) -> Vec<StackLine> {
        let lines = self.named(&self.counts.technologies, LINES);
        lines
            .map(|(slug, new)| StackLine {
                total: new + self.background.ever().technologies.get(&slug),
                modes: self.modes_with(&slug),
                technology: terms::technology(self.taxonomy, &slug),
                new,
            })
            .collect()
    }

    fn patterns(&self) -> Vec<PatternLine> {
        let (now, before, ever) = (
            self.counts.reports,
            self.background.before(),
            self.background.ever(),
        );
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
                before: share(before).showing,
                total: new + share(ever).showing,
                trend: Trend::of(showing, share(before), share(ever)),
                technologies: self.technologies_with(&slug),
            }
        };
        let lines = self.named(&self.counts.failure_modes, LINES);
        lines.map(line).collect()
    }

    fn modes_with(&self, technology: &Slug) -> Vec<Term> {
        let with = self.reports.having(&Fact::Technology(technology.clone()));
        let modes = self.beside(&with.counts().failure_modes);
        let term = |slug| terms::term(self.taxonomy, ListId::FailureModes, &slug);
        modes.into_iter().map(term).collect()
    }

    fn technologies_with(&self, mode: &Slug) -> Vec<Term> {
        let mode = Fact::Code(ListId::FailureModes, mode.clone());
        let with = self.reports.having(&mode);
        let technologies = self.beside(&with.counts().technologies);
        let term = |slug| terms::technology(self.taxonomy, &slug);
        technologies.into_iter().map(term).collect()
    }

    fn beside(&self, tally: &Tally) -> Vec<Slug> {
        let least = self.least.max(TOGETHER);
        let lines = self.named(tally, BESIDE);
        let enough = lines.filter(move |(_, reports)| *reports >= least);
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
            .filter(|line| line.effects.reports >= self.least && line.code.as_str() != "other")
            .take(HELPED_LINES)
            .map(|line| MitigationLine {
                what: terms::term(self.taxonomy, ListId::Mitigations, &line.code),
                tried: line.effects.reports,
                worked: line.effects.worked,
                partly: line.effects.partly,
                no_effect: line.effects.no_effect,
                made_worse: line.effects.made_worse,
            })
            .collect()
    }
}
