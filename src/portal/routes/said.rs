//! What readers say of a report: asked once more, then counted.

use actix_web::{HttpRequest, web};

use super::answer::{self, Answer, frame, refuse, wait};
use crate::intake::Intake;
use crate::portal::forms::Fields;
use crate::portal::pages::SaidPage;
use crate::portal::{Layout, Section};
use crate::registry::{Found, Registry};
use crate::report::{Reaction, ReportId};
use crate::web::{ErrorCode, Voices, body, guard};

/// A press of a button asks; the answer to that question, with its ticket, counts.
pub(super) async fn said(
    request: HttpRequest,
    payload: web::Payload,
    id: web::Path<String>,
    registry: web::Data<Registry>,
    intake: web::Data<Intake>,
    voices: web::Data<Voices>,
) -> Answer {
    guard::same_origin(&request)?;
    let id: ReportId = id.parse().map_err(|_| refuse(ErrorCode::NotFound))?;
    let fields = Fields::new(body::form(&request, payload).await?.fields);
    let reaction =
        Reaction::parse(fields.first("said")).ok_or_else(|| refuse(ErrorCode::BadRequest))?;
    let known = registry.clone();
    match wait(move || known.report(id)).await? {
        Found::Report(_) => {}
        Found::Withdrawn => return Err(refuse(ErrorCode::Gone)),
        Found::Nothing => return Err(refuse(ErrorCode::NotFound)),
    }
    let ticket = fields.first("ticket");
    let title = if ticket.is_empty() {
        "One more press"
    } else {
        "Thank you"
    };
    let layout = frame(&registry, Layout::private(Section::Search, title)).await?;
    if ticket.is_empty() {
        let ticket = voices.ticket(id, reaction);
        return answer::page(SaidPage::new(layout, id, reaction, Some(ticket)));
    }
    if voices.admit(&request, id, reaction, ticket) {
        wait(move || intake.react(id, reaction)).await?;
    }
    // Whether it was counted is not told: it would help whoever counts twice.
    answer::page(SaidPage::new(layout, id, reaction, None))
}
