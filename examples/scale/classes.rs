//! What readers ask, by class, in words that the generated reports have.

use candor::report::ReportId;
use candor::search::Sort;

/// A question: as a reader types it for ours, in its parts for peers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Question {
    pub(crate) class: &'static str,
    /// As a reader types it.
    pub(crate) text: String,
    pub(crate) words: Vec<String>,
    pub(crate) codes: Vec<String>,
    pub(crate) kind: Kind,
    /// Peers count codes, too.
    pub(crate) facets: bool,
    pub(crate) newest: bool,
    /// Reports before the page.
    pub(crate) offset: usize,
    /// Reports like this one are asked for.
    pub(crate) like: Option<ReportId>,
}

/// How the words are meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Kind {
    #[default]
    AllOf,
    /// Side by side.
    Phrase,
    /// The beginning of a word.
    Prefix,
    /// Perhaps misspelt.
    Near,
}

impl Question {
    pub(crate) fn alike(&self) -> bool {
        self.like.is_some()
    }

    pub(crate) fn sort(&self) -> Sort {
        if self.newest {
            Sort::Newest
        } else {
            Sort::Relevance
        }
    }
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
    (0..16).flat_map(|place| round(place, known)).collect()
}

fn round(place: usize, known: &[ReportId]) -> Vec<Question> {
    let at = |list: &[&str]| {
        list.get(place % list.len())
            .copied()
            .unwrap_or_default()
            .to_owned()
    };
    let (one, other) = PAIRS.get(place).copied().unwrap_or_default();
    let (word, stack, phrase) = (at(&WORDS), at(&STACKS), at(&PHRASES));
    let next = STACKS.get((place + 3) % 6).copied().unwrap_or_default();
    let (prefix, typo, mode) = (at(&PREFIXES), at(&TYPOS), at(&MODES));
    let of = |class, text: &str, words: &[&str]| Question {
        class,
        text: text.to_owned(),
        words: words.iter().map(|word| (*word).to_owned()).collect(),
        ..Question::default()
    };
    let spaced: Vec<&str> = phrase.split([' ', '-']).collect();
    let stacks = [
        format!("stack:{stack}"),
        format!("stack:{next}"),
        format!("mode:{mode}"),
    ];
    let mut all = vec![
        of("term", &word, &[&word]),
        of("two terms", &format!("{one} {other}"), &[one, other]),
        Question {
            kind: Kind::Phrase,
            ..of("phrase", &format!("\"{phrase}\""), &spaced)
        },
        Question {
            codes: vec![format!("stack:{stack}")],
            ..of("stack and term", &format!("stack:{stack} {word}"), &[&word])
        },
        Question {
            codes: stacks.to_vec(),
            ..of("two stacks and mode", &stacks.join(" AND "), &[])
        },
        Question {
            facets: true,
            ..of("facets of a query", &word, &[&word])
        },
        Question {
            kind: Kind::Prefix,
            ..of("prefix", &prefix, &[prefix.trim_end_matches('*')])
        },
        Question {
            kind: Kind::Near,
            ..of("typo", &typo, &[typo.trim_end_matches('~')])
        },
        of("rare", &at(&RARE), &[&at(&RARE)]),
        Question {
            newest: true,
            ..of("sorted", &word, &[&word])
        },
        Question {
            offset: 980,
            ..of("page 50", &word, &[&word])
        },
        Question {
            like: known.get(place).copied(),
            ..of("alike", "", &[])
        },
    ];
    if place < 8 {
        all.push(Question {
            facets: true,
            ..of("everything, facets", "", &[])
        });
    }
    all
}
