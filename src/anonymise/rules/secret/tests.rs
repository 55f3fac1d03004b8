//! Secrets in every dress, and what only resembles them.

use crate::anonymise::tests::{removed, stays, written};

#[test]
fn values_go_whatever_file_or_command_holds_them() {
    for (text, found) in [
        ("localhost:5432:shop:app:Kaffee3tasse\n", "Kaffee3tasse"),
        ("machine api login ci password lovelace\n", "lovelace"),
        (
            "//registry/:_authToken=npm_aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5",
            "npm_aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5",
        ),
        (
            "{\"auth\": \"Y2k6aHVudGVyMnN0YWdpbmc=\"}",
            "Y2k6aHVudGVyMnN0YWdpbmc=",
        ),
        (
            "Cookie: sid=8d2a78c080a3af1e; theme=dark",
            "8d2a78c080a3af1e",
        ),
        (
            "Set-Cookie: sid=Zm9vYmFyYmF6; Path=/; HttpOnly",
            "Zm9vYmFyYmF6",
        ),
        ("mysql -uroot -phunter2 shop", "hunter2"),
        ("sshpass -p hunter2 ssh box", "hunter2"),
        ("redis-cli -a hunter2 ping", "hunter2"),
        ("curl -u ci:hunter2 localhost", "hunter2"),
        ("Server=db;Pwd=Sommer2019;Encrypt=true", "Sommer2019"),
        (
            "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq==",
            "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq==",
        ),
        ("PSWD: FlUgeHeImEn3", "FlUgeHeImEn3"),
        (
            "the passphrase was correct horse battery staple.",
            "correct horse battery staple",
        ),
        ("the passphrase is \"blue the tram\" now", "blue the tram"),
        ("the door code is 0815# since", "0815#"),
        ("her PIN was 471100 then", "471100"),
        ("lösenord: Sommar2021", "Sommar2021"),
        ("webhookKey = 7k5mjr98zh70i", "7k5mjr98zh70i"),
    ] {
        assert_eq!(removed(text), [found], "{text}");
    }
}

#[test]
fn tokens_go_by_their_beginning_and_by_their_look() {
    for token in [
        "sk-ant-api03-k2J8sQ0vT4mZ7xB1nC5dF9gH3jL6pR8wY",
        "sm_aat_6JEffxTIRnmtFVUF",
        "dp.pt.uby2n8jl9zn7hkz0zz8qs4ubf4afbu3sq2fw69w03pu",
        "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",
        "$2b$12$R9h7cIPz0gi.URNNX3kh2OPST9PgBkqquzi.Ss7KIUgO2t0jWMUW",
        "LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQpNSUlFcFFJQkFBS0NBUUVB",
        "w9Fk/NotARealSecret+J2xQm84LrTz0VbEeYuPi",
        "4g2iy1dpubstpv.atlasv1.hledixl1bna5ypu1c39b0bhesdkv450n5e8lx",
    ] {
        assert_eq!(
            removed(&format!("we found {token} in a log")),
            [token],
            "{token}"
        );
    }
}

#[test]
fn keys_between_dashes_go_in_any_wrapping() {
    for text in [
        "-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nIBAAK\n-----END RSA PRIVATE KEY-----",
        "  -----BEGIN PRIVATE KEY-----\n  MIIEow\n  -----END PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\\nMIIEow\\n-----END PRIVATE KEY-----",
    ] {
        assert_eq!(written(text).trim(), "[secret]", "{text}");
    }
}

#[test]
fn code_and_words_stay() {
    for text in [
        "use token::Shape; Password::new(raw)",
        "tokens = processed[state]",
        "tokentype = tokentype.parent",
        "password: Optional[str] = None",
        "getHTTPResponseCodeV2FromURL(reader)",
        "the passphrase was changed after the review was closed",
        "partition key: customer_id, sort key: created_at",
        "CONN_MAX_AGE = 60 and port_range 32768 60999",
        "error code 4711, exit code 1234, GPIO pin 17",
        "password_policy: strict, token_ttl: 30",
    ] {
        assert!(stays(text), "{text}: {:?}", removed(text));
    }
}
