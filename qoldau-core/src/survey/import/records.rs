//! Rows made into records.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::cell::{Cells, is_marked, whole_number};
use super::columns::{Columns, columns, header_param, is_of_tools, questions_named, told};
use super::grid::{Cell, Grid};
use super::marks::Read;
use super::moment::{Moment, Order, Strokes, read_moment, seconds_between};
use super::rules;
use super::{ColumnUse, ImportOptions, Imported, ImportedColumn};
use crate::finding::{Finding, Param, Place, RuleInfo};
use crate::language::Language;
use crate::survey::answers::rules::Rows;
use crate::survey::answers::{Answer, PersonCode, Response, code_part};
use crate::survey::questionnaire::{AnswerKind, Form, Phase, Questionnaire, SurveyError, Wording};
use crate::table::RowFaultKind;
use crate::value::Id;
use crate::value::hex::sha256_of_bytes;
use crate::value::text::{fold_letters, fold_words};

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
        met: BTreeMap::new(),
        said: BTreeMap::new(),
        header: &grid.header,
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
    import.same_rows(grid);
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

/// How every column writes days with strokes or dashes.
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
    /// How every column writes days with strokes or dashes.
    orders: Vec<Order>,
    columns: &'c [ImportedColumn],
    /// Whether a header is the questionnaire's own and may be quoted.
    is_own: &'c [bool],
    /// The row of every record, by its phase and its id: a person answers in each phase.
    met: BTreeMap<(Option<Id>, Id), &'c [Cell<'c>]>,
    /// How many records of those named by what they say bear each name.
    said: BTreeMap<Id, u32>,
    header: &'c [Cow<'c, str>],
    rows: Rows,
}

/// What a row says of itself.
#[derive(Default)]
#[expect(clippy::option_option, reason = "no word of consent and one that nobody can read are two things")]
struct Record {
    id: Option<Id>,
    started: Option<Moment>,
    ended: Option<Moment>,
    /// Nothing inside where nobody can read it.
    consent: Option<Option<bool>>,
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
            ColumnUse::Question { question } => self
                .form
                .asked(question.as_str())
                .is_some_and(|asked| matches!(asked.question.answer, AnswerKind::Date { .. })),
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

    fn record(&mut self, row: u32, cells: &'c [Cell<'c>]) -> Option<Response> {
        if cells.is_empty() {
            self.say(&rules::ROW_EMPTY, row, 0, []);
            return None;
        }
        if let Some(rule) = self.no_person(cells) {
            self.say(rule, row, 0, []);
            return None;
        }
        let mut record = Record::default();
        for Cell { column, text } in cells {
            let Some(of) = self.columns.get(*column) else { continue };
            let number = u32::try_from(column.saturating_add(1)).unwrap_or(u32::MAX);
            self.cell(&mut record, row, number, &of.used_as, text);
        }
        self.join_marks(&mut record, row);
        let seconds = record.started.zip(record.ended).and_then(|(from, to)| seconds_between(from, to));
        let code: String = std::mem::take(&mut record.code).into_values().collect();
        let times = [record.started, record.ended].map(|moment| moment.and_then(|moment| moment.seconds));
        let named = record.id.is_some();
        let mut response = Response {
            id: record.id.unwrap_or_else(|| self.name_of(row)),
            phase: record.phase.or_else(|| self.options.phase.clone()),
            on: record.ended.or(record.started).map(|moment| moment.day),
            seconds,
            language: record.language,
            consent: record.consent.unwrap_or_else(|| self.options.consented.then_some(true)),
            code: (!code.is_empty()).then(|| PersonCode::new(code)),
            answers: record.answers,
        };
        if !named && (times != [None, None] || response.code.is_some()) {
            response.id = self.name_by_content(&response, times);
        }
        let name = (response.phase.clone(), response.id.clone());
        if let Some(first) = self.met.get(&name) {
            let is_same = self.used(first).eq(self.used(cells));
            let rule = if is_same { &rules::RECORD_TWICE } else { &rules::RECORD_DIFFERS };
            self.say(rule, row, 0, [Param::id("record", &response.id)]);
            return None;
        }
        self.met.insert(name, cells);
        Some(response)
    }

    /// The cells of a row that say something of its record.
    fn used<'r>(&self, cells: &'r [Cell<'r>]) -> impl Iterator<Item = (usize, &'r str)> {
        let is_used = |cell: &&Cell<'_>| {
            self.columns.get(cell.column).is_some_and(|of| of.used_as != ColumnUse::Unused {})
        };
        cells.iter().filter(is_used).map(|cell| (cell.column, cell.text.as_ref()))
    }

    /// The name of a record without an id by what it says and when, so that a later export of the same answers names it
    /// alike. Of those that say the same each further one bears a number.
    fn name_by_content(&mut self, response: &Response, times: [Option<u32>; 2]) -> Id {
        let Response { id: row, phase, on, seconds, language, consent, code, answers } = response;
        let code = code.as_ref().map(PersonCode::reveal);
        let said = serde_json::to_string(&(phase, on, seconds, language, consent, code, answers, times));
        let digest = sha256_of_bytes(said.unwrap_or_default().as_bytes());
        let name = digest.get(..16).and_then(|digest| format!("entry-{digest}").parse::<Id>().ok());
        let Some(name) = name else { return row.clone() };
        let before = self.said.entry(name.clone()).or_default();
        *before = before.saturating_add(1);
        match *before {
            1 => name,
            number => name.within("-", number).unwrap_or_else(|_| row.clone()),
        }
    }

    /// The rule by which a row is nobody's answers: the header again, or what a spreadsheet reckons below its columns.
    fn no_person(&self, cells: &[Cell<'_>]) -> Option<&'static RuleInfo> {
        let is_header =
            |cell: &Cell<'_>| self.header.get(cell.column).is_some_and(|header| header.trim() == cell.text);
        if cells.len() > 1 && cells.iter().all(is_header) {
            return Some(&rules::HEADER_ROW);
        }
        let first = cells.first()?;
        let is_answer = |kind: &AnswerKind| {
            let read = self.cells.read(kind, &first.text, Order::Unclear);
            matches!(kind, AnswerKind::Text { .. }) || !matches!(read, Read::Nothing)
        };
        let is_said = match self.columns.get(first.column).map(|column| &column.used_as) {
            Some(ColumnUse::Question { question }) => {
                self.form.asked(question.as_str()).is_some_and(|asked| is_answer(&asked.question.answer))
            }
            Some(ColumnUse::Code { .. }) => true,
            _ => false,
        };
        let word = fold_words(first.text.trim_end_matches([':', '.', '=']));
        let is_total = TOTALS.split('|').any(|total| total == word);
        (is_total && !is_said).then_some(&rules::TOTALS_ROW)
    }

    /// Rows that are equal to an earlier one with its time or its code.
    fn same_rows(&mut self, grid: &Grid<'_>) {
        if self.columns.iter().any(|column| column.used_as == ColumnUse::Record {}) {
            return;
        }
        let tells_apart = |cell: &Cell<'_>| match self.columns.get(cell.column).map(|column| &column.used_as)
        {
            Some(ColumnUse::Code { .. }) => true,
            Some(ColumnUse::Started {} | ColumnUse::Ended {}) => cell.text.contains(':'),
            _ => false,
        };
        let of_row = |(number, row): (u32, &Vec<Cell<'_>>)| {
            let joined = |row: &[Cell<'_>]| {
                row.iter().fold(String::new(), |mut joined, cell| {
                    let _ = write!(joined, "{}\u{1f}{}\u{1e}", cell.column, cell.text);
                    joined
                })
            };
            row.iter().any(tells_apart).then(|| (sha256_of_bytes(joined(row).as_bytes()), number))
        };
        let mut rows: Vec<(String, u32)> = (2_u32..).zip(&grid.rows).filter_map(of_row).collect();
        rows.sort_unstable();
        let again = rows.chunk_by(|one, other| one.0 == other.0).filter_map(|same| same.get(1..)).flatten();
        let (count, first) = again
            .fold((0_usize, u32::MAX), |(count, first), (_, row)| (count.saturating_add(1), first.min(*row)));
        if count > 0 {
            self.say(&rules::SAME_ROWS, first, 0, [Param::count("count", count)]);
        }
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
            ColumnUse::Consent {} => {
                let agreed = agrees(self.form.questionnaire, text);
                record.consent = Some(agreed);
                if agreed.is_none() {
                    self.say(&rules::CONSENT_UNREAD, row, number, []);
                }
            }
            ColumnUse::Code { part } => {
                let recipe = self.form.questionnaire.code.as_ref();
                record.code.insert(*part, code_part(recipe, *part, text));
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
            Read::Nothing if let Some(known) = self.cells.beginning(&asked.question.answer, text) => {
                self.say(&rules::OWN_WORDS, row, number, [Param::id("question", question)]);
                known
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

/// Words that a spreadsheet's row of sums or means begins with.
const TOTALS: &str = "итого|всего|сумма|среднее|среднее значение|количество|барлығы|жиыны|жиынтығы|қорытынды|орташа|орташасы|орташа мәні|total|totals|sum|average|mean|count";

/// Words of agreement and of refusal, in any form that people are offered.
const AGREED: &str = "да|иә|ия|yes|ok|ок|келісемін|келісем|келістім|келісім|согласен|согласна|согласны|согласие|соглашаюсь|agree|agreed|consent|accept";
const REFUSED: &str = "нет|жоқ|no|не|not|don't|dont|cannot|келіспеймін|бермеймін|қарсымын|отказ|отказываюсь|против|несогласен|несогласна|disagree|refuse|refused|decline|declined";
/// Those that refuse nothing by themselves, but what follows them.
const NOT: &str = "не|not|don't|dont|cannot";
/// Words between a refusal and what it refuses.
const BETWEEN: &str = "даю|свое|своё|мое|моё|i|to|my|give|the";

/// Whether a cell of the consent's column agrees: a yes, or the words of the consent or of agreement themselves; nothing
/// where it says neither, or both.
pub(in crate::survey) fn agrees(survey: &Questionnaire, text: &str) -> Option<bool> {
    if let Some(marked) = is_marked(text) {
        return Some(marked);
    }
    let letters = fold_letters(text);
    if survey.consent.iter().flat_map(Wording::texts).any(|words| fold_letters(words) == letters) {
        return Some(true);
    }
    let folded = fold_words(&text.replace('’', "'"));
    let words: Vec<&str> =
        folded.split(|c: char| !(c.is_alphanumeric() || c == '\'')).filter(|word| !word.is_empty()).collect();
    let is_of = |list: &str, word: &str| list.split('|').any(|of| fold_words(of) == word);
    let agreed: Vec<usize> =
        (0..).zip(&words).filter(|(_, word)| is_of(AGREED, word)).map(|(at, _)| at).collect();
    let refused = words.iter().position(|word| is_of(REFUSED, word));
    let is_not = refused.and_then(|at| words.get(at)).is_some_and(|word| is_of(NOT, word));
    match (agreed.as_slice(), refused) {
        ([], None) => None,
        (_, None) => Some(true),
        ([], Some(_)) => (!is_not).then_some(false),
        // «не согласен», "do not give my consent": the refusal is of what follows it. «Келісім бермеймін» refuses what is before.
        ([agreed], Some(refused)) => {
            let between = words.get(refused.saturating_add(1)..*agreed).unwrap_or_default();
            let of_it = is_not && refused < *agreed && between.iter().all(|word| is_of(BETWEEN, word));
            let before = agreed.saturating_add(1) == refused && words.get(refused) == Some(&"бермеймін");
            (of_it || before).then_some(false)
        }
        _ => None,
    }
}

/// The phase that a cell means, by its name or its title.
pub(in crate::survey) fn phase_named<'q>(survey: &'q Questionnaire, text: &str) -> Option<&'q Phase> {
    let letters = fold_letters(text);
    survey.phases.iter().find(|phase| {
        [Some(text), whole_number(text)].contains(&Some(phase.id.as_str()))
            || phase.title.texts().any(|title| fold_letters(title) == letters)
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
