//! What the tests of the store share.

use qoldau_core::facts::RawBody;
use qoldau_core::journal::{Envelope, link_of, seal_of, write_journal};
use qoldau_store::Store;

/// A small journal of one device: numbered, sealed and linked entries of some length.
pub(crate) fn season(device: &str, from: u32, count: u32, body_len: usize) -> Vec<Envelope> {
    let mut prev = None;
    (from..from + count)
        .map(|seq| {
            let words = format!("{device} counted {seq} ").repeat(body_len / 20 + 1);
            let body =
                format!(r#"{{"line":"t1","note":"{words}","salt":"0123456789abcdef","value":"{seq}"}}"#);
            let entry = Envelope {
                id: format!("0190163c-0000-7000-{seq:04x}-{:0>12}", hex(device)).parse().unwrap(),
                on: "2024-06-14".parse().unwrap(),
                author: "aigul".into(),
                kind: "reading".into(),
                seal: seal_of(&body),
                body: Some(RawBody::new(&body)),
                replaces: Vec::new(),
                device: Some(device.into()),
                seq: Some(seq),
                clock: Some(format!("2024-06-14T09:{:02}:{:02}.000Z-0000", seq / 60 % 60, seq % 60).into()),
                prev: prev.take(),
            };
            prev = Some(link_of(&entry));
            entry
        })
        .collect()
}

fn hex(text: &str) -> String {
    let digit = |half: u8| char::from_digit(half.into(), 16).unwrap();
    text.bytes().rev().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).take(12).collect()
}

/// An erasure of ids.
pub(crate) fn erasure(id: &str, erases: &[&str]) -> Envelope {
    let ids = serde_json::to_string(erases).unwrap();
    let body = RawBody::new(&format!(r#"{{"entries":{ids},"reason":"asked"}}"#));
    let template = season("eraser", 1, 1, 0).remove(0);
    Envelope { id: id.parse().unwrap(), kind: "erase".into(), seal: None, body: Some(body), ..template }
}

/// The store's journal as text.
pub(crate) fn text_of(store: &Store) -> String {
    write_journal(&store.journal().unwrap())
}

/// Random numbers that are the same on every run.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(self.0 >> 33).unwrap() % bound
    }
}
