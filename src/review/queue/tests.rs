//! A page of the queue costs the same however many reports wait.

use super::*;
use crate::anonymise::{Anonymiser, RawText, Wishes};
use crate::auth::{Nonce, OPENED};
use crate::review::testing::Desk;
use crate::storage::pending::{self, NewPending, SealedText};
use crate::storage::{ASKED, StorageError};

const LINES: u32 = 50;

/// Puts reports into the queue that came in in this week: some that can be opened, then some whose
/// text nobody can, so that a page which reads more than its own lines fails.
fn wait(desk: &Desk, week: &str, whole: usize, unreadable: usize) {
    let keys = &desk.review.keys;
    let title = RawText::new("The queue ran full");
    let report = Report {
        title: Anonymiser::new([])
            .anonymise(&title, &Wishes::default())
            .text,
        ..Report::default()
    };
    desk.storage
        .write(|tx| {
            for number in 0..whole + unreadable {
                let id = ReportId::random();
                let closed = intake::close(keys, id, &report).unwrap();
                let nothing = SealedText {
                    wrapped_key: vec![0; 60],
                    ciphertext: vec![0; 8220],
                };
                let opens = number < whole;
                let new = NewPending {
                    id,
                    week: week.parse().unwrap(),
                    kind: report.kind,
                    receipt: Nonce::random().mac(keys.master()),
                    nonce: Nonce::random().mac(keys.master()),
                    sealed: if opens { closed.text } else { nothing },
                    sample: true,
                };
                pending::insert(tx, &new)?;
                if opens {
                    triage::note(tx, id, &closed.summary, closed.level.as_str())?;
                }
            }
            Ok::<_, StorageError>(())
        })
        .unwrap();
}

/// Statements and sealed texts that the first page takes.
fn first_page(desk: &Desk, waiting: u64) -> (usize, usize) {
    let before = (ASKED.get(), OPENED.get());
    let asked = QueueAsked {
        limit: LINES,
        ..QueueAsked::default()
    };
    let page = desk.review.queue(&asked).unwrap();
    assert_eq!((page.total, page.entries.len()), (waiting, LINES as usize));
    (ASKED.get() - before.0, OPENED.get() - before.1)
}

#[test]
fn a_page_opens_its_own_lines_and_nothing_else() {
    let desk = Desk::open();
    wait(&desk, "2026-W10", LINES as usize, 0);
    let few = first_page(&desk, LINES.into());
    wait(&desk, "2026-W20", 0, 1_000);
    assert_eq!(first_page(&desk, u64::from(LINES) + 1_000), few);
    // The key of each text, and the text.
    assert!(few.1 <= 2 * LINES as usize, "{few:?}");
}
