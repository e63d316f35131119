//! Which column of a table holds what: by its heading, else by what stands in it.

use std::borrow::Cow;

use qoldau_derive::Decode;
use serde::Serialize;

use crate::people::identity::{Iin, read_birth, read_phones};
use crate::value::text;

/// What a column of a list of people holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum PersonColumn {
    /// An id of the row that no other row has.
    RowId,
    /// The list or the event.
    List,
    /// The whole name.
    Name,
    /// The surname alone.
    Surname,
    /// The given name alone.
    GivenName,
    /// The father's name alone.
    Patronymic,
    /// Telephones.
    Phone,
    /// Birth date or year.
    Birth,
    /// Individual identification number.
    Iin,
    /// E-mail address.
    Email,
    /// Settlement.
    Settlement,
    /// School or other organisation.
    Organisation,
    /// Sex as the person stated it.
    Sex,
    /// A category of the project's own, such as pupils, teachers, persons with disabilities.
    Category,
    /// The day on which whoever stands in the row was there.
    Day,
}

impl PersonColumn {
    /// All of them.
    pub const ALL: [Self; 15] = [
        Self::RowId,
        Self::List,
        Self::Name,
        Self::Surname,
        Self::GivenName,
        Self::Patronymic,
        Self::Phone,
        Self::Birth,
        Self::Iin,
        Self::Email,
        Self::Settlement,
        Self::Organisation,
        Self::Sex,
        Self::Category,
        Self::Day,
    ];

    /// Whether several columns of a list may hold it: telephones, which are taken together as those of one cell are. Of everything else the first
    /// column counts.
    #[must_use]
    pub const fn is_in_several(self) -> bool {
        matches!(self, Self::Phone)
    }

    /// Its name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::RowId => "rowId",
            Self::List => "list",
            Self::Name => "name",
            Self::Surname => "surname",
            Self::GivenName => "givenName",
            Self::Patronymic => "patronymic",
            Self::Phone => "phone",
            Self::Birth => "birth",
            Self::Iin => "iin",
            Self::Email => "email",
            Self::Settlement => "settlement",
            Self::Organisation => "organisation",
            Self::Sex => "sex",
            Self::Category => "category",
            Self::Day => "day",
        }
    }
}

/// What one column was taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ColumnChoice {
    /// Number of the column, counted from 1.
    pub column: u32,
    /// What it holds.
    pub holds: PersonColumn,
}

/// Beginnings of headings, folded to letters and digits (behind `=` whole headings); what stands earlier is tried first.
const HEADINGS: [(PersonColumn, &str); 14] = [
    (PersonColumn::RowId, "rowid personid id"),
    (PersonColumn::Iin, "жсн иин iin"),
    (PersonColumn::Email, "email эпошта элпошта электрондық электронн адресэл почта mail"),
    (PersonColumn::Phone, "телефон тел phone байланыс контакт моб ұялы сот whatsapp"),
    (PersonColumn::Birth, "туған туылған датарожд годрожд рожден др birth dob жылы"),
    (PersonColumn::Patronymic, "әкесінің отчество patronymic middlename"),
    (PersonColumn::Surname, "тегі фамилиясы surname lastname familyname"),
    (
        PersonColumn::Name,
        "атыжөні тегіаты таә тегі фио фамилияимя фамилия fullname name қатысушы оқушы участник =ученик =ребенок =ребёнок =обучающийся =бала есімі аты",
    ),
    (PersonColumn::GivenName, "аты имя givenname firstname"),
    (
        PersonColumn::Settlement,
        "елдімекен елді населен наспункт населён город село поселок посёлок местожит местопрожив settlement city town village қала ауыл аудан район тұрғылықты тұратын мекенжай адрес address",
    ),
    (
        PersonColumn::Organisation,
        "мектеп мектеб школа school оқуорн оқумекеме ұйым организац organi org учрежден учебноезав учебзав местоуч месторабот местообуч местослуж жұмыс колледж университет вуз",
    ),
    (PersonColumn::Sex, "жынысы жыныс =пол =sex gender"),
    (
        PersonColumn::Category,
        "санаты санат категория category мәртебесі мәртебе статус социальн соцстатус әлеуметтік status",
    ),
    (
        PersonColumn::List,
        "list тізім список event ісшара шара мероприят названиемероприят наименованиемероприят имямероприят",
    ),
];

/// Headings of classes, by which a pupil is placed where no column says the school.
const CLASSES: &str = "класс сынып class";

/// How many rows are looked at where headings do not say it.
const LOOKED_AT: usize = 200;

/// Guesses which column holds what, each kind at most once, telephones at most twice: by the headings in three languages, and telephones,
/// numbers, dates, addresses and names also by what most cells of a column are. Of lists side by side, whose headings of names are the same, each has
/// its own columns. What is wrongly guessed is put right by the caller's own choices.
#[must_use]
pub fn guess_columns(header: &[&str], rows: &[Vec<&str>]) -> Vec<ColumnChoice> {
    let mut all = Vec::new();
    let (mut header, mut rows) = (header, Cow::Borrowed(rows));
    let mut before = 0_u32;
    while let Some(place) = second_list(header, &rows) {
        let (own, beside) = header.split_at_checked(place).unwrap_or((header, &[]));
        let left: Vec<Vec<&str>> = rows.iter().map(|row| row.get(..place).unwrap_or(row).to_vec()).collect();
        all.extend(shifted(guess_one(own, &left), before));
        header = beside;
        rows = Cow::Owned(rows.iter().map(|row| row.get(place..).unwrap_or_default().to_vec()).collect());
        before = before.saturating_add(u32::try_from(place).unwrap_or(u32::MAX));
    }
    all.extend(shifted(guess_one(header, &rows), before));
    all
}

fn shifted(columns: Vec<ColumnChoice>, by: u32) -> impl Iterator<Item = ColumnChoice> {
    columns
        .into_iter()
        .map(move |choice| ColumnChoice { column: choice.column.saturating_add(by), holds: choice.holds })
}

/// Where a second list begins beside the first: at the heading of names that stands once more, with as much before it as there is before the first.
/// Names beside which most rows have the same surname are those of relatives, and no list.
fn second_list(header: &[&str], rows: &[Vec<&str>]) -> Option<usize> {
    let folded: Vec<String> = header.iter().map(|heading| text::fold_letters(heading)).collect();
    let of_name = |heading: &str| {
        let kinds = [PersonColumn::Name, PersonColumn::Surname];
        let mut words = HEADINGS.iter().filter(|(kind, _)| kinds.contains(kind));
        let begins = |word: &str| heading.starts_with(word.trim_start_matches('='));
        words.any(|(_, words)| words.split(' ').any(begins))
            && !is_of_others(heading)
            && !is_headed_phone(heading)
            && !heading.starts_with("имямероприят")
    };
    let name = folded.iter().position(|heading| of_name(heading))?;
    let heading = folded.get(name)?;
    let again = folded.iter().enumerate().skip(name.saturating_add(1));
    let (next, _) = again.clone().find(|(_, other)| *other == heading)?;
    let cells = |place: usize| {
        rows.iter().take(LOOKED_AT).map(move |row| row.get(place).map_or("", |cell| cell.trim()))
    };
    let filled = cells(next).filter(|cell| !cell.is_empty()).count();
    let named = |cell: &&str| cell.chars().any(text::is_letter) && !cell.chars().any(|c| c.is_ascii_digit());
    if cells(next).filter(named).count().saturating_mul(5) < filled.saturating_mul(3) {
        return None;
    }
    let both = cells(name).zip(cells(next)).filter(|(one, other)| !one.is_empty() && !other.is_empty());
    let surname = |cell: &str| text::fold_letters(cell).chars().take(4).collect::<String>();
    let related = both.clone().filter(|(one, other)| surname(one) == surname(other)).count();
    if related > 0 && related.saturating_mul(2) >= both.count() {
        return None;
    }
    let mut before = 0_usize;
    while before < name && next.saturating_sub(before) > name.saturating_add(1) {
        let step = before.saturating_add(1);
        let heading = |place: usize| place.checked_sub(step).and_then(|place| folded.get(place));
        if heading(name) != heading(next) {
            break;
        }
        before = step;
    }
    next.checked_sub(before)
}

/// The same of one list.
fn guess_one(header: &[&str], rows: &[Vec<&str>]) -> Vec<ColumnChoice> {
    let folded: Vec<String> = header.iter().map(|heading| text::fold_letters(heading)).collect();
    let of_others: Vec<bool> = folded.iter().map(|heading| is_of_others(heading)).collect();
    let mut kinds: Vec<Option<PersonColumn>> = vec![None; header.len()];
    let all = headings(&folded);
    take_free(&mut kinds, PersonColumn::Day, |place| {
        folded.get(place).is_some_and(|heading| is_day_of_event(heading)) && holds_days(rows, place)
    });
    // A heading that is exactly the word goes before one that begins with it.
    for exact in [true, false] {
        for (kind, words) in &all {
            if kinds.contains(&Some(*kind))
                || (*kind == PersonColumn::GivenName && has_whole(&kinds, &folded))
            {
                continue;
            }
            let fits = |heading: &str, word: &str| match (exact, word.strip_prefix('=')) {
                (true, whole) => heading == whole.unwrap_or(word),
                (false, Some(_)) => false,
                (false, None) => heading.starts_with(word) && word.chars().count() > 2,
            };
            let free = kinds.iter_mut().zip(&folded).zip(&of_others);
            let mut fitting = free.filter(|((slot, heading), of_others)| {
                let of_one = is_own(*kind) || *kind == PersonColumn::Phone;
                let may = slot.is_none() && !heading.is_empty() && !(**of_others && of_one);
                may && may_hold(*kind, heading, &folded) && words.split(' ').any(|word| fits(heading, word))
            });
            let is_place = matches!(kind, PersonColumn::Settlement | PersonColumn::Organisation);
            let fitting = fitting.find(|((_, heading), _)| !is_place || holds_places(heading, &folded, rows));
            if let Some(((slot, _), _)) = fitting {
                *slot = Some(*kind);
            }
        }
    }
    // The words of «Пол (м/ж)» and «Пол участника» are told one by one, for «полное имя» begins as they do.
    let says_sex = |heading: &str| {
        let first = heading.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty());
        first.is_some_and(|word| matches!(text::fold_letters(word).as_str(), "пол" | "sex"))
    };
    take_free(&mut kinds, PersonColumn::Sex, |place| {
        header.get(place).is_some_and(|own| says_sex(own))
            && !of_others.get(place).is_some_and(|other| *other)
    });
    let knows_births = kinds.contains(&Some(PersonColumn::Birth));
    take_free(&mut kinds, PersonColumn::Day, |place| {
        let is_bare = folded.get(place).is_some_and(|heading| ANY_DAY.split(' ').any(|word| word == heading));
        is_bare && holds_days(rows, place) && (knows_births || has_few_values(rows, place))
    });
    let is_class = |heading: &String| {
        let begins = CLASSES.split(' ').any(|word| heading.starts_with(word));
        begins && may_hold(PersonColumn::Organisation, heading, &folded)
    };
    take_free(&mut kinds, PersonColumn::Organisation, |place| folded.get(place).is_some_and(is_class));
    if !kinds.contains(&Some(PersonColumn::Phone)) {
        // Where a person has no telephone of their own, it is that of the mother.
        take_free(&mut kinds, PersonColumn::Phone, |place| {
            let is_other = of_others.get(place).is_some_and(|other| *other);
            is_other && folded.get(place).is_some_and(|heading| is_headed_phone(heading))
        });
    }
    by_content(rows, &mut kinds, &folded, &of_others);
    put_right(&mut kinds, rows);
    if let Some(place) = second_phone(&folded, &of_others, rows, &kinds) {
        kinds.get_mut(place).into_iter().for_each(|slot| *slot = Some(PersonColumn::Phone));
    }
    (1_u32..)
        .zip(kinds)
        .filter_map(|(column, kind)| kind.map(|holds| ColumnChoice { column, holds }))
        .collect()
}

/// What headings of a second column of telephones have in them.
const PHONE_WORDS: &str = "телефон phone whatsapp ұялы мобильн сотовый байланыс контакт";
/// Beside [`OF_OTHERS`], what headings of other people's telephones have in them: of teachers, of whoever is called in an emergency. One number
/// would stand with each child of the class.
const PHONE_OF_OTHERS: &str =
    "әкесі мұғалім жетекші директор законн учител руководител лиц teacher emergency";

/// What is nobody's place: where somebody was born, where something takes place.
const OTHER_PLACES: &str = "месторожд туғанжер туылғанжер местопровед местомероп";
/// Who answers for others, in headings that are of nobody on the list.
const LEADERS: &str = "мұғалім жетекші директор учител руководител куратор teacher";
/// Headings of addresses, which name a settlement only where no house is named.
const ADDRESSES: &str = "местожит местопрожив тұрғылықты тұратын мекенжай адрес address";

/// Takes the first free column that fits for a kind that no column holds yet.
fn take_free(kinds: &mut [Option<PersonColumn>], kind: PersonColumn, fits: impl Fn(usize) -> bool) {
    if kinds.contains(&Some(kind)) {
        return;
    }
    let free = kinds.iter_mut().enumerate().find(|(place, slot)| slot.is_none() && fits(*place));
    if let Some((_, slot)) = free {
        *slot = Some(kind);
    }
}

/// Whether a column may hold a kind, whatever its heading begins with: a telephone of the town is no town, and one of a teacher is nobody's on a list
/// of pupils, nor is the teacher their school.
fn may_hold(kind: PersonColumn, heading: &str, all: &[String]) -> bool {
    use PersonColumn as C;
    match kind {
        C::Phone => !is_phone_of_another(heading, all),
        C::Birth => !has_one_of(heading, OTHER_PLACES),
        C::Settlement | C::Organisation | C::Category | C::List => {
            !is_headed_phone(heading) && !has_one_of(heading, OTHER_PLACES) && !has_one_of(heading, LEADERS)
        }
        _ => true,
    }
}

/// Whether a heading is of a teacher's or somebody else's telephone, on a list that does not name teachers themselves.
fn is_phone_of_another(heading: &str, all: &[String]) -> bool {
    let named = |word: &str| {
        let of_names = |own: &&String| own.as_str() != heading && !is_headed_phone(own) && own.contains(word);
        all.iter().filter(of_names).any(|own| WHOLE_NAMES.split(' ').any(|name| own.contains(name)))
    };
    let mut others = PHONE_OF_OTHERS.split(' ').filter(|word| heading.contains(*word));
    is_headed_phone(heading) && others.any(|word| !named(word))
}

/// Whether the cells of a column headed as a place are none of telephones, nor those of addresses with houses.
fn holds_places(heading: &str, folded: &[String], rows: &[Vec<&str>]) -> bool {
    let Some(place) = folded.iter().position(|own| own == heading) else { return true };
    let (phones, all) = fitting(rows, place, PersonColumn::Phone);
    if phones.saturating_mul(5) >= all.saturating_mul(3) && phones > 0 {
        return false;
    }
    let cells = || rows.iter().take(LOOKED_AT).filter_map(|row| row.get(place));
    let with_digits = cells().filter(|cell| cell.contains(|c: char| c.is_ascii_digit())).count();
    !ADDRESSES.split(' ').any(|word| heading.starts_with(word)) || with_digits.saturating_mul(2) <= all
}

/// Beginnings of headings of what is kept of nobody: an age, which is none a year later, and a disability, which a person states by a category.
const NOT_KEPT: &str = "возраст жасы инвалид мүгедек овз";

/// Whether a heading is known and says what no kind of column holds.
pub(super) fn is_not_kept(heading: &str) -> bool {
    let folded = text::fold_letters(heading);
    NOT_KEPT.split(' ').any(|word| folded.starts_with(word))
        || matches!(folded.as_str(), "жас" | "age" | "disability")
}

/// Whether a folded heading has one of some words in it.
fn has_one_of(heading: &str, words: &str) -> bool {
    words.split(' ').any(|word| heading.contains(word))
}

fn is_headed_phone(heading: &str) -> bool {
    has_one_of(heading, PHONE_WORDS) || heading.starts_with("тел") || heading.starts_with("моб")
}

/// Beginnings of headings of whole names: beside them «имя …» is of something else.
const WHOLE_NAMES: &str = "атыжөні тегіаты таә фио фамилияимя fullname";

/// Whether the column that was taken for names holds whole ones.
fn has_whole(kinds: &[Option<PersonColumn>], folded: &[String]) -> bool {
    let mut names = kinds.iter().zip(folded).filter(|(kind, _)| **kind == Some(PersonColumn::Name));
    names.any(|(_, heading)| WHOLE_NAMES.split(' ').any(|word| heading.starts_with(word)))
}

/// Words in headings of days that are not those of a birth: of the event, or when the form was filled in.
const OTHER_DAYS: &str = "регистрац заполн проведен проведён мероприят посещ подач выдач создан отметкавремени тіркел өткіз толтыр шара timestamp event visit submit registr";
/// Headings that may be of any day.
const ANY_DAY: &str = "дата күні күн date";

/// Words in headings of the day on which something took place; when a form was filled in is no such day.
const EVENT_DAYS: &str = "мероприят проведен проведён посещ занят өткіз шара сабақ event visit";
/// Words for a day in them.
const DAYS: &str = "дата күн date day";

/// Whether a folded heading is of the day on which people were there.
fn is_day_of_event(heading: &str) -> bool {
    has_one_of(heading, DAYS) && has_one_of(heading, EVENT_DAYS)
}

/// Whether three of five cells in which something stands are days.
fn holds_days(rows: &[Vec<&str>], place: usize) -> bool {
    let (fit, all) = fitting(rows, place, PersonColumn::Birth);
    fit > 0 && fit.saturating_mul(5) >= all.saturating_mul(3)
}

/// Whether what stands in a column stands in two rows each, taken all together: days of events do, and births of people do not.
fn has_few_values(rows: &[Vec<&str>], place: usize) -> bool {
    let cells = rows.iter().take(LOOKED_AT).filter_map(|row| row.get(place)).map(|cell| cell.trim());
    let mut cells: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
    let all = cells.len();
    cells.sort_unstable();
    cells.dedup();
    cells.len().saturating_mul(2) <= all
}

/// Whether a column with a heading of its own may be that of the birth by what stands in it.
fn may_be_birth(heading: &str) -> bool {
    !has_one_of(heading, OTHER_DAYS) && ANY_DAY.split(' ').all(|word| word != heading)
}

/// A second column of telephones, beside the one that was found: headed so, not as other people's, and with telephones in three of five of the
/// cells in which something stands.
fn second_phone(
    folded: &[String],
    of_others: &[bool],
    rows: &[Vec<&str>],
    kinds: &[Option<PersonColumn>],
) -> Option<usize> {
    if !kinds.contains(&Some(PersonColumn::Phone)) {
        return None;
    }
    let is_headed = |heading: &str| is_headed_phone(heading) && !has_one_of(heading, PHONE_OF_OTHERS);
    let holds = |place: usize| {
        let (fit, all) = fitting(rows, place, PersonColumn::Phone);
        fit.saturating_mul(5) >= all.saturating_mul(3)
    };
    let places = folded.iter().zip(of_others).zip(kinds).enumerate();
    let free =
        places.filter(|(_, ((heading, other), taken))| taken.is_none() && !**other && is_headed(heading));
    free.map(|(place, _)| place).find(|place| holds(*place))
}

/// Of the cells of a column in which something stands, as far as they are looked at, how many fit, and how many there are.
fn fitting(rows: &[Vec<&str>], place: usize, kind: PersonColumn) -> (usize, usize) {
    let cells = rows.iter().take(LOOKED_AT).filter_map(|row| row.get(place));
    cells.filter(|cell| !cell.trim().is_empty()).fold((0_usize, 0_usize), |(fit, all), cell| {
        (fit.saturating_add(usize::from(fits_content(kind, cell) == Some(true))), all.saturating_add(1))
    })
}

/// The headings to look for. Where surname and given name have columns of their own, «аты» and «фамилия» are parts of the name.
fn headings(folded: &[String]) -> Vec<(PersonColumn, &'static str)> {
    let has = |words: &[&str]| folded.iter().any(|heading| words.contains(&heading.as_str()));
    let in_parts = has(&["тегі", "фамилия", "фамилиясы", "surname", "lastname"])
        && has(&["аты", "имя", "есімі", "есім", "givenname", "firstname"]);
    let mut all: Vec<(PersonColumn, &'static str)> = HEADINGS.to_vec();
    if in_parts {
        all.insert(0, (PersonColumn::Surname, "тегі фамилия фамилиясы surname lastname"));
        all.insert(1, (PersonColumn::GivenName, "аты имя есімі есім givenname firstname"));
    }
    all
}

/// Words in headings, folded, by which a column is of the mother, the father, or whoever stands for a minor.
const OF_OTHERS: &str = "матери мать мамы мама отца отец папы папа родител опекун представител сопровожда атаана анасы қамқоршы заңдыөкіл mother father parent guardian";
/// Beginnings of such headings: «әкесінің аты» is the father's name as a part of one's own, «әкесінің аты-жөні» the whole name of another.
const OF_FATHERS: &str = "әкесініңатыжөн әкесініңтегі әкесіатыжөн";

/// Whether a folded heading says that its column is of a relative or a representative.
pub(super) fn is_of_others(heading: &str) -> bool {
    has_one_of(heading, OF_OTHERS) || OF_FATHERS.split(' ').any(|word| heading.starts_with(word))
}

/// Whether a kind of column is of one person alone. A telephone of the mother is one by which the child is called, and households share it.
const fn is_own(kind: PersonColumn) -> bool {
    use PersonColumn as C;
    matches!(kind, C::Name | C::Surname | C::GivenName | C::Patronymic | C::Birth | C::Iin | C::Sex)
}

/// Where in a row the cell of a column stands.
pub(super) fn place_of(choice: &ColumnChoice) -> Option<usize> {
    usize::try_from(choice.column).ok()?.checked_sub(1)
}

/// Whether a column holds names.
#[cfg(feature = "people")]
pub(super) fn names_people(columns: &[ColumnChoice]) -> bool {
    columns.iter().any(|choice| NAMES.contains(&choice.holds))
}

/// Whether a word of a heading is by itself one of names: «аты» in «оқушының аты», and nothing in the name «Атыбаев».
#[cfg(feature = "people")]
pub(super) fn says_name(heading: &str) -> bool {
    let of_names = |word: &str| {
        HEADINGS
            .iter()
            .filter(|(kind, _)| NAMES.contains(kind))
            .any(|(_, words)| words.split(' ').any(|known| known == word))
    };
    let plain = heading.replace('.', "");
    plain
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| !word.is_empty() && of_names(&text::fold_letters(word)))
}

const NAMES: [PersonColumn; 3] = [PersonColumn::Name, PersonColumn::Surname, PersonColumn::GivenName];

/// Whether a cell is what a column of a kind holds, by its form; nothing for kinds that have none.
pub(super) fn fits_content(kind: PersonColumn, cell: &str) -> Option<bool> {
    match kind {
        PersonColumn::Iin => Some(cell.parse::<Iin>().is_ok()),
        PersonColumn::Phone => Some(!read_phones(cell).is_empty()),
        PersonColumn::Email => Some(cell.contains('@') && cell.contains('.')),
        PersonColumn::Birth => Some(cell.len() > 5 && read_birth(cell, 2100).is_some()),
        PersonColumn::Name => Some(is_like_a_name(cell)),
        _ => None,
    }
}

fn by_content(rows: &[Vec<&str>], kinds: &mut [Option<PersonColumn>], folded: &[String], of_others: &[bool]) {
    use PersonColumn as C;
    let named = NAMES.iter().any(|kind| kinds.contains(&Some(*kind)));
    // Columns behind the longest row hold nothing.
    let widest = rows.iter().take(LOOKED_AT).map(Vec::len).max().unwrap_or(0);
    for kind in [C::Iin, C::Phone, C::Email, C::Birth, C::Name] {
        if kinds.contains(&Some(kind)) || (kind == C::Name && named) {
            continue;
        }
        let share = |place: usize| {
            let (fit, all) = fitting(rows, place, kind);
            // Three of five at least, and not only one cell.
            if all > 1 && fit.saturating_mul(5) >= all.saturating_mul(3) { fit } else { 0 }
        };
        // Where only parents are named, a row is a parent.
        let may = |place: usize| {
            let of_another = of_others.get(place).is_some_and(|other| *other && is_own(kind));
            let heading = folded.get(place).map_or("", String::as_str);
            let of_another_day = kind == C::Birth && !may_be_birth(heading);
            let of_another_phone = kind == C::Phone && is_phone_of_another(heading, folded);
            kind == C::Name || !(of_another || of_another_day || of_another_phone)
        };
        let free = kinds
            .iter()
            .take(widest)
            .enumerate()
            .filter(|(_, taken)| taken.is_none())
            .map(|(place, _)| place);
        let free = free.filter(|place| may(*place));
        let best = free.map(|place| (share(place), std::cmp::Reverse(place))).max();
        if let Some((_, std::cmp::Reverse(place))) = best.filter(|(fit, _)| *fit > 0) {
            kinds.get_mut(place).into_iter().for_each(|slot| *slot = Some(kind));
        }
    }
}

/// Kinds that a name is never mixed up with by what stands in the cells.
const WITH_DIGITS: [PersonColumn; 4] =
    [PersonColumn::Iin, PersonColumn::Phone, PersonColumn::Email, PersonColumn::Birth];

/// Puts right headings of names and of telephones, numbers or days that stand over each other's columns, as every cell of both says.
fn put_right(kinds: &mut [Option<PersonColumn>], rows: &[Vec<&str>]) {
    let fits = |place: usize, kind: PersonColumn| {
        let (fit, all) = fitting(rows, place, kind);
        fit > 0 && fit == all
    };
    let place = |kind: PersonColumn| kinds.iter().position(|own| *own == Some(kind));
    let Some(name) = place(PersonColumn::Name) else { return };
    let others = WITH_DIGITS.into_iter().filter_map(|kind| Some((kind, place(kind)?)));
    let mut wrong = others.filter(|(kind, other)| fits(name, *kind) && fits(*other, PersonColumn::Name));
    if let Some((_, other)) = wrong.next() {
        kinds.swap(name, other);
    }
}

/// The column of names where another heading stands over it, and that of names over the other's.
pub(super) fn put_right_column(headings: &[&str], columns: &[ColumnChoice]) -> Option<u32> {
    let headed = |choice: &ColumnChoice| {
        let heading = place_of(choice).and_then(|place| headings.get(place)).copied().unwrap_or("");
        guess_one(&[heading], &[]).first().map(|guess| guess.holds)
    };
    let name = columns.iter().find(|choice| choice.holds == PersonColumn::Name)?;
    let kind = headed(name).filter(|kind| WITH_DIGITS.contains(kind))?;
    let other = columns.iter().find(|choice| choice.holds == kind)?;
    (headed(other) == Some(PersonColumn::Name)).then_some(name.column)
}

/// Two to four words of letters.
fn is_like_a_name(cell: &str) -> bool {
    let words: Vec<&str> = cell.split_whitespace().collect();
    (2..=4).contains(&words.len())
        && words.iter().all(|word| word.chars().filter(|c| text::is_letter(*c)).count() > 0)
        && !cell.contains(|c: char| c.is_ascii_digit())
}
