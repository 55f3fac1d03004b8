//! A progress bar: on a terminal only, on standard error, gone when it is done.

use indicatif::{ProgressBar, ProgressStyle};

/// A progress bar.
pub(super) struct Bar(ProgressBar);

impl Bar {
    /// A bar for what is being done; it is not drawn where standard error is no terminal.
    pub(super) fn new(doing: &'static str) -> Self {
        let bar = ProgressBar::new(0);
        let style = ProgressStyle::with_template("{msg} {bar:30} {human_pos} of {human_len}");
        if let Ok(style) = style {
            bar.set_style(style);
        }
        bar.set_message(doing);
        Self(bar)
    }

    /// So much of it is done.
    pub(super) fn at(&self, done: u64, of: u64) {
        self.0.set_length(of);
        self.0.set_position(done);
    }

    /// Something else is being done now.
    pub(super) fn now(&self, doing: &'static str) {
        self.0.set_message(doing);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
