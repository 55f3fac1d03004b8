//! What readers ask, by class, in words that the generated reports have.

use candor::report::ReportId;

/// What is asked.
#[derive(Clone, Debug)]
pub(crate) enum Ask {
    /// A query, with facets where peers count them only when asked, in which order.
    Search {
        text: String,
        facets: bool,
        newest: bool,
    },
    /// The fiftieth page of a query.
    Page50(String),
    /// Reports like the one of this number.
    Alike(ReportId),
}

/// A question of a class.
pub(crate) struct Question {
    pub(crate) class: &'static str,
    pub(crate) ask: Ask,
}

const WORDS: [&str; 16] = [
    "certificate",
    "retries",
    "latency",
    "restarted",
    "average",
    "kernel",
    "vendor",
    "backfilling",
    "runbook",
    "canary",
    "tenant",
    "journal",
    "flag",
    "script",
    "firewall",
    "rotation",
];
const PAIRS: [(&str, &str); 16] = [
    ("connections", "driver"),
    ("canary", "regions"),
    ("kernel", "process"),
    ("stale", "cache"),
    ("queue", "messages"),
    ("lock", "query"),
    ("backfilling", "records"),
    ("name", "address"),
    ("runbook", "retired"),
    ("tenant", "limit"),
    ("flag", "steps"),
    ("journal", "days"),
    ("certificate", "renewed"),
    ("support", "alarm"),
    ("mean", "partitions"),
    ("image", "release"),
];
const PHRASES: [&str; 16] = [
    "read it again",
    "fail-over",
    "stale cache",
    "packet loss",
    "connection pool",
    "error ratio",
    "replication lag",
    "queue depth",
    "by hand",
    "all regions at once",
    "note that none",
    "two automatic controllers",
    "resolved once at start",
    "cache hit ratio",
    "dry first",
    "usual volume",
];
const STACKS: [&str; 16] = [
    "kubernetes",
    "postgresql",
    "redis",
    "nginx",
    "kafka",
    "aws",
    "mysql",
    "prometheus",
    "terraform",
    "rabbitmq",
    "mongodb",
    "haproxy",
    "envoy",
    "etcd",
    "consul",
    "celery",
];
const MODES: [&str; 8] = [
    "overload",
    "retry-storm",
    "thundering-herd",
    "metastable-feedback-loop",
    "cold-cache",
    "queue-backlog",
    "disk-full",
    "hot-partition",
];
const PREFIXES: [&str; 16] = [
    "certif*", "restart*", "replic*", "connec*", "parti*", "sched*", "partit*", "migra*",
    "latenc*", "roll*", "throttl*", "evict*", "heartb*", "resol*", "snapsh*", "expor*",
];
const TYPOS: [&str; 8] = [
    "certifcate",
    "kuberntes~",
    "latancy",
    "postgers~",
    "replicaton",
    "retires~",
    "conection",
    "partiton~",
];
const RARE: [&str; 16] = [
    "PoolSizeException",
    "MaxPoolTimeout",
    "LeaseTokenError",
    "ShardReplicaFailure",
    "LeaderFollowerManager",
    "SegmentBufferHandler",
    "ChannelStreamError",
    "CursorSnapshotTimeout",
    "JournalLedgerException",
    "BucketObjectFailure",
    "UploadRenderError",
    "ParseDecodeTimeout",
    "EncodeVerifyHandler",
    "SignRotateManager",
    "RenewExpireException",
    "EvictCompactError",
];

/// Two hundred questions of thirteen classes, always the same.
pub(crate) fn questions(known: &[ReportId]) -> Vec<Question> {
    let mut all = Vec::new();
    let mut add = |class, ask| all.push(Question { class, ask });
    let search = |text: String| Ask::Search {
        text,
        facets: false,
        newest: false,
    };
    let faceted = |text: String| Ask::Search {
        text,
        facets: true,
        newest: false,
    };
    for place in 0..16 {
        let at = |list: &[&str]| {
            list.get(place % list.len())
                .copied()
                .unwrap_or_default()
                .to_owned()
        };
        let (one, other) = PAIRS.get(place).copied().unwrap_or_default();
        let stack = at(&STACKS);
        let next = STACKS.get((place + 3) % 6).copied().unwrap_or_default();
        add("term", search(at(&WORDS)));
        add("two terms", search(format!("{one} {other}")));
        add("phrase", search(format!("\"{}\"", at(&PHRASES))));
        add(
            "stack and term",
            search(format!("stack:{stack} {}", at(&WORDS))),
        );
        let two = format!("stack:{stack} AND stack:{next} AND mode:{}", at(&MODES));
        add("two stacks and mode", search(two));
        add("facets of a query", faceted(at(&WORDS)));
        add("prefix", search(at(&PREFIXES)));
        add("typo", search(at(&TYPOS)));
        add("rare", search(at(&RARE)));
        add(
            "sorted",
            Ask::Search {
                text: at(&WORDS),
                facets: false,
                newest: true,
            },
        );
        add("page 50", Ask::Page50(at(&WORDS)));
        if let Some(id) = known.get(place) {
            add("alike", Ask::Alike(*id));
        }
        if place < 8 {
            add("everything, facets", faceted(String::new()));
        }
    }
    all
}
