//! Where a place is: the continent of cities, countries, site codes and cloud regions.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::lexicon::fold;

const PLACES: &str = include_str!("../../schema/lexicon/places.txt");
const SITES: &str = include_str!("../../schema/lexicon/sites.txt");
const REGIONS: &str = include_str!("../../schema/lexicon/cloud-regions.txt");

/// The continents as they are told.
pub(super) const CONTINENTS: [&str; 6] = [
    "Africa",
    "Asia",
    "Europe",
    "North America",
    "Oceania",
    "South America",
];

type Table = FxHashMap<&'static str, &'static str>;

/// The continent of every entry of a list in sections; one entry a line, or several by spaces.
fn table(list: &'static str, words: bool) -> Table {
    let mut table = Table::default();
    let mut section = "";
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        if let Some(head) = line.strip_prefix('[') {
            section = head.trim_end_matches(']');
        } else if let Some((names, continent)) = line.split_once('=') {
            table.extend(names.split('|').map(|name| (name, continent)));
        } else if words {
            table.extend(line.split_ascii_whitespace().map(|word| (word, section)));
        } else {
            table.insert(line, section);
        }
    }
    table
}

static BY_PLACE: LazyLock<Table> = LazyLock::new(|| table(PLACES, false));
static BY_SITE: LazyLock<Table> = LazyLock::new(|| table(SITES, true));
static BY_REGION: LazyLock<Table> = LazyLock::new(|| table(REGIONS, true));

/// Whether these three letters (folded) are the code of a city or an airport.
pub(super) fn is_site_code(letters: &str) -> bool {
    letters.len() == 3 && BY_SITE.contains_key(letters)
}

/// Whether this is the name of a cloud region.
pub(super) fn is_region(name: &str) -> bool {
    BY_REGION.contains_key(name)
}

/// The names of all cloud regions.
pub(super) fn regions_listed() -> impl Iterator<Item = &'static str> {
    BY_REGION.keys().copied()
}

/// The names of cloud regions that people write in several words: `West Europe`.
pub(super) fn spoken_regions() -> impl Iterator<Item = &'static str> {
    REGIONS
        .lines()
        .filter_map(|line| line.split_once('='))
        .flat_map(|(names, _)| names.split('|'))
}

/// The continent of a place, a site or a cloud region, if it is known.
pub(super) fn continent(text: &str) -> Option<&'static str> {
    let folded = fold(text);
    let whole = folded.as_ref();
    let known = |name: &str| {
        BY_PLACE
            .get(name)
            .or_else(|| BY_REGION.get(name))
            .copied()
            .or_else(|| by_code(name))
    };
    let found = known(whole).or_else(|| by_prefix(whole)).or_else(|| {
        whole
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.len() > 3)
            .find_map(|word| BY_PLACE.get(word).copied())
    })?;
    CONTINENTS.contains(&found).then_some(found)
}

/// `fra1`, `ams-3`: a code with a number.
fn by_code(name: &str) -> Option<&'static str> {
    let rest = name.get(3..)?;
    let number = rest.trim_start_matches('-');
    let fits = number.len() <= 2 && number.bytes().all(|b| b.is_ascii_digit());
    BY_SITE.get(name.get(..3)?).copied().filter(|_| fits)
}

/// The parts of the world that names of cloud regions begin with.
fn by_prefix(name: &str) -> Option<&'static str> {
    const PREFIXES: [(&str, &str); 38] = [
        ("us-", "North America"),
        ("use", "North America"),
        ("usw", "North America"),
        ("ca-", "North America"),
        ("canada", "North America"),
        ("mx-", "North America"),
        ("northamerica", "North America"),
        ("eastus", "North America"),
        ("westus", "North America"),
        ("centralus", "North America"),
        ("sa-", "South America"),
        ("southamerica", "South America"),
        ("brazil", "South America"),
        ("eu-", "Europe"),
        ("eu", "Europe"),
        ("uk", "Europe"),
        ("france", "Europe"),
        ("germany", "Europe"),
        ("norway", "Europe"),
        ("sweden", "Europe"),
        ("switzerland", "Europe"),
        ("poland", "Europe"),
        ("italy", "Europe"),
        ("ap-southeast-2", "Oceania"),
        ("ap-southeast-4", "Oceania"),
        ("ap", "Asia"),
        ("asia", "Asia"),
        ("cn-", "Asia"),
        ("japan", "Asia"),
        ("korea", "Asia"),
        ("me-", "Asia"),
        ("il-", "Asia"),
        ("uae", "Asia"),
        ("qatar", "Asia"),
        ("israel", "Asia"),
        ("australia", "Oceania"),
        ("af", "Africa"),
        ("southafrica", "Africa"),
    ];
    let digit =
        name.ends_with(|c: char| c.is_ascii_digit()) || name.contains(|c: char| c.is_ascii_digit());
    PREFIXES
        .iter()
        .find(|(prefix, _)| digit && name.starts_with(prefix))
        .map(|(_, continent)| *continent)
}

#[cfg(test)]
mod tests {
    #[test]
    fn places_are_on_their_continents() {
        for (place, continent) in [
            ("Lisbon", "Europe"),
            ("São Paulo", "South America"),
            ("Johannesburg", "Africa"),
            ("AMS-3", "Europe"),
            ("FRA1", "Europe"),
            ("eu-west-2a", "Europe"),
            ("us-east-1", "North America"),
            ("ap-southeast-2", "Oceania"),
            ("ap-south-1", "Asia"),
            ("westeurope", "Europe"),
            ("West Europe", "Europe"),
            ("cn-hangzhou", "Asia"),
            ("Deutschland", "Europe"),
        ] {
            assert_eq!(super::continent(place), Some(continent), "{place}");
        }
        for place in ["hall 3", "DC2", "Emberfalz"] {
            assert_eq!(super::continent(place), None, "{place}");
        }
    }
}
