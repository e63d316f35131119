//! Cells of names in which several people stand.

use super::no_person::{heads_section, plain};
use crate::people::names::fold_word;
use crate::value::text;

/// Signs between two names.
const BETWEEN: [char; 8] = ['\n', '\r', ',', ';', '/', '|', '+', '&'];
/// Words between two names.
const AND: [&str; 3] = ["и", "және", "and"];

/// Whether the names of several people stand in a cell: between line ends, commas, strokes or the word for "and" two parts at least that are names in
/// full, or with initials, and not one name in two scripts; or surnames with initials one after the other.
pub(super) fn holds_several(cell: &str) -> bool {
    if !cell.contains(BETWEEN) && cell.split_whitespace().count() < 4 {
        return false;
    }
    let cell = plain(cell);
    let parts = cell.split(BETWEEN).flat_map(|part| {
        let words: Vec<&str> = part.split_whitespace().collect();
        words.split(|word| AND.contains(word)).map(<[&str]>::to_vec).collect::<Vec<_>>()
    });
    let mut names: Vec<Vec<String>> = Vec::new();
    let mut runs = false;
    for words in parts.filter(|words| is_whole_name(words)) {
        runs |= are_surnames_with_initials(&words);
        let folded: Vec<String> = words.iter().map(|word| fold_word(word)).collect();
        if !names.iter().any(|known| within(known, &folded) || within(&folded, known)) {
            names.push(folded);
        }
    }
    runs || names.len() > 1
}

/// Whether all words of a name are among those of another, initials among their first letters.
fn within(one: &[String], other: &[String]) -> bool {
    let is_of = |word: &String, whole: &String| {
        word == whole || (word.chars().count() < 3 && word.chars().next() == whole.chars().next())
    };
    one.iter().all(|word| other.iter().any(|whole| is_of(word, whole)))
}

/// Two words at least, as names are written, one of them more than an initial.
fn is_whole_name(words: &[&str]) -> bool {
    let is_written = |word: &&str| {
        word.starts_with(|c: char| text::lower(c) != c)
            && word.chars().all(|c| text::is_letter(c) || "-.'’ʼ".contains(c))
    };
    let letters = words.iter().flat_map(|word| word.chars()).filter(|c| text::is_letter(*c)).count();
    let (two, long) = (words.len() > 1 || words.first().is_some_and(|word| word.contains('.')), letters > 2);
    two && long
        && words.iter().all(is_written)
        && words.iter().any(is_long)
        && !heads_section(&words.join(" "))
}

/// Whether a word is more than an initial.
fn is_long(word: &&str) -> bool {
    word.chars().filter(|c| text::is_letter(*c)).count() > 2 && !word.ends_with('.')
}

/// «Асанов А. Беков Б.»: twice a surname and initials behind it.
fn are_surnames_with_initials(words: &[&str]) -> bool {
    let groups = words.chunk_by(|_, next| !is_long(next));
    let with_initials = |group: &&[&str]| group.len() > 1 && group.first().is_some_and(is_long);
    let groups: Vec<&[&str]> = groups.collect();
    groups.len() > 1 && groups.iter().all(with_initials)
}

#[cfg(test)]
mod tests {
    use super::holds_several;

    #[test]
    fn names_of_several_people_are_told_from_one_name_however_it_is_written() {
        for several in [
            "Асанов А., Беков Б.",
            "Асанов Асан\nБеков Берик",
            "Асанов Асан, Беков Берик, Сериков Серик",
            "Асанов А.Б., Беков Б.А.",
            "Асанов А.;Беков Б.",
            "Асанов А. Беков Б.",
            "Асанов А. Б. Беков Б.",
            "Асанов Асан и Беков Берик",
            "Асанова А. және Бекова Б.",
            "Asanov Asan / Bekov Berik",
            "Ахметова Айгерім Серікқызы (әпкесі), Ахметов Асқар",
        ] {
            assert!(holds_several(several), "{several}");
        }
        for one in [
            "",
            "Асанов Асан",
            "Асанов А.Б.",
            "Асанов А. Б.",
            "А. Б. Асанов",
            "Ахметова, Айгерім",
            "Ахметова, Айгерім Серікқызы",
            "Ахметова Айгерім\nСерікқызы",
            "Ахметова\nАйгерім\nСерікқызы",
            "Ахметова Айгерім, директор",
            "Ахметова Айгерім, классный руководитель",
            "Ахметова Айгерім, Жоба жетекшісі",
            "Ахметова Айгерім, 9 «А» сынып",
            "Асанов Асан / Asanov Asan",
            "Асанов Асан Серикович / Асанов А. С.",
            "Асанов Асан Беков",
            "Нұр-Сұлтан Ә.",
            "АСАНОВ АСАН",
            "Иванова (Петрова) Анна",
        ] {
            assert!(!holds_several(one), "{one}");
        }
    }
}
