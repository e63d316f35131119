//! A block of the compact form: entries as columns, in which like stands beside like and packs well.
//!
//! What can be reckoned from the rest is not written: a link that fits the entry before it, a seal that fits its body.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::bounded;
use super::clock::Clock;
use super::{Envelope, link_of, seal_of};
use crate::facts::RawBody;
use crate::value::hex::{from_hex, to_hex};
use crate::value::{Id, IsoDate};

/// Entries as columns, each as long as there are entries.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Columns<'a> {
    /// Authors, kinds and devices, each once.
    #[serde(borrow, deserialize_with = "bounded::column")]
    names: Vec<Cow<'a, str>>,
    #[serde(borrow, deserialize_with = "bounded::column")]
    ids: Vec<Name<'a>>,
    /// Days since the date before.
    #[serde(deserialize_with = "bounded::column")]
    on: Vec<i32>,
    #[serde(deserialize_with = "bounded::column")]
    author: Vec<u32>,
    #[serde(deserialize_with = "bounded::column")]
    kind: Vec<u32>,
    /// One more than the place among the names; 0 for none.
    #[serde(deserialize_with = "bounded::column")]
    device: Vec<u32>,
    #[serde(deserialize_with = "bounded::column")]
    seq: Vec<Seq>,
    #[serde(borrow, deserialize_with = "bounded::column")]
    clock: Vec<Time<'a>>,
    #[serde(borrow, deserialize_with = "bounded::column")]
    prev: Vec<Hash<'a>>,
    #[serde(borrow, deserialize_with = "bounded::column")]
    seal: Vec<Hash<'a>>,
    /// The salt of a body that is written without it; empty where it stands in the body.
    #[serde(deserialize_with = "bounded::column")]
    salt: Vec<Vec<u8>>,
    #[serde(borrow, deserialize_with = "bounded::columns")]
    replaces: Vec<Vec<Name<'a>>>,
    #[serde(borrow, deserialize_with = "bounded::column")]
    body: Vec<Option<Cow<'a, str>>>,
}

/// An id.
#[derive(Debug, Serialize, Deserialize)]
enum Name<'a> {
    Uuid([u8; 16]),
    #[serde(borrow)]
    Text(Cow<'a, str>),
}

/// The number of an entry on its device.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
enum Seq {
    None,
    /// One more than that of the entry before it in the block.
    Next,
    At(u32),
}

/// A time of recording.
#[derive(Debug, Serialize, Deserialize)]
enum Time<'a> {
    None,
    /// Milliseconds since the clock before, and the counter.
    After(i64, u16),
    #[serde(borrow)]
    Text(Cow<'a, str>),
}

/// A link or a seal.
#[derive(Debug, Serialize, Deserialize)]
enum Hash<'a> {
    None,
    /// What is reckoned from the rest.
    Fits,
    Bytes([u8; 32]),
    #[serde(borrow)]
    Text(Cow<'a, str>),
}

/// What an entry is told from: the dates, numbers and links that went before it in the block.
#[derive(Default)]
struct Before {
    day: Option<IsoDate>,
    millis: i64,
    devices: BTreeMap<Box<str>, (u32, Box<str>)>,
}

impl Before {
    fn date(&self) -> Option<IsoDate> {
        self.day.or_else(|| IsoDate::new(2024, 1, 1))
    }

    fn of_device(&self, device: Option<&str>) -> Option<&(u32, Box<str>)> {
        self.devices.get(device?)
    }

    /// Goes on to the next entry.
    fn pass(&mut self, entry: &Envelope) {
        self.day = Some(entry.on);
        if let Some((millis, _)) = entry.clock.as_deref().and_then(Clock::packed) {
            self.millis = millis;
        }
        if let (Some(device), Some(seq)) = (&entry.device, entry.seq) {
            self.devices.insert(device.clone(), (seq, link_of(entry)));
        }
    }
}

impl<'a> Columns<'a> {
    /// The columns of a block of entries.
    pub(super) fn of(entries: &'a [Envelope]) -> Self {
        let mut columns = Self::default();
        let mut places: BTreeMap<&str, u32> = BTreeMap::new();
        let mut before = Before::default();
        for entry in entries {
            let mut place = |name: &'a str| {
                let next = u32::try_from(places.len()).unwrap_or(u32::MAX);
                *places.entry(name).or_insert_with(|| {
                    columns.names.push(Cow::Borrowed(name));
                    next
                })
            };
            columns.author.push(place(&entry.author));
            columns.kind.push(place(&entry.kind));
            columns.device.push(entry.device.as_deref().map_or(0, |device| place(device).saturating_add(1)));
            columns.push(entry, &before);
            before.pass(entry);
        }
        columns
    }

    fn push(&mut self, entry: &'a Envelope, before: &Before) {
        let of_device = before.of_device(entry.device.as_deref());
        self.ids.push(Name::of(&entry.id));
        self.on.push(before.date().map_or(0, |day| day.days_until(entry.on)));
        self.seq.push(match (entry.seq, of_device) {
            (None, _) => Seq::None,
            (Some(seq), Some((last, _))) if last.checked_add(1) == Some(seq) => Seq::Next,
            (Some(seq), _) => Seq::At(seq),
        });
        self.clock.push(match entry.clock.as_deref() {
            None => Time::None,
            Some(text) => match Clock::packed(text) {
                Some((millis, counter)) => Time::After(millis.wrapping_sub(before.millis), counter),
                None => Time::Text(Cow::Borrowed(text)),
            },
        });
        self.prev.push(Hash::of(entry.prev.as_deref(), of_device.map(|(_, link)| &**link)));
        let body = entry.body.as_ref().map(RawBody::reveal);
        let seal = body.and_then(seal_of);
        self.seal.push(Hash::of(entry.seal.as_deref(), seal.as_deref()));
        self.replaces.push(entry.replaces.iter().map(Name::of).collect());
        let unsalted = body.and_then(without_salt);
        let (salt, body) = match unsalted {
            Some((salt, body)) => (salt, Some(Cow::Owned(body))),
            None => (Vec::new(), body.map(Cow::Borrowed)),
        };
        self.salt.push(salt);
        self.body.push(body);
    }

    /// The entries; nothing where the columns do not fit together.
    pub(super) fn entries(self) -> Option<Vec<Envelope>> {
        let Self { names, ids, on, author, kind, device, seq, clock, prev, seal, salt, replaces, body } =
            self;
        let count = ids.len();
        let lengths = [on.len(), author.len(), kind.len(), device.len(), seq.len(), clock.len()];
        let others = [prev.len(), seal.len(), salt.len(), replaces.len(), body.len()];
        if lengths.into_iter().chain(others).any(|length| length != count) {
            return None;
        }
        let name = |place: u32| Some(Box::<str>::from(&**names.get(usize::try_from(place).ok()?)?));
        let mut before = Before::default();
        let mut entries = Vec::with_capacity(count);
        let marks =
            ids.into_iter().zip(on).zip(author.into_iter().zip(kind)).zip(device.into_iter().zip(seq));
        let rest =
            clock.into_iter().zip(prev.into_iter().zip(seal)).zip(salt.into_iter().zip(body)).zip(replaces);
        for (
            (((id, on), (author, kind)), (device, seq)),
            (((clock, (prev, seal)), (salt, body)), replaces),
        ) in marks.zip(rest)
        {
            let device = if device == 0 { None } else { Some(name(device.checked_sub(1)?)?) };
            let of_device = before.of_device(device.as_deref());
            let body = match body {
                Some(body) => Some(RawBody::new(&with_salt(&body, &salt)?)),
                None => None,
            };
            let sealed = body.as_ref().and_then(|body| seal_of(body.reveal()));
            let entry = Envelope {
                id: id.id()?,
                on: before.date()?.add_days(on)?,
                author: name(author)?,
                kind: name(kind)?,
                replaces: replaces.iter().map(Name::id).collect::<Option<_>>()?,
                seq: match seq {
                    Seq::None => None,
                    Seq::Next => Some(of_device?.0.checked_add(1)?),
                    Seq::At(seq) => Some(seq),
                },
                clock: match clock {
                    Time::None => None,
                    Time::After(millis, counter) => {
                        Some(Clock::unpacked(before.millis.wrapping_add(millis), counter)?)
                    }
                    Time::Text(text) => Some(text.into()),
                },
                prev: prev.text(of_device.map(|(_, link)| &**link)).ok()?,
                seal: seal.text(sealed.as_deref()).ok()?,
                device,
                body,
            };
            before.pass(&entry);
            entries.push(entry);
        }
        Some(entries)
    }
}

impl<'a> Name<'a> {
    fn of(id: &'a Id) -> Self {
        uuid_bytes(id.as_str()).map_or(Self::Text(Cow::Borrowed(id.as_str())), Self::Uuid)
    }

    fn id(&self) -> Option<Id> {
        match self {
            Self::Uuid(bytes) => uuid_text(*bytes).parse().ok(),
            Self::Text(text) => text.parse().ok(),
        }
    }
}

/// A link or a seal that should fit what is not there.
struct Unreckonable;

impl<'a> Hash<'a> {
    fn of(text: Option<&'a str>, fitting: Option<&str>) -> Self {
        match text {
            None => Self::None,
            Some(text) if Some(text) == fitting => Self::Fits,
            Some(text) => match from_hex(text).and_then(|bytes| bytes.try_into().ok()) {
                Some(bytes) => Self::Bytes(bytes),
                None => Self::Text(Cow::Borrowed(text)),
            },
        }
    }

    /// The text, if there is one.
    fn text(self, fitting: Option<&str>) -> Result<Option<Box<str>>, Unreckonable> {
        Ok(match self {
            Self::None => None,
            Self::Fits => Some(fitting.ok_or(Unreckonable)?.into()),
            Self::Bytes(bytes) => Some(to_hex(&bytes).into()),
            Self::Text(text) => Some(text.into()),
        })
    }
}

/// What stands around the salt of a body.
const SALT: &str = "\"salt\":\"";

/// The salt of a body as bytes, and the body with an empty one; nothing where it is no hexadecimal text or the place
/// of it is not plain.
fn without_salt(body: &str) -> Option<(Vec<u8>, String)> {
    let (head, behind) = body.split_once(SALT)?;
    let (salt, tail) = behind.split_once('"')?;
    let plain = !salt.is_empty() && !tail.contains(SALT) && !body.contains("\"salt\":\"\"");
    let bytes = from_hex(salt).filter(|_| plain)?;
    Some((bytes, format!("{head}{SALT}\"{tail}")))
}

/// A body with its salt put back.
fn with_salt<'b>(body: &'b str, salt: &[u8]) -> Option<Cow<'b, str>> {
    if salt.is_empty() {
        return Some(Cow::Borrowed(body));
    }
    let (head, tail) = body.split_once(SALT)?;
    Some(Cow::Owned(format!("{head}{SALT}{}{tail}", to_hex(salt))))
}

/// The bytes of a UUID in its usual form: 8-4-4-4-12 lower-case hexadecimal digits.
fn uuid_bytes(text: &str) -> Option<[u8; 16]> {
    let bytes: [u8; 16] = from_hex(&text.replace('-', ""))?.try_into().ok()?;
    (uuid_text(bytes) == text).then_some(bytes)
}

fn uuid_text(bytes: [u8; 16]) -> String {
    let hex = to_hex(&bytes);
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    format!("{}-{}-{}-{}-{}", part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32))
}
