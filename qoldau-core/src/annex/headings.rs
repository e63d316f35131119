//! Headings of blocks, tasks and sections, in Kazakh and Russian.

use super::fuzzy::{Letters, Rule, rules};
use crate::value::text::{fold_letters, folded, is_letter, is_word_character};

/// A heading that stands alone in its row or paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Heading {
    /// Block I to IV.
    Block(u32),
    /// The subtitle of a block, or of the annex itself (block 0).
    Subtitle(u32),
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
    Subtitle(u32),
}

/// Headings of sections, by their words. The order matters: the first that fits wins.
const SECTIONS: &[Rule<Section>] = rules!([
    ("жобатуралыжалпыақпарат|общаяинформацияопроекте|общиесведенияопроекте", Section::Subtitle(1)),
    ("жобакомандасытуралы|информацияокоманде|сведенияокоманде", Section::Subtitle(2)),
    ("мониторингініңжоспары|планмониторинга", Section::Subtitle(3)),
    ("жобаныңәлеуметтікәсері|социальныйэффект|социальноевоздействие", Section::Subtitle(4)),
    ("жобаныңтолықсипаттамасы|полноеописание", Section::Subtitle(0)),
    ("азаматтыққұқықтық|тартылатынмаман|гражданскоправов|привлекаем+специалист", Section::Specialists),
    ("штаттыққызметкер|штатны+сотрудник|штатны+работник", Section::Staff),
    ("қорытынды+презентация|жарияпрезентация|итогов+презентац|публичн+презентац", Section::Presentation),
    ("ақпараттықжұмыс|информационн+работ|информационноесопровожд|освещени+проект", Section::Information),
]);

/// Beginnings of lines among the signatures.
const CLOSING_STARTS: [&str; 2] = ["грантберуші", "грантодатель"];
/// Words of the lines that open the signatures.
const CLOSING: &[Rule<()>] = rules!([
    ("таныстым+келісемін|тараптардыңқол|қолдарымендеректемелері", ()),
    ("ознакомлен+соглас|подписисторон|реквизитысторон", ()),
]);

/// Letters in which a block's heading is to be found.
const LONGEST_BLOCK_HEADING: usize = 40;
/// Texts longer than this are no headings of sections, in letters. A task's title may be long: it is known by its
/// beginning.
const LONGEST_SECTION_HEADING: usize = 240;

/// The heading a lone cell or a paragraph is, if any.
pub(super) fn heading(text: &str) -> Option<Heading> {
    if let Some(heading) = numbered(text) {
        return Some(heading);
    }
    let folded = fold_letters(text);
    let letters = Letters::of(&folded);
    if closes(&letters) {
        return Some(Heading::Closing);
    }
    if folded.chars().count() > LONGEST_SECTION_HEADING {
        return None;
    }
    let section = letters.exact(SECTIONS).or_else(|| letters.close(SECTIONS))?;
    Some(match section {
        Section::Presentation => Heading::Presentation,
        Section::Information => Heading::Information,
        Section::Staff => Heading::Staff,
        Section::Specialists => Heading::Specialists,
        Section::Subtitle(block) => Heading::Subtitle(block),
    })
}

/// A heading that is known by its beginning, wherever it stands: a block, a task, the signatures.
pub(super) fn plain_heading(text: &str) -> Option<Heading> {
    numbered(text).or_else(|| {
        let folded = fold_letters(text);
        closes(&Letters::of(&folded)).then_some(Heading::Closing)
    })
}

/// A block or a task.
fn numbered(text: &str) -> Option<Heading> {
    let end = text.char_indices().nth(LONGEST_BLOCK_HEADING).map_or(text.len(), |(end, _)| end);
    if let Some(block) = block(text.get(..end).unwrap_or_default()) {
        return Some(Heading::Block(block));
    }
    task(text).map(|(number, title)| Heading::Task { number, title })
}

/// Whether a line, by its letters, belongs to the signatures whatever stands around it.
fn closes(letters: &Letters<'_>) -> bool {
    matches!(letters.folded, "келісілді" | "согласовано" | "бекітемін" | "утверждаю" | "мо" | "мп")
        || CLOSING_STARTS.iter().any(|start| letters.folded.starts_with(start))
        || letters.exact(CLOSING).is_some()
}

/// Bytes of the longest word for a block, and of the longest Roman number of one.
const LONGEST_NAME: usize = "раздел".len();
const LONGEST_ORDINAL: usize = "ііі".len();

/// The number of a block, when the text begins with «I БЛОК» or «Блок 1».
fn block(text: &str) -> Option<u32> {
    let mut words = text.split(|c| !is_word_character(c)).filter(|word| !word.is_empty());
    let (one, two) = (words.next()?, words.next()?);
    // In bytes; most texts begin with words too long to be a block's.
    let may_be = |name: &str, number: &str| name.len() <= LONGEST_NAME && number.len() <= LONGEST_ORDINAL;
    if !may_be(one, two) && !may_be(two, one) {
        return None;
    }
    let (one, two) = (folded(one), folded(two));
    let named = |word: &str| matches!(word, "блок" | "бөлім" | "раздел");
    if named(&one) {
        ordinal(&two)
    } else if named(&two) {
        ordinal(&one)
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

/// Bytes of the longest word for a task.
const LONGEST_TASK_WORD: usize = "міндеті".len();

/// The number and title of a task, when the text begins with «1-міндет.», «Задача 1.» or the like.
fn task(text: &str) -> Option<(Option<String>, String)> {
    let (before, rest) = leading_number(text);
    let (word, rest) = leading_word(rest);
    if word.len() > LONGEST_TASK_WORD || !matches!(folded(word).as_ref(), "міндет" | "міндеті" | "задача")
    {
        return None;
    }
    let (after, rest) = leading_number(rest);
    let number = before.or(after);
    // Without a number only «Міндет: …» is a task; the word may begin any sentence.
    if number.is_none() && !rest.starts_with([':', '.']) {
        return None;
    }
    let title = rest.trim_start_matches(|c| !is_word_character(c) && !matches!(c, '«' | '"' | '“' | '('));
    Some((number, title.trim_end().to_owned()))
}

/// A number of one to three digits at the start, after spaces, №, hyphens and the like.
fn leading_number(text: &str) -> (Option<String>, &str) {
    let start = text.trim_start_matches(|c| !is_word_character(c) && !matches!(c, ':' | '.'));
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
    let start = text.trim_start_matches(|c| !is_word_character(c));
    let end = start.find(|c: char| !is_letter(c)).unwrap_or(start.len());
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

#[cfg(test)]
mod tests {
    use super::*;

    fn task_of(text: &str) -> Option<(Option<String>, String)> {
        match heading(text) {
            Some(Heading::Task { number, title }) => Some((number, title)),
            _ => None,
        }
    }

    #[test]
    fn tasks_are_known_however_they_are_numbered() {
        for text in [
            "1 міндет. Қолдау",
            "1-міндет. Қолдау",
            "1-міндет: Қолдау",
            "Міндет 1. Қолдау",
            "Міндет №1 – Қолдау",
            " 1 -  міндет  Қолдау",
        ] {
            assert_eq!(task_of(text), Some((Some("1".into()), "Қолдау".into())), "{text}");
        }
        for text in ["Задача 12. Обучить", "12-задача. Обучить", "Задача №12: Обучить", "ЗАДАЧА 12 Обучить"]
        {
            assert_eq!(task_of(text), Some((Some("12".into()), "Обучить".into())), "{text}");
        }
        assert_eq!(task_of("Міндет: «Қолдау»"), Some((None, "«Қолдау»".into())));
        for text in ["Міндеттері", "Задачами проекта являются", "1. Қолдау", "Міндетті түрде"]
        {
            assert_eq!(task_of(text), None, "{text}");
        }
    }

    #[test]
    fn blocks_are_known_in_roman_and_arabic_digits() {
        for (text, block) in [
            ("I БЛОК", 1),
            ("БЛОК II", 2),
            ("III  блок:", 3),
            ("ІV БЛОК", 4),
            ("2-блок", 2),
            ("Раздел 4. Эффект", 4),
            ("ІІІ БЛОК", 3),
        ] {
            assert_eq!(heading(text), Some(Heading::Block(block)), "{text}");
        }
        assert_eq!(heading("Блокнот 2"), None);
        assert_eq!(heading("V БЛОК"), None);
    }

    #[test]
    fn signatures_are_known() {
        for text in [
            "№ 3 қосымшамен таныстым және келісемін:",
            "«КЕЛІСІЛДІ»",
            "Грант беруші: «…» КЕАҚ",
            "М.О.",
            "СОГЛАСОВАНО",
            "С приложением № 3 ознакомлена и согласна:",
            "Грантодатель: НАО",
        ] {
            assert_eq!(heading(text), Some(Heading::Closing), "{text}");
        }
    }
}
