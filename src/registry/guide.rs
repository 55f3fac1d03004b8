//! What the pages of a technology and of a failure mode are made of.

use std::sync::Arc;

use super::{Registry, RegistryError};
use crate::anonymise::RedactedText;
use crate::digests::{self, Subject};
use crate::drills::DrillCard;
use crate::patterns::{
    CombinationProfile, Counts, Fact, Mined, ModeProfile, Samples, TechnologyProfile,
};
use crate::report::{PublicReport, ReportId, Slug};
use crate::storage::{guides, published};

pub use crate::storage::guides::GuideCard;
use crate::taxonomy::{ListId, Taxonomy};

/// Drills beside a technology.
const DRILLS: usize = 3;

/// A profile with what belongs beside it.
pub struct Guide<P> {
    /// What is counted.
    pub profile: P,
    /// The reports to read first.
    pub read: Vec<PublicReport<RedactedText>>,
    /// Drills made of its reports.
    pub drills: Vec<DrillCard>,
    /// What comes together in the whole registry.
    pub mined: Arc<Mined>,
    /// Counts over the reports about its kind, where there are too few of its own.
    pub kind: Option<(Slug, Counts)>,
    /// Whether the registry holds invented reports.
    pub samples: Samples,
    /// The best-practice guide about it, if there is one.
    pub standing: Option<GuideCard>,
}

impl Registry {
    /// Every best-practice guide, by subject.
    pub fn guides(&self) -> Result<Vec<GuideCard>, RegistryError> {
        Ok(self.storage.read(guides::list)?)
    }

    /// The latest version of the best-practice guide about a subject; [`RegistryError::Anew`] where
    /// that is withheld.
    pub fn guide(
        &self,
        subject: &Subject,
    ) -> Result<Option<digests::Guide<RedactedText>>, RegistryError> {
        self.storage.read(|tx| {
            let guide = guides::get(tx, subject.slug())?;
            let of_it = |card: &GuideCard| card.subject == *subject;
            if guide.is_none() && guides::withheld(tx)?.iter().any(of_it) {
                return Err(RegistryError::Anew);
            }
            Ok(guide)
        })
    }

    fn standing(&self, subject: &Subject) -> Result<Option<GuideCard>, RegistryError> {
        let card = self.storage.read(|tx| guides::card(tx, subject.slug()))?;
        Ok(card)
    }

    /// What the reports say about one technology.
    pub fn technology(&self, slug: &Slug) -> Result<Guide<TechnologyProfile>, RegistryError> {
        let (profile, kind, drills) = self.surveyed(|survey| {
            let profile = survey.table.technology(slug);
            let kind = if profile.enough() {
                None
            } else {
                kind_of(slug).map(|(kind, of_it)| (kind, survey.table.with_any(&of_it).counts()))
            };
            let drills = survey.drills.values();
            let drills = drills.filter(|card| card.technologies.contains(slug));
            let drills: Vec<_> = drills.take(DRILLS).cloned().collect();
            (profile, kind, drills)
        })?;
        Ok(Guide {
            read: self.read(&profile.read_first)?,
            profile,
            drills,
            mined: self.mined()?,
            kind,
            samples: self.overview()?.samples,
            standing: self.standing(&Subject::Technology(slug.clone()))?,
        })
    }

    /// What the reports say about one failure mode.
    pub fn mode(&self, slug: &Slug) -> Result<Guide<ModeProfile>, RegistryError> {
        let profile = self.surveyed(|survey| survey.table.mode(slug))?;
        Ok(Guide {
            read: self.read(&profile.read_first)?,
            profile,
            drills: Vec::new(),
            mined: self.mined()?,
            kind: None,
            samples: self.overview()?.samples,
            standing: self.standing(&Subject::Pattern(slug.clone()))?,
        })
    }

    /// What the reports say that have all of these.
    pub fn combination(&self, facts: &[Fact]) -> Result<Guide<CombinationProfile>, RegistryError> {
        let profile = self.surveyed(|survey| survey.table.combination(facts.to_vec()))?;
        Ok(Guide {
            read: self.read(&profile.read_first)?,
            profile,
            drills: Vec::new(),
            mined: self.mined()?,
            kind: None,
            samples: self.overview()?.samples,
            standing: None,
        })
    }

    fn read(&self, ids: &[ReportId]) -> Result<Vec<PublicReport<RedactedText>>, RegistryError> {
        Ok(self.storage.read(|tx| published::many(tx, ids))?)
    }
}

/// A technology's kind, and all technologies of it.
fn kind_of(slug: &Slug) -> Option<(Slug, Vec<Fact>)> {
    let taxonomy = Taxonomy::builtin();
    let kind = taxonomy.technology(slug)?.category();
    taxonomy.term(ListId::TechnologyCategories, kind)?;
    let all = taxonomy.technologies().iter();
    let of_it = all.filter(|technology| technology.category() == kind);
    let of_it = of_it.map(|technology| Fact::Technology(technology.slug().clone()));
    Some((kind.clone(), of_it.collect()))
}
