//! Whose domain it is: the owner of an address is a name to look for.

use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;
use crate::anonymise::lexicon::{Facts, Lexicon, fold};
use crate::anonymise::names::Names;

/// The organisation in the domains of addresses found before.
pub(super) fn owners(doc: &Doc, names: &mut Names) {
    for finding in &doc.found {
        let text = doc.slice(finding.start, finding.end);
        let domain = match finding.kind {
            Kind::Email => text.rsplit(['@']).next().unwrap_or_default(),
            Kind::Url => text
                .split("://")
                .last()
                .unwrap_or_default()
                .split(['/', ':', '?'])
                .next()
                .unwrap_or_default(),
            Kind::Host => text,
            _ => continue,
        };
        owner(domain, names);
        if finding.kind == Kind::Email {
            local(text.split(['@', '%']).next().unwrap_or_default(), names);
        }
    }
}

/// The person in `anna.kowalska@…`; `storage-team@` and `h.jansen@` name nobody in full.
pub(super) fn local(part: &str, names: &mut Names) {
    let words: Vec<&str> = part.split(['.', '_', '-']).collect();
    let plain = Facts::ENGLISH
        .or(Facts::COMPUTING)
        .or(Facts::FOREIGN)
        .or(Facts::ROLE)
        .or(Facts::TECH)
        .or(Facts::ACRONYM);
    let name = |word: &&str| {
        word.len() >= 3
            && word.chars().all(char::is_alphabetic)
            && !Lexicon::shipped().facts(&fold(word)).any(plain)
    };
    if words.len() == 2 && words.iter().all(&name) {
        names.add_person(&words.join(" "));
    } else if let [initial, last] = words.as_slice()
        && initial.len() == 1
        && name(last)
    {
        names.add_word(last, Kind::Person);
    }
}

pub(super) fn owner(domain: &str, names: &mut Names) {
    let labels: Vec<&str> = domain.split('.').collect();
    let Some(mut at) = labels.len().checked_sub(2) else {
        return;
    };
    if at > 0
        && labels.get(at).is_some_and(|label| {
            matches!(
                *label,
                "co" | "com" | "ac" | "gov" | "org" | "net" | "edu" | "gob" | "go"
            )
        })
    {
        at -= 1;
    }
    let Some(label) = labels.get(at) else { return };
    let label = fold(label).into_owned();
    let facts = Lexicon::shipped().facts(&label);
    let public = facts.any(
        Facts::COMPUTING
            .or(Facts::TECH)
            .or(Facts::ACRONYM)
            .or(Facts::NOT_NAME),
    ) || matches!(
        label.as_str(),
        "github"
            | "gitlab"
            | "google"
            | "amazonaws"
            | "googleapis"
            | "gmail"
            | "outlook"
            | "hotmail"
            | "microsoft"
            | "windows"
            | "azure"
            | "cloudflare"
            | "slack"
            | "atlassian"
            | "zendesk"
            | "statuspage"
            | "pagerduty"
            | "datadoghq"
            | "grafana"
            | "docker"
            | "kubernetes"
            | "apache"
            | "mozilla"
            | "wikipedia"
            | "youtube"
            | "twitter"
            | "facebook"
            | "linkedin"
            | "stackoverflow"
            | "medium"
            | "npmjs"
            | "pypi"
            | "gcr"
            | "quay"
            | "googleusercontent"
            | "appspot"
            | "herokuapp"
            | "svc"
            | "cluster"
            | "letsencrypt"
            | "ubuntu"
            | "debian"
            | "redhat"
            | "python"
            | "zoom"
    );
    if !public && label.len() >= 4 {
        names.add_word(&label, Kind::Org);
        for part in label.split('-').filter(|part| part.len() >= 4) {
            names.add_word(part, Kind::Org);
        }
    }
}
