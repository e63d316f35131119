//! What the command itself says, in three languages.

use qoldau_core::finding::{Param, fill};
use qoldau_core::language::{Language, Saying};

pub(crate) const NOT_FOUND: Saying = Saying {
    kk: "Мұндай файл жоқ: {file}",
    ru: "Такого файла нет: {file}",
    en: "There is no such file: {file}",
};
pub(crate) const NOT_ALLOWED: Saying = Saying {
    kk: "Файлға рұқсат жоқ: {file}",
    ru: "Нет доступа к файлу: {file}",
    en: "No permission for the file: {file}",
};
pub(crate) const UNREADABLE: Saying = Saying {
    kk: "Файлды оқу мүмкін емес: {file}",
    ru: "Файл не читается: {file}",
    en: "The file cannot be read: {file}",
};
pub(crate) const UNWRITABLE: Saying = Saying {
    kk: "Файлға жазу мүмкін емес: {file}",
    ru: "В файл нельзя записать: {file}",
    en: "The file cannot be written: {file}",
};
pub(crate) const NOT_UTF8: Saying = Saying {
    kk: "Мәтін UTF-8 кодтауында емес: {file}",
    ru: "Текст не в кодировке UTF-8: {file}",
    en: "The text is not UTF-8: {file}",
};
pub(crate) const ONE_STDIN: Saying = Saying {
    kk: "Стандартты енгізуден тек бір файл оқылады: -",
    ru: "Из стандартного ввода читается только один файл: -",
    en: "Only one file can be read from standard input: -",
};
pub(crate) const NO_POLICY: Saying = Saying {
    kk: "Бұл файл есептеу ережелері емес: {file}",
    ru: "В этом файле не правила расчёта: {file}",
    en: "This file is not a policy: {file}",
};
pub(crate) const NOTHING_FOUND: Saying =
    Saying {
        kk: "Ескертетін ештеңе жоқ.", ru: "Замечаний нет.", en: "There is nothing to say."
    };
pub(crate) const SETTLED: Saying = Saying {
    kk: "Жауап берілді немесе назарға алынды: {codes}",
    ru: "Отвечено или принято к сведению: {codes}",
    en: "Answered or taken note of: {codes}",
};
pub(crate) const WHERE: Saying = Saying { kk: "Орны", ru: "Где", en: "Where" };
pub(crate) const IN_TABLE: Saying = Saying {
    kk: "{table}-кесте, {row}-жол, {column}-баған",
    ru: "таблица {table}, строка {row}, столбец {column}",
    en: "table {table}, row {row}, column {column}",
};
pub(crate) const IN_TEXT: Saying =
    Saying { kk: "{paragraph}-абзац", ru: "абзац {paragraph}", en: "paragraph {paragraph}" };
pub(crate) const IN_JOURNAL: Saying = Saying {
    kk: "жазбалар журналы, {line}-жол",
    ru: "журнал записей, строка {line}",
    en: "journal, line {line}",
};
pub(crate) const IN_ROWS: Saying = Saying {
    kk: "{row}-жол, {column}-баған",
    ru: "строка {row}, столбец {column}",
    en: "row {row}, column {column}",
};
pub(crate) const STDIN: Saying =
    Saying {
        kk: "стандартты енгізу", ru: "стандартный ввод", en: "standard input"
    };

/// Fills a saying of the command.
pub(crate) fn said(saying: &Saying, params: &[(&str, &str)], language: Language) -> String {
    // As printed numbers they are said as they stand: names of files are nobody's words to be fitted into a sentence.
    let params: Vec<Param> = params.iter().map(|(name, value)| Param::number(name, value)).collect();
    fill(saying.get(language), &params, language)
}

/// The language of the environment, by the first of these variables that is set; Kazakh where none names one of the three.
pub(crate) fn of_environment(variable: impl Fn(&str) -> Option<String>) -> Language {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(variable)
        .find(|value| !value.is_empty())
        .and_then(|value| Language::from_tag(value.split(['_', '.', '@', '-']).next().unwrap_or_default()))
        .unwrap_or(Language::Kazakh)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language_of(set: &[(&str, &str)]) -> Language {
        of_environment(|name| {
            set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_environment_names_the_language() {
        assert_eq!(language_of(&[("LANG", "ru_RU.UTF-8")]), Language::Russian);
        assert_eq!(language_of(&[("LANG", "ru_RU.UTF-8"), ("LC_ALL", "en_GB")]), Language::English);
        assert_eq!(language_of(&[("LANG", "kk_KZ.UTF-8"), ("LC_MESSAGES", "")]), Language::Kazakh);
        assert_eq!(language_of(&[("LANG", "C.UTF-8")]), Language::Kazakh);
        assert_eq!(language_of(&[]), Language::Kazakh);
    }
}
