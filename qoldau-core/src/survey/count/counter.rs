//! Rows of a table, counted as they come.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "the inner loop of counting: places come from the layout, which the counts are made for, and there are at most 2³² rows"
)]

use std::fmt;

use super::codes::key;
use super::counts::{Fault, FaultKind, MOST_GROUPS, SurveyCounts};
use super::layout::{Class, Column, NO_ANSWER, apart};
use super::memo::Memo;
use super::plan::CountPlan;
use crate::survey::answers::{code_of_recipe, code_part};
use crate::survey::questionnaire::{CodeRecipe, SurveyError};
use crate::table::{Field, LONGEST_ROW, Pieces, Reader, Row, TableError};

/// What a memory holds of a cell that stands for nothing known.
const UNKNOWN: u32 = u32::MAX;

/// Counts the answers of a table, or of a part of it, that comes in pieces.
///
/// A piece may end anywhere, within a letter too. What is held is the counts, the codes of people who may have a pair (about 30 bytes a
/// person) and a row that is not whole yet, never the table.
#[derive(Clone)]
pub struct Counter<'p> {
    pieces: Pieces,
    rows: Rows<'p>,
}

/// It prints without what it has read: the row that is being read, and the codes of people.
impl fmt::Debug for Counter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Counter").field("counts", &self.rows.counts).finish_non_exhaustive()
    }
}

/// It prints what [`Counter`] prints.
impl fmt::Debug for PausedCount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PausedCount").field("counts", &self.counts).finish_non_exhaustive()
    }
}

impl<'p> Counter<'p> {
    /// A counter of the rows below the header.
    #[must_use]
    pub fn new(plan: &'p CountPlan<'p>) -> Self {
        Self::of_part(plan, 0)
    }

    /// A counter of one of several parts of a table, numbered in their order from 0. A part begins with the first byte of a row.
    #[must_use]
    pub fn of_part(plan: &'p CountPlan<'p>, part: u32) -> Self {
        Self { pieces: Pieces::new(plan.delimiter), rows: Rows::new(plan, part) }
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    /// `SRV006` bytes that are not UTF-8, a row of more than a mebibyte; `SRV005` more than 4 294 967 294 rows, more than 4,096 groups.
    pub fn push(&mut self, piece: &[u8]) -> Result<(), SurveyError> {
        let rows = &mut self.rows;
        self.pieces.push(piece, |text| rows.take(text, false))
    }

    /// Puts the count aside, without its plan.
    pub(crate) fn pause(self) -> PausedCount {
        let Rows { counts, part, read, earlier, .. } = self.rows;
        PausedCount { pieces: self.pieces, counts, part, read, earlier }
    }

    /// Goes on with a count that was put aside, by a plan of the same questionnaire, header and options.
    pub(crate) fn resume(plan: &'p CountPlan<'p>, paused: PausedCount) -> Self {
        let PausedCount { pieces, counts, part, read, earlier } = paused;
        Self { pieces, rows: Rows { counts, read, earlier, ..Rows::new(plan, part) } }
    }

    /// Whether what was taken ends with a whole row.
    #[must_use]
    pub const fn is_between_rows(&self) -> bool {
        self.pieces.is_between_rows()
    }

    /// Tells how many rows of the table come before the part, for errors that name a row.
    #[cfg(feature = "parallel")]
    pub(super) const fn begin_after(&mut self, rows: u32) {
        self.rows.earlier = rows;
    }

    /// Ends the table.
    ///
    /// # Errors
    /// As [`push`](Self::push), and `SRV006` for a quotation mark that is never closed.
    pub fn finish(mut self) -> Result<SurveyCounts, SurveyError> {
        let rows = &mut self.rows;
        self.pieces.finish(|text| rows.take(text, true))?;
        Ok(self.rows.end())
    }
}

/// A count that was put aside.
pub(crate) struct PausedCount {
    pieces: Pieces,
    counts: SurveyCounts,
    part: u32,
    read: u32,
    earlier: u32,
}

/// What is counted, and room for the row that is being read.
#[derive(Clone)]
struct Rows<'p> {
    plan: &'p CountPlan<'p>,
    counts: SurveyCounts,
    part: u32,
    /// How many rows were read.
    read: u32,
    /// How many rows of the table come before the part, as far as that is known.
    earlier: u32,
    /// The class of every item.
    classes: Vec<Class>,
    /// What is remembered of the person where codes pair.
    marks: Vec<u16>,
    /// The code, or its parts.
    codes: Vec<(u32, Field)>,
    /// What is wrong with cells of the row.
    faults: Vec<(FaultKind, usize)>,
    phases: Memo,
    groups: Memo,
    consents: Memo,
}

/// The columns of a row that are no items.
#[derive(Default)]
struct Beside {
    phase: Option<Field>,
    group: Option<Field>,
    consent: Option<Field>,
}

impl<'p> Rows<'p> {
    fn new(plan: &'p CountPlan<'p>, part: u32) -> Self {
        let layout = &plan.layout;
        Self {
            plan,
            counts: SurveyCounts::new(layout, part),
            part,
            read: 0,
            earlier: 0,
            classes: vec![NO_ANSWER; layout.items],
            marks: Vec::with_capacity(layout.marks()),
            codes: Vec::new(),
            faults: Vec::new(),
            phases: Memo::new(),
            groups: Memo::new(),
            consents: Memo::new(),
        }
    }

    fn end(mut self) -> SurveyCounts {
        self.counts.parts.insert(self.part, self.read);
        self.counts
    }

    /// Counts the rows of a text and tells how many bytes they took. Of a text that is not the last a row without an end is left.
    #[cfg_attr(qoldau_small, optimize(speed))]
    fn take(&mut self, text: &str, last: bool) -> Result<usize, SurveyError> {
        let plan = self.plan;
        let columns = plan.layout.columns.as_slice();
        let mut reader = Reader::of_rows(text, plan.delimiter);
        loop {
            let before = reader.position();
            let mut beside = Beside::default();
            let mut place = 0;
            let classes = self.classes.as_mut_slice();
            let (faults, codes) = (&mut self.faults, &mut self.codes);
            codes.clear();
            classes.fill(NO_ANSWER);
            faults.clear();
            let row = reader.row(|field| {
                let column = columns.get(place).copied().unwrap_or(Column::Unused);
                place += 1;
                match column {
                    Column::Item(item) => {
                        classes[item] = match field.plain(text) {
                            Some([]) => NO_ANSWER,
                            Some([letter]) => plan.class_of_letter(item, *letter, place, faults),
                            _ => plan.class_of(item, &field.text(text), place, faults),
                        };
                    }
                    Column::Unused => {}
                    Column::Code(part) => codes.push((part, field)),
                    Column::Phase => beside.phase = Some(field),
                    Column::Group => beside.group = Some(field),
                    Column::Consent => beside.consent = Some(field),
                }
            });
            match row {
                Row::Whole { torn, ended } if ended || last => {
                    let row = text.get(before..reader.position()).unwrap_or_default();
                    self.count_row(text, row, &beside, place, torn)?;
                }
                Row::Unclosed if last => {
                    let row = self.earlier.saturating_add(self.read).saturating_add(1);
                    return Err(TableError::UnclosedQuote { row }.into());
                }
                Row::None => return Ok(text.len()),
                Row::Whole { .. } | Row::Unclosed => return Ok(before),
            }
            if reader.position() - before > LONGEST_ROW {
                return Err(TableError::RowTooLong.into());
            }
        }
    }

    /// Counts the row that was read.
    #[cfg_attr(qoldau_small, optimize(speed))]
    fn count_row(
        &mut self,
        text: &str,
        row: &str,
        beside: &Beside,
        fields: usize,
        torn: bool,
    ) -> Result<(), SurveyError> {
        let layout = &self.plan.layout;
        let number = self.read;
        if number == u32::MAX - 1 {
            return Err(SurveyError::TooMany { what: "rows".into(), limit: u32::MAX - 1 });
        }
        self.read += 1;
        if fields != layout.columns.len() || torn || !self.faults.is_empty() {
            self.tell_faults(number, fields, torn);
        }
        if self.classes.iter().all(|class| *class == NO_ANSWER) && self.is_blank(row) {
            self.tell(FaultKind::Empty, number, 0);
            return Ok(());
        }
        let Some(phase) = self.phase(text, beside) else {
            self.tell(FaultKind::Phase, number, 0);
            return Ok(());
        };
        if !self.agrees(text, beside) {
            self.tell(FaultKind::NoConsent, number, 0);
            self.counts.without_consent[phase] += 1;
            return Ok(());
        }
        let group = self.group(text, beside)?;
        self.count_answers((group * layout.phases + phase) * layout.stride);
        if let Some(pair) = layout.paired {
            self.keep_code(text, phase, pair);
        }
        Ok(())
    }

    /// Adds the answers to the numbers of a group in a phase, which begin at a place.
    #[inline]
    #[cfg_attr(qoldau_small, optimize(speed))]
    fn count_answers(&mut self, cell: usize) {
        let layout = &self.plan.layout;
        let classes = self.classes.as_slice();
        let numbers = &mut self.counts.cells[cell..cell + layout.stride];
        self.marks.clear();
        numbers[0] += 1;
        for scale in &layout.scales {
            let weight: u32 =
                scale.slots.iter().map(|slot| slot.weights[usize::from(classes[slot.item])]).sum();
            let (answered, sum) = apart(weight);
            let complete = answered == scale.slots.len();
            for slot in &scale.slots {
                let half = if complete { slot.classes } else { 0 };
                numbers[slot.at + half + usize::from(classes[slot.item])] += 1;
            }
            if let Some(scores) = scale.scores {
                let score = scale.score(answered, sum);
                numbers[scores + score] += 1;
                self.marks.push(u16::try_from(score).unwrap_or(u16::MAX));
            }
        }
        for followed in &layout.followed {
            self.marks.push(followed.marks[usize::from(classes[followed.item])]);
        }
    }

    /// Keeps the code of a person who may have a pair, with what is remembered of the answers.
    #[inline]
    #[cfg_attr(qoldau_small, optimize(speed))]
    fn keep_code(&mut self, text: &str, phase: usize, pair: [usize; 2]) {
        let Some(second) = pair.iter().position(|of| *of == phase) else { return };
        let code = match (self.codes.as_slice(), plan_recipe(self.plan)) {
            ([(_, field)], None) => {
                let words = || field.text(text).into_owned();
                field.plain(text).map_or_else(|| key(words().as_bytes(), words), |code| key(code, words))
            }
            (_, recipe) => {
                let joined = self.joined_code(text, recipe);
                key(joined.as_bytes(), || joined.clone())
            }
        };
        match code {
            Some(code) => self.counts.people.push(code, second == 1, &self.marks),
            None => self.counts.without_code[second] += 1,
        }
    }

    /// A code out of its parts; blank where it does not follow its recipe, for it may be anybody's then.
    fn joined_code(&mut self, text: &str, recipe: Option<&CodeRecipe>) -> String {
        self.codes.sort_by_key(|(part, _)| *part);
        let parts =
            self.codes.iter().map(|(part, field)| code_part(recipe, part.checked_sub(1), &field.text(text)));
        let joined: String = parts.collect();
        match recipe {
            Some(recipe) => code_of_recipe(recipe, &joined).unwrap_or_default(),
            None => joined,
        }
    }

    /// The phase of a row; nothing where nobody knows it.
    #[inline]
    #[cfg_attr(qoldau_small, optimize(speed))]
    fn phase(&mut self, text: &str, beside: &Beside) -> Option<usize> {
        let plan = self.plan;
        let Some(field) = beside.phase.filter(|field| !field.is_empty()) else { return plan.usual_phase };
        let look =
            || plan.phase(&field.text(text)).and_then(|phase| u32::try_from(phase).ok()).unwrap_or(UNKNOWN);
        let found = field.plain(text).map_or_else(look, |cell| self.phases.get(cell, look));
        usize::try_from(found).ok().filter(|_| found != UNKNOWN)
    }

    /// Whether the person agreed to take part, or did not have to.
    #[inline]
    #[cfg_attr(qoldau_small, optimize(speed))]
    fn agrees(&mut self, text: &str, beside: &Beside) -> bool {
        let plan = self.plan;
        let Some(consented) = plan.consented else { return true };
        let Some(field) = beside.consent.filter(|field| !field.is_empty()) else { return consented };
        let look = || u32::from(plan.agrees(&field.text(text)));
        field.plain(text).map_or_else(look, |cell| self.consents.get(cell, look)) == 1
    }

    /// The place of the group of a row; rows that name none are a group too, whose name is empty.
    #[inline]
    #[cfg_attr(qoldau_small, optimize(speed))]
    fn group(&mut self, text: &str, beside: &Beside) -> Result<usize, SurveyError> {
        let counts = &mut self.counts;
        let width = self.plan.layout.phases * self.plan.layout.stride;
        let mut look = || {
            let name = beside.group.map(|field| field.text(text).trim().to_owned()).unwrap_or_default();
            u32::try_from(counts.group(name, width)).unwrap_or(UNKNOWN)
        };
        let cell = beside.group.map_or(Some(&[][..]), |field| field.plain(text));
        let found = match cell {
            Some(cell) => self.groups.get(cell, look),
            None => look(),
        };
        if found >= MOST_GROUPS {
            return Err(SurveyError::TooMany { what: "groups".into(), limit: MOST_GROUPS });
        }
        Ok(usize::try_from(found).unwrap_or(usize::MAX))
    }

    /// Whether a row has nothing in it but what parts fields, and spaces.
    #[cold]
    fn is_blank(&self, row: &str) -> bool {
        let delimiter = char::from(self.plan.delimiter.byte());
        row.chars().all(|c| c.is_whitespace() || c == '"' || c == delimiter)
    }

    #[cold]
    fn tell_faults(&mut self, row: u32, fields: usize, torn: bool) {
        match fields.cmp(&self.plan.layout.columns.len()) {
            std::cmp::Ordering::Less => self.tell(FaultKind::Short, row, 0),
            std::cmp::Ordering::Equal => {}
            std::cmp::Ordering::Greater => self.tell(FaultKind::Long, row, 0),
        }
        if torn {
            self.tell(FaultKind::Torn, row, 0);
        }
        for (kind, column) in std::mem::take(&mut self.faults) {
            self.tell(kind, row, u32::try_from(column).unwrap_or(u32::MAX));
        }
    }

    #[cold]
    fn tell(&mut self, kind: FaultKind, row: u32, column: u32) {
        self.counts.fault(kind, Fault { part: self.part, row, column });
    }
}

/// The recipe that codes follow, whichever column holds them.
fn plan_recipe<'p>(plan: &'p CountPlan<'p>) -> Option<&'p CodeRecipe> {
    plan.form.questionnaire.code.as_ref()
}
