//! How long a page of the desk's queue takes with many reports waiting.
//!
//! `cargo run --release --example desk [WAITING] [SEALED]`: of so many that wait (5000), so many,
//! the oldest, are reports that can be opened (all); the others are rows that no page opens.

#![expect(
    clippy::unwrap_used,
    reason = "a program for measuring may stop anywhere"
)]
#![expect(
    clippy::print_stdout,
    reason = "the figures are what this program is for"
)]

use std::sync::Arc;
use std::time::{Duration, Instant};

use candor::anonymise::RedactedText;
use candor::app::anonymiser;
use candor::auth::{Keys, Nonce};
use candor::generate::Generator;
use candor::intake;
use candor::report::{Clock, ReportId, SystemClock};
use candor::review::{QueueAsked, Review};
use candor::storage::pending::{NewPending, SealedText};
use candor::storage::{DatabaseUrl, Storage, StorageError, pending, triage};

/// Lines of a page.
const LINES: u32 = 50;
/// Looks at each page.
const LOOKS: u32 = 20;

fn main() {
    let mut numbers = std::env::args()
        .skip(1)
        .map(|number| number.parse().unwrap());
    let waiting: u32 = numbers.next().unwrap_or(5000);
    let sealed: u32 = numbers.next().unwrap_or(waiting);
    let folder = tempfile::tempdir().unwrap();
    let url = DatabaseUrl::Sqlite(folder.path().join("candor.sqlite"));
    let storage = Storage::open(&url).unwrap();
    let keys = Arc::new(Keys::load_or_create(&folder.path().join("key")).unwrap());
    let generator = Generator::new(1);
    for start in (0..waiting).step_by(250) {
        storage
            .write(|tx| {
                for number in start..(start + 250).min(waiting) {
                    let id = ReportId::random();
                    let report = generator.report(number.into()).report;
                    let report = report.map_text(RedactedText::from_store);
                    let closed =
                        (number < sealed).then(|| intake::close(&keys, id, &report).unwrap());
                    let nothing = || SealedText {
                        wrapped_key: vec![0; 60],
                        ciphertext: vec![0; 8220],
                    };
                    let text = closed.as_ref().map(|closed| closed.text.clone());
                    let new = NewPending {
                        id,
                        week: format!("{}-W{:02}", 2025 + number / 2500, number % 2500 / 50 + 1)
                            .parse()
                            .unwrap(),
                        kind: report.kind,
                        receipt: Nonce::random().mac(keys.master()),
                        nonce: Nonce::random().mac(keys.master()),
                        sealed: text.unwrap_or_else(nothing),
                        sample: true,
                    };
                    pending::insert(tx, &new)?;
                    if let Some(closed) = closed {
                        triage::note(tx, id, &closed.summary, closed.level.as_str())?;
                    }
                }
                Ok::<_, StorageError>(())
            })
            .unwrap();
    }
    let clock = Arc::new(SystemClock) as Arc<dyn Clock>;
    let two = 2.try_into().unwrap();
    let review = Review::new(storage, keys, anonymiser(), clock, two);
    let last = sealed.saturating_sub(LINES) / LINES * LINES;
    for (name, offset) in [("first page", 0), ("last page that opens", last)] {
        let asked = QueueAsked {
            offset,
            limit: LINES,
            ..QueueAsked::default()
        };
        let mut times: Vec<Duration> = (0..LOOKS)
            .map(|_| {
                let start = Instant::now();
                let page = review.queue(&asked).unwrap();
                assert_eq!(page.total, u64::from(waiting));
                start.elapsed()
            })
            .collect();
        times.sort();
        let middle = times.get(times.len() / 2).unwrap();
        println!(
            "{name}: {middle:?} in the middle, {:?} at most",
            times.last().unwrap()
        );
    }
    if sealed == waiting {
        let first = review
            .queue(&QueueAsked {
                limit: 1,
                ..QueueAsked::default()
            })
            .unwrap();
        let id = first.entries.first().unwrap().id;
        let report = review.open(id).unwrap().report;
        let start = Instant::now();
        let alike = review.alike(id, &report, 12).unwrap().len();
        println!("look-alikes: {alike} in {:?}", start.elapsed());
    }
}
