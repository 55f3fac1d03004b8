//! Text as it looks to a reader: invisible characters gone, letters composed, look-alikes unmasked.
//!
//! Everything after this works on clean text; [`Clean::origin`] leads back to the text as given.

use std::borrow::Cow;

use super::glyph::{continues, is_composed, is_hidden, is_plain, is_styled, look_alike};
use super::markup;

use unicode_normalization::char::decompose_compatible;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Clean text and the way back to the given one.
pub(super) struct Clean<'a> {
    pub(super) text: Cow<'a, str>,
    /// For each character of the clean text its byte and the code points it came from; absent
    /// where nothing was changed.
    map: Option<Vec<Piece>>,
}

struct Piece {
    byte: usize,
    from: usize,
    to: usize,
}

impl<'a> Clean<'a> {
    pub(super) fn new(given: &'a str) -> Self {
        Self::layers(given, 16)
    }

    /// Takes at most `left` layers of markup away: nobody who wants to be read has more.
    fn layers(given: &'a str, left: u32) -> Self {
        if is_clean(given) && !markup::hides(given) {
            return Self {
                text: Cow::Borrowed(given),
                map: None,
            };
        }
        let mut chars: Vec<(char, usize, usize)> = Vec::with_capacity(given.len());
        let mut cluster: Vec<char> = Vec::new();
        let mut begun = 0;
        let mut previous = '\0';
        let mut points = given.chars().enumerate().peekable();
        while let Some((at, c)) = points.next() {
            // Most characters are what they look like, and so are those behind them.
            if is_plain(c) && points.peek().is_none_or(|(_, next)| is_plain(*next)) {
                if !cluster.is_empty() {
                    flush(&mut cluster, begun, at, &mut chars);
                }
                chars.push((c, at, at + 1));
                previous = c;
                continue;
            }
            if is_hidden(c, || Some(previous)) {
                continue;
            }
            previous = c;
            if !continues(c) && !cluster.is_empty() {
                flush(&mut cluster, begun, at, &mut chars);
            }
            if cluster.is_empty() {
                begun = at;
            }
            if is_styled(c) {
                decompose_compatible(c, |plain| cluster.push(plain));
            } else {
                cluster.push(c);
            }
        }
        let end = given.chars().count();
        flush(&mut cluster, begun, end, &mut chars);
        unmask(&mut chars);
        // A letter that was unmasked may be composed with the mark behind it.
        if left > 0 && (markup::reveal(&mut chars) || !is_nfc(&chars)) {
            chars = Self::again(&chars, left - 1);
        }

        let mut text = String::with_capacity(given.len());
        let mut map = Vec::with_capacity(chars.len());
        for (c, from, to) in chars {
            map.push(Piece {
                byte: text.len(),
                from,
                to,
            });
            text.push(c);
        }
        Self {
            text: Cow::Owned(text),
            map: Some(map),
        }
    }

    /// Without its markup a text may have something to clean again.
    fn again(chars: &[(char, usize, usize)], left: u32) -> Vec<(char, usize, usize)> {
        let text: String = chars.iter().map(|(c, ..)| *c).collect();
        let clean = Clean::layers(&text, left);
        let Some(map) = &clean.map else {
            return chars.to_vec();
        };
        let origin = |at: usize| chars.get(at).copied().unwrap_or_default();
        clean
            .text
            .chars()
            .zip(map)
            .map(|(c, piece)| {
                (
                    c,
                    origin(piece.from).1,
                    origin(piece.to.saturating_sub(1)).2,
                )
            })
            .collect()
    }

    /// The code points of the given text that the bytes `spans` of the clean text came from.
    /// `spans` are sorted and do not overlap.
    pub(super) fn origin(&self, spans: &[(usize, usize)]) -> Vec<(usize, usize)> {
        match &self.map {
            None => count_points(&self.text, spans),
            Some(map) => {
                let at = |byte: usize| map.partition_point(|piece| piece.byte < byte);
                spans
                    .iter()
                    .map(|&(start, end)| {
                        let from = map.get(at(start)).map_or(0, |piece| piece.from);
                        let last = map.get(at(end).saturating_sub(1));
                        (from, last.map_or(from, |piece| piece.to))
                    })
                    .collect()
            }
        }
    }
}

fn count_points(text: &str, spans: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let (mut byte, mut point) = (0, 0);
    let mut seek = |to: usize| {
        point += text.get(byte..to).map_or(0, |part| part.chars().count());
        byte = to.max(byte);
        point
    };
    spans
        .iter()
        .map(|&(start, end)| (seek(start), seek(end)))
        .collect()
}

fn is_clean(text: &str) -> bool {
    let bytes = text.as_bytes();
    let control = |b: &u8| *b < 32 && !matches!(b, b'\n' | b'\r' | b'\t') || *b == 127;
    // Whole parts at a time: that is many bytes in one step.
    let any = |part: &[u8]| part.iter().fold(false, |any, b| any | control(b));
    if bytes.chunks(64).any(any) {
        return false;
    }
    let mut composed = true;
    let mut at = 0;
    while let Some(found) = bytes.get(at..).and_then(beyond_ascii) {
        let from = at + found;
        let Some(c) = text.get(from..).and_then(|rest| rest.chars().next()) else {
            break;
        };
        at = from + c.len_utf8();
        let previous = || text.get(..from).and_then(|head| head.chars().next_back());
        if is_hidden(c, previous) || is_styled(c) || is_masked(c, text, from) {
            return false;
        }
        composed &= is_composed(c);
    }
    composed || is_nfc_quick(text.chars()) == IsNormalized::Yes
}

/// Where the first byte beyond ASCII is.
fn beyond_ascii(bytes: &[u8]) -> Option<usize> {
    let plain = bytes.chunks(64).take_while(|part| part.is_ascii()).count() * 64;
    let rest = bytes.get(plain..)?;
    rest.iter()
        .position(|b| !b.is_ascii())
        .map(|found| plain + found)
}

/// Whether `c`, at byte `at`, looks like a Latin letter in a word with Latin letters.
fn is_masked(c: char, text: &str, at: usize) -> bool {
    look_alike(c).is_some() && {
        let (before, after) = text.split_at_checked(at).unwrap_or_default();
        let letter = |c: &char| c.is_alphabetic();
        before
            .chars()
            .rev()
            .take_while(letter)
            .any(|c| c.is_ascii())
            || after.chars().take_while(letter).any(|c| c.is_ascii())
    }
}

fn flush(cluster: &mut Vec<char>, from: usize, to: usize, out: &mut Vec<(char, usize, usize)>) {
    if cluster.is_empty() {
        return;
    }
    if let [c] = cluster.as_slice()
        && is_composed(*c)
    {
        out.push((*c, from, to));
        cluster.clear();
        return;
    }
    out.extend(cluster.drain(..).nfc().map(|c| (c, from, to)));
}

fn is_nfc(chars: &[(char, usize, usize)]) -> bool {
    let plain = || chars.iter().map(|(c, ..)| *c);
    is_nfc_quick(plain()) == IsNormalized::Yes || plain().nfc().eq(plain())
}

/// Within one word that mixes alphabets, letters that look Latin are meant as Latin.
fn unmask(chars: &mut [(char, usize, usize)]) {
    for word in chars.split_mut(|(c, ..)| !c.is_alphabetic()) {
        if word.iter().any(|(c, ..)| c.is_ascii()) {
            for (c, ..) in word.iter_mut() {
                *c = look_alike(*c).unwrap_or(*c);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_is_borrowed() {
        assert!(matches!(
            Clean::new("Redis fell over – twice").text,
            Cow::Borrowed(_)
        ));
    }

    #[test]
    fn what_hides_a_name_is_taken_away() {
        for (given, clean) in [
            ("Qui\u{200B}ll\u{AD}pay", "Quillpay"),
            ("\u{202E}Anna\u{202C}", "Anna"),
            ("Zoe\u{308} K", "Zoë K"),
            ("Pаul", "Paul"),
            ("Ｑｕｉｌｌ", "Quill"),
            ("Па́вел", "Па́вел"),
            ("a\u{E0041}b", "ab"),
            ("**Meena**kshi and Mee**nakshi**", "Meenakshi and Meenakshi"),
            ("_Tom_ Ashdown, *Tom* *Ashdown*", "Tom Ashdown, Tom Ashdown"),
            ("a&#64;b.example, a&#x40;b, a%40b", "a@b.example, a@b, a@b"),
            ("Tom &amp;amp; Co, O&#39;Brien", "Tom & Co, O'Brien"),
            ("Jo<b>hn</b> and <i>Me</i>ena", "John</b> and <i>Meena"),
            (
                "~~Mee~~nakshi, `Mee`nakshi, `Pod`s",
                "Meenakshi, Meenakshi, `Pod`s",
            ),
            (
                "a%2540b, \\u0041nna, Zo=C3=AB, Ren&eacute;e",
                "a@b, Anna, Zoë, Renée",
            ),
            ("An&shy;na, An&#8203;na, &#x410;nna", "Anna, Anna, Anna"),
            ("&amp;#38;amp;#65;nna", "Anna"),
            ("Tom&nbsp;Ashdown", "Tom Ashdown"),
            ("\\u0041\u{430}\u{301}, P\u{430}\u{301}ul", "Aá, Pául"),
            ("Zo&#101;\u{308}, **Me**еnakshi", "Zoë, Meenakshi"),
            (
                "**bold** a*b*c %40s 2**10 snake_case_word &lt;b&gt;",
                "**bold** a*b*c %40s 2**10 snake_case_word &lt;b&gt;",
            ),
        ] {
            assert_eq!(Clean::new(given).text, clean, "{given:?}");
            assert_eq!(Clean::new(clean).text, clean, "twice: {given:?}");
        }
    }

    #[test]
    fn offsets_lead_back_to_the_given_text() {
        let clean = Clean::new("é A\u{200B}nn\u{200B}a, Zoe\u{308}");
        let at = clean.text.find("Anna").unwrap();
        assert_eq!(clean.origin(&[(at, at + 4)]), [(2, 8)]);
        let marked = Clean::new("**Mee**na a&#64;b");
        assert_eq!(marked.text, "Meena a@b");
        assert_eq!(marked.origin(&[(0, 5), (6, 9)]), [(2, 9), (10, 17)]);
        let at = clean.text.find("Zoë").unwrap();
        assert_eq!(clean.origin(&[(at, at + 4)]), [(10, 14)]);
    }
}
