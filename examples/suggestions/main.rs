//! Measures the codes that are suggested for a report against the opinions of two readers.
//!
//! `cargo run --example suggestions` prints, for each list, how many of the first three suggestions are
//! right in whose opinion, on the write-ups for which cue phrases were made and on those that stayed
//! unseen, and how far the readers agree (Cohen's kappa).

mod opinions;

use std::error::Error;
use std::io::{self, Write};
use std::path::Path;

use opinions::{LISTS, kappa, right};

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let opinions = opinions::read(root)?;
    let mut out = io::stdout().lock();
    for (what, unseen) in [("studied", false), ("unseen", true)] {
        let many = opinions
            .iter()
            .filter(|report| report.unseen == unseen)
            .count();
        writeln!(out, "{many} {what} write-ups")?;
        for list in LISTS {
            let these = opinions.iter().filter(|report| report.unseen == unseen);
            writeln!(out, "  {:14}{}", list.as_str(), right(these, list))?;
        }
    }
    writeln!(out, "Agreement of the two readers (kappa)")?;
    for list in LISTS {
        writeln!(out, "  {:14}{:.2}", list.as_str(), kappa(&opinions, list))?;
    }
    Ok(())
}
