//! What a store knows of its entries without reading them.

use qoldau_core::value::Id;
use serde::{Deserialize, Serialize};

use crate::StoreError;
use crate::error::Damage;
use crate::frame::{Frame, Holds};

/// What a store knows of its entries. It changes in the same transaction as they do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Summary {
    /// How many numbers were given: the number of the last entry.
    #[serde(skip)]
    pub(crate) numbers: u32,
    /// A known text, sealed by the key of the store; empty where bodies are not sealed.
    #[serde(skip)]
    pub(crate) key_check: Vec<u8>,
    /// The plan it belongs to.
    pub(crate) plan: Option<Id>,
    /// How many entries it holds.
    pub(crate) entries: u32,
    /// How many devices have entries in it.
    pub(crate) devices: u32,
    /// How many ids erasures name.
    pub(crate) erased: u32,
    /// The entry with the greatest clock.
    pub(crate) newest: Option<Newest>,
}

/// The entry with the greatest clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Newest {
    pub(crate) clock: Box<str>,
    pub(crate) number: u32,
}

impl Summary {
    pub(crate) fn write(&self) -> Result<Vec<u8>, StoreError> {
        let text = serde_json::to_vec(self).unwrap_or_default();
        let mut bytes = Vec::new();
        let frame = Frame { number: self.numbers, state: 0, text: &text, sealed: &self.key_check };
        frame.write(Holds::Summary, &mut bytes).ok_or(StoreError::Full)?;
        Ok(bytes)
    }

    pub(crate) fn read(bytes: &[u8]) -> Result<Self, StoreError> {
        Self::of_frame(bytes).ok_or(StoreError::damaged(Damage::Summary))
    }

    /// The summary whose frame begins here.
    pub(crate) fn of_frame(bytes: &[u8]) -> Option<Self> {
        let frame = Frame::read(Holds::Summary, bytes)?;
        let summary: Self = serde_json::from_slice(frame.text).ok()?;
        Some(Self { numbers: frame.number, key_check: frame.sealed.to_vec(), ..summary })
    }
}
