//! What the package never holds: a panic, and an object with state, to show what the loader does about them.

use wasm_bindgen::prelude::*;

/// Panics.
///
/// # Panics
/// Always.
#[wasm_bindgen(js_name = testPanic)]
#[expect(clippy::panic, reason = "a panic is what this is for")]
pub fn test_panic() {
    panic!("asked for");
}

/// Calls itself until the stack is used up.
#[wasm_bindgen(js_name = testDeep)]
#[must_use]
pub fn test_deep(depth: u32) -> u32 {
    // Never the last of these numbers: the stack ends long before.
    if depth == u32::MAX {
        0
    } else {
        test_deep(depth.wrapping_add(1)).wrapping_add(std::hint::black_box(depth))
    }
}

/// Counts.
#[derive(Debug, Default)]
#[wasm_bindgen]
pub struct TestCounter(u32);

#[wasm_bindgen]
impl TestCounter {
    /// A counter at 0.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Counts one more and says how many it is now.
    pub fn count(&mut self) -> u32 {
        self.0 = self.0.saturating_add(1);
        self.0
    }

    /// Panics.
    ///
    /// # Panics
    /// Always.
    #[expect(clippy::panic, reason = "a panic is what this is for")]
    pub fn fail(&mut self) {
        self.0 = 0;
        panic!("asked for");
    }
}
