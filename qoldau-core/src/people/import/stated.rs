//! What a row states of a person beyond what tells people apart: sex, category, and how well the birth date is known.

use crate::people::identity::Birth;
use crate::value::text;

/// The code under which reach counts girls and women.
pub const FEMALE: &str = "female";
/// The code under which reach counts boys and men.
pub const MALE: &str = "male";

const OF_WOMEN: &str = "ә қ жен f w";
const OF_MEN: &str = "е ер ерлер ұ м муж m";
/// Beginnings of longer words.
const BEGINS_OF_WOMEN: &str = "әйел қыз женск женщ женпол дев female woman girl";
const BEGINS_OF_MEN: &str = "еркек ерадам ұл жігіт мужск мужч мужпол мал юнош парен male man boy";

/// How a column writes sex. «Ж» is «женский» in a Russian list, and «жігіт» in one that writes «қ» for girls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SexWords {
    /// What «ж» alone means; nothing where the column writes both as Kazakh and as Russian lists do.
    zhe: Option<&'static str>,
}

impl SexWords {
    /// As the cells of a column show it.
    pub(super) fn of<'a>(cells: impl Iterator<Item = &'a str>) -> Self {
        let (mut kazakh, mut russian) = (false, false);
        for word in cells.map(text::fold_letters) {
            kazakh |= word == "қ" || word.starts_with("қыз");
            russian |= word == "м" || ["муж", "жен", "мал", "дев"].iter().any(|own| word.starts_with(own));
        }
        let zhe = match (kazakh, russian) {
            (true, true) => None,
            (true, false) => Some(MALE),
            (false, _) => Some(FEMALE),
        };
        Self { zhe }
    }

    /// The code of a word for women or men; any other word as it stands, for a person may state what they will. Nothing for a «ж» of which cannot be
    /// said whether it is «женский» or «жігіт».
    pub(super) fn read(self, cell: &str) -> Option<String> {
        let word = text::fold_letters(cell);
        let is_of = |words: &str, beginnings: &str| {
            words.split(' ').any(|known| known == word)
                || beginnings.split(' ').any(|known| word.starts_with(known))
        };
        if word == "ж" {
            return self.zhe.map(Into::into);
        }
        Some(if is_of(OF_WOMEN, BEGINS_OF_WOMEN) {
            FEMALE.into()
        } else if is_of(OF_MEN, BEGINS_OF_MEN) {
            MALE.into()
        } else {
            cell.trim().into()
        })
    }
}

/// Whether the births of a list on 1 January stand for years alone: three at least, and one in ten or more of all days, where chance would
/// make one in 365.
pub(super) fn new_year_is_estimated(births: impl Iterator<Item = Birth>) -> bool {
    let (mut days, mut on_new_year) = (0_u32, 0_u32);
    for birth in births {
        if let Birth::Exact { date } = birth {
            days = days.saturating_add(1);
            on_new_year = on_new_year.saturating_add(u32::from((date.month(), date.day()) == (1, 1)));
        }
    }
    on_new_year >= 3 && on_new_year.saturating_mul(10) >= days
}

/// A birth of such a list.
pub(super) fn estimated(birth: Birth) -> Birth {
    match birth {
        Birth::Exact { date } if (date.month(), date.day()) == (1, 1) => Birth::Estimated { date },
        birth => birth,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_sex_are_understood_in_three_languages_and_others_kept() {
        let read = |words: SexWords, cells: &[&str]| -> Vec<String> {
            cells.iter().map(|cell| words.read(cell).unwrap_or_default()).collect()
        };
        let russian = SexWords::of(["м", "ж"].into_iter());
        assert_eq!(
            read(
                russian,
                &["Ж", "жен.", "М", "муж", "Female", "Женск.", "жен. пол", "мужск.", "дев.", "мал."]
            ),
            [FEMALE, FEMALE, MALE, MALE, FEMALE, FEMALE, FEMALE, MALE, FEMALE, MALE]
        );
        let kazakh = SexWords::of(["қ", "ж"].into_iter());
        assert_eq!(
            read(kazakh, &["ж", "Қ", "ұл", "Ә", "Е", "ер адам", "әйел адам"]),
            [MALE, FEMALE, MALE, FEMALE, MALE, MALE, FEMALE]
        );
        assert_eq!(read(russian, &[" не указан "]), ["не указан"]);
    }

    #[test]
    fn one_kazakh_word_in_a_russian_column_makes_no_woman_a_man() {
        let mixed = SexWords::of(["Ж", "М", "жен", "қыз"].into_iter());
        assert_eq!(["ж", "Ж"].map(|word| mixed.read(word)), [None, None]);
        assert_eq!(["қыз", "жен", "м"].map(|word| mixed.read(word).unwrap()), [FEMALE, FEMALE, MALE]);
        // A column that says neither word in Russian writes «жігіт».
        assert_eq!(SexWords::of(["қыз", "ж"].into_iter()).read("ж").as_deref(), Some(MALE));
    }

    #[test]
    fn many_births_on_new_year_stand_for_years() {
        let day = |text: &str| Birth::Exact { date: text.parse().unwrap() };
        let three = ["2008-01-01", "2009-01-01", "2010-01-01", "2008-06-14"].map(day);
        assert!(new_year_is_estimated(three.into_iter()));
        assert!(!new_year_is_estimated(three.into_iter().skip(1)));
        let among_many = (0..28).map(|_| day("2008-06-14")).chain(three);
        assert!(!new_year_is_estimated(among_many));
        assert_eq!(estimated(three[3]), three[3]);
        assert!(matches!(estimated(three[0]), Birth::Estimated { .. }));
    }
}
