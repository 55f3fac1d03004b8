//! The samples in a registry of their own, as readers find them.

use std::collections::HashMap;
use std::error::Error;
use std::num::NonZeroU8;
use std::path::Path;
use std::sync::Arc;

use candor::app::{Access, App, samples};
use candor::auth::Nonce;
use candor::config::Config;
use candor::registry::SearchRequest;
use candor::report::{Clock, Period, ReportId, SystemClock};
use candor::review::Extent;
use candor::storage::DatabaseUrl;
use candor::storage::accounts::Role;

/// Every sample, published, with its number.
pub(crate) struct Library {
    pub(crate) app: App,
    pub(crate) numbers: HashMap<ReportId, usize>,
}

impl Library {
    /// Sends the samples the whole way into a registry in a folder.
    pub(crate) fn publish(folder: &Path) -> Result<Self, Box<dyn Error>> {
        let config = Config {
            database: DatabaseUrl::Sqlite(folder.join("candor.sqlite")),
            data: folder.to_owned(),
            listen: ([127, 0, 0, 1], 0).into(),
            approvals: NonZeroU8::MIN,
            address: None,
            proxies: 0,
        };
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let app = App::open(&config, &clock, Access::Writer)?;
        let month = Period::month_of(clock.now());
        let analyst = app
            .review
            .add_account("analyst", &Nonce::random().text(), Role::Analyst)?;
        let mut numbers = HashMap::new();
        for sample in samples()? {
            let draft = sample.draft(month)?;
            let kept = app.intake.submit(draft, &Nonce::random(), true)?;
            app.review.approve(kept.id, analyst)?;
            app.review.publish(kept.id, analyst, Extent::Full)?;
            let number = sample.file.split('-').next().unwrap_or_default().parse()?;
            numbers.insert(kept.id, number);
        }
        app.indexer.catch_up()?;
        Ok(Self { app, numbers })
    }

    /// The samples on the first page of an answer, in order.
    pub(crate) fn search(&self, query: &str) -> Result<Vec<usize>, Box<dyn Error>> {
        let page = self.app.registry.search(&SearchRequest {
            text: query.to_owned(),
            limit: 20,
            ..SearchRequest::default()
        })?;
        let shown = page.hits.iter().chain(&page.nearly);
        Ok(shown
            .filter_map(|hit| self.numbers.get(&hit.report.id).copied())
            .collect())
    }
}
