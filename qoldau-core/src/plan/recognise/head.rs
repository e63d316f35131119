//! The head of a line's name: the word that says what the line is of.
//!
//! Kazakh puts it last («қатысушылар тізімі»), Russian first («список участников»), English last before a preposition
//! ("participants list", "list of participants"); and a record of something goes before what it is of.

use super::dependent::{is_adjective, is_dependent};
use super::record::{Next, is_of_another};
use super::thing::{is_beside, is_led, is_where};
use crate::language::kazakh::Case;
use crate::plan::IndicatorKind as Kind;
use crate::plan::grammar::comparator::ending_case;
use crate::plan::grammar::token::Token;
use crate::plan::grammar::vocabulary::{is_one_of, longest};
use crate::value::text::{is_cyrillic, is_kazakh};

/// How much a word decides: a record of something («қатысушылар тізімі») counts before what it is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    /// How often something was seen: decides at the head's own place («просмотры видео»), and elsewhere only alone.
    Views,
    /// Where it is published; decides only when nothing else does.
    Place,
    /// A thing, people, an event.
    Thing,
    /// A document, a picture, a level, a deed.
    Record,
}

use Weight::{Place, Record, Thing, Views};

type Row = (&'static str, (Kind, Weight));

const HEADS: [Row; 41] = [
    ("қанағаттан*|удовлетворен*|satisfaction|satisfied", (Kind::Satisfaction, Record)),
    ("тізім+|список|списк=|перечень|перечн=|реестр=|list|lists", (Kind::List, Record)),
    (
        "лист= регистрации|лист= присутствия|регистрационн* лист=|явочн* лист=|тіркеу парағ+|attendance sheet|attendance sheets|registration sheet|sign - in sheet",
        (Kind::List, Record),
    ),
    (
        "просмотр=|подписчик=|лайк=|репост=|охват= пост=|охват= публикаци=|охват= видео*|охват= ролик=|охват= страниц=|охват= аккаунт=|қаралым+|көрілім+|жазылушы+|лайк+|репост+|пост+ қамт*|жарияланым+ қамт*|бейне* қамт*|видео* қамт*|парақша+ қамт*|желі+ қамт*|зрител= прям*|зрител= эфир*|зрител= трансляц*|зрител= стрим*|зрител= видео*|посетител= сайт*|посетител= портал*|посетител= страниц=|посетител= аккаунт=|эфир+ көрермен+|трансляция+ көрермен+|видео* көрермен+|бейне* көрермен+|views|view|impressions|subscriber|subscribers|follower|followers|likes|reposts|shares",
        (Kind::Other, Views),
    ),
    ("журнал+|журнал=|journal|journals|log|logbook|register", (Kind::Journal, Record)),
    ("есеп+|есеб+|отчет=|report|reports", (Kind::Report, Record)),
    ("акт+|акті+|акт=|act|acts", (Kind::Act, Record)),
    ("хат+|письм=|писем|letter|letters", (Kind::Letter, Record)),
    ("ереже+|қағида+|положени=|правил=|регламент=|rules|regulation|regulations", (Kind::Rules, Record)),
    ("жоспар+|кесте+|план=|график=|расписани=|plan|plans|schedule|schedules|timetable", (Kind::Plan, Record)),
    ("бағдарлама+|программ=|программа+|programme|programmes|program|programs", (Kind::Programme, Record)),
    (
        "фотовыставк=|фотовыставок|фотоконкурс=|фотокөрме+|фотобайқау+|фотокросс=|видеовыставк=|видеоконкурс=|видеоконференци=|видеовстреч=|видеобайқау+|видеоконференция+|бейнеконференция+|бейнебайқау+|бейнекөрме+",
        (Kind::Event, Thing),
    ),
    (
        "фотограф|фотографа|фотографы|фотографов|фотографу|видеограф=|видеооператор=|видеооператор+|бейнеоператор+",
        (Kind::Specialist, Thing),
    ),
    (
        "фотоаппарат*|фотокамер*|фотозон*|фотостенд*|фотобудк*|фоторамк*|фототехник*|видеокамер*|видеотехник*|видеонаблюд*|видеооборуд*|видеосвяз*|бейнекамера+|бейнебақылау+",
        (Kind::Other, Thing),
    ),
    ("фото*|сурет+|photo|photos|photograph|photographs|picture|pictures", (Kind::Photo, Record)),
    (
        "видео*|бейне*|аудио*|ролик=|рилс|рилсы|рилсов|рилстер|audio|video|videos|reel|reels",
        (Kind::Video, Record),
    ),
    (
        "тікелей эфир+|прям* эфир=|прям* трансляци=|трансляци=|трансляция+|стрим=|стрим+|live stream|live streams|livestream|livestreams|live - stream|live broadcast|live broadcasts|broadcast",
        (Kind::LiveStream, Record),
    ),
    (
        "сатып алу+|іске қосу+|приобретени=|закуп=|закупк=|покупк=|запуск=|purchase|purchases|procurement|launch",
        (Kind::Asset, Record),
    ),
    (
        "құжат+|хаттама+|келісім+|документ=|меморандум=|меморандум+|приказ=|бұйрық+|бұйрығ+|протокол=|соглашени=|договор=|document|documents|minutes|agreement|agreements",
        (Kind::Document, Record),
    ),
    ("материал+ жариялау+|мақала+ жариялау+|материал+ орналастыру+", (Kind::Publication, Thing)),
    (
        "размещени= материал=|размещени= информационн* материал=|публикаци= материал=|публикаци= информационн* материал=|публикаци= стат=|публикаци= статей",
        (Kind::Publication, Thing),
    ),
    ("публикаци= пост=|публикаци= информационн* пост=|размещени= пост=", (Kind::Post, Thing)),
    (
        "дайжест*|дайджест*|мақала+|жарияланым+|телесюжет=|телесюжет+|публикаци=|статья|стать=|статей|digest|digests|article|articles|publication|publications",
        (Kind::Publication, Thing),
    ),
    ("пост+|пост=|жариялау+|post|posts|posting", (Kind::Post, Thing)),
    ("хабарландыру+|хабарлама+|анонс*|объявлени=|announcement|announcements", (Kind::Announcement, Thing)),
    (
        "материал+|өнім+|баннер+|буклет+|брошюра+|материал=|продукци=|памятк=|памяток|методическ* рекомендаци=|методическ* пособи=|жадынама+|әдістемелік құрал+|әдістемелік нұсқаулық+|баннер=|буклет=|брошюр=|листовк=|листовок|сувенир=|material|materials|product|products|handout|handouts|booklet|booklets|banner|banners|leaflet|leaflets",
        (Kind::Material, Thing),
    ),
    (
        "сауалнама+|сауалнамасы+|сауалнама+ нәтиже+|анкета+|результат= опрос=|результат= анкет=|результат= анкетировани=|опрос=|анкетировани=|анкет=|survey|surveys|questionnaire|questionnaires|poll|polls",
        (Kind::Survey, Thing),
    ),
    ("парақша+|парақшас+|аккаунт+|страниц=|аккаунт=|page|pages|account|accounts", (Kind::Page, Thing)),
    ("презентация+|презентаци=|presentation|presentations", (Kind::Presentation, Thing)),
    ("фокус - топ*|фокус - групп*|focus - group|focus - groups", (Kind::FocusGroup, Thing)),
    (
        "қатысушы+|тыңдаушы+|оқушы+|студент+|волонтер+|жастар+|иегер+|жеңімпаз+|бенефициар+|адам+|көрермен+|участник=|участниц=|зрител=|посетител=|дети|детей|балалар+|педагог=|педагог+|слушател=|студент=|граждан=|гражданин=|азамат+|школьник=|волонтер=|победител=|бенефициар=|человек=|охват|participant|participants|attendee|attendees|student|students|volunteer|volunteers|winner|winners|beneficiaries|people|persons|citizen|citizens|visitor|visitors|spectator|spectators",
        (Kind::Participants, Thing),
    ),
    (
        "қолдау+|консультация+|көмек+|кеңес+|поддержк=|поддержек|консультаци=|помощ=|support|supports|consultation|consultations|consulting|assistance",
        (Kind::Support, Thing),
    ),
    (
        "маман+|кеңесші+|инфлюенсер*|сарапшы+|жаттықтырушы+|эксперт+|специалист=|консультант=|эксперт=|ведущий|ведущие|ведущая|ведущего|ведущих|спикер=|спикер+|модератор=|модератор+|тренер=|блогер=|influencer|influencers|specialist|specialists|consultant|consultants|expert|experts|trainer|trainers|blogger|bloggers",
        (Kind::Specialist, Thing),
    ),
    // «Организация работы …» is a deed: the Russian nominative is left out.
    ("ұйым+|топ+|тоб+|үеұ|бірлестік+|бірлестіг+", (Kind::Organisation, Thing)),
    (
        "организаций|организации|организациям|организациями|организациях|групп=|объединени=|нпо|organisation|organisations|organization|organizations|ngo|ngos|group|groups",
        (Kind::Organisation, Thing),
    ),
    (
        "коуоркинг*|коворкинг*|call center|call centre|колл - центр*|кол - центр*|техника+|жабдық+|жабдығ+|жиһаз+|орталық+|орталығ+|құрал - жабдық+|оборудовани=|мебел=|техник=|рабоч* мест=|co - working|coworking|equipment|furniture|hotline|workplace|workplaces",
        (Kind::Asset, Thing),
    ),
    (
        "насихат*|үгіт - насихат*|үгіттеу+|пропаганд*|агитац*|информировани=|популяризац*|outreach|promotion|campaigning",
        (Kind::Outreach, Thing),
    ),
    (
        "шара+|іс - шара+|сенбілік+|көрме+|спектакль+|жиналыс+|шеберлік сынып+|субботник=|экскурси=|выставк=|спектакл=|собрани=|семинар+|мастер - класс=|мастер - класс+|шеберлік сағат+|конференция+|конференци=|дәріс+|лекци=|дөңгелек үстел+|кругл* стол=|байқау+|конкурс=|конкурс+|турнир+|турнир=|вебинар+|вебинар=|концерт+|концерт=|conference|conferences|lecture|lectures|master class|master classes|round table|round tables|contest|contests|tournament|tournaments|webinar|webinars|concert|concerts|заняти=|рейд=|рейд+|поход=|жорық+|жорығ+|лагер=|лагерь+|хакатон=|хакатон+|дебат=|дебат+|пікірсайыс+|пікірталас+|заседани=|церемони=|сабақ+|сабағ+|отырыс+|тренинг+|кездесу+|форум+|фестиваль+|акция+|жарыс+|мероприяти=|событи=|семинар=|тренинг=|встреч=|форум=|фестивал=|акци=|соревновани=|event|events|seminar|seminars|training|trainings|workshop|workshops|meeting|meetings|festival|festivals|exhibition|exhibitions|competition|competitions|forum|forums|excursion|excursions|hackathon|hackathons",
        (Kind::Event, Thing),
    ),
    (
        "газет*|портал*|сайт*|жаңалық+|новост=|новостей|newspaper|newspapers|portal|portals|website|news",
        (Kind::Publication, Place),
    ),
    (
        "әлеуметтік желі+|социальн* сет=|соцсет=|social network|social networks|social media",
        (Kind::Other, Place),
    ),
    ("сертификат+|сертификат=|certificate|certificates|қалам+|блокнот+|блокнот=", (Kind::Material, Place)),
];

/// A head found in a name.
#[derive(Debug, Clone, Copy)]
struct Head {
    kind: Kind,
    weight: Weight,
    at: usize,
    /// Token after its last word.
    end: usize,
    /// What it names is only what something else is of, for or in.
    belongs: bool,
}

/// The kind that the head of a name says; what stands in brackets does not count.
pub(super) fn kind(name: Vec<Token>) -> Option<Kind> {
    let list = outside_brackets(name);
    let mut pieces = list.split(is_and);
    let first = pieces.next()?;
    if first.len() == list.len() {
        return of_whole(&list);
    }
    if let Some((first, _)) = two_things(&list) {
        return Some(first);
    }
    // «Тізімі және табыстау актісі»: both are records of their own, and the line is of the first.
    let record = |piece| head(piece, order(piece)).filter(|head| head.weight == Record);
    match record(first) {
        Some(head) if pieces.any(|piece| record(piece).is_some()) => Some(head.kind),
        _ => of_whole(&list),
    }
}

/// The kinds of a name that is of two things and says no more, «Посты и видео»: the line is of the first. Of two papers («план и
/// программа») both are wanted anyway.
fn two_things(list: &[Token]) -> Option<(Kind, Kind)> {
    let mut pieces = list.split(is_and);
    let (first, second) = (alone(pieces.next()?)?, alone(pieces.next()?)?);
    let papers = first.is_document() && second.is_document();
    (pieces.next().is_none() && first != second && !papers).then_some((first, second))
}

/// The kind of words that are one thing, counted or not: «Количество постов», «информационные посты», «бейнелер саны».
fn alone(piece: &[Token]) -> Option<Kind> {
    let found = heads(piece);
    let [Head { kind, weight: Thing | Record, at, end, .. }] = found.as_slice() else { return None };
    let other = |(token, place): (&Token, usize)| !(*at..*end).contains(&place) && !is_plain(token);
    let one_sort =
        !matches!(kind, Kind::Participants | Kind::Satisfaction | Kind::Outreach | Kind::Organisation);
    (one_sort && !piece.iter().zip(0..).any(other)).then_some(*kind)
}

/// An adjective, or a word that only counts.
fn is_plain(token: &Token) -> bool {
    is_adjective(token) || is_one_of!(token, "количеств*|число|числа|саны|санын|number|of|the")
}

/// Words of a social network.
const SOCIAL: [(&str, ()); 1] =
    [("әлеуметтік желі+|социальн* сет=|соцсет=|social network|social networks|facebook|instagram", ())];

/// Words of the press.
const PRESS: [(&str, ()); 1] = [("газет*|портал*|сайт*|бақ|сми|newspaper*|portal*|website*|media", ())];

fn of_whole(list: &[Token]) -> Option<Kind> {
    let found = head(list, order(list))?;
    Some(match found.kind {
        Kind::Publication if is_social(list) => Kind::Post,
        // «Охват в социальных сетях» counts no people that took part.
        Kind::Participants
            if list.get(found.at).is_some_and(|token| token.is("охват")) && is_social(list) =>
        {
            Kind::Other
        }
        // Trainers who were trained are not those who train: their number adds up.
        Kind::Specialist if is_taught(list, &found) => Kind::Participants,
        kind => kind,
    })
}

/// Whether the people of a head were taught: «обучено тренеров», «мамандарды оқыту».
fn is_taught(list: &[Token], head: &Head) -> bool {
    const BEFORE: &str = "обучено|обучены|обученные|обученных|подготовлено|подготовленные|подготовленных|оқытылған|оқыған|даярланған|trained";
    let before = list.iter().take(head.at).any(|token| is_one_of!(token, BEFORE));
    let taught = list.get(head.end).is_some_and(|token| is_one_of!(token, "оқыту+|даярлау+"));
    let accusative = || {
        let word = list.get(head.end.saturating_sub(1));
        word.is_some_and(|word| {
            ["ды", "ді", "ты", "ті", "ны", "ні"]
                .iter()
                .any(|end| word.spellings().any(|word| word.ends_with(end)))
        })
    };
    before || taught && accusative()
}

/// Whether a publication is one in a social network, and so a post.
fn is_social(list: &[Token]) -> bool {
    let social = (0..list.len()).any(|at| longest!(list, at, SOCIAL).is_some());
    let press = (0..list.len()).any(|at| longest!(list, at, PRESS).is_some());
    social && !press
}

/// The tokens of a name without brackets and what stands in them.
fn outside_brackets(list: Vec<Token>) -> Vec<Token> {
    let mut depth = 0_usize;
    list.into_iter()
        .filter(|token| {
            let sign = token.sign();
            if sign == Some('(') {
                depth = depth.saturating_add(1);
            }
            let outside = depth == 0;
            if sign == Some(')') {
                depth = depth.saturating_sub(1);
            }
            outside
        })
        .collect()
}

/// The kinds of a name of two things, for the rule that asks.
pub(super) fn two_kinds(name: Vec<Token>) -> Option<(Kind, Kind)> {
    two_things(&outside_brackets(name))
}

fn is_and(token: &Token) -> bool {
    is_one_of!(token, "және|мен|бен|пен|и|and")
}

/// Where the head of a name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// Kazakh: last.
    Last,
    /// Russian: first.
    First,
    /// English: last before the first preposition.
    LastBeforePreposition,
}

fn order(list: &[Token]) -> Order {
    const KAZAKH_ALONE: &str = "кездесу+|жиналыс+|сабақ+|тарату|беру|жасау|жазу|жоспары|туралы|сайын|айына|аптасына|фотосы*|видеосы*|аудиосы*";
    let word =
        |test: &dyn Fn(&str) -> bool| list.iter().any(|token| token.spellings().next().is_some_and(test));
    let kazakh = || list.iter().any(|token| is_one_of!(token, KAZAKH_ALONE)) || owns_in_kazakh(list);
    // Letters first: they tell nearly every Kazakh name.
    if word(&|word| word.chars().any(is_kazakh)) || word(&has_kazakh_ending) || kazakh() {
        Order::Last
    } else if word(&|word| word.chars().any(is_cyrillic)) {
        Order::First
    } else {
        Order::LastBeforePreposition
    }
}

/// «Семинар материалы», «Волонтер форумы»: two nouns that both stand in the nominative by Russian spelling are a Kazakh owner and what
/// is theirs.
fn owns_in_kazakh(list: &[Token]) -> bool {
    const OWNERS: &str =
        "семинар|тренинг|вебинар|форум|фестиваль|конкурс|турнир|концерт|волонтер|студент|педагог|проект";
    const OWNED: &str =
        "материалы|журналы|отчеты|форумы|посты|акты|билеты|концерты|турниры|семинары|тренинги|конкурсы";
    list.windows(2).any(|pair| match pair {
        [whose, what] => is_one_of!(whose, OWNERS) && is_one_of!(what, OWNED),
        _ => false,
    })
}

/// «Хаттар журналы», «Волонтер анкетасы», «Ветерандармен кездесу», «Сайтта жариялау» are Kazakh without any letter that Russian
/// lacks.
fn has_kazakh_ending(word: &str) -> bool {
    const ENDINGS: [&str; 30] = [
        "лар",
        "лер",
        "дар",
        "дер",
        "тар",
        "тер",
        "лары",
        "лері",
        "дары",
        "тары",
        "касы",
        "масы",
        "тасы",
        "иясы",
        "рысы",
        "лармен",
        "лермен",
        "дармен",
        "дермен",
        "тармен",
        "термен",
        "лерге",
        "дерге",
        "терге",
        "лардан",
        "лерден",
        "тардан",
        "терден",
        "лау",
        "леу",
    ];
    // «Келгендер» are those who came, and «гендер» is a word of its own.
    ENDINGS.iter().any(|ending| word.ends_with(ending))
        && word != "гендер"
        && !SEEMING_KAZAKH.iter().any(|other| word.ends_with(other))
}

/// Russian words that end so.
const SEEMING_KAZAKH: [&str; 16] = [
    "волонтер",
    "мастер",
    "лидер",
    "тендер",
    "компьютер",
    "принтер",
    "характер",
    "доллар",
    "гектар",
    "экземпляр",
    "удары",
    "гитары",
    "гектары",
    "санитары",
    "радары",
    "каркасы",
];

/// The head of a name: of the heaviest words, the one its language puts at the head's place.
fn head(list: &[Token], order: Order) -> Option<Head> {
    let mut all = heads(list);
    if let Some(shown) = shown(&all, list, order) {
        return Some(shown);
    }
    let mut next = None;
    // From behind: of some heads it matters which is the next.
    for head in all.iter_mut().rev() {
        head.belongs = belongs(list, head, next, order);
        next = Some(Next { kind: head.kind, at: head.at, end: head.end });
    }
    all.retain(|head| !head.belongs);
    // «Просмотры видео» are no videos, «видео с просмотрами» are.
    let placed = chosen(list, order, all.iter().copied()).filter(|head| head.weight == Views);
    let heaviest = all.iter().map(|head| head.weight).max()?;
    placed.or_else(|| chosen(list, order, all.into_iter().filter(|head| head.weight == heaviest)))
}

/// Whether what a head names is only what something else is of, for or in.
fn belongs(list: &[Token], head: &Head, next: Option<Next>, order: Order) -> bool {
    let tokens = (head.at, head.end);
    match (head.kind, head.weight) {
        (Kind::Participants, _) => is_dependent(list, head.at, head.end, order),
        (Kind::Publication, Place) => !is_where(list, tokens, order),
        // What is asked about is the satisfaction, wherever it stands; outreach has many names.
        (Kind::Satisfaction | Kind::Outreach, _) | (_, Views | Place) => false,
        (kind, Thing) => is_beside(list, tokens, kind, order),
        (_, Record) => is_led(list, head.at, order) || is_of_another(list, tokens, next, order),
    }
}

/// «Фото көрмесі»: the event that shows records is the head, and not they.
fn shown(all: &[Head], list: &[Token], order: Order) -> Option<Head> {
    let [.., record, event] = all else { return None };
    let bare = |head: &Head| {
        let word = list.get(head.end.saturating_sub(1));
        word.is_some_and(|word| ending_case(word) == Case::Nominative)
    };
    let of_record = record.weight == Record && record.end == event.at && bare(record);
    (order == Order::Last && event.kind == Kind::Event && event.end == list.len() && of_record)
        .then_some(*event)
}

/// Of several heads the one at the head's place.
fn chosen(
    list: &[Token],
    order: Order,
    mut candidates: impl DoubleEndedIterator<Item = Head>,
) -> Option<Head> {
    match order {
        Order::Last => candidates.next_back(),
        Order::First => candidates.next(),
        Order::LastBeforePreposition => {
            let first = candidates.next()?;
            let preposition = (first.end..list.len()).find(|at| list.get(*at).is_some_and(is_preposition));
            let end = preposition.unwrap_or(list.len());
            Some(candidates.take_while(|head| head.at < end).last().unwrap_or(first))
        }
    }
}

fn is_preposition(token: &Token) -> bool {
    is_one_of!(token, "of|from|for|in|on|with|to|at|by|about")
}

/// Every head of a name in order; a word of a longer one is not one of its own.
fn heads(list: &[Token]) -> Vec<Head> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < list.len() {
        match longest!(list, at, HEADS) {
            Some(((kind, weight), end)) => {
                found.push(Head { kind, weight, at, end, belongs: false });
                at = end;
            }
            None => at = at.saturating_add(1),
        }
    }
    found
}
