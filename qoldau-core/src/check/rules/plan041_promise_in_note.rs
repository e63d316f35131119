//! `PLAN041`: the words beside a number promise something that its figure does not show.

use super::plan009_words_and_digits_differ::repeated_number;
use super::plan023_bracket_number_unclear::leading_number;
use super::prelude::*;
use crate::plan::grammar::number::{Measure, Quantity, quantity};
use crate::plan::grammar::scope::{frequency, kazakh_noun, names_event, one_of, says_each, scope};
use crate::plan::grammar::token::{Numbers, Token, tokens};
use crate::plan::grammar::vocabulary::{is_one_of, phrase_at, sign_at};
use crate::plan::{often, stands_beside};
use crate::value::DateRange;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN041",
    name: "promiseInNote",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Санның жанындағы сөздерде тағы бір талап бар, ал есеп тек санның өзін көрсетеді: {target}. Жол: {lines}",
        ru: "В словах рядом с числом есть ещё одно условие, а учитывается только само число: {target}. Строка: {lines}",
        en: "The words beside the number ask for something more, and only the number itself is counted: {target}. Line: {lines}",
    },
    what: RuleInfo::manual(
        "Whether a remark beside a target holds a number or a percent of its own, or says how often or for each of what.",
    ),
    why: RuleInfo::manual(
        "\"12 posts (2 a month)\" is not kept by twelve posts in October, and \"100, of them 40 women\" not by a hundred men.",
    ),
    example: RuleInfo::manual(
        "«12 пост (айына 2)», «100, соның ішінде кемінде 40 қыз», «5 фото на мероприятие»",
    ),
    remedy: Saying {
        kk: "Оператормен келісіп, бұл талапты жеке жолмен немесе жеке санмен жазыңыз",
        ru: "Согласуйте с оператором и запишите это условие отдельной строкой или отдельным числом",
        en: "Agree with the operator, and write it as a line or a number of its own",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

/// After these a number is of a document or a clause.
const NUMBERED: &str = "no|n|пункт*|п|тармақ*|бап*|статья|статьи|прил|приложени*|қосымша*";
/// A remark with such a word says of what age the people are.
const AGES: &str = "жас*|лет|летн*|возраст*|years|aged|age";
/// Leads and nouns in the singular that say "for each of" without the word.
const RUSSIAN_LEADS: &str = "на|за";
const RUSSIAN_ONE: &str = "мероприятие|событие|семинар|тренинг|встречу|форум|фестиваль|лекцию|акцию|занятие|участника|человека|волонтера|студента|школьника|ученика|специалиста|сотрудника|организацию|учреждение|школу|колледж|вуз|группу|команду|класс|город|район|село|округ|область|регион|площадку|канал|сеть|соцсеть|страницу|единицу|экземпляр|точку|смену|декаду|сезон|заседание|собрание|совещание|сессию|рейд|выезд|визит|урок|мастер - класс|вебинар|консультацию|ребенка|ребёнка|подростка|семью|слушателя|педагога|учителя|бенефициара";
/// The same behind «с», «в», «на», where nothing may follow: «20 человек в группе», not «в городе Актау».
const RUSSIAN_WHERE: &str = "с|со|от|из|в|во|на|при";
const RUSSIAN_ONE_THERE: &str = "мероприятия|мероприятии|события|событии|семинара|семинаре|тренинга|тренинге|встречи|встрече|форума|форуме|фестиваля|фестивале|лекции|акции|занятия|занятии|участника|человека|волонтера|студента|школьника|ученика|специалиста|сотрудника|организации|учреждения|учреждении|школы|школе|колледжа|колледже|вуза|вузе|группы|группе|команды|команде|класса|классе|района|районе|села|селе|округа|округе|области|региона|регионе|площадки|площадке|канала|канале|страницы|странице|единицы|экземпляра|точки|точке|смены|смене|заседания|заседании|собрания|собрании|совещания|совещании|сессии|рейда|рейде|выезда|выезде|визита|урока|уроке|мастер - класса|мастер - классе|вебинара|вебинаре|консультации|ребенка|подростка|семьи|семье|слушателя|педагога|учителя|бенефициара";
const ENGLISH_ONE: &str = "at an event|per event|at a seminar|at a training|at a workshop|at a meeting|at a session|in a class|in a group|in a team|in a school|in a district|in a city|in a village|in a region|for a participant|for a person|for a student|for a volunteer|for a group|for a school|from an event|from a school|from a district|from a region|from a group";
const PERIODS: &str =
    "в декаду|в смену|в сезон|в две недели|в два месяца|в три месяца|декадасына|екі аптада|екі айда|үш айда";
const KAZAKH_ONE: &str = "аптада|айда|айында|жылда|күнде|тоқсанда|шараға|шарасына|іс - шараға|семинарға|тренингке|кездесуге|форумға|дәріске|сабаққа|адамға|адамына|қатысушыға|волонтерге|студентке|оқушыға|маманға|қызметкерге|ұйымға|мекемеге|мектепке|колледжге|топқа|сыныпқа|командаға|қалаға|ауданға|ауылға|округке|облысқа|алаңға|желіге|арнаға|отырысқа|жиналысқа|рейдке|вебинарға|балаға|жасөспірімге|отбасыға";

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for row in &context.rows {
        for target in &row.line.targets {
            // Whether a number is asked for each time PLAN066 asks.
            let due = row.activity.due.as_ref();
            if due.is_some_and(|due| target.often().is_some() && due.leaves_open(target, context.plan.period))
            {
                continue;
            }
            if notes(target).any(|note| promises(note, target, context.plan.period)) {
                let finding = Context::on_rows(&INFO, &[*row], "targets");
                let said = finding.map(|finding| finding.param(Param::text("target", &target.text)));
                out.extend(said.map(|finding| finding.offer(Question::Other.key(), "agreement")));
            }
        }
    }
}

/// Whether a remark promises something that its target does not show.
fn promises(note: &str, target: &Target, project: Option<DateRange>) -> bool {
    // Of a bare number other rules ask these two things. «24 (4 в месяц)» in six months is one number, whose months its figure does not
    // show.
    let made_up = || often(note).is_some_and(|often| target.is_made_up_by(often, project));
    if number(target).is_some()
        && (leading_number(note).is_some() && !made_up() || repeated_number(note).is_some())
    {
        return false;
    }
    let list = tokens(note, Numbers::Grouped);
    let aged = (0..list.len()).any(|at| phrase_at!(&list, at, AGES).is_some());
    (0..list.len()).any(|at| {
        says_how_often(&list, at) || (!aged && another_number(&list, at, target)) || {
            aged && percent_at(&list, at, target)
        }
    })
}

/// How often, or for each of what.
fn says_how_often(list: &[Token], at: usize) -> bool {
    let led = phrase_at!(list, at, RUSSIAN_LEADS).and_then(|noun| phrase_at!(list, noun, RUSSIAN_ONE));
    // «Шараға 5 фото» leaves the noun alone; among other words it may be anything.
    let alone = at == 0 && (phrase_at!(list, at, KAZAKH_ONE) == Some(list.len()) || kazakh_one_there(list));
    let there =
        phrase_at!(list, at, RUSSIAN_WHERE).and_then(|noun| phrase_at!(list, noun, RUSSIAN_ONE_THERE));
    let there = there.or_else(|| phrase_at!(list, at, ENGLISH_ONE));
    let nothing_follows =
        |end: usize| !list.get(end).is_some_and(|token| token.is_word() || token.sign() == Some('"'));
    frequency(list, at).is_some()
        || each(list, at)
        || led.is_some()
        || phrase_at!(list, at, PERIODS).is_some()
        || one_of(list, at).is_some_and(|noun| names_event(list, noun))
        || there.is_some_and(nothing_follows)
        || alone
}

/// «Шарадан», «мектепте»: one of many in the ablative or locative, alone.
fn kazakh_one_there(list: &[Token]) -> bool {
    let noun = kazakh_noun(list, 0)
        .or_else(|| phrase_at!(list, 0, "отырыс+|жиналыс+|сынып+|рейд+|вебинар+|сессия+"));
    noun == Some(list.len())
        && list.last().is_some_and(|token| {
            let many = ["лар", "лер", "дар", "дер", "тар", "тер"];
            let plural = token.spellings().any(|word| many.iter().any(|ending| word.contains(ending)));
            stands_beside(token) && !plural && !is_one_of!(token, "аудан|облыс|қала")
        })
}

/// Any form of "each" or "every", whatever stands after it: «к каждому заседанию», «әр рейдтен».
fn each(list: &[Token], at: usize) -> bool {
    let said = list.get(at).is_some_and(|token| token.spellings().any(says_each));
    // «Әр түрлі» is "various", "as per" is "according to".
    let other = phrase_at!(list, at, "әр түр*|әр алуан|әр кез|әр тарап*").is_some();
    let according = at.checked_sub(1).and_then(|before| list.get(before)).is_some_and(|token| token.is("as"));
    scope(list, at).is_some() || said && !other && !according
}

/// A number in digits that is not the target's own, nor a year, a time of the day or the number of a document.
fn another_number(list: &[Token], at: usize, target: &Target) -> bool {
    let Some(found) = number_at(list, at) else { return false };
    let before = at.checked_sub(1);
    let numbered = before.is_some_and(|before| {
        sign_at(list, before) == Some('№') || phrase_at!(list, before, NUMBERED).is_some()
    });
    !numbered && !found.is_year() && !found.clock_like && !is_own(found, target)
}

fn percent_at(list: &[Token], at: usize, target: &Target) -> bool {
    number_at(list, at).is_some_and(|found| found.measure == Measure::Percent && !is_own(found, target))
}

/// A number in digits that begins at a token.
fn number_at(list: &[Token], at: usize) -> Option<Quantity> {
    list.get(at)?.digits()?;
    quantity(list, at).map(|(found, _)| found)
}

/// Whether a number is what the target promises anyway.
fn is_own(found: Quantity, target: &Target) -> bool {
    let (amount, percent) = match target.rule {
        TargetRule::Number { amount, .. } => (amount, false),
        TargetRule::Percent { amount, .. } => (amount, true),
        _ => return false,
    };
    found.value == amount && (found.measure == Measure::Percent) == percent
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cell: &str) -> Plan {
        let targets = crate::plan::read_targets(cell, &id("l1"), None);
        of_lines(vec![line("1.1", IndicatorKind::Post, "Пост", targets)])
    }

    #[test]
    fn what_the_words_promise_is_asked_for() {
        for cell in [
            "12 постов (по 2 в месяц)",
            "6 (по 1 в месяц)",
            "24 (4 в месяц)",
            "6 ежемесячных отчётов",
            "3 тренинга по 20 человек",
            "80% (не менее 120 человек)",
            "60 (с каждого мероприятия 20)",
            "100, в том числе не менее 40 девушек",
            "100 человек, из них 60% – молодежь",
            "100 (жасы 14-35, 60% қыздар)",
            "2 отчета в декаду",
            "5 фото на мероприятие",
            "1 сертификат на участника",
            "шараға 5 фото",
            "5 фото за мероприятие",
            "1 на команду",
            "1 к каждому заседанию",
            "1 с каждого рейда",
            "1 перед каждым мероприятием",
            "1 на каждое заседание",
            "1 протокол на заседание",
            "5 (әрбір отырысқа)",
            "2 (әр рейдтен)",
            "3 (әрқайсысы бойынша)",
            "1 for each session",
            "5 с мероприятия",
            "20 чел. в группе",
            "20 человек на тренинге",
            "2 в школе",
            "1 с района",
            "шарадан 5 фото",
            "іс-шарадан 5",
            "мектептен 2 оқушы",
            "мектепте 2 іс-шара",
            "топта 20 адам",
            "20 адам семинарда",
            "100 сертификат қатысушыға",
            "2 пост аптада",
            "5 photos at an event",
        ] {
            assert_eq!(touched(&read(cell), &INFO), ["l1.1"], "{cell}");
        }
        assert_eq!(
            said(&read("12 постов (по 2 в месяц)"), &INFO),
            "The words beside the number ask for something more, and only the number itself is counted: 12 постов (по 2 в месяц). Line: 1.1"
        );
    }

    #[test]
    fn other_remarks_ask_for_nothing_more() {
        for cell in [
            "100 (ақпараттық, консультативтік және әкімшілік)",
            "100 (14-35 жас)",
            "100 человек (в возрасте 14–35 лет)",
            "1 (2024 ж.)",
            "1 (№ 5 қосымша)",
            "3 поста в Facebook",
            "2 письма в акимат",
            "1 заявка на грант",
            "10 (он)",
            "3 (3 шара)",
            "1 (3 шара)",
            "5 фото с каждого мероприятия",
            "1 отчет в полугодие",
            "10 (әр түрлі тақырыпта)",
            "1 (as per the contract)",
            "50 человек в городе Актау",
            "20 человек в школе «Дарын»",
            "100 (мектептерден)",
            "5 posts on Instagram",
            "бірінші аптада 2 пост",
            "маусым айында 2 пост",
        ] {
            assert_eq!(findings(&read(cell), &INFO), [], "{cell}");
        }
    }
}
