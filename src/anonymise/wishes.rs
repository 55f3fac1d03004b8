//! What the reporter wants: names that go wherever they stand, and words that stay.

use rustc_hash::FxHashSet;

use super::clean::Clean;
use super::doc::Finding;
use super::kind::Kind;
use super::lexicon::fold;
use super::rules::DECLARED;
use super::text::RawText;

/// The reporter's own say over what goes and what stays.
///
/// A name to remove wins over a word to keep, and no wish keeps a secret, an e-mail address, a
/// telephone number, a web address or a card's or account's number.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// Names that go wherever they stand: own company, products, services, customers.
    pub remove: Vec<RawText>,
    /// Words that stay where they were taken for a name. Case and accents do not count.
    pub keep: Vec<RawText>,
    /// Whether the style is flattened, too.
    pub plain_style: bool,
}

impl Wishes {
    /// Only names to remove.
    pub fn removing(names: impl IntoIterator<Item = RawText>) -> Self {
        Self {
            remove: names.into_iter().collect(),
            ..Self::default()
        }
    }

    /// The names to remove, as the rules look for them.
    pub(super) fn names(&self) -> Vec<String> {
        self.remove
            .iter()
            .map(|name| Clean::new(name.expose()).text.trim().to_owned())
            .filter(|name| !name.is_empty())
            .collect()
    }

    /// The words to keep, as findings are compared with them.
    pub(super) fn kept(&self) -> Kept {
        let words = self
            .keep
            .iter()
            .map(|word| plain(&Clean::new(word.expose()).text));
        Kept(words.filter(|word| !word.is_empty()).collect())
    }
}

/// Whether a wish could keep a part of this kind that reads like this.
///
/// False for secrets, e-mail addresses, telephone numbers, web addresses (they may hold a password)
/// and numbers as long as a card's.
pub fn may_stay(kind: Kind, text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    !matches!(kind, Kind::Secret | Kind::Email | Kind::Phone | Kind::Url)
        && digits < 12
        && !text.contains("://")
}

/// Words to keep, folded.
pub(super) struct Kept(FxHashSet<String>);

impl Kept {
    /// Whether the finding, which reads `text`, is left alone.
    pub(super) fn spares(&self, finding: &Finding, text: &str) -> bool {
        !self.0.is_empty()
            && finding.rule != DECLARED
            && may_stay(finding.kind, text)
            && self.0.contains(&plain(text))
    }
}

/// Folded, one space between words, without signs around it and without a possessive.
fn plain(text: &str) -> String {
    let folded = fold(text);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let joined = words.join(" ");
    let bare = joined.trim_matches(|c: char| !c.is_alphanumeric());
    bare.strip_suffix("'s")
        .or_else(|| bare.strip_suffix("’s"))
        .unwrap_or(bare)
        .to_owned()
}
