//! What technologies are called where software is fetched from: names of packages, images, charts
//! and resources, so that a manifest can be read as a list of technologies.

use rustc_hash::FxHashMap;

use super::{TaxonomyError, Technology};

macro_rules! ecosystems {
    ($($(#[$doc:meta])* $name:ident = $id:literal),+ $(,)?) => {
        /// Where a package comes from, and so how its name is to be read.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Ecosystem {
            $($(#[$doc])* $name,)+
        }

        impl Ecosystem {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// Its name in the taxonomy's `packages`, before the colon.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)+
                }
            }
        }
    };
}

ecosystems! {
    /// JavaScript: `express`, `@nestjs/core`.
    Npm = "npm",
    /// Python: `django`, in the index's normal form.
    PyPi = "pypi",
    /// Rust: `actix-web`.
    Crates = "crates",
    /// Java and its kin: `group:artifact`.
    Maven = "maven",
    /// Go modules by path, without the major version.
    Go = "go",
    /// Ruby.
    Gem = "gem",
    /// PHP: `vendor/package`, and extensions as `ext-redis`.
    Composer = "composer",
    /// .NET.
    NuGet = "nuget",
    /// Packages of Debian, Alpine, Fedora and their kin.
    Deb = "deb",
    /// Container images without registry, tag and digest.
    Image = "image",
    /// Terraform's resource types; a provider is its prefix, such as `aws_`.
    Terraform = "terraform",
    /// Charts by name.
    Helm = "helm",
    /// Kubernetes API groups and provisioners: `cert-manager.io`.
    Kubernetes = "k8s",
    /// GitHub Actions: `owner/action`.
    Action = "action",
}

/// Where a name may end so that what follows it is left open (`aws_db_*`).
const SEPARATORS: [char; 6] = ['/', '-', '_', ':', '.', '@'];
/// An open entry has fewer parts than this.
const MOST_PARTS: usize = 12;
/// Longer names are nobody's.
const LONGEST: usize = 200;

impl Ecosystem {
    /// The name as it is compared; `None` for what is no name.
    fn normal(self, name: &str) -> Option<String> {
        let name = name.trim();
        if name.is_empty() || name.len() > LONGEST {
            return None;
        }
        let name = name.to_lowercase();
        Some(match self {
            Self::PyPi => name.replace(['_', '.'], "-"),
            Self::Crates => name.replace('_', "-"),
            Self::Image => image(&name).to_owned(),
            Self::Go => without_major(&name).to_owned(),
            Self::Npm
            | Self::Maven
            | Self::Gem
            | Self::Composer
            | Self::NuGet
            | Self::Deb
            | Self::Terraform
            | Self::Helm
            | Self::Kubernetes
            | Self::Action => name,
        })
    }
}

/// `registry:5000/library/redis:7@sha256:…` is `redis`.
fn image(name: &str) -> &str {
    let name = name.split('@').next().unwrap_or_default();
    let name = match (name.rfind(':'), name.rfind('/')) {
        (Some(tag), Some(slash)) if tag < slash => name,
        (Some(tag), _) => name.get(..tag).unwrap_or(name),
        (None, _) => name,
    };
    let name = match name.split_once('/') {
        Some((host, rest)) if host.contains(['.', ':']) || host == "localhost" => rest,
        _ => name,
    };
    name.strip_prefix("library/").unwrap_or(name)
}

/// `github.com/redis/go-redis/v9` is `github.com/redis/go-redis`.
fn without_major(path: &str) -> &str {
    match path.rsplit_once("/v") {
        Some((rest, major)) if !major.is_empty() && major.bytes().all(|b| b.is_ascii_digit()) => {
            rest
        }
        _ => path,
    }
}

/// Packages of all technologies, as they are written there (`npm:ioredis`, `terraform:aws_db_*`),
/// each with the place of its technology.
#[derive(Debug, Default)]
pub(super) struct Packages {
    exact: FxHashMap<String, usize>,
    /// By what stands before the `*`.
    open: FxHashMap<String, (usize, String)>,
}

impl Packages {
    /// Refuses a package of two technologies, and one in another form than it is compared in.
    pub(super) fn of(technologies: &[Technology]) -> Result<Self, TaxonomyError> {
        let mut packages = Self::default();
        for (position, technology) in technologies.iter().enumerate() {
            for package in technology.packages() {
                if !is_well_formed(package) {
                    return Err(TaxonomyError::BadPackage {
                        technology: technology.slug().clone(),
                        package: package.clone(),
                    });
                }
                let first = match package.strip_suffix('*') {
                    None => packages.exact.insert(package.clone(), position),
                    Some(begin) => packages
                        .open
                        .insert(begin.to_owned(), (position, package.clone()))
                        .map(|(first, _)| first),
                };
                if let Some(first) = first {
                    let first = technologies.get(first).unwrap_or(technology);
                    return Err(TaxonomyError::DuplicatePackage {
                        package: package.clone(),
                        first: first.slug().clone(),
                        second: technology.slug().clone(),
                    });
                }
            }
        }
        Ok(packages)
    }

    /// Whose package this is, and the entry that says so: the name itself, else the longest of the
    /// open ones (`@aws-sdk/*`); for an image then the part after its last `/`, and for what
    /// belongs to a domain its parent domain.
    pub(super) fn find(&self, ecosystem: Ecosystem, name: &str) -> Option<(usize, &str)> {
        let name = ecosystem.normal(name)?;
        let found = self.exact_or_open(ecosystem, &name);
        match ecosystem {
            Ecosystem::Image => found.or_else(|| {
                let (_, last) = name.rsplit_once('/')?;
                self.exact_or_open(ecosystem, last)
            }),
            Ecosystem::Kubernetes => found.or_else(|| {
                let parents = name.match_indices('.').map(|(at, _)| at + 1);
                let mut parents = parents.filter_map(|at| name.get(at..));
                parents.find_map(|parent| self.exact(ecosystem, parent))
            }),
            _ => found,
        }
    }

    fn exact_or_open(&self, ecosystem: Ecosystem, name: &str) -> Option<(usize, &str)> {
        let key = format!("{}:{name}", ecosystem.as_str());
        if let Some((entry, position)) = self.exact.get_key_value(&key) {
            return Some((*position, entry));
        }
        let head = ecosystem.as_str().len() + 1;
        let parts = key.match_indices(SEPARATORS).map(|(at, _)| at + 1);
        let mut longest = None;
        for end in parts.filter(|end| *end > head).take(MOST_PARTS) {
            let open = key.get(..end).and_then(|begin| self.open.get(begin));
            longest = open.or(longest);
        }
        longest.map(|(position, entry)| (*position, entry.as_str()))
    }

    fn exact(&self, ecosystem: Ecosystem, name: &str) -> Option<(usize, &str)> {
        let key = format!("{}:{name}", ecosystem.as_str());
        let (entry, position) = self.exact.get_key_value(&key)?;
        Some((*position, entry))
    }
}

fn is_well_formed(package: &str) -> bool {
    let Some((ecosystem, name)) = package.split_once(':') else {
        return false;
    };
    let ecosystem = Ecosystem::ALL.iter().find(|e| e.as_str() == ecosystem);
    let exact = name.strip_suffix('*').unwrap_or(name);
    let open = exact.len() < name.len();
    ecosystem
        .and_then(|ecosystem| ecosystem.normal(exact))
        .is_some_and(|normal| normal == exact)
        && !exact.contains(['*', ' '])
        && (!open || exact.ends_with(SEPARATORS))
}
