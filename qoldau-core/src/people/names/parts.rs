//! Which word of a name is the surname, the given name and the patronymic.

use std::rc::Rc;

use super::words::{Ending, Look, Placed, Word, WordReader};
use crate::people::dictionary::{Dictionary, at, hash_of};

/// One part of a name for matching: the stem in its matching form, or only the letters it may begin with; or nothing.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct Part(Option<Rc<Word>>);

impl Part {
    /// Empty where the part is missing or only an initial.
    pub(crate) fn stem(&self) -> &str {
        self.0.as_ref().map_or("", |word| &word.stem)
    }

    /// The stem in the form that keeps more names apart; empty where it is the same.
    pub(crate) fn fine(&self) -> &str {
        self.0.as_ref().map_or("", |word| &word.fine)
    }

    /// The other half of a double name.
    pub(crate) fn second(&self) -> &str {
        self.0.as_ref().map_or("", |word| &word.second)
    }

    /// Both halves of a double name as one word; empty where it is none.
    pub(crate) fn joined(&self) -> &str {
        self.0.as_ref().map_or("", |word| &word.joined)
    }

    /// Whether it has no ending of its own.
    pub(crate) fn is_plain(&self) -> bool {
        self.0.as_ref().is_some_and(|word| word.look == Look::Plain)
    }

    /// The letters it may begin with, as bits; 0 where the part is missing.
    pub(crate) fn first(&self) -> u32 {
        self.0.as_ref().map_or(0, |word| word.first)
    }
}

/// A name taken apart for matching.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct NameParts {
    pub(crate) surname: Part,
    pub(crate) given: Part,
    pub(crate) patronymic: Part,
    /// What the endings say of the person.
    pub(crate) ending: Option<Ending>,
    /// Whether surname and given name may be the other way round.
    pub(crate) uncertain: bool,
    /// Whether nothing in the table says which way round is likelier either.
    pub(crate) either: bool,
}

impl std::fmt::Debug for NameParts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NameParts(…)")
    }
}

/// How often a stem stood as a surname and as a given name where that was certain.
#[derive(Default)]
struct Seen {
    surname: u32,
    given: u32,
}

/// The stems of a table that stood where it was certain.
struct SeenStems<'a> {
    stems: Dictionary<&'a str>,
    counts: Vec<Seen>,
}

impl<'a> SeenStems<'a> {
    fn count(&mut self, word: Option<&'a Placed>, of: fn(&mut Seen) -> &mut u32) {
        let Some(stem) = word.map(|word| word.word.stem.as_str()).filter(|stem| !stem.is_empty()) else {
            return;
        };
        let number = at(self.stems.number(hash_of(stem), stem, || stem));
        if number == self.counts.len() {
            self.counts.push(Seen::default());
        }
        if let Some(seen) = self.counts.get_mut(number) {
            let count = of(seen);
            *count = count.saturating_add(1);
        }
    }

    fn get(&self, stem: &str) -> Option<&Seen> {
        self.stems.find(hash_of(stem), stem).and_then(|number| self.counts.get(at(number)))
    }
}

/// Takes the names of one table apart. What a bare word is («Серік Айдар») is told by where the same word stands in the
/// names of the table that leave no doubt, and else by the order that most names have.
pub(crate) fn parts_of(names: &[&str]) -> Vec<NameParts> {
    let mut reader = WordReader::new();
    let read: Vec<Vec<Placed>> = names.iter().map(|name| reader.words_of(name)).collect();
    let settled: Vec<Option<Roles>> = read.iter().map(|words| certain_roles(words)).collect();
    let mut seen = SeenStems { stems: Dictionary::new(), counts: Vec::new() };
    let (mut surname_first, mut given_first) = (1_u32, 0_u32);
    for (words, roles) in read.iter().zip(&settled) {
        let Some(roles) = roles else { continue };
        let word = |place: Option<usize>| place.and_then(|place| words.get(place));
        seen.count(word(roles.surname), |seen| &mut seen.surname);
        seen.count(word(roles.given), |seen| &mut seen.given);
        if let (Some(surname), Some(given)) = (roles.surname, roles.given) {
            let order = if surname < given { &mut surname_first } else { &mut given_first };
            *order = order.saturating_add(1);
        }
    }
    let likely =
        Likely { seen: &seen, order: f64::from(surname_first) / f64::from(given_first.saturating_add(1)) };
    read.iter()
        .zip(settled)
        .map(|(words, roles)| match roles {
            Some(roles) => roles.parts(words, false),
            None => likely.roles(words),
        })
        .collect()
}

/// Which word has which role, by its place.
#[derive(Debug, Clone, Copy, Default)]
struct Roles {
    surname: Option<usize>,
    given: Option<usize>,
    patronymic: Option<usize>,
}

impl Roles {
    fn parts(self, words: &[Placed], uncertain: bool) -> NameParts {
        let part = |place: Option<usize>| {
            Part(place.and_then(|place| words.get(place)).map(|placed| Rc::clone(&placed.word)))
        };
        let ending =
            |place: Option<usize>| place.and_then(|place| words.get(place)).and_then(|word| word.ending);
        NameParts {
            surname: part(self.surname),
            given: part(self.given),
            patronymic: part(self.patronymic),
            ending: ending(self.patronymic).or_else(|| ending(self.surname)),
            uncertain,
            either: false,
        }
    }
}

/// The roles where the words themselves leave little doubt.
fn certain_roles(words: &[Placed]) -> Option<Roles> {
    let patronymic = patronymic_of(words);
    let others: Vec<usize> = (0..words.len()).filter(|place| Some(*place) != patronymic).collect();
    let look = |place: &usize| words.get(*place).map(|word| word.look);
    let surname = others
        .iter()
        .find(|place| look(place) == Some(Look::Surname))
        .or_else(|| others.iter().find(|place| look(place) == Some(Look::KazakhPatronymic)))
        .copied();
    let initials: Vec<usize> =
        others.iter().copied().filter(|place| look(place) == Some(Look::Initial)).collect();
    let long: Vec<usize> =
        others.iter().copied().filter(|place| look(place) != Some(Look::Initial)).collect();
    // Two words that end as surnames do: one of them is a given name, and either may be.
    if let [one, other] = long.as_slice()
        && look(one) == Some(Look::Surname)
        && look(other) == Some(Look::Surname)
    {
        return None;
    }
    match (surname, long.as_slice(), initials.as_slice(), patronymic) {
        (Some(surname), long, initials, patronymic) if long.len() > 1 => {
            let mut rest = long.iter().copied().filter(|place| *place != surname);
            let given = rest.next();
            Some(Roles {
                surname: Some(surname),
                given,
                patronymic: patronymic.or_else(|| rest.next()).or(initials.first().copied()),
            })
        }
        // Beside one long word the initials are the given name and the patronymic.
        (_, [surname], [given, more @ ..], patronymic) => Some(Roles {
            surname: Some(*surname),
            given: Some(*given),
            patronymic: patronymic.or(more.first().copied()),
        }),
        (Some(surname), [_], [], patronymic) => {
            Some(Roles { surname: Some(surname), given: None, patronymic })
        }
        // Given name, patronymic, surname; or surname, given name, patronymic.
        (None, [first, second], _, Some(patronymic)) if *first < patronymic && patronymic < *second => {
            Some(Roles { surname: Some(*second), given: Some(*first), patronymic: Some(patronymic) })
        }
        (None, [given], [], Some(patronymic)) if words.get(patronymic)?.look == Look::RussianPatronymic => {
            Some(Roles { surname: None, given: Some(*given), patronymic: Some(patronymic) })
        }
        _ => None,
    }
}

/// The word that is the patronymic by its ending. One on -ұлы or -қызы may be a surname: it is where nothing else can be.
fn patronymic_of(words: &[Placed]) -> Option<usize> {
    let last = |wanted: Look| words.iter().rposition(|word| word.look == wanted);
    last(Look::RussianPatronymic).or_else(|| {
        let has_surname = words.iter().any(|word| word.look == Look::Surname);
        let place = last(Look::KazakhPatronymic)?;
        (words.len() > 2 || (has_surname && words.len() > 1)).then_some(place)
    })
}

/// Where one order of names is so many times oftener than the other, a table is written in that order.
const ORDER_KNOWN: f64 = 20.0;

impl NameParts {
    /// The same, of a table whose order is known or is not.
    fn either_if(self, order_known: bool) -> Self {
        Self { either: self.uncertain && !order_known, ..self }
    }
}

/// What the certain names of the table say of the others.
struct Likely<'a> {
    seen: &'a SeenStems<'a>,
    /// How much oftener the surname stands first.
    order: f64,
}

impl Likely<'_> {
    fn roles(&self, words: &[Placed]) -> NameParts {
        let patronymic = patronymic_of(words);
        let free: Vec<usize> = (0..words.len()).filter(|place| Some(*place) != patronymic).collect();
        match free.as_slice() {
            [] => Roles { patronymic, ..Roles::default() }.parts(words, true),
            [one] => {
                let given = self.as_given(words, *one) > 1.0;
                let (surname, given) = if given { (None, Some(*one)) } else { (Some(*one), None) };
                Roles { surname, given, patronymic }.parts(words, true)
            }
            [first, second, more @ ..] => {
                // A third word without an ending is a father's name.
                let third = patronymic.or(more.first().copied());
                let order = if patronymic.is_some_and(|patronymic| patronymic > *second) {
                    self.order.max(20.0)
                } else {
                    self.order
                };
                // Above 1 where the second word is the given name. How others order their names tells which is likelier, and never for certain.
                let own = self.as_given(words, *second) / self.as_given(words, *first);
                let odds = order * own;
                let uncertain = (1.0 / 50.0..50.0).contains(&own);
                let (surname, given) = if odds >= 1.0 { (first, second) } else { (second, first) };
                Roles { surname: Some(*surname), given: Some(*given), patronymic: third }
                    .parts(words, uncertain)
                    .either_if(!(1.0 / ORDER_KNOWN..ORDER_KNOWN).contains(&self.order))
            }
        }
    }

    /// How much likelier a word is a given name than a surname.
    fn as_given(&self, words: &[Placed], place: usize) -> f64 {
        let Some(word) = words.get(place) else { return 1.0 };
        if word.look == Look::KazakhPatronymic {
            return 0.02;
        }
        let seen = self.seen.get(&word.word.stem);
        seen.map_or(1.0, |seen| (f64::from(seen.given) + 0.5) / (f64::from(seen.surname) * 0.25 + 0.5))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(name: &str) -> (String, String, String) {
        let parts = parts_of(&[name]).remove(0);
        let text = |part: Part| {
            if part.stem().is_empty() && part.first() != 0 { ".".into() } else { part.stem().to_owned() }
        };
        (text(parts.surname), text(parts.given), text(parts.patronymic))
    }

    fn three(surname: &str, given: &str, patronymic: &str) -> (String, String, String) {
        (surname.into(), given.into(), patronymic.into())
    }

    #[test]
    fn parts_are_told_by_endings_in_any_order_and_script() {
        for name in [
            "Ахметова Айгерім Серікқызы",
            "Айгерим Сериковна Ахметова",
            "АХМЕТОВА АЙГЕРІМ СЕРІК ҚЫЗЫ",
            "Akhmetova Aigerim Serik-kyzy",
            "12. Ахметова  Айгерім Серікқызы (ата-ана)",
            "АхметоваАйгерім Серікқызы",
            "мұғалім Ахметова Айгерім Серікқызы",
            "7 сынып Ахметова Айгерім Серікқызы,",
        ] {
            assert_eq!(one(name), three("ahmet", "agerim", "serik"), "{name}");
        }
        assert_eq!(one("Ахметова А.С."), three("ahmet", ".", "."));
        assert_eq!(one("А. Ахметова"), three("ahmet", ".", ""));
        assert_eq!(one("Айгерім Серікқызы"), three("serik", "agerim", ""));
        assert_eq!(one("Ахметов Юлий"), three("ahmet", "uli", ""));
        assert_eq!(one("Иванов Илья Ильич"), three("ivan", "ila", "ilic"));
        assert_eq!(one("Ахметова-Жұмабекова Дана"), three("ahmet", "dana", ""));
        assert_eq!(one("Ахметов Айдар Болат"), three("ahmet", "adar", "bolat"));
        for name in ["Соколова Любовь Сергеевна", "Любовь Сергеевна Соколова"]
        {
            assert_eq!(one(name), three("sokol", "lubov", "serge"), "{name}");
        }
        assert!(parts_of(&["Ахметов Каримов"])[0].uncertain);
    }

    #[test]
    fn a_bare_word_is_what_it_is_elsewhere_in_the_table() {
        let names = ["Ахметов Айдар", "Оспанов Айдар", "Серіков Айдар", "Айдар Серік", "Серік Айдар"];
        for parts in &parts_of(&names)[3..] {
            assert_eq!((parts.surname.stem(), parts.given.stem()), ("serik", "adar"));
        }
    }

    #[test]
    fn nothing_of_a_name_shows_in_debug() {
        let parts = parts_of(&["Ахметова Айгерім Серікқызы"]);
        assert_eq!(format!("{parts:?}"), "[NameParts(…)]");
    }
}
