//! What the reports say together: fault trees, chains, groups, as pages and to take along.

use std::sync::Arc;

use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::{HttpResponse, web};

use super::answer::{self, Answer, PageError, wait};
use super::asked::{AskedStack, offered, stack_of};
use crate::patterns::{BIAS, Mined, Samples};
use crate::portal::Table;
use crate::portal::pages::{
    BreaksOf, BreaksPage, ChainsPage, CombinationsPage, RetoldPage, TOGETHER,
};
use crate::registry::{Registry, RegistryError};

pub(super) async fn breaks(registry: web::Data<Registry>, asked: web::Query<AskedStack>) -> Answer {
    let asking = registry.clone();
    let of = tree(registry, asked.into_inner()).await?;
    let (mined, samples) = mined(asking).await?;
    let layout = BreaksPage::layout(&of.typed).sample(samples);
    answer::page(BreaksPage::new(layout, &of, &mined.pairs))
}

pub(super) async fn breaks_file(
    registry: web::Data<Registry>,
    form: web::Path<String>,
    asked: web::Query<AskedStack>,
) -> Answer {
    let of = tree(registry, asked.into_inner()).await?;
    Ok(file(&of.table(), &form, "What breaks what", "breaks"))
}

pub(super) async fn chains(registry: web::Data<Registry>) -> Answer {
    let (mined, samples) = mined(registry).await?;
    answer::page(ChainsPage::new(
        ChainsPage::layout().sample(samples),
        &mined,
    ))
}

pub(super) async fn retold(registry: web::Data<Registry>) -> Answer {
    let (mined, samples) = mined(registry).await?;
    answer::page(RetoldPage::new(
        RetoldPage::layout().sample(samples),
        &mined,
    ))
}

pub(super) async fn mined_file(
    registry: web::Data<Registry>,
    path: web::Path<(String, String)>,
) -> Answer {
    let (what, form) = path.into_inner();
    let (mined, _) = mined(registry).await?;
    Ok(if what == "chains" {
        file(
            &ChainsPage::table(&mined),
            &form,
            "What follows what",
            &what,
        )
    } else {
        file(
            &CombinationsPage::growth(&mined),
            &form,
            "New or growing",
            &what,
        )
    })
}

async fn mined(registry: web::Data<Registry>) -> Result<(Arc<Mined>, Samples), PageError> {
    wait(move || Ok::<_, RegistryError>((registry.mined()?, registry.overview()?.samples))).await
}

async fn tree(registry: web::Data<Registry>, asked: AskedStack) -> Result<BreaksOf, PageError> {
    let (mut stack, unknown) = stack_of(&asked.stack);
    let left_out = stack.split_off(TOGETHER.min(stack.len()));
    wait(move || {
        Ok::<_, RegistryError>(BreaksOf {
            tree: registry.breaks(&stack)?,
            typed: asked.stack,
            unknown,
            left_out,
            names: offered(registry.overview()?.as_ref()),
        })
    })
    .await
}

/// A table as CSV or as Markdown, with the bias statement.
pub(super) fn file(table: &Table, form: &str, title: &str, name: &str) -> HttpResponse {
    let (kind, body) = if form == "csv" {
        ("text/csv; charset=utf-8; header=present", table.csv())
    } else {
        let text = format!("# {title}\n\n{BIAS}\n\n{}", table.markdown());
        ("text/markdown; charset=utf-8", text)
    };
    let name = format!("attachment; filename=\"candor-{name}.{form}\"");
    HttpResponse::Ok()
        .content_type(kind)
        .insert_header((CONTENT_DISPOSITION, name))
        .body(body)
}
