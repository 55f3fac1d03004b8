//! The taxonomy embedded in the program.

use super::{ListId, Taxonomy};

macro_rules! technology_files {
    ($($name:literal),+ $(,)?) => {
        /// Files of technologies with their text, in the order technologies are listed.
        const TECHNOLOGIES: &[(&str, &str)] = &[$((
            $name,
            include_str!(concat!("../../schema/taxonomy/technologies/", $name, ".toml")),
        )),+];
    };
}

technology_files!(
    "databases",
    "caches-queues",
    "languages",
    "building",
    "running",
    "network",
    "watching",
    "cloud-aws",
    "cloud-azure",
    "cloud-google",
    "cloud-cloudflare",
    "cloud-others",
    "fields",
);

#[expect(
    clippy::expect_used,
    reason = "the input is part of the program, and a test reads it"
)]
pub(super) fn read() -> Taxonomy {
    Taxonomy::parse(ListId::source, TECHNOLOGIES).expect("the embedded taxonomy is sound")
}
