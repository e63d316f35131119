//! Words of units that are people, and those that are known to be none, where the vocabulary of units says neither.

use crate::plan::grammar::token::{Numbers, Token, tokens};
use crate::plan::grammar::vocabulary::is_one_of;
use crate::plan::recognise::read_kind;
use crate::plan::unit::counts_views;
use crate::plan::{IndicatorKind, UnitCode, UnitWord};
use crate::value::text::{is_cyrillic, is_kazakh};

/// People by sex, age, kinship, status and profession.
const PEOPLE: &str = "женщин=|мужчин=|девушк=|девушек|юнош=|мальчик=|девочк=|девочек|родител=|мам|мамы|матер=|отцы|отцов|пенсионер=|ветеран=|инвалид=|сирот=|учител=|воспитател=|преподавател=|психолог=|врач=|медик=|юрист=|журналист=|предпринимател=|фермер=|безработн*|служащ*|военнослужащ*|обучающ*|учащ*|ученик=|учениц=|ученых|учёных|ученые|учёные|верующ*|несовершеннолетн*|нуждающ*|трудящ*|молодых|молодежь|молодежи|молодёжь|молодёжи|малообеспеченн*|слабовидящ*|слабослышащ*|пожилых|пожилые|взрослых|взрослые|респондент=|опрошенн*|анкетируем*|сельчан*|односельчан*|горожан*|кандас=|мигрант=|выпускник=|выпускниц=|лидер=|активист=|спортсмен=|болельщик=|гостей|гостя|члена|членов|делегат=|магистрант=|руководител=|директор=|депутат=|пациент=|клиент=|пользовател=|призер=|лауреат=|номинант=|конкурсант=|библиотекар=|рабочих|әйел+|қыз+|ұлдар+|ана+|әке+|мұғалім+|ұстаз+|тәрбиеші+|зейнеткер+|ардагер+|жұмыссыз+|мүгедек+|респондент+|дәрігер+|заңгер+|кәсіпкер+|журналист+|спортшы+|жанкүйер+|түлек+|түлег+|келуші+|қонақ+|қонағ+|жұмысшы+|шәкірт+|белсенді+|көшбасшы+|психолог+|қария+|қандас+|мүше+|пациент+|woman|women|man|men|girl|girls|boy|boys|parent|parents|mother|mothers|father|fathers|child|children|teacher|teachers|youth|pensioner|pensioners|veteran|veterans|respondent|respondents|villager|villagers|adult|adults|doctor|doctors|lawyer|lawyers|journalist|journalists|entrepreneur|entrepreneurs|farmer|farmers|graduate|graduates|leader|leaders|activist|activists|guest|guests|member|members|trainee|trainees|learner|learners|worker|workers|patient|patients|client|clients|user|users|migrant|migrants";

/// Groups of people, and places, no one of which is a person.
const NO_PEOPLE: &str = "команд=|команда+|семья|семьи|семей|семьям|отбасы+|групп=|топ+|тоб+|класс=|сынып+|сыныб+|школ=|мектеп+|мектеб+|предприяти=|кәсіпорын+|област=|облыс+|регион=|өңір+|стран=|университет=|университет+|вуз=|колледж=|колледж+|домохозяйств=|team|teams|family|families|group|groups|class|classes|school|schools|household|households|region|regions|country|countries|company|companies|enterprise|enterprises|college|colleges|university|universities";

/// Further words for what is held once, beside a line of events.
const SESSIONS: &str = "сесси=|сессия+|session|sessions|урок=|lesson|lessons|игр=|праздник=|утренник=|эстафет=|кросс=|марафон=|марафон+|marathon|marathons|спартакиад=|сход=|поездк=|поездок|выезд=";

/// Whether the words of a unit are people that no unit of its own names.
pub(super) fn is_people(text: &str) -> bool {
    head_among(text) == Some(Sort::People)
}

/// Whether a unit is known to be none of people: a place, a view, a team, a family.
pub(crate) fn is_no_person(unit: &UnitWord) -> bool {
    match unit.code {
        UnitCode::Settlement | UnitCode::City | UnitCode::District => true,
        UnitCode::Other if counts_views(&unit.text) => true,
        UnitCode::Other => {
            let kind = || read_kind(&unit.text);
            head_among(&unit.text) == Some(Sort::NoPeople)
                && matches!(kind(), IndicatorKind::Other | IndicatorKind::Organisation)
        }
        _ => false,
    }
}

/// Whether a unit says in another word that something is held.
pub(super) fn is_session(text: &str) -> bool {
    tokens(text, Numbers::Plain).iter().any(|token| is_one_of!(token, SESSIONS))
}

/// «МК» of «Мастер-классы», «ДҮ» of «Дөңгелек үстел»: two to four capitals with which words of the name that stand together begin.
pub(crate) fn is_initials_of(unit: &str, name: &str) -> bool {
    let count = unit.chars().count();
    let capital = |c: char| c.is_uppercase() && c.is_alphabetic();
    if !(2..=4).contains(&count) || !unit.chars().all(capital) {
        return false;
    }
    let words = name.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let initials: String =
        words.filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect();
    initials.contains(unit)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    People,
    NoPeople,
}

/// What the head among the words is: the first such word in Russian, else the last.
fn head_among(text: &str) -> Option<Sort> {
    let list = tokens(text, Numbers::Plain);
    let sort = |token: &Token| {
        if is_one_of!(token, NO_PEOPLE) {
            Some(Sort::NoPeople)
        } else {
            is_one_of!(token, PEOPLE).then_some(Sort::People)
        }
    };
    let russian = text.chars().any(is_cyrillic) && !text.chars().any(is_kazakh);
    let preposition = |token: &Token| is_one_of!(token, "of|from|in|at|with|for|on");
    let mut sorts = list.iter().take_while(|token| russian || !preposition(token)).filter_map(sort);
    if russian { sorts.next() } else { sorts.last() }
}
