//! What single characters are: hidden, in costume, or other letters' look-alikes.

use unicode_normalization::char::canonical_combining_class;

/// Characters of which it is known at a glance that they are composed already.
pub(super) fn is_composed(c: char) -> bool {
    matches!(c, '\0'..='\u{2FF}' | '\u{2010}'..='\u{205F}' | '\u{2500}'..='\u{25FF}')
}

/// What can be typed on every keyboard.
pub(super) fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\n' | '\r' | '\t')
}

/// Characters nobody sees: they hide names from rules and rules from names.
pub(super) fn is_hidden(c: char, previous: impl FnOnce() -> Option<char>) -> bool {
    match c {
        '\n' | '\r' | '\t' => false,
        // A joiner or a presentation selector is part of an emoji.
        '\u{200D}' | '\u{FE0F}' => previous().is_none_or(|previous| {
            previous.is_alphanumeric()
                || previous.is_ascii()
                || continues(previous)
                || is_currency(previous)
        }),
        '\u{AD}'
        | '\u{34F}'
        | '\u{61C}'
        | '\u{115F}'
        | '\u{1160}'
        | '\u{17B4}'
        | '\u{17B5}'
        | '\u{3164}'
        | '\u{FFA0}'
        | '\u{FEFF}'
        | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0E}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E0FFF}' => true,
        _ => c.is_control(),
    }
}

/// The signs of currencies: no emoji, and gone with their amount.
fn is_currency(c: char) -> bool {
    matches!(c, '\u{A2}'..='\u{A5}' | '\u{20A0}'..='\u{20CF}')
}

/// Letters and digits in another costume: full width, mathematical, circled.
pub(super) fn is_styled(c: char) -> bool {
    matches!(c, '\u{17F}' | '\u{FB00}'..='\u{FB06}' | '\u{FF01}'..='\u{FF5E}' | '\u{1D400}'..='\u{1D7FF}' | '\u{24B6}'..='\u{24E9}')
}

/// Whether `c` belongs to the letter before it.
pub(super) fn continues(c: char) -> bool {
    !c.is_ascii() && (canonical_combining_class(c) != 0 || matches!(c, '\u{1161}'..='\u{11FF}'))
}

/// The Latin letter that `c`, a letter of another alphabet, looks like.
pub(super) fn look_alike(c: char) -> Option<char> {
    const LATIN: [(char, char); 46] = [
        ('а', 'a'),
        ('е', 'e'),
        ('о', 'o'),
        ('р', 'p'),
        ('с', 'c'),
        ('у', 'y'),
        ('х', 'x'),
        ('і', 'i'),
        ('ј', 'j'),
        ('ѕ', 's'),
        ('һ', 'h'),
        ('ԁ', 'd'),
        ('ԛ', 'q'),
        ('ԝ', 'w'),
        ('ո', 'n'),
        ('А', 'A'),
        ('В', 'B'),
        ('Е', 'E'),
        ('К', 'K'),
        ('М', 'M'),
        ('Н', 'H'),
        ('О', 'O'),
        ('Р', 'P'),
        ('С', 'C'),
        ('Т', 'T'),
        ('У', 'Y'),
        ('Х', 'X'),
        ('І', 'I'),
        ('Ј', 'J'),
        ('Ѕ', 'S'),
        ('α', 'a'),
        ('ο', 'o'),
        ('ν', 'v'),
        ('ι', 'i'),
        ('ρ', 'p'),
        ('Α', 'A'),
        ('Β', 'B'),
        ('Ε', 'E'),
        ('Ζ', 'Z'),
        ('Η', 'H'),
        ('Ι', 'I'),
        ('Κ', 'K'),
        ('Μ', 'M'),
        ('Ν', 'N'),
        ('Ο', 'O'),
        ('Τ', 'T'),
    ];
    if !matches!(c, '\u{370}'..='\u{58F}') {
        return None;
    }
    LATIN
        .iter()
        .find(|(other, _)| *other == c)
        .map(|(_, latin)| *latin)
}
