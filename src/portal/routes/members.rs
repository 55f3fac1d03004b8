//! Organisations that are members: registering them at the desk, and what they find at their own
//! address.

use actix_web::http::header::ContentType;
use actix_web::{HttpRequest, HttpResponse, web};

use super::answer::{self, Answer, PageError, refuse, see_other, wait};
use super::digests;
use super::signed::{ManageMembers, Posted, Signed, layout};
use crate::auth::{MemberToken, Nonce};
use crate::jobs::Jobs;
use crate::portal::pages::{ConfirmPage, MemberPage, MembersPage};
use crate::portal::{Layout, Section, paths};
use crate::report::MemberId;
use crate::review::{Member, Review, ReviewError, Staff};
use crate::web::{ErrorCode, WebError, site};

pub(super) async fn list(staff: Signed<ManageMembers>, review: web::Data<Review>) -> Answer {
    answer::page(page(&staff, &review, String::new(), None).await?)
}

async fn page(
    staff: &Staff,
    review: &web::Data<Review>,
    problem: String,
    link: Option<String>,
) -> Result<MembersPage, PageError> {
    let review = review.clone();
    let members = wait(move || review.members()).await?;
    Ok(MembersPage::new(
        layout(staff, "Members"),
        members,
        (problem, link),
        Nonce::random().text(),
    ))
}

pub(super) async fn change(
    request: HttpRequest,
    Posted { staff, fields }: Posted<ManageMembers>,
    review: web::Data<Review>,
) -> Answer {
    let (desk, by) = (review.clone(), staff.id);
    if let Ok(id) = fields.first("member").parse::<MemberId>() {
        if fields.first("confirm") != "yes" {
            let members = wait(move || desk.members()).await?;
            let known = members.into_iter().find(|member| member.id == id);
            let name = known.ok_or_else(|| refuse(ErrorCode::NotFound))?.name;
            let layout = layout(&staff, "Remove a member?");
            return answer::page(ConfirmPage::remove_member(layout, name, id.to_string()));
        }
        wait(move || desk.remove_member(by, id)).await?;
        return Ok(see_other(paths::MEMBERS));
    }
    let name = fields.first("name").trim().to_owned();
    let note = fields.first("note").trim().to_owned();
    let form = fields.first("nonce").parse();
    let form = form.unwrap_or_else(|_| Nonce::random());
    let tried = web::block(move || desk.register_member(by, &name, &note, &form)).await;
    match tried.map_err(WebError::from)? {
        Ok(token) => {
            let link = format!("{}{}/{}", site(&request), paths::MEMBER, *token.text());
            answer::page(page(&staff, &review, String::new(), Some(link)).await?)
        }
        Err(error) => {
            let error = WebError::from(error);
            match error.code {
                ErrorCode::Unprocessable | ErrorCode::Conflict => {
                    let problem = error.detail.unwrap_or_default();
                    let page = page(&staff, &review, problem, None).await?;
                    answer::with_status(error.code.status(), page)
                }
                _ => Err(error.into()),
            }
        }
    }
}

pub(super) async fn member(
    token: web::Path<String>,
    review: web::Data<Review>,
    jobs: web::Data<Jobs>,
) -> Answer {
    let member = known(&token, &review).await?;
    let layout = Layout::private(Section::Home, "For members");
    answer::page(MemberPage::new(
        layout,
        member.name,
        &token,
        jobs.this_month(),
    ))
}

/// The issue of this month as it would be today: of public reports only, and kept nowhere.
pub(super) async fn draft(
    token: web::Path<String>,
    review: web::Data<Review>,
    jobs: web::Data<Jobs>,
) -> Answer {
    known(&token, &review).await?;
    let digest = wait(move || jobs.compile(jobs.this_month())).await?;
    let body = digests::standalone(&digest)
        .map_err(|error| WebError::caused(ErrorCode::Internal, error))?;
    Ok(HttpResponse::Ok()
        .content_type(ContentType::html())
        .body(body))
}

async fn known(text: &str, review: &web::Data<Review>) -> Result<Member, PageError> {
    let nobody = || refuse(ErrorCode::NotFound);
    let token: MemberToken = text.parse().map_err(|_| nobody())?;
    let review = review.clone();
    let member = wait(move || Ok::<_, ReviewError>(review.member(&token)?)).await?;
    member.ok_or_else(nobody)
}
