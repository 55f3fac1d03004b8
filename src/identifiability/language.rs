//! In which language a text is, as far as its small words tell.

/// Small words that English alone has, or has most.
const ENGLISH: &str = "the of and to in was is that for with on at were by from had it this be not which after we as are but when an or have";
/// Small words of languages in which dates, times and section names are known, names less so.
const KNOWN: &str = "der die das und ist nicht wurde ein eine dem den mit auf sich für wir von zu \
le la les des est pas une dans nous avait été pour sur et du au que qui \
el los las una por con fue se del no nos era para y \
os uma não foi com nós dos das ao em o \
het een van niet werd wij voor dat op zijn de en \
og det som ikke ble var på vi til av ei";

/// How well the anonymiser reads a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// English, or too little text to tell.
    Well,
    /// A language of which it knows dates, times and sections.
    Partly,
    /// Any other.
    Badly,
}

/// Too few words to tell a language by.
const ENOUGH: usize = 40;

pub(super) fn reading(texts: &[&str]) -> Reading {
    let (mut words, mut english, mut known, mut foreign_script) = (0, 0, 0, 0);
    let has = |list: &str, word: &str| list.split_whitespace().any(|listed| listed == word);
    for word in texts
        .iter()
        .flat_map(|text| text.split(|c: char| !c.is_alphabetic()))
        .filter(|word| !word.is_empty())
        .take(4_000)
    {
        words += 1;
        foreign_script += usize::from(word.chars().all(|c| u32::from(c) > 0x24f));
        if word.len() > 5 {
            continue;
        }
        let word = word.to_lowercase();
        english += usize::from(has(ENGLISH, &word));
        known += usize::from(has(KNOWN, &word));
    }
    if foreign_script * 4 > words && words > 10 {
        return Reading::Badly;
    }
    // Logs and lists have few small words in any language.
    if words < ENOUGH || english * 10 >= words || english >= known && english * 25 >= words {
        return Reading::Well;
    }
    if known * 8 >= words {
        Reading::Partly
    } else if (english + known) * 20 >= words {
        Reading::Well
    } else {
        Reading::Badly
    }
}
