//! Rows of a list that are no people: rows with nothing in them, repeated headings, totals, headings of sections, signatures.

use super::columns::{PersonColumn, fits_content, guess_columns};
use crate::value::text;

/// A cell of a chosen column.
#[derive(Clone, Copy)]
pub(super) struct ChosenCell<'a> {
    /// What the column holds.
    pub(super) holds: PersonColumn,
    /// What stands above it.
    pub(super) heading: Option<&'a str>,
    /// What stands in it.
    pub(super) text: &'a str,
}

/// What a row of a list is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum RowKind {
    /// Somebody who was there.
    Person,
    /// Somebody, or a line of the form: it counts, and is asked about.
    Doubtful,
    /// A line of the form.
    NoPerson,
}

/// First words of rows that sum a list up, folded; and words that do so wherever they stand.
const TOTALS: &str = "итого всего барлығы жиыны жиынтығы қорытынды total жалпы общее общий количество";
const COUNTS: &str = "саны количество";
/// Beginnings of rows that sum a part up, folded as a whole.
const PARTS: &str = "колво изних втомчисле втч соныңішінде оныңішінде";
/// Words that head a section of a list, folded.
const SECTIONS: &str = "класс сынып группа группы топ тобы школа школы сш оош жббм жобм мектеп мектебі лицей гимназия колледж команда командасы отряд отдел бөлім секция class group team день күн day";
/// Of them those that come behind a name of their own: «Сұңқар командасы».
const OF_NAMED: &str = "командасы тобы мектебі отряды";
/// Words for people of a kind, folded: alone, or with a number, they head a section or sum one up.
const KINDS: &str = "девочки девочек девушки девушек юноши юношей мальчики мальчиков женщины женщин мужчины мужчин қыздар ұлдар әйелдер ерлер жастар молодежь молодёжь балалар дети детей оқушылар учащиеся учащихся учителя учителей мұғалімдер педагоги педагогов волонтеры волонтёры волонтеров волонтёров еріктілер организаторы организаторов ұйымдастырушылар гости гостей қонақтар приглашенные приглашённые шақырылғандар участники участников қатысушылар студенты студентов родители родителей отсутствующие онлайн online список тізім тізімі";
/// Words beside a number of people.
const COUNTED: &str = "адам человек людей оқушы лет жас";
/// Beginnings of words for who signs a list or remarks on it, folded.
const SIGNS: &str = "ответств жауапты составил құрастыр подпис примеч ескерт утвержд бекіт";
/// Of whoever answers for it, which may also stand beside the name of a participant.
const LEADS: &str = "жетекші руковод тренер директор организ жүргізуші модератор";
/// Words of both before a colon.
const BEFORE_COLON: &str = "дата күні қолы";
/// Words before these: «Список составила», «Жоба жетекшісі», «Классный руководитель».
const BEFORE: &str = "список тізім тізімді жоба проект сынып классный";
/// What stands in the place of a name where there is nobody, folded.
const NOBODY: &str = "нет жоқ отсутствует бос резерв вакансия none";
/// Where the seal goes below a list, folded.
const SEALS: &str = "мп мо";

/// What a row is. `cells` are those of the chosen columns, `all` those of the whole row. Who has a telephone, a number or a day of their own is a person.
pub(super) fn row_kind<'a>(
    cells: &[ChosenCell<'_>],
    all: &(impl Iterator<Item = &'a str> + Clone),
) -> RowKind {
    let repeats = cells.iter().all(|cell| cell.heading.map_or("", str::trim) == cell.text.trim());
    if says_nothing(cells) || repeats {
        return RowKind::NoPerson;
    }
    let of_name = cells.iter().filter(|cell| is_of_name(cell.holds)).map(|cell| cell.text.trim());
    let name = of_name.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ");
    let tells =
        |cell: &ChosenCell<'_>| is_of_one(cell.holds) && fits_content(cell.holds, cell.text) == Some(true);
    let numbered = all.clone().any(is_number);
    let leads = !numbered && has_role(LEADS, &name);
    if cells.iter().any(tells) {
        let asks = leads || (!numbered && has_role(SIGNS, &name)) || begins_total(&name);
        return if asks { RowKind::Doubtful } else { RowKind::Person };
    }
    // A telephone that cannot be read is one all the same; a bare number in its column may be the sum.
    let attempts = |cell: &ChosenCell<'_>| {
        let digits = cell.text.chars().filter(char::is_ascii_digit).count();
        is_of_one(cell.holds) && (digits > 4 || cell.text.contains('@'))
    };
    let says_no_more = |cell: &ChosenCell<'_>| {
        let beside = is_of_name(cell.holds) || cell.holds == PersonColumn::Day;
        beside || is_nothing(cell.text) || is_number(cell.text)
    };
    let alone = cells.iter().all(says_no_more);
    if !cells.iter().any(attempts) && is_line(&name, alone, numbered, cells, all) {
        return RowKind::NoPerson;
    }
    let like_a_name = |word: &String| {
        word.chars().count() > 2 && !word.contains(|c: char| c.is_ascii_digit()) && !is_among(SECTIONS, word)
    };
    let has_number = || name.contains(|c: char| c.is_ascii_digit());
    let has_section = || words(&name).any(|word| is_among(SECTIONS, &word));
    let may_be_none = || words(&name).filter(like_a_name).count() < 2 && (has_number() || has_section());
    let asks = alone && !numbered && (name.contains(':') || leads || may_be_none());
    if asks { RowKind::Doubtful } else { RowKind::Person }
}

/// Whether a row that tells nobody apart is a line of the form.
fn is_line<'a>(
    name: &str,
    alone: bool,
    numbered: bool,
    cells: &[ChosenCell<'_>],
    all: &(impl Iterator<Item = &'a str> + Clone),
) -> bool {
    let nameless = || {
        let filled = all.clone().filter(|cell| !is_nothing(cell)).count();
        let digits = name.contains(|c: char| c.is_ascii_digit()) && !name.contains(text::is_letter);
        digits && !numbered && filled < 2
    };
    let signs = || {
        let colon = name.contains(':') && (has_role(LEADS, name) || begins_exactly(BEFORE_COLON, name));
        !numbered && (has_role(SIGNS, name) || colon)
    };
    begins_total(name)
        || (words(name).count() > 1 && words(name).any(|word| is_among(COUNTS, &word)))
        || (counts(name) && all.clone().any(begins_total))
        || (is_nothing(name) && heads_again(cells))
        || (alone && (is_section(name) || is_signature(name) || is_of_kinds(name) || nameless() || signs()))
        || (alone && words(name).count() == 1 && begins_exactly(NOBODY, name))
}

/// Whether a cell says that there is nothing: a line, «нет», «жоқ».
pub(crate) fn is_nobody(cell: &str) -> bool {
    is_nothing(cell) || (words(cell).count() == 1 && begins_exactly(NOBODY, cell))
}

/// Whether nothing stands in any of the cells. A day is filled in beside nobody too.
pub(super) fn says_nothing(cells: &[ChosenCell<'_>]) -> bool {
    cells.iter().all(|cell| cell.holds == PersonColumn::Day || is_nothing(cell.text))
}

/// What stands outside brackets and quotation marks.
pub(super) fn plain(name: &str) -> String {
    let mut depth = 0_u32;
    let mut out = String::new();
    for c in name.chars() {
        match c {
            '(' | '«' | '„' | '“' => depth = depth.saturating_add(1),
            ')' | '»' | '”' => depth = depth.saturating_sub(1),
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

/// A row's number, as lists print it.
fn is_number(cell: &str) -> bool {
    let cell = cell.trim().trim_end_matches(['.', ')']);
    (1..=4).contains(&cell.len()) && cell.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a cell begins with a role, or with what stands before one.
fn has_role(known: &str, cell: &str) -> bool {
    let mut of_cell = words(cell);
    let is_role = |word: &String| known.split(' ').any(|own| word.starts_with(own));
    let Some(first) = of_cell.next() else { return false };
    is_role(&first) || (is_among(BEFORE, &first) && of_cell.next().is_some_and(|word| is_role(&word)))
}

fn begins_exactly(known: &str, cell: &str) -> bool {
    words(cell).next().is_some_and(|word| is_among(known, &word))
}

/// A total in the place of a name: «Итого: 25», «Қатысушылар саны: 25», «из них девушек 12».
fn begins_total(cell: &str) -> bool {
    begins_exactly(TOTALS, cell) || {
        let folded = text::fold_letters(cell);
        PARTS.split(' ').any(|part| folded.starts_with(part))
    }
}

/// People of a kind and no name beside them, with or without a number: «Юноши: 13», «Организаторы».
fn is_of_kinds(name: &str) -> bool {
    let name = plain(name);
    let mut kind = false;
    let all = words(&name).all(|word| {
        let is_kind = is_among(KINDS, &word);
        kind |= is_kind;
        is_kind || is_among(COUNTED, &word) || word.chars().all(|c| c.is_ascii_digit())
    });
    all && kind
}

/// Whether a cell has nothing in it but the lines and points of a printed form.
fn is_nothing(cell: &str) -> bool {
    cell.chars().all(|c| text::is_space(c) || text::is_dash(c) || matches!(c, '_' | '.' | ',' | '/' | '*'))
}

/// What tells one person apart by its form.
const fn is_of_one(kind: PersonColumn) -> bool {
    use PersonColumn as C;
    matches!(kind, C::Phone | C::Birth | C::Iin | C::Email)
}

const fn is_of_name(kind: PersonColumn) -> bool {
    use PersonColumn as C;
    matches!(kind, C::Name | C::Surname | C::GivenName | C::Patronymic)
}

/// The words of a cell, folded to letters and digits.
fn words(cell: &str) -> impl Iterator<Item = String> + '_ {
    cell.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(text::fold_letters)
}

fn is_among(known: &str, word: &str) -> bool {
    known.split(' ').any(|own| own == word)
}

/// Whether a cell has nothing but a number in it.
fn counts(cell: &str) -> bool {
    words(cell).all(|word| word.chars().all(|c| c.is_ascii_digit()))
}

/// «9 «А» сынып», «Группа № 2», «Команда «Сұңқар»», «День 1»: the word for a section, and no word beside it that could be a name.
fn is_section(name: &str) -> bool {
    let mut heads = false;
    let name = plain(name);
    let short = |word: &str| word.chars().count() < 3 || word.chars().any(|c| c.is_ascii_digit());
    let only = words(&name).all(|word| {
        let of_section = is_among(SECTIONS, &word);
        heads |= of_section;
        of_section || short(&word) || is_among(KINDS, &word)
    });
    let named =
        words(&name).count() == 2 && words(&name).nth(1).is_some_and(|word| is_among(OF_NAMED, &word));
    (only && heads) || named
}

/// Whether words are those of a section, of a kind of people or of whoever answers for a list, and no name.
pub(super) fn heads_section(name: &str) -> bool {
    is_section(name) || is_of_kinds(name) || has_role(LEADS, name) || has_role(SIGNS, name)
}

/// The line for a signature, or the place of the seal, below a list.
fn is_signature(name: &str) -> bool {
    name.contains("___") || is_among(SEALS, &text::fold_letters(name))
}

/// A second row of headings: in a column of telephones, numbers or dates stands the word for one.
fn heads_again(cells: &[ChosenCell<'_>]) -> bool {
    cells.iter().filter(|cell| is_of_one(cell.holds)).any(|cell| !guess_columns(&[cell.text], &[]).is_empty())
}
