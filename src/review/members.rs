//! Organisations that are members. None is required, and none is linked to a report: what a member
//! has is an address of its own for the digest before it is public.

use super::{Act, Review};
use crate::auth::{MemberToken, Nonce};
use crate::report::{AccountId, MemberId};
use crate::storage::StorageError;
use crate::storage::members::{self, Member};

/// The longest name or note, in bytes.
const LONGEST: usize = 500;

/// Why an organisation was not registered.
#[derive(Debug, thiserror::Error)]
pub enum MemberError {
    /// It has no name, or name or note are too long.
    #[error("a member needs a name; name and note have at most 500 characters")]
    BadName,
    /// There is one of this name, or the registry could not be reached.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl Review {
    /// Registers an organisation; what its address holds is given out once, and
    /// once more where the same form is sent twice.
    pub fn register_member(
        &self,
        by: AccountId,
        name: &str,
        note: &str,
        form: &Nonce,
    ) -> Result<MemberToken, MemberError> {
        if name.is_empty() || name.len() > LONGEST || note.len() > LONGEST {
            return Err(MemberError::BadName);
        }
        let token = MemberToken::of(form, self.keys.master());
        let member = Member {
            id: MemberId::random(),
            name: name.to_owned(),
            note: note.to_owned(),
            since: self.today().to_string(),
        };
        self.storage.write(|tx| {
            if members::by_token(tx, &token.hash())?.is_some_and(|known| known.name == name) {
                return Ok(());
            }
            members::add(tx, &member, &token.hash())?;
            self.record(tx, by, Act::MemberRegistered, Some(&member.id))
        })?;
        Ok(token)
    }

    /// All members, by name.
    pub fn members(&self) -> Result<Vec<Member>, StorageError> {
        self.storage.read(members::list)
    }

    /// Which member's address holds this.
    pub fn member(&self, token: &MemberToken) -> Result<Option<Member>, StorageError> {
        self.storage.read(|tx| members::by_token(tx, &token.hash()))
    }

    /// Removes a member; its address leads nowhere from then on.
    pub fn remove_member(&self, by: AccountId, id: MemberId) -> Result<(), StorageError> {
        self.storage.write(|tx| {
            if members::remove(tx, id)? {
                self.record(tx, by, Act::MemberRemoved, Some(&id))?;
            }
            Ok(())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::Finding;
    use crate::review::testing::Desk;

    #[test]
    fn a_members_address_works_until_it_is_removed() {
        let desk = Desk::open();
        let by = AccountId::random();
        let forms = [Nonce::random(), Nonce::random()];
        let register = |name, form: &Nonce| {
            desk.review
                .register_member(by, name, "safety@bank.example", form)
        };
        assert!(matches!(register("", &forms[0]), Err(MemberError::BadName)));
        let token = register("A Bank", &forms[0]).unwrap();
        let again = register("A Bank", &forms[0]).unwrap();
        assert_eq!(
            again.hash(),
            token.hash(),
            "pressed twice, it is one address"
        );
        assert!(matches!(
            register("A Bank", &forms[1]),
            Err(MemberError::Storage(StorageError::Conflict(_)))
        ));
        let member = desk.review.member(&token).unwrap().unwrap();
        assert_eq!(
            (member.name.as_str(), member.since.as_str()),
            ("A Bank", "2026-11-21")
        );
        assert!(
            desk.review
                .member(&MemberToken::random())
                .unwrap()
                .is_none()
        );
        assert_eq!(
            desk.review.members().unwrap(),
            std::slice::from_ref(&member)
        );
        desk.review.remove_member(by, member.id).unwrap();
        assert!(desk.review.member(&token).unwrap().is_none());
        assert!(matches!(
            desk.review.verify_audit().unwrap(),
            Finding::Whole { rows: 2, .. }
        ));
    }
}
