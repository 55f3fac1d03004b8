//! How often items come together, counted in a square.

/// Counts by two items, the lower place first.
pub(super) struct Sums {
    side: usize,
    sums: Vec<u32>,
}

impl Sums {
    pub(super) fn square(side: usize) -> Self {
        Self {
            side,
            sums: vec![0; side * side],
        }
    }

    /// Counts every two items of a row, which is in order.
    pub(super) fn count_pairs(&mut self, row: &[u32]) {
        let mut rest = row;
        while let Some((first, others)) = rest.split_first() {
            let start = *first as usize * self.side;
            if let Some(line) = self.sums.get_mut(start..start + self.side) {
                for other in others {
                    if let Some(sum) = line.get_mut(*other as usize) {
                        *sum += 1;
                    }
                }
            }
            rest = others;
        }
    }

    pub(super) fn get(&self, one: u32, other: u32) -> u32 {
        let (low, high) = (one.min(other), one.max(other));
        self.sums
            .get(low as usize * self.side + high as usize)
            .copied()
            .unwrap_or_default()
    }

    /// Every two items that come together so often, in order.
    pub(super) fn at_least(&self, least: u32) -> impl Iterator<Item = (u32, u32, u32)> {
        let lines = (0..).zip(self.sums.chunks(self.side.max(1)));
        lines.flat_map(move |(low, line)| {
            let often = (0..).zip(line).filter(move |(_, sum)| **sum >= least);
            often.map(move |(high, sum)| (low, high, *sum))
        })
    }
}

/// Calls for every three items that come together so often, in order: for each item one square of
/// those that come after it, so that memory stays that of one square.
pub(super) fn triples(
    items: usize,
    rows: &[&[u32]],
    least: u32,
    mut found: impl FnMut(u32, u32, u32, u32),
) {
    let mut with_first: Vec<Vec<&[u32]>> = vec![Vec::new(); items];
    for row in rows {
        let mut rest = *row;
        while let [first, others @ ..] = rest {
            if let (Some(list), true) = (with_first.get_mut(*first as usize), others.len() > 1) {
                list.push(others);
            }
            rest = others;
        }
    }
    let mut square = Sums::square(items);
    for (first, rests) in (0..).zip(with_first) {
        if rests.len() < least as usize {
            continue;
        }
        for rest in rests {
            square.count_pairs(rest);
        }
        for (second, third, sum) in square.at_least(least) {
            found(first, second, third, sum);
        }
        square.sums.fill(0);
    }
}
