//! What kind of secret was found, and what to do about it: removing it here does not make it safe.

use serde::Serialize;
use zeroize::Zeroizing;

use super::engine::Redaction;
use super::kind::Kind;
use super::text::RawText;

/// A kind of secret, in words for the person who has to revoke it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Leak {
    /// What it is: "a GitHub token".
    pub what: &'static str,
    /// What to do: "Revoke it in the settings of the account ...".
    pub todo: &'static str,
}

/// Beginnings of tokens, whose they are, and where they are revoked.
const TOKENS: &[(&[&str], &str, &str)] = &[
    (
        &["AKIA", "ASIA", "ABIA", "ACCA"],
        "an AWS access key",
        "Deactivate it in IAM, make a new one, and look in CloudTrail for what was done with it.",
    ),
    (
        &["ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"],
        "a GitHub token",
        "Revoke it in the account's developer settings and look at the audit log.",
    ),
    (
        &["glpat-", "gldt-", "glrt-", "glcbt-"],
        "a GitLab token",
        "Revoke it under access tokens and look at the audit events.",
    ),
    (
        &["xox", "xapp-"],
        "a Slack token",
        "Revoke it in the app's settings and install the app anew.",
    ),
    (
        &[
            "sk_live_", "sk_test_", "rk_live_", "rk_test_", "pk_live_", "whsec_",
        ],
        "a Stripe key",
        "Roll it in the dashboard.",
    ),
    (
        &["AIza", "ya29.", "GOCSPX-"],
        "a Google key or token",
        "Delete it in the cloud console and make one with narrower rights.",
    ),
    (
        &["sk-ant-", "sk-proj-", "sk-"],
        "a key of a model provider",
        "Revoke it in the provider's console and look at the usage.",
    ),
    (
        &["npm_", "pypi-"],
        "a token of a package registry",
        "Revoke it, and check what was published since.",
    ),
    (
        &["hvs.", "hvb.", "s."],
        "a Vault token",
        "Revoke it with its children: vault token revoke.",
    ),
    (
        &["eyJ"],
        "a signed session token (JWT)",
        "End the session, and change the signing key if the token does not expire soon.",
    ),
    (
        &["SG.", "key-"],
        "a key of a mail provider",
        "Delete it in the provider's settings and make a new one.",
    ),
    (
        &["dop_v1_", "doo_v1_"],
        "a DigitalOcean token",
        "Delete it in the control panel.",
    ),
];

/// Kinds of secrets that no beginning tells, by rule; the last for all others.
const OTHERS: [(&str, Leak); 4] = [
    (
        "secret-pem",
        Leak {
            what: "a private key or certificate",
            todo: "Make a new key pair, replace it wherever it is trusted, and have the certificate revoked.",
        },
    ),
    (
        "secret-token",
        Leak {
            what: "an access token",
            todo: "Revoke it where it was issued and make a new one.",
        },
    ),
    (
        "secret-entropy",
        Leak {
            what: "a long random string, perhaps a key",
            todo: "If it opens anything, replace it there.",
        },
    ),
    ("", PASSWORD),
];

const PASSWORD: Leak = Leak {
    what: "a password or key",
    todo: "Change it wherever it is used, also where the same one is used for something else.",
};

/// What the secret is, by the rule that found it and how it begins.
pub fn leak(rule: &str, secret: &str) -> Leak {
    let provider = TOKENS
        .iter()
        .find(|(starts, ..)| starts.iter().any(|start| secret.starts_with(start)));
    if let Some((_, what, todo)) = provider {
        return Leak { what, todo };
    }
    OTHERS
        .iter()
        .find(|(code, _)| *code == rule)
        .map_or(PASSWORD, |(_, leak)| *leak)
}

/// The kinds of secrets that were removed from a text, each once.
pub fn leaks(text: &RawText, redactions: &[Redaction]) -> Vec<Leak> {
    let secrets = redactions.iter().filter(|found| found.kind == Kind::Secret);
    let mut characters = text.expose().chars();
    let mut at = 0;
    let mut leaks: Vec<Leak> = secrets
        .map(|found| {
            let secret = characters.by_ref().skip(found.start - at);
            let secret = Zeroizing::new(secret.take(found.end - found.start).collect::<String>());
            at = found.end;
            leak(found.rule, &secret)
        })
        .collect();
    leaks.sort_unstable();
    leaks.dedup();
    leaks
}

/// The kind of secret that is called so.
pub fn leak_called(what: &str) -> Leak {
    let tokens = TOKENS.iter().map(|(_, what, todo)| Leak { what, todo });
    tokens
        .chain(OTHERS.iter().map(|(_, leak)| *leak))
        .find(|leak| leak.what == what)
        .unwrap_or(PASSWORD)
}
