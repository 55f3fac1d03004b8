//! Headers, byte for byte, on every status; those on every address are held in `who_may_what`.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use crate::common::database::Backend;
use crate::common::http::Answer;
use crate::common::server::Server;

/// What every answer carries, whatever it answers.
const ALWAYS: [(&str, &str); 10] = [
    (
        "content-security-policy",
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; \
         base-uri 'none'; object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
    ),
    ("cross-origin-embedder-policy", "require-corp"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "accelerometer=(), ambient-light-sensor=(), autoplay=(), battery=(), bluetooth=(), camera=(), \
         display-capture=(), fullscreen=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), \
         magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), \
         screen-wake-lock=(), serial=(), usb=(), web-share=(), xr-spatial-tracking=()",
    ),
    ("referrer-policy", "same-origin"),
    (
        "strict-transport-security",
        "max-age=63072000; includeSubDomains; preload",
    ),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("x-permitted-cross-domain-policies", "none"),
];

/// What tells an attacker which software answers, or opens a page to others.
const NEVER: [&str; 4] = [
    "server",
    "x-powered-by",
    "access-control-allow-origin",
    "via",
];

/// That an answer carries exactly these headers, each once.
pub(crate) fn assert_exact(what: &str, answer: &Answer) {
    for (name, value) in ALWAYS {
        let found: Vec<&str> = answer
            .headers
            .iter()
            .filter(|(found, _)| found == name)
            .map(|(_, value)| value.as_str())
            .collect();
        assert_eq!(found, [value], "{what}, {}: {name}", answer.status);
    }
    for name in NEVER {
        assert!(answer.header(name).is_none(), "{what}: {name}");
    }
    assert!(answer.header("cache-control").is_some(), "{what}");
}

#[test]
fn every_status_has_the_same_headers() {
    let server = Server::start(Backend::Sqlite, 2);
    let visitor = server.client();
    let json = "application/json";
    let form = "application/x-www-form-urlencoded";
    let mut answers = vec![
        (200, visitor.get("/")),
        (303, visitor.get("/desk")),
        (400, visitor.post_bytes("/api/v1/reports", json, b"{")),
        (403, visitor.post_from("cross-site", "/receipt", &[])),
        (404, visitor.get("/nowhere")),
        (404, visitor.get("/api/v1/nowhere")),
        (405, visitor.post("/about", &[])),
        (405, visitor.get("/api/v1/stack")),
        (
            413,
            visitor.post_bytes("/report/preview", form, &vec![b'a'; 2 << 20]),
        ),
        (
            415,
            visitor.post_bytes("/report/preview", "text/plain", b"hello"),
        ),
        (422, visitor.post("/receipt", &[("receipt", "nonsense")])),
        (
            422,
            visitor.post_bytes("/api/v1/reports", json, b"{\"text\":\"\"}"),
        ),
    ];
    for _ in 0..100 {
        let answer = visitor.post("/receipt", &[("receipt", "nonsense")]);
        if answer.status == 429 {
            assert!(answer.header("retry-after").is_some());
            answers.push((429, answer));
            break;
        }
    }
    assert_eq!(answers.last().unwrap().0, 429, "tries are counted");
    for (status, answer) in &answers {
        assert_eq!(answer.status, *status, "{}", answer.body);
        assert_exact("an answer", answer);
    }
}

/// Answers of the HTTP parser come before any middleware: these statuses and no others, and the
/// connection ends with them.
#[test]
fn the_parser_answers_by_itself_and_hangs_up() {
    let server = Server::start(Backend::Sqlite, 2);
    let address = server.base().strip_prefix("http://").unwrap();
    let long = format!(
        "GET / HTTP/1.1\r\nhost: a\r\nx: {}\r\n\r\n",
        "a".repeat(200_000)
    );
    let cases = [
        (
            "GET / HTTP/1.1\r\nhost: a\r\nx\u{1}y: z\r\n\r\n",
            &["400"][..],
        ),
        (
            "POST /receipt HTTP/1.1\r\nhost: a\r\ncontent-length: 3\r\ncontent-length: 4\r\n\r\nabc",
            &["400"],
        ),
        (
            "POST /receipt HTTP/1.1\r\nhost: a\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
            &["400"],
        ),
        (long.as_str(), &["400", "431"]),
        ("GET / HTTP/1.1\r\nhost: a\r\n", &["408"]),
    ];
    for (request, statuses) in cases {
        let mut stream = TcpStream::connect(address).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(20)))
            .unwrap();
        let _ = stream.write_all(request.as_bytes());
        let mut answer = Vec::new();
        // What was sent and not read may reset the connection once the answer is out.
        let _ = stream.read_to_end(&mut answer);
        let answer = String::from_utf8_lossy(&answer);
        let status = answer.split(' ').nth(1).unwrap_or("none");
        assert!(
            statuses.contains(&status) || answer.is_empty(),
            "{request:.60}: {answer:.80}"
        );
        assert_eq!(
            answer.matches("HTTP/1.1").count().min(2),
            usize::from(!answer.is_empty())
        );
    }
    assert_eq!(server.client().get("/").status, 200);
}
