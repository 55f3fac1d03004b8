//! Pages of text: about, privacy, how we anonymise.

use askama::Template;

use crate::portal::{Layout, Section};

/// Declares a page that is its template and nothing else.
macro_rules! text_pages {
    ($($(#[$doc:meta])* $name:ident = $path:literal),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Template)]
        #[template(path = $path)]
        pub struct $name {
            layout: Layout,
        }

        impl $name {
            /// The page in its frame.
            pub fn new(layout: Layout) -> Self {
                Self { layout }
            }
        }
    )+};
}

text_pages! {
    /// What Candor is, who runs it, how a report is reviewed.
    AboutPage = "public/about.html",
    /// What is kept and what is not.
    PrivacyPage = "public/privacy.html",
    /// How text is anonymised.
    HowPage = "public/how_we_anonymise.html",
}
