//! The words by which the annex's blocks, tasks, tables and columns are known, in Kazakh and Russian.
//!
//! Stems are folded letters ([`fold_letters`]): no spaces, no hyphens, no case, look-alikes made Cyrillic. They are
//! looked for with slips allowed ([`has`]). Within a table of rules the first that fits wins.

use super::fuzzy::has;
use crate::value::text::{fold, fold_letters};

/// What a column of a table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
    /// A heading that is not known.
    Unknown,
}

/// A rule: all the stems of one of the groups must stand in the text.
type Rule<T> = (T, &'static [&'static [&'static str]]);

/// The first rule that fits to the letter, otherwise the first that fits with slips.
fn first<T: Copy>(letters: &str, rules: &[Rule<T>]) -> Option<T> {
    let find = |stands: &dyn Fn(&str) -> bool| {
        let fits = |groups: &[&[&str]]| groups.iter().any(|stems| stems.iter().all(|stem| stands(stem)));
        rules.iter().find(|(_, groups)| fits(groups)).map(|(what, _)| *what)
    };
    find(&|stem| letters.contains(stem)).or_else(|| find(&|stem| has(letters, stem)))
}

/// Headings of columns.
const COLUMNS: &[Rule<Column>] = &[
    (Column::Unit, &[&["өлшембірлі"], &["единицаизмерен"], &["единицыизмерен"], &["едизм"]]),
    (Column::Due, &[&["мерзімі"], &["мерзімдері"], &["срок"], &["датапроведения"], &["периодисполнения"]]),
    (Column::Responsible, &[&["жауапты"], &["ответствен"], &["исполнител"]]),
    (Column::Contact, &[&["байланысақпарат"], &["байланысдерек"], &["контакт"], &["телефон"]]),
    (Column::Channels, &[&["байланысарна"], &["ақпараттандыруарна"], &["канал"], &["источник"]]),
    (
        Column::Values,
        &[
            &["жоспарлан", "индикатор"],
            &["жоспарлан", "көрсеткіш"],
            &["жоспарлан", "деңгей"],
            &["жоспарлан", "мән"],
            &["жоспарлан", "нәтиже"],
            &["нысаналымән"],
            &["планируем", "индикатор"],
            &["планируем", "показател"],
            &["планируем", "уров"],
            &["планов", "значени"],
            &["планируем", "значени"],
            &["планируем", "результат"],
            &["целевоезначени"],
        ],
    ),
    (Column::Names, &[&["сандық"], &["сапалық"], &["количествен"], &["качествен"]]),
    (
        Column::Venue,
        &[
            &["өткізілуорны"],
            &["өткізуорны"],
            &["өткізілетін", "жер"],
            &["местопроведен"],
            &["местореализац"],
        ],
    ),
    (Column::Person, &[&["таә"], &["әат"], &["атыжөні"], &["аттөні"], &["фио"], &["фамилия"]]),
    (Column::Role, &[&["лауазым"], &["должност"]]),
    (Column::Duties, &[&["міндеттері"], &["обязанност"], &["функционал"]]),
    (
        Column::Workload,
        &[
            &["жобадағықызмет"],
            &["жүктеме"],
            &["жұмысуақыты"],
            &["занятост"],
            &["загрузк"],
            &["участиевпроект"],
            &["рольвпроект"],
        ],
    ),
    (Column::Activity, &[&["ісшара"], &["мероприят"]]),
    (Column::Names, &[&["индикатор"], &["көрсеткіш"], &["показател"]]),
    (Column::Values, &[&["жоспар"], &["план"], &["мәні"], &["значени"], &["деңгейі"]]),
];

/// Cells longer than this are no headings of columns, in letters.
const LONGEST_COLUMN_HEADING: usize = 160;

/// What a column holds, by its heading; nothing for an empty one.
pub(super) fn column(heading: &str) -> Option<Column> {
    let letters = fold_letters(heading);
    if letters.is_empty() {
        return heading.contains('№').then_some(Column::Number);
    }
    if matches!(letters.as_str(), "рс" | "пп" | "рн" | "нпп" | "реті" | "номер" | "n") {
        return Some(Column::Number);
    }
    if letters.chars().count() > LONGEST_COLUMN_HEADING {
        return Some(Column::Unknown);
    }
    Some(first(&letters, COLUMNS).unwrap_or(Column::Unknown))
}

/// A field of the general data of the project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Grantee,
    Priority,
    Title,
    Goals,
    Territory,
    TargetGroup,
    Period,
    ExpectedResults,
    Partners,
}

/// Labels of the general data.
const FIELDS: &[Rule<Field>] = &[
    (
        Field::Partners,
        &[&["әріптес", "саны"], &["серіктес", "саны"], &["әріптестері"], &["серіктестері"], &["партнер"]],
    ),
    (Field::ExpectedResults, &[&["күтілетіннәтиже"], &["ожидаем", "результат"]]),
    (
        Field::Period,
        &[&["іскеасырукезең"], &["іскеасырумерзім"], &["период", "реализац"], &["срок", "реализац"]],
    ),
    (Field::Territory, &[&["аумағы"], &["территори"], &["географи"]]),
    (Field::TargetGroup, &[&["мақсаттытоп"], &["мақсатты", "тобы"], &["нысаналытоп"], &["целев", "групп"]]),
    (Field::Goals, &[&["мақсат"], &["цел", "проект"], &["цельпроекта"], &["целипроекта"]]),
    (Field::Priority, &[&["басымбағыт"], &["приоритетн"], &["направлен", "грант"]]),
    (
        Field::Title,
        &[
            &["гранттақырыб"],
            &["жобатақырыб"],
            &["жобаатауы"],
            &["жобаныңатауы"],
            &["темагранта"],
            &["темапроекта"],
            &["наименованиепроекта"],
            &["названиепроекта"],
        ],
    ),
    (
        Field::Grantee,
        &[
            &["грантталуш"],
            &["гранттыалуш"],
            &["грантополучател"],
            &["өтінімберуш"],
            &["наименованиеорганизац"],
            &["ұйыматауы"],
            &["ұйымныңатауы"],
        ],
    ),
];

/// The field a label of the general data names.
pub(super) fn field(label: &str) -> Option<Field> {
    let letters = fold_letters(label);
    if letters.chars().count() > LONGEST_COLUMN_HEADING { None } else { first(&letters, FIELDS) }
}

/// A heading that stands alone in its row or paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Heading {
    /// Block I to IV.
    Block(u32),
    /// The subtitle of a block, whose words say nothing more than its number.
    Subtitle,
    /// A task.
    Task {
        /// Its printed number, if any.
        number: Option<String>,
        /// Its title.
        title: String,
    },
    /// The final public presentation.
    Presentation,
    /// Information work.
    Information,
    /// The table of staff.
    Staff,
    /// The table of specialists under civil contracts.
    Specialists,
    /// The closing words with the signatures.
    Closing,
}

/// What a section's heading is.
#[derive(Clone, Copy)]
enum Section {
    Presentation,
    Information,
    Staff,
    Specialists,
    Subtitle,
    Closing,
}

/// Headings of sections, by their words.
const SECTIONS: &[Rule<Section>] = &[
    (
        Section::Closing,
        &[
            &["таныстым", "келісемін"],
            &["ознакомлен"],
            &["тараптардыңқол"],
            &["подписисторон"],
            &["реквизитысторон"],
            &["қолдарымендеректемелері"],
        ],
    ),
    (
        Section::Subtitle,
        &[
            &["жобатуралыжалпыақпарат"],
            &["общаяинформацияопроекте"],
            &["общиесведенияопроекте"],
            &["жобакомандасытуралы"],
            &["информацияокоманде"],
            &["сведенияокоманде"],
            &["мониторингініңжоспары"],
            &["планмониторинга"],
            &["жобаныңәлеуметтікәсері"],
            &["социальныйэффект"],
            &["социальноевоздействие"],
            &["жобаныңтолықсипаттамасы"],
            &["полноеописание"],
        ],
    ),
    (
        Section::Specialists,
        &[&["азаматтыққұқықтық"], &["гражданскоправов"], &["тартылатынмаман"], &["привлекаем", "специалист"]],
    ),
    (Section::Staff, &[&["штаттыққызметкер"], &["штатны", "сотрудник"], &["штатны", "работник"]]),
    (
        Section::Presentation,
        &[
            &["қорытынды", "презентация"],
            &["жарияпрезентация"],
            &["итогов", "презентац"],
            &["публичн", "презентац"],
        ],
    ),
    (
        Section::Information,
        &[
            &["ақпараттықжұмыс"],
            &["информационн", "работ"],
            &["информационноесопровожд"],
            &["освещени", "проект"],
        ],
    ),
];

/// Paragraphs longer than this are no headings, in letters. A task's title may be long: it is known by its beginning.
const LONGEST_HEADING: usize = 240;

/// The heading a lone cell or a paragraph is, if any.
pub(super) fn heading(text: &str) -> Option<Heading> {
    let folded = fold(text);
    if let Some(block) = block(&folded) {
        return Some(Heading::Block(block));
    }
    if let Some((number, title)) = task(text) {
        return Some(Heading::Task { number, title });
    }
    let letters: String = folded.chars().filter(|c| c.is_alphanumeric()).collect();
    if closes(&letters) {
        return Some(Heading::Closing);
    }
    if letters.chars().count() > LONGEST_HEADING {
        return None;
    }
    first(&letters, SECTIONS).map(|section| match section {
        Section::Presentation => Heading::Presentation,
        Section::Information => Heading::Information,
        Section::Staff => Heading::Staff,
        Section::Specialists => Heading::Specialists,
        Section::Subtitle => Heading::Subtitle,
        Section::Closing => Heading::Closing,
    })
}

/// Whether a line with these letters belongs to the signatures whatever stands around it.
fn closes(letters: &str) -> bool {
    matches!(letters, "келісілді" | "согласовано" | "бекітемін" | "утверждаю" | "мо" | "мп")
        || letters.starts_with("грантберуші")
        || letters.starts_with("грантодатель")
}

/// The number of a block, when the folded text begins with «I БЛОК» or «Блок 1».
fn block(folded: &str) -> Option<u32> {
    let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let (one, two) = (words.next()?, words.next()?);
    let named = |word: &str| matches!(word, "блок" | "бөлім" | "раздел");
    if named(one) {
        ordinal(two)
    } else if named(two) {
        ordinal(one)
    } else {
        None
    }
}

/// A block's number, in Roman or Arabic digits. The Kazakh letter І is typed for the Roman digit.
fn ordinal(word: &str) -> Option<u32> {
    let digits: String = word.chars().map(|c| if matches!(c, 'і' | 'l' | 'ӏ') { 'i' } else { c }).collect();
    match digits.as_str() {
        "1" | "i" => Some(1),
        "2" | "ii" => Some(2),
        "3" | "iii" => Some(3),
        "4" | "iv" => Some(4),
        _ => None,
    }
}

/// The number and title of a task, when the text begins with «1-міндет.», «Задача 1.» or the like.
fn task(text: &str) -> Option<(Option<String>, String)> {
    let (before, rest) = leading_number(text);
    let (word, rest) = leading_word(rest);
    if !matches!(fold(word).as_str(), "міндет" | "міндеті" | "задача") {
        return None;
    }
    let (after, rest) = leading_number(rest);
    let number = before.or(after);
    // Without a number only «Міндет: …» is a task; the word may begin any sentence.
    if number.is_none() && !rest.starts_with([':', '.']) {
        return None;
    }
    let title =
        rest.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '«' | '"' | '“' | '('));
    Some((number, title.trim_end().to_owned()))
}

/// A number of one to three digits at the start, after spaces, №, hyphens and the like.
fn leading_number(text: &str) -> (Option<String>, &str) {
    let start = text.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, ':' | '.'));
    let digits: String = start.chars().take_while(char::is_ascii_digit).collect();
    if (1..=3).contains(&digits.len()) {
        let rest = start.strip_prefix(digits.as_str()).unwrap_or(start);
        (Some(digits), rest)
    } else {
        (None, text)
    }
}

/// The word at the start, after spaces, dots and hyphens.
fn leading_word(text: &str) -> (&str, &str) {
    let start = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let end = start.find(|c: char| !c.is_alphabetic()).unwrap_or(start.len());
    start.split_at_checked(end).unwrap_or((start, ""))
}

/// Whether a line of the words before block I is part of the reference to the contract, or the annex's title.
pub(super) fn is_reference(text: &str) -> bool {
    let letters = fold_letters(text);
    ["грант", "шарт", "қосымша", "договор", "приложени", "сипаттама", "описание", "жылғы"]
        .iter()
        .any(|stem| letters.contains(stem))
        || text.contains('№')
}
