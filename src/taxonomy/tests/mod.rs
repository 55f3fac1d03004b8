//! The taxonomy is sound, and an unsound one is refused.

use crate::report::{
    Coded, Coder, Confidence, Disclosed, EventType, Factor, RecordKind, Report, Slug, Strength,
    TechnologyUse,
};

mod changes;

use super::{Ecosystem, ListId, Taxonomy, TaxonomyError, UnknownCode};

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

fn coded(code: &str) -> Coded {
    Coded {
        code: slug(code),
        coder: Coder::Analyst,
        confidence: Confidence::High,
    }
}

fn with(technologies: &str) -> Result<Taxonomy, TaxonomyError> {
    Taxonomy::parse(ListId::source, &[("test", technologies)])
}

#[test]
fn the_embedded_taxonomy_reads() {
    let taxonomy = Taxonomy::builtin();
    assert!(taxonomy.technologies().len() >= 1200);
    for id in ListId::ALL {
        assert_eq!(taxonomy.list(*id).id(), *id);
    }
}

#[test]
fn lists_have_the_terms_they_are_meant_to_have() {
    let expected = [
        (ListId::RecordKinds, 7, 0),
        (ListId::EventTypes, 28, 5),
        (ListId::Phases, 19, 0),
        (ListId::Triggers, 21, 0),
        (ListId::Detectors, 19, 3),
        (ListId::DetectionDelays, 7, 0),
        (ListId::DetectionGaps, 13, 0),
        (ListId::ImpactWho, 8, 0),
        (ListId::ImpactKinds, 16, 0),
        (ListId::FailureModes, 52, 6),
        (ListId::ComponentLayers, 27, 0),
        (ListId::ComponentProblems, 6, 0),
        (ListId::Factors, 45, 5),
        (ListId::HumanFactors, 26, 0),
        (ListId::AutomationParts, 11, 0),
        (ListId::ResponseDifficulties, 17, 0),
        (ListId::Mitigations, 27, 0),
        (ListId::Remediations, 28, 3),
        (ListId::RemediationStatuses, 8, 0),
        (ListId::RemediationResults, 5, 0),
        (ListId::Helped, 12, 0),
    ];
    for (id, terms, groups) in expected {
        let list = Taxonomy::builtin().list(id);
        assert_eq!(
            (list.terms().len(), list.groups().len()),
            (terms, groups),
            "{id}"
        );
    }
}

#[test]
fn every_term_is_explained_in_a_sentence_and_every_group_is_used() {
    for id in ListId::ALL {
        let list = Taxonomy::builtin().list(*id);
        for term in list.terms() {
            assert!(term.definition().ends_with('.'), "{id}: {}", term.id());
            assert!(!term.label().is_empty() && term.label() != term.definition());
        }
        for group in list.groups() {
            assert!(
                list.terms_of(group.id()).next().is_some(),
                "{id}: {}",
                group.id()
            );
        }
    }
}

#[test]
fn no_code_grades_a_person() {
    let graded = [
        "human-error",
        "violation",
        "careless",
        "complacen",
        "negligen",
        "mistake",
    ];
    for id in ListId::ALL {
        for term in Taxonomy::builtin().list(*id).terms() {
            assert!(!graded.iter().any(|word| term.id().as_str().contains(word)));
        }
    }
}

#[test]
fn enums_of_the_report_are_the_lists_of_the_same_name() {
    let kinds = Taxonomy::builtin().list(ListId::RecordKinds);
    for (kind, term) in RecordKind::ALL.into_iter().zip(kinds.terms()) {
        assert_eq!(
            (kind.as_str(), kind.label()),
            (term.id().as_str(), term.label())
        );
    }
    for term in Taxonomy::builtin().list(ListId::TimelineEvents).terms() {
        let json = format!("{:?}", term.id().as_str());
        assert!(serde_json::from_str::<EventType>(&json).is_ok(), "{json}");
    }
    for term in Taxonomy::builtin().list(ListId::Remediations).terms() {
        assert!(Taxonomy::builtin().strength(term.id()).is_some());
    }
}

#[test]
fn labels_are_known_for_terms_and_for_what_every_list_has() {
    let taxonomy = Taxonomy::builtin();
    let label = |code: &str| taxonomy.label(ListId::FailureModes, &slug(code)).to_owned();
    assert_eq!(label("retry-storm"), "Retry storm");
    assert_eq!(label("unknown"), "Not known");
    assert_eq!(label("other"), "Other");
    assert_eq!(label("gone-since"), "gone-since");
    assert_eq!(
        taxonomy.strength(&slug("double-check")),
        Some(Strength::Weak)
    );
}

#[test]
fn technologies_are_found_by_any_of_their_names() {
    let taxonomy = Taxonomy::builtin();
    for (name, expected) in [
        ("postgres", "postgresql"),
        ("PG", "postgresql"),
        ("K8S", "kubernetes"),
        ("Golang", "go"),
        ("go", "go"),
        ("iOS", "ios"),
        ("IOS", "cisco-ios"),
        ("s3", "amazon-s3"),
        (" hashicorp-vault ", "hashicorp-vault"),
    ] {
        let found = taxonomy
            .technology_by_alias(name)
            .map(|t| t.slug().as_str());
        assert_eq!(found, Some(expected), "{name}");
    }
    assert!(taxonomy.technology_by_alias("no such thing").is_none());
    assert!(
        taxonomy
            .children(&slug("aws"))
            .any(|t| t.slug().as_str() == "amazon-rds")
    );
    assert!(taxonomy.keep_names().any(|name| name == ("Jenkins", true)));
    assert!(
        taxonomy
            .keep_names()
            .any(|name| name == ("PostgreSQL", false))
    );
}

#[test]
fn unsound_technologies_are_refused() {
    let one = "[[technology]]\nslug = \"a\"\nname = \"A\"\ncategory = \"cache\"\n";
    assert!(with(one).is_ok());
    let refused = |more: &str| with(&format!("{one}{more}")).unwrap_err();
    assert!(matches!(
        refused(
            "[[technology]]\nslug = \"b\"\nname = \"B\"\naliases = [\"a\"]\ncategory = \"cache\""
        ),
        TaxonomyError::DuplicateName { .. }
    ));
    assert!(matches!(
        refused("[[technology]]\nslug = \"a\"\nname = \"B\"\ncategory = \"cache\""),
        TaxonomyError::DuplicateTechnology(_)
    ));
    assert!(matches!(
        refused("parent = \"z\""),
        TaxonomyError::UnknownReference { what: "parent", .. }
    ));
    assert!(matches!(
        refused("[[technology]]\nslug = \"b\"\nname = \"B\"\ncategory = \"kitchen\""),
        TaxonomyError::UnknownReference {
            what: "category",
            ..
        }
    ));
    assert!(matches!(refused("parent = \"a\""), TaxonomyError::Cycle(_)));
    assert!(matches!(
        refused("colour = \"red\""),
        TaxonomyError::Toml { .. }
    ));
}

#[test]
fn unsound_lists_are_refused() {
    let read = |toml: &str| super::List::parse(ListId::Helped, toml).unwrap_err();
    let head = "list = \"helped\"\nversion = \"0.1\"\nlabel = \"Helped\"\n";
    let term = "[[term]]\nid = \"a\"\nlabel = \"A\"\ndefinition = \"A.\"\n";
    let other = term.replace("\"a\"", "\"other\"");
    assert!(super::List::parse(ListId::Helped, &format!("{head}{term}")).is_ok());
    assert!(matches!(
        super::List::parse(ListId::Sectors, &format!("{head}{term}")),
        Err(TaxonomyError::WrongList { .. })
    ));
    assert!(matches!(
        read(&format!("{head}{term}{term}")),
        TaxonomyError::DuplicateTerm { .. }
    ));
    assert!(matches!(
        read(&format!("{head}{other}")),
        TaxonomyError::DuplicateTerm { .. }
    ));
    assert!(matches!(
        read(&format!("{head}{term}group = \"g\"\n")),
        TaxonomyError::UnknownGroup { .. }
    ));
}

#[test]
fn a_report_is_checked_against_every_list() {
    let mut report = Report::<String> {
        events: vec![coded("data-loss"), coded("unknown")],
        failure_modes: vec![coded("retry-storm"), coded("gremlins")],
        ..Report::default()
    };
    report.context.sector = Disclosed::Known(slug("piracy"));
    report.factors = vec![Factor {
        children: vec![Factor {
            code: Some(coded("bad-luck")),
            ..Factor::default()
        }],
        ..Factor::default()
    }];
    report.technologies = vec![TechnologyUse {
        slug: slug("abacus"),
        version: None,
        role: None,
        problem: None,
        state: None,
    }];
    let unknown = |list, code| UnknownCode {
        list,
        code: slug(code),
    };
    assert_eq!(
        Taxonomy::builtin().check(&report),
        [
            unknown(Some(ListId::FailureModes), "gremlins"),
            unknown(Some(ListId::Sectors), "piracy"),
            unknown(Some(ListId::Factors), "bad-luck"),
            unknown(None, "abacus"),
        ]
    );
}

#[test]
fn packages_are_found_by_the_names_their_ecosystems_use() {
    let taxonomy = Taxonomy::builtin();
    for (ecosystem, name, expected) in [
        (Ecosystem::Npm, "@nestjs/microservices", Some("nestjs")),
        (Ecosystem::PyPi, "Psycopg2_Binary", Some("postgresql")),
        (Ecosystem::Crates, "tokio_postgres", Some("postgresql")),
        (Ecosystem::Go, "github.com/redis/go-redis/v9", Some("redis")),
        (
            Ecosystem::Maven,
            "org.springframework.boot:spring-boot-starter",
            Some("spring-boot"),
        ),
        (
            Ecosystem::Maven,
            "org.springframework:spring-core",
            Some("spring"),
        ),
        (
            Ecosystem::Image,
            "quay.io:443/prometheus/prometheus:v3@sha256:0",
            Some("prometheus"),
        ),
        (
            Ecosystem::Image,
            "mirror.example/team/redis:7",
            Some("redis"),
        ),
        (Ecosystem::Terraform, "aws_db_instance", Some("amazon-rds")),
        (
            Ecosystem::Terraform,
            "aws_rds_cluster",
            Some("amazon-aurora"),
        ),
        (Ecosystem::Terraform, "aws_", Some("aws")),
        (Ecosystem::Kubernetes, "security.istio.io", Some("istio")),
        (Ecosystem::Npm, "nestjs", None),
        (Ecosystem::Image, "acme/web", None),
        (Ecosystem::Image, "", None),
    ] {
        let found = taxonomy.technology_by_package(ecosystem, name);
        let slug = found.map(|(technology, _)| technology.slug().as_str());
        assert_eq!(slug, expected, "{name}");
    }
    let named = taxonomy
        .technologies()
        .iter()
        .filter(|t| !t.packages().is_empty());
    assert!(named.count() >= 1300);
}

#[test]
fn unsound_packages_are_refused() {
    let with_packages = |first: &str, second: &str| {
        let one = |slug: &str, packages: &str| {
            format!(
                "[[technology]]\nslug = \"{slug}\"\nname = \"{slug}\"\ncategory = \"cache\"\npackages = [{packages}]\n"
            )
        };
        with(&format!("{}{}", one("a", first), one("b", second)))
    };
    assert!(with_packages("\"npm:a\", \"npm:@a/*\"", "\"pypi:a\"").is_ok());
    assert!(matches!(
        with_packages("\"npm:a\"", "\"npm:a\"").unwrap_err(),
        TaxonomyError::DuplicatePackage { .. }
    ));
    for bad in [
        "a",
        "nmp:a",
        "npm:",
        "npm:A",
        "npm:a*",
        "npm:*",
        "npm:a*b",
        "pypi:a_b",
        "image:a:1",
        "image:ghcr.io/a",
    ] {
        assert!(
            matches!(
                with_packages(&format!("\"{bad}\""), "").unwrap_err(),
                TaxonomyError::BadPackage { .. }
            ),
            "{bad}"
        );
    }
}
