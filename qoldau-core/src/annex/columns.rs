//! The words by which columns of tables and labels of the general data are known, in Kazakh and Russian.

use super::fuzzy::{Letters, Rule, rules};
use crate::language::month::month_of;
use crate::value::text::fold_letters;

/// What a column of a table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// The row's number.
    Number,
    /// The activity: its title and description.
    Activity,
    /// Where it is held.
    Venue,
    /// Its communication channels.
    Channels,
    /// Names of indicators, or of impact lines.
    Names,
    /// Planned values.
    Values,
    /// The deadline.
    Due,
    /// The first day, where the last one has a column of its own.
    Start,
    /// The last day, where the first one has a column of its own.
    End,
    /// The unit of an impact line.
    Unit,
    /// Name of a person.
    Person,
    /// Post held.
    Role,
    /// Contacts of a person.
    Contact,
    /// Duties of a person.
    Duties,
    /// Working time of a person.
    Workload,
    /// Who answers for an activity.
    Responsible,
    /// A month or quarter beside others: what is planned in it alone.
    Month,
    /// A heading that is not known.
    Unknown,
}

/// Headings of columns. The order matters: the first that fits wins.
const COLUMNS: &[Rule<Column>] = rules!([
    // What was before, or what came of it, is no planned value.
    ("базов+значен|исходн+значен|бастапқы+мән|фактическ|нақты+мән|нақтыкөрсеткіш", Column::Unknown),
    ("өлшембірлі|единицаизмерен|единицыизмерен|едизм", Column::Unit),
    ("мерзім|срок|датапроведения|периодисполнения", Column::Due),
    ("жауапты|ответствен|исполнител", Column::Responsible),
    ("байланысақпарат|байланысдерек|контакт|телефон", Column::Contact),
    ("байланысарна|ақпараттандыруарна|канал|источник", Column::Channels),
    ("жоспар+индикатор|жоспар+көрсеткіш|жоспар+деңгей|жоспар+мән|жоспар+нәтиже", Column::Values),
    ("план+индикатор|план+показател|план+уров|план+значени|план+результат", Column::Values),
    ("нысаналымән|целевоезначени", Column::Values),
    ("сандық|сапалық|количествен|качествен", Column::Names),
    ("өткізілуорны|өткізуорны|өткізілетін+жер|местопроведен|местореализац", Column::Venue),
    ("таә|әат|атыжөні|аттөні|фио|фамилия", Column::Person),
    ("лауазым|должност", Column::Role),
    ("міндеттері|обязанност|функционал", Column::Duties),
    ("жобадағықызмет|жүктеме|жұмысуақыты|занятост|загрузк|участиевпроект|рольвпроект", Column::Workload),
    ("ісшара|мероприят", Column::Activity),
    ("индикатор|көрсеткіш|показател", Column::Names),
    ("жоспар|план|мәні|значени|деңгейі", Column::Values),
]);

/// Cells longer than this are no headings of columns, in letters.
const LONGEST_HEADING: usize = 160;

/// What the columns under these headings hold. An empty heading is the row number's on the left, elsewhere unknown.
///
/// Nothing when no heading is known to the letter: a row of data is not searched for slips of the pen.
pub(super) fn columns<'a>(headings: impl Iterator<Item = &'a str>) -> Option<Vec<Column>> {
    let folded: Vec<(String, bool)> =
        headings.map(|heading| (fold_letters(heading), heading.contains('№'))).collect();
    let letters: Vec<Letters<'_>> = folded.iter().map(|(folded, _)| Letters::of(folded)).collect();
    let mut columns: Vec<Option<Column>> = Vec::with_capacity(letters.len());
    for (letters, (_, number_sign)) in letters.iter().zip(&folded) {
        columns.push(match letters.folded {
            "" if *number_sign || columns.is_empty() => Some(Column::Number),
            "рс" | "пп" | "рн" | "нпп" | "реті" | "номер" | "n" => Some(Column::Number),
            "индикатора" | "показателя" | "көрсеткіш" | "индикатор" if *number_sign => {
                Some(Column::Number)
            }
            "место" | "орны" | "өтетінорны" => Some(Column::Venue),
            folded if is_long(folded) => None,
            _ => letters.exact(COLUMNS),
        });
    }
    first_and_last_days(&mut columns, &letters);
    if columns.iter().all(|column| matches!(column, None | Some(Column::Number))) {
        return None;
    }
    let is_month = |letters: &Letters<'_>| !is_long(letters.folded) && is_month(letters.folded);
    let by_months = letters.iter().filter(|letters| is_month(letters)).nth(1).is_some();
    if by_months {
        let valued = columns.contains(&Some(Column::Values));
        for (column, letters) in columns.iter_mut().zip(&letters) {
            if is_month(letters) {
                *column = Some(Column::Month);
            } else if !valued && is_total(letters.folded) {
                *column = Some(Column::Values);
            }
        }
    }
    let with_slips = |letters: &Letters<'_>| letters.close(COLUMNS).unwrap_or(Column::Unknown);
    let columns = columns.into_iter().zip(&letters);
    Some(columns.map(|(column, letters)| column.unwrap_or_else(|| with_slips(letters))).collect())
}

/// Tells the columns of first days and of last days from those of deadlines: «Дата начала» beside «Дата окончания». A column
/// of last days alone is one of deadlines; one of first days alone is none.
fn first_and_last_days(columns: &mut [Option<Column>], letters: &[Letters<'_>]) {
    for (column, letters) in columns.iter_mut().zip(letters) {
        if matches!(column, None | Some(Column::Due | Column::Values)) {
            *column = day_column(letters).or(*column);
        }
    }
    if !columns.contains(&Some(Column::Start)) {
        // Beside a column of deadlines «Завершение» is whatever it may be.
        let alone = if columns.contains(&Some(Column::Due)) { Column::Unknown } else { Column::Due };
        let last = columns.iter_mut().filter(|column| **column == Some(Column::End));
        last.for_each(|column| *column = Some(alone));
    }
}

/// Whether a heading is of first days or of last days, and not of both.
fn day_column(letters: &Letters<'_>) -> Option<Column> {
    const LONGEST: usize = 80;
    const DAYS: [&str; 4] = ["дата", "срок", "мерзім", "күні"];
    const FIRST: [&str; 4] = ["начал", "старт", "басталу", "бастау"];
    const LAST: [&str; 5] = ["оконча", "заверш", "конец", "аяқтал", "аяқтау"];
    const OTHERS: [&str; 16] = [
        "значен",
        "мәні",
        "показател",
        "индикатор",
        "көрсеткіш",
        "уров",
        "нысан",
        "түрі",
        "форм",
        "документ",
        "құжат",
        "результат",
        "нәтиже",
        "отчет",
        "есеп",
        "ответствен",
    ];
    let holds = |stems: &[&str]| stems.iter().any(|stem| letters.hold(stem));
    if letters.folded.is_empty() || letters.folded.len() > LONGEST || holds(&OTHERS) {
        return None;
    }
    let begins = |stems: &[&str]| stems.iter().any(|stem| letters.folded.starts_with(stem));
    let of_days = |stems: &[&str]| holds(stems) && (holds(&DAYS) || begins(stems));
    match (of_days(&FIRST), of_days(&LAST)) {
        (true, false) if !holds(&LAST) => Some(Column::Start),
        (false, true) if !holds(&FIRST) => Some(Column::End),
        _ => None,
    }
}

/// Whether a heading is a month or a quarter.
fn is_month(letters: &str) -> bool {
    let name = letters.trim_end_matches(|c: char| c.is_ascii_digit());
    month_of(name).is_some() || ["квартал", "тоқсан", "кв"].iter().any(|quarter| letters.ends_with(quarter))
}

/// Whether a heading stands over what months come to together.
fn is_total(letters: &str) -> bool {
    ["всего", "итого", "барлығы", "жиыны", "жалпы"].iter().any(|total| letters.starts_with(total))
}

fn is_long(letters: &str) -> bool {
    // No text has more letters than bytes.
    letters.len() > LONGEST_HEADING && letters.chars().count() > LONGEST_HEADING
}

/// A field of the general data of the project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    /// Who holds the grant.
    Grantee,
    /// Priority of the grant.
    Priority,
    /// Title of the project.
    Title,
    /// Goals.
    Goals,
    /// Territory.
    Territory,
    /// Target group.
    TargetGroup,
    /// First and last day.
    Period,
    /// Expected results.
    ExpectedResults,
    /// Partners.
    Partners,
}

/// Labels of the general data. The order matters: the first that fits wins.
const FIELDS: &[Rule<Field>] = rules!([
    ("әріптес+саны|серіктес+саны|әріптестері|серіктестері|партнер|партнёр", Field::Partners),
    ("күтілетіннәтиже|ожидаем+результат", Field::ExpectedResults),
    ("іскеасырукезең|іскеасырумерзім|период+реализац|срок+реализац", Field::Period),
    ("аумағы|территори|географи", Field::Territory),
    ("мақсаттытоп|мақсатты+тобы|нысаналытоп|целев+групп", Field::TargetGroup),
    ("мақсат|цел+проект|цельпроекта|целипроекта", Field::Goals),
    ("басымбағыт|приоритетн|направлен+грант", Field::Priority),
    ("гранттақырыб|жобатақырыб|жобаатауы|жобаныңатауы", Field::Title),
    ("темагранта|темапроекта|наименованиепроекта|названиепроекта", Field::Title),
    ("грантталуш|гранттыалуш|грантополучател|өтінімберуш", Field::Grantee),
    ("наименованиеорганизац|ұйыматауы|ұйымныңатауы", Field::Grantee),
]);

/// The field a label of the general data names.
pub(super) fn field(label: &str) -> Option<Field> {
    let folded = fold_letters(label);
    if is_long(&folded) {
        return None;
    }
    let letters = Letters::of(&folded);
    letters.exact(FIELDS).or_else(|| letters.close(FIELDS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_with_slips_are_known() {
        let kazakh = [
            "",
            "Іс-шара (Іс-шараның қысқаша сипаттамасы)",
            "Өткизілу орны",
            "Сандық және сапалық көрсеткіштер",
            "Жоспаранып отырғаниндикаторлар",
            "Орындау мерзими",
        ];
        let expected =
            [Column::Number, Column::Activity, Column::Venue, Column::Names, Column::Values, Column::Due];
        assert_eq!(columns(kazakh.into_iter()).unwrap(), expected);
        let russian = [
            "№ п/п",
            "Меропрятие",
            "Место проведения",
            "Количественные и качественные показатели",
            "Планируемые ндикаторы",
            "Сроки исполнения",
        ];
        assert_eq!(columns(russian.into_iter()).unwrap(), expected);
    }

    #[test]
    fn short_headings_are_known_as_they_stand() {
        let headings = ["№", "Мероприятие", "Место", "№ индикатора", "Индикатор", "План"];
        let expected =
            [Column::Number, Column::Activity, Column::Venue, Column::Number, Column::Names, Column::Values];
        assert_eq!(columns(headings.into_iter()).unwrap(), expected);
        assert_eq!(
            columns(["Іс-шара", "Орны", "Көрсеткіш", "Жоспар"].into_iter()).unwrap()[1],
            Column::Venue
        );
    }

    #[test]
    fn first_and_last_days_have_columns_of_their_own() {
        let days = |first, last| columns(["Индикаторы", "План", first, last].into_iter()).unwrap();
        for (first, last) in [
            ("Дата начала", "Дата окончания"),
            ("Начало", "Завершение"),
            ("Срок начала", "Срок завершения"),
            ("Сроки начала", "Сроки окончания"),
            ("Планируемая дата начала", "Планируемая дата окончания"),
            ("Басталу мерзімі", "Аяқталу мерзімі"),
        ] {
            assert_eq!(
                days(first, last),
                [Column::Names, Column::Values, Column::Start, Column::End],
                "{first}"
            );
        }
        assert_eq!(days("Место", "Дата окончания").last(), Some(&Column::Due));
        assert_eq!(days("Место", "Срок (начало и окончание)").last(), Some(&Column::Due));
        assert_eq!(days("Начало", "Срок исполнения").last(), Some(&Column::Due));
        assert_eq!(days("Значение на начало", "Срок исполнения").get(2), Some(&Column::Values));
        let at_the_end =
            columns(["Индикаторы", "Планируемое значение на конечную дату окончания"].into_iter());
        assert_eq!(at_the_end.unwrap().last(), Some(&Column::Values));
    }

    #[test]
    fn rows_of_data_are_no_headings() {
        assert_eq!(columns(["1.", "Екінші Қызметкер", "Ақтау", "40%"].into_iter()), None);
    }

    #[test]
    fn labels_are_known_in_both_languages() {
        for (label, wanted) in [
            ("Грантты алушы:", Field::Grantee),
            ("Грантополучатель", Field::Grantee),
            ("Әлеуметтік жобаны іске асыру кезеңі:", Field::Period),
            ("Срок реализации социального проекта", Field::Period),
            ("Жобаны іске асыруда күтілетін нәтиже:", Field::ExpectedResults),
            ("Жобаның мақсатты тобы:", Field::TargetGroup),
            ("Жоба мақсаты:", Field::Goals),
            ("Цель проекта", Field::Goals),
            ("Количество и наименование партнёров", Field::Partners),
            ("Жобаның іске асырылу аумағы:", Field::Territory),
            ("Гранттың басым бағыты:", Field::Priority),
            ("Грант тақырыбы:", Field::Title),
        ] {
            assert_eq!(field(label), Some(wanted), "{label}");
        }
        assert_eq!(field("Ескерту"), None);
    }
}
