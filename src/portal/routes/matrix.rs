//! The resiliency matrix: a page, a worksheet, and tables to take along.

use actix_web::web;

use super::answer::{self, Answer, PageError, wait};
use super::asked::{AskedStack, offered, stack_of};
use super::patterns::file;
use crate::patterns::Samples;
use crate::portal::pages::{MatrixOf, MatrixPage, WorksheetPage};
use crate::portal::{Layout, Section, paths};
use crate::registry::{Registry, RegistryError};

const ABOUT: &str = "What happened when a component was slow, degraded, down or misconfigured, and what contained it.";

pub(super) async fn page(registry: web::Data<Registry>, asked: web::Query<AskedStack>) -> Answer {
    let (of, samples) = matrix(registry, asked.into_inner()).await?;
    let layout = Layout::public(Section::Patterns, "Resiliency matrix", ABOUT)
        .at(paths::with_stack(paths::MATRIX, &of.typed))
        .sample(samples);
    answer::page(MatrixPage::new(layout, &of))
}

pub(super) async fn worksheet(
    registry: web::Data<Registry>,
    asked: web::Query<AskedStack>,
) -> Answer {
    let (of, samples) = matrix(registry, asked.into_inner()).await?;
    let layout = Layout::public(Section::Patterns, "Resiliency worksheet", ABOUT)
        .at(paths::with_stack(paths::WORKSHEET, &of.typed))
        .sample(samples);
    answer::page(WorksheetPage::new(layout, &of))
}

pub(super) async fn download(
    registry: web::Data<Registry>,
    form: web::Path<String>,
    asked: web::Query<AskedStack>,
) -> Answer {
    let (of, _) = matrix(registry, asked.into_inner()).await?;
    Ok(file(&of.table(), &form, "Resiliency matrix", "matrix"))
}

/// The matrix asked for, and whether this registry holds invented reports.
async fn matrix(
    registry: web::Data<Registry>,
    asked: AskedStack,
) -> Result<(MatrixOf, Samples), PageError> {
    let (stack, unknown) = stack_of(&asked.stack);
    wait(move || {
        let overview = registry.overview()?;
        let matrix = if stack.is_empty() {
            registry.matrix()?.as_ref().clone()
        } else {
            registry.matrix_of(&stack)?
        };
        let of = MatrixOf {
            typed: asked.stack,
            stack,
            unknown,
            matrix,
            total: overview.total,
            names: offered(&overview),
        };
        Ok::<_, RegistryError>((of, overview.samples))
    })
    .await
}
