//! Days that everybody can look up in a calendar.

use std::sync::LazyLock;

use crate::anonymise::doc::Doc;
use crate::anonymise::lexicon::Facts;
use crate::anonymise::phrases::PhraseBook;
use crate::anonymise::token::Shape;

const NAMES: &str = "King's Day|Constitution Day|Republic Day|Bank Holiday|Carnaval|Réveillon|Advent|Epiphany|Onam|Pongal|Dussehra|Holy Week|Corpus Christi|São João|Dia de los Muertos|Sinterklaas|Fastnacht|Karneval|Rosenmontag|Fronleichnam|Himmelfahrt|Bevrijdingsdag|Hemelvaart|Pinksteren|Syttende mai|Vesak|Tax season|Cup final|World Cup final|Black Friday|Cyber Monday|Christmas Eve|Christmas Day|Christmas|Xmas|New Year's Eve|New Year's Day|New Year|New Years|\
Easter Monday|Easter Sunday|Easter|Good Friday|Pentecost|Whit Monday|Ascension Day|Boxing Day|Thanksgiving|Halloween|Valentine's Day|Mother's Day|\
Father's Day|Women's Day|Labor Day|Labour Day|Memorial Day|Independence Day|Fourth of July|Bastille Day|Canada Day|Australia Day|Anzac Day|\
Singles' Day|Singles Day|Prime Day|Super Bowl|World Cup|Champions League final|Olympics|Olympic Games|Eid al-Fitr|Eid al-Adha|Eid|Ramadan|Diwali|Holi|\
Navratri|Lunar New Year|Chinese New Year|Golden Week|Mid-Autumn Festival|Dragon Boat Festival|Obon|Nyepi|Tết|Songkran|Chuseok|Hanukkah|Passover|\
Yom Kippur|Rosh Hashanah|Carnival|Mardi Gras|Oktoberfest|Weihnachten|Ostern|Pfingsten|Silvester|Neujahr|Noël|Pâques|Navidad|Semana Santa|Natal|\
Páscoa|Kerst|Pasen|Koningsdag|Jul|Påske|Midsummer|St Patrick's Day|Guy Fawkes|Bonfire Night|Back to School|Election Day|Tax Day|Leap Day|Día de Muertos|Buen Fin|Singles’ Day";

static HOLIDAYS: LazyLock<PhraseBook> = LazyLock::new(|| {
    let mut book = PhraseBook::default();
    NAMES.split('|').for_each(|name| book.add(name, 0));
    book
});

/// `Black Friday`, `Eid al-Fitr`, `Tết`, `the Super Bowl`, with a year if one follows.
pub(super) fn at(doc: &Doc, i: usize) -> Option<(usize, usize, &'static str)> {
    let token = doc.token(i);
    if !token.is_capital() || doc.glued(i) {
        return None;
    }
    let word = doc.folded(i);
    let hit = HOLIDAYS.at(doc.text, word, token.start, token.end)?;
    let single = hit.end == token.end;
    // A single word may be a name or a month (Jul, Natal, Eid, Holi): not beside another name.
    let next = doc.token(doc.token_from(hit.end));
    let named = single
        && next.shape == Shape::Capital
        && doc.slice(hit.end, next.start) == " "
        && next.is(Facts::SURNAME)
        && !next.is(Facts::COMMON);
    let odd = matches!(word, "jul" | "natal" | "holi" | "carnival" | "olympics") && single;
    (!named && !odd).then_some((hit.start, hit.end, "holiday"))
}
