//! People and software of the same name in one text.

use crate::anonymise::tests::{removed, stays};

#[test]
fn somebody_called_like_software_goes() {
    for (text, found) in [
        ("Cassandra suggested a rollback.", "Cassandra"),
        (
            "Cassandra phoned us. The rest was known to Cassandra only.",
            "Cassandra|Cassandra",
        ),
        ("Aurora tests her texts on a spare screen.", "Aurora"),
        ("Cassandra's laptop was open.", "Cassandra"),
    ] {
        assert_eq!(removed(text).join("|"), found, "{text}");
    }
}

#[test]
fn software_called_like_somebody_stays() {
    for text in [
        "Cassandra lost a node, Cassandra ran out of memory.",
        "We run Cassandra. Cassandra restarted, and Kafka did.",
        "It is not Cassandra, the database.",
        "Jenkins (the server, not a person) deployed it.",
        "It is served by Oracle, not by us.",
        "Failover of Aurora took 48 s. The DB (Aurora, two clusters) was up.",
    ] {
        assert!(stays(text), "{text}: {:?}", removed(text));
    }
}
