//! The trail of what was done at the desk, to read and to take along.

use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::answer::{self, Answer, wait};
use super::signed::{ReadTrail, Signed, layout};
use crate::portal::pages::AuditPage;
use crate::portal::paths;
use crate::review::{Act, Review, ReviewError};

/// Deeds on one page.
const LIMIT: u32 = 100;

#[derive(Deserialize)]
pub(super) struct Part {
    before: Option<i64>,
}

pub(super) async fn trail(
    staff: Signed<ReadTrail>,
    part: web::Query<Part>,
    review: web::Data<Review>,
) -> Answer {
    let before = part.before;
    let (deeds, finding) = wait(move || {
        let deeds = review.deeds(before, LIMIT + 1)?;
        // The whole trail is looked at once, above its latest rows.
        let finding = before
            .is_none()
            .then(|| review.verify_audit())
            .transpose()?;
        Ok::<_, ReviewError>((deeds, finding))
    })
    .await?;
    let mut deeds = deeds;
    let more = deeds.len() > LIMIT as usize;
    deeds.truncate(LIMIT as usize);
    let earlier = deeds.last().filter(|_| more);
    let earlier = earlier.map(|deed| format!("{}?before={}", paths::AUDIT, deed.seq));
    let layout = layout(&staff, "What was done at the desk");
    answer::page(AuditPage::new(layout, deeds, finding, earlier))
}

pub(super) async fn export(staff: Signed<ReadTrail>, review: web::Data<Review>) -> Answer {
    let by = staff.id;
    let trail = wait(move || {
        review.note(by, Act::TrailExported, None)?;
        Ok::<_, ReviewError>(review.export_audit()?)
    })
    .await?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/x-ndjson"))
        .insert_header((
            CONTENT_DISPOSITION,
            "attachment; filename=\"candor-audit.ndjson\"",
        ))
        .body(trail))
}
