//! Rows made into records.

use std::collections::{BTreeMap, BTreeSet};

use super::cell::{Cells, is_marked};
use super::columns::{Columns, columns, header_param, is_of_tools, questions_named, told};
use super::grid::{Cell, Grid};
use super::marks::Read;
use super::moment::{Moment, Order, Strokes, read_moment, seconds_between};
use super::rules;
use super::{ColumnUse, ImportOptions, Imported, ImportedColumn};
use crate::finding::{Finding, Param, Place, RuleInfo};
use crate::language::Language;
use crate::survey::answers::rules::Rows;
use crate::survey::answers::{Answer, PersonCode, Response};
use crate::survey::questionnaire::{Form, Phase, Questionnaire, SurveyError, Wording};
use crate::table::RowFaultKind;
use crate::value::Id;
use crate::value::text::fold_letters;

/// How many findings of one rule are listed; the others are counted.
const LISTED: usize = 1_000;

/// Makes records of the rows of a table.
pub(super) fn import(
    form: &Form<'_>,
    grid: &Grid<'_>,
    options: &ImportOptions,
) -> Result<Imported, SurveyError> {
    let told = told(form, grid.header.len(), &options.columns)?;
    let Columns { all: columns, is_own, findings } =
        columns(form, &grid.header, options.phase.as_ref(), &told);
    let mut rows = Rows::default();
    // What a list of records is, is said instead of that no question has its name.
    let is_repeat = |finding: &Finding| match &finding.place {
        Place::Row { column, .. } => usize::try_from(*column)
            .ok()
            .and_then(|at| at.checked_sub(1))
            .is_some_and(|at| grid.repeats.contains_key(&at)),
        _ => false,
    };
    let of_columns = findings
        .into_iter()
        .filter(|finding| finding.code != rules::COLUMN_UNUSED.code || !is_repeat(finding));
    for finding in of_columns.chain(repeats(form, grid)) {
        rows.push(finding, LISTED);
    }
    let mut import = Importing {
        form,
        options,
        cells: Cells::of(form),
        orders: orders(grid),
        columns: &columns,
        is_own: &is_own,
        ids: BTreeSet::new(),
        rows,
    };
    import.unclear_days(grid);
    for fault in &grid.faults {
        let rule = match fault.kind {
            RowFaultKind::Short => &rules::ROW_SHORT,
            RowFaultKind::Long => &rules::ROW_LONG,
            RowFaultKind::TextAfterQuote => &rules::ROW_TORN,
        };
        import
            .rows
            .push(Finding::new(rule, Place::Row { row: fault.row.saturating_add(2), column: 0 }), LISTED);
    }
    let taken =
        (2_u32..).zip(&grid.rows).filter_map(|(number, row)| Some((number, import.record(number, row)?)));
    let (response_rows, responses) = taken.unzip();
    let findings = import.rows.finish(LISTED);
    let rows = u32::try_from(grid.rows.len()).unwrap_or(u32::MAX);
    Ok(Imported { responses, response_rows, columns, rows, findings })
}

/// What is to be said of lists of records within records, those of the tools themselves apart.
fn repeats<'f>(form: &'f Form<'f>, grid: &Grid<'_>) -> impl Iterator<Item = Finding> {
    let of = |(at, fields): (&usize, &BTreeSet<String>)| {
        let header = grid.header.get(*at).filter(|header| !is_of_tools(header))?;
        let column = u32::try_from(at.saturating_add(1)).unwrap_or(u32::MAX);
        let finding = Finding::new(&rules::REPEAT_UNREAD, Place::Row { row: 1, column });
        let fields = fields.iter().map(|field| format!("{header}/{field}")).collect();
        let questions = questions_named(form, &fields).into_iter();
        Some(questions.fold(finding, |finding, id| finding.param(Param::id("question", id))))
    };
    grid.repeats.iter().filter_map(of).collect::<Vec<_>>().into_iter()
}

/// How every column writes days with strokes.
fn orders(grid: &Grid<'_>) -> Vec<Order> {
    let mut strokes = vec![Strokes::default(); grid.header.len()];
    for Cell { column, text } in grid.rows.iter().flatten() {
        strokes.get_mut(*column).into_iter().for_each(|of| of.meet(text));
    }
    strokes.into_iter().map(Strokes::order).collect()
}

struct Importing<'f, 'c> {
    form: &'f Form<'f>,
    options: &'c ImportOptions,
    cells: Cells<'f>,
    /// How every column writes days with strokes.
    orders: Vec<Order>,
    columns: &'c [ImportedColumn],
    /// Whether a header is the questionnaire's own and may be quoted.
    is_own: &'c [bool],
    ids: BTreeSet<Id>,
    rows: Rows,
}

/// What a row says of itself.
#[derive(Default)]
struct Record {
    id: Option<Id>,
    started: Option<Moment>,
    ended: Option<Moment>,
    consent: Option<bool>,
    code: BTreeMap<Option<u32>, String>,
    phase: Option<Id>,
    language: Option<Language>,
    answers: BTreeMap<Id, Answer>,
    /// Marks of options that have columns of their own, and whether all of these were blank.
    marks: BTreeMap<Id, Vec<Id>>,
    /// Questions of which an option's column could not be read.
    unread: BTreeSet<Id>,
}

impl<'c> Importing<'_, 'c> {
    fn say(&mut self, rule: &RuleInfo, row: u32, column: u32, params: impl IntoIterator<Item = Param>) {
        let finding = Finding::new(rule, Place::Row { row, column });
        self.rows.push(params.into_iter().fold(finding, Finding::param), LISTED);
    }

    /// Columns of days whose order of day and month nobody can tell.
    fn unclear_days(&mut self, grid: &Grid<'_>) {
        let unclear = (1_u32..).zip(self.columns.iter().zip(&self.orders).zip(&grid.header));
        let is_day = |used_as: &ColumnUse| match used_as {
            ColumnUse::Started {} | ColumnUse::Ended {} => true,
            ColumnUse::Question { question } => self.form.asked(question.as_str()).is_some_and(|asked| {
                matches!(asked.question.answer, crate::survey::questionnaire::AnswerKind::Date { .. })
            }),
            _ => false,
        };
        let unclear: Vec<(u32, Param)> = unclear
            .zip(self.is_own)
            .filter(|((_, ((column, order), _)), _)| **order == Order::Unclear && is_day(&column.used_as))
            .map(|((number, (_, header)), is_own)| (number, header_param(number, header, *is_own)))
            .collect();
        for (number, header) in unclear {
            self.say(&rules::DAY_UNCLEAR, 1, number, [header]);
        }
    }

    fn record(&mut self, row: u32, cells: &[Cell<'_>]) -> Option<Response> {
        if cells.is_empty() {
            self.say(&rules::ROW_EMPTY, row, 0, []);
            return None;
        }
        let mut record = Record::default();
        for Cell { column, text } in cells {
            let Some(of) = self.columns.get(*column) else { continue };
            let number = u32::try_from(column.saturating_add(1)).unwrap_or(u32::MAX);
            self.cell(&mut record, row, number, &of.used_as, text);
        }
        self.join_marks(&mut record, row);
        let id = record.id.take().unwrap_or_else(|| self.name_of(row));
        if !self.ids.insert(id.clone()) {
            self.say(&rules::RECORD_TWICE, row, 0, [Param::id("record", &id)]);
            return None;
        }
        let seconds = record.started.zip(record.ended).and_then(|(from, to)| seconds_between(from, to));
        let code: String = record.code.into_values().collect();
        Some(Response {
            id,
            phase: record.phase.or_else(|| self.options.phase.clone()),
            on: record.ended.or(record.started).map(|moment| moment.day),
            seconds,
            language: record.language,
            consent: record.consent.or(self.options.consented.then_some(true)),
            code: (!code.is_empty()).then(|| PersonCode::new(code)),
            answers: record.answers,
        })
    }

    /// The name of a record that has none.
    fn name_of(&self, row: u32) -> Id {
        let name: Result<Id, _> = "row".parse();
        // Every text given here is an id.
        name.and_then(|name: Id| name.within("-", row)).unwrap_or_else(|_| self.form.questionnaire.id.clone())
    }

    fn cell(&mut self, record: &mut Record, row: u32, number: u32, used_as: &'c ColumnUse, text: &str) {
        let order = number
            .checked_sub(1)
            .and_then(|at| usize::try_from(at).ok())
            .and_then(|at| self.orders.get(at).copied())
            .unwrap_or(Order::Unclear);
        match used_as {
            ColumnUse::Unused {} => {}
            ColumnUse::Record {} => record.id = text.parse().ok(),
            ColumnUse::Started {} => record.started = read_moment(text, order),
            ColumnUse::Ended {} => record.ended = read_moment(text, order),
            ColumnUse::Consent {} => record.consent = Some(agrees(self.form.questionnaire, text)),
            ColumnUse::Code { part } => {
                record.code.insert(*part, text.to_owned());
            }
            ColumnUse::Phase {} => self.phase(record, row, number, text),
            ColumnUse::Language {} => record.language = language(text),
            ColumnUse::Question { question } => self.answer(record, row, number, question, text, order),
            ColumnUse::Option { question, code } => {
                if let Some(marked) = is_marked(text) {
                    let marks = record.marks.entry(question.clone()).or_default();
                    marks.extend(marked.then(|| code.clone()));
                } else {
                    self.say(&rules::CELL_UNREAD, row, number, [Param::id("question", question)]);
                    record.unread.insert(question.clone());
                }
            }
        }
        let moment = matches!(used_as, ColumnUse::Started {} | ColumnUse::Ended {});
        let read = match used_as {
            ColumnUse::Started {} => record.started.is_some(),
            _ => record.ended.is_some(),
        };
        if moment && !read && order != Order::Unclear {
            self.say(&rules::DAY_UNREAD, row, number, []);
        }
    }

    fn phase(&mut self, record: &mut Record, row: u32, number: u32, text: &str) {
        let found = phase_named(self.form.questionnaire, text);
        record.phase = found.map(|phase| phase.id.clone());
        if found.is_none() {
            self.say(&rules::PHASE_UNREAD, row, number, []);
            // A phase that nobody knows stays one: the record is not taken for one of the phase of the others.
            record.phase = "?".parse().ok();
        }
    }

    fn answer(
        &mut self,
        record: &mut Record,
        row: u32,
        number: u32,
        question: &Id,
        text: &str,
        order: Order,
    ) {
        let Some(asked) = self.form.asked(question.as_str()) else { return };
        let answer = match self.cells.read(&asked.question.answer, text, order) {
            Read::One(answer) => answer,
            Read::Several => {
                self.say(&rules::CELL_UNCLEAR, row, number, [Param::id("question", question)]);
                Answer::Unread {}
            }
            Read::Nothing => {
                self.say(&rules::CELL_UNREAD, row, number, [Param::id("question", question)]);
                Answer::Unread {}
            }
        };
        record.answers.insert(question.clone(), answer);
    }

    /// The marks of options with columns of their own, held against the joined column where there is one too.
    fn join_marks(&mut self, record: &mut Record, row: u32) {
        for question in std::mem::take(&mut record.unread) {
            record.marks.remove(&question);
            record.answers.insert(question, Answer::Unread {});
        }
        for (question, mut codes) in std::mem::take(&mut record.marks) {
            let Some(joined) = record.answers.get(&question) else {
                record.answers.insert(question, Answer::Options { codes });
                continue;
            };
            let same = match joined {
                Answer::Options { codes: joined } => {
                    let mut joined = joined.clone();
                    joined.sort_unstable();
                    codes.sort_unstable();
                    joined == codes
                }
                _ => true,
            };
            if !same {
                self.say(&rules::MARKS_DIFFER, row, 0, [Param::id("question", &question)]);
                record.answers.insert(question, Answer::Unread {});
            }
        }
    }
}

/// Whether a cell of the consent's column agrees: a yes, or the words of the consent or of agreement themselves.
pub(in crate::survey) fn agrees(survey: &Questionnaire, text: &str) -> bool {
    let letters = fold_letters(text);
    let agrees = ["келісемін", "согласен", "согласна", "iagree", "agree", "ok"];
    is_marked(text) == Some(true)
        || agrees.contains(&letters.as_str())
        || survey.consent.iter().flat_map(Wording::texts).any(|words| fold_letters(words) == letters)
}

/// The phase that a cell means, by its name or its title.
pub(in crate::survey) fn phase_named<'q>(survey: &'q Questionnaire, text: &str) -> Option<&'q Phase> {
    let letters = fold_letters(text);
    survey.phases.iter().find(|phase| {
        phase.id.as_str() == text || phase.title.texts().any(|title| fold_letters(title) == letters)
    })
}

fn language(text: &str) -> Option<Language> {
    let letters = fold_letters(text);
    let known = [
        (Language::Kazakh, ["kk", "қазақша", "қазақтілі", "казахский", "kazakh"]),
        (Language::Russian, ["ru", "русский", "русскийязык", "орысша", "russian"]),
        (Language::English, ["en", "english", "английский", "ағылшынша", "englishen"]),
    ];
    // Exports name a language as `Қазақша (kk)`.
    known.into_iter().find_map(|(language, words)| {
        let tagged = text.trim_end_matches(')').ends_with(&format!("({}", language.tag()));
        (tagged || words.contains(&letters.as_str())).then_some(language)
    })
}
