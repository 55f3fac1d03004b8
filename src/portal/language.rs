//! The languages of the interface. What people wrote stays in the language they wrote it in.

/// A language the pages are written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// British English, which every page speaks.
    #[default]
    English,
    /// German.
    German,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// The tag that browsers and readers know it by (BCP 47).
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en-GB",
            Self::German => "de",
        }
    }

    /// The part of the tag before the country; also the folder of its messages.
    pub fn primary(self) -> &'static str {
        self.tag().split('-').next().unwrap_or_default()
    }

    /// The one that a browser's `Accept-Language` would rather have (RFC 9110, 12.5.4); English
    /// where it wants none of ours.
    pub fn preferred(accepted: &str) -> Self {
        let wishes = accepted.split(',').filter_map(|wish| {
            let (range, weight) = wish.split_once(';').unwrap_or((wish, "q=1"));
            let weight: f32 = weight.trim().strip_prefix("q=")?.parse().ok()?;
            let primary = range.split('-').next()?.trim().to_ascii_lowercase();
            let language = match primary.as_str() {
                "*" => Self::default(),
                name => *Self::ALL.iter().find(|ours| ours.primary() == name)?,
            };
            (weight > 0.0).then_some((weight, language))
        });
        // The first of those with the greatest weight.
        let best = wishes.reduce(|best, wish| if wish.0 > best.0 { wish } else { best });
        best.map(|(_, language)| language).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Language::{self, English, German};

    #[test]
    fn a_browser_gets_the_language_it_asks_for() {
        for (accepted, language) in [
            ("de", German),
            ("de-AT, en;q=0.5", German),
            ("DE-ch", German),
            ("en-US,en;q=0.9,de;q=0.8", English),
            ("fr, de;q=0.7, en;q=0.3", German),
            ("en;q=0.5, de;q=0.5", English),
            ("de;q=0, en", English),
            ("de;q=0", English),
            ("fr, *;q=0.1", English),
            ("fr", English),
            ("de;q=much", English),
            ("den", English),
            ("", English),
        ] {
            assert_eq!(Language::preferred(accepted), language, "{accepted}");
        }
    }
}
