//! Words that are spelt in two ways, in one.

use std::borrow::Cow;

/// Beginnings of words in -ize and -yze: the `z` becomes `s`.
const STEMS: &str = "analyz apologiz authoriz capitaliz catalyz categoriz centraliz characteriz containeriz criticiz customiz decentraliz deserializ dockeriz emphasiz equaliz finaliz formaliz generaliz harmoniz initializ itemiz legaliz localiz materializ maximiz memoriz minimiz mobiliz moderniz monetiz neutraliz normaliz optimiz organiz oversiz paralyz parallelliz parameteriz penaliz personaliz prioritiz randomiz rasteriz realiz recogniz reinitializ reorganiz resynchroniz sanitiz scrutiniz serializ socializ specializ stabiliz standardiz summariz synchroniz tokeniz trivializ utiliz vectoriz virtualiz visualiz";

/// The other words: one spelling, and the one it becomes.
const WORDS: &str = "acknowledgment acknowledgement\naging ageing\namongst among\nartifact artefact\nartifacts artefacts\nbehavior behaviour\nbehaviors behaviours\nbehavioral behavioural\ncanceled cancelled\ncanceling cancelling\ncatalog catalogue\ncatalogs catalogues\ncenter centre\ncenters centres\ncentered centred\ncolor colour\ncolors colours\ncolored coloured\ndefense defence\nfavor favour\nfavored favoured\nfavorite favourite\nflavor flavour\nflavors flavours\nfueled fuelled\nfulfill fulfil\nfulfills fulfils\ngray grey\nhonor honour\nhonored honoured\nhonors honours\njudgment judgement\nlabeled labelled\nlabeling labelling\nlabor labour\nlearnt learned\nmodeled modelled\nmodeling modelling\nneighbor neighbour\nneighbors neighbours\nrumor rumour\nsignaled signalled\nsignaling signalling\nskeptical sceptical\nspelt spelled\ntotaled totalled\ntoward towards\ntraveled travelled\nwhilst while";

/// The word in one spelling. A word with a capital is left unless it opens a sentence: it may be a
/// name, as in Data Center Edition. So is a word in an identifier.
pub(super) fn one(word: &str, opens: bool) -> Cow<'_, str> {
    let begin = word.len() - word.trim_start_matches(['(', '"', '\'', '*', '_']).len();
    let tail = word.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '"', '\'', '*', '_']);
    let (Some(head), Some(core), Some(rest)) =
        (word.get(..begin), tail.get(begin..), word.get(tail.len()..))
    else {
        return Cow::Borrowed(word);
    };
    let letters = core.len() >= 4 && core.bytes().all(|b| b.is_ascii_alphabetic());
    let inner_capital = core.bytes().skip(1).any(|b| b.is_ascii_uppercase());
    let capital = core.starts_with(|c: char| c.is_ascii_uppercase());
    if !letters || inner_capital || capital && !opens || rest.starts_with(':') && capital {
        return Cow::Borrowed(word);
    }
    let lower = core.to_ascii_lowercase();
    let stem = STEMS.split(' ').find(|stem| lower.starts_with(stem));
    let spelt = if let Some(stem) = stem {
        let z = stem.len() - 1;
        format!(
            "{}s{}",
            lower.get(..z).unwrap_or_default(),
            lower.get(z + 1..).unwrap_or_default()
        )
    } else {
        let pair = WORDS
            .lines()
            .filter_map(|line| line.split_once(' '))
            .find(|(from, _)| *from == lower);
        match pair {
            Some((_, to)) => to.to_owned(),
            None => return Cow::Borrowed(word),
        }
    };
    let mut spelt = spelt;
    if let (true, Some(first)) = (capital, spelt.get_mut(..1)) {
        first.make_ascii_uppercase();
    }
    Cow::Owned(format!("{head}{spelt}{rest}"))
}
