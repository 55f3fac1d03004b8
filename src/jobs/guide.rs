//! Best-practice guides: issued once a month where they have something new to say.

use super::codes::Codes;
use super::digest_files::{DigestFile, FilesError, Forms, Kept};
use super::{DigestError, Jobs};
use crate::anonymise::RedactedText;
use crate::digests::{EVIDENCE, Guide, GuideMaterial, STORIES_READ, Subject};
use crate::report::Period;
use crate::storage::{ReadTx, StorageError, guides, outbox, published, settings};
use crate::taxonomy::Taxonomy;

/// Where the month is kept in which all guides were gone through.
const GONE_THROUGH: &str = "guides-month";

impl Jobs {
    /// Goes through the guides once a month: issues those that have something new to say, and takes
    /// away those that too few reports stand behind by now. Answers which were issued.
    pub fn issue_guides_due(&self) -> Result<Vec<Subject>, DigestError> {
        let month = self.this_month();
        let done = self.storage.read(|tx| settings::get(tx, GONE_THROUGH))?;
        if done == Some(month.to_string()) {
            return Ok(Vec::new());
        }
        self.issue_guides()
    }

    /// The same at any time. The registry is read beside its writer; where it changed meanwhile,
    /// nothing is issued and the guides stay due.
    pub fn issue_guides(&self) -> Result<Vec<Subject>, DigestError> {
        let month = self.this_month();
        let (head, next, gone) = self.storage.read(|tx| {
            let head = outbox::head(tx)?;
            let codes = Codes::read(tx)?;
            let subjects = subjects(&codes);
            let mut gone = guides::list(tx)?;
            gone.retain(|card| !subjects.contains(&card.subject));
            let mut next = Vec::new();
            for subject in subjects {
                let guide = next_guide(tx, &codes, &subject, month)?;
                next.extend(guide.filter(Guide::is_news));
            }
            Ok::<_, StorageError>((head, next, gone))
        })?;
        Ok(self.storage.write(|tx| {
            if outbox::head(tx)? != head {
                return Ok(Vec::new());
            }
            for card in gone {
                guides::remove(tx, card.subject.slug())?;
            }
            let mut issued = Vec::new();
            for guide in next {
                let out = guides::card(tx, guide.subject.slug())?;
                // An editor may have issued the same version meanwhile.
                if out.map_or(0, |card| card.version) < guide.version {
                    guides::put(tx, &guide)?;
                    issued.push(guide.subject);
                }
            }
            settings::set(tx, GONE_THROUGH, &month.to_string())?;
            Ok::<_, StorageError>(issued)
        })?)
    }

    /// One file of a guide; `None` if there is no such guide. All of its files are made when the
    /// first is asked for, and stay as they are for as long as the version does.
    pub fn guide_file(
        &self,
        subject: &Subject,
        file: DigestFile,
    ) -> Result<Option<Vec<u8>>, FilesError> {
        let slug = subject.slug();
        let look = |tx: &mut ReadTx<'_>| match guides::get(tx, slug)? {
            Some(guide) => Kept::of(guide, file, |form| guides::file(tx, slug, form)),
            None if withheld(tx, subject)?.is_some() => Ok(Kept::Withheld),
            None => Ok(Kept::Nothing),
        };
        let make = |guide: &Guide<RedactedText>| {
            let forms = Forms {
                sheet: guide.sheet(),
                poster: None,
                json: serde_json::to_vec_pretty(guide)?,
            };
            let comment = format!("Candor guide {slug}, version {}", guide.version);
            self.signed(&forms, &format!("guide-{slug}"), &comment)
        };
        self.made_once(file, look, make, |tx, guide, files| {
            guides::put_files(tx, guide, files)
        })
    }
}

/// What enough reports are about, by slug.
fn subjects(codes: &Codes) -> Vec<Subject> {
    let counts = codes.table.all().counts();
    let lines = counts.failure_modes.ranked().into_iter();
    let lines = lines.chain(counts.technologies.ranked());
    let enough = lines.filter(|line| line.reports as usize >= EVIDENCE);
    let mut subjects: Vec<Subject> = enough
        .filter_map(|line| Subject::named(line.code.as_str()))
        .collect();
    subjects.sort();
    subjects.dedup();
    subjects
}

/// The guide about a subject as the program compiles it now.
pub(crate) fn compile_guide(
    tx: &mut ReadTx<'_>,
    codes: &Codes,
    subject: &Subject,
    month: Period,
) -> Result<Option<Guide<RedactedText>>, StorageError> {
    let fact = subject.fact();
    let reports = codes.table.with_any(std::slice::from_ref(&fact));
    let read = published::many(tx, &reports.read_first(STORIES_READ))?;
    let material = GuideMaterial {
        reports,
        read: &read,
    };
    Ok(Guide::compile(
        subject,
        &material,
        month,
        Taxonomy::builtin(),
    ))
}

/// The version that would come out now, as an editor wants it.
pub(crate) fn next_guide(
    tx: &mut ReadTx<'_>,
    codes: &Codes,
    subject: &Subject,
    month: Period,
) -> Result<Option<Guide<RedactedText>>, StorageError> {
    let Some(mut guide) = compile_guide(tx, codes, subject, month)? else {
        return Ok(None);
    };
    if let Some(edits) = guides::draft(tx, subject.slug())? {
        guide = guide.edited(&edits);
    }
    if let Some(before) = guides::get(tx, subject.slug())? {
        return Ok(Some(guide.after(&before)));
    }
    Ok(Some(match withheld(tx, subject)? {
        Some(version) => guide.anew_after(version),
        None => guide,
    }))
}

/// The version of the guide about a subject that is withheld.
fn withheld(tx: &mut ReadTx<'_>, subject: &Subject) -> Result<Option<u32>, StorageError> {
    let mut withheld = guides::withheld(tx)?.into_iter();
    let found = withheld.find(|card| card.subject == *subject);
    Ok(found.map(|card| card.version))
}
