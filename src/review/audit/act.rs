//! What can be done at the desk, each with a name that never changes.

macro_rules! acts {
    ($($act:ident $name:literal $words:literal),+ $(,)?) => {
        /// Something done at the desk.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Act {
            $(#[doc = concat!("Somebody ", $words, ".")] $act),+
        }

        impl Act {
            /// All, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$act),+];

            /// The name in data.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$act => $name),+ }
            }

            /// What was done, after the name of who did it and before that of what it was done to.
            pub fn words(self) -> &'static str {
                match self { $(Self::$act => $words),+ }
            }
        }
    };
}

acts! {
    SignedIn "signed-in" "signed in",
    SignedInByRecovery "signed-in-by-recovery" "signed in with a recovery code",
    FactorSet "factor-set" "set up a second factor",
    PasswordChanged "password-changed" "changed their password",
    RecoveryRenewed "recovery-renewed" "made new recovery codes",
    FactorReplaced "factor-replaced" "replaced their second factor",
    SignedOut "signed-out" "signed out",
    SignedOutElsewhere "signed-out-elsewhere" "signed out everywhere else",
    Opened "opened" "opened the report",
    Compared "compared" "looked for others like the report",
    Saved "saved" "changed the report",
    Struck "struck" "took words out of the report",
    Approved "approved" "agreed to the report",
    Coded "coded" "gave codes to the report",
    Settled "settled" "chose whose codes to take for the report",
    Marked "marked" "marked for an alert, or not, the report",
    EventJoined "event-joined" "joined to others, or not, the report",
    Split "split" "split the report",
    Refused "refused" "refused the report",
    Reopened "reopened" "took up again the report",
    Published "published" "published the report",
    Asked "asked" "asked the reporter of",
    LettersRead "letters-read" "put away as read the letters about",
    ChangeAccepted "change-accepted" "accepted a change of the report",
    ChangeDeclined "change-declined" "declined a change of the report",
    AlertOpened "alert-opened" "opened the alert",
    AlertWritten "alert-written" "wrote the alert",
    AlertAgreed "alert-agreed" "agreed to the alert",
    AlertIssued "alert-issued" "issued the alert",
    AlertWithdrawn "alert-withdrawn" "took back the alert",
    DigestEdited "digest-edited" "wrote the draft of the digest",
    DigestIssued "digest-issued" "issued the digest",
    DigestEditsDropped "digest-edits-dropped" "threw away the draft of the digest",
    GuideEdited "guide-edited" "wrote the draft of the guide",
    GuideIssued "guide-issued" "issued the guide",
    GuideEditsDropped "guide-edits-dropped" "threw away the draft of the guide",
    SetWritten "set-written" "wrote the set",
    SetIssued "set-issued" "made public the set",
    SetTakenBack "set-taken-back" "took back the set",
    SetDiscarded "set-discarded" "threw away the set",
    TermDecided "term-decided" "decided about the missed word",
    Recoded "recoded" "moved every report to the terms of version",
    AccountMade "account-made" "made the account",
    PasswordSet "password-set" "set the password of",
    Invited "invited" "invited somebody to be",
    Joined "joined" "took the invitation to be",
    RoleChanged "role-changed" "changed the role of",
    Disabled "disabled" "shut out",
    Enabled "enabled" "let back in",
    ResetAsked "reset-asked" "asked to reset the second factor of",
    FactorReset "factor-reset" "reset the second factor of",
    TrailExported "trail-exported" "took along all that was done at the desk",
    MemberRegistered "member-registered" "registered the member",
    MemberRemoved "member-removed" "removed the member",
}

impl Act {
    /// Reads the name in data.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|act| act.as_str() == name)
    }
}
