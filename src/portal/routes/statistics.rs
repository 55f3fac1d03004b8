//! Counts over all reports: a page, and each chart to take along.

use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::{HttpResponse, web};

use super::answer::{self, Answer, refuse, wait};
use crate::portal::pages::{StatisticsPage, chart};
use crate::registry::{Registry, RegistryError};
use crate::review::Review;
use crate::web::ErrorCode;

pub(super) async fn page(registry: web::Data<Registry>, review: web::Data<Review>) -> Answer {
    let (counts, samples) =
        wait(move || Ok::<_, RegistryError>((registry.counts()?, registry.overview()?.samples)))
            .await?;
    let agreement = wait(move || review.public_agreement()).await?;
    let layout = StatisticsPage::layout().sample(samples);
    answer::page(StatisticsPage::new(layout, &counts, &agreement))
}

pub(super) async fn download(
    registry: web::Data<Registry>,
    review: web::Data<Review>,
    id: web::Path<String>,
) -> Answer {
    let counts = wait(move || registry.counts()).await?;
    let agreement = wait(move || review.public_agreement()).await?;
    let table = chart(&counts, &agreement, &id).ok_or_else(|| refuse(ErrorCode::NotFound))?;
    let name = format!("attachment; filename=\"candor-{id}.csv\"");
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8; header=present")
        .insert_header((CONTENT_DISPOSITION, name))
        .body(table.csv()))
}
