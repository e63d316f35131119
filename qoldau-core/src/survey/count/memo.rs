//! What short cells stand for, remembered.

/// Cells of up to seven bytes with what they stand for: a cell that was met before is not looked up again. It never prints.
#[derive(Clone)]
pub(super) struct Memo {
    known: [(u64, u32); 64],
}

impl Memo {
    pub(super) const fn new() -> Self {
        Self { known: [(0, 0); 64] }
    }

    /// What a cell stands for; `look` finds it out.
    #[inline]
    #[cfg_attr(qoldau_small, optimize(speed))]
    pub(super) fn get(&mut self, cell: &[u8], look: impl FnOnce() -> u32) -> u32 {
        if cell.len() > 7 {
            return look();
        }
        // With the length before its bytes no other cell has the number, and none has 0.
        let length = u64::try_from(cell.len()).unwrap_or(0).saturating_add(1);
        let key = cell.iter().fold(length, |key, byte| key << 8 | u64::from(*byte));
        let place = usize::try_from(key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 58).unwrap_or(0);
        let Some(known) = self.known.get_mut(place) else { return look() };
        if known.0 != key {
            *known = (key, look());
        }
        known.1
    }
}
