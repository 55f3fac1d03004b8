//! What must hold for any input, tried on write-ups, manifests and queries that were broken in every
//! way a few simple steps can break them. `fuzz/` has the same for a fuzzer.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a panic is how a test says no"
)]

#[path = "../fuzz/src/lib.rs"]
mod targets;

use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

/// Pieces that mean something to one of the readers.
const PIECES: [&str; 64] = [
    "Zorblax",
    "zorblax-db-01",
    "ZORB",
    "lax",
    "Priya Venkataraman",
    "Dr. Okafor",
    "@mkowalski",
    " 4111 1111 1111 1111 ",
    " 4111111111111111 ",
    " GB29 NWBK 6016 1331 9268 19 ",
    " AKIAIOSFODNN7EXAMPLE ",
    "password: hunter2!Winter",
    "-----BEGIN RSA PRIVATE KEY-----\n",
    "https://u:p@shop.example/x?y=1",
    "ops@mail.example",
    "10.1.2.3",
    "fe80::1",
    "2024-03-14",
    "at 11:42",
    "half past two",
    "6,214 merchants",
    "€1.2m",
    "+44 1632 960 001",
    "Kafka",
    "[Person A]",
    "[T+12m]",
    "[Host 1]",
    "der und ist nicht wurde ",
    "Owner: wren\n",
    "| a | b |\n|---|---|\n",
    "```\n",
    "> ",
    "# ",
    "- ",
    "\n\n",
    "\r\n",
    "\t",
    "\0",
    "\u{200B}",
    "\u{AD}",
    "\u{202E}",
    "\u{301}",
    "İ",
    "ſ",
    "👩\u{200D}👧",
    "**",
    "_",
    "`",
    "<b>",
    "&lt;b&gt;",
    "&#64;",
    "&amp;",
    "%2540",
    "%3D",
    "=C3=A9",
    "\\u0041",
    "-\n",
    "\"",
    "{",
    "}",
    "(",
    " OR ",
    "tag:kafka ",
    "-severity:",
];

/// Numbers in an order that looks random and is always the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % limit.max(1)
    }

    /// A part of `bytes`, at most `limit` long.
    fn part<'b>(&mut self, bytes: &'b [u8], limit: usize) -> &'b [u8] {
        let from = self.below(bytes.len());
        let length = self.below(limit).min(bytes.len() - from);
        &bytes[from..from + length]
    }

    /// A seed with a few things done to it.
    fn broken(&mut self, seeds: &[Vec<u8>]) -> Vec<u8> {
        let seed = &seeds[self.below(seeds.len())];
        let mut made = if self.below(3) == 0 {
            seed[..seed.len().min(1500)].to_vec()
        } else {
            self.part(seed, 700).to_vec()
        };
        for _ in 0..self.below(7) {
            let at = self.below(made.len() + 1);
            match self.below(6) {
                0 => {
                    let end = at + self.below(12).min(made.len() - at);
                    made.drain(at..end);
                }
                1 => {
                    let again = self.part(&made, 40).to_vec();
                    made.splice(at..at, again);
                }
                2 | 3 => {
                    let piece = PIECES[self.below(PIECES.len())];
                    made.splice(at..at, piece.bytes());
                }
                4 => {
                    let other = &seeds[self.below(seeds.len())];
                    made.splice(at..at, self.part(other, 120).iter().copied());
                }
                _ => {
                    if let Some(byte) = made.get_mut(at) {
                        *byte = u8::try_from(self.0 & 0xFF).unwrap();
                    }
                }
            }
        }
        made
    }
}

/// Tries `holds` on `cases` broken seeds; `CANDOR_FUZZ_TIMES` multiplies their number.
fn try_on(seeds: &[Vec<u8>], cases: usize, holds: fn(&[u8])) {
    let times = std::env::var("CANDOR_FUZZ_TIMES").ok();
    let times: usize = times.and_then(|times| times.parse().ok()).unwrap_or(1);
    let mut dice = Dice(0x5EED_CA4D_0421_1984);
    for _ in 0..cases * times {
        let input = dice.broken(seeds);
        let tried = catch_unwind(|| holds(&input));
        assert!(tried.is_ok(), "{:?}", String::from_utf8_lossy(&input));
    }
}

/// The files below a folder of this repository, sorted.
fn files(folder: &str) -> Vec<Vec<u8>> {
    let mut left = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    let mut found: Vec<PathBuf> = Vec::new();
    while let Some(next) = left.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            let into = if path.is_dir() { &mut left } else { &mut found };
            into.push(path);
        }
    }
    found.sort();
    found.iter().map(|path| fs::read(path).unwrap()).collect()
}

fn seeds(texts: &[&str]) -> Vec<Vec<u8>> {
    texts.iter().map(|text| text.as_bytes().to_vec()).collect()
}

#[test]
fn the_anonymiser_holds() {
    let mut all = files("tests/labelled");
    all.extend(files("tests/fixtures/writeup"));
    try_on(&all, 120, targets::anonymise::holds);
}

#[test]
fn the_importer_holds() {
    try_on(
        &files("tests/fixtures/writeup"),
        150,
        targets::writeup::holds,
    );
}

#[test]
fn the_query_language_holds() {
    let all = seeds(&[
        "kafka OR (redis -cluster) \"out of memory\"",
        "tag:kafka severity:high -cause:config year:2021..2024 latency",
        "technology:postgresql technology:redis (connection pool) NOT timeout",
    ]);
    try_on(&all, 2000, targets::query::holds);
}

#[test]
fn manifests_hold() {
    try_on(
        &files("src/stack/tests/fixtures"),
        150,
        targets::manifest::holds,
    );
}

#[test]
fn small_fields_hold() {
    let all = seeds(&[
        "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV",
        "postgresql",
        "16.2.1-rc1",
        "2024-Q3",
        "2024-03",
        "1710416520",
        "eyJhIjoxfQ",
    ]);
    try_on(&all, 2000, targets::typed::holds);
}
