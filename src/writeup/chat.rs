//! Pasted chat: `14:32 <nick> text` and turns headed by `nick [9:05 AM]`.

use super::lines::append_line;
use super::stamp::{self, Stamp};

/// What one person said at one time.
#[derive(Debug)]
pub(super) struct Turn {
    pub(super) stamp: Stamp,
    /// The time as written.
    pub(super) written: String,
    /// Who and what.
    pub(super) text: String,
    /// First line, counted from the start of the paste.
    pub(super) first: usize,
    /// How many lines.
    pub(super) count: usize,
}

/// A code block that holds chat: most lines are `14:32 <nick> text`. Other logs give nothing.
pub(super) fn log(lines: &[String]) -> Vec<Turn> {
    let lines = match lines.split_last() {
        Some((last, rest)) if super::blocks::is_fence(last).is_some() => rest,
        _ => lines,
    };
    let mut turns: Vec<Turn> = Vec::new();
    let mut spoken = 0;
    for (at, line) in lines.iter().enumerate() {
        match stamp::leading(line.trim()) {
            Some((stamp, written, text)) if stamp.clock.is_some() => {
                spoken += usize::from(has_nick(&text));
                turns.push(Turn {
                    stamp,
                    written: written.to_owned(),
                    text,
                    first: at,
                    count: 1,
                });
            }
            _ => continue_turn(&mut turns, line),
        }
    }
    let enough = spoken >= 2 && spoken * 10 >= lines.iter().filter(|l| !l.is_empty()).count() * 6;
    if enough { turns } else { Vec::new() }
}

fn has_nick(text: &str) -> bool {
    let nick = text
        .strip_prefix('<')
        .and_then(|rest| rest.split_once('>'))
        .map(|(nick, _)| nick);
    nick.is_some_and(|nick| !nick.is_empty() && nick.len() < 40 && !nick.contains('/'))
}

/// Quoted chat: turns that begin with a name and a time, or with a time.
pub(super) fn turns(lines: &[String]) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let line = line.trim();
        let headed = stamp::trailing(line)
            .filter(|(name, _, stamp)| stamp.is_strict() && name.split_whitespace().count() <= 4)
            .map(|(name, written, stamp)| (stamp, written, name))
            .or_else(|| stamp::leading(line).filter(|(stamp, ..)| stamp.is_strict()));
        match headed {
            Some((stamp, written, text)) => turns.push(Turn {
                stamp,
                written: written.to_owned(),
                text,
                first: at,
                count: 1,
            }),
            None if turns.is_empty() && !line.is_empty() => return Vec::new(),
            None => continue_turn(&mut turns, line),
        }
    }
    turns
}

fn continue_turn(turns: &mut [Turn], line: &str) {
    if let Some(turn) = turns.last_mut() {
        append_line(&mut turn.text, line.trim());
        turn.count += 1;
    }
}
