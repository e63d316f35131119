//! Finding things by their ids, and the latest of several records that bear one id.
//!
//! Ids come from files, so somebody may choose them to make a hash table slow. Everything here is sorted instead: by
//! fingerprint first, because numbers compare faster than text, and equal fingerprints by the ids themselves.

use crate::facts::Observation;
use crate::value::Id;
use crate::value::fingerprint::fingerprint;

/// Places by id.
#[derive(Debug, Default)]
pub(super) struct Places<'a> {
    /// By key, then id.
    sorted: Vec<(u64, &'a str, usize)>,
    /// For the first bits of a key where those that begin with them begin, so that a search is short. Ids chosen to
    /// begin with the same bits make it as long as it was without.
    starts: Vec<usize>,
    /// How many bits of a key are not its first.
    shift: u32,
}

/// What ids are sorted by: a fingerprint whose first bits differ as much as its last. Equal ones stay equal.
fn key(id: &str) -> u64 {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    fingerprint(id).wrapping_mul(ODD)
}

impl<'a> Places<'a> {
    /// The place of every id; of an id that stands several times the last.
    pub(super) fn new(ids: impl IntoIterator<Item = (&'a Id, usize)>) -> Self {
        let mut sorted: Vec<_> =
            ids.into_iter().map(|(id, place)| (key(id.as_str()), id.as_str(), place)).collect();
        sorted.sort_unstable_by(|a, b| b.cmp(a));
        sorted.dedup_by(|later, first| (later.0, later.1) == (first.0, first.1));
        sorted.reverse();
        let buckets = sorted.len().next_power_of_two().max(2);
        let shift = u64::BITS.saturating_sub(buckets.trailing_zeros());
        let first = |bucket: usize| sorted.partition_point(|(key, ..)| bits(*key, shift) < bucket);
        let starts = (0..=buckets).map(first).collect();
        Self { sorted, starts, shift }
    }

    /// The place of an id.
    pub(super) fn get(&self, id: &Id) -> Option<usize> {
        if self.sorted.is_empty() {
            return None;
        }
        let key = key(id.as_str());
        let bucket = bits(key, self.shift);
        let (start, end) = (self.starts.get(bucket)?, self.starts.get(bucket.checked_add(1)?)?);
        let like = self.sorted.get(*start..*end)?;
        let found =
            like.binary_search_by(|(other, text, _)| other.cmp(&key).then_with(|| (*text).cmp(id.as_str())));
        like.get(found.ok()?).map(|(_, _, place)| *place)
    }
}

/// The first bits of a key, as the number of a bucket.
fn bits(key: u64, shift: u32) -> usize {
    key.checked_shr(shift).and_then(|bits| usize::try_from(bits).ok()).unwrap_or_default()
}

/// What bears an id, and the record that says so.
pub(super) type Record<'a> = (&'a Id, &'a Observation);

/// For each of `count` places, whether no later record bears the id of the record there; also where there is none.
pub(super) fn latest<'a>(count: usize, record: impl Fn(usize) -> Option<Record<'a>>) -> Vec<bool> {
    // Room for all of them, because counting first those that are there would take another look at each.
    let mut prints = Vec::with_capacity(count);
    prints.extend((0..count).filter_map(|at| Some((fingerprint(record(at)?.0.as_str()), at))));
    prints.sort_unstable();
    let mut holds = vec![true; count];
    for run in prints.chunk_by(|a, b| a.0 == b.0).filter(|run| run.len() > 1) {
        let mut records: Vec<_> = run.iter().filter_map(|(_, at)| Some((record(*at)?, *at))).collect();
        records.sort_by_key(|((id, _), _)| *id);
        for same in records.chunk_by(|((a, _), _), ((b, _), _)| a == b) {
            let last = same.iter().max_by(|((_, a), _), ((_, b), _)| a.by_time(b)).map(|(_, at)| *at);
            for (_, at) in same.iter().filter(|(_, at)| Some(*at) != last) {
                holds.get_mut(*at).into_iter().for_each(|holds| *holds = false);
            }
        }
    }
    holds
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{EventIds, Fact, Origin};

    fn id(text: &str) -> Id {
        text.parse().unwrap()
    }

    fn record(entry: u32, clock: &str) -> Observation {
        Observation {
            entry: id(&entry.to_string()),
            on: "2024-06-14".parse().unwrap(),
            until: None,
            author: "a".into(),
            clock: Some(clock.into()),
            origin: Origin::Journal,
            fact: Fact::SameEvent { body: EventIds { events: Vec::new() } },
        }
    }

    /// Ids of sixteen bytes with one fingerprint: the second half undoes what the first half changed.
    fn colliding() -> Vec<Id> {
        let state = |half: &str| fingerprint(half);
        let wanted = state("aaaaaaaa") ^ u64::from_le_bytes(*b"aaaaaaaa");
        let halves = (0..200_000_u32).map(|number| format!("{:08x}", number.wrapping_mul(0x9e37_79b1)));
        let whole = halves.filter_map(|half| {
            let rest = (wanted ^ state(&half)).to_le_bytes();
            rest.iter().all(u8::is_ascii_graphic).then(|| format!("{half}{}", String::from_utf8_lossy(&rest)))
        });
        std::iter::once("aaaaaaaaaaaaaaaa".to_owned()).chain(whole).map(|text| id(&text)).collect()
    }

    #[test]
    fn ids_of_one_fingerprint_are_told_apart() {
        let ids = colliding();
        assert!(
            ids.len() > 10 && ids.iter().all(|id| fingerprint(id.as_str()) == fingerprint(ids[0].as_str()))
        );
        let places = Places::new(ids.iter().enumerate().map(|(at, id)| (id, at)));
        for (at, id) in ids.iter().enumerate() {
            assert_eq!(places.get(id), Some(at));
        }
        assert_eq!(places.get(&id("bbbbbbbbbbbbbbbb")), None);
        let (early, late) = (record(1, "2024-06-14T08:00"), record(2, "2024-06-14T09:00"));
        let records: Vec<Record<'_>> =
            ids.iter().map(|id| (id, &early)).chain([(&ids[3], &late), (&ids[3], &early)]).collect();
        let holds = latest(records.len(), |at| records.get(at).copied());
        let fallen: Vec<usize> = (0..records.len()).filter(|at| !holds[*at]).collect();
        assert_eq!(fallen, [3, records.len() - 1]);
    }

    #[test]
    fn of_an_id_that_stands_twice_the_last_place_is_known() {
        let ids = [id("t1"), id("t2"), id("t1")];
        let places = Places::new(ids.iter().enumerate().map(|(at, id)| (id, at)));
        assert_eq!((places.get(&ids[0]), places.get(&ids[1])), (Some(2), Some(1)));
    }

    #[test]
    fn places_without_a_record_hold() {
        let one = record(1, "2024-06-14T08:00");
        let name = id("x");
        let records = [None, Some((&name, &one)), None];
        assert_eq!(latest(3, |at| records.get(at).copied().flatten()), [true, true, true]);
    }
}
