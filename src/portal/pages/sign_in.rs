//! Coming to the desk: signing in, the second factor, an invitation.

use std::fmt::Write;

use askama::Template;
use qrcode::{Color, EcLevel, QrCode};

use crate::portal::{Layout, Section, paths};
use crate::review::Role;

/// Sign-in.
#[derive(Clone, Debug, Template)]
#[template(path = "desk/sign_in.html")]
pub struct SignInPage {
    layout: Layout,
    name: String,
    problem: String,
}

impl SignInPage {
    /// `problem` says why the last try did not work; empty for the first.
    pub fn new(layout: Layout, name: impl Into<String>, problem: impl Into<String>) -> Self {
        Self {
            layout,
            name: name.into(),
            problem: problem.into(),
        }
    }
}

/// The key for an authenticator, and the field for its first code.
#[derive(Clone, Debug, Template)]
#[template(path = "desk/second_factor.html")]
pub struct EnrolPage {
    layout: Layout,
    key: String,
    uri: String,
    square: Option<Square>,
    carried: Option<String>,
    problem: String,
}

impl EnrolPage {
    /// `key` in groups to type, `uri` for a link and the square to scan; `problem` says why the last
    /// try did not work.
    pub fn new(layout: Layout, key: &str, uri: &str, problem: &str) -> Self {
        Self {
            layout,
            key: key.to_owned(),
            uri: uri.to_owned(),
            square: Square::of(uri),
            carried: None,
            problem: problem.to_owned(),
        }
    }

    /// The key is to take the place of another: the page carries it, sealed.
    #[must_use]
    pub fn replacing(mut self, carried: &str) -> Self {
        self.carried = Some(carried.to_owned());
        self
    }
}

/// A QR code: its modules as one path, and how many there are on a side with the quiet zone.
#[derive(Clone, Debug)]
struct Square {
    side: usize,
    path: String,
}

impl Square {
    /// Four empty modules around it, as the standard asks.
    const QUIET: usize = 4;

    fn of(text: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
        let width = code.width();
        let colours = code.to_colors();
        let dark = colours
            .iter()
            .enumerate()
            .filter(|(_, c)| **c == Color::Dark);
        let mut path = String::new();
        for (at, _) in dark {
            let (x, y) = (at % width + Self::QUIET, at / width + Self::QUIET);
            write!(path, "M{x} {y}h1v1h-1z").ok()?;
        }
        Some(Self {
            side: width + 2 * Self::QUIET,
            path,
        })
    }
}

/// The recovery codes, shown once.
#[derive(Clone, Debug, Template)]
#[template(path = "desk/recovery.html")]
pub struct RecoveryPage {
    layout: Layout,
    codes: Vec<String>,
}

impl RecoveryPage {
    /// The codes in the order in which they are shown.
    pub fn new(layout: Layout, codes: Vec<String>) -> Self {
        Self { layout, codes }
    }
}

/// What somebody sees who follows an invitation.
#[derive(Clone, Debug, Template)]
#[template(path = "desk/invitation.html")]
pub struct InvitationPage {
    layout: Layout,
    action: String,
    role: Role,
    name: String,
    problem: String,
}

impl InvitationPage {
    /// `token` is what the link holds; `problem` says why the last try did not work.
    pub fn new(layout: Layout, token: &str, role: Role, name: &str, problem: &str) -> Self {
        Self {
            layout,
            action: format!("{}/{token}", paths::INVITATION),
            role,
            name: name.to_owned(),
            problem: problem.to_owned(),
        }
    }
}
