//! Fills a registry with invented public reports, each with its row at the desk and its sealed text
//! gone, for drills and load tests.
//!
//! `cargo run --release --example fill -- FOLDER REPORTS`

#![expect(
    clippy::unwrap_used,
    reason = "a program that invents may stop anywhere"
)]

use std::path::Path;
use std::sync::Arc;

use candor::anonymise::{RawText, RedactedText};
use candor::app::anonymiser;
use candor::auth::{Keys, Nonce};
use candor::backup::FINGERPRINT;
use candor::generate::Generator;
use candor::intake::{Draft, Intake};
use candor::report::{Clock, IsoWeek, RecordKind, ReportId, Status, SystemClock};
use candor::storage::pending::{self, NewPending, SealedText};
use candor::storage::{DatabaseUrl, Storage, StorageError, published, settings};

/// Reports written in one transaction.
const BATCH: u64 = 500;
/// Reports that wait, sealed.
const WAITING: u64 = 20;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().unwrap();
    let reports: u64 = arguments.next().unwrap().parse().unwrap();
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder).unwrap();
    let storage = Storage::open(&DatabaseUrl::Sqlite(folder.join("candor.sqlite"))).unwrap();
    let keys = Arc::new(Keys::load_or_create(&folder.join("keys/master.key")).unwrap());
    let fingerprint = keys.master().fingerprint();
    storage
        .write(|tx| settings::set(tx, FINGERPRINT, &fingerprint))
        .unwrap();
    let generator = Generator::new(1);
    let week = IsoWeek::of(SystemClock.now());
    for from in (0..reports).step_by(usize::try_from(BATCH).unwrap()) {
        storage
            .write(|tx| {
                for number in from..(from + BATCH).min(reports) {
                    let public = generator.report(number);
                    let public = public.map_text(RedactedText::from_store);
                    pending::insert(tx, &settled(public.id, week))?;
                    for (from, to) in [
                        (Status::Received, Status::Approved),
                        (Status::Approved, Status::Published),
                    ] {
                        pending::set_status(tx, public.id, from, to)?;
                    }
                    pending::shred(tx, public.id)?;
                    published::publish(tx, &public)?;
                }
                Ok::<_, StorageError>(())
            })
            .unwrap();
    }
    let clock = Arc::new(SystemClock) as Arc<dyn Clock>;
    let intake = Intake::new(storage, keys, anonymiser(), clock);
    for number in 0..WAITING {
        let report = generator.report(reports + number).report;
        let draft = Draft {
            report: report.map_text(RawText::new),
            ..Draft::default()
        };
        intake.submit(draft, &Nonce::random(), true).unwrap();
    }
}

fn settled(id: ReportId, week: IsoWeek) -> NewPending {
    let code = || -> [u8; 32] {
        let (one, two) = (ReportId::random().to_string(), id.to_string());
        let mut code = [0; 32];
        let digits = one.bytes().take(16).chain(two.bytes().take(16));
        for (to, from) in code.iter_mut().zip(digits) {
            *to = from;
        }
        code
    };
    NewPending {
        id,
        week,
        kind: RecordKind::default(),
        receipt: code(),
        nonce: code(),
        sealed: SealedText {
            wrapped_key: vec![0; 60],
            ciphertext: vec![0; 4096],
        },
        sample: true,
    }
}
