//! How long it takes to open a receipt: one that no report has, and those of reports that wait,
//! have letters, or are public. The medians should lie close together.
//!
//! `cargo run --release --example receipts [LOOKS]`: so many looks at each (2000), in turns.

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

use candor::anonymise::RawText;
use candor::app::anonymiser;
use candor::auth::{Keys, Nonce, Receipt};
use candor::generate::Generator;
use candor::intake::{Draft, Intake, Receipted};
use candor::report::{Clock, Letter, SystemClock};
use candor::review::{Extent, Review, Role};
use candor::storage::{DatabaseUrl, Storage};

/// Reports that wait besides those that are asked after.
const OTHERS: u64 = 300;

fn main() {
    let looks: usize = std::env::args()
        .nth(1)
        .map_or(2000, |looks| looks.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let storage = Storage::open(&DatabaseUrl::Sqlite(folder.path().join("candor.sqlite"))).unwrap();
    let keys = Arc::new(Keys::load_or_create(&folder.path().join("key")).unwrap());
    let clock = || Arc::new(SystemClock) as Arc<dyn Clock>;
    let intake = Intake::new(storage.clone(), Arc::clone(&keys), anonymiser(), clock());
    let review = Review::new(storage, keys, anonymiser(), clock(), 1.try_into().unwrap());
    let generator = Generator::new(1);
    let send = |number| -> Receipted {
        let report = generator.report(number).report.map_text(RawText::new);
        let draft = Draft {
            report,
            ..Draft::default()
        };
        intake.submit(draft, &Nonce::random(), true).unwrap()
    };
    (0..OTHERS).for_each(|number| drop(send(number)));
    let analyst = review
        .add_account("analyst", "a long enough password", Role::Analyst)
        .unwrap();
    let [waiting, asked, public] = [1, 2, 3].map(|number| send(OTHERS + number));
    for question in ["How did you notice?", "What surprised you?", "And then?"] {
        let letter = Letter::Question(RawText::new(question));
        review
            .write(asked.id, analyst, letter, &Nonce::random(), 0)
            .unwrap();
    }
    review.approve(public.id, analyst).unwrap();
    review.publish(public.id, analyst, Extent::Full).unwrap();

    let mut all = [
        ("a receipt that no report has", None, Vec::new()),
        ("of a report that waits", Some(waiting.receipt), Vec::new()),
        ("with three letters", Some(asked.receipt), Vec::new()),
        ("of a public report", Some(public.receipt), Vec::new()),
    ];
    for _ in 0..looks {
        for (_, receipt, times) in &mut all {
            let unknown = Receipt::random();
            let receipt = receipt.as_ref().unwrap_or(&unknown);
            let start = Instant::now();
            intake.open(receipt).unwrap();
            times.push(start.elapsed());
        }
    }
    for (name, _, mut times) in all {
        times.sort();
        let at = |part: usize| -> Duration {
            let of = times.get(times.len() * part / 100);
            of.copied().unwrap_or_default()
        };
        println!(
            "{name}: {:?} in the middle, {:?} of 90 in 100",
            at(50),
            at(90)
        );
    }
}
