//! Handing in manifests: read in memory, answered with the reports that fit, and forgotten.

use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::{HttpRequest, HttpResponse, web};

use super::answer::{self, Answer, PageError, frame, wait};
use crate::anonymise::RawText;
use crate::portal::forms::Fields;
use crate::portal::pages::{Recognised, StackAnswerPage, StackPage};
use crate::portal::{Labels, Layout, Said, Section, paths};
use crate::registry::{Registry, RegistryError};
use crate::report::Slug;
use crate::stack::{self, Manifest, Stack, Unreadable};
use crate::taxonomy::Taxonomy;
use crate::web::body::MAX_MANIFESTS;
use crate::web::{ErrorCode, Limits, Upload, WebError, body, guard};

/// Reports on the page.
const REPORTS: usize = 10;

pub(super) async fn ask(registry: web::Data<Registry>) -> Answer {
    let layout = frame(&registry, asking()).await?;
    answer::page(StackPage::new(layout, MAX_MANIFESTS))
}

fn asking() -> Layout {
    Layout::public(
        Section::Technologies,
        "What goes wrong with your stack",
        "Hand in a compose file, a lock file or an SBOM and get the incidents that match.",
    )
}

/// The reports that fit what was pasted or chosen.
pub(super) async fn answer(
    request: HttpRequest,
    payload: web::Payload,
    registry: web::Data<Registry>,
) -> Answer {
    let upload = received(&request, payload).await?;
    let manifests = manifests(upload);
    let layout = frame(
        &registry,
        Layout::private(
            Section::Technologies,
            "Your stack, and what happened elsewhere",
        ),
    )
    .await?;
    let typed = manifests.iter().find(|manifest| manifest.name.is_none());
    let typed = typed
        .map(|manifest| manifest.text.clone())
        .unwrap_or_default();
    let (stack, read, problems) = web::block(move || read_all(&manifests))
        .await
        .map_err(WebError::from)?;
    if read == 0 {
        let mut page = StackPage::new(frame(&registry, asking()).await?, MAX_MANIFESTS);
        page.typed = typed;
        page.problems = problems;
        return answer::with_status(StatusCode::UNPROCESSABLE_ENTITY, page);
    }
    let labels = Labels::builtin();
    let (stack, found) = ask_registry(registry, stack).await?;
    answer::page(StackAnswerPage::new(
        layout,
        recognised(&stack, labels),
        stack.unknown(),
        problems,
        &found,
        labels,
    ))
}

/// The checklist for technologies that an earlier answer named; their names are all it takes.
pub(super) async fn checklist(
    request: HttpRequest,
    payload: web::Payload,
    registry: web::Data<Registry>,
) -> Answer {
    guard::same_origin(&request)?;
    let fields = Fields::new(body::form(&request, payload).await?.fields);
    let slugs: Vec<Slug> = fields
        .all("technology")
        .filter_map(|text| text.parse().ok())
        .filter(|slug| Taxonomy::builtin().technology(slug).is_some())
        .collect();
    let (stack, found) = ask_registry(registry, Stack::of(slugs)).await?;
    Ok(HttpResponse::Ok()
        .content_type("text/markdown; charset=utf-8")
        .insert_header((
            CONTENT_DISPOSITION,
            "attachment; filename=\"candor-checklist.md\"",
        ))
        .body(found.markdown(&stack)))
}

async fn ask_registry(
    registry: web::Data<Registry>,
    stack: Stack,
) -> Result<(Stack, stack::Answer), PageError> {
    wait(move || {
        let found = registry.answer_stack(&stack, REPORTS)?;
        Ok::<_, RegistryError>((stack, found))
    })
    .await
}

async fn received(request: &HttpRequest, payload: web::Payload) -> Result<Upload, WebError> {
    guard::same_origin(request)?;
    body::form_within(request, payload, Limits::MANIFESTS)
        .await
        .map_err(|error| match error.code {
            ErrorCode::TooLarge => WebError::because(
                ErrorCode::TooLarge,
                "All files together may have up to 4 MiB. Hand in fewer at once, or use “candor \
                 stack” on your own machine, which takes more.",
            ),
            ErrorCode::UnsupportedMediaType => WebError::because(
                ErrorCode::UnsupportedMediaType,
                "A file is not text in UTF-8. Hand in the manifest itself, not an archive of it.",
            ),
            _ => error,
        })
}

/// What was pasted, then the files.
fn manifests(upload: Upload) -> Vec<Manifest> {
    let Upload { fields, files, .. } = upload;
    let mut names = files.into_iter().peekable();
    let mut manifests = Vec::new();
    for (place, (field, text)) in fields.into_iter().enumerate() {
        let name = names
            .next_if(|(of, _)| *of == place)
            .map(|(_, name)| RawText::new(name));
        let text = RawText::new(text);
        if ["text", "file"].contains(&field.as_str()) && (name.is_some() || !text.is_blank()) {
            manifests.push(Manifest { name, text });
        }
    }
    manifests
}

/// The stack, how many manifests could be read, and why the others could not.
fn read_all(manifests: &[Manifest]) -> (Stack, usize, Vec<Said>) {
    let (mut stack, mut read, mut files, mut problems) = (Stack::default(), 0, 0, Vec::new());
    for manifest in manifests {
        files += usize::from(manifest.name.is_some());
        match stack.read(manifest) {
            Ok(_) => read += 1,
            Err(error) if manifest.name.is_none() => {
                problems.push(say!("stack-pasted-unusable", why = why(error)));
            }
            Err(error) => {
                problems.push(say!("stack-file-unusable", file = files, why = why(error)));
            }
        }
    }
    if manifests.is_empty() {
        problems.push(say!("stack-nothing-here"));
    }
    (stack, read, problems)
}

/// Why a manifest could not be read, and what to do.
fn why(error: Unreadable) -> Said {
    match error {
        Unreadable::Broken { format, line } => {
            say!("stack-broken", format = format, line = line)
        }
        other => say!("stack-unreadable", why = word!(other.to_string())),
    }
}

fn recognised(stack: &Stack, labels: Labels) -> Vec<Recognised> {
    stack
        .uses()
        .map(|used| {
            let technology = labels.technology(used.slug);
            Recognised {
                href: paths::technology(used.slug.as_str()),
                slug: used.slug.to_string(),
                label: technology.label,
                said_by: used.said_by.iter().cloned().collect::<Vec<_>>().join(", "),
            }
        })
        .collect()
}
