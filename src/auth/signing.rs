//! Signatures by which anyone can tell that a file came from this registry and is whole.
//!
//! Ed25519 (RFC 8032), written as minisign writes it (its specification: "Minisign, File formats",
//! signatures of the pure kind), so that a common tool checks them: `minisign -Vm FILE -p KEY`.

use std::fmt;
use std::str::FromStr;

use data_encoding::BASE64;
use ring::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};

use super::MasterKey;
use super::checksum::digest;
use super::key::Purpose;

/// "Signed as it is", in front of keys and signatures.
const PURE: [u8; 2] = *b"Ed";
const SIGNATURE: usize = 64;

/// What signs what the registry issues.
pub struct SigningKey {
    pair: Ed25519KeyPair,
    public: PublicKey,
}

/// What checks it; shown to everyone.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PublicKey {
    id: [u8; 8],
    key: [u8; 32],
}

/// Why a signature does not stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignatureError {
    /// It is no public key as minisign writes it.
    #[error("this is no public key as minisign writes it")]
    NoKey,
    /// It is no signature as minisign writes it.
    #[error("this is no signature as minisign writes it")]
    NoSignature,
    /// It was made with another key.
    #[error("the signature was made with another key")]
    OtherKey,
    /// The file or the signature was changed.
    #[error("the signature does not fit the file: one of them was changed")]
    Broken,
}

impl SigningKey {
    /// The key of the registry with this master key: always the same.
    #[expect(
        clippy::expect_used,
        reason = "any 32 bytes are a seed of Ed25519 (RFC 8032, 5.1.5)"
    )]
    pub fn of(master: &MasterKey) -> Self {
        let seed = master.subkey(Purpose::Signing);
        let pair = Ed25519KeyPair::from_seed_unchecked(seed.as_slice()).expect("32 bytes");
        let mut key = [0; 32];
        key.copy_from_slice(pair.public_key().as_ref());
        let mut id = [0; 8];
        for (to, from) in id.iter_mut().zip(digest(&key)) {
            *to = from;
        }
        Self {
            pair,
            public: PublicKey { id, key },
        }
    }

    /// What checks its signatures.
    pub fn public(&self) -> PublicKey {
        self.public
    }

    /// Signs a file; `comment` is signed with it and shown by whoever checks.
    pub fn sign(&self, file: &[u8], comment: &str) -> String {
        let comment: String = comment.chars().filter(|c| !c.is_control()).collect();
        let signature = self.pair.sign(file);
        let head = [PURE.as_slice(), &self.public.id, signature.as_ref()].concat();
        let both = [signature.as_ref(), comment.as_bytes()].concat();
        format!(
            "untrusted comment: signature of a Candor registry\n{}\ntrusted comment: {comment}\n{}\n",
            BASE64.encode(&head),
            BASE64.encode(self.pair.sign(&both).as_ref())
        )
    }
}

impl PublicKey {
    /// Whether this signature stands for the file; answers the comment that was signed with it.
    pub fn verify<'a>(&self, file: &[u8], signature: &'a str) -> Result<&'a str, SignatureError> {
        use SignatureError::{Broken, NoSignature, OtherKey};
        let mut lines = signature.lines();
        let head = lines.nth(1).and_then(decoded).ok_or(NoSignature)?;
        let comment = lines
            .next()
            .and_then(|line| line.strip_prefix("trusted comment: "));
        let comment = comment.ok_or(NoSignature)?;
        let over_both = lines.next().and_then(decoded).ok_or(NoSignature)?;
        let (kind, rest) = head.split_first_chunk::<2>().ok_or(NoSignature)?;
        let (id, signed) = rest.split_first_chunk::<8>().ok_or(NoSignature)?;
        if *kind != PURE || signed.len() != SIGNATURE {
            return Err(NoSignature);
        }
        if *id != self.id {
            return Err(OtherKey);
        }
        let key = UnparsedPublicKey::new(&ED25519, self.key);
        let both = [signed, comment.as_bytes()].concat();
        let whole = key
            .verify(file, signed)
            .and_then(|()| key.verify(&both, &over_both));
        whole.map_err(|_| Broken)?;
        Ok(comment)
    }

    /// The file that minisign reads.
    pub fn file(&self) -> String {
        format!("untrusted comment: public key of a Candor registry\n{self}\n")
    }
}

fn decoded(line: &str) -> Option<Vec<u8>> {
    BASE64.decode(line.trim().as_bytes()).ok()
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = [PURE.as_slice(), &self.id, &self.key].concat();
        f.write_str(&BASE64.encode(&bytes))
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({self})")
    }
}

impl FromStr for PublicKey {
    type Err = SignatureError;

    /// Reads the key alone, or the file it stands in.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let line = text.trim().lines().next_back().unwrap_or_default();
        let bytes = decoded(line).ok_or(SignatureError::NoKey)?;
        let (kind, rest) = bytes
            .split_first_chunk::<2>()
            .ok_or(SignatureError::NoKey)?;
        let (id, key) = rest.split_first_chunk::<8>().ok_or(SignatureError::NoKey)?;
        let key = key.try_into().map_err(|_| SignatureError::NoKey)?;
        if *kind != PURE {
            return Err(SignatureError::NoKey);
        }
        Ok(Self { id: *id, key })
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningKey")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> SigningKey {
        let folder = tempfile::tempdir().unwrap();
        SigningKey::of(&MasterKey::load_or_create(&folder.path().join("key")).unwrap())
    }

    #[test]
    fn what_was_signed_stands_and_what_was_changed_does_not() {
        let (ours, other) = (key(), key());
        let file = b"01ab  candor-digest-2026-10.pdf\n";
        let signature = ours.sign(file, "digest 2026-10");
        let public = ours.public();
        assert_eq!(public.verify(file, &signature), Ok("digest 2026-10"));
        assert_eq!(
            public.verify(b"else", &signature),
            Err(SignatureError::Broken)
        );
        let comment = signature.replace("2026-10", "2026-11");
        assert_eq!(public.verify(file, &comment), Err(SignatureError::Broken));
        assert_eq!(
            other.public().verify(file, &signature),
            Err(SignatureError::OtherKey)
        );
        assert_eq!(
            public.verify(file, "nothing"),
            Err(SignatureError::NoSignature)
        );
    }

    #[test]
    fn a_key_is_read_as_it_is_written_alone_and_in_its_file() {
        let public = key().public();
        assert_eq!(public.to_string().parse(), Ok(public));
        assert_eq!(public.file().parse(), Ok(public));
        assert_eq!("RWQ".parse::<PublicKey>(), Err(SignatureError::NoKey));
    }

    /// The tool most readers have, as another's implementation of the same format.
    #[test]
    fn minisign_takes_our_signatures() {
        let ours = key();
        let public = minisign_verify::PublicKey::decode(&ours.public().file()).unwrap();
        let signature = ours.sign(b"the file", "digest 2026-10");
        let signature = minisign_verify::Signature::decode(&signature).unwrap();
        assert!(public.verify(b"the file", &signature, true).is_ok());
        assert!(public.verify(b"another", &signature, true).is_err());
    }
}
