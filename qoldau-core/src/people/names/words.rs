//! The words of a name as somebody typed it: what is no name put aside, each word in its matching form.

use std::rc::Rc;

use super::letters::{fine_word, first_letters, fold_word, is_apostrophe};
use super::titles::Titles;
use crate::people::dictionary::{Dictionary, at, hash_of};
use crate::value::text;

/// No name is longer; what comes after is not looked at.
const LONGEST_NAME: usize = 160;
/// Nor has a name more words.
const MOST_WORDS: usize = 7;

/// Whether a name's ending is a man's or a woman's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    Male,
    Female,
}

/// What a word is by its own look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    /// One letter, or two with a full stop.
    Initial,
    /// -ов, -ева, -ский, -енко …
    Surname,
    /// -ұлы, -қызы; it may also be a surname.
    KazakhPatronymic,
    /// -ович, -евна …
    RussianPatronymic,
    /// Anything else.
    Plain,
}

/// A word of a name.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) look: Look,
    /// The matching form without the ending that makes it a surname or a patronymic; empty for an initial.
    pub(crate) stem: String,
    /// The stem in the form that keeps more names apart, where it differs: see [`fine_word`].
    pub(crate) fine: String,
    /// The part behind a hyphen, where the word is two names.
    pub(crate) second: String,
    /// Both parts without the hyphen, as others write the name.
    pub(crate) joined: String,
    /// The letters it may begin with, as bits.
    pub(crate) first: u32,
    /// What its ending says of the person.
    pub(crate) ending: Option<Ending>,
}

impl std::fmt::Debug for Word {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Word({:?}, …)", self.look)
    }
}

/// A word where it stands in a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Placed {
    pub(crate) word: Rc<Word>,
    /// As the word's own, but for a father's name whose ending stands apart.
    pub(crate) look: Look,
    pub(crate) ending: Option<Ending>,
}

/// Reads names. Few words make most names of a table, so that each is taken apart once.
pub(crate) struct WordReader {
    titles: Titles,
    /// The words that came before, as they were written.
    words: Dictionary<Box<str>>,
    /// What they are, by their numbers.
    known: Vec<Known>,
    /// The words of the name that is being read.
    raw: Vec<Raw>,
}

/// What is known of a word as it was written.
struct Known {
    letters: usize,
    is_title: bool,
    /// What it says where it is the ending of the father's name before it.
    ending_alone: Option<Ending>,
    initial: Option<Rc<Word>>,
    long: Option<Rc<Word>>,
}

/// A word as it was written.
#[derive(Clone, Copy)]
struct Raw {
    /// Its number among those that came before.
    number: u32,
    letters: usize,
    /// A full stop follows.
    dotted: bool,
}

impl Raw {
    const fn is_initial(&self) -> bool {
        self.letters == 1 || (self.letters == 2 && self.dotted)
    }
}

impl WordReader {
    pub(crate) fn new() -> Self {
        Self { titles: Titles::known(), words: Dictionary::new(), known: Vec::new(), raw: Vec::new() }
    }

    /// The words of a name: numbers, titles, what stands in brackets and words beyond the seventh are put aside.
    pub(crate) fn words_of(&mut self, name: &str) -> Vec<Placed> {
        self.cut(name);
        let degree = self.raw.iter().filter(|word| word.letters == 1 && word.dotted).count() > 2;
        let long = self.raw.iter().filter(|word| word.letters > 2).count();
        let mut words: Vec<Placed> = Vec::with_capacity(self.raw.len().min(MOST_WORDS));
        for raw in &self.raw {
            let Some(known) = self.known.get(at(raw.number)) else { continue };
            let is_initial = raw.is_initial();
            // Three initials are a degree: д.п.н.
            let aside = long > 1 && if is_initial { degree } else { known.is_title };
            if aside || words.len() == MOST_WORDS {
                continue;
            }
            let father =
                words.last_mut().filter(|word| !matches!(word.look, Look::Initial | Look::RussianPatronymic));
            if let (Some(father), Some(ending)) = (father, known.ending_alone) {
                (father.look, father.ending) = (Look::KazakhPatronymic, Some(ending));
                continue;
            }
            let word = if is_initial { &known.initial } else { &known.long };
            words.extend(word.iter().map(|word| Placed {
                word: Rc::clone(word),
                look: word.look,
                ending: word.ending,
            }));
        }
        words
    }

    /// Cuts a name at everything that is no letter, hyphen or apostrophe, and where a capital follows a small letter.
    fn cut(&mut self, name: &str) {
        self.raw.clear();
        let mut word = String::new();
        let mut depth = 0_u32;
        let mut last_small = false;
        for c in name.chars().take(LONGEST_NAME) {
            let large = text::lower(c) != c;
            let small = !large && text::is_letter(c);
            match c {
                '(' | '[' => {
                    self.end(&mut word, false);
                    depth = depth.saturating_add(1);
                }
                ')' | ']' => depth = depth.saturating_sub(1),
                _ if depth > 0 => {}
                c if text::is_dash(c) => word.push('-'),
                c if text::is_letter(c) || is_apostrophe(c) || c.is_ascii_digit() || is_mark(c) => {
                    if last_small && large && word.chars().count() > 2 {
                        self.end(&mut word, false);
                    }
                    word.push(c);
                }
                c => self.end(&mut word, c == '.'),
            }
            last_small = small;
        }
        self.end(&mut word, false);
    }

    /// Takes a word that ends.
    fn end(&mut self, word: &mut String, dotted: bool) {
        let written = word.trim_matches(|c: char| c == '-' || is_apostrophe(c));
        if !written.is_empty() {
            let number = self.words.number(hash_of(written), written, || written.into());
            if at(number) == self.known.len() {
                self.known.push(Known::of(written, &self.titles));
            }
            let letters = self.known.get(at(number)).map_or(0, |known| known.letters);
            if letters > 0 {
                self.raw.push(Raw { number, letters, dotted });
            }
        }
        word.clear();
    }
}

impl Known {
    fn of(written: &str, titles: &Titles) -> Self {
        let letters = written.chars().filter(|c| text::is_letter(*c)).count();
        let digits = written.chars().filter(char::is_ascii_digit).count();
        // A school class or a number is no name, a name that a scanner read has mostly letters.
        if letters <= digits {
            return Self { letters: 0, is_title: false, ending_alone: None, initial: None, long: None };
        }
        let folded = fold_word(written);
        Self {
            letters,
            is_title: titles.hold(&folded),
            ending_alone: is_ending_alone(written, &folded).then(|| ending_of(&folded)),
            initial: if letters > 2 { None } else { initial(written, &folded).map(Rc::new) },
            long: long_word(written, &folded).map(Rc::new),
        }
    }
}

/// Marks that are put over or under the letter before.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

fn initial(written: &str, folded: &str) -> Option<Word> {
    let first = first_letters(written, folded);
    (first != 0).then_some(Word {
        look: Look::Initial,
        stem: String::new(),
        fine: String::new(),
        second: String::new(),
        joined: String::new(),
        first,
        ending: None,
    })
}

fn long_word(written: &str, folded: &str) -> Option<Word> {
    if !written.contains('-') {
        return Some(single(written, folded)).filter(|word| !word.stem.is_empty());
    }
    let mut halves = written.split('-').filter(|half| !half.is_empty());
    let first = halves.next()?;
    let mut word = single(first, &fold_word(first));
    for half in halves {
        let folded = fold_word(half);
        if is_ending_alone(half, &folded) {
            join_ending(&mut word, &folded);
        } else if half.chars().count() > 2 && word.second.is_empty() {
            let second = single(half, &folded);
            // Of a double surname one half at least looks like one; what the two are is told by that half.
            if word.look == Look::Plain {
                word.look = second.look;
            }
            word.ending = word.ending.or(second.ending);
            word.second = second.stem;
        }
    }
    let whole: String = written.chars().filter(|c| *c != '-').collect();
    word.joined = look_of(&whole, &fold_word(&whole)).1;
    (!word.stem.is_empty()).then_some(word)
}

fn single(written: &str, folded: &str) -> Word {
    let first = first_letters(written, folded);
    let (look, stem, ending) = look_of(written, folded);
    let fine = if look == Look::Plain { fine_word(written) } else { String::new() };
    let fine = if fine == stem { String::new() } else { fine };
    Word { look, stem, fine, second: String::new(), joined: String::new(), first, ending }
}

/// Endings in their matching form, what they make of a word and of whom they speak. Longer ones first.
const ENDINGS: [(&str, Look, Ending); 22] = [
    ("inicna", Look::RussianPatronymic, Ending::Female),
    ("ovic", Look::RussianPatronymic, Ending::Male),
    ("evic", Look::RussianPatronymic, Ending::Male),
    ("ovna", Look::RussianPatronymic, Ending::Female),
    ("evna", Look::RussianPatronymic, Ending::Female),
    ("icna", Look::RussianPatronymic, Ending::Female),
    ("itic", Look::RussianPatronymic, Ending::Male),
    ("ilic", Look::RussianPatronymic, Ending::Male),
    ("kizi", Look::KazakhPatronymic, Ending::Female),
    ("ogli", Look::KazakhPatronymic, Ending::Male),
    ("ugli", Look::KazakhPatronymic, Ending::Male),
    ("uli", Look::KazakhPatronymic, Ending::Male),
    ("ova", Look::Surname, Ending::Female),
    ("eva", Look::Surname, Ending::Female),
    ("ska", Look::Surname, Ending::Female),
    ("ov", Look::Surname, Ending::Male),
    ("ev", Look::Surname, Ending::Male),
    ("ski", Look::Surname, Ending::Male),
    ("enko", Look::Surname, Ending::Male),
    ("cuk", Look::Surname, Ending::Male),
    ("cina", Look::Surname, Ending::Female),
    ("kina", Look::Surname, Ending::Female),
];

/// Given names that end as surnames do: Любовь, Яков, Сакина.
const GIVEN_NAMES: [&str; 3] = ["lubov", "iakov", "sakina"];

/// What a word is by the ending of its matching form, and the matching form of what is left without it.
fn look_of(written: &str, folded: &str) -> (Look, String, Option<Ending>) {
    for (end, look, ending) in ENDINGS.into_iter().filter(|_| !GIVEN_NAMES.contains(&folded)) {
        if folded.strip_suffix(end).is_none_or(|stem| stem.len() < 2) {
            continue;
        }
        let shortened = |by: &str| folded.strip_suffix(by).unwrap_or(folded).to_owned();
        return match end {
            // The same for men and women, and a part of the name.
            "enko" | "cuk" => (look, folded.into(), None),
            "cina" | "kina" => (look, shortened("a"), Some(ending)),
            "itic" | "ilic" => (look, shortened("ic"), Some(ending)),
            _ => (look, stem_before(written, end).unwrap_or_else(|| shortened(end)), Some(ending)),
        };
    }
    (Look::Plain, folded.into(), None)
}

/// The matching form of what stands before an ending. The word is cut as it was written: Серікқызы is Серік and қызы, which the doubled
/// letter of the whole word no longer shows.
fn stem_before(written: &str, end: &str) -> Option<String> {
    let cuts = written.char_indices().rev().map(|(place, _)| place).take(end.len().saturating_add(4));
    let mut halves = cuts.filter_map(|place| written.split_at_checked(place));
    let (stem, _) = halves.find(|(_, ending)| fold_word(ending) == end)?;
    Some(fold_word(stem)).filter(|stem| stem.len() > 1)
}

/// Whether a word is the ending of a Kazakh patronymic that stands by itself: «Серік ұлы».
fn is_ending_alone(written: &str, folded: &str) -> bool {
    let starts = written.chars().next().map(text::lower);
    matches!(
        starts,
        Some('ұ' | 'у' | 'ў' | 'ү' | 'u' | 'ū' | 'ü' | 'o' | 'о' | 'қ' | 'к' | 'ќ' | 'q' | 'k' | 'y')
    ) && matches!(folded, "uli" | "kizi" | "ogli" | "ugli")
}

fn join_ending(father: &mut Word, ending: &str) {
    father.look = Look::KazakhPatronymic;
    father.ending = Some(ending_of(ending));
}

/// Of whom the ending of a Kazakh patronymic speaks.
fn ending_of(ending: &str) -> Ending {
    if ending == "kizi" { Ending::Female } else { Ending::Male }
}
