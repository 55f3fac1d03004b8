//! Checksums of files that are handed out.

use std::io::{self, Read};

use ring::digest::{Context, SHA256};

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
