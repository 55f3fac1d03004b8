//! How people are named in write-ups, and what only looks so.

use crate::anonymise::tests::{removed, stays};

const FOUND: &[(&str, &[&str])] = &[
    (
        "then Oluwaseun Adeyemi-Balogun restarted the brokers",
        &["Oluwaseun Adeyemi-Balogun"],
    ),
    (
        "paged TSHABALALA Refilwe at once",
        &["TSHABALALA", "Refilwe"],
    ),
    (
        "owned by Nguyễn Thị Minh Khai since then",
        &["Nguyễn Thị Minh Khai"],
    ),
    (
        "signed by Siti Nurhaliza binti Ahmad then",
        &["Siti Nurhaliza binti Ahmad"],
    ),
    (
        "it was Muhammad bin Salman Al Harbi who rang",
        &["Muhammad bin Salman Al Harbi"],
    ),
    ("then Jean-Baptiste d'Arcy rang", &["Jean-Baptiste d'Arcy"]),
    ("later El Amrani was told", &["El Amrani"]),
    ("a word with Mrs Okonjo about it", &["Mrs Okonjo"]),
    ("talked to Encik Rosli about it", &["Encik Rosli"]),
    ("We asked Will to fail over.", &["Will"]),
    ("tell joy that the disk is full", &["joy"]),
    ("i pinged alexei but he was asleep", &["alexei"]),
    ("can mark check the replica?", &["mark"]),
    (
        "asking dana whitfield and lars olsen now",
        &["dana whitfield", "lars olsen"],
    ),
    ("ahmed k. took over", &["ahmed k."]),
    (
        "MR restarted the pods. MR watched the graphs.",
        &["MR", "MR"],
    ),
    (
        "K.L. wrote the fix and B.S. reviewed it.",
        &["K.L.", "B.S."],
    ),
    ("Owner: JK, reviewer: TS", &["JK", "TS"]),
    (
        "Attendees: Ingrid Solheim, Bo (SRE), Fatou Diallo",
        &["Ingrid Solheim", "Bo", "Fatou Diallo"],
    ),
    (
        "| Action | Owner | Due |\n|---|---|---|\n| Add alert | Hope | soon |\n| Fix it | sven | - |",
        &["Hope", "sven"],
    ),
    (
        "| Who | What |\n|---|---|\n| Rich | write runbook |\n| ben | sleep |",
        &["Rich", "ben"],
    ),
    ("then Olga/Sasha follow up", &["Olga", "Sasha"]),
    ("Best regards,\n\nOlumide", &["Olumide"]),
    ("Co-authored-by: Mirela Ionescu", &["Mirela Ionescu"]),
    ("the line user=jpetrov again", &["jpetrov"]),
    (
        r#"the line {"user": "abrandt", "action": "delete"}"#,
        &["abrandt"],
    ),
    ("kubectl --as wkline delete pod", &["wkline"]),
    ("Accepted publickey for hlindt from there", &["hlindt"]),
    ("then SET ROLE fjansen; was run", &["fjansen"]),
    ("then GRANT ALL ON orders TO ldupont; was run", &["ldupont"]),
    ("and lmartinez merged it", &["lmartinez"]),
    ("all is quiet now - kt", &["kt"]),
    ("the crew (Jo, Ty, Mo) stayed", &["Jo", "Ty", "Mo"]),
    ("akim     pts/1 was idle", &["akim"]),
    ("(rk) wrote the runbook", &["rk"]),
    ("later TK agreed with MvD", &["TK", "MvD"]),
    ("please ask joy b. about it", &["joy b."]),
    ("teo@bastion:~$ ls", &["teo", "bastion"]),
    ("shutter open (ack by hvi)", &["hvi"]),
    (
        "Van: Willemijn Achterop <w.achterop@shop.example>",
        &["Willemijn Achterop", "w.achterop@shop.example"],
    ),
];

#[test]
fn people_are_found_however_they_are_named() {
    for (text, found) in FOUND {
        assert_eq!(removed(text), *found, "{text}");
    }
}

#[test]
fn what_only_looks_like_a_person_stays() {
    for text in [
        "Cassandra restarted after Kafka did.",
        "the DB restarted, the LB marked it, CI ran and QA approved",
        "GC ran for 3 s, HA kicked in, the PR was merged",
        "made in the U.S. and the E.U. by a B.V.",
        "asked for help and told everyone to wait",
        "thanks all, and thanks again",
        "user=root, user postgres and user admin",
        "Owner: platform\nReviewed by: nobody",
        "Mark the node as down. Will the queue drain? Bill the customer.",
        "a grace period of 10 minutes, the art of it, with joy",
        "Nobody noticed. Everyone thought that it was fine.",
        "Impact: none\nTrigger: cron\nImpact: big",
        "| Owner | Status |\n|---|---|\n| TBD | open |\n| platform | open |",
        "GRANT ALL ON orders TO app",
        "Support Team <help@…>, Data Platform <nobody>",
        "it went well - ok",
        "the ward manager and the duty manager",
        "Ledger writes stopped, an ed25519 key, apiVersion: networking.k8s.io/v1",
    ] {
        assert!(stays(text), "{text}: {:?}", removed(text));
    }
}
