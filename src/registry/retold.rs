//! Stories that several reports tell: chains and look-alikes, kept up beside the readers.

use super::follow::{Follows, follow};
use super::{Registry, RegistryError};
use crate::anonymise::RedactedText;
use crate::patterns::{Chain, Cluster, Fact, Label, Stories};
use crate::report::{PublicReport, ReportId};
use crate::storage::published;
use crate::tagging::Tagger;

/// Reports of a group that are read for what they have in common, the fullest.
const READ: usize = 12;

/// Stories as of one place in the outbox.
#[derive(Debug, Default)]
pub(super) struct Retold {
    head: i64,
    stories: Stories,
}

impl Follows for Stories {
    fn put(&mut self, public: &PublicReport<RedactedText>) {
        Self::put(self, public, speaks);
    }

    fn forget(&mut self, id: ReportId) {
        self.remove(id);
    }
}

/// Technologies and codes of which a text speaks, in its order.
fn speaks(text: &str) -> Vec<Fact> {
    let tags = Tagger::builtin().tag(text);
    let named = tags.technologies.into_iter();
    let named = named.map(|of| (of.start, Fact::Technology(of.slug)));
    let said = tags.cues.into_iter();
    let said = said.map(|of| (of.start, Fact::Code(of.list, of.code)));
    let mut found: Vec<(usize, Fact)> = named.chain(said).collect();
    found.sort();
    found.into_iter().map(|(_, fact)| fact).collect()
}

impl Registry {
    /// Chains and groups of look-alikes, after a look at what changed.
    pub(super) fn retell(
        &self,
        retold: &mut Retold,
    ) -> Result<(Vec<Chain>, Vec<Cluster>), RegistryError> {
        // Taken out while it changes: a change that fails half-way leaves none, not a wrong one.
        let mut known = std::mem::take(retold);
        known.head = self
            .storage
            .read(|tx| follow(tx, &mut known.stories, known.head))?;
        let (chains, mut clusters) = (known.stories.chains(), known.stories.clusters());
        *retold = known;
        for cluster in &mut clusters {
            let ids: Vec<ReportId> = cluster.reports.iter().take(READ).copied().collect();
            let read = self.storage.read(|tx| published::many(tx, &ids))?;
            cluster.label = Label::of(&read);
        }
        Ok((chains, clusters))
    }
}
