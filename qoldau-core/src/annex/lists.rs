//! What stands among the names and values of a row and is neither: rows of totals, subheadings; and values in the names.

use super::columns::Column;
use super::header::is_value;
use super::model::{Line, Row};
use crate::value::text::{fold_words, is_space};

/// Whether a row says what the rows above come to together.
pub(super) fn is_total_row(row: &Row, columns: &[Column]) -> bool {
    let opens = |wanted: Column| {
        let mut cells = row.cells.iter().zip(columns).filter(|(_, column)| **column == wanted);
        cells.find_map(|(cell, _)| total(&cell.text))
    };
    let names = opens(Column::Names);
    let titled = || {
        row.cells.iter().zip(columns).any(|(cell, column)| *column == Column::Activity && !cell.is_blank())
    };
    match opens(Column::Activity).or_else(|| opens(Column::Number)) {
        Some(Total::Sure) => true,
        Some(Total::Likely) => names.is_some(),
        None => names == Some(Total::Sure) && !titled(),
    }
}

/// Words of a total.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Total {
    /// «Итого участников», «Всего».
    Sure,
    /// «Всего участников», which a line may be named too.
    Likely,
}

/// Whether words open with one of a total.
fn total(text: &str) -> Option<Total> {
    const LONGEST: usize = 16;
    let text = text.trim_start_matches(is_space);
    // Hardly any words begin so.
    if !text.starts_with(['И', 'и', 'В', 'в', 'Б', 'б', 'Ж', 'ж']) {
        return None;
    }
    let (first, rest) = text.split_at(text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len()));
    if first.len() > LONGEST {
        return None;
    }
    match fold_words(first).as_str() {
        "итого" | "жиыны" => Some(Total::Sure),
        "всего" | "барлығы" => {
            let rest = rest.trim_start_matches(|c: char| !c.is_alphabetic());
            let of = |word: &str| {
                rest.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
            };
            let alone = rest.is_empty() || ["по", "за", "бойынша"].iter().any(|word| of(word));
            Some(if alone { Total::Sure } else { Total::Likely })
        }
        _ => None,
    }
}

/// Takes the subheadings out of names and values: lines with a colon at their end that stand in both lists alike, or say
/// «Количественные:», «Сапалық көрсеткіштер:» in the names alone.
pub(super) fn subheadings(names: &mut Vec<Line>, values: &mut Vec<Line>) -> Vec<Line> {
    let is_head = |line: &Line| line.text.ends_with(':');
    if !names.iter().any(is_head) {
        return Vec::new();
    }
    let texts = |lines: &[Line]| -> Vec<String> {
        lines.iter().filter(|line| is_head(line)).map(|line| fold_words(&line.text)).collect()
    };
    let (of_names, of_values) = (texts(names), texts(values));
    if of_names == of_values {
        let mut taken: Vec<Line> = names.extract_if(.., |line| is_head(line)).collect();
        taken.extend(values.extract_if(.., |line| is_head(line)));
        return taken;
    }
    if !of_values.is_empty() {
        return Vec::new();
    }
    // As many names as values are lines, whatever they say.
    if names.len() <= values.len() {
        return Vec::new();
    }
    names.extract_if(.., |line| is_head(line) && is_of_quality(&line.text)).collect()
}

fn is_of_quality(text: &str) -> bool {
    const STEMS: [&str; 4] = ["количественн", "качественн", "сандық", "сапалық"];
    let words = fold_words(text);
    let short = words.split(' ').nth(2).is_none();
    short && STEMS.iter().any(|stem| words.starts_with(stem))
}

/// The values that stand behind a dash or a colon in names which have no column of values: «Количество тренингов – 5».
/// Either all lines hold one, or none is taken.
pub(super) fn values_in_names(names: &mut [Line]) -> Vec<Line> {
    let parted: Option<Vec<(usize, usize)>> = names.iter().map(|line| parted(&line.text)).collect();
    let Some(parted) = parted else { return Vec::new() };
    let one = |(line, (name, value)): (&mut Line, (usize, usize))| {
        let value = line.text.split_off(value);
        line.text.truncate(name);
        Line { place: line.place.clone(), text: value }
    };
    names.iter_mut().zip(parted).map(one).collect()
}

/// Where the name ends and where its value begins.
fn parted(text: &str) -> Option<(usize, usize)> {
    let signs = [" – ", " — ", " - ", ": "];
    let (at, sign) = signs.iter().filter_map(|sign| Some((text.rfind(sign)?, sign))).max()?;
    let (name, rest) = (text.get(..at)?, text.get(at.checked_add(sign.len())?..)?);
    let value = rest.trim_start_matches(is_space);
    let name = name.trim_end_matches(is_space);
    // «Тренинги – 5, участники – 100» are two.
    let holds_another = signs.iter().any(|sign| {
        let mut parts = name.split(sign).skip(1);
        parts.any(|part| part.starts_with(|c: char| c.is_ascii_digit()))
    }) || name.contains(": ") && *sign != ": ";
    let named = name.contains(char::is_alphabetic) && !holds_another;
    (named && is_value(value)).then(|| (name.len(), text.len().saturating_sub(value.len())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Place;

    #[test]
    fn totals_are_told_by_their_first_word() {
        for (text, wanted) in [("Итого участников", true), ("ВСЕГО:", true), ("Всего по задаче 1", true)]
        {
            assert_eq!(total(text) == Some(Total::Sure), wanted, "{text}");
        }
        assert!(total("Барлығы бірге") == Some(Total::Likely));
        for text in ["Итоговая встреча", "Всероссийский конкурс", "Жиын", "Игра"]
        {
            assert!(total(text).is_none(), "{text}");
        }
    }

    #[test]
    fn values_stand_behind_a_dash_of_all_names_or_of_none() {
        let taken = |texts: &[&str]| {
            let line = |text: &&str| Line { place: Place::Whole {}, text: (*text).to_owned() };
            let mut names: Vec<Line> = texts.iter().map(line).collect();
            let values = values_in_names(&mut names);
            let words = |lines: Vec<Line>| lines.into_iter().map(|line| line.text).collect::<Vec<_>>();
            (words(names), words(values))
        };
        let (names, values) = taken(&["Количество тренингов – 5", "Қатысушылар саны: кемінде 100"]);
        assert_eq!(names, ["Количество тренингов", "Қатысушылар саны"]);
        assert_eq!(values, ["5", "кемінде 100"]);
        let (names, values) = taken(&["Тренинги – 5", "Конкурс – ярмарка"]);
        assert_eq!((names.len(), values.len()), (2, 0));
        assert_eq!(names, ["Тренинги – 5", "Конкурс – ярмарка"]);
    }
}
