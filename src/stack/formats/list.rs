//! A plain list: names and package URLs, one a line or with commas between.

use crate::stack::components::Components;
use crate::stack::lines;

/// Bytes of a name.
const LONGEST: usize = 100;

pub(super) fn read(text: &str, into: &mut Components) {
    for line in lines::without_comments(text) {
        for item in line.split([',', ';', '\t']) {
            let item = item.trim().trim_start_matches(['-', '*', '•']).trim();
            if item.len() <= LONGEST && !into.purl(item) {
                into.name(item);
            }
        }
    }
}
