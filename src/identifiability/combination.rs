//! The combination of sector, size, continent, period and technologies, which points at somebody
//! where few share it; and the next wider choice for each.

use crate::report::{Context, Disclosed, Period, Report, Slug, TechnologyUse};
use crate::taxonomy::{ListId, Taxonomy};

/// Reports that must share a combination before it hides anybody: below it, generalise first and
/// suppress last.
pub const ENOUGH: usize = 5;

/// A part of the combination.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Sector of the organisation.
    Sector,
    /// Size of the organisation.
    Size,
    /// Continent.
    Continent,
    /// When it happened.
    Period,
    /// The technologies together.
    Technologies,
}

/// A wider choice for one part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wider {
    /// A term that says the same less exactly.
    Term(Part, Slug),
    /// Kept out.
    Removed(Part),
    /// A longer time, or none.
    Period(Option<Period>),
    /// A technology by the family it is of, or left out.
    Technology(Slug, Option<Slug>),
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Sector,
        Self::Size,
        Self::Continent,
        Self::Period,
        Self::Technologies,
    ];

    /// Its name in forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sector => "sector",
            Self::Size => "size",
            Self::Continent => "continent",
            Self::Period => "period",
            Self::Technologies => "technologies",
        }
    }

    /// The words people read.
    pub fn label(self) -> &'static str {
        match self {
            Self::Sector => "Sector",
            Self::Size => "Size",
            Self::Continent => "Continent",
            Self::Period => "Period",
            Self::Technologies => "Technologies",
        }
    }

    /// The list its terms are from, for a band.
    pub fn list(self) -> Option<ListId> {
        match self {
            Self::Sector => Some(ListId::Sectors),
            Self::Size => Some(ListId::OrganisationSizes),
            Self::Continent => Some(ListId::Continents),
            Self::Period | Self::Technologies => None,
        }
    }

    /// The band of a report's context that this is.
    pub fn band(self, context: &Context) -> Option<&Slug> {
        match self {
            Self::Sector => context.sector.known(),
            Self::Size => context.size.known(),
            Self::Continent => context.continent.known(),
            Self::Period | Self::Technologies => None,
        }
    }

    /// Whether the report says it.
    pub fn is_said<T>(self, report: &Report<T>) -> bool {
        match self {
            Self::Period => report.period.is_some(),
            Self::Technologies => !report.technologies.is_empty(),
            band => band.band(&report.context).is_some(),
        }
    }

    /// The next wider choice, if the report says it. `rarest` is the technology that fewest share.
    pub fn wider<T>(self, report: &Report<T>, rarest: Option<&Slug>) -> Option<Wider> {
        let taxonomy = Taxonomy::builtin();
        match self {
            Self::Period => report.period.map(|period| Wider::Period(longer(period))),
            Self::Technologies => {
                let rarest = rarest?;
                let used = |slug: &Slug| report.technologies.iter().any(|used| used.slug == *slug);
                let family = taxonomy.technology(rarest)?.parent();
                let family = family.filter(|family| !used(family)).cloned();
                used(rarest).then(|| Wider::Technology(rarest.clone(), family))
            }
            band => {
                let list = taxonomy.list(band.list()?);
                let wider = list.wider(band.band(&report.context)?);
                Some(wider.map_or(Wider::Removed(band), |term| {
                    Wider::Term(band, term.id().clone())
                }))
            }
        }
    }
}

/// A month's quarter, a quarter's year, and nothing beyond.
fn longer(period: Period) -> Option<Period> {
    let year = period.year().to_string().parse().ok()?;
    match period {
        month if month.is_month() => Some(month.quarter()),
        quarter if quarter != year => Some(year),
        _ => None,
    }
}

impl Wider {
    /// As a button of the form says it.
    pub fn write(&self) -> String {
        match self {
            Self::Term(part, _) | Self::Removed(part) => part.as_str().to_owned(),
            Self::Period(_) => Part::Period.as_str().to_owned(),
            Self::Technology(slug, _) => format!("{} {slug}", Part::Technologies.as_str()),
        }
    }

    /// What such a button means for a report; `None` if it does not fit it any more.
    pub fn read<T>(written: &str, report: &Report<T>) -> Option<Self> {
        let (name, slug) = written.split_once(' ').unwrap_or((written, ""));
        let part = Part::ALL.into_iter().find(|part| part.as_str() == name)?;
        part.wider(report, slug.parse().ok().as_ref())
    }

    /// The report with this choice.
    pub fn apply<T>(self, report: &mut Report<T>) {
        let context = &mut report.context;
        let (part, band) = match self {
            Self::Period(period) => {
                report.period = period;
                return;
            }
            Self::Technology(slug, family) => {
                replace(&mut report.technologies, &slug, family);
                return;
            }
            Self::Term(part, slug) => (part, Disclosed::Known(slug)),
            Self::Removed(part) => (part, Disclosed::Removed),
        };
        match part {
            Part::Sector => context.sector = band,
            Part::Size => context.size = band,
            Part::Continent => context.continent = band,
            Part::Period | Part::Technologies => {}
        }
    }
}

/// A version belongs to the product and goes with it.
fn replace(technologies: &mut Vec<TechnologyUse>, slug: &Slug, family: Option<Slug>) {
    let Some(family) = family else {
        technologies.retain(|used| used.slug != *slug);
        return;
    };
    for used in technologies.iter_mut().filter(|used| used.slug == *slug) {
        used.slug = family.clone();
        used.version = None;
    }
}

#[cfg(test)]
mod tests;
