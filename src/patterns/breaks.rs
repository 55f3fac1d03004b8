//! What breaks what: the reports in which all technologies of a stack took part, as a fault tree.
//!
//! At the root stands what was felt; below it, by how it came, each way it failed, and below that
//! what set it off and what let it happen. Every branch is counted, so that a tree is read as "at
//! least so many reports came this way". Symbols and gates are those of Vesely, Goldberg, Roberts
//! and Haasl 1981, "Fault Tree Handbook" (NUREG-0492). An "or" here is weaker than theirs: branches
//! stand side by side in some reports, and none is said to have been enough by itself. No
//! probabilities are put on it, for the counts do not bear them.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::report::{ReportId, Severity, Slug, TechnologyRole};
use crate::taxonomy::ListId;

use super::fact::{Fact, says_something};
use super::profile::READ_FIRST;
use super::table::{CodeTable, Rank, Row, first};
use super::{Count, MINIMUM};

/// Branches of one gate.
const MOST: usize = 6;
/// Effects named at the root.
const EFFECTS: usize = 3;

/// How things came to fail in which these technologies took part together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FaultTree {
    /// The technologies.
    pub stack: Vec<Slug>,
    /// Reports in which all of them took part, at least.
    pub reports: u32,
    /// The worst severity.
    pub worst: Option<Severity>,
    /// What was felt (`impact-kinds`).
    pub felt: Vec<Count>,
    /// In how many each failed itself; those with too few are left out.
    pub failed: Vec<Count>,
    /// Ways it failed, the most reported first.
    pub modes: Vec<Branch>,
    /// What came before in enough reports, but in too few of any one way.
    pub whichever: Vec<Branch>,
    /// Reports that no branch of `modes` tells of.
    pub rest: u32,
    /// The reports to read first.
    pub evidence: Vec<ReportId>,
}

/// One way that things came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// A failure mode, a trigger or a factor.
    pub fact: Fact,
    /// Reports that came this way, at least: never fewer than [`MINIMUM`].
    pub reports: u32,
    /// The reports to read first.
    pub evidence: Vec<ReportId>,
    /// What came before that.
    pub below: Vec<Branch>,
}

impl FaultTree {
    /// The tree of a stack; one of too few reports has no branches.
    pub fn of(table: &CodeTable, stack: &[Slug]) -> Self {
        let facts: Vec<Fact> = stack.iter().cloned().map(Fact::Technology).collect();
        let reports = table.with_all(&facts);
        let rows: Vec<&Row> = reports.rows().collect();
        let mut tree = Self {
            stack: stack.to_vec(),
            reports: u32::try_from(rows.len()).unwrap_or(u32::MAX),
            ..Self::default()
        };
        if !tree.enough() {
            return tree;
        }
        tree.worst = rows.iter().filter_map(|row| row.severity).max();
        tree.evidence = reports.read_first(READ_FIRST);
        tree.felt = code(grow(table, &rows, EFFECTS, is_felt));
        let failed = |fact: &Fact| match fact {
            Fact::Role(slug, Some(TechnologyRole::FailedComponent)) => stack.contains(slug),
            _ => false,
        };
        tree.failed = code(grow(table, &rows, stack.len(), failed));
        let modes = grow(table, &rows, MOST, is_mode);
        let mut covered = vec![false; rows.len()];
        for (number, mut mode) in modes {
            let mut of_mode = Vec::new();
            for (row, covered) in rows.iter().zip(&mut covered) {
                if row.facts.contains(&number) {
                    of_mode.push(*row);
                    *covered = true;
                }
            }
            let below = grow(table, &of_mode, MOST, is_before).into_iter();
            mode.below = below.map(|(_, branch)| branch).collect();
            tree.modes.push(mode);
        }
        let rest = covered.iter().filter(|covered| !**covered).count();
        tree.rest = u32::try_from(rest).unwrap_or(u32::MAX);
        let told = |fact: &Fact| {
            let mut below = tree.modes.iter().flat_map(|mode| &mode.below);
            below.any(|branch| branch.fact == *fact)
        };
        let untold = grow(table, &rows, MOST, |fact| is_before(fact) && !told(fact));
        tree.whichever = untold.into_iter().map(|(_, branch)| branch).collect();
        tree
    }

    /// Whether there are enough reports to draw it.
    pub fn enough(&self) -> bool {
        !self.stack.is_empty() && self.reports as usize >= MINIMUM
    }
}

fn is_mode(fact: &Fact) -> bool {
    matches!(fact, Fact::Code(list @ ListId::FailureModes, code) if says_something(*list, code))
}

fn is_before(fact: &Fact) -> bool {
    matches!(fact, Fact::Code(list @ (ListId::Triggers | ListId::Factors), code) if says_something(*list, code))
}

fn is_felt(fact: &Fact) -> bool {
    matches!(fact, Fact::Code(list @ ListId::ImpactKinds, code) if says_something(*list, code))
}

/// The facts of a sort that enough of these reports have, the most reported first.
pub(super) fn grow(
    table: &CodeTable,
    rows: &[&Row],
    most: usize,
    of_sort: impl Fn(&Fact) -> bool,
) -> Vec<(u32, Branch)> {
    let mut sums = vec![0_u32; table.facts().len()];
    for number in rows.iter().flat_map(|row| &row.facts) {
        if let Some(sum) = sums.get_mut(*number as usize) {
            *sum += 1;
        }
    }
    let facts = (0..).zip(table.facts().iter().zip(sums));
    let facts = facts.filter(|(_, (fact, sum))| *sum as usize >= MINIMUM && of_sort(fact));
    let mut lines: Vec<(u32, &Fact, u32)> = facts
        .map(|(number, (fact, reports))| (number, fact, reports))
        .collect();
    lines.sort_by_key(|(_, fact, reports)| (Reverse(*reports), *fact));
    lines.truncate(most);
    let mut ranks: BTreeMap<u32, Vec<Rank>> = BTreeMap::new();
    ranks.extend(lines.iter().map(|(number, ..)| (*number, Vec::new())));
    for row in rows {
        for number in &row.facts {
            if let Some(ranks) = ranks.get_mut(number) {
                ranks.push(row.rank());
            }
        }
    }
    let branch = |(number, fact, reports): (u32, &Fact, u32)| {
        let with = ranks.remove(&number).unwrap_or_default();
        let branch = Branch {
            fact: fact.clone(),
            reports,
            evidence: first(with.into_iter(), READ_FIRST),
            below: Vec::new(),
        };
        (number, branch)
    };
    lines.into_iter().map(branch).collect()
}

/// Codes and counts alone.
fn code(branches: Vec<(u32, Branch)>) -> Vec<Count> {
    let counts = branches.into_iter().filter_map(|(_, branch)| {
        let (Fact::Code(_, code) | Fact::Role(code, _)) = branch.fact else {
            return None;
        };
        Some(Count {
            code,
            reports: branch.reports,
        })
    });
    counts.collect()
}
