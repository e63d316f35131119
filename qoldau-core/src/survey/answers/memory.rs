//! Answers as they stand in JSON, read against a form that is kept ready.
//!
//! People give few different answers to a question, and most records differ in little but which they give. So an answer that was read and
//! weighed is remembered under its JSON, by question: whoever gives it next is judged without reading it again. Whatever this quick way cannot
//! read is read by the usual one, which names the fault; both give the same findings.

use std::fmt;

use super::judge::{Given, Head, RowFindings, Walk};
use super::scan;
use super::weigh::Weight;
use super::{Answer, FreeText, PersonCode, Response, ResponseCheck, ResponseState};
use crate::finding::Finding;
use crate::json::{self, Decode, Fault};
use crate::language::Language;
use crate::survey::questionnaire::Form;
use crate::value::text::digest;
use crate::value::{Id, IsoDate};

/// How many answers to a question are remembered: a power of 2.
const SLOTS: usize = 128;
/// How many questions further on the next one is looked for before it is looked up.
const AHEAD: usize = 8;
/// The longest JSON of an answer that is remembered, in bytes.
const LONGEST: usize = 192;

/// The answers a form has met. It grows to a bound, whatever comes; what people wrote in words of their own is not kept.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    /// By the question's place.
    questions: Vec<Met>,
    /// The questions in the order in which records answer them, with their places.
    order: Vec<(Box<str>, usize)>,
    /// Which of them the record at hand is likely to answer next.
    next: usize,
}

/// The answers to a question that were met.
#[derive(Debug, Default)]
struct Met {
    /// By a hash of their JSON; no slots before the first answer.
    slots: Vec<Option<Known>>,
    /// How long the JSON of the last two was that were not equally long: the next one is likely to be as long as one of them.
    lengths: [usize; 2],
}

/// An answer that was met. It prints silently: somebody gave it.
struct Known {
    json: Box<str>,
    answer: Answer,
    weight: Weight,
}

impl fmt::Debug for Known {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Known(…)")
    }
}

/// Where an answer of a record lies.
#[derive(Debug)]
enum Held {
    /// In a slot of the memory.
    Known(usize),
    /// With the record.
    Own(Answer, Weight),
}

impl Met {
    /// An answer that was met and begins at a place of a text: its slot, and the place behind it. It is an object, which ends where it
    /// does, whatever follows: whoever begins with it has it whole.
    #[cfg_attr(qoldau_small, optimize(speed))]
    fn again(&mut self, text: &[u8], begin: usize) -> Option<(usize, usize)> {
        let whole = |length: &usize| {
            let end = begin.checked_add(*length)?;
            let json = text.get(begin..end).filter(|json| json.ends_with(b"}"))?;
            let slot = slot_of(json);
            self.has(slot, json).then_some((slot, end))
        };
        let (slot, end) = self.lengths.iter().find_map(whole)?;
        self.expect(end.saturating_sub(begin));
        Some((slot, end))
    }

    /// Whether a slot has the answer of this JSON.
    fn has(&self, slot: usize, json: &[u8]) -> bool {
        self.known(slot).is_some_and(|known| same(known.json.as_bytes(), json))
    }

    fn known(&self, slot: usize) -> Option<&Known> {
        self.slots.get(slot)?.as_ref()
    }

    /// Expects the next answer to be as long as this one.
    fn expect(&mut self, length: usize) {
        let [last, _] = self.lengths;
        if last != length {
            self.lengths = [length, last];
        }
    }
}

impl Memory {
    /// The place of a question, which is likely to be one of the next that records answer. Nothing where there is none, or several.
    #[cfg_attr(qoldau_small, optimize(speed))]
    fn place(&mut self, form: &Form<'_>, name: &[u8]) -> Option<usize> {
        let ahead = self.order.iter().enumerate().skip(self.next).take(AHEAD);
        for (at, (known, place)) in ahead {
            if same(known.as_bytes(), name) {
                self.next = at.saturating_add(1);
                return Some(*place);
            }
        }
        let name = std::str::from_utf8(name).ok()?;
        let [place] = form.places(name) else { return None };
        if self.order.len() >= form.asked.len() {
            // Records of another order than the first: they give the order from here on.
            self.order.truncate(self.next);
        }
        let at = self.next.min(self.order.len());
        self.order.insert(at, (Box::from(name), *place));
        self.next = at.saturating_add(1);
        Some(*place)
    }

    /// The answer that a question's JSON stands for; nothing where it is to be read in the usual way.
    #[cfg_attr(qoldau_small, optimize(speed))]
    fn hold(&mut self, form: &Form<'_>, place: usize, json: &[u8]) -> Option<Held> {
        let slot = slot_of(json);
        if let Some(met) = self.questions.get_mut(place)
            && met.has(slot, json)
        {
            met.expect(json.len());
            return Some(Held::Known(slot));
        }
        let asked = form.asked.get(place)?;
        let json = std::str::from_utf8(json).ok()?;
        let answer = words(json).or_else(|| json::from_text(json).ok())?;
        let weight = Weight::of(asked, &answer);
        if json.len() > LONGEST || matches!(answer, Answer::Text { .. }) {
            return Some(Held::Own(answer, weight));
        }
        if self.questions.len() <= place {
            self.questions.resize_with(form.asked.len(), Met::default);
        }
        let met = self.questions.get_mut(place)?;
        if met.slots.is_empty() {
            met.slots.resize_with(SLOTS, || None);
        }
        met.expect(json.len());
        *met.slots.get_mut(slot)? = Some(Known { json: json.into(), answer, weight });
        Some(Held::Known(slot))
    }

    /// The answer that begins at a place of a text, and the place behind it.
    #[cfg_attr(qoldau_small, optimize(speed))]
    fn take(&mut self, form: &Form<'_>, place: usize, text: &[u8], begin: usize) -> Option<(Held, usize)> {
        if let Some((slot, end)) = self.questions.get_mut(place).and_then(|met| met.again(text, begin)) {
            return Some((Held::Known(slot), end));
        }
        let end = scan::value(text, begin)?;
        Some((self.hold(form, place, text.get(begin..end)?)?, end))
    }

    fn known(&self, place: usize, slot: usize) -> Option<&Known> {
        self.questions.get(place)?.known(slot)
    }
}

/// Words a person wrote, as they stand nearly always.
fn words(json: &str) -> Option<Answer> {
    let text = scan::plain(json.strip_prefix("{\"kind\":\"text\",\"text\":")?.strip_suffix('}')?)?;
    Some(Answer::Text { text: FreeText::new(text) })
}

/// The slot of an answer: a hash of its bytes, eight at a time. Answers that share one take turns in it.
#[cfg_attr(qoldau_small, optimize(speed))]
fn slot_of(json: &[u8]) -> usize {
    let mut chunks = json.chunks_exact(8);
    let mut hash = 0_u64;
    let mut add = |bytes: [u8; 8]| {
        hash = (hash.rotate_left(5) ^ u64::from_le_bytes(bytes)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    };
    for chunk in &mut chunks {
        add(chunk.try_into().unwrap_or_default());
    }
    let mut last = [0; 8];
    last.iter_mut().zip(chunks.remainder()).for_each(|(to, from)| *to = *from);
    add(last);
    usize::try_from(hash >> 57).unwrap_or(0)
}

/// Whether two texts are the same, eight bytes at a time.
#[cfg_attr(qoldau_small, optimize(speed))]
fn same(one: &[u8], other: &[u8]) -> bool {
    let (mut ones, mut others) = (one.chunks_exact(8), other.chunks_exact(8));
    let number = |chunk: &[u8]| chunk.try_into().map_or(0, u64::from_le_bytes);
    one.len() == other.len()
        && ones.by_ref().zip(others.by_ref()).all(|(one, other)| number(one) == number(other))
        && ones.remainder().iter().zip(others.remainder()).all(|(one, other)| one == other)
}

/// A record as it was read. The room it needs serves for any number of them.
#[derive(Debug, Default)]
struct Sheet {
    /// A number for the id.
    id: u64,
    phase: Option<Id>,
    on: Option<IsoDate>,
    consent: Option<bool>,
    code: Option<PersonCode>,
    /// By the question's place.
    answers: Vec<Option<Held>>,
}

/// A value that is read where it is not null.
#[expect(clippy::option_option, reason = "not to be read here and null are two things")]
fn read<T: Decode>(json: &[u8]) -> Option<Option<T>> {
    if json == b"null" { Some(None) } else { json::from_text(std::str::from_utf8(json).ok()?).ok().map(Some) }
}

/// Whether a value is an id, as nearly all are written.
fn is_plain_id(json: &[u8]) -> bool {
    let printed = |byte: &u8| matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'\\');
    let inside = json.strip_prefix(b"\"").and_then(|json| json.strip_suffix(b"\""));
    inside.is_some_and(|inside| (1..=128).contains(&inside.len()) && inside.iter().all(printed))
}

impl Sheet {
    /// Reads the record that begins at `at` and gives the place behind it; nothing where it is to be read in the usual way.
    #[cfg_attr(qoldau_small, optimize(speed))]
    fn read(&mut self, text: &[u8], at: usize, form: &Form<'_>, memory: &mut Memory) -> Option<usize> {
        (self.phase, self.on, self.consent, self.code) = (None, None, None, None);
        self.answers.clear();
        self.answers.resize_with(form.asked.len(), || None);
        let mut seen = 0_u8;
        let end = scan::each_member(text, at, |name, begin| {
            let (bit, end) = if name == b"answers" {
                (1 << 7, self.read_answers(text, begin, form, memory)?)
            } else {
                let end = scan::value(text, begin)?;
                (self.read_of_record(name, text.get(begin..end)?)?, end)
            };
            if seen & bit != 0 {
                return None;
            }
            seen |= bit;
            Some(end)
        })?;
        (seen & 1 != 0).then_some(end)
    }

    /// Reads what the record says of itself under a name, and gives a bit for the name.
    #[cfg_attr(qoldau_small, optimize(speed))]
    fn read_of_record(&mut self, name: &[u8], json: &[u8]) -> Option<u8> {
        Some(match name {
            b"id" => {
                let json = std::str::from_utf8(json).ok()?;
                self.id = match json.get(1..json.len().saturating_sub(1)) {
                    Some(plain) if is_plain_id(json.as_bytes()) => digest(plain),
                    _ => digest(json::from_text::<Id>(json).ok()?.as_str()),
                };
                1
            }
            b"phase" => {
                self.phase = read(json)?;
                1 << 1
            }
            b"on" => {
                self.on = read(json)?;
                1 << 2
            }
            b"seconds" => {
                read::<u32>(json)?;
                1 << 3
            }
            b"language" => {
                read::<Language>(json)?;
                1 << 4
            }
            b"consent" => {
                self.consent = read(json)?;
                1 << 5
            }
            b"code" => {
                self.code = read(json)?;
                1 << 6
            }
            _ => return None,
        })
    }

    /// Reads the answers that begin at a place, and gives the place behind them.
    #[cfg_attr(qoldau_small, optimize(speed))]
    fn read_answers(
        &mut self,
        text: &[u8],
        begin: usize,
        form: &Form<'_>,
        memory: &mut Memory,
    ) -> Option<usize> {
        memory.next = 0;
        scan::each_member(text, begin, |name, begin| {
            let place = memory.place(form, name)?;
            let (held, end) = memory.take(form, place, text, begin)?;
            *self.answers.get_mut(place)? = Some(held);
            Some(end)
        })
    }

    /// Reads a text that is one record and nothing else.
    fn read_alone(&mut self, text: &[u8], form: &Form<'_>, memory: &mut Memory) -> Option<()> {
        let end = self.read(text, 0, form, memory)?;
        (scan::skip_space(text, end) == text.len()).then_some(())
    }

    /// What the record says of itself.
    const fn head(&self) -> Head<'_> {
        Head {
            id: self.id,
            phase: self.phase.as_ref(),
            consent: self.consent,
            code: self.code.as_ref(),
            on: self.on,
        }
    }

    /// Goes to the beginning of the form with the record's answers.
    #[cfg_attr(qoldau_small, optimize(speed))]
    fn begin<'f: 'r, 'r>(&'r self, form: &'f Form<'f>, memory: &'r Memory) -> Walk<'f, 'r> {
        let mut walk = Walk::new(form);
        walk.begin_with(self.head().phase);
        for (place, held) in self.answers.iter().enumerate() {
            let given = match held {
                Some(Held::Known(slot)) => memory.known(place, *slot).map(|of| (&of.answer, of.weight)),
                Some(Held::Own(answer, weight)) => Some((answer, *weight)),
                None => None,
            };
            if let Some((answer, weight)) = given {
                walk.give(place, Given { answer, weight });
            }
        }
        walk
    }
}

/// What [`Form::state`] says of the JSON of a record.
pub(crate) fn state_of_json(
    form: &Form<'_>,
    memory: &mut Memory,
    json: &str,
) -> Result<ResponseState, Fault> {
    let mut sheet = Sheet::default();
    match sheet.read_alone(json.as_bytes(), form, memory) {
        Some(()) => Ok(sheet.begin(form, memory).state(&sheet.head())),
        None => json::read::<Response>(json.as_bytes()).map(|response| form.state(&response)),
    }
}

/// What [`Form::check`] says of the JSON of a record.
pub(crate) fn check_json(form: &Form<'_>, memory: &mut Memory, json: &str) -> Result<ResponseCheck, Fault> {
    let mut sheet = Sheet::default();
    match sheet.read_alone(json.as_bytes(), form, memory) {
        Some(()) => Ok(sheet.begin(form, memory).check(&sheet.head())),
        None => json::read::<Response>(json.as_bytes()).map(|response| form.check(&response)),
    }
}

/// What [`check_responses`](super::check_responses) says of the JSON of a list of records.
pub(crate) fn check_list(form: &Form<'_>, memory: &mut Memory, json: &str) -> Result<Vec<Finding>, Fault> {
    let mut found = RowFindings::default();
    let end = rows(form, memory, json.as_bytes(), 0, None, &mut found);
    if end.is_some_and(|end| scan::skip_space(json.as_bytes(), end) == json.len()) {
        return Ok(found.finish(form));
    }
    json::read::<Vec<Response>>(json.as_bytes()).map(|all| super::check_responses(form, &all))
}

/// The number of records of a document in the product's own form, with what is wrong with them; nothing where it is to be read in the usual
/// way. Records without a phase are of the `usual` one.
pub(crate) fn check_document(
    form: &Form<'_>,
    memory: &mut Memory,
    text: &[u8],
    format: &str,
    usual: Option<&Id>,
) -> Option<(u32, Vec<Finding>)> {
    // As it is written. Another edition of the format may mean something else by what follows.
    let named = |at: usize, name: &str| {
        let begin = scan::skip_space(text, at);
        let end = scan::value(text, begin)?;
        let value = std::str::from_utf8(text.get(begin..end)?).ok()?;
        (scan::plain(value)? == name).then_some(end)
    };
    let mut at = named(scan::sign(text, 0, b'{')?, "format")?;
    at = named(scan::sign(text, at, b':')?, format)?;
    at = named(scan::sign(text, at, b',')?, "responses")?;
    let mut found = RowFindings::default();
    at = rows(form, memory, text, scan::sign(text, at, b':')?, usual, &mut found)?;
    at = scan::sign(text, at, b'}')?;
    (scan::skip_space(text, at) == text.len()).then(|| (found.row(), found.finish(form)))
}

/// Judges the records of the list that begins at `at`, one after the other as they are read, and gives the place behind it; nothing where it is
/// to be read in the usual way.
fn rows(
    form: &Form<'_>,
    memory: &mut Memory,
    text: &[u8],
    at: usize,
    usual: Option<&Id>,
    found: &mut RowFindings,
) -> Option<usize> {
    let mut sheet = Sheet::default();
    let mut at = scan::sign(text, at, b'[')?;
    if let Some(end) = scan::sign(text, at, b']') {
        return Some(end);
    }
    loop {
        let begin = scan::skip_space(text, at);
        if let Some(end) = sheet.read(text, begin, form, memory) {
            if sheet.phase.is_none() {
                sheet.phase = usual.cloned();
            }
            found.of_record(&mut sheet.begin(form, memory), &sheet.head());
            at = end;
        } else {
            at = scan::value(text, begin)?;
            let json = std::str::from_utf8(text.get(begin..at)?).ok()?;
            let mut response: Response = json::from_text(json).ok()?;
            response.phase = response.phase.or_else(|| usual.cloned());
            found.of_response(form, &response);
        }
        at = scan::skip_space(text, at);
        match text.get(at)? {
            b',' => at = at.checked_add(1)?,
            b']' => return at.checked_add(1),
            _ => return None,
        }
    }
}
