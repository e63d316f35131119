//! Sizes that cannot be: a file of no bytes, and one content of two sizes.

use std::collections::BTreeMap;

use super::{Looked, about, rules};
use crate::facts::{Evidence, Tally};
use crate::finding::Param;

pub(super) fn ask(looked: &Looked<'_>, tally: &mut Tally) {
    let mut sizes: BTreeMap<&str, (u64, &Evidence)> = BTreeMap::new();
    for item in looked.items.iter().map(|item| item.body) {
        let empty = item.files.iter().filter(|file| file.bytes == Some(0)).count();
        if empty > 0 {
            tally.push(about(&rules::EMPTY_FILE, [item]).param(Param::count("count", empty)));
        }
        for (hash, bytes) in item.files.iter().filter_map(|file| file.sha256.as_deref().zip(file.bytes)) {
            let (first, of) = *sizes.entry(hash).or_insert((bytes, item));
            if first != bytes {
                let other = (of.item != item.item).then_some(item);
                tally.push(about(&rules::SIZES_DIFFER, std::iter::once(of).chain(other)));
            }
        }
    }
}
