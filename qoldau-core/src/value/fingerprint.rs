//! Fingerprints of ids: numbers that differ where the ids do, almost always.

/// A number for an id, the same everywhere: FNV-1a, eight bytes at a time.
///
/// Ids come from files, so somebody may choose them so that their fingerprints are equal. Therefore fingerprints are
/// only ever sorted, never put into a table that would grow slow, and equal ones are told apart by the ids themselves.
pub(crate) fn fingerprint(id: &str) -> u64 {
    const START: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let (words, rest) = id.as_bytes().as_chunks::<8>();
    let mix = |print: u64, word: u64| (print ^ word).wrapping_mul(PRIME).rotate_left(23);
    let print = words.iter().fold(START, |print, word| mix(print, u64::from_le_bytes(*word)));
    rest.iter().fold(print, |print, byte| mix(print, u64::from(*byte)))
}
