//! Several marks in one cell: labels or codes joined by a sign that labels may have themselves.

use std::collections::BTreeMap;

use super::cell::whole_number;
use crate::language::Language;
use crate::survey::questionnaire::OptionList;
use crate::value::Id;
use crate::value::text::fold_words;

/// Signs that join marks, once the text is folded.
const JOINTS: [char; 3] = [',', ';', '|'];

/// What an option for all others is called.
const OTHERS: &str = "другое|другой|другая|иное|басқа|басқасы|other|others";

/// What the words of a cell stand for.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::survey) enum Read<T> {
    /// One thing.
    One(T),
    /// Several things that nobody can tell apart.
    Several,
    /// Nothing that is known.
    Nothing,
}

/// The options of a list by their folded words.
#[derive(Debug)]
pub(super) struct Words<'q> {
    /// Codes and labels; nothing where two options have the same words.
    by_word: BTreeMap<String, Option<&'q Id>>,
    /// Bytes of the longest of them.
    longest: usize,
}

impl<'q> Words<'q> {
    pub(super) fn of(list: &'q OptionList) -> Self {
        let mut by_word: BTreeMap<String, Option<&Id>> = BTreeMap::new();
        for option in &list.options {
            let labels = Language::ALL.into_iter().filter_map(|language| option.label.get(language));
            for word in labels {
                let of = by_word.entry(fold_words(word)).or_insert(Some(&option.code));
                if *of != Some(&option.code) {
                    *of = None;
                }
            }
        }
        // Tools write a linear scale by its numbers, which are meant where nothing is written so.
        let mut values: BTreeMap<String, Option<&Id>> = BTreeMap::new();
        for option in &list.options {
            let Some(value) = option.value else { continue };
            let of = values.entry(value.to_string()).or_insert(Some(&option.code));
            if *of != Some(&option.code) {
                *of = None;
            }
        }
        for (value, code) in values {
            by_word.entry(value).or_insert(code);
        }
        // A code is meant before a label that reads like it.
        for option in &list.options {
            by_word.insert(fold_words(option.code.as_str()), Some(&option.code));
        }
        by_word.remove("");
        let longest = by_word.keys().map(String::len).max().unwrap_or_default();
        Self { by_word, longest }
    }

    /// The option of a word, or of a whole number that a table writes with decimals.
    pub(super) fn one(&self, text: &str) -> Read<&'q Id> {
        let look = |word: &str| self.by_word.get(&fold_words(word));
        // "4,0" may be two marks.
        let is_number = |whole: &&str| !text.contains(',') || look("0").is_none() || look(whole).is_none();
        match look(text).or_else(|| whole_number(text).filter(is_number).and_then(look)) {
            Some(Some(code)) => Read::One(code),
            Some(None) => Read::Several,
            None => Read::Nothing,
        }
    }

    /// The options of a cell with several: `sport volunteering`, `Спорт, туризм, Еріктілік` or `Sport, hiking;Training;`.
    ///
    /// Every way of taking the text apart into known options is looked at: one is the answer, two are none.
    pub(super) fn several(&self, text: &str) -> Read<Vec<Id>> {
        let folded = fold_words(text);
        if let Read::One(code) = self.one(&folded) {
            // An option may be made of others: then the cell can mean these too.
            let read = if folded.contains(JOINTS) { self.apart(&folded, false) } else { Read::Nothing };
            return if read == Read::Several { read } else { Read::One(vec![code.clone()]) };
        }
        let code = |word: &str| {
            self.by_word.get(word).copied().flatten().filter(|code| fold_words(code.as_str()) == word)
        };
        let codes: Option<Vec<Id>> = folded.split(' ').map(|word| code(word).cloned()).collect();
        if let Some(codes) = codes {
            return Read::One(codes);
        }
        match self.apart(&folded, false) {
            // Exports with labels join them by spaces, as labels are made of themselves.
            Read::Nothing => self.apart(&folded, true),
            read => read,
        }
    }

    fn apart(&self, folded: &str, by_spaces: bool) -> Read<Vec<Id>> {
        let mut apart = Apart { words: self, by_spaces, known: BTreeMap::new() };
        match apart.ways(folded) {
            Ways::None => Read::Nothing,
            Ways::Many => Read::Several,
            way => Read::One(apart.codes(way)),
        }
    }

    /// The options that a cell begins with, where words of the person's own follow the last joint, as Google Forms writes
    /// what was typed into "Other": `Спорт, туризм, рыбалка`. With them the option for others, where the list has one.
    pub(super) fn beginning(&self, text: &str) -> Option<Vec<Id>> {
        let folded = fold_words(text);
        let joints = folded.match_indices(JOINTS).map(|(at, _)| at);
        for at in joints.collect::<Vec<_>>().into_iter().rev() {
            let (before, behind) = folded.split_at_checked(at)?;
            let own = behind.trim_start_matches(JOINTS).trim();
            // What follows may have joints itself, but no option in it.
            let has_option = own.split(JOINTS).any(|part| self.by_word.contains_key(part.trim()));
            if own.is_empty() || has_option {
                continue;
            }
            if let Read::One(mut codes) = self.several(before) {
                let others = self.others().filter(|code| !codes.contains(code)).cloned();
                codes.extend(others);
                return Some(codes);
            }
        }
        let (word, _) = folded.split_once(':')?;
        let is_other = OTHERS.split('|').any(|other| other == word.trim());
        self.others().filter(|_| is_other).map(|code| vec![code.clone()])
    }

    /// The option that stands for all others.
    fn others(&self) -> Option<&'q Id> {
        OTHERS.split('|').find_map(|word| self.by_word.get(word).copied().flatten())
    }
}

/// The options whose words can also be taken apart into other options: a cell with them says nobody knows which.
pub(in crate::survey) fn made_of_others(list: &OptionList) -> Vec<&Id> {
    let words = Words::of(list);
    let is_made =
        |label: &str| matches!(words.one(label), Read::One(_)) && words.several(label) == Read::Several;
    let options = list.options.iter().filter(|option| option.label.texts().any(is_made));
    options.map(|option| &option.code).collect()
}

/// The ways of taking a text apart from a place on. A way names its first option and the place behind it, so that the
/// longest cell takes one of them for every joint.
#[derive(Debug, Clone, Copy)]
enum Ways<'q> {
    None,
    /// One, of nothing: the text is at its end.
    End,
    /// One: an option, and behind it the one way of so many bytes that are left.
    One {
        code: &'q Id,
        left: usize,
    },
    Many,
}

struct Apart<'w, 'q> {
    words: &'w Words<'q>,
    /// Whether spaces join marks too.
    by_spaces: bool,
    /// The ways from a place on, by how many bytes are left.
    known: BTreeMap<usize, Ways<'q>>,
}

impl<'q> Apart<'_, 'q> {
    /// The ways of taking apart a whole text, from its end to its beginning, so that nothing recurs deeply.
    fn ways(&mut self, text: &str) -> Ways<'q> {
        self.known.insert(0, Ways::End);
        // An option may begin at the beginning and behind every joint.
        let behind = text
            .char_indices()
            .filter(|(_, c)| self.joins(*c))
            .map(|(at, c)| at.saturating_add(c.len_utf8()));
        let mut starts: Vec<usize> = std::iter::once(0).chain(behind).collect();
        starts.reverse();
        for start in starts {
            let rest = text.get(start..).unwrap_or_default();
            let ways = self.from(rest.trim_start());
            self.known.insert(rest.len(), ways);
            self.known.insert(rest.trim_start().len(), ways);
        }
        self.known_from(text.len())
    }

    fn joins(&self, c: char) -> bool {
        JOINTS.contains(&c) || (self.by_spaces && c == ' ')
    }

    fn known_from(&self, left: usize) -> Ways<'q> {
        self.known.get(&left).copied().unwrap_or(Ways::None)
    }

    /// The options of the one way. Every step leaves fewer bytes.
    fn codes(&self, from: Ways<'q>) -> Vec<Id> {
        let next = |way: &Ways<'q>| match way {
            Ways::One { left, .. } => Some(self.known_from(*left)),
            _ => None,
        };
        let code = |way: Ways<'q>| match way {
            Ways::One { code, .. } => Some(code.clone()),
            _ => None,
        };
        std::iter::successors(Some(from), next).filter_map(code).collect()
    }

    fn from(&self, rest: &str) -> Ways<'q> {
        if rest.is_empty() {
            return Ways::End;
        }
        let mut ways = Ways::None;
        // An option may end at the end and before every joint.
        let joints = rest.char_indices().filter(|(_, c)| self.joins(*c)).map(|(at, _)| at);
        for end in joints.chain(std::iter::once(rest.len())) {
            let Some((word, after)) = rest.split_at_checked(end) else { continue };
            // A space may stand before the joint.
            if word.len() > self.words.longest.saturating_add(1) {
                break;
            }
            let Some(code) = self.words.by_word.get(word.trim_end()) else { continue };
            let left = after.trim_start_matches(JOINTS).trim_start().len();
            ways = match (ways, self.known_from(left), code) {
                (ways, Ways::None, _) => ways,
                (Ways::None, Ways::End | Ways::One { .. }, Some(code)) => Ways::One { code, left },
                _ => Ways::Many,
            };
        }
        ways
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::survey::questionnaire::{Choice, Wording};

    fn list(options: &[(&str, &str)]) -> OptionList {
        let choice = |(code, label): &(&str, &str)| Choice {
            code: code.parse().unwrap(),
            label: Wording { ru: Some((*label).into()), ..Wording::default() },
            value: None,
            exclusive: false,
            missing: None,
        };
        OptionList { id: "l".parse().unwrap(), options: options.iter().map(choice).collect() }
    }

    fn said(list: &OptionList, text: &str) -> String {
        match Words::of(list).several(text) {
            Read::One(codes) => codes.iter().map(Id::as_str).collect::<Vec<_>>().join("+"),
            Read::Several => "several".into(),
            Read::Nothing => "nothing".into(),
        }
    }

    #[test]
    fn options_with_commas_are_taken_apart() {
        let list = list(&[
            ("s", "Спорт, туризм"),
            ("v", "Волонтёрство"),
            ("c", "Кино, театр, музыка"),
            ("t", "Театр"),
        ]);
        for (text, expected) in [
            ("Спорт, туризм", "s"),
            ("Спорт, туризм, Волонтёрство", "s+v"),
            ("волонтёрство,  спорт, Туризм", "v+s"),
            ("Кино, театр, музыка, Театр", "c+t"),
            ("Спорт, туризм;Волонтёрство;", "s+v"),
            ("Спорт, туризм; Театр", "s+t"),
            ("s v", "s+v"),
            ("s,t", "s+t"),
            ("Спорт", "nothing"),
            ("Спорт, туризм, Другое", "nothing"),
            ("s v x", "nothing"),
        ] {
            assert_eq!(said(&list, text), expected, "{text}");
        }
    }

    #[test]
    fn what_can_be_taken_apart_in_two_ways_is_not_guessed() {
        let list =
            list(&[("a", "Чтение"), ("b", "Письмо"), ("ab", "Чтение, письмо"), ("x", "Да"), ("y", "Да")]);
        assert_eq!(said(&list, "Чтение, письмо"), "several");
        assert_eq!(said(&list, "Чтение; письмо"), "a+b");
        assert_eq!(said(&list, "ab"), "ab");
        assert_eq!(said(&list, "Чтение, письмо, чтение"), "several");
        assert_eq!(said(&list, "Чтение; письмо; чтение"), "a+b+a");
        assert_eq!(said(&list, "Да; Письмо"), "several");
    }

    #[test]
    fn a_cell_made_to_be_slow_is_read_in_bounded_time() {
        let list = list(&[("a", "а"), ("aa", "а,а"), ("aaa", "а,а,а")]);
        assert_eq!(said(&list, &vec!["а"; 3_000].join(",")), "several");
    }

    #[test]
    fn a_cell_of_any_length_takes_memory_in_proportion_to_it() {
        let list = list(&[("a", "Аа, бб"), ("b", "Бб")]);
        let Read::One(codes) = Words::of(&list).several(&"Аа, бб,".repeat(40_000)) else {
            panic!("unread")
        };
        assert_eq!((codes.len(), codes.iter().all(|code| code.as_str() == "a")), (40_000, true));
    }

    /// Every way of taking a text apart, by trying them all.
    fn every_way(words: &Words<'_>, text: &str) -> Vec<Vec<String>> {
        let text = text.trim_start();
        if text.is_empty() {
            return vec![Vec::new()];
        }
        let joints = text.char_indices().filter(|(_, c)| JOINTS.contains(c)).map(|(at, _)| at);
        let mut ways = Vec::new();
        for end in joints.chain([text.len()]) {
            let (word, after) = text.split_at(end);
            let Some(code) = words.by_word.get(word.trim_end()) else { continue };
            for further in every_way(words, after.trim_start_matches(JOINTS)) {
                let code = code.map_or("?", Id::as_str).to_owned();
                ways.push(std::iter::once(code).chain(further).collect());
            }
        }
        ways
    }

    proptest! {
        #[test]
        fn a_cell_is_taken_apart_as_by_trying_every_way(
            pieces in prop::collection::vec(
                prop::sample::select(vec!["да", "нет", "да, нет", "иногда", "может", "и", ",", ", ", " ;", "|"]), 1..9),
        ) {
            let list = list(&[("y", "Да"), ("n", "Нет"), ("yn", "Да, нет"), ("s", "Иногда"), ("m1", "Может"), ("m2", "Может")]);
            let words = Words::of(&list);
            let text = fold_words(&pieces.concat());
            let ways = every_way(&words, &text);
            let expected = match (words.one(&text), ways.as_slice()) {
                (Read::One(code), [] | [_]) => code.to_string(),
                (_, []) => "nothing".into(),
                (_, [one]) if !one.contains(&"?".to_owned()) => one.join("+"),
                _ => "several".into(),
            };
            prop_assert_eq!(said(&list, &text), expected, "{}", text);
        }
    }
}
