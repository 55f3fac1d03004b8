//! The tables as diesel sees them; `migrations/` makes them.

diesel::table! {
    pending (id) {
        id -> Text,
        week -> Text,
        status -> Text,
        kind -> Text,
        receipt_mac -> Binary,
        nonce_mac -> Binary,
        wrapped_key -> Nullable<Binary>,
        sealed -> Nullable<Binary>,
        refusal -> Nullable<Text>,
        revision -> BigInt,
        sample -> Bool,
    }
}

diesel::table! {
    published (id) {
        id -> Text,
        month -> Text,
        revision -> BigInt,
        sample -> Bool,
        kind -> Text,
        period -> Nullable<Text>,
        severity -> Nullable<BigInt>,
        title -> Text,
        body -> Text,
    }
}

diesel::table! {
    withdrawals (id) {
        id -> Text,
        week -> Text,
    }
}

diesel::table! {
    outbox (seq) {
        seq -> BigInt,
        report -> Text,
        op -> Text,
    }
}

diesel::table! {
    accounts (id) {
        id -> Text,
        name -> Text,
        password_hash -> Text,
        role -> Text,
        disabled -> Bool,
    }
}

diesel::table! {
    sessions (token_hash) {
        token_hash -> Binary,
        account -> Text,
        created_at -> BigInt,
        seen_at -> BigInt,
        expires -> BigInt,
    }
}

diesel::table! {
    factors (account) {
        account -> Text,
        secret -> Binary,
        confirmed -> Bool,
        last_step -> BigInt,
    }
}

diesel::table! {
    recovery_codes (account, mac) {
        account -> Text,
        mac -> Binary,
    }
}

diesel::table! {
    factor_resets (account) {
        account -> Text,
        asked_by -> Text,
    }
}

diesel::table! {
    invitations (token_hash) {
        token_hash -> Binary,
        role -> Text,
        expires -> BigInt,
    }
}

diesel::table! {
    invitation_names (token_hash) {
        token_hash -> Binary,
        tried -> BigInt,
    }
}

diesel::table! {
    members (id) {
        id -> Text,
        name -> Text,
        note -> Text,
        since -> Text,
        token_hash -> Binary,
    }
}

diesel::table! {
    audit (seq) {
        seq -> BigInt,
        day -> Text,
        account -> Nullable<Text>,
        act -> Text,
        object -> Nullable<Text>,
        hash -> Text,
    }
}

diesel::table! {
    reviews (report, account) {
        report -> Text,
        account -> Text,
        verdict -> Text,
        week -> Text,
    }
}

diesel::table! {
    digests (period, revision) {
        period -> Text,
        revision -> BigInt,
        body -> Text,
        week -> Text,
    }
}

diesel::table! {
    digest_drafts (period) {
        period -> Text,
        body -> Text,
    }
}

diesel::table! {
    digest_files (period, form) {
        period -> Text,
        form -> Text,
        body -> Binary,
    }
}

diesel::table! {
    guides (subject) {
        subject -> Text,
        version -> BigInt,
        month -> Text,
        reports -> BigInt,
        body -> Text,
    }
}

diesel::table! {
    guide_files (subject, form) {
        subject -> Text,
        form -> Text,
        body -> Binary,
    }
}

diesel::table! {
    guide_drafts (subject) {
        subject -> Text,
        body -> Text,
    }
}

diesel::table! {
    settings (key) {
        key -> Text,
        value -> Text,
    }
}

diesel::table! {
    mailboxes (report) {
        report -> Text,
        wrapped_key -> Binary,
        week -> Text,
    }
}

diesel::table! {
    messages (id) {
        id -> Text,
        report -> Text,
        number -> BigInt,
        sender -> Text,
        kind -> Text,
        state -> Text,
        week -> Text,
        nonce_mac -> Binary,
        sealed -> Binary,
    }
}

diesel::table! {
    acceptances (message, account) {
        message -> Text,
        account -> Text,
    }
}

diesel::table! {
    reactions (report, kind) {
        report -> Text,
        kind -> Text,
        count -> BigInt,
    }
}

diesel::table! {
    dispositions (report) {
        report -> Text,
        week -> Text,
    }
}

diesel::table! {
    shares (code_mac) {
        code_mac -> Binary,
        report -> Text,
        week -> Text,
    }
}

diesel::table! {
    triage (report) {
        report -> Text,
        wrapped_key -> Nullable<Binary>,
        summary -> Nullable<Binary>,
        level -> Text,
        hazard -> Bool,
    }
}

diesel::table! {
    parts (report) {
        report -> Text,
        origin -> Text,
    }
}

diesel::table! {
    codings (report, account, list, code) {
        report -> Text,
        account -> Text,
        list -> Text,
        code -> Text,
    }
}

diesel::table! {
    settled (report, list) {
        report -> Text,
        list -> Text,
        account -> Text,
    }
}

diesel::table! {
    joined (report) {
        report -> Text,
        event -> Text,
    }
}

diesel::table! {
    counted (id) {
        id -> Text,
        month -> Text,
        body -> Text,
    }
}

diesel::table! {
    terms (id) {
        id -> Text,
        list -> Text,
        word -> Text,
        report -> Nullable<Text>,
        status -> Text,
        week -> Text,
    }
}

diesel::table! {
    desk_terms (term) {
        term -> Text,
    }
}

diesel::table! {
    alerts (id) {
        id -> Text,
        number -> Nullable<BigInt>,
        status -> Text,
        month -> Text,
        sample -> Bool,
        body -> Text,
    }
}

diesel::table! {
    sets (id) {
        id -> Text,
        public -> Bool,
        month -> Text,
        title -> Text,
        words -> Text,
    }
}

diesel::table! {
    set_reports (of_set, place) {
        of_set -> Text,
        place -> BigInt,
        report -> Text,
    }
}

diesel::table! {
    drafts (alert) {
        alert -> Text,
        sealed -> Binary,
    }
}

diesel::table! {
    alert_reports (alert, report) {
        alert -> Text,
        report -> Text,
    }
}

diesel::table! {
    alert_agreed (alert, account) {
        alert -> Text,
        account -> Text,
    }
}

diesel::joinable!(triage -> pending (report));
diesel::allow_tables_to_appear_in_same_query!(messages, pending);
diesel::allow_tables_to_appear_in_same_query!(pending, triage, reviews);
diesel::allow_tables_to_appear_in_same_query!(terms, desk_terms);
