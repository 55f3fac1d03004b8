//! What programs read: the page about it, the reference of the API, the whole corpus as files.

use std::fs::File;
use std::io::Read;

use actix_web::body::SizedStream;
use actix_web::http::header::{CONTENT_DISPOSITION, ETAG, IF_NONE_MATCH};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse, web};
use futures_util::stream;
use serde_json::json;

use super::answer::{self, Answer, PageError, frame, refuse, wait};
use crate::export;
use crate::jobs::{CORPUS_TABLES, Corpus, Manifest};
use crate::portal::pages::{ApiPage, DataPage, DictionaryPage};
use crate::portal::{Layout, Section, paths};
use crate::registry::Registry;
use crate::web::{ErrorCode, WebError, openapi, site};

/// Bytes of a file that are sent at once.
const PART: usize = 256 * 1024;

pub(super) async fn data(
    request: HttpRequest,
    registry: web::Data<Registry>,
    corpus: web::Data<Corpus>,
) -> Answer {
    let layout = Layout::public(
        Section::About,
        "Data and API",
        "Downloads, feeds, and the same answers as JSON.",
    );
    let manifest = wait(move || corpus.current()).await?;
    let layout = frame(&registry, layout).await?;
    answer::page(DataPage::new(layout, manifest, &site(&request).to_string()))
}

pub(super) async fn dictionary(registry: web::Data<Registry>) -> Answer {
    let layout = Layout::public(
        Section::About,
        "Data dictionary",
        "What each field of the downloads means.",
    );
    let layout = frame(&registry, layout.at(paths::DICTIONARY)).await?;
    answer::page(DictionaryPage::new(layout, openapi(), CORPUS_TABLES))
}

pub(super) async fn api(request: HttpRequest, registry: web::Data<Registry>) -> Answer {
    let layout = Layout::public(
        Section::About,
        "API",
        "Every address of the API, with examples to copy.",
    );
    let layout = frame(&registry, layout.at(paths::API)).await?;
    answer::page(ApiPage::new(layout, openapi(), &site(&request).to_string()))
}

/// Feeds have no page of their own.
pub(super) async fn feeds() -> Answer {
    Ok(answer::see_other("/data#feeds"))
}

/// What there is to take away, for programs.
pub(super) async fn manifest(corpus: web::Data<Corpus>) -> Answer {
    let manifest = wait(move || corpus.current()).await?;
    let Manifest {
        week,
        reports,
        files,
        ..
    } = manifest.ok_or_else(none_yet)?;
    let told = json!({ "week": week, "reports": reports, "files": files });
    Ok(HttpResponse::Ok().json(told))
}

/// What the registry and its data are, in the words of schema.org.
pub(super) async fn linked(request: HttpRequest, corpus: web::Data<Corpus>) -> Answer {
    let manifest = wait(move || corpus.current()).await?;
    let files = manifest.into_iter().flat_map(|manifest| manifest.files);
    let files: Vec<String> = files.map(|file| file.name).collect();
    Ok(HttpResponse::Ok()
        .content_type("application/ld+json")
        .body(export::linked_registry(&site(&request), &files).to_string()))
}

/// The checksums as `sha256sum --check` reads them.
pub(super) async fn checksums(corpus: web::Data<Corpus>) -> Answer {
    let manifest = wait(move || corpus.current()).await?;
    let files = manifest.ok_or_else(none_yet)?.files;
    let lines = files
        .iter()
        .map(|file| format!("{}  {}\n", file.sha256, file.name));
    Ok(HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .body(lines.collect::<String>()))
}

/// One of the files.
pub(super) async fn file(
    request: HttpRequest,
    corpus: web::Data<Corpus>,
    name: web::Path<String>,
) -> Answer {
    let name = format!("candor-{name}.gz");
    let found = wait(move || corpus.open(&name)).await?;
    let (about, open) = found.ok_or_else(|| refuse(ErrorCode::NotFound))?;
    let tag = format!("\"{}\"", about.sha256);
    let known = request.headers().get(IF_NONE_MATCH);
    if known.is_some_and(|known| known.to_str().is_ok_and(|known| known.contains(&tag))) {
        return Ok(HttpResponse::NotModified()
            .insert_header((ETAG, tag))
            .finish());
    }
    let disposition = format!("attachment; filename=\"{}\"", about.name);
    Ok(HttpResponse::Ok()
        .content_type("application/gzip")
        .insert_header((ETAG, tag))
        .insert_header((CONTENT_DISPOSITION, disposition))
        .body(SizedStream::new(about.bytes, parts(open))))
}

fn parts(file: File) -> impl stream::Stream<Item = Result<Bytes, actix_web::Error>> + 'static {
    stream::unfold(Some(file), |file| async move {
        let mut file = file?;
        let read = web::block(move || {
            let mut part = Vec::with_capacity(PART);
            let read = file.by_ref().take(PART as u64).read_to_end(&mut part);
            read.map(|_| (part, file))
        });
        let read = match read.await.map_err(WebError::from) {
            Ok(read) => read.map_err(|error| WebError::caused(ErrorCode::Internal, error)),
            Err(error) => Err(error),
        };
        match read {
            Ok((part, _)) if part.is_empty() => None,
            Ok((part, file)) => Some((Ok(Bytes::from(part)), Some(file))),
            Err(error) => Some((Err(PageError::from(error).into()), None)),
        }
    })
}

fn none_yet() -> PageError {
    let why = "There is nothing to download just now: no report is public yet, or one was withdrawn and the files are being made anew.";
    WebError::because(ErrorCode::NotFound, why).into()
}
