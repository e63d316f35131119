//! People with their codes, kept until every row is read, and paired then.
//!
//! They lie in a number of heaps by what their code is, so that a heap fits the nearest memory of a processor while it is paired, and
//! heaps can be paired by several threads. No order of the rows can change a pair.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "the inner loop of counting: places come from a table made for the number of rows"
)]

use sha2::{Digest, Sha256};

use crate::survey::answers::code_letters;

/// In how many heaps codes lie.
const HEAPS: usize = 256;
/// People in one block of a heap.
const BLOCK: usize = 256;
/// The bit of a key that says that the person is of the second phase.
const SECOND: u128 = 1 << 127;
/// The longest code that stands for itself, in bytes.
const LONGEST: u32 = 15;

/// A code as a number that no other code has, or nothing of a blank one.
///
/// Spaces and signs, case, and letters that only look alike are of no account. A code of up to 15 bytes stands for itself; of a longer one
/// it is 120 bits of its SHA-256.
#[cfg_attr(qoldau_small, optimize(speed))]
pub(super) fn key(code: &[u8], text: impl FnOnce() -> String) -> Option<u128> {
    let mut key = 0_u128;
    let mut length = 0_u32;
    for byte in code {
        if byte.is_ascii_alphanumeric() {
            key = key << 8 | u128::from(byte.to_ascii_uppercase());
            length += 1;
        } else if !byte.is_ascii() {
            length = u32::MAX;
            break;
        }
    }
    match length {
        0 => None,
        1..=LONGEST => Some(key | u128::from(length) << 120),
        _ => key_of_text(&text()),
    }
}

#[cold]
fn key_of_text(code: &str) -> Option<u128> {
    let folded = code_letters(code);
    let bytes = |bytes: &[u8]| bytes.iter().fold(0_u128, |key, byte| key << 8 | u128::from(*byte));
    match u32::try_from(folded.len()).unwrap_or(u32::MAX) {
        0 => None,
        length @ 1..=LONGEST => Some(bytes(folded.as_bytes()) | u128::from(length) << 120),
        _ => {
            let digest = Sha256::digest(folded.as_bytes());
            Some(bytes(&digest[..15]) | u128::from(LONGEST + 1) << 120)
        }
    }
}

/// A number that spreads keys evenly.
#[inline]
#[cfg_attr(qoldau_small, optimize(speed))]
fn spread(key: u128) -> u64 {
    let [low, high] = [key & u128::from(u64::MAX), key >> 64].map(|part| u64::try_from(part).unwrap_or(0));
    let mixed = (low ^ high.rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed ^ (mixed >> 32)).wrapping_mul(0xD6E8_FEB8_6659_FD93)
}

/// People with their codes.
#[derive(Clone)]
pub(super) struct People {
    /// How many marks a person has.
    marks: usize,
    heaps: Vec<Heap>,
}

#[derive(Clone, Default)]
struct Heap {
    full: Vec<Block>,
    last: Block,
}

#[derive(Clone, Default)]
struct Block {
    keys: Vec<u128>,
    marks: Vec<u16>,
}

/// What the pairs of a heap, or of all, come to.
pub(super) trait Pairs {
    /// Takes a pair: the marks of a person in both phases.
    fn pair(&mut self, first: &[u16], second: &[u16]);
}

/// How codes pair, by count of people.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Paired {
    pub(super) matched: u32,
    /// People of the first and of the second phase whose code others there have too.
    pub(super) repeated: [u32; 2],
}

impl People {
    pub(super) fn new(marks: usize) -> Self {
        Self { marks, heaps: vec![Heap::default(); HEAPS] }
    }

    /// Takes a person of the first or of the second phase.
    #[inline]
    #[cfg_attr(qoldau_small, optimize(speed))]
    pub(super) fn push(&mut self, key: u128, second: bool, marks: &[u16]) {
        let heap = usize::from(spread(key).to_be_bytes()[0]);
        let heap = &mut self.heaps[heap];
        if heap.last.keys.len() == BLOCK {
            let next = Block {
                keys: Vec::with_capacity(BLOCK),
                marks: Vec::with_capacity(BLOCK.saturating_mul(self.marks)),
            };
            heap.full.push(std::mem::replace(&mut heap.last, next));
        }
        heap.last.keys.push(if second { key | SECOND } else { key });
        heap.last.marks.extend_from_slice(marks);
    }

    /// Takes other people.
    pub(super) fn merge(&mut self, other: Self) {
        for (heap, other) in self.heaps.iter_mut().zip(other.heaps) {
            heap.full.extend(other.full);
            let last = if heap.last.keys.len() < other.last.keys.len() {
                std::mem::replace(&mut heap.last, other.last)
            } else {
                other.last
            };
            heap.full.push(last);
        }
    }

    /// Pairs the people of every `step`-th heap from `start` on.
    pub(super) fn pair(&self, start: usize, step: usize, pairs: &mut impl Pairs) -> Paired {
        let mut paired = Paired::default();
        let mut room = Room::default();
        for heap in self.heaps.iter().skip(start).step_by(step.max(1)) {
            heap.pair(self.marks, &mut room, &mut paired, pairs);
        }
        paired
    }
}

/// A code with who has it: in each phase how many, and where the last of them lies.
#[derive(Clone, Copy)]
struct Code {
    key: u128,
    people: [u32; 2],
    at: [(u32, u32); 2],
}

/// Room that is used heap by heap.
#[derive(Default)]
struct Room {
    codes: Vec<Code>,
    /// Places of codes, counted from 1, by what [`spread`] says.
    table: Vec<u32>,
}

impl Heap {
    fn pair(&self, marks: usize, room: &mut Room, paired: &mut Paired, pairs: &mut impl Pairs) {
        let blocks = || self.full.iter().chain([&self.last]);
        let people: usize = blocks().map(|block| block.keys.len()).sum();
        let places = people.saturating_mul(2).next_power_of_two();
        room.codes.clear();
        room.table.clear();
        room.table.resize(places, 0);
        for (block, number) in blocks().zip(0_u32..) {
            for (key, at) in block.keys.iter().zip(0_u32..) {
                let code = room.code(key & !SECOND);
                let phase = usize::from(key & SECOND != 0);
                code.people[phase] += 1;
                code.at[phase] = (number, at);
            }
        }
        let blocks: Vec<&Block> = blocks().collect();
        let place = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
        let of = |(block, at): (u32, u32)| {
            let start = place(at) * marks;
            &blocks[place(block)].marks[start..start + marks]
        };
        for code in &room.codes {
            for (repeated, people) in paired.repeated.iter_mut().zip(code.people) {
                *repeated += if people > 1 { people } else { 0 };
            }
            if code.people == [1, 1] {
                paired.matched += 1;
                let [first, second] = code.at.map(of);
                pairs.pair(first, second);
            }
        }
    }
}

impl Room {
    /// The entry of a code, a new one where it has none.
    #[inline]
    #[cfg_attr(qoldau_small, optimize(speed))]
    fn code(&mut self, key: u128) -> &mut Code {
        let last = self.table.len() - 1;
        let mut place = usize::try_from(spread(key) & 0xFFFF_FFFF).unwrap_or(0) & last;
        let at = loop {
            let entry = usize::try_from(self.table[place]).unwrap_or(0);
            if entry == 0 {
                self.codes.push(Code { key, people: [0; 2], at: [(0, 0); 2] });
                self.table[place] = u32::try_from(self.codes.len()).unwrap_or(u32::MAX);
                break self.codes.len() - 1;
            }
            if self.codes[entry - 1].key == key {
                break entry - 1;
            }
            place = (place + 1) & last;
        };
        &mut self.codes[at]
    }
}
