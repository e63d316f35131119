//! Answers as they stand in JSON, read against a form that is kept ready.
//!
//! People give few different answers to a question, and most records differ in little but which they give. So an answer that was read and
//! weighed is remembered under its JSON, by question: whoever gives it next is judged without reading it again. Whatever this quick way cannot
//! read is read by the usual one, which names the fault; both give the same findings.

use std::collections::BTreeSet;

use super::judge::{Given, Head, RowFindings, Walk};
use super::weigh::Weight;
use super::{Answer, PersonCode, Response, ResponseCheck, ResponseState};
use crate::finding::Finding;
use crate::json::{self, Fault, Field, Kept, Misfit, Shape, Source, put};
use crate::language::Language;
use crate::survey::questionnaire::Form;
use crate::value::{Id, IsoDate};

/// How many answers to a question are remembered: a power of 2.
const SLOTS: usize = 128;
/// The longest JSON of an answer that is remembered, in bytes.
const LONGEST: usize = 192;

/// The answers a form has met. It grows to a bound, whatever comes; what people wrote in words of their own is not kept.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    /// By the question's place; no slots before its first answer.
    questions: Vec<Vec<Option<Known>>>,
}

/// An answer that was met.
#[derive(Debug)]
struct Known {
    json: Box<str>,
    answer: Answer,
    weight: Weight,
}

/// Where an answer of a record lies.
#[derive(Debug)]
enum Held {
    /// In a slot of the memory.
    Known(usize),
    /// With the record.
    Own(Answer, Weight),
}

impl Memory {
    /// The answer that a question's JSON stands for.
    fn hold(&mut self, form: &Form<'_>, place: usize, json: &str) -> Result<Held, Misfit> {
        let slot = slot_of(json);
        if self.known(place, slot).is_some_and(|known| *known.json == *json) {
            return Ok(Held::Known(slot));
        }
        let asked = form.asked.get(place).ok_or_else(Misfit::lost)?;
        // Where it is at fault the usual way says so.
        let answer: Answer = json::from_text(json).map_err(|_| Misfit::lost())?;
        let weight = Weight::of(asked, &answer);
        if json.len() > LONGEST || matches!(answer, Answer::Text { .. }) {
            return Ok(Held::Own(answer, weight));
        }
        if self.questions.len() <= place {
            self.questions.resize_with(form.asked.len(), Vec::new);
        }
        let slots = self.questions.get_mut(place).ok_or_else(Misfit::lost)?;
        if slots.is_empty() {
            slots.resize_with(SLOTS, || None);
        }
        *slots.get_mut(slot).ok_or_else(Misfit::lost)? = Some(Known { json: json.into(), answer, weight });
        Ok(Held::Known(slot))
    }

    fn known(&self, place: usize, slot: usize) -> Option<&Known> {
        self.questions.get(place)?.get(slot)?.as_ref()
    }
}

/// The slot of an answer: a hash of its bytes, eight at a time. Answers that share one take turns in it.
fn slot_of(json: &str) -> usize {
    let mut chunks = json.as_bytes().chunks_exact(8);
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

/// A record as it was read. The room it needs serves for any number of them.
#[derive(Debug, Default)]
struct Sheet {
    id: Option<Id>,
    phase: Option<Option<Id>>,
    on: Option<Option<IsoDate>>,
    seconds: Option<Option<u32>>,
    language: Option<Option<Language>>,
    consent: Option<Option<bool>>,
    code: Option<Option<PersonCode>>,
    /// By the question's place.
    answers: Vec<Option<Held>>,
    /// Questions that are answered and not there.
    unknown: BTreeSet<Id>,
}

/// The fields of a [`Response`].
const SHAPE: Shape = {
    const fn field(name: &'static str, optional: bool) -> Field {
        Field { name, optional }
    }
    Shape {
        expected: "struct Response",
        fields: &[
            field("id", false),
            field("phase", true),
            field("on", true),
            field("seconds", true),
            field("language", true),
            field("consent", true),
            field("code", true),
            field("answers", true),
        ],
        open: false,
    }
};

impl Sheet {
    /// Reads a record.
    fn read(
        &mut self,
        source: &mut dyn Source<'_>,
        form: &Form<'_>,
        memory: &mut Memory,
    ) -> Result<(), Misfit> {
        let (mut answers, mut unknown) = (std::mem::take(&mut self.answers), BTreeSet::new());
        answers.clear();
        answers.resize_with(form.asked.len(), || None);
        let mut read = Self::default();
        source.object(&SHAPE, None, &mut |at, value| match at {
            0 => put(&mut read.id, value),
            1 => put(&mut read.phase, value),
            2 => put(&mut read.on, value),
            3 => put(&mut read.seconds, value),
            4 => put(&mut read.language, value),
            5 => put(&mut read.consent, value),
            6 => put(&mut read.code, value),
            _ => value.map(&mut |name, value| {
                let Kept::Lent(json) = value.keep()? else { return Err(Misfit::lost()) };
                let places = form.places(name);
                for place in places {
                    let held = memory.hold(form, *place, json.get())?;
                    let Some(answer) = answers.get_mut(*place) else { return Err(Misfit::lost()) };
                    *answer = Some(held);
                }
                if places.is_empty() {
                    json::from_text::<Answer>(json.get()).map_err(|_| Misfit::lost())?;
                    unknown.insert(name.parse().map_err(|_| Misfit::lost())?);
                }
                Ok(())
            }),
        })?;
        *self = Self { answers, unknown, ..read };
        Ok(())
    }

    /// What the record says of itself.
    fn head(&self) -> Head<'_> {
        Head {
            phase: self.phase.as_ref().and_then(Option::as_ref),
            consent: self.consent.flatten(),
            code: self.code.as_ref().and_then(Option::as_ref),
        }
    }

    /// Goes to the beginning of the form with the record's answers.
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
        self.unknown.iter().for_each(|question| walk.give_unknown(question));
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
    match json::read_text(json, &mut |source| sheet.read(source, form, memory)) {
        Ok(()) => Ok(sheet.begin(form, memory).state(&sheet.head())),
        Err(_) => json::read::<Response>(json.as_bytes()).map(|response| form.state(&response)),
    }
}

/// What [`Form::check`] says of the JSON of a record.
pub(crate) fn check_json(form: &Form<'_>, memory: &mut Memory, json: &str) -> Result<ResponseCheck, Fault> {
    let mut sheet = Sheet::default();
    match json::read_text(json, &mut |source| sheet.read(source, form, memory)) {
        Ok(()) => Ok(sheet.begin(form, memory).check(&sheet.head())),
        Err(_) => json::read::<Response>(json.as_bytes()).map(|response| form.check(&response)),
    }
}

/// What [`check_responses`](super::check_responses) says of the JSON of a list of records.
pub(crate) fn check_list(form: &Form<'_>, memory: &mut Memory, json: &str) -> Result<Vec<Finding>, Fault> {
    let mut rows = Rows::new(form, memory, None);
    match json::read_text(json, &mut |source| rows.read(source)) {
        Ok(()) => Ok(rows.found.finish()),
        Err(_) => json::read::<Vec<Response>>(json.as_bytes()).map(|all| super::check_responses(form, &all)),
    }
}

/// The number of records of a document in the product's own form, with what is wrong with them; nothing where it is to be read in the usual
/// way. Records without a phase are of the `usual` one.
pub(crate) fn check_document(
    form: &Form<'_>,
    memory: &mut Memory,
    json: &str,
    format: &str,
    usual: Option<&Id>,
) -> Option<(u32, Vec<Finding>)> {
    const FIELDS: Shape = Shape {
        expected: "struct Document",
        fields: &[Field { name: "format", optional: false }, Field { name: "responses", optional: false }],
        open: false,
    };
    let mut rows = Rows::new(form, memory, usual);
    let mut known = false;
    let read = json::read_text(json, &mut |source| {
        source.object(&FIELDS, None, &mut |at, value| match at {
            0 => value.text("a string", &mut |of| {
                known = of == format;
                Ok(())
            }),
            // Another edition of the format may mean something else by what follows.
            _ if known => rows.read(value),
            _ => Err(Misfit::lost()),
        })
    });
    read.ok().filter(|()| known).map(|()| (rows.found.row(), rows.found.finish()))
}

/// Records that are judged one after the other as they are read.
struct Rows<'f, 'm> {
    form: &'f Form<'f>,
    memory: &'m mut Memory,
    usual: Option<&'m Id>,
    sheet: Sheet,
    found: RowFindings,
}

impl<'f, 'm> Rows<'f, 'm> {
    fn new(form: &'f Form<'f>, memory: &'m mut Memory, usual: Option<&'m Id>) -> Self {
        Self { form, memory, usual, sheet: Sheet::default(), found: RowFindings::default() }
    }

    fn read(&mut self, source: &mut dyn Source<'_>) -> Result<(), Misfit> {
        let Self { form, memory, usual, sheet, found } = self;
        source.list(&mut |value| {
            sheet.read(value, form, memory)?;
            if let Some(usual) = usual
                && sheet.head().phase.is_none()
            {
                sheet.phase = Some(Some(usual.clone()));
            }
            found.of_record(&mut sheet.begin(form, memory), &sheet.head());
            Ok(())
        })
    }
}
