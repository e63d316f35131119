//! Counted things: "2 posts", «2 поста», «2 пост».

use super::Language;
use super::number::{NBSP, format_amount};
use super::plural::{Plural, plural};
use crate::value::Amount;

/// The forms of one countable noun.
struct Noun {
    /// Key of the unit, as on the wire.
    key: &'static str,
    /// Kazakh: the singular, which follows every number.
    kk: &'static str,
    /// Russian: after 1, after 2, after 5. A fraction takes the second.
    ru: [&'static str; 3],
    /// English: after 1 and after every other number.
    en: [&'static str; 2],
}

impl Noun {
    /// The form that follows a number.
    fn after(&self, amount: Amount, language: Language) -> &'static str {
        let [one, few, many] = self.ru;
        let [single, several] = self.en;
        match (language, plural(amount, language)) {
            (Language::Kazakh, _) => self.kk,
            (Language::Russian, Plural::One) => one,
            (Language::Russian, Plural::Few) => few,
            (Language::Russian, Plural::Other) => of_a_part(few),
            (Language::Russian, Plural::Many) => many,
            (Language::English, Plural::One) => single,
            (Language::English, _) => several,
        }
    }
}

/// Russian nouns with an adjective behind a fraction, where both stand in the singular: 2 рабочих дня, 0,5 рабочего дня.
const OF_A_PART: [(&str, &str); 5] = [
    ("прямых эфира", "прямого эфира"),
    ("печатных листа", "печатного листа"),
    ("населённых пункта", "населённого пункта"),
    ("рабочих дня", "рабочего дня"),
    ("процентных пункта", "процентного пункта"),
];

/// The form of a Russian noun behind a fraction, by its form behind 2.
fn of_a_part(few: &'static str) -> &'static str {
    OF_A_PART.iter().find(|(known, _)| *known == few).map_or(few, |(_, part)| part)
}

/// The noun of a key.
fn noun(key: &str) -> Option<&'static Noun> {
    NOUNS.iter().find(|noun| noun.key == key)
}

/// Every key that has a noun, in the glossary's order.
pub fn unit_keys() -> impl Iterator<Item = &'static str> {
    NOUNS.iter().map(|noun| noun.key)
}

/// The noun that follows a number, without the number; nothing for a unit the glossary does not know.
#[must_use]
pub fn unit_after(amount: Amount, unit: &str, language: Language) -> Option<&'static str> {
    noun(unit).map(|noun| noun.after(amount, language))
}

/// The noun standing alone, in the singular: `пост`, `письмо`, `photo`.
#[must_use]
pub fn unit_name(unit: &str, language: Language) -> Option<&'static str> {
    unit_after(Amount::ONE, unit, language)
}

/// So much of something: `2 фото`, `5 постов`, `1 letter`. The space between does not break.
///
/// Of a unit the glossary does not know the number alone is said; hosts, whose units may be words of a text, call
/// `plan::quantity_of`.
#[must_use]
pub(crate) fn quantity(amount: Amount, unit: &str, language: Language) -> String {
    let number = format_amount(amount, language);
    match unit_after(amount, unit, language) {
        Some(noun) => format!("{number}{NBSP}{noun}"),
        None => number,
    }
}

/// One row of the table.
const fn row(key: &'static str, kk: &'static str, ru: [&'static str; 3], en: [&'static str; 2]) -> Noun {
    Noun { key, kk, ru, en }
}

/// The nouns, in the order of `docs/glossary.md`.
const NOUNS: &[Noun] = &[
    row("person", "адам", ["человек", "человека", "человек"], ["person", "people"]),
    row("volunteer", "волонтер", ["волонтёр", "волонтёра", "волонтёров"], ["volunteer", "volunteers"]),
    row("participants", "қатысушы", ["участник", "участника", "участников"], ["participant", "participants"]),
    row("specialist", "маман", ["специалист", "специалиста", "специалистов"], ["specialist", "specialists"]),
    row(
        "organisation",
        "ұйым",
        ["организация", "организации", "организаций"],
        ["organisation", "organisations"],
    ),
    row(
        "personOrOrganisation",
        "ұйым/адам",
        ["организация/человек", "организации/человека", "организаций/человек"],
        ["organisation/person", "organisations/people"],
    ),
    row("task", "міндет", ["задача", "задачи", "задач"], ["task", "tasks"]),
    row(
        "activity",
        "іс-шара",
        ["мероприятие плана", "мероприятия плана", "мероприятий плана"],
        ["activity", "activities"],
    ),
    row("event", "шара", ["событие", "события", "событий"], ["event", "events"]),
    row("visit", "сапар", ["выезд", "выезда", "выездов"], ["visit", "visits"]),
    row(
        "focusGroup",
        "фокус-топтық талқылау",
        ["фокус-группа", "фокус-группы", "фокус-групп"],
        ["focus group", "focus groups"],
    ),
    row("line", "жол", ["строка", "строки", "строк"], ["line", "lines"]),
    row(
        "finding",
        "тексеру нәтижесі",
        ["результат проверки", "результата проверки", "результатов проверки"],
        ["finding", "findings"],
    ),
    row("entry", "жазба", ["запись", "записи", "записей"], ["entry", "entries"]),
    row(
        "evidence",
        "растайтын материал",
        ["подтверждение", "подтверждения", "подтверждений"],
        ["piece of evidence", "pieces of evidence"],
    ),
    row("document", "құжат", ["документ", "документа", "документов"], ["document", "documents"]),
    row("list", "тізім", ["список", "списка", "списков"], ["list", "lists"]),
    row("letter", "хат", ["письмо", "письма", "писем"], ["letter", "letters"]),
    row("plan", "жоспар", ["план", "плана", "планов"], ["plan", "plans"]),
    row("programme", "бағдарлама", ["программа", "программы", "программ"], ["programme", "programmes"]),
    row("rules", "ереже", ["положение", "положения", "положений"], ["set of rules", "sets of rules"]),
    row("journal", "журнал", ["журнал", "журнала", "журналов"], ["journal", "journals"]),
    row("report", "есеп", ["отчёт", "отчёта", "отчётов"], ["report", "reports"]),
    row("act", "акт", ["акт", "акта", "актов"], ["act", "acts"]),
    row("post", "пост", ["пост", "поста", "постов"], ["post", "posts"]),
    row("announcement", "хабарландыру", ["анонс", "анонса", "анонсов"], ["announcement", "announcements"]),
    row("photo", "фото", ["фото", "фото", "фото"], ["photo", "photos"]),
    row("video", "видео", ["видео", "видео", "видео"], ["video", "videos"]),
    row("audio", "аудиоролик", ["аудиоролик", "аудиоролика", "аудиороликов"], ["audio clip", "audio clips"]),
    row(
        "publication",
        "жарияланым",
        ["публикация", "публикации", "публикаций"],
        ["publication", "publications"],
    ),
    row(
        "liveStream",
        "тікелей эфир",
        ["прямой эфир", "прямых эфира", "прямых эфиров"],
        ["live stream", "live streams"],
    ),
    row("story", "сторис", ["сторис", "сторис", "сторис"], ["story", "stories"]),
    row("material", "материал", ["материал", "материала", "материалов"], ["material", "materials"]),
    row("page", "парақша", ["страница", "страницы", "страниц"], ["page", "pages"]),
    row("survey", "сауалнама", ["опрос", "опроса", "опросов"], ["survey", "surveys"]),
    row(
        "presentation",
        "презентация",
        ["презентация", "презентации", "презентаций"],
        ["presentation", "presentations"],
    ),
    row(
        "support",
        "қолдау",
        ["случай поддержки", "случая поддержки", "случаев поддержки"],
        ["case of support", "cases of support"],
    ),
    row("asset", "нысан", ["объект", "объекта", "объектов"], ["asset", "assets"]),
    row("file", "файл", ["файл", "файла", "файлов"], ["file", "files"]),
    row("sheet", "бет", ["страница", "страницы", "страниц"], ["page", "pages"]),
    row("copy", "дана", ["экземпляр", "экземпляра", "экземпляров"], ["copy", "copies"]),
    row("piece", "бірлік", ["штука", "штуки", "штук"], ["piece", "pieces"]),
    row("set", "жинақ", ["комплект", "комплекта", "комплектов"], ["set", "sets"]),
    row(
        "printedSheet",
        "баспа табақ",
        ["печатный лист", "печатных листа", "печатных листов"],
        ["printed sheet", "printed sheets"],
    ),
    row("nomination", "аталым", ["номинация", "номинации", "номинаций"], ["nomination", "nominations"]),
    row("project", "жоба", ["проект", "проекта", "проектов"], ["project", "projects"]),
    row("grant", "грант", ["грант", "гранта", "грантов"], ["grant", "grants"]),
    row("network", "желі", ["сеть", "сети", "сетей"], ["network", "networks"]),
    row(
        "settlement",
        "елді мекен",
        ["населённый пункт", "населённых пункта", "населённых пунктов"],
        ["settlement", "settlements"],
    ),
    row("city", "қала", ["город", "города", "городов"], ["city", "cities"]),
    row("district", "аудан", ["район", "района", "районов"], ["district", "districts"]),
    row("time", "рет", ["раз", "раза", "раз"], ["time", "times"]),
    row("hour", "сағат", ["час", "часа", "часов"], ["hour", "hours"]),
    row("day", "күн", ["день", "дня", "дней"], ["day", "days"]),
    row(
        "workingDay",
        "жұмыс күні",
        ["рабочий день", "рабочих дня", "рабочих дней"],
        ["working day", "working days"],
    ),
    row("week", "апта", ["неделя", "недели", "недель"], ["week", "weeks"]),
    row("month", "ай", ["месяц", "месяца", "месяцев"], ["month", "months"]),
    row("quarter", "тоқсан", ["квартал", "квартала", "кварталов"], ["quarter", "quarters"]),
    row("year", "жыл", ["год", "года", "лет"], ["year", "years"]),
    row("yearOfAge", "жас", ["год", "года", "лет"], ["year of age", "years of age"]),
    row(
        "percentagePoint",
        "пайыздық тармақ",
        ["процентный пункт", "процентных пункта", "процентных пунктов"],
        ["percentage point", "percentage points"],
    ),
    row("tenge", "₸", ["₸", "₸", "₸"], ["₸", "₸"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::tests::glossary_rows;

    #[test]
    fn the_nouns_are_those_of_the_glossary_and_no_others() {
        let said: Vec<Vec<String>> = NOUNS
            .iter()
            .map(|noun| {
                let forms = [&[noun.key, noun.kk][..], &noun.ru, &noun.en].concat();
                forms.into_iter().map(String::from).collect()
            })
            .collect();
        assert_eq!(said, glossary_rows(&["## Counted things"], 7));
    }

    #[test]
    fn a_noun_agrees_with_its_number() {
        let say = |n: u32, unit| {
            Language::ALL.map(|language| quantity(n.into(), unit, language).replace(NBSP, " "))
        };
        assert_eq!(say(1, "post"), ["1 пост", "1 пост", "1 post"]);
        assert_eq!(say(2, "post"), ["2 пост", "2 поста", "2 posts"]);
        assert_eq!(say(25, "post"), ["25 пост", "25 постов", "25 posts"]);
        assert_eq!(say(2, "video"), ["2 видео", "2 видео", "2 videos"]);
        assert_eq!(say(3400, "person"), ["3 400 адам", "3 400 человек", "3,400 people"]);
        assert_eq!(say(2, "no such unit"), ["2", "2", "2"]);
    }

    #[test]
    fn half_an_event_is_said_too() {
        let half = |unit| quantity("0.5".parse().unwrap(), unit, Language::Russian);
        assert_eq!(half("event"), "0,5\u{a0}события");
        assert_eq!(half("workingDay"), "0,5\u{a0}рабочего дня");
        for noun in NOUNS {
            let part = of_a_part(noun.ru[1]);
            assert_eq!(
                part == noun.ru[1],
                !["ых ", "их "].iter().any(|end| noun.ru[1].contains(end)),
                "{}",
                noun.key
            );
        }
    }

    #[test]
    fn a_number_and_its_noun_do_not_part() {
        assert_eq!(quantity(Amount::from(2), "photo", Language::Kazakh), "2\u{a0}фото");
    }
}
