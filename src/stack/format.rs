//! The kinds of files that are understood.

macro_rules! formats {
    ($($name:ident = $id:literal, $label:literal, [$($implied:literal),*];)+) => {
        /// A kind of file.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Format {
            $(#[doc = concat!("`", $id, "`.")] $name,)+
        }

        impl Format {
            /// All kinds.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// Its name in data.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)+
                }
            }

            /// The words people read.
            pub fn label(self) -> &'static str {
                match self {
                    $(Self::$name => $label,)+
                }
            }

            /// Technologies that somebody with such a file uses.
            pub(super) fn implied(self) -> &'static [&'static str] {
                match self {
                    $(Self::$name => &[$($implied),*],)+
                }
            }
        }
    };
}

formats! {
    Compose = "compose", "a compose file", ["docker", "docker-compose"];
    Kubernetes = "kubernetes", "a Kubernetes manifest", ["kubernetes"];
    HelmChart = "helm-chart", "a Helm chart", ["helm", "kubernetes"];
    HelmValues = "helm-values", "Helm values", ["helm", "kubernetes"];
    Terraform = "terraform", "Terraform", ["terraform"];
    PackageJson = "package-json", "package.json", ["node-js"];
    PackageLock = "package-lock", "an npm lock file", ["node-js", "npm"];
    YarnLock = "yarn-lock", "a Yarn lock file", ["node-js", "yarn"];
    PnpmLock = "pnpm-lock", "a pnpm lock file", ["node-js", "pnpm"];
    Requirements = "requirements", "a requirements file", ["python", "pip"];
    PyProject = "pyproject", "pyproject.toml", ["python"];
    PoetryLock = "poetry-lock", "a Poetry lock file", ["python", "poetry"];
    UvLock = "uv-lock", "a uv lock file", ["python", "uv-python"];
    Pipfile = "pipfile", "a Pipfile", ["python", "pip"];
    PipfileLock = "pipfile-lock", "a Pipfile lock file", ["python", "pip"];
    CargoToml = "cargo-toml", "Cargo.toml", ["rust", "cargo"];
    CargoLock = "cargo-lock", "Cargo.lock", ["rust", "cargo"];
    GoMod = "go-mod", "go.mod", ["go"];
    GoSum = "go-sum", "go.sum", ["go"];
    Pom = "pom", "pom.xml", ["java", "maven"];
    Gradle = "gradle", "a Gradle build file", ["gradle", "jvm"];
    GradleCatalog = "gradle-catalog", "a Gradle version catalogue", ["gradle", "jvm"];
    Gemfile = "gemfile", "a Gemfile", ["ruby", "bundler"];
    GemfileLock = "gemfile-lock", "Gemfile.lock", ["ruby", "bundler"];
    ComposerJson = "composer-json", "composer.json", ["php", "composer"];
    ComposerLock = "composer-lock", "composer.lock", ["php", "composer"];
    Dockerfile = "dockerfile", "a Dockerfile", ["docker"];
    CycloneDxJson = "cyclonedx-json", "a CycloneDX SBOM in JSON", [];
    CycloneDxXml = "cyclonedx-xml", "a CycloneDX SBOM in XML", [];
    SpdxJson = "spdx-json", "an SPDX SBOM in JSON", [];
    SpdxTagValue = "spdx-tag-value", "an SPDX SBOM as tags and values", [];
    GithubActions = "github-actions", "a GitHub Actions workflow", ["github-actions"];
    GitlabCi = "gitlab-ci", "a GitLab CI file", ["gitlab-ci"];
    List = "list", "a list of names", [];
}
