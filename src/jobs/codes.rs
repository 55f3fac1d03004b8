//! The codes of every published report, read once for all that is compiled from them.

use crate::patterns::CodeTable;
use crate::report::{Period, ReportId};
use crate::storage::{ReadTx, StorageError, published};

/// Reports read at once.
const PAGE: u32 = 1_000;

/// Told how many reports were read, of how many.
pub type Watch<'a> = &'a dyn Fn(u64, u64);

/// The codes of every published report.
pub(crate) struct Codes {
    pub(super) table: CodeTable,
    /// Reports that were followed up, and in which month.
    followed: Vec<(ReportId, Period)>,
}

impl Codes {
    pub(crate) fn read(tx: &mut ReadTx<'_>) -> Result<Self, StorageError> {
        Self::watched(tx, &|_, _| ())
    }

    pub(super) fn watched(tx: &mut ReadTx<'_>, watch: Watch<'_>) -> Result<Self, StorageError> {
        let of = published::count(tx)?;
        let mut codes = Self {
            table: CodeTable::default(),
            followed: Vec::new(),
        };
        let (mut after, mut read) = (None, 0);
        loop {
            let page = published::all(tx, after, PAGE)?;
            for report in &page {
                codes.table.put(report);
                let followed = report.followed();
                codes
                    .followed
                    .extend(followed.map(|month| (report.id, month)));
            }
            read += u64::try_from(page.len()).unwrap_or_default();
            watch(read, of);
            match page.last() {
                Some(report) if page.len() == PAGE as usize => after = Some(report.id),
                _ => return Ok(codes),
            }
        }
    }

    /// Reports that were followed up in a period.
    pub(super) fn followed_in(&self, period: Period) -> Vec<ReportId> {
        let within = self.followed.iter();
        let within = within.filter(|(_, month)| period.contains(*month));
        within.map(|(id, _)| *id).collect()
    }
}
