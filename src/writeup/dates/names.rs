//! Names of months and weekdays in English, Norwegian, German, French, Spanish, Portuguese and
//! Dutch.

use super::super::scan::letters;

const MONTHS: [(u8, &str); 12] = [
    (
        1,
        "jan january januar janvier janv enero ene janeiro januari",
    ),
    (
        2,
        "feb february februar février févr febrero fevereiro fev februari",
    ),
    (3, "mar march mars märz marzo março maart mrt"),
    (4, "apr april avril avr abril abr"),
    (5, "may mai mayo maio mei"),
    (6, "jun june juni juin junio junho"),
    (7, "jul july juli juillet juil julio julho"),
    (8, "aug august août agosto ago augustus"),
    (9, "sep sept september septembre septiembre setembro set"),
    (10, "oct october okt oktober octobre octubre outubro out"),
    (11, "nov november novembre noviembre novembro"),
    (
        12,
        "dec december des desember dez dezember décembre déc diciembre dic dezembro",
    ),
];

const WEEKDAYS: &str = "mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat \
     saturday sun sunday mandag tirsdag onsdag torsdag fredag lørdag søndag montag \
     dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi \
     vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo \
     segunda terça quarta quinta sexta maandag dinsdag woensdag donderdag vrijdag \
     zaterdag zondag mo";

/// The number of the month that the text begins with.
pub(super) fn month(text: &str) -> Option<(u8, &str)> {
    let (word, rest) = letters(text);
    if !(3..=12).contains(&word.len()) {
        return None;
    }
    let word = word.to_lowercase();
    MONTHS
        .into_iter()
        .find(|(_, names)| names.split(' ').any(|name| name == word))
        .map(|(number, _)| (number, rest))
}

/// The rest after a weekday, with the comma that may follow.
pub(in super::super) fn strip_weekday(text: &str) -> Option<&str> {
    let (word, rest) = letters(text);
    if word.is_empty() || word.len() > 12 {
        return None;
    }
    let word = word.to_lowercase();
    WEEKDAYS
        .split(' ')
        .any(|name| name == word)
        .then(|| rest.strip_prefix("-feira").unwrap_or(rest))
        .map(|rest| rest.trim_start_matches([',', '.']))
}
