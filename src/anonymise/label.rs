//! What kind of thing a name stands for, as the name and the words around it tell.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::doc::{Doc, Finding};
use super::kind::Kind;
use super::lexicon::fold;

/// What an organisation is called, and the words that call it so.
const ORGANISATIONS: &[(&str, &str)] = &[
    (
        "Customer",
        "customer customers client clients kunde kunden kundin cliente clientes klant kunder tenant",
    ),
    (
        "Vendor",
        "vendor vendors supplier suppliers reseller provider lieferant dienstleister anbieter proveedor fournisseur prestataire leverancier fornecedor",
    ),
    ("Partner", "partner partners"),
    ("Regulator", "regulator regulators"),
    ("Competitor", "competitor competitors"),
    ("Contractor", "subcontractor integrator consultancy"),
    ("Bank", "bank banks banco banque acquirer"),
    ("Insurer", "insurer insurance versicherung"),
    ("Hospital", "hospital clinic klinikum klinik hopital"),
    (
        "School",
        "university college school universitat universidad universite hochschule",
    ),
    ("Carrier", "carrier airline airways"),
    (
        "Agency",
        "agency authority ministry council agencia behorde",
    ),
    ("Team", "team teams equipe squad tribe equipo"),
];

/// What a product or service is called, and the words that call it so.
const PRODUCTS: &[(&str, &str)] = &[
    (
        "Service",
        "service services api microservice svc daemon job worker",
    ),
    ("Cluster", "cluster clusters"),
    ("Bucket", "bucket buckets"),
    ("Database", "database db databases schema datenbank"),
    ("Topic", "topic topics stream"),
    ("Queue", "queue queues"),
    (
        "Product",
        "app application product platform portal website game",
    ),
];

/// What a machine does, and the parts of its name or the words before it that say so.
const HOSTS: &[(&str, &str)] = &[
    (
        "Database host",
        "db pg postgres postgresql mysql mariadb sql ora oracle mongo mongodb database databases pgb cassandra",
    ),
    ("Cache host", "cache redis memcached memcache varnish"),
    (
        "Queue host",
        "mq rabbit rabbitmq kafka queue broker brokers nats",
    ),
    ("Load balancer", "lb haproxy balancer vip"),
    ("Web host", "web www nginx apache frontend fe"),
    ("Build host", "build ci jenkins runner builder buildbot"),
    ("Mail host", "mail smtp mx imap"),
    ("Storage host", "nfs ceph nas storage minio"),
];

/// Every label that stands with a letter.
pub(super) fn lettered() -> impl Iterator<Item = &'static str> {
    let names = ORGANISATIONS.iter().chain(PRODUCTS).map(|(name, _)| *name);
    ["Organisation", "Place", "Region", "Site", "Store"]
        .into_iter()
        .chain(names)
}

/// Whether a label is one of a product or service.
pub(super) fn is_product(label: &str) -> bool {
    PRODUCTS.iter().any(|(name, _)| *name == label)
}

/// Every label that stands with a number.
pub(super) fn numbered() -> impl Iterator<Item = &'static str> {
    ["Host", "IP", "Ticket", "Channel", "id"]
        .into_iter()
        .chain(HOSTS.iter().map(|(name, _)| *name))
}

/// The words that call a thing something, and what.
type Called = FxHashMap<&'static str, &'static str>;

static ORGANISATION: LazyLock<Called> = LazyLock::new(|| by_word(ORGANISATIONS));
static PRODUCT: LazyLock<Called> = LazyLock::new(|| by_word(PRODUCTS));
static HOST: LazyLock<Called> = LazyLock::new(|| by_word(HOSTS));

fn by_word(table: &[(&'static str, &'static str)]) -> Called {
    let mut words = Called::default();
    for (name, list) in table {
        for word in list.split(' ') {
            words.entry(word).or_insert(*name);
        }
    }
    words
}

fn called(table: &Called, word: &str) -> Option<&'static str> {
    table.get(word).copied()
}

/// What the mentions of each thing of a report say about its kind.
#[derive(Default)]
pub(super) struct Labels {
    told: FxHashMap<String, Told>,
}

#[derive(Default)]
struct Told {
    mentions: usize,
    organisation: Option<&'static str>,
    product: Option<&'static str>,
    /// How many mentions call it a product.
    products: usize,
    host: Option<&'static str>,
}

impl Labels {
    pub(super) fn read(doc: &Doc) -> Self {
        let mut labels = Self::default();
        for finding in &doc.found {
            if !matches!(finding.kind, Kind::Org | Kind::Product | Kind::Host) {
                continue;
            }
            let told = labels.told.entry(key(doc, finding)).or_default();
            told.mentions += 1;
            let around = around(doc, finding);
            if finding.kind == Kind::Host {
                told.host = told.host.or_else(|| host(doc, finding, &around));
                continue;
            }
            let text = doc.slice(finding.start, finding.end);
            told.organisation = told.organisation.or_else(|| {
                let own = || {
                    parts(text)
                        .find_map(|part| called(&ORGANISATION, &part))
                        .filter(|name| *name != "Team")
                };
                // "Falcon" of "team Falcon", or all of "Team Falcon".
                let opens = || {
                    parts(text)
                        .next()
                        .and_then(|part| called(&ORGANISATION, &part))
                };
                let team = || match finding.rule {
                    "team-name" => Some("Team"),
                    "rest-of-name" => opens().filter(|name| *name == "Team"),
                    _ => None,
                };
                organisation(&around).or_else(team).or_else(own)
            });
            if let Some(product) = product(text, &around) {
                told.products += 1;
                told.product = told.product.or(Some(product));
            }
        }
        labels
    }

    /// What the thing of this finding is called.
    pub(super) fn of(&self, doc: &Doc, finding: &Finding) -> &'static str {
        let told = self.told.get(&key(doc, finding));
        let host = told.and_then(|told| told.host).unwrap_or("Host");
        let organisation = told.and_then(|told| told.organisation);
        let product = told.and_then(|told| told.product);
        let mostly = told.is_some_and(|told| told.products * 2 >= told.mentions);
        match finding.kind {
            Kind::Host => host,
            Kind::Product => product.unwrap_or("Service"),
            _ => organisation
                .or_else(|| product.filter(|_| mostly))
                .unwrap_or("Organisation"),
        }
    }
}

/// The letters and digits of a name, folded: the same for `Blue Kite` and `blue-kite`.
pub(super) fn key(doc: &Doc, finding: &Finding) -> String {
    let text = doc.slice(finding.start, finding.end);
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The words beside a name that say what it is.
struct Around<'a> {
    /// Right before it.
    before: &'a str,
    /// Before it and a comma: "our bank, Harbor".
    apart: &'a str,
    /// Right after it, or after a hyphen.
    after: &'a str,
    /// After it in parentheses or behind a comma and an article.
    said: [&'a str; 2],
}

fn around<'a>(doc: &Doc<'a>, finding: &Finding) -> Around<'a> {
    let i = doc.token_from(finding.start);
    let j = doc.token_from(finding.end);
    let previous = if i > 0 { doc.folded(i - 1) } else { "" };
    let gap_before = doc.gap_before(i).trim_end_matches(['`', '*', '"', '\'']);
    let gap = doc
        .slice(finding.end, doc.token(j).start)
        .trim_start_matches(['`', '*', '"', '\'']);
    let article = matches!(doc.folded(j), "our" | "a" | "an" | "the" | "their");
    let said = if gap == " (" || gap == ", " && article {
        let at = j + usize::from(article);
        let next = if doc.gap(at) == " " {
            doc.folded(at + 1)
        } else {
            ""
        };
        [doc.folded(at), next]
    } else {
        ["", ""]
    };
    Around {
        before: if matches!(gap_before, " " | ": " | ":" | " (") {
            previous
        } else {
            ""
        },
        apart: if gap_before == ", " && gap.starts_with(',') {
            previous
        } else {
            ""
        },
        after: if matches!(gap, " " | "-" | "_") {
            doc.folded(j)
        } else {
            ""
        },
        said,
    }
}

fn organisation(around: &Around) -> Option<&'static str> {
    [around.before, around.apart, around.said[0], around.said[1]]
        .into_iter()
        .find_map(|word| called(&ORGANISATION, word))
}

fn product(text: &str, around: &Around) -> Option<&'static str> {
    if text.contains("://") {
        return Some("Bucket");
    }
    called(&PRODUCT, around.after)
        .or_else(|| called(&PRODUCT, around.before))
        .or_else(|| called(&PRODUCT, around.said[0]).or_else(|| called(&PRODUCT, around.said[1])))
        .or_else(|| {
            let joined = text.contains(['-', '_', ' ']);
            let last = parts(text).last().filter(|_| joined);
            last.and_then(|part| called(&PRODUCT, &part))
        })
}

fn host(doc: &Doc, finding: &Finding, around: &Around) -> Option<&'static str> {
    let text = doc.slice(finding.start, finding.end);
    let name = text.split('.').next().unwrap_or_default();
    let before = doc.token_from(finding.start).checked_sub(2);
    let earlier = before.map_or("", |at| doc.folded(at));
    parts(name)
        .find_map(|part| called(&HOST, part.trim_end_matches(|c: char| c.is_ascii_digit())))
        .or_else(|| called(&HOST, around.before))
        .or_else(|| {
            matches!(around.before, "host" | "server" | "node" | "vm")
                .then(|| called(&HOST, earlier))
                .flatten()
        })
}

fn parts(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .map(|part| fold(part).into_owned())
}
