//! Moving a report to the terms of today.

use crate::report::{Coded, Coder, Confidence, Disclosed, Factor, Report, Slug};

use super::{CODED, Changes, ListId, codes_of_mut};

impl Changes {
    /// Rewrites every code of a report that a decision is about; answers whether there was any.
    ///
    /// A code that was split becomes all of its parts, as the machine's guess; where a field holds
    /// one code only, it becomes the first.
    pub fn recode<T>(&self, report: &mut Report<T>) -> bool {
        let mut any = false;
        for list in CODED {
            if let Some(codes) = codes_of_mut(report, list) {
                any |= self.several(list, codes);
            }
        }
        for factor in &mut report.factors {
            any |= self.factor(factor);
        }
        for tried in &mut report.mitigations {
            any |= self.one_coded(ListId::Mitigations, &mut tried.code);
        }
        for action in &mut report.actions {
            any |= self.one(Some(ListId::Remediations), action.class.as_mut());
        }
        for told in &mut report.narratives {
            any |= self.one(Some(ListId::ReporterRoles), told.perspective.as_mut());
        }
        let impact = &mut report.impact;
        for (list, slot) in [
            (ListId::ImpactExtents, &mut impact.extent),
            (ListId::ImpactDurations, &mut impact.duration),
            (ListId::Reversibility, &mut impact.reversibility),
            (ListId::DetectionDelays, &mut report.detection.delay),
        ] {
            any |= self.one(Some(list), slot.as_mut());
        }
        let context = &mut report.context;
        for (list, band) in [
            (ListId::Sectors, &mut context.sector),
            (ListId::OrganisationSizes, &mut context.size),
            (ListId::Hosting, &mut context.hosting),
            (ListId::OperatingModels, &mut context.operating_model),
            (ListId::Continents, &mut context.continent),
        ] {
            if let Disclosed::Known(slug) = band {
                any |= self.one(Some(list), Some(slug));
            }
        }
        let used = std::mem::take(&mut report.technologies);
        for mut technology in used {
            any |= self.one(None, Some(&mut technology.slug));
            let known = &mut report.technologies;
            if known.iter().all(|other| other.slug != technology.slug) {
                known.push(technology);
            }
        }
        any
    }

    fn one(&self, list: Option<ListId>, slug: Option<&mut Slug>) -> bool {
        let Some(slug) = slug else { return false };
        let now = self.of(list, slug).and_then(|now| now.into_iter().next());
        let moved = now.is_some();
        if let Some(now) = now {
            *slug = now;
        }
        moved
    }

    fn several(&self, list: ListId, codes: &mut Vec<Coded>) -> bool {
        let mut any = false;
        let mut moved: Vec<Coded> = Vec::new();
        for coded in std::mem::take(codes) {
            let now = self.of(Some(list), &coded.code);
            any |= now.is_some();
            let split = now.as_ref().is_some_and(|now| now.len() > 1);
            for code in now.unwrap_or_else(|| vec![coded.code.clone()]) {
                if moved.iter().any(|known| known.code == code) {
                    continue;
                }
                moved.push(if split {
                    Coded {
                        code,
                        coder: Coder::Machine,
                        confidence: Confidence::Low,
                    }
                } else {
                    Coded {
                        code,
                        ..coded.clone()
                    }
                });
            }
        }
        *codes = moved;
        any
    }

    fn one_coded(&self, list: ListId, slot: &mut Option<Coded>) -> bool {
        let mut codes: Vec<Coded> = slot.take().into_iter().collect();
        let any = self.several(list, &mut codes);
        *slot = codes.into_iter().next();
        any
    }

    fn factor<T>(&self, factor: &mut Factor<T>) -> bool {
        let mut any = self.one_coded(ListId::Factors, &mut factor.code);
        for child in &mut factor.children {
            any |= self.factor(child);
        }
        any
    }
}
