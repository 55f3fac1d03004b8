//! Checksums: of files that are handed out, and of what must be seen to be unchanged.

use std::io::{self, Read};

use ring::digest::{self, Context, SHA256};

use super::random::to_hex;

/// The SHA-256 of all that can be read, in lower-case hexadecimal digits.
pub fn sha256(mut source: impl Read) -> io::Result<String> {
    let mut context = Context::new(&SHA256);
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let read = source.read(&mut buffer)?;
        let Some(part) = buffer.get(..read).filter(|part| !part.is_empty()) else {
            return Ok(to_hex(context.finish().as_ref()).to_string());
        };
        context.update(part);
    }
}

/// A SHA-256 that is computed part by part.
#[derive(Clone)]
pub struct Sha256(Context);

impl Sha256 {
    /// Over nothing yet.
    pub fn new() -> Self {
        Self(Context::new(&SHA256))
    }

    /// Goes on with a line and what ends it.
    pub fn row(&mut self, line: &str) {
        self.0.update(line.as_bytes());
        self.0.update(b"\n");
    }

    /// The checksum in lower-case hexadecimal digits.
    pub fn finish(self) -> String {
        to_hex(self.0.finish().as_ref()).to_string()
    }
}

impl Default for Sha256 {
    fn default() -> Self {
        Self::new()
    }
}

/// The SHA-256 of some bytes.
pub fn digest(bytes: &[u8]) -> [u8; 32] {
    let mut hash = [0; 32];
    let digest = digest::digest(&SHA256, bytes);
    for (to, from) in hash.iter_mut().zip(digest.as_ref()) {
        *to = *from;
    }
    hash
}

/// Bytes in lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    to_hex(bytes).to_string()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_checksum_is_the_one_everybody_computes() {
        assert_eq!(
            super::sha256("abc".as_bytes()).unwrap(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
