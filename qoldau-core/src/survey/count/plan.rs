//! A questionnaire and the columns of a table, made ready for counting.

use std::borrow::Cow;

use qoldau_derive::Decode;
use serde::Serialize;

use super::counts::FaultKind;
use super::layout::{
    Class, Column, DONT_KNOW, FIRST_STEP, Followed, INVALID, LOOK, Layout, MOST_STEPS, NO_ANSWER,
    NOT_APPLICABLE, REFUSED, Unplaced,
};
use crate::finding::{Finding, Place};
use crate::survey::answers::{Answer, whole};
use crate::survey::import::cell::Cells;
use crate::survey::import::columns::{Columns, Told, columns};
use crate::survey::import::marks::Read;
use crate::survey::import::moment::Order;
use crate::survey::import::records::{agrees, phase_named};
use crate::survey::import::{ColumnUse, ImportedColumn};
use crate::survey::questionnaire::{
    AnswerKind, Asked, Form, MissingReason, Questionnaire, Rule, Subscale, SurveyError,
};
use crate::survey::score::cases::{ends, steps};
use crate::survey::score::phase::{cut, usual_boxes};
use crate::table::{Delimiter, Header, TableError};
use crate::value::{Amount, Id};

/// The most items of a subscale: the scores of people who answered any number of them have a common denominator that leaves room
/// for squares.
const MOST_ITEMS: usize = 22;
/// The most scores of a subscale.
const MOST_SCORES: usize = 60_000;

/// How answers are counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct CountOptions {
    /// The header of the column that rows are grouped by, such as a region; nothing where all are one group.
    pub group: Option<String>,
    /// The header of the column with the self-made code; nothing where it is found by what the questionnaire calls it.
    pub code: Option<String>,
    /// The phase of rows that name none.
    pub phase: Option<Id>,
    /// Whether people agreed to take part on paper or before the form was opened, so that rows without a column for it count as agreed.
    pub consented: bool,
    /// Questions whose top steps are held against each other pair by pair.
    pub follow: Vec<Id>,
    /// Confidence level of intervals, above 0 and below 1: `0.95`.
    pub level: Amount,
    /// The smallest number of people of whom anything is shown: 5 for what is published, 1 to hide nothing.
    pub smallest: u32,
}

impl Default for CountOptions {
    /// One group, level 0.95, groups of 5.
    fn default() -> Self {
        let level = "0.95".parse().unwrap_or(Amount::ZERO);
        Self {
            group: None,
            code: None,
            phase: None,
            consented: false,
            follow: Vec::new(),
            level,
            smallest: 5,
        }
    }
}

/// A questionnaire and the columns of a table, made ready for counting.
#[derive(Debug)]
pub struct CountPlan<'q> {
    pub(super) form: &'q Form<'q>,
    pub(super) options: CountOptions,
    pub(super) delimiter: Delimiter,
    pub(super) layout: Layout,
    pub(super) items: Vec<Item<'q>>,
    pub(super) scales: Vec<Scored<'q>>,
    /// What was taken for what, with what is to be said of it.
    pub(super) columns: Vec<ImportedColumn>,
    pub(super) findings: Vec<Finding>,
    pub(super) not_counted: Vec<Id>,
    /// The phase of rows that name none, by its place.
    pub(super) usual_phase: Option<usize>,
    /// Whether rows without a word of consent count as agreed; nothing where consent is not asked for.
    pub(super) consented: Option<bool>,
    cells: Cells<'q>,
    /// What every cell of one letter answers, by item.
    letters: Vec<[Class; 256]>,
}

/// What cells of one letter answer, by item.
#[derive(Debug)]
pub(crate) struct Letters(Vec<[Class; 256]>);

/// A question that is counted.
#[derive(Debug)]
pub(super) struct Item<'q> {
    pub(super) asked: &'q Asked<'q>,
    /// Its steps as they are marked, the lowest first.
    pub(super) steps: Vec<i32>,
    pub(super) ends: (i32, i32),
    /// The lowest of the top steps, as scored.
    pub(super) top: Option<i32>,
}

/// A subscale that is counted.
#[derive(Debug)]
pub(super) struct Scored<'q> {
    pub(super) subscale: &'q Subscale,
    /// The least number of answered items of a score.
    pub(super) least: usize,
    /// How many units the range of an item has.
    pub(super) range: u32,
    /// The common denominator of scores.
    pub(super) common: i64,
    /// Whether a unit is a step.
    pub(super) in_steps: bool,
}

impl<'q> CountPlan<'q> {
    /// Makes ready for a table with a header.
    ///
    /// What is counted are scales and ratings that everybody is asked in every phase, without a skip or a constraint, and the subscales of
    /// them; the others are named in the result. An answer is read as [`import`](crate::survey::import) reads it.
    ///
    /// # Errors
    /// `SRV006` when a column that the options name is not there, or is there twice; `SRV010` for a
    /// question to follow that is not counted.
    pub fn new(form: &'q Form<'q>, header: &Header, options: &CountOptions) -> Result<Self, SurveyError> {
        let mut plan = Self::without_letters(form, header, options)?;
        plan.letters = (0..plan.items.len()).map(|item| plan.letters_of(item)).collect();
        Ok(plan)
    }

    /// The same with what another plan of the same questionnaire found out about cells of one letter, which takes most of the time.
    pub(crate) fn again(
        form: &'q Form<'q>,
        header: &Header,
        options: &CountOptions,
        letters: Letters,
    ) -> Result<Self, SurveyError> {
        let mut plan = Self::without_letters(form, header, options)?;
        plan.letters = letters.0;
        Ok(plan)
    }

    /// What was found out about cells of one letter.
    pub(crate) fn letters(self) -> Letters {
        Letters(self.letters)
    }

    fn without_letters(
        form: &'q Form<'q>,
        header: &Header,
        options: &CountOptions,
    ) -> Result<Self, SurveyError> {
        let survey = form.questionnaire;
        let items: Vec<Item<'q>> = form.asked.iter().filter_map(Item::of).collect();
        let place = |id: &Id| items.iter().position(|item| item.asked.question.id == *id);
        let (scales, unplaced): (Vec<_>, Vec<_>) =
            survey.subscales.iter().filter_map(|subscale| scored(subscale, &items)).unzip();
        let lone = (0..items.len()).filter(|item| {
            !unplaced.iter().any(|scale: &Unplaced| scale.items.iter().any(|(of, _)| of == item))
        });
        let lone: Vec<Unplaced> = lone
            .filter_map(|item| {
                let weights = vec![None; items.get(item)?.classes()];
                Some(Unplaced { items: vec![(item, weights)], scored: false })
            })
            .collect();
        let (placed, stride) = Layout::place(unplaced.into_iter().chain(lone).collect());
        let table = TableColumns::of(form, header, options)?;
        let columns = table.meanings.iter().map(|column| column.of(&place)).collect::<Vec<_>>();
        let paired = match survey.phases.len().checked_sub(1) {
            Some(last) if last > 0 && columns.iter().any(|column| matches!(column, Column::Code(_))) => {
                Some([0, last])
            }
            _ => None,
        };
        let followed = options.follow.iter().map(|id| {
            let item = items.iter().enumerate().find(|(_, item)| item.asked.question.id == *id);
            let (place, item) = item.ok_or_else(|| SurveyError::NotCounted { question: id.clone() })?;
            Ok(Followed { item: place, marks: item.marks() })
        });
        let followed = followed.collect::<Result<Vec<_>, SurveyError>>()?;
        let layout = Layout {
            columns,
            items: items.len(),
            scales: placed,
            followed,
            stride,
            phases: survey.phases.len().max(1),
            paired,
        };
        Ok(Self {
            form,
            options: options.clone(),
            delimiter: header.delimiter,
            layout,
            not_counted: not_counted(form, &items, &scales),
            scales,
            columns: table.columns,
            findings: table.findings,
            usual_phase: usual_phase(survey, options.phase.as_ref()),
            consented: survey.consent.as_ref().map(|_| options.consented),
            cells: Cells::of(form),
            letters: Vec::new(),
            items,
        })
    }

    /// What a cell of one letter answers.
    #[inline]
    #[cfg_attr(qoldau_small, optimize(speed))]
    pub(super) fn class_of_letter(
        &self,
        item: usize,
        letter: u8,
        column: usize,
        faults: &mut Vec<(FaultKind, usize)>,
    ) -> Class {
        let known = self.letters.get(item).and_then(|letters| letters.get(usize::from(letter)));
        match known {
            Some(class) if *class != LOOK => *class,
            _ => self.class_of(item, char::from(letter).encode_utf8(&mut [0; 4]), column, faults),
        }
    }

    /// What a cell answers. What is wrong with it is added to the faults, with the column, counted from 1.
    #[cold]
    #[cfg_attr(qoldau_small, optimize(speed))]
    pub(super) fn class_of(
        &self,
        item: usize,
        text: &str,
        column: usize,
        faults: &mut Vec<(FaultKind, usize)>,
    ) -> Class {
        let (class, fault) = self.read(item, text);
        faults.extend(fault.map(|fault| (fault, column)));
        class
    }

    fn read(&self, item: usize, text: &str) -> (Class, Option<FaultKind>) {
        let text = text.trim();
        let Some(item) = self.items.get(item).filter(|_| !text.is_empty()) else { return (NO_ANSWER, None) };
        match self.cells.read(&item.asked.question.answer, text, Order::Unclear) {
            Read::One(answer) => match item.class(&answer) {
                Some(class) => (class, None),
                None => (INVALID, Some(FaultKind::OutOfRange)),
            },
            Read::Several => (INVALID, Some(FaultKind::Unclear)),
            Read::Nothing => (INVALID, Some(FaultKind::Unread)),
        }
    }

    fn letters_of(&self, item: usize) -> [Class; 256] {
        let mut letters = [LOOK; 256];
        for (letter, byte) in letters.iter_mut().zip(0..=u8::MAX).filter(|(_, byte)| byte.is_ascii()) {
            if let (class, None) = self.read(item, char::from(byte).encode_utf8(&mut [0; 4])) {
                *letter = class;
            }
        }
        letters
    }

    /// The place of the phase that a cell means.
    #[cold]
    pub(super) fn phase(&self, text: &str) -> Option<usize> {
        let survey = self.form.questionnaire;
        if text.trim().is_empty() {
            return self.usual_phase;
        }
        if survey.phases.is_empty() {
            return Some(0);
        }
        let phase = phase_named(survey, text.trim())?;
        survey.phases.iter().position(|of| of.id == phase.id)
    }

    /// Whether a cell of the consent's column agrees.
    #[cold]
    pub(super) fn agrees(&self, text: &str) -> bool {
        let text = text.trim();
        if text.is_empty() {
            self.options.consented
        } else {
            agrees(self.form.questionnaire, text) == Some(true)
        }
    }
}

/// The phase of rows that name none.
fn usual_phase(survey: &Questionnaire, named: Option<&Id>) -> Option<usize> {
    if survey.phases.is_empty() {
        return Some(0);
    }
    survey.phases.iter().position(|phase| Some(&phase.id) == named)
}

/// Questions with steps, and subscales, that are not counted.
fn not_counted(form: &Form<'_>, items: &[Item<'_>], scales: &[Scored<'_>]) -> Vec<Id> {
    let counted = |id: &Id| items.iter().any(|item| item.asked.question.id == *id);
    let questions = form.asked.iter().map(|asked| asked.question);
    let questions = questions.filter(|question| question.answer.is_scored() && !counted(&question.id));
    let subscales = form.questionnaire.subscales.iter();
    let subscales = subscales.filter(|of| !scales.iter().any(|scale| scale.subscale.id == of.id));
    questions.map(|question| question.id.clone()).chain(subscales.map(|of| of.id.clone())).collect()
}

impl<'q> Item<'q> {
    /// A question, where it is counted.
    fn of(asked: &'q Asked<'q>) -> Option<Self> {
        let question = asked.question;
        let everybody = matches!((&*asked.relevant, &*asked.constraint), (Rule::None, Rule::None));
        let of_every_phase = question.phases.is_empty() && question.answer.is_scored();
        let steps = steps(asked);
        let (lowest, highest) = ends(asked).filter(|(lowest, highest)| lowest < highest)?;
        let (known, wide) = (lowest.checked_add(highest).is_some(), highest.checked_sub(lowest)? > 10_000);
        if !everybody || !of_every_phase || !known || wide || steps.len() > MOST_STEPS {
            return None;
        }
        Some(Self { asked, steps, ends: (lowest, highest), top: cut(asked, usual_boxes(asked)) })
    }

    /// How many classes its answers have.
    pub(super) fn classes(&self) -> usize {
        usize::from(FIRST_STEP).saturating_add(self.steps.len())
    }

    /// The class of an answer; nothing where it is none of those possible.
    fn class(&self, answer: &Answer) -> Option<Class> {
        let of_reason = |reason| match reason {
            MissingReason::DontKnow => DONT_KNOW,
            MissingReason::Refused => REFUSED,
            MissingReason::NotApplicable => NOT_APPLICABLE,
        };
        let step = match (answer, &self.asked.question.answer) {
            (Answer::Missing { reason }, _) => return Some(of_reason(*reason)),
            (Answer::Option { code }, AnswerKind::Scale { .. }) => {
                let option = self.asked.list?.option(code.as_str())?;
                if let Some(reason) = option.missing {
                    return Some(of_reason(reason));
                }
                option.value?
            }
            (Answer::Number { value }, AnswerKind::Rating { .. }) => whole(*value)?,
            _ => return None,
        };
        let place = self.steps.binary_search(&step).ok()?;
        FIRST_STEP.checked_add(Class::try_from(place).ok()?)
    }

    /// A step as it is scored.
    pub(super) fn scored(&self, step: i32) -> i32 {
        let (lowest, highest) = self.ends;
        let reversed = lowest.saturating_add(highest).saturating_sub(step);
        if self.asked.question.answer.is_reversed() { reversed } else { step }
    }

    /// By class, whether an answer is on the top steps.
    fn marks(&self) -> Vec<u16> {
        let of_step = |step: &i32| if self.top.is_some_and(|top| self.scored(*step) >= top) { 2 } else { 1 };
        let none = std::iter::repeat_n(0, usize::from(FIRST_STEP));
        none.chain(self.steps.iter().map(of_step)).collect()
    }

    /// By class, how far above the lowest end a step is scored, in units of which the range has so many.
    fn weights(&self, range: u32) -> Option<Vec<Option<u32>>> {
        let (lowest, highest) = self.ends;
        let own = u32::try_from(highest.checked_sub(lowest)?).ok()?;
        let factor = range.checked_div(own)?;
        let weight = |step: &i32| {
            let above = u32::try_from(self.scored(*step).checked_sub(lowest)?).ok()?;
            above.checked_mul(factor)
        };
        let none = std::iter::repeat_n(Some(None), usize::from(FIRST_STEP));
        none.chain(self.steps.iter().map(|step| weight(step).map(Some))).collect()
    }
}

fn least_common_multiple(one: u64, other: u64) -> Option<u64> {
    let (mut a, mut b) = (one, other);
    while let Some(rest) = a.checked_rem(b) {
        (a, b) = (b, rest);
    }
    one.checked_div(a)?.checked_mul(other)
}

/// A subscale, where it is counted, with its items before they have their places.
fn scored<'q>(subscale: &'q Subscale, items: &[Item<'q>]) -> Option<(Scored<'q>, Unplaced)> {
    let of = |id: &Id| items.iter().enumerate().find(|(_, item)| item.asked.question.id == *id);
    let own: Vec<(usize, &Item<'q>)> = subscale.items.iter().map(of).collect::<Option<_>>()?;
    if own.is_empty() || own.len() > MOST_ITEMS {
        return None;
    }
    let width = |item: &Item<'_>| u64::try_from(item.ends.1.checked_sub(item.ends.0)?).ok();
    let range = own.iter().try_fold(1, |all, (_, item)| least_common_multiple(all, width(item)?))?;
    let range = u32::try_from(range).ok()?;
    let weights = |(place, item): &(usize, &Item<'q>)| Some((*place, item.weights(range)?));
    let unplaced = own.iter().map(weights).collect::<Option<Vec<_>>>()?;
    let sums = usize::try_from(range).ok()?.checked_mul(own.len())?.checked_add(1)?;
    if sums.checked_mul(own.len().checked_add(1)?)? > MOST_SCORES {
        return None;
    }
    let count = u32::try_from(own.len()).ok()?;
    let least = subscale.minimum.of(count);
    let common = (u64::from(least)..=u64::from(count)).try_fold(1, least_common_multiple)?;
    let first = own.first().map(|(_, item)| item.ends);
    let scored = Scored {
        subscale,
        least: usize::try_from(least).ok()?,
        range,
        common: i64::try_from(common).ok()?,
        in_steps: own.iter().all(|(_, item)| Some(item.ends) == first),
    };
    Some((scored, Unplaced { items: unplaced, scored: true }))
}

/// The columns of a table with what they are.
struct TableColumns {
    columns: Vec<ImportedColumn>,
    meanings: Vec<Used>,
    findings: Vec<Finding>,
}

/// What a column is, items by their question.
enum Used {
    Known(Column),
    Question(Id),
}

impl Used {
    fn of(&self, place: &impl Fn(&Id) -> Option<usize>) -> Column {
        match self {
            Self::Known(column) => *column,
            Self::Question(id) => place(id).map_or(Column::Unused, Column::Item),
        }
    }
}

impl TableColumns {
    fn of(form: &Form<'_>, header: &Header, options: &CountOptions) -> Result<Self, SurveyError> {
        let headers: Vec<Cow<'_, str>> = header.columns.iter().map(|name| name.as_str().into()).collect();
        let Columns { all: mut columns, is_own, findings } =
            columns(form, &headers, options.phase.as_ref(), &Told::new());
        let named = |name: &Option<String>| name.as_deref().map(|name| column(header, name)).transpose();
        let (group, code) = (named(&options.group)?, named(&options.code)?);
        let used = |(at, column): (usize, &ImportedColumn)| match &column.used_as {
            _ if Some(at) == group => Used::Known(Column::Group),
            _ if Some(at) == code => Used::Known(Column::Code(0)),
            ColumnUse::Code { part } if code.is_none() => {
                Used::Known(Column::Code(part.map_or(0, |part| part.saturating_add(1))))
            }
            ColumnUse::Phase {} => Used::Known(Column::Phase),
            ColumnUse::Consent {} => Used::Known(Column::Consent),
            ColumnUse::Question { question } => Used::Question(question.clone()),
            _ => Used::Known(Column::Unused),
        };
        let meanings = columns.iter().enumerate().map(used).collect();
        // In a table without headers they are somebody's answers.
        for (at, (column, is_own)) in columns.iter_mut().zip(is_own).enumerate() {
            if !is_own && Some(at) != group && Some(at) != code {
                column.header.clear();
            }
        }
        // A column that the options name is used, whatever the questionnaire says of it.
        let is_named = |finding: &Finding| {
            let at = match &finding.place {
                Place::Row { column, .. } => usize::try_from(*column).ok().and_then(|at| at.checked_sub(1)),
                _ => None,
            };
            at.is_some() && (at == group || at == code)
        };
        let findings = findings.into_iter().filter(|finding| !is_named(finding)).collect();
        Ok(Self { columns, meanings, findings })
    }
}

/// The place of the column of a name, which is compared without spaces around it.
fn column(header: &Header, name: &str) -> Result<usize, TableError> {
    let mut found =
        header.columns.iter().enumerate().filter(|(_, known)| known.trim() == name.trim()).map(|(at, _)| at);
    let first = found.next().ok_or_else(|| TableError::NoColumn { name: name.into() })?;
    if found.next().is_some() { Err(TableError::ColumnTwice { name: name.into() }) } else { Ok(first) }
}
