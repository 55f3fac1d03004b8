//! Checklists: the occasions, and one list as a page and as Markdown.

use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::{HttpRequest, HttpResponse, web};

use super::answer::{self, Answer, PageError, refuse, wait};
use super::asked::{AskedStack, offered, stack_of};
use crate::patterns::Occasion;
use crate::portal::Layout;
use crate::portal::pages::{ChecklistOf, ChecklistPage, ChecklistsPage};
use crate::registry::{Registry, RegistryError};
use crate::web::{ErrorCode, site};

pub(super) async fn list(registry: web::Data<Registry>, asked: web::Query<AskedStack>) -> Answer {
    let overview = wait(move || registry.overview()).await?;
    let of = asked_for(asked.into_inner(), offered(&overview));
    let layout = ChecklistsPage::layout(&of.typed).sample(overview.samples);
    answer::page(ChecklistsPage::new(layout, of))
}

pub(super) async fn one(
    registry: web::Data<Registry>,
    occasion: web::Path<String>,
    asked: web::Query<AskedStack>,
) -> Answer {
    answer::page(page(registry, &occasion, asked.into_inner()).await?)
}

pub(super) async fn file(
    request: HttpRequest,
    registry: web::Data<Registry>,
    occasion: web::Path<String>,
    asked: web::Query<AskedStack>,
) -> Answer {
    let page = page(registry, &occasion, asked.into_inner()).await?;
    let name = format!("attachment; filename=\"candor-checklist-{occasion}.md\"");
    Ok(HttpResponse::Ok()
        .content_type("text/markdown; charset=utf-8")
        .insert_header((CONTENT_DISPOSITION, name))
        .body(page.text(&site(&request))))
}

async fn page(
    registry: web::Data<Registry>,
    occasion: &str,
    asked: AskedStack,
) -> Result<ChecklistPage, PageError> {
    let occasion = Occasion::named(occasion).ok_or_else(|| refuse(ErrorCode::NotFound))?;
    wait(move || {
        let overview = registry.overview()?;
        let of = asked_for(asked, offered(&overview));
        let mut list = registry.checklist(occasion, &of.stack)?;
        let few = !of.stack.is_empty() && !list.enough();
        if few {
            list = registry.checklist(occasion, &[])?;
        }
        let layout = Layout::default().sample(overview.samples);
        Ok::<_, RegistryError>(ChecklistPage::new(layout, of, occasion, &list, few))
    })
    .await
}

fn asked_for(asked: AskedStack, names: Vec<String>) -> ChecklistOf {
    let (stack, unknown) = stack_of(&asked.stack);
    ChecklistOf {
        typed: asked.stack,
        stack,
        unknown,
        names,
    }
}
