//! What is suggested for a report is mostly right, in the opinion of one of two readers. The figures are
//! those of `examples/suggestions`.

#[path = "../examples/suggestions/opinions.rs"]
mod opinions;

use std::path::Path;

use opinions::{LISTS, kappa, right};

#[test]
fn most_of_the_first_three_suggestions_are_right() {
    let opinions = opinions::read(Path::new(".")).unwrap();
    assert!(opinions.len() >= 60);
    for list in LISTS {
        let found = right(opinions.iter(), list);
        assert!(
            found.suggested >= 20 && found.either() >= 0.70,
            "{list}: {found}"
        );
        assert!(
            kappa(&opinions, list) >= 0.6,
            "{list}: the readers disagree"
        );
    }
}

#[test]
fn on_unseen_write_ups_they_do_not_get_worse() {
    let opinions = opinions::read(Path::new(".")).unwrap();
    let (mut right_ones, mut all) = (0.0, 0.0);
    for list in LISTS {
        let found = right(opinions.iter().filter(|report| report.unseen), list);
        right_ones += found.either() * f64::from(found.suggested);
        all += f64::from(found.suggested);
    }
    assert!(right_ones >= 0.58 * all, "{right_ones} of {all}");
}
