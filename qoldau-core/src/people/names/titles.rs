//! Words on lists that are no names: what somebody is, not what they are called.

use super::letters::fold_word;

/// Roles, forms of address and words of school classes, as they are written.
const TITLES: &str = "мұғалім ұстаз мұғалімі оқытушы тәрбиеші тренер жаттықтырушы волонтер волонтёр ерікті директор директоры психолог \
студент оқушы ата-ана анасы әкесі модератор үйлестіруші маман жетекші төраға сынып сыныбы мырза ханым апай ағай \
учитель учительница преподаватель воспитатель педагог ученик ученица школьник студентка родитель мама папа мать отец \
координатор специалист руководитель председатель тренер-преподаватель завуч класс класса группа г-н г-жа господин госпожа \
teacher trainer coach volunteer director psychologist student pupil parent mother father moderator coordinator specialist class grade \
нет жоқ отсутствует \
mr mrs ms dr dr. mugalim ustaz uchitel trener volonter psiholog psikholog erikti oqushy okushy";

/// The titles in their matching form, sorted.
pub(crate) struct Titles(Vec<String>);

impl Titles {
    /// All that are known.
    pub(crate) fn known() -> Self {
        let mut titles: Vec<String> = TITLES.split_ascii_whitespace().map(fold_word).collect();
        titles.sort_unstable();
        titles.dedup();
        Self(titles)
    }

    /// Whether a word in its matching form says what somebody is.
    pub(crate) fn hold(&self, folded: &str) -> bool {
        self.0.binary_search_by(|title| title.as_str().cmp(folded)).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_known_in_three_languages_and_names_are_not_titles() {
        let titles = Titles::known();
        for title in ["Мұғалім", "УЧИТЕЛЬ", "psiholog", "г-жа", "сынып", "Тренер"]
        {
            assert!(titles.hold(&fold_word(title)), "{title}");
        }
        for name in ["Мадина", "Айгерім", "Учаев", "Дирек"] {
            assert!(!titles.hold(&fold_word(name)), "{name}");
        }
    }
}
