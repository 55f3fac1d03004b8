//! User names in file paths.

use memchr::memmem;

use crate::anonymise::doc::Doc;
use crate::anonymise::kind::Kind;

/// PERSON: the user in the path of a home directory. Example: `in /home/{mkowalski}/fix.py`
const RULE: &str = "path-user";

/// Finds the user in `/home/anna/…`, `/Users/anna/…`, `C:\Users\Anna\…` and `~anna/`; leaves the rest
/// of the path and the accounts that every machine has (`/home/ubuntu`).
pub(super) fn find(doc: &mut Doc) {
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
