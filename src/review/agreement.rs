//! How far analysts agree on codes: Cohen's kappa, list by list.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError};

use super::{Review, ReviewError};
use crate::report::{AccountId, ReportId};
use crate::storage::codings::{self, Coding};
use crate::storage::{counted, outbox, published};
use crate::taxonomy::{CODED, ListId, Taxonomy};

/// Agreement in one list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Agreement {
    /// The list.
    pub list: ListId,
    /// Reports that more than one analyst coded.
    pub reports: usize,
    /// Pairs of codings of the same report that were compared.
    pub pairs: usize,
    /// Of those, pairs that chose exactly the same codes.
    pub same: usize,
    /// Cohen's kappa; `None` where it is not defined: nobody ever chose a code, or all chose all.
    pub kappa: Option<f64>,
}

/// What public agreement was taken from: the last entry of the outbox, and the reports that have no
/// page.
pub(super) type AsOf = (i64, Vec<ReportId>);

/// Decisions of two coders about one term, over reports and terms.
#[derive(Clone, Copy, Debug, Default)]
struct Table {
    both: u64,
    first: u64,
    second: u64,
    neither: u64,
}

impl Table {
    /// Cohen's kappa (J. Cohen, "A Coefficient of Agreement for Nominal Scales", Educational and
    /// Psychological Measurement 20, 1960, 37-46): the share of decisions on which two coders
    /// agree beyond what they would by chance, given how often each says yes.
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts of decisions are far below 2^52"
    )]
    fn kappa(self) -> Option<f64> {
        let total = (self.both + self.first + self.second + self.neither) as f64;
        let yes_first = (self.both + self.first) as f64 / total;
        let yes_second = (self.both + self.second) as f64 / total;
        let observed = (self.both + self.neither) as f64 / total;
        let chance = yes_first * yes_second + (1.0 - yes_first) * (1.0 - yes_second);
        (total > 0.0 && chance < 1.0).then(|| (observed - chance) / (1.0 - chance))
    }
}

/// Agreement in one list over the codings of each report.
///
/// A report may carry several codes of a list, so that each term of the list (and "none fits") is
/// one yes-or-no decision for each report, and kappa is taken over all these decisions together.
/// Of two coders the one whose account id is smaller counts as the first; where more than two
/// coded a report, each pair of them is compared.
pub fn agreement<'a>(
    list: ListId,
    reports: impl IntoIterator<Item = &'a BTreeMap<AccountId, Coding>>,
) -> Agreement {
    let terms = Taxonomy::builtin().list(list).terms().len() + 1;
    let mut table = Table::default();
    let (mut compared, mut pairs, mut same) = (0, 0, 0);
    for codings in reports {
        let coded: Vec<_> = codings.values().filter_map(|of| of.get(&list)).collect();
        compared += usize::from(coded.len() > 1);
        let each = coded.iter().enumerate();
        let each =
            each.flat_map(|(at, first)| coded.iter().skip(at + 1).map(move |it| (first, it)));
        for (first, second) in each {
            let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
            let both = first.intersection(second).count();
            let any = first.union(second).count();
            table.both += count(both);
            table.first += count(first.len() - both);
            table.second += count(second.len() - both);
            table.neither += count(terms.saturating_sub(any));
            pairs += 1;
            same += usize::from(first == second);
        }
    }
    Agreement {
        list,
        reports: compared,
        pairs,
        same,
        kappa: table.kappa(),
    }
}

impl Review {
    /// Agreement by list, over every report that was published or counted, in the order of the
    /// desk.
    pub fn agreement(&self) -> Result<Vec<Agreement>, ReviewError> {
        let codings = self.storage.read(|tx| {
            let mut all = codings::all(tx)?;
            let ids: Vec<ReportId> = all.keys().copied().collect();
            let mut done = published::which(tx, &ids)?;
            done.extend(counted::all(tx)?.into_iter().map(|(id, _)| id));
            all.retain(|id, _| done.contains(id));
            Ok::<_, ReviewError>(all)
        })?;
        let of_list = |list| agreement(list, codings.values());
        Ok(CODED.into_iter().map(of_list).collect())
    }

    /// The same for everybody: as of the latest report that came or went, and taken anew only then.
    pub fn public_agreement(&self) -> Result<Arc<Vec<Agreement>>, ReviewError> {
        let head = self.storage.read(|tx| {
            let counted = counted::all(tx)?.into_iter().map(|(id, _)| id);
            Ok::<_, ReviewError>((outbox::head(tx)?, counted.collect()))
        })?;
        let kept = || {
            let kept = self.agreement.lock();
            kept.unwrap_or_else(PoisonError::into_inner)
        };
        if let Some((_, known)) = kept().as_ref().filter(|(of, _)| *of == head) {
            return Ok(Arc::clone(known));
        }
        let found = Arc::new(self.agreement()?);
        *kept() = Some((head, Arc::clone(&found)));
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cohen's own arithmetic on a two-by-two table: 20 and 15 agreed, 5 and 10 not.
    #[test]
    fn kappa_is_agreement_beyond_chance() {
        let table = Table {
            both: 20,
            first: 5,
            second: 10,
            neither: 15,
        };
        // Observed 0.7; chance 0.5 * 0.6 + 0.5 * 0.4 = 0.5.
        assert!((table.kappa().unwrap() - 0.4).abs() < 1e-12);
        let never = Table {
            neither: 9,
            ..Table::default()
        };
        assert_eq!(never.kappa(), None);
        assert_eq!(Table::default().kappa(), None);
    }

    fn coding(codes: &[&str]) -> Coding {
        let codes = codes.iter().map(|code| code.parse().unwrap()).collect();
        Coding::from([(ListId::FailureModes, codes)])
    }

    fn report<const N: usize>(codings: [&Coding; N]) -> BTreeMap<AccountId, Coding> {
        let codings = codings.into_iter().cloned();
        codings.map(|of| (AccountId::random(), of)).collect()
    }

    #[test]
    fn several_codes_of_a_report_are_a_decision_each() {
        let (a, b) = (coding(&["overload", "retry-storm"]), coding(&["overload"]));
        let found = agreement(ListId::FailureModes, &[report([&a, &b]), report([&a, &a])]);
        assert_eq!((found.reports, found.pairs, found.same), (2, 2, 1));
        let kappa = found.kappa.unwrap();
        assert!(kappa > 0.8 && kappa < 1.0, "{kappa}");
        let alike = agreement(ListId::FailureModes, &[report([&a, &a])]);
        assert_eq!(alike.kappa, Some(1.0));
        let apart = [report([&coding(&["overload"]), &coding(&["retry-storm"])])];
        let apart = agreement(ListId::FailureModes, &apart);
        assert!(apart.kappa.unwrap() < 0.0);
        let none = agreement(ListId::Triggers, &[report([&a, &b])]);
        assert_eq!((none.reports, none.pairs), (0, 0));
    }

    #[test]
    fn three_coders_make_three_pairs_and_one_report() {
        let a = coding(&["overload"]);
        let found = agreement(ListId::FailureModes, &[report([&a, &a, &a]), report([&a])]);
        assert_eq!((found.reports, found.pairs), (1, 3));
    }
}
