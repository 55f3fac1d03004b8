//! A folder that goes when the program is told to stop, as by Ctrl-C or a terminal that is closed.

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Watches over a folder for as long as the program runs.
pub(super) struct Guard(Arc<AtomicBool>);

impl Guard {
    /// Takes the folder away, and ends the program, when it is told to stop.
    pub(super) fn of(folder: &Path) -> io::Result<Self> {
        let editing = Arc::new(AtomicBool::new(false));
        watch(folder, &editing)?;
        Ok(Self(editing))
    }

    /// Does something during which Ctrl-C is meant for another program in the same terminal.
    pub(super) fn while_editing<R>(&self, edit: impl FnOnce() -> R) -> R {
        self.0.store(true, Ordering::Release);
        let made = edit();
        self.0.store(false, Ordering::Release);
        made
    }
}

#[cfg(unix)]
#[expect(
    clippy::disallowed_methods,
    reason = "a signal ends the program wherever it is; what must go is gone by then"
)]
fn watch(folder: &Path, editing: &Arc<AtomicBool>) -> io::Result<()> {
    use std::future::poll_fn;
    use std::task::Poll;

    use tokio::signal::unix::{SignalKind, signal};

    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .build()?;
    let mut signals = {
        let _entered = runtime.enter();
        let kinds = [
            SignalKind::interrupt(),
            SignalKind::terminate(),
            SignalKind::hangup(),
        ];
        let kinds = kinds.map(|kind| signal(kind).map(|signal| (kind, signal)));
        kinds.into_iter().collect::<Result<Vec<_>, _>>()?
    };
    let (folder, editing) = (folder.to_owned(), Arc::clone(editing));
    std::thread::spawn(move || {
        loop {
            let told = runtime.block_on(poll_fn(|cx| {
                let mut told = signals.iter_mut();
                let told = told
                    .find_map(|(kind, signal)| signal.poll_recv(cx).is_ready().then_some(*kind));
                told.map_or(Poll::Pending, Poll::Ready)
            }));
            if told == SignalKind::interrupt() && editing.load(Ordering::Acquire) {
                continue;
            }
            let _ = std::fs::remove_dir_all(&folder);
            // As a shell tells it of a program that ended by a signal.
            std::process::exit(128 + told.as_raw_value());
        }
    });
    Ok(())
}

#[cfg(not(unix))]
fn watch(_: &Path, _: &Arc<AtomicBool>) -> io::Result<()> {
    Ok(())
}
