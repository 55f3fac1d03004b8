//! `GET /api/v1/openapi.json`: what the API says of itself.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::answer;
use crate::web::openapi;

pub(super) async fn get() -> HttpResponse {
    answer::json(StatusCode::OK, openapi())
}
