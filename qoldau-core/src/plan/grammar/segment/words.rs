//! The words of promises that are neither numbers nor comparators nor scopes; `|` divides them.

use super::State;

pub(super) const STATES: [(&str, State); 3] = [
    (
        "бар|бар / жоқ|иә|иә / жоқ|орындалды|дайын|да|да / нет|есть|есть / нет|наличие|имеется|выполнено|готово|yes|yes / no|done|exists|available|completed",
        State::Done,
    ),
    ("толық|толығымен|барлығы|барлық|түгел|все|весь|вся|всем|полностью|all|in full|full|fully", State::All),
    (
        "қажеттілігіне қарай|қажеттілік бойынша|қажет болған жағдайда|қажетінше|сұраныс бойынша|сұранысқа қарай|өтініш бойынша|по факту|по мере необходимости|при необходимости|по необходимости|по запросу|по требованию|по потребности|as needed|as required|as necessary|if needed|on request|on demand|by request",
        State::AsNeeded,
    ),
];

/// States that say how it is done: the words are kept as a note.
pub(super) const APPROVED: &str = "бекітілген+|бекітілді|келісілген+|келісілді|қол қойылған+|қол қойылды|утвержден|утвержден*|согласован|согласован*|подписан|подписан*|approved|agreed|signed|published";

/// Words that add nothing to a number beside them.
pub(super) const FILLERS: &str = "саны+|санын|жалпы|барлығы|барлық|всего|итого|все|общее|общий|количество|количестве|в|чем|число|кол-во|total|in|а|the|a|бойынша";

/// Prepositions that open a remark after a number: «с косвенным охватом …», «от объема».
pub(super) const REMARKS: &str = "с|со|в|во|на|по|от|из|для|к|при|среди|о|об|у|через|за|под|между|согласно|включая|for|with|in|of|from|to|among|by|through|during|within|at|on|per|до|после|перед|without|across|via|including";

/// Words that turn a promise around or say "each" of something unknown, and comparators and frequencies that lack a
/// word: with them, or with «несколько», nothing is
/// understood.
pub(super) const STOPPERS: &str = "жарым|емес|жоқ|не|ни|нет|без|кроме|not|no|without|except|әр|әрбір|кем|артық|болма*|жарты|жартыжылд*|полугоди=|полгода|минус|плюс|out|несколько|бірнеше|ондаған|жүздеген|мыңдаған|десятки|десятков|сотни|сотен|several|dozens|hundreds|thousands";

/// Words whose number names one of them: «глава 2», «п. 3.2 договора», «этап 2».
pub(super) const NUMBERED: &str = "п|пп|пункт=|подпункт=|ст|стать=|статья|гл|глав=|раздел=|приложени=|форм=|этап=|модул=|част=|стр|тел|тармақ+|тармағ+|бап+|бөлім+|қосымша+|кезең+|clause|article|chapter|section|paragraph|annex|stage|module|сағат|сағаты|время|grade|grades|класс|классы|класса|сынып+|курс|phase";

/// Adjectives made with a number: «3-х дневный», «2-х часовой».
pub(super) const OF_SO_MANY: &str = "дневн*|часово*|часовы*|недельн*|месячн*|минутн*|секундн*|суточн*|годичн*|летн*|этапн*|этажн*|фазн*|уровнев*";

/// What numbers order rather than count: «9-11 класс», «5 этаж».
pub(super) const ORDERED: &str = "класс|сынып|сыныбы|этаж";

/// Times that a slash makes a rate or a product: «чел/час», «адам/күн».
pub(super) const TIMES: &str = "күн+|сағат+|апта+|ай+|тоқсан+|жыл+|день|дн=|час=|нед|недел=|мес|месяц=|кв|квартал=|полугоди=|жартыжылдық|год=|day|hour|week|month|quarter|year";

/// Groups that a slash makes a rate: «20 человек/группа».
pub(super) const GROUPS: &str = "групп=|топ|тобы|сынып|класс|отряд|group|class";

/// Words of time that say how long the thing after them is.
pub(super) const LENGTHS: &str = "секунд+|минут+|сағат+|күн+|апта+|ай+|тоқсан+|жыл+|секунд=|минут=|сек|мин|час|часа|часов|день|дня|дней|недел=|недель|месяц=|год|года|лет|second|seconds|minute|minutes|min|sec|hour|hours|day|days|week|weeks|month|months|year|years";

/// Of these the ones in which nothing but a length is counted.
pub(super) const MINUTES_LONG: &str =
    "секунд+|минут+|секунд=|минут=|сек|мин|second|seconds|minute|minutes|min|sec";

/// Measures of one thing: its minutes, its pages.
pub(super) const EXTENTS: &str = "секунд+|минут+|секунд=|минут=|сек|мин|second|seconds|minute|minutes|min|sec|страниц=|стр|бет|бетті+|слайд=|слайд+|page|pages|slide|slides";

/// Stretches of time that a frequency without a name is of: «1 раз в 2 месяца».
pub(super) const SPANS: &str =
    "день|дня|дней|недел=|недель|месяц=|квартал=|год=|лет|полугоди=|days|weeks|months|quarters|years";

/// Measures that describe a thing: «300 мың теңгелік грант».
pub(super) const ATTRIBUTES: &str =
    "теңгелік|күндік|сағаттық|айлық|жылдық|минуттық|секундтық|апталық|орындық";

/// Words that divide a number into parts without brackets.
pub(super) const PARTS: &str =
    "в том числе|в т. ч.|из них|оның ішінде|соның ішінде|including|of which|of them";

/// Kazakh words that lean on the noun before them: no part of a unit.
pub(super) const POSTPOSITIONS: &str =
    "бойынша|ішінде|ішіндегі|бұрын|кейін|үшін|туралы|арқылы|аясында|шеңберінде|барысында|кезінде";

/// Words after a range that make it one of school years: «9-11 классы».
pub(super) const CLASSES: &str = "класс=|сынып+|сыныб+|курс=|курс+";

/// Words after one number that make it a school year when another word follows: «1 курс студенттері».
pub(super) const A_CLASS: &str = "класс|курс|сынып+|сыныб+";

/// "Minimum" before a number, minutes after it.
pub(super) const MINUTES: &str = "мин|min|макс|max";
