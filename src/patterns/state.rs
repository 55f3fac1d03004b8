//! In which state a component was, as others that depend on it saw it.

use std::collections::BTreeMap;

use crate::report::{ComponentProblem, DependencyState, Report, Slug, TechnologyRole};

use super::fact::{sure, took_part};

/// The state of each component that a report tells of, from codes alone.
///
/// 1. The state that somebody coded.
/// 2. Without one, what was wrong with the component: `failed` and `unavailable` mean down,
///    `malfunctioning` degraded, `misoperated-interface` misconfigured (it did as it was told), and
///    `worked-as-designed-but-unexpected` healthy. `design-limit` says nothing of a state.
/// 3. Without that, the report's failure modes ([`of_mode`]), and only where there is no doubt
///    which component they are about and what they say: one technology is coded as failed, or only
///    one took part at all, and every mode that means a state means the same.
///
/// Where none of these holds there is no state. Words of the report are never read.
pub fn states<T>(report: &Report<T>) -> BTreeMap<Slug, DependencyState> {
    let mut states = BTreeMap::new();
    let part = || report.technologies.iter().filter(|used| took_part(used));
    for used in part() {
        let state = used.state.or_else(|| used.problem.and_then(of_problem));
        if let Some(state) = state {
            states.entry(used.slug.clone()).or_insert(state);
        }
    }
    let mut failed: Vec<&Slug> = part()
        .filter(|used| used.role == Some(TechnologyRole::FailedComponent))
        .map(|used| &used.slug)
        .collect();
    if failed.is_empty() {
        failed = part().map(|used| &used.slug).collect();
    }
    failed.sort_unstable();
    failed.dedup();
    let mut said: Vec<_> = sure(&report.failure_modes).filter_map(of_mode).collect();
    said.dedup();
    if let ([component], [state]) = (failed.as_slice(), said.as_slice()) {
        states.entry((*component).clone()).or_insert(*state);
    }
    states
}

fn of_problem(problem: ComponentProblem) -> Option<DependencyState> {
    match problem {
        ComponentProblem::Failed | ComponentProblem::Unavailable => Some(DependencyState::Down),
        ComponentProblem::Malfunctioning => Some(DependencyState::Degraded),
        ComponentProblem::MisoperatedInterface => Some(DependencyState::Misconfigured),
        ComponentProblem::WorkedAsDesignedButUnexpected => Some(DependencyState::Healthy),
        ComponentProblem::DesignLimit => None,
    }
}

/// The state that a failure mode means for whoever depends on the component, by the definition of
/// the mode: `None` for modes that are about the ways between components, or that can show as
/// several states.
pub fn of_mode(mode: &Slug) -> Option<DependencyState> {
    Some(match mode.as_str() {
        "overload"
        | "queue-backlog"
        | "cpu-throttling"
        | "noisy-neighbour"
        | "hot-partition"
        | "deadlock-or-lock-contention"
        | "query-plan-or-index-regression" => DependencyState::Slow,
        "partial-or-grey-failure"
        | "connection-pool-exhaustion"
        | "cold-cache"
        | "stale-cache-or-dns"
        | "silent-corruption"
        | "replication-lag-or-break"
        | "split-brain"
        | "load-balancer-misrouting"
        | "packet-loss-or-mtu-or-conntrack" => DependencyState::Degraded,
        "memory-exhaustion"
        | "disk-full"
        | "single-point-of-failure"
        | "failed-failover"
        | "accidental-deletion"
        | "expired-credential-or-certificate"
        | "hardware-or-facility-fault"
        | "kernel-or-hypervisor-fault"
        | "name-resolution" => DependencyState::Down,
        "misconfiguration"
        | "invalid-config-accepted"
        | "config-drift"
        | "permission-or-auth-failure" => DependencyState::Misconfigured,
        _ => return None,
    })
}
