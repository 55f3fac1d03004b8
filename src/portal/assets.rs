//! Stylesheet, fonts and icon, embedded under names that carry a hash of their content, so that a
//! browser may keep each for ever.

use std::sync::LazyLock;

/// What a browser may do with an asset: keep it, since another content has another name.
pub const CACHE_CONTROL: &str = "public, max-age=31536000, immutable";

/// One embedded file.
#[derive(Debug)]
pub struct Asset {
    name: &'static str,
    /// Its address on the site.
    pub url: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// Its media type.
    pub content_type: &'static str,
}

macro_rules! file {
    ($path:expr) => {
        include_bytes!(concat!("../../frontend/", $path)).as_slice()
    };
}

/// Files of fonts by their names.
macro_rules! fonts {
    ($($name:literal),+ $(,)?) => {
        [$((concat!($name, ".woff2"), file!(concat!("fonts/", $name, ".woff2")))),+]
    };
}

const FONTS: [(&str, &[u8]); 18] = fonts![
    "mono-400",
    "mono-400-west",
    "mono-400-more",
    "sans-400",
    "sans-400-west",
    "sans-400-more",
    "sans-600",
    "sans-600-west",
    "sans-600-more",
    "serif-400-italic",
    "serif-400-italic-west",
    "serif-400-italic-more",
    "serif-400",
    "serif-400-west",
    "serif-400-more",
    "serif-display-600",
    "serif-display-600-west",
    "serif-display-600-more",
];

/// The stylesheet's parts in the order of the cascade.
const STYLES: [&str; 8] = [
    include_str!("../../frontend/css/fonts.css"),
    include_str!("../../frontend/css/tokens.css"),
    include_str!("../../frontend/css/base.css"),
    include_str!("../../frontend/css/layout.css"),
    include_str!("../../frontend/css/components.css"),
    include_str!("../../frontend/css/forms.css"),
    include_str!("../../frontend/css/contrast.css"),
    include_str!("../../frontend/css/print.css"),
];

static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    let mut assets: Vec<Asset> = FONTS
        .iter()
        .map(|(name, bytes)| asset(name, bytes.to_vec(), "font/woff2"))
        .collect();
    assets.push(asset(
        "favicon.svg",
        file!("favicon.svg").to_vec(),
        "image/svg+xml",
    ));
    // The stylesheet names its fonts; their addresses are known by now.
    let css = assets.iter().fold(STYLES.concat(), |css, font| {
        css.replace(
            &format!("asset({})", font.name),
            &format!("url({})", font.url),
        )
    });
    assets.push(asset(
        "candor.css",
        minify(&css).into_bytes(),
        "text/css; charset=utf-8",
    ));
    assets
});

fn asset(name: &'static str, bytes: Vec<u8>, content_type: &'static str) -> Asset {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
    let url = format!("/assets/{stem}.{:016x}.{extension}", fnv1a(&bytes));
    Asset {
        name,
        url,
        bytes,
        content_type,
    }
}

/// 64-bit FNV-1a: enough to tell versions of our own files apart.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Without comments, indentation and line ends.
fn minify(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        out.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out.lines().map(str::trim).collect()
}

/// The stylesheet without its fonts, for a page that must do with itself.
pub(super) fn inline_css() -> String {
    minify(&STYLES.get(1..).unwrap_or_default().concat())
}

/// The asset at this address, if there is one.
pub fn find(path: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.url == path)
}

/// The address of an asset by its plain name; the site's root for a name that is none.
pub fn url(name: &str) -> &'static str {
    ASSETS
        .iter()
        .find(|asset| asset.name == name)
        .map_or("/", |asset| asset.url.as_str())
}

/// All of them.
pub fn all() -> &'static [Asset] {
    &ASSETS
}
