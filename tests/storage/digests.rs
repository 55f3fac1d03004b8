//! Digests as they are issued, when they are due, and the files that are handed out of them.

use std::sync::Arc;

use candor::anonymise::RawText;
use candor::digests::{EVIDENCE, Edits, GuideEdits, Hand, Scope, StoryEdit};
use candor::jobs::{DigestFile, FilesError, Unproven, prove};
use candor::registry::{Registry, RegistryError};
use candor::report::{Coded, Coder, Confidence, Period, ReportId, Span};
use candor::review::EditError;
use candor::search::SearchIndex;
use candor::storage::{StorageError, guides, published};

use crate::letters::Both;

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

impl Both {
    /// Gives a public report codes, as an amended version has them.
    pub(crate) fn code(&self, id: ReportId) {
        let coded = |code: &str| Coded {
            code: code.parse().unwrap(),
            coder: Coder::Analyst,
            confidence: Confidence::High,
        };
        let done = self.storage.write(|tx| {
            let mut public = published::get(tx, id)?.expect("it is public");
            public.report.failure_modes = vec![coded("retry-storm")];
            public.report.detection.detectors = vec![coded("customer-report")];
            published::publish(tx, &public)
        });
        done.map_err(|error: StorageError| error).unwrap();
    }
}

fn file(both: &Both, file: DigestFile) -> Option<Vec<u8>> {
    both.jobs.digest_file(period("2026-11"), file).unwrap()
}

on_both! {
    fn what_is_over_is_issued_once(db) {
        let both = Both::new(db.open());
        assert_eq!(both.jobs.issue_due().unwrap(), [], "nothing was ever published");
        let (id, _) = both.send();
        both.publish(id);
        assert_eq!(both.jobs.issue_due().unwrap(), [], "November is not over");
        // A Tuesday, in the week in which November ended: the week is all that is kept of an issue.
        both.after(13);
        assert_eq!(both.jobs.issue_due().unwrap(), [], "not before Monday");
        both.after(6);
        assert_eq!(both.jobs.issue_due().unwrap(), [period("2026-11")]);
        assert_eq!(both.jobs.issue_due().unwrap(), [], "once");
        both.after(31);
        let due: Vec<String> =
            both.jobs.issue_due().unwrap().iter().map(ToString::to_string).collect();
        assert_eq!(due, ["2026", "2026-Q4", "2026-12"]);
        assert_eq!(both.jobs.issue_due().unwrap(), [], "twice");
        // After a long sleep it begins with what a reader may still wait for.
        both.after(800);
        assert_eq!(both.jobs.issue_due().unwrap().len(), 12 + 4 + 1);
    }

    fn the_files_of_an_issue_prove_themselves_and_go_with_a_withdrawn_report(db) {
        let both = Both::new(db.open());
        let (id, receipt) = both.send();
        both.publish(id);
        assert_eq!(file(&both, DigestFile::Pdf), None, "there is no issue yet");
        both.jobs.issue(period("2026-11")).unwrap();
        let sums = file(&both, DigestFile::Sums).unwrap();
        let signature = file(&both, DigestFile::Signature).unwrap();
        let key = both.jobs.public_key();
        for form in [DigestFile::Pdf, DigestFile::Epub, DigestFile::Text, DigestFile::Markdown, DigestFile::Json] {
            let body = file(&both, form).unwrap();
            let said = prove(&body, &sums, &signature, key).unwrap();
            assert_eq!(said, "Candor digest 2026-11, revision 1");
            let changed = [body.as_slice(), b" "].concat();
            assert_eq!(prove(&changed, &sums, &signature, key), Err(Unproven::NotListed));
        }
        let told = |file: Option<Vec<u8>>| {
            String::from_utf8(file.unwrap()).unwrap().contains(&id.to_string())
        };
        assert!(told(file(&both, DigestFile::Text)));
        both.intake.withdraw(&receipt).unwrap();
        let withheld = both.jobs.digest_file(period("2026-11"), DigestFile::Text);
        assert!(matches!(withheld, Err(FilesError::Anew)), "{withheld:?}");
        assert_eq!(both.jobs.make_anew().unwrap(), 1);
        assert!(!told(file(&both, DigestFile::Text)));
        let now = file(&both, DigestFile::Sums).unwrap();
        assert_ne!(now, sums);
        assert!(prove(&now, &now, &signature, key).is_err(), "the old signature is of the old list");
    }

    fn a_file_that_an_issue_does_not_have_is_not_looked_for_in_it_again(db) {
        let both = Both::new(db.open());
        let (id, _) = both.send();
        both.publish(id);
        both.jobs.issue(period("2026-11")).unwrap();
        assert_eq!(file(&both, DigestFile::Poster), None, "one report makes no practice");
        assert!(file(&both, DigestFile::Text).is_some());
        // If the set were made anew for it, the one that was taken away would be back.
        db.execute("DELETE FROM digest_files WHERE form = 'txt'");
        assert_eq!(file(&both, DigestFile::Poster), None);
        assert_eq!(file(&both, DigestFile::Text), None);
    }

    fn what_a_reader_asks_for_is_made_of_what_is_public_and_kept_nowhere(db) {
        let both = Both::new(db.open());
        let index = Arc::new(SearchIndex::in_memory().unwrap());
        let registry = Registry::new(both.storage.clone(), index);
        let (scope, november) = (Scope::default(), Span::from(period("2026-11")));
        let ask = || registry.own_digest(&scope, november, &registry.turn().unwrap()).unwrap();
        assert_eq!(ask(), None, "nothing was published");
        let sent = [both.send(), both.send(), both.send()];
        for (id, _) in &sent {
            both.publish(*id);
        }
        assert_eq!(ask().unwrap().reports, 3);
        let spans = ["2026-11", "2026-10"].map(|text| period(text).into());
        assert_eq!(registry.own_issues(&scope, &spans).unwrap(), [(november, 3)]);
        assert_eq!(registry.digests().unwrap(), [], "nothing is issued");
        both.intake.withdraw(&sent[0].1).unwrap();
        assert_eq!(ask(), None, "two are too few to speak of");
        let turns: Vec<_> = std::iter::from_fn(|| registry.turn().ok()).collect();
        assert!(matches!(registry.turn(), Err(RegistryError::Busy)), "{}", turns.len());
    }

    fn an_editor_issues_what_they_want_and_their_words_go_with_a_report_they_may_tell_of(db) {
        let both = Both::new(db.open());
        let (id, receipt) = both.send();
        both.publish(id);
        let (november, editor) = (period("2026-11"), both.analysts[0]);
        let edits = |note: Option<&str>| Edits {
            opening: Some(RawText::new("Ask jane.doe@example.com about it.")),
            stories: vec![StoryEdit { report: id, dropped: false, told: None }],
            note: note.map(RawText::new),
        };
        let seen = || both.review.desk_digest(november).unwrap().seen;
        let opened = seen();
        both.review.edit_digest(november, editor, &opened, edits(None)).unwrap();
        let early = both.review.issue_digest(november, editor, &seen(), edits(None));
        assert!(matches!(early, Err(EditError::NotOver)), "{early:?}");
        let stale = both.review.edit_digest(november, editor, &opened, edits(Some("Mine.")));
        assert!(matches!(stale, Err(EditError::Changed)), "{stale:?}");
        let stale = both.review.forget_edits(november, editor, &opened);
        assert!(matches!(stale, Err(EditError::Changed)), "{stale:?}");
        assert_eq!(both.review.desk_digest(november).unwrap().edits.note, None, "the first stays");
        both.after(14);
        let kept = seen();
        assert_eq!(both.review.issue_digest(november, editor, &kept, edits(None)).unwrap(), 1);
        let twice = both.review.issue_digest(november, editor, &kept, edits(Some("Again.")));
        assert!(matches!(twice, Err(EditError::Changed)), "it is out by now: {twice:?}");
        both.after(7);
        assert!(!both.jobs.issue_due().unwrap().contains(&november), "an editor's stays");
        let out = both.jobs.issue(november).unwrap();
        assert_eq!(out.hand, Hand::Editor);
        let opening = out.opening.unwrap();
        assert!(!opening.as_str().contains("jane.doe"), "{opening}");
        let silent = both.review.issue_digest(november, editor, &seen(), edits(None));
        assert!(matches!(silent, Err(EditError::NoNote)), "{silent:?}");
        let corrected = edits(Some("A number was wrong."));
        assert_eq!(both.review.issue_digest(november, editor, &seen(), corrected).unwrap(), 2);
        let short = Edits {
            stories: vec![StoryEdit { report: id, dropped: false, told: Some(RawText::new("Short.")) }],
            ..edits(None)
        };
        let short = both.review.edit_digest(november, editor, &seen(), short);
        assert!(matches!(short, Err(EditError::Length(1))), "{short:?}");
        let stands = both.review.desk_digest(november).unwrap();
        assert_eq!(stands.issue.out, Some((2, Hand::Editor)));
        assert!(stands.issue.kept && stands.draft().note.is_some());
        both.intake.withdraw(&receipt).unwrap();
        let stands = both.review.desk_digest(november).unwrap();
        assert!(!stands.issue.kept, "what was kept may tell of it");
    }

    fn a_guide_comes_in_versions_and_goes_with_what_it_names(db) {
        let both = Both::new(db.open());
        assert_eq!(both.jobs.issue_guides_due().unwrap(), [], "nothing was ever published");
        let sent: Vec<_> = (0..EVIDENCE).map(|_| both.send()).collect();
        for (id, _) in &sent {
            both.publish(*id);
            both.code(*id);
        }
        assert_eq!(both.jobs.issue_guides_due().unwrap(), [], "once a month");
        let issued = both.jobs.issue_guides().unwrap();
        assert!(!issued.is_empty());
        let subject = issued[0].clone();
        assert_eq!(both.jobs.issue_guides().unwrap(), [], "nothing new to say");
        let slug = subject.slug();
        let guide = || {
            let found = both.storage.read(|tx| guides::get(tx, slug));
            found.map_err(|error: StorageError| error).unwrap()
        };
        assert_eq!(guide().unwrap().version, 1);
        let file = |file| both.jobs.guide_file(&subject, file).unwrap();
        let (text, sums) = (file(DigestFile::Text).unwrap(), file(DigestFile::Sums).unwrap());
        let signature = file(DigestFile::Signature).unwrap();
        let said = prove(&text, &sums, &signature, both.jobs.public_key()).unwrap();
        assert_eq!(said, format!("Candor guide {slug}, version 1"));

        let editor = both.analysts[0];
        let edits = || GuideEdits {
            introduction: Some(RawText::new("Ask jane.doe@example.com about it.")),
            ..GuideEdits::default()
        };
        let opened = both.review.desk_guide(&subject).unwrap().seen;
        both.review.edit_guide(&subject, editor, &opened, edits()).unwrap();
        let stale = both.review.issue_guide(&subject, editor, &opened, edits());
        assert!(matches!(stale, Err(EditError::Changed)), "{stale:?}");
        let seen = both.review.desk_guide(&subject).unwrap().seen;
        assert_eq!(both.review.issue_guide(&subject, editor, &seen, edits()).unwrap(), 2);
        let second = guide().unwrap();
        assert!(second.since.clone().unwrap().words);
        let introduction = second.introduction.unwrap();
        assert!(!introduction.as_str().contains("jane.doe"), "{introduction}");
        assert_ne!(file(DigestFile::Text).unwrap(), text);

        let body = serde_json::to_string(&guide()).unwrap();
        let named = sent.iter().find(|(id, _)| body.contains(&id.to_string()));
        let (_, receipt) = named.expect("evidence");
        both.intake.withdraw(receipt).unwrap();
        assert_eq!(guide(), None, "it may not be read");
        let withheld = both.jobs.guide_file(&subject, DigestFile::Text);
        assert!(matches!(withheld, Err(FilesError::Anew)), "{withheld:?}");
        assert_eq!(both.jobs.make_anew().unwrap(), 0, "too few are left");
        assert_eq!(file(DigestFile::Text), None);
        let stands = both.review.desk_guide(&subject);
        assert!(matches!(stands, Err(EditError::TooFew)), "{stands:?}");
        let (more, _) = both.send();
        both.publish(more);
        both.code(more);
        both.jobs.issue_guides().unwrap();
        let anew = guide().unwrap();
        assert_eq!(anew.introduction, None, "an editor's words may have told of it");
    }
}
