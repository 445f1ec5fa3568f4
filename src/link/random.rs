//! Keys, ids and tokens from the system's generator, and comparing them.

use std::io;

use crate::wire::{Code, Fault};

/// Random letters and digits from the system's generator.
pub(crate) fn random_text(length: usize) -> io::Result<String> {
    const LETTERS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    let mut text = String::with_capacity(length);
    while text.len() < length {
        let mut bytes = [0u8; 64];
        getrandom::fill(&mut bytes).map_err(|error| io::Error::other(error.to_string()))?;
        // 248 is the greatest multiple of 62 in a byte: beyond it some letters would be likelier.
        let fair = bytes.iter().filter(|&&byte| byte < 248).map(|byte| LETTERS[usize::from(byte % 62)] as char);
        text.extend(fair.take(length - text.len()));
    }
    Ok(text)
}

/// At least 0 and below 1; in the middle where the system has no random numbers.
pub(crate) fn fraction() -> f64 {
    getrandom::u32().map_or(0.5, |number| f64::from(number) / (f64::from(u32::MAX) + 1.0))
}

/// A key that nobody else has.
pub(crate) fn fresh_key() -> Result<String, Fault> {
    random_text(22).map_err(|error| Fault::new(Code::Internal, format!("no random numbers: {error}")))
}

/// Names a call without its key, which is the caller's own text.
pub(crate) fn digest(key: &str) -> String {
    let digest = ring::digest::digest(&ring::digest::SHA256, key.as_bytes());
    digest.as_ref()[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// In a time that does not depend on where they differ.
pub(crate) fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |differ, (a, b)| differ | (a ^ b)) == 0
}
