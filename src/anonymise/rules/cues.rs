//! The words at which a rule looks closer, of all rules in one table.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{
    amount, called, console, crew, full_name, number_words, place, program, secret, site,
    small_name, time,
};
use crate::anonymise::looks::Looks;
use crate::anonymise::table::{Sieve, hash};

/// The rules that look closer at the word with this hash.
pub(in crate::anonymise) fn cue(word: u64) -> Looks {
    static CUES: LazyLock<(Sieve<512>, FxHashMap<u64, Looks>)> = LazyLock::new(|| {
        let mut sieve = Sieve::default();
        let mut cues: FxHashMap<u64, Looks> = FxHashMap::default();
        let mut add = |looks: Looks, hashes: &mut dyn Iterator<Item = u64>| {
            for hash in hashes {
                sieve.add(hash);
                let known = cues.entry(hash).or_default();
                *known = known.or(looks);
            }
        };
        add(Looks::AMOUNT, &mut amount::CODES.hashes());
        add(Looks::AMOUNT, &mut number_words::FIRST.hashes());
        add(Looks::SITE, &mut site::FIRST.hashes());
        add(Looks::REGION, &mut place::HEADS.hashes());
        add(Looks::CALLED, &mut called::NOUNS.hashes());
        add(Looks::TOLD, &mut small_name::CALLED.hashes());
        add(Looks::CLOSING, &mut crew::CLOSINGS.hashes());
        add(Looks::SECRET, &mut secret::cues());
        let shell = console::COMMANDS.into_iter().chain(program::COMMANDS);
        add(Looks::SHELL, &mut shell.map(hash));
        add(
            Looks::PARTICLE,
            &mut full_name::PARTICLES.into_iter().map(hash),
        );
        add(Looks::ZONE, &mut std::iter::once(hash("hora")));
        add(Looks::TIME, &mut time::first_words());
        (sieve, cues)
    });
    let (sieve, cues) = &*CUES;
    if sieve.may_have(word) {
        cues.get(&word).copied().unwrap_or_default()
    } else {
        Looks::default()
    }
}
