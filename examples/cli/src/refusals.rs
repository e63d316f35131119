//! Why the library refuses a file, in three languages, by its stable codes. The library's own words follow in brackets,
//! for whoever helps.

use qoldau_core::language::Saying;

/// What a refusal means for whoever brought the file; nothing for a code without words of its own.
pub(crate) fn saying(code: &str) -> Option<Saying> {
    Some(match code {
        "ANX001" => EMPTY,
        "ANX002" => TOO_LARGE,
        "ANX003" => WRONG_ENCODING,
        "ANX004" => OTHER_FORMAT,
        "ANX005" | "ANX008" | "ANX009" | "ANX010" => DAMAGED,
        "ANX006" | "ANX011" | "ANX012" | "ANX013" | "ANX016" | "FCT002" => BEYOND_LIMITS,
        "ANX007" => PROTECTED,
        "ANX014" => NOT_AN_ANNEX,
        "PLN001" | "FCT001" => NEWER,
        "PLN002" | "PLN003" | "PLN004" => NOT_A_PLAN,
        "FCT003" => NOT_A_JOURNAL,
        _ => return None,
    })
}

const EMPTY: Saying =
    Saying { kk: "құжат бос", ru: "документ пуст", en: "the document is empty" };
const TOO_LARGE: Saying =
    Saying {
        kk: "файл тым үлкен", ru: "файл слишком велик", en: "the file is too large"
    };
const WRONG_ENCODING: Saying = Saying {
    kk: "мәтін UTF-8 кодтауында емес; оны UTF-8 кодтауында немесе .docx түрінде сақтаңыз",
    ru: "текст не в кодировке UTF-8; сохраните его в UTF-8 или как .docx",
    en: "the text is not UTF-8; save it as UTF-8 or as .docx",
};
const OTHER_FORMAT: Saying = Saying {
    kk: "бұл .docx те, мәтін де емес; файлды мәтін редакторында ашып, .docx түрінде сақтаңыз",
    ru: "это не .docx и не текст; откройте файл в текстовом редакторе и сохраните как .docx",
    en: "this is neither .docx nor text; open it in a word processor and save it as .docx",
};
const DAMAGED: Saying = Saying {
    kk: "файл бүлінген немесе толық көшірілмеген; оны қайта алыңыз",
    ru: "файл повреждён или скопирован не до конца; получите его заново",
    en: "the file is damaged or was not copied to the end; get it anew",
};
const BEYOND_LIMITS: Saying = Saying {
    kk: "файл рұқсат етілген шектен асады",
    ru: "файл превышает допустимые пределы",
    en: "the file is beyond the limits",
};
const PROTECTED: Saying = Saying {
    kk: "құжат құпиясөзбен қорғалған; оны құпиясөзсіз сақтаңыз",
    ru: "документ защищён паролем; сохраните его без пароля",
    en: "the document is protected by a password; save it without one",
};
const NOT_AN_ANNEX: Saying = Saying {
    kk: "бұл жобаның сипаттамасы бар қосымша емес; міндеттер мен көрсеткіштер кестесі табылмады",
    ru: "это не приложение с описанием проекта; не найдены задачи и таблица показателей",
    en: "this is not the annex that describes the project; no tasks and no table of indicators were found",
};
const NEWER: Saying = Saying {
    kk: "файлды бағдарламаның жаңарақ нұсқасы жазған; бағдарламаны жаңартыңыз",
    ru: "файл записан более новой версией программы; обновите программу",
    en: "the file was written by a newer version of the program; update the program",
};
const NOT_A_PLAN: Saying = Saying {
    kk: "бұл жоспардың JSON файлы емес немесе онда қате бар",
    ru: "это не план в JSON, или в нём ошибка",
    en: "this is not a plan in JSON, or there is a fault in it",
};
const NOT_A_JOURNAL: Saying = Saying {
    kk: "бұл жазбалар журналы емес",
    ru: "это не журнал записей",
    en: "this is not a journal of entries",
};

#[cfg(test)]
mod tests {
    use qoldau_core::language::Language;

    use super::*;

    #[test]
    fn every_refusal_of_a_file_is_said_in_three_languages() {
        // ANX015 is of a place within a document that was read.
        let codes = (1..=14).chain([16]).map(|number| format!("ANX{number:03}"));
        let codes = codes.chain((1..=4).map(|number| format!("PLN{number:03}")));
        for code in codes.chain((1..=3).map(|number| format!("FCT{number:03}"))) {
            let saying = saying(&code).unwrap_or_else(|| panic!("{code} is not said"));
            assert!(Language::ALL.iter().all(|language| !saying.get(*language).is_empty()), "{code}");
        }
    }
}
