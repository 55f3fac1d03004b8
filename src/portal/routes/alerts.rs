//! Alerts, as everybody reads them.

use actix_web::{HttpRequest, web};

use super::answer::{self, Answer, PageError, frame, refuse, wait};
use crate::export;
use crate::portal::pages::{AlertLine, AlertPage, AlertsPage};
use crate::portal::{Labels, Layout, ReportLine, Section, paths};
use crate::registry::{FoundAlert, Registry};
use crate::report::AlertId;
use crate::web::{ErrorCode, WebError, site};

pub(super) async fn list(registry: web::Data<Registry>, request: HttpRequest) -> Answer {
    let layout = Layout::public(
        Section::Home,
        "Alerts",
        "Hazards that others should look at: who is concerned, what was seen, what to check.",
    )
    .at(site(&request).address(paths::ALERTS));
    let layout = frame(&registry, layout).await?;
    let alerts = wait(move || registry.alerts()).await?;
    let lines = alerts.iter().map(AlertLine::new).collect();
    answer::page(AlertsPage::new(layout, lines))
}

pub(super) async fn one(
    registry: web::Data<Registry>,
    request: HttpRequest,
    id: web::Path<String>,
) -> Answer {
    let id: AlertId = id.parse().map_err(|_| refuse(ErrorCode::NotFound))?;
    let address = site(&request).address(&paths::alert(id));
    let layout = frame(&registry, Layout::default().at(address)).await?;
    let found = wait(move || registry.alert(id)).await?;
    let (alert, reports) = match found {
        FoundAlert::Alert(alert, reports) => (alert, reports),
        FoundAlert::Withdrawn(number) => return Err(withdrawn(number)),
        FoundAlert::Nothing => return Err(refuse(ErrorCode::NotFound)),
    };
    let labels = Labels::builtin();
    let lines = reports.iter();
    let lines = lines
        .map(|report| ReportLine::new(report, labels))
        .collect();
    answer::page(AlertPage::new(layout, &alert, lines))
}

fn withdrawn(number: u32) -> PageError {
    let detail = format!("Alert {number} was withdrawn. Its text is no longer here.");
    WebError::because(ErrorCode::Gone, detail).into()
}

pub(super) async fn feed(
    request: HttpRequest,
    registry: web::Data<Registry>,
    form: web::Path<String>,
) -> Answer {
    let site = site(&request);
    let alerts = wait(move || registry.public_alerts()).await?;
    answer::feed(
        &form,
        || export::alerts_atom(&alerts, &site),
        || export::alerts_json_feed(&alerts, &site),
    )
}
