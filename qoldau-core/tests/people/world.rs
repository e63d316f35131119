//! Lists for the tests: a background of invented people, and rows put on top of it.

use qoldau_core::people::duplicates::{
    DuplicateOptions, Duplicates, ListedPerson, PairDecision, PairVerdict, ProbablePair, find_duplicates,
};
use qoldau_core::value::{PersonName, PersonalText, Phone};

const SURNAMES: [&str; 24] = [
    "Ахметов",
    "Оспанов",
    "Серіков",
    "Байжанов",
    "Қалиев",
    "Нұрпейісов",
    "Досмұхамедов",
    "Тоқтаров",
    "Бекенов",
    "Жұмабеков",
    "Сағынов",
    "Ермеков",
    "Қожабеков",
    "Мырзағалиев",
    "Тасболатов",
    "Ибраимов",
    "Дәуренов",
    "Шәкенов",
    "Абылаев",
    "Рахметов",
    "Құсайынов",
    "Смағұлов",
    "Есенов",
    "Мұқашев",
];
const GIVEN: [&str; 24] = [
    "Айдар",
    "Болат",
    "Серік",
    "Нұрлан",
    "Марат",
    "Ерлан",
    "Қанат",
    "Талғат",
    "Дәулет",
    "Арман",
    "Асхат",
    "Бауыржан",
    "Рустам",
    "Жандос",
    "Мейрам",
    "Самат",
    "Тимур",
    "Олжас",
    "Дархан",
    "Санжар",
    "Әлібек",
    "Мирас",
    "Еркін",
    "Ғалым",
];

/// Numbers that look drawn and are the same every time.
struct Drawn(u64);

impl Drawn {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }
}

/// A row: id, name, phone, birth, settlement; empty text for what is not known.
pub(crate) fn row(id: &str, name: &str, phone: &str, birth: &str, settlement: &str) -> ListedPerson {
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    ListedPerson {
        id: id.parse().unwrap(),
        list: None,
        name: PersonName::new(name),
        phone: some(phone).map(Phone::new),
        birth: some(birth).map(PersonalText::new),
        iin: None,
        email: None,
        settlement: some(settlement),
        organisation: None,
    }
}

/// Three hundred people, two of five of them on a second list, all with a phone and a birth date of their own.
pub(crate) fn background() -> Vec<ListedPerson> {
    let mut drawn = Drawn(7);
    let mut rows = Vec::new();
    for number in 0..300 {
        let (surname, given) = (SURNAMES[drawn.below(24)], GIVEN[drawn.below(24)]);
        let phone = format!("8 700 000 {:02} {:02}", 50 + number / 100, number % 100);
        let birth =
            format!("{:02}.{:02}.{}", 1 + drawn.below(28), 1 + drawn.below(12), 1990 + drawn.below(24));
        let place = ["Ақтау", "Жаңаөзен", "Шетпе"][drawn.below(3)];
        rows.push(row(&format!("b{number}"), &format!("{surname} {given}"), &phone, &birth, place));
        if drawn.below(5) < 2 {
            rows.push(row(&format!("b{number}-2"), &format!("{given} {surname}"), &phone, &birth, place));
        }
    }
    rows
}

/// What is found among the background and the rows.
pub(crate) fn found(rows: Vec<ListedPerson>, options: &DuplicateOptions) -> Duplicates {
    let mut all = background();
    all.extend(rows);
    find_duplicates(&all, options).unwrap()
}

pub(crate) fn decided(one: &str, other: &str, verdict: PairVerdict) -> PairDecision {
    PairDecision { one: one.parse().unwrap(), other: other.parse().unwrap(), verdict }
}

/// What is told of two rows; nothing where they are taken for two people.
pub(crate) fn told<'a>(found: &'a Duplicates, one: &str, other: &str) -> Option<&'a ProbablePair> {
    found.pairs.iter().find(|pair| {
        let pair = (pair.one.as_str(), pair.other.as_str());
        pair == (one, other) || pair == (other, one)
    })
}

pub(crate) fn verdict(found: &Duplicates, one: &str, other: &str) -> PairVerdict {
    told(found, one, other).map_or(PairVerdict::NotSame, |pair| pair.verdict)
}
