//! Who may do what at the desk: one table.

use super::Staff;
use crate::storage::accounts::Role;

/// Something that not everybody at the desk may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// Be at the desk at all.
    EnterDesk,
    /// See the queue, and open a report that waits.
    ReadReports,
    /// Change, approve, refuse and publish reports, and ask their reporters.
    ReviewReports,
    /// Issue alerts.
    IssueAlerts,
    /// Put digests in order, add words to them and issue them.
    EditDigests,
    /// Rename, split and merge terms of the taxonomy.
    ChangeTerms,
    /// See who is at the desk.
    ReadPeople,
    /// Invite people, change their roles, let them go, reset their second factor with another.
    ManagePeople,
    /// Register organisations as members, and remove them.
    ManageMembers,
    /// Read the trail of what was done at the desk.
    ReadTrail,
}

impl Permission {
    /// The table. Who manages people reads no reports, and who audits changes nothing.
    pub fn roles(self) -> &'static [Role] {
        use Role::{Administrator, Analyst, Auditor, Editor};
        match self {
            Self::EnterDesk => &[Analyst, Editor, Administrator, Auditor],
            Self::ReadReports => &[Analyst, Editor, Auditor],
            Self::ReviewReports => &[Analyst, Editor],
            Self::IssueAlerts | Self::EditDigests | Self::ChangeTerms => &[Editor],
            Self::ManagePeople | Self::ManageMembers => &[Administrator],
            Self::ReadPeople | Self::ReadTrail => &[Administrator, Auditor],
        }
    }
}

impl Staff {
    /// Whether they may.
    pub fn may(&self, permission: Permission) -> bool {
        permission.roles().contains(&self.role)
    }
}
