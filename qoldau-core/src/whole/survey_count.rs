//! Counting a large table of answers that comes in pieces, for hosts in other languages.

use std::fmt;

use crate::survey::count::{
    CountOptions, CountPlan, Counter, Letters, PausedCount, Totals, count_table, totals,
};
use crate::survey::questionnaire::{Form, PreparedForm, Questionnaire, SurveyError};
use crate::survey::stats::Level;
use crate::table::{Header, TableError};

/// How many bytes are gathered before they are counted: beside them making the plan ready takes no time.
const BATCH: usize = 1 << 21;

/// Counts the answers of a whole table.
///
/// # Errors
/// As [`AnswerCounter::new`] and [`AnswerCounter::finish`].
pub fn count_answers(
    questionnaire: &Questionnaire,
    bytes: &[u8],
    options: &CountOptions,
) -> Result<Totals, SurveyError> {
    accept(questionnaire, options)?;
    count_table(&Form::of(questionnaire), bytes, options)
}

fn accept(questionnaire: &Questionnaire, options: &CountOptions) -> Result<(), SurveyError> {
    Level::new(options.level)?;
    match &options.phase {
        Some(phase) if questionnaire.phase(phase.as_str()).is_none() => {
            Err(SurveyError::NoSuchPhase { phase: phase.clone() })
        }
        _ => Ok(()),
    }
}

/// Counts the answers of a table of any length that comes in pieces: what [`count_answers`] gives of the whole.
///
/// A piece may end anywhere, within a letter too. Of the table no more than two mebibytes and a piece are held.
/// It prints without what it has read.
pub struct AnswerCounter {
    prepared: PreparedForm,
    options: CountOptions,
    /// Bytes that are not counted yet.
    waiting: Vec<u8>,
    begun: Option<(Header, PausedCount, Letters)>,
    failed: Option<SurveyError>,
}

impl fmt::Debug for AnswerCounter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let begun = self.begun.as_ref().map(|(_, paused, _)| paused);
        f.debug_struct("AnswerCounter")
            .field("begun", &begun)
            .field("failed", &self.failed)
            .finish_non_exhaustive()
    }
}

impl AnswerCounter {
    /// A count of nothing yet.
    ///
    /// # Errors
    /// `SVY001` a level that is none; `SRV008` a phase that the questionnaire does not have.
    pub fn new(questionnaire: Questionnaire, options: CountOptions) -> Result<Self, SurveyError> {
        accept(&questionnaire, &options)?;
        let prepared = PreparedForm::new(questionnaire);
        Ok(Self { prepared, options, waiting: Vec::new(), begun: None, failed: None })
    }

    /// Takes the next bytes, the header first.
    ///
    /// # Errors
    /// `SRV006` bytes that are not UTF-8, a row of more than a mebibyte, a column that the options name and that is not there or is there
    /// twice; `SRV005` more than 4 294 967 294 rows, more than 4,096 groups; `SRV010` a question to follow that is not counted. What was
    /// refused once is refused with every further call.
    pub fn push(&mut self, piece: &[u8]) -> Result<(), SurveyError> {
        self.waiting.extend_from_slice(piece);
        if self.waiting.len() < BATCH {
            self.failed.clone().map_or(Ok(()), Err)
        } else {
            self.count(false).map(drop)
        }
    }

    /// Ends the table and says what the counts come to.
    ///
    /// # Errors
    /// As [`AnswerCounter::push`], and `SRV006` for a table without a header and a quotation mark that is never closed.
    pub fn finish(mut self) -> Result<Totals, SurveyError> {
        let empty = || SurveyError::from(TableError::Empty);
        self.count(true).and_then(|totals| totals.ok_or_else(empty))
    }

    fn count(&mut self, last: bool) -> Result<Option<Totals>, SurveyError> {
        if let Some(error) = &self.failed {
            return Err(error.clone());
        }
        let counted = self.count_waiting(last);
        self.failed = counted.as_ref().err().cloned();
        counted
    }

    /// Counts what waits, where the header is whole; the totals where nothing follows.
    fn count_waiting(&mut self, last: bool) -> Result<Option<Totals>, SurveyError> {
        let waiting = std::mem::take(&mut self.waiting);
        let header = match &self.begun {
            Some((header, ..)) => Some((header.clone(), 0)),
            None => Header::read(&waiting, last)?.map(|header| (header.clone(), header.length)),
        };
        let Some((header, length)) = header else {
            self.waiting = waiting;
            return Ok(None);
        };
        let form = self.prepared.form();
        let (paused, letters) = self.begun.take().map(|(_, paused, letters)| (paused, letters)).unzip();
        let plan = match letters {
            Some(letters) => CountPlan::again(&form, &header, &self.options, letters)?,
            None => CountPlan::new(&form, &header, &self.options)?,
        };
        let mut counter = match paused {
            Some(paused) => Counter::resume(&plan, paused),
            None => Counter::new(&plan),
        };
        counter.push(waiting.get(length..).unwrap_or_default())?;
        if last {
            return Ok(Some(totals(&plan, &counter.finish()?)));
        }
        let paused = counter.pause();
        self.begun = Some((header, paused, plan.letters()));
        // The room is used again.
        self.waiting = waiting;
        self.waiting.clear();
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::whole::survey::read_questionnaire;

    const SAMPLE: &str = include_str!("../../../examples/data/survey.json");
    const CSV: &str = include_str!("../../../examples/data/survey-after.csv");

    fn sample() -> Questionnaire {
        read_questionnaire(SAMPLE.as_bytes()).unwrap()
    }

    /// Six mebibytes of the sample's rows.
    fn long() -> String {
        let (header, rows) = CSV.split_once('\n').unwrap();
        let times = (6_usize << 20).div_ceil(rows.len());
        format!("{header}\n{}", rows.repeat(times))
    }

    #[test]
    fn pieces_come_to_what_the_whole_does() {
        let options =
            CountOptions { phase: "after".parse().ok(), consented: true, ..CountOptions::default() };
        let table = long();
        let whole = count_answers(&sample(), table.as_bytes(), &options).unwrap();
        assert!(whole.people > 1_000 && whole.rows >= whole.people, "{whole:?}");
        for size in [4_093, 1 << 20, usize::MAX] {
            let mut counter = AnswerCounter::new(sample(), options.clone()).unwrap();
            table.as_bytes().chunks(size).for_each(|piece| counter.push(piece).unwrap());
            assert!(counter.waiting.capacity() <= (6 << 20) || size == usize::MAX);
            let printed = format!("{counter:?}");
            assert!(printed.len() < 300 && printed.contains("rows"), "{printed}");
            assert_eq!(counter.finish().unwrap(), whole);
        }
        let short = count_answers(&sample(), CSV.as_bytes(), &options).unwrap();
        let mut counter = AnswerCounter::new(sample(), options).unwrap();
        CSV.as_bytes().chunks(1).for_each(|piece| counter.push(piece).unwrap());
        assert_eq!(counter.finish().unwrap(), short);
    }

    #[test]
    fn what_cannot_be_counted_is_refused_until_the_end() {
        let code = |result: Result<Totals, SurveyError>| result.unwrap_err().code();
        let counter = || AnswerCounter::new(sample(), CountOptions::default()).unwrap();
        assert_eq!(code(counter().finish()), "SRV006");
        let mut torn = counter();
        assert_eq!(torn.push(&vec![b'x'; BATCH + 1]).unwrap_err().code(), "SRV006");
        assert_eq!(torn.push(b"\n").unwrap_err().code(), "SRV006");
        assert_eq!(code(torn.finish()), "SRV006");
        let level = CountOptions { level: crate::value::Amount::ONE, ..CountOptions::default() };
        assert_eq!(AnswerCounter::new(sample(), level.clone()).unwrap_err().code(), "SVY001");
        assert_eq!(count_answers(&sample(), CSV.as_bytes(), &level).unwrap_err().code(), "SVY001");
        let phase = CountOptions { phase: "x".parse().ok(), ..CountOptions::default() };
        assert_eq!(AnswerCounter::new(sample(), phase).unwrap_err().code(), "SRV008");
    }
}
