//! User names in file paths.

use memchr::memmem;

use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;

/// PERSON: the user in the path of a home directory. Example: `in /home/{mkowalski}/fix.py`
const RULE: &str = "path-user";

/// Finds the user in `/home/anna/…`, `/Users/anna/…`, `C:\Users\Anna\…` and `~anna/`; leaves the rest
/// of the path and the accounts that every machine has (`/home/ubuntu`).
pub(super) fn find(doc: &mut Doc) {
    domain_accounts(doc);
    let homes = ["home", "users", "mail", "documents"];
    if !homes.iter().any(|word| doc.may_have(word)) {
        return;
    }
    for prefix in [
        "/home/",
        "/Users/",
        "\\Users\\",
        "/users/",
        "\\Users\\\\",
        "/var/mail/",
        "Documents and Settings\\",
    ] {
        for at in memmem::find_iter(doc.text.as_bytes(), prefix.as_bytes()) {
            let start = at + prefix.len();
            let rest = doc.ahead(start, 64);
            let stop = rest
                .find(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '-' | '_')))
                .unwrap_or(rest.len());
            let user = rest.get(..stop).unwrap_or_default().trim_end_matches('.');
            let ordinary = matches!(
                user,
                "" | "ubuntu"
                    | "root"
                    | "admin"
                    | "Public"
                    | "Default"
                    | "runner"
                    | "git"
                    | "user"
                    | "users"
                    | "node"
                    | "app"
                    | "ec2-user"
                    | "jovyan"
                    | "vagrant"
                    | "postgres"
                    | "www"
                    | "deploy"
                    | "jenkins"
                    | "centos"
                    | "debian"
                    | "me"
                    | "you"
                    | "username"
            );
            if !ordinary && !user.starts_with(|c: char| c.is_ascii_digit()) {
                doc.claim(start, start + user.len(), Kind::Person, RULE);
            }
        }
    }
}

/// `LUMEN\edemir`: an account of a Windows domain.
fn domain_accounts(doc: &mut Doc) {
    for at in memchr::memchr_iter(b'\\', doc.text.as_bytes()) {
        let before = doc.slice(at.saturating_sub(16), at);
        let domain = before
            .rsplit(|c: char| !(c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-'))
            .next()
            .unwrap_or_default();
        let opens = matches!(
            doc.byte_before(at - domain.len()),
            b' ' | b'\n' | b'(' | b'"' | b'`' | b'=' | b'\'' | 0
        );
        let rest = doc.ahead(at + 1, 40);
        let stop = rest
            .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_')))
            .unwrap_or(rest.len());
        let user = rest.get(..stop).unwrap_or_default().trim_end_matches('.');
        let shared = matches!(user, "administrator" | "system" | "service" | "admin");
        let fits = domain.len() >= 3
            && opens
            && user.len() >= 3
            && user.starts_with(|c: char| c.is_ascii_lowercase())
            && doc.byte(at + 1 + stop) != b'\\'
            && !shared;
        if fits {
            doc.claim(at + 1, at + 1 + user.len(), Kind::Person, RULE);
        }
    }
}
