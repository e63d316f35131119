//! What the columns of a table are.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::rules::{COLUMN_TWICE, COLUMN_UNCLEAR, COLUMN_UNUSED, QUESTION_WITHOUT_COLUMN};
use super::{AnswerColumn, ColumnUse, ImportedColumn};
use crate::finding::{Finding, Param, Place, RuleInfo};
use crate::language::Language;
use crate::survey::questionnaire::{AnswerKind, Form, SurveyError, Wording};
use crate::value::Id;
use crate::value::text::fold_letters;

/// What a known header stands for.
type Meaning = fn() -> ColumnUse;

/// Headers of what is no question, folded to their letters, in the words of the tools and in the three languages.
const KNOWN: [(&str, Meaning); 7] = [
    ("uuid|metainstanceid|instanceid|key|id|recordid|response|responseid", || ColumnUse::Record {}),
    ("start|starttime|времяначала|басталууақыты", || ColumnUse::Started {}),
    (
        "end|timestamp|completiontime|отметкавремени|времявыполнения|времязавершения|уақытбелгісі|аяқталууақыты|submissiontime|submissiondate|systemsubmissiondate|today|day|date",
        || ColumnUse::Ended {},
    ),
    ("consent|согласие|келісім", || ColumnUse::Consent {}),
    ("code|код|анонимныйкод|жасырынкод", || ColumnUse::Code { part: None }),
    ("phase|фаза|кезең", || ColumnUse::Phase {}),
    ("language|lang|язык|тіл", || ColumnUse::Language {}),
];

/// Times that are not those of answering, but of when a record reached a server, or days alone: they count where a table says
/// nothing of when an answer began or ended.
const WEAK_TIMES: &str = "submissiontime|submissiondate|systemsubmissiondate|today|day|date";

/// Columns of the tools themselves, which say nothing of a person's answers and are passed over without a word.
const OF_TOOLS: &str = "|index|formhubuuid|version|xform_id_string|status|tags|notes|validationstatus|attachments|geolocation|submittedby|deviceid|devicephonenumber|username|audit|score|lastmodifiedtime|времяпоследнегоизменения|баллы|ұпай|system|reviewstate|edits|formversion|rootuuid|xformidstring|submitterid|submittername|attachmentspresent|attachmentsexpected|metainstancename|metaaudit|instancename|updatedat|deletedat|";

/// What the headers of a table are known by.
struct Names<'q> {
    form: &'q Form<'q>,
    by_words: BTreeMap<String, Vec<&'q Id>>,
    consent: Vec<String>,
    parts: Vec<Vec<String>>,
}

fn folded(wording: &Wording) -> Vec<String> {
    wording.texts().map(fold_letters).filter(|text| !text.is_empty()).collect()
}

impl<'q> Names<'q> {
    fn of(form: &'q Form<'q>) -> Self {
        let mut by_words: BTreeMap<String, Vec<&Id>> = BTreeMap::new();
        for question in &form.questionnaire.questions {
            for words in folded(&question.label) {
                let of = by_words.entry(words).or_default();
                if !of.contains(&&question.id) {
                    of.push(&question.id);
                }
            }
        }
        let survey = form.questionnaire;
        Self {
            form,
            by_words,
            consent: survey.consent.as_ref().map(folded).unwrap_or_default(),
            parts: survey.code.iter().flat_map(|code| &code.parts).map(|part| folded(&part.label)).collect(),
        }
    }

    /// What a header stands for; several questions where it is not clear which.
    fn meaning(&self, header: &str) -> Result<ColumnUse, Vec<&'q Id>> {
        let header = header.trim();
        if let Some(meaning) = self.by_name(header) {
            return Ok(meaning);
        }
        let letters = fold_letters(header);
        let numbered = numbered(header, &letters);
        for words in std::iter::once(letters.as_str()).chain(numbered.iter().map(String::as_str)) {
            match self.by_words.get(words).map(Vec::as_slice) {
                Some([question]) => return Ok(ColumnUse::Question { question: (*question).clone() }),
                Some(several) => return Err(several.to_vec()),
                None => {}
            }
        }
        let beside = self.beside_questions(&letters);
        let beside = beside.or_else(|| numbered.iter().find_map(|words| self.asked_beside(words)));
        if let Some(meaning) = beside {
            return Ok(meaning);
        }
        // Grids of Google Forms and columns of options: "Question [Row]".
        let meaning = match self.bracketed(header)? {
            ColumnUse::Unused {} => self.under_groups(header)?,
            meaning => meaning,
        };
        let is_unused = meaning == ColumnUse::Unused {};
        Ok(self.beside_in_group(header).filter(|_| is_unused).unwrap_or(meaning))
    }

    /// What people are asked beside the questions: to agree, for their code, for the phase. The other columns are of tools, which
    /// put them into no group and number none.
    fn asked_beside(&self, letters: &str) -> Option<ColumnUse> {
        let is_asked = |meaning: &ColumnUse| {
            matches!(meaning, ColumnUse::Consent {} | ColumnUse::Code { .. } | ColumnUse::Phase {})
        };
        self.beside_questions(letters).filter(is_asked)
    }

    /// The same behind groups, as `KoboToolbox` and ODK write them: `intro/consent`. Behind a hyphen, which words have themselves
    /// (`zip-code`), a code is none.
    fn beside_in_group(&self, header: &str) -> Option<ColumnUse> {
        let behind = |(at, sign): (usize, &str)| header.get(at.saturating_add(sign.len())..);
        let mut parts = header.match_indices('/').filter_map(behind);
        let in_group = parts.find_map(|words| self.asked_beside(&fold_letters(words)));
        in_group.or_else(|| {
            let (_, name) = header.rsplit_once('-').filter(|_| !header.contains(char::is_whitespace))?;
            let is_code = |meaning: &ColumnUse| matches!(meaning, ColumnUse::Code { .. });
            self.asked_beside(&fold_letters(name)).filter(|meaning| !is_code(meaning))
        })
    }

    /// Whether a header is a name or the words of the questionnaire itself, or a column that tools have.
    fn is_own(&self, header: &str) -> bool {
        let letters = fold_letters(header);
        self.form.asked(header.trim()).is_some()
            || self.by_words.contains_key(&letters)
            || self.beside_questions(&letters).is_some()
            || is_of_a_tool(&letters)
    }

    /// A question or an option by its name, with or without its groups: `group/place`, `interests/sport`.
    fn by_name(&self, header: &str) -> Option<ColumnUse> {
        let question = |name: &str| self.form.asked(name).map(|asked| &asked.question.id);
        let found = |id: &Id| ColumnUse::Question { question: id.clone() };
        if let Some(id) = question(header) {
            return Some(found(id));
        }
        for sign in ['/', '.', '-', ':'] {
            let Some((groups, name)) = header.rsplit_once(sign) else { continue };
            let before = groups.rsplit(sign).next().unwrap_or(groups);
            let option = self.form.asked(before).and_then(|asked| {
                let several = matches!(asked.question.answer, AnswerKind::Multiple { .. });
                let option = asked.list.filter(|_| several)?.option(name)?;
                Some(ColumnUse::Option { question: asked.question.id.clone(), code: option.code.clone() })
            });
            if let Some(option) = option {
                return Some(option);
            }
            if let Some(id) = question(name).filter(|_| sign == '/' || sign == '-') {
                return Some(found(id));
            }
        }
        None
    }

    fn beside_questions(&self, letters: &str) -> Option<ColumnUse> {
        if self.consent.iter().any(|words| words == letters) {
            return Some(ColumnUse::Consent {});
        }
        let part = self.parts.iter().position(|words| words.iter().any(|words| words == letters));
        if let Some(part) = part {
            return Some(ColumnUse::Code { part: u32::try_from(part).ok() });
        }
        let known = KNOWN.into_iter().find(|(words, _)| words.split('|').any(|word| word == letters));
        known.map(|(_, meaning)| meaning())
    }

    /// The words of a question behind those of its groups, as `KoboToolbox` writes them in exports with labels, and the words
    /// of an option behind them: "Group/Question", "Group/Question/Option". Words may have strokes themselves.
    fn under_groups(&self, header: &str) -> Result<ColumnUse, Vec<&'q Id>> {
        let strokes: Vec<usize> = header.match_indices('/').map(|(at, _)| at).collect();
        let behind = |at: usize, end: usize| {
            header.get(at..end).and_then(|part| part.strip_prefix('/')).unwrap_or_default()
        };
        let mut found: Vec<(&'q Id, Option<&'q Id>)> = Vec::new();
        for end in strokes.iter().copied().chain([header.len()]) {
            let begins =
                std::iter::once(header.get(..end).filter(|_| end < header.len()).unwrap_or_default());
            let parts = begins.chain(strokes.iter().filter(|at| **at < end).map(|at| behind(*at, end)));
            let words: Vec<String> = parts.map(fold_letters).filter(|words| !words.is_empty()).collect();
            for question in words.iter().filter_map(|words| self.by_words.get(words)).flatten() {
                let option =
                    (end < header.len()).then(|| self.option_of(question, behind(end, header.len())));
                let meaning = match option {
                    None => (*question, None),
                    Some(Some(code)) => (*question, Some(code)),
                    Some(None) => continue,
                };
                if !found.contains(&meaning) {
                    found.push(meaning);
                }
            }
        }
        match found.as_slice() {
            [] => Ok(ColumnUse::Unused {}),
            [(question, None)] => Ok(ColumnUse::Question { question: (*question).clone() }),
            [(question, Some(code))] => {
                Ok(ColumnUse::Option { question: (*question).clone(), code: (*code).clone() })
            }
            several => Err(several.iter().map(|(question, _)| *question).collect()),
        }
    }

    /// The option of a multiple choice that has such words.
    fn option_of(&self, question: &Id, words: &str) -> Option<&'q Id> {
        let asked = self.form.asked(question.as_str())?;
        let list = asked.list.filter(|_| matches!(asked.question.answer, AnswerKind::Multiple { .. }))?;
        let letters = fold_letters(words);
        let mut options = list.options.iter().filter(|option| folded(&option.label).contains(&letters));
        options.next().filter(|_| options.next().is_none()).map(|option| &option.code)
    }

    fn bracketed(&self, header: &str) -> Result<ColumnUse, Vec<&'q Id>> {
        let inner = header.strip_suffix(']').and_then(|header| header.rsplit_once('['));
        let Some((outer, row)) = inner else { return Ok(ColumnUse::Unused {}) };
        match self.by_words.get(&fold_letters(row)).map(Vec::as_slice) {
            Some([question]) => return Ok(ColumnUse::Question { question: (*question).clone() }),
            Some(several) => return Err(several.to_vec()),
            None => {}
        }
        let named = self.form.asked(outer.trim()).map(|asked| &asked.question.id);
        let by_words = || match self.by_words.get(&fold_letters(outer)).map(Vec::as_slice) {
            Some([question]) => Some(*question),
            _ => None,
        };
        let Some(question) = named.or_else(by_words) else { return Ok(ColumnUse::Unused {}) };
        let list = self.form.asked(question.as_str()).and_then(|asked| asked.list);
        let row = fold_letters(row);
        let option = list.into_iter().flat_map(|list| &list.options).find(|option| {
            Language::ALL
                .into_iter()
                .any(|language| option.label.get(language).is_some_and(|label| fold_letters(label) == row))
        });
        let code = option.map(|option| option.code.clone());
        Ok(code.map_or(ColumnUse::Unused {}, |code| ColumnUse::Option { question: question.clone(), code }))
    }
}

/// The letters of a header without the number that a form puts before its words: "3. Жасыңыз нешеде?", "4. 2 әріп".
fn numbered(header: &str, letters: &str) -> Vec<String> {
    let is_digit = |c: char| c.is_ascii_digit();
    let plain = letters.trim_start_matches(is_digit);
    if plain.len() == letters.len() {
        return Vec::new();
    }
    let behind = header.trim_start_matches(is_digit).strip_prefix(['.', ')']).map(fold_letters);
    behind.into_iter().chain([plain.to_owned()]).collect()
}

/// What somebody says that columns hold, by the column's number, counted from 1.
pub(in crate::survey) type Told<'c> = BTreeMap<u32, &'c ColumnUse>;

/// Takes what somebody says of the columns of a table, where it can be.
pub(super) fn told<'c>(
    form: &Form<'_>,
    width: usize,
    choices: &'c [AnswerColumn],
) -> Result<Told<'c>, SurveyError> {
    let mut told = Told::new();
    for AnswerColumn { column, used_as } in choices {
        let is_there = (1..=width).contains(&usize::try_from(*column).unwrap_or(usize::MAX));
        if !is_there || told.insert(*column, used_as).is_some() {
            return Err(SurveyError::NoSuchColumn { column: *column });
        }
        let (ColumnUse::Question { question } | ColumnUse::Option { question, .. }) = used_as else {
            continue;
        };
        let no_question = || SurveyError::NoSuchQuestion { question: question.clone() };
        let asked = form.asked(question.as_str()).ok_or_else(no_question)?;
        match (&asked.question.answer, used_as) {
            (AnswerKind::Note {}, _) => return Err(no_question()),
            (AnswerKind::Multiple { .. }, ColumnUse::Option { code, .. })
                if asked.list.is_some_and(|list| list.option(code.as_str()).is_some()) => {}
            (_, ColumnUse::Option { code, .. }) => {
                return Err(SurveyError::NoSuchOption { question: question.clone(), code: code.clone() });
            }
            _ => {}
        }
    }
    Ok(told)
}

/// What the columns of a table are.
pub(in crate::survey) struct Columns {
    pub(in crate::survey) all: Vec<ImportedColumn>,
    /// Whether the header of each is a name or the words of the questionnaire, or of a tool. In a table without headers
    /// the first row is of a person: what is not known is said of nobody.
    pub(in crate::survey) is_own: Vec<bool>,
    /// What is to be said of them.
    pub(in crate::survey) findings: Vec<Finding>,
}

/// What the columns of a table are, with what is to be said of them.
pub(in crate::survey) fn columns(
    form: &Form<'_>,
    headers: &[Cow<'_, str>],
    phase: Option<&Id>,
    choices: &Told<'_>,
) -> Columns {
    let names = Names::of(form);
    let is_own: Vec<bool> = headers.iter().map(|header| names.is_own(header)).collect();
    let mut findings = Vec::new();
    let mut columns: Vec<ImportedColumn> = Vec::new();
    let has_time = headers.iter().any(|header| {
        let letters = fold_letters(header);
        let is_time =
            matches!(names.beside_questions(&letters), Some(ColumnUse::Started {} | ColumnUse::Ended {}));
        is_time && !is_weak_time(&letters)
    });
    // A header that says what is asked beside the questions by itself goes before one that says it behind its groups.
    let mut by_themselves: Vec<ColumnUse> = Vec::new();
    let unsaid = (1_u32..).zip(headers).filter(|(number, _)| !choices.contains_key(number));
    for meaning in unsaid.filter_map(|(_, header)| names.asked_beside(&fold_letters(header))) {
        if !by_themselves.contains(&meaning) {
            by_themselves.push(meaning);
        }
    }
    for ((number, header), is_own) in (1_u32..).zip(headers).zip(&is_own) {
        let told = |rule: &RuleInfo| {
            let finding = Finding::new(rule, Place::Row { row: 1, column: number });
            finding.param(header_param(number, header, *is_own))
        };
        let said_before = findings.len();
        let choice = choices.get(&number).copied();
        let meaning = choice.map_or_else(|| names.meaning(header), |choice| Ok(choice.clone()));
        let mut used_as = match meaning {
            Ok(used_as) => used_as,
            Err(several) => {
                let naming = |finding: Finding, id: &&Id| finding.param(Param::id("question", id));
                findings.push(several.iter().fold(told(&COLUMN_UNCLEAR), naming));
                ColumnUse::Unused {}
            }
        };
        let letters = fold_letters(header);
        let is_weak =
            used_as == ColumnUse::Ended {} && choice.is_none() && has_time && is_weak_time(&letters);
        if is_weak {
            used_as = ColumnUse::Unused {};
        }
        let is_unused = used_as == ColumnUse::Unused {};
        let of_a_tool = is_weak || is_of_a_tool(&letters) || is_of_a_server(header);
        if is_unused && choice.is_none() && !of_a_tool && findings.len() == said_before {
            findings.push(told(&COLUMN_UNUSED));
        }
        // What somebody says of a column goes before what the header of another seems to say.
        let elsewhere = choice.is_none()
            && (choices.values().any(|choice| **choice == used_as)
                || (by_themselves.contains(&used_as) && names.asked_beside(&letters).is_none()));
        if !is_unused && (elsewhere || columns.iter().any(|column| column.used_as == used_as)) {
            // Several times may say when a record was handed in, and several ids what it is called: the first counts.
            if matches!(
                used_as,
                ColumnUse::Question { .. }
                    | ColumnUse::Option { .. }
                    | ColumnUse::Code { .. }
                    | ColumnUse::Consent {}
                    | ColumnUse::Phase {}
            ) {
                findings.push(told(&COLUMN_TWICE));
            }
            used_as = ColumnUse::Unused {};
        }
        columns.push(ImportedColumn { header: header.clone().into_owned(), used_as });
    }
    missing_questions(form, phase, &columns, &mut findings);
    Columns { all: columns, is_own, findings }
}

fn is_weak_time(letters: &str) -> bool {
    WEAK_TIMES.split('|').any(|word| word == letters)
}

/// Whether a name is one that an `OData` service of ODK Central gives its own fields.
fn is_of_a_server(header: &str) -> bool {
    header.starts_with("__system/") || header.contains("@odata.")
}

/// Whether folded letters are a column of a tool.
fn is_of_a_tool(letters: &str) -> bool {
    OF_TOOLS.split('|').any(|word| word == letters)
}

/// How a finding names a column: by its header where that is the questionnaire's own, else by its number and its letters in
/// a spreadsheet, `28 (AB)`.
pub(super) fn header_param(number: u32, header: &str, is_own: bool) -> Param {
    if is_own {
        let header: String = header.chars().take(200).collect();
        return Param::text("header", &header);
    }
    let mut letters = Vec::new();
    let mut rest = number;
    while let Some(below) = rest.checked_sub(1) {
        letters
            .push(u8::try_from(below.rem_euclid(26)).map_or('?', |at| char::from(b'A'.saturating_add(at))));
        rest = below.div_euclid(26);
    }
    let letters: String = letters.iter().rev().collect();
    Param::text("header", &format!("{number} ({letters})"))
}

/// The questions that names of fields stand for, in the order of the form.
pub(super) fn questions_named<'q>(form: &'q Form<'q>, fields: &BTreeSet<String>) -> Vec<&'q Id> {
    let names = Names::of(form);
    let mut found = BTreeSet::new();
    for field in fields {
        if let Ok(ColumnUse::Question { question } | ColumnUse::Option { question, .. }) =
            names.meaning(field)
        {
            found.insert(question);
        }
    }
    let ids = form.asked.iter().map(|asked| &asked.question.id);
    ids.filter(|id| found.contains(*id)).collect()
}

/// Whether a name of a column is that of a tool's own.
pub(super) fn is_of_tools(header: &str) -> bool {
    is_of_a_tool(&fold_letters(header)) || is_of_a_server(header)
}

/// Questions that no column answers, told together.
fn missing_questions(
    form: &Form<'_>,
    phase: Option<&Id>,
    columns: &[ImportedColumn],
    findings: &mut Vec<Finding>,
) {
    let has = |id: &Id| {
        columns.iter().any(|column| match &column.used_as {
            ColumnUse::Question { question } | ColumnUse::Option { question, .. } => question == id,
            _ => false,
        })
    };
    let asked = form.asked.iter().map(|asked| asked.question);
    let asked = asked
        .filter(|question| question.is_asked_in(phase) && !matches!(question.answer, AnswerKind::Note {}));
    let missing: Vec<&Id> = asked.map(|question| &question.id).filter(|id| !has(id)).collect();
    if !missing.is_empty() {
        let finding = Finding::new(&QUESTION_WITHOUT_COLUMN, Place::Row { row: 1, column: 0 });
        findings
            .push(missing.into_iter().fold(finding, |finding, id| finding.param(Param::id("question", id))));
    }
}
