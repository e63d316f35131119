//! What a row states of a person beyond what tells people apart: sex, category, and how well the birth date is known.

use crate::people::identity::Birth;
use crate::value::text;

/// The code under which reach counts girls and women.
pub const FEMALE: &str = "female";
/// The code under which reach counts boys and men.
pub const MALE: &str = "male";

const OF_WOMEN: &str =
    "ә әйел қ қыз қызбала қызбалалар жен женский женщина девочка девушка f female w woman girl";
const OF_MEN: &str =
    "е ер еркек ерадам ерлер ұ ұл ұлбала жігіт м муж мужской мужчина мальчик юноша парень m male man boy";

/// How a column writes sex. «Ж» is «женский» in a Russian list, and «жігіт» in one that writes «қ» for girls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SexWords {
    /// What «ж» alone means.
    zhe: &'static str,
}

impl SexWords {
    /// As the cells of a column show it.
    pub(super) fn of<'a>(cells: impl Iterator<Item = &'a str>) -> Self {
        let mut folded = cells.map(text::fold_letters);
        let girls = folded.any(|word| matches!(word.as_str(), "қ" | "қыз" | "қызбала"));
        Self { zhe: if girls { MALE } else { FEMALE } }
    }

    /// The code of a word for women or men; any other word as it stands, for a person may state what they will.
    pub(super) fn read(self, cell: &str) -> String {
        let word = text::fold_letters(cell);
        let is_of = |words: &str| words.split(' ').any(|known| known == word);
        if word == "ж" {
            self.zhe.into()
        } else if is_of(OF_WOMEN) {
            FEMALE.into()
        } else if is_of(OF_MEN) {
            MALE.into()
        } else {
            cell.trim().into()
        }
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
        let russian = SexWords::of(["м", "ж"].into_iter());
        assert_eq!(
            ["Ж", "жен.", "М", "муж", "Female"].map(|word| russian.read(word)),
            [FEMALE, FEMALE, MALE, MALE, FEMALE]
        );
        let kazakh = SexWords::of(["қ", "ж"].into_iter());
        assert_eq!(
            ["ж", "Қ", "ұл", "Ә", "Е"].map(|word| kazakh.read(word)),
            [MALE, FEMALE, MALE, FEMALE, MALE]
        );
        assert_eq!(russian.read(" не указан "), "не указан");
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
