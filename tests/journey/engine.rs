//! Which browser the journeys are walked in: Chromium, or Firefox where `CANDOR_TEST_FIREFOX` names
//! its program and `geckodriver` is there to drive it.

use std::env;
use std::process::Command;

use serde_json::{Value, json};

/// A kind of browser.
pub(super) enum Engine {
    Chromium,
    Firefox { program: String },
}

/// What is to be opened: always without scripts.
#[derive(Clone, Copy)]
pub(super) struct Window<'a> {
    /// What pages are asked for in.
    pub(super) language: &'a str,
    /// Pixels.
    pub(super) width: u32,
    pub(super) dark: bool,
}

impl Engine {
    /// The one that was asked for.
    #[expect(clippy::disallowed_methods, reason = "a test has no other settings")]
    pub(super) fn asked_for() -> Self {
        env::var("CANDOR_TEST_FIREFOX").map_or(Self::Chromium, |program| Self::Firefox { program })
    }

    /// Its driver, on a port of its own choice.
    pub(super) fn driver(&self) -> Command {
        let mut driver = Command::new(match self {
            Self::Chromium => "chromedriver",
            Self::Firefox { .. } => "geckodriver",
        });
        driver.arg("--port=0");
        driver
    }

    /// The port, if the driver says it on this line.
    pub(super) fn port(&self, line: &str) -> Option<String> {
        let before = match self {
            Self::Chromium => "successfully on port ",
            Self::Firefox { .. } => "Listening on 127.0.0.1:",
        };
        let (_, port) = line.split_once(before)?;
        Some(port.chars().take_while(char::is_ascii_digit).collect())
    }

    /// A window, with a folder for its profile.
    pub(super) fn open(&self, window: Window<'_>, profile: &str) -> Value {
        let Window {
            language,
            width,
            dark,
        } = window;
        let wanted = match self {
            Self::Chromium => {
                let mut arguments = vec![
                    "--headless".to_owned(),
                    "--no-sandbox".to_owned(),
                    "--disable-gpu".to_owned(),
                    "--disable-quic".to_owned(),
                    "--disable-dev-shm-usage".to_owned(),
                    "--no-first-run".to_owned(),
                    "--disable-background-networking".to_owned(),
                    "--disable-component-update".to_owned(),
                    "--disable-sync".to_owned(),
                    format!("--user-data-dir={profile}"),
                    format!("--window-size={width},900"),
                ];
                if dark {
                    arguments.push("--force-prefers-color-scheme=dark".to_owned());
                    arguments.push("--blink-settings=preferredColorScheme=0".to_owned());
                }
                json!({
                    "browserName": "chrome",
                    "goog:chromeOptions": {
                        "args": arguments,
                        "prefs": {
                            "profile.managed_default_content_settings.javascript": 2,
                            "intl.accept_languages": language,
                        },
                    },
                })
            }
            Self::Firefox { program } => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": program,
                    "args": ["--headless", "--width", width.to_string(), "--height", "900"],
                    "prefs": {
                        "javascript.enabled": false,
                        "intl.accept_languages": language,
                        "layout.css.prefers-color-scheme.content-override": u8::from(!dark),
                    },
                },
            }),
        };
        json!({ "capabilities": { "alwaysMatch": wanted } })
    }
}
