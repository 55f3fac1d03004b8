//! A draft in the reporter's editor: in a folder that nobody else may read, gone afterwards.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use super::CliError;
use super::interrupt::Guard;
use crate::anonymise::RawText;
use crate::auth::Nonce;
use crate::portal::forms::{Asking, GUIDE};
use crate::report::RecordKind;

/// How the name of the folder begins; a number follows.
const PREFIX: &str = "candor-draft-";
/// A file that is locked for as long as somebody works in the folder.
const LOCK: &str = "lock";

/// A file for the editor. It goes with its folder, and with whatever the editor left beside it,
/// when this is dropped, or when the program is told to stop.
pub(super) struct Scratch {
    folder: PathBuf,
    guard: Guard,
    _lock: File,
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What cannot be removed now is readable by its owner alone.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

impl Scratch {
    /// Makes the folder, in memory where the system has such a place for its users, and takes away
    /// what a run that was cut off left there.
    pub(super) fn new(text: &str) -> Result<Self, CliError> {
        let runtime = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from);
        let base = runtime.filter(|folder| folder.is_dir());
        let base = base.unwrap_or_else(std::env::temp_dir);
        let folder = base.join(format!("{PREFIX}{}", Nonce::random().text().as_str()));
        let made = |error| CliError::file(&folder, error);
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&folder).map_err(made)?;
        let guard = Guard::of(&folder).map_err(made)?;
        let lock = File::create(folder.join(LOCK)).map_err(made)?;
        lock.lock().map_err(made)?;
        clear(&base, &folder);
        let scratch = Self {
            folder,
            guard,
            _lock: lock,
        };
        write_private(&scratch.file(), text)?;
        Ok(scratch)
    }

    fn file(&self) -> PathBuf {
        self.folder.join("report.md")
    }

    /// Opens the editor, waits until it is closed, and reads what was written.
    pub(super) fn edit(&self) -> Result<RawText, CliError> {
        let named = ["VISUAL", "EDITOR"].into_iter().find_map(|name| {
            let editor = std::env::var_os(name)?.into_string().ok()?;
            (!editor.trim().is_empty()).then_some(editor)
        });
        let editor = named.ok_or_else(|| {
            CliError::usage("no editor is set; set EDITOR, or name the file of your write-up")
        })?;
        // As git does: the variable may hold options, and the shell takes it apart.
        let mut command = Command::new("sh");
        command
            .arg("-c")
            .arg(format!("{editor} \"$@\""))
            .arg(&editor)
            .arg(self.file());
        let status = self
            .guard
            .while_editing(|| command.status())
            .map_err(|error| CliError::io("cannot start the editor", error))?;
        if !status.success() {
            return Err(CliError::refused(
                "the editor did not end well; nothing was sent",
            ));
        }
        let bytes = fs::read(self.file()).map_err(|error| CliError::file(&self.file(), error))?;
        let text = String::from_utf8(bytes)
            .map_err(|_| CliError::usage("what was written is not text in UTF-8"))?;
        Ok(RawText::new(text))
    }
}

/// Takes away folders of drafts that nobody works in any more: a run was killed, or the machine went
/// down. Those that belong to the owner of `own` alone; what cannot be looked at is left.
fn clear(base: &Path, own: &Path) {
    let Ok(entries) = fs::read_dir(base) else {
        return;
    };
    for folder in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let number = name.strip_prefix(PREFIX);
        if folder != own
            && number.is_some_and(|number| number.parse::<Nonce>().is_ok())
            && is_left(&folder, own).unwrap_or(false)
        {
            let _ = fs::remove_dir_all(&folder);
        }
    }
}

fn is_left(folder: &Path, own: &Path) -> io::Result<bool> {
    let found = fs::symlink_metadata(folder)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        if found.uid() != fs::symlink_metadata(own)?.uid() {
            return Ok(false);
        }
    }
    let lock = File::open(folder.join(LOCK))?;
    Ok(found.is_dir() && lock.try_lock().is_ok())
}

/// Writes a file that its owner alone may read.
pub(super) fn write_private(path: &Path, text: &str) -> Result<(), CliError> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(path).and_then(|mut file| {
        // One that was there before keeps its permissions when it is opened.
        #[cfg(unix)]
        file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
        file.write_all(text.as_bytes())
    });
    written.map_err(|error| CliError::file(path, error))
}

/// The draft that the editor opens with: a heading for each question, and what to write there in
/// comments, which are no part of the report.
pub(super) fn template(kind: RecordKind) -> String {
    let asking = Asking::of("", kind);
    let part = |heading: &str, hint: &str| format!("\n## {heading}\n<!-- {hint} -->\n\n");
    let head = format!(
        "<!-- Write below the headings and leave empty what you like. Comments like this one are left\n\
         out. When you close the editor, names, times and secrets are removed on this machine; you see\n\
         what is left before it is sent. -->\n\n# \n<!-- The title, on the line above. {} -->\n",
        asking.title
    );
    let story = format!("{} {}", asking.story, asking.story_hint);
    let luck = format!("{} One a line with a dash.", asking.luck);
    let questions = GUIDE.iter().map(|question| {
        let hint = format!("{} {}", question.asks, question.hint);
        part(question.heading, &hint)
    });
    let last = [
        (
            "Timeline",
            "One event a line, such as: - 09:12 deploy of the gateway. Clock times become times since the first.",
        ),
        (
            "Contributing factors",
            "One a line with a dash; what lay behind it below, indented by two spaces.",
        ),
        ("Where we got lucky", &luck),
        ("Action items", "One a line with a dash."),
    ];
    let last = last.map(|(heading, hint)| part(heading, hint));
    let parts = [part("Summary", &story)]
        .into_iter()
        .chain(questions)
        .chain(last);
    head + &parts.collect::<String>()
}
