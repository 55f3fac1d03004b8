//! `candor serve`: the portal and the API over HTTP, and the jobs behind them.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use actix_web::middleware::from_fn;
use actix_web::{HttpServer, web};
use tracing_subscriber::EnvFilter;

use super::{Access, App, limit};
use crate::cli::{CliError, Outcome, note};
use crate::config::Config;
use crate::jobs::Corpus;
use crate::registry::Registry;
use crate::report::{Clock, SystemClock};
use crate::{api, portal, web as shared};

/// How often the outbox is looked at for what another process published.
const FOLLOW: Duration = Duration::from_secs(1);
/// How often the disk is cleared of what was withdrawn.
const PURGE_EVERY: u32 = 3600;

/// How often the list of what was withdrawn is brought up to date; the first time when the server
/// starts.
const LIST_EVERY: u32 = 60;

/// How often what is due is forgotten; the first time when the server starts.
const RETAIN_EVERY: u32 = 24 * 3600;

/// How often it is looked whether a digest is due; the first time when the server starts.
const DIGEST_EVERY: u32 = 3600;

/// How long to wait after something failed that may not pass at once.
const PATIENCE: Duration = Duration::from_mins(1);

/// Runs the command until it is told to stop.
pub(super) fn run(config: &Config) -> Result<Outcome, CliError> {
    log_to_stderr();
    let app = App::open(
        config,
        &(Arc::new(SystemClock) as Arc<dyn Clock>),
        Access::Writer,
    )
    .map_err(|error| CliError::io("cannot open the registry", error))?;
    serve(app, config.listen, |address| {
        note(&format!("Candor listens on http://{address}"));
    })
}

/// Serves an open registry; `ready` is told the address once requests are taken.
pub(super) fn serve(
    app: App,
    listen: SocketAddr,
    ready: impl FnOnce(SocketAddr),
) -> Result<Outcome, CliError> {
    let jobs = app.clone();
    let runtime = actix_web::rt::System::new();
    runtime.block_on(async move {
        let changes = shared::Changes::default();
        let server = HttpServer::new(move || {
            actix_web::App::new()
                .app_data(web::Data::new(shared::Shelf::new(changes.clone())))
                .wrap(from_fn(limit::limit))
                .wrap(from_fn(portal::speak))
                .wrap(from_fn(shared::headers::set))
                .wrap(from_fn(shared::spare))
                .wrap(from_fn(shared::keep))
                .configure(|config| routes(config, &app))
        })
        .keep_alive(Duration::from_secs(5))
        .client_request_timeout(Duration::from_secs(5))
        .max_connections(2000)
        .bind(listen)
        .map_err(|error| CliError::io(format!("cannot listen on {listen}"), error))?;
        ready(server.addrs().first().copied().unwrap_or(listen));
        let keeper = actix_web::rt::spawn(keep_corpus(Arc::clone(&jobs.corpus)));
        let watcher = actix_web::rt::spawn(watch_patterns(Arc::clone(&jobs.registry)));
        let follower = actix_web::rt::spawn(follow(jobs));
        let result = server.run().await;
        follower.abort();
        watcher.abort();
        keeper.abort();
        result.map_err(|error: io::Error| CliError::io("the server stopped", error))
    })?;
    Ok(Outcome::Fine)
}

/// Every address of the portal and the API, over the use cases of one registry.
pub fn routes(config: &mut web::ServiceConfig, app: &App) {
    if let Some(address) = &app.address {
        config.app_data(address.clone());
    }
    config
        .app_data(web::Data::from(Arc::clone(&app.intake)))
        .app_data(web::Data::from(Arc::clone(&app.limits)))
        .app_data(web::Data::from(Arc::clone(&app.review)))
        .app_data(web::Data::from(Arc::clone(&app.registry)))
        .app_data(web::Data::from(Arc::clone(&app.jobs)))
        .app_data(web::Data::from(Arc::clone(&app.indexer)))
        .app_data(web::Data::from(Arc::clone(&app.corpus)))
        .app_data(web::Data::from(Arc::clone(&app.voices)))
        .configure(api::routes)
        .configure(portal::routes);
}

/// Keeps the index up with the database, and the disk clear of what was taken back.
async fn follow(app: App) {
    let mut ticks: u32 = 0;
    // What cannot be made anew once will not be a second later, and each try reads all reports.
    let mut stuck = false;
    loop {
        actix_web::rt::time::sleep(FOLLOW).await;
        let retain = ticks.is_multiple_of(RETAIN_EVERY);
        let list = ticks.is_multiple_of(LIST_EVERY);
        let digest = ticks.is_multiple_of(DIGEST_EVERY);
        ticks = ticks.wrapping_add(1);
        let (indexer, jobs) = (Arc::clone(&app.indexer), Arc::clone(&app.jobs));
        let withdrawn = Arc::clone(&app.withdrawn);
        let purge = ticks.is_multiple_of(PURGE_EVERY);
        let anew = digest || !stuck;
        let done = web::block(move || {
            if let Err(error) = indexer.catch_up() {
                tracing::warn!("{error}; trying again");
            }
            if list && let Err(error) = withdrawn.keep() {
                tracing::warn!("{error}; trying again in a minute");
            }
            if retain && let Err(error) = jobs.retain() {
                tracing::warn!("{error}; trying again tomorrow, or run `candor retain`");
            }
            let mut failed = !anew;
            if anew && let Err(error) = jobs.make_anew() {
                failed = true;
                warn(
                    "digests and guides that named something withdrawn are tried again in an hour",
                    error,
                );
            }
            if digest && let Err(error) = jobs.issue_due() {
                warn(
                    "digests are tried again in an hour, or run `candor digest`",
                    error,
                );
            }
            if digest && let Err(error) = jobs.issue_guides_due() {
                warn("guides are gone through again in an hour", error);
            }
            let purged = if purge {
                jobs.purge()
            } else {
                jobs.purge_asked()
            };
            if let Err(error) = purged {
                tracing::info!("{error}; purging later");
            }
            failed
        })
        .await;
        match done {
            Ok(failed) => stuck = failed,
            Err(error) => tracing::warn!("{error}"),
        }
    }
}

/// Says what is done about an error, and all its causes.
fn warn(done: &str, error: impl std::error::Error + Send + Sync + 'static) {
    tracing::warn!("{}", CliError::io(done, error));
}

/// Looks through what was published for what comes together, beside the readers.
async fn watch_patterns(registry: Arc<Registry>) {
    loop {
        let registry = Arc::clone(&registry);
        if let Ok(Err(error)) = web::block(move || registry.keep_up()).await {
            tracing::warn!("{error}; trying again");
        }
        actix_web::rt::time::sleep(FOLLOW).await;
    }
}

/// Keeps the files for download: at once where none may be given out, else once an hour.
async fn keep_corpus(corpus: Arc<Corpus>) {
    let mut ticks: u32 = 0;
    loop {
        actix_web::rt::time::sleep(FOLLOW).await;
        ticks = ticks.wrapping_add(1);
        let corpus = Arc::clone(&corpus);
        let hour = ticks.is_multiple_of(PURGE_EVERY);
        let kept = web::block(move || {
            if hour {
                corpus.refresh()
            } else {
                corpus.ensure()
            }
        });
        if let Ok(Err(error)) = kept.await {
            tracing::warn!("{error}; trying again in a minute");
            actix_web::rt::time::sleep(PATIENCE).await;
        }
    }
}

/// What the program says about itself while it serves. Nothing of a request is ever logged.
pub(super) fn log_to_stderr() {
    let filter = EnvFilter::try_from_env("CANDOR_LOG")
        .unwrap_or_else(|_| EnvFilter::new("candor=info,actix_server=warn"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(io::stderr)
        .with_target(false)
        .init();
}
