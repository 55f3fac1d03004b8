//! Where a registry is reached: feeds and maps need whole addresses.

use std::fmt;
use std::str::FromStr;

/// The part of an address before the path, such as `https://candor.example`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site(String);

impl Site {
    /// For who asks without saying where.
    pub fn nowhere() -> Self {
        Self("http://localhost".to_owned())
    }

    /// The whole address of a path of this site, which begins with `/`.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}

impl FromStr for Site {
    type Err = SiteError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.strip_suffix('/').unwrap_or(text);
        let (scheme, authority) = text.split_once("://").ok_or(SiteError)?;
        // Nothing that could end an attribute, begin a path, or name a user.
        let plain =
            |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b':' | b'[' | b']');
        let fits = matches!(scheme, "http" | "https")
            && (1..=255).contains(&authority.len())
            && authority.bytes().all(plain);
        if fits {
            Ok(Self(text.to_owned()))
        } else {
            Err(SiteError)
        }
    }
}

impl fmt::Display for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The text is not the address of a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the address of a site is http:// or https:// and a host, without a path")]
pub struct SiteError;
