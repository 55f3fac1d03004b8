//! Agreement on codes, and words that were missed in the lists.

use actix_web::web;
use serde::Deserialize;

use super::answer::{self, Answer, refuse, see_other, wait};
use super::signed::{ChangeTerms, Posted, ReadReports, Signed, layout};
use crate::portal::pages::{AgreementPage, TermLine, TermsPage};
use crate::portal::paths;
use crate::review::{Review, TermStatus};
use crate::web::ErrorCode;

pub(super) async fn agreement(staff: Signed<ReadReports>, review: web::Data<Review>) -> Answer {
    let agreement = wait(move || review.agreement()).await?;
    let layout = layout(&staff, "Agreement on codes");
    answer::page(AgreementPage::new(layout, &agreement))
}

#[derive(Deserialize)]
pub(super) struct Shown {
    #[serde(default)]
    status: String,
}

pub(super) async fn list(
    staff: Signed<ReadReports>,
    shown: web::Query<Shown>,
    review: web::Data<Review>,
) -> Answer {
    let status = TermStatus::parse(&shown.status).unwrap_or(TermStatus::Open);
    let terms = wait(move || review.missed_terms(status)).await?;
    let layout = layout(&staff, "Words that were missed");
    let lines = terms.iter().map(TermLine::new).collect();
    answer::page(TermsPage::new(layout, lines, status))
}

pub(super) async fn decide(
    Posted { staff, fields }: Posted<ChangeTerms>,
    review: web::Data<Review>,
) -> Answer {
    let status = TermStatus::parse(fields.first("status"));
    let (Some(status), Ok(id)) = (status, fields.first("term").parse()) else {
        return Err(refuse(ErrorCode::BadRequest));
    };
    let by = staff.id;
    wait(move || review.decide_term(id, by, status)).await?;
    Ok(see_other(paths::DESK_TERMS))
}
