//! The rules of the journal itself: codes `JRN1…`.

use crate::finding::{RuleInfo, Severity};
use crate::language::Saying;

/// Rules of the findings that reading a compact journal and verifying any give.
pub const JOURNAL_RULES: &[&RuleInfo] = &[
    &BODY_ALTERED,
    &LINK_BROKEN,
    &ENTRIES_MISSING,
    &NUMBER_TWICE,
    &CLOCK_RUNS_BACK,
    &BLOCK_DAMAGED,
    &CUT_OFF,
    &HEAD_FORGED,
    &HEAD_CUT_OFF,
    &HEAD_OTHER,
    &HEAD_UNKNOWN,
    &BODY_MISSING,
    &CLOCK_AHEAD,
    &SEAL_MISSING,
    &HEAD_OVER_UNSEALED,
    &CLOCK_BEYOND_OTHERS,
];

const ASK_THE_DEVICE: Saying = Saying {
    kk: "Журналды осы құрылғыдан қайта алып, салыстырыңыз",
    ru: "Возьмите журнал заново с этого устройства и сравните",
    en: "Take the journal again from that device and compare",
};

pub(super) const BODY_ALTERED: RuleInfo = RuleInfo {
    code: "JRN101",
    name: "bodyAltered",
    severity: Severity::Error,
    since: "0.2",
    message: Saying {
        kk: "Жазбаның мазмұны мөріне сай емес, ол өзгертілген: {entry} (құрылғы {device}, № {seq})",
        ru: "Содержание записи не соответствует её печати, его изменили: {entry} (устройство {device}, № {seq})",
        en: "What the entry says does not fit its seal, it was altered: {entry} (device {device}, no. {seq})",
    },
    what: RuleInfo::manual("A body whose seal, reckoned anew, is another."),
    why: RuleInfo::manual("A seal binds what was said when it was recorded."),
    example: RuleInfo::manual("64 participants made 640 with a text editor"),
    remedy: ASK_THE_DEVICE,
};

pub(super) const LINK_BROKEN: RuleInfo = RuleInfo {
    code: "JRN102",
    name: "linkBroken",
    severity: Severity::Error,
    since: "0.2",
    message: Saying {
        kk: "Жазба алдыңғы жазбаға байланбаған: екеуінің бірі өзгертілген немесе қолдан жасалған: {entry} (құрылғы {device}, № {seq})",
        ru: "Запись не связана с предыдущей: одна из двух изменена или подделана: {entry} (устройство {device}, № {seq})",
        en: "The entry is not linked to the one before it; one of the two was altered or forged: {entry} (device {device}, no. {seq})",
    },
    what: RuleInfo::manual("An entry that bears another link than the entry before it on its device gives."),
    why: RuleInfo::manual(
        "The link binds who, when and what of every entry to the next, so that none can be changed alone.",
    ),
    example: RuleInfo::manual("the date of an entry moved from November to October"),
    remedy: ASK_THE_DEVICE,
};

pub(super) const ENTRIES_MISSING: RuleInfo = RuleInfo {
    code: "JRN103",
    name: "entriesMissing",
    severity: Severity::Error,
    since: "0.2",
    message: Saying {
        kk: "Құрылғының жазбалары жетіспейді: {device}, № {from}–{to}",
        ru: "Не хватает записей устройства: {device}, № {from}–{to}",
        en: "Entries of a device are missing: {device}, no. {from}–{to}",
    },
    what: RuleInfo::manual("Numbers of a device that no entry bears."),
    why: RuleInfo::manual("They were dropped, or have not arrived yet."),
    example: RuleInfo::manual("numbers 1 to 6 and 8, but no 7"),
    remedy: ASK_THE_DEVICE,
};

pub(super) const NUMBER_TWICE: RuleInfo = RuleInfo {
    code: "JRN104",
    name: "numberTwice",
    severity: Severity::Error,
    since: "0.2",
    message: Saying {
        kk: "Құрылғының бір нөмірі екі жазбада тұр: {entry} (құрылғы {device}, № {seq})",
        ru: "Один номер устройства стоит на двух записях: {entry} (устройство {device}, № {seq})",
        en: "Two entries bear one number of a device: {entry} (device {device}, no. {seq})",
    },
    what: RuleInfo::manual("A number that several entries of one device bear."),
    why: RuleInfo::manual(
        "A device gives a number once; a copied or restored phone, or a forger, gives it again.",
    ),
    example: RuleInfo::manual("a phone restored from yesterday's copy goes on recording"),
    remedy: Saying {
        kk: "Қалпына келтірілген телефонға жаңа құрылғы идентификаторын беріңіз",
        ru: "Дайте восстановленному телефону новый идентификатор устройства",
        en: "Give a restored phone a new device id",
    },
};

pub(super) const CLOCK_RUNS_BACK: RuleInfo = RuleInfo {
    code: "JRN105",
    name: "clockRunsBack",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Құрылғының уақыты кері жүрген: {entry} (құрылғы {device}, № {seq})",
        ru: "Время устройства пошло назад: {entry} (устройство {device}, № {seq})",
        en: "The time of the device runs back: {entry} (device {device}, no. {seq})",
    },
    what: RuleInfo::manual(
        "An entry with an earlier time of recording than the one before it on its device.",
    ),
    why: RuleInfo::manual(
        "The logical clock never runs back, so the entry was not recorded by this library, or was forged.",
    ),
    example: RuleInfo::manual("number 8 recorded on 3 June after number 7 of 5 June"),
    remedy: ASK_THE_DEVICE,
};

const GET_ANEW: Saying = Saying {
    kk: "Файлды жіберушіден қайта алыңыз",
    ru: "Получите файл от отправителя заново",
    en: "Get the file anew from who sent it",
};

pub(super) const BLOCK_DAMAGED: RuleInfo = RuleInfo {
    code: "JRN106",
    name: "blockDamaged",
    severity: Severity::Error,
    since: "0.2",
    message: Saying {
        kk: "Файлдың бір бөлігі бүлінген, оның жазбалары оқылмады: {block}",
        ru: "Часть файла повреждена, её записи не прочитаны: {block}",
        en: "A part of the file is damaged, and its entries were not read: {block}",
    },
    what: RuleInfo::manual("A block of a compact journal whose bytes do not fit their hash."),
    why: RuleInfo::manual("Every block has a hash of its own, so that damage stays where it is."),
    example: RuleInfo::manual("a byte that changed on the way through a messenger"),
    remedy: GET_ANEW,
};

pub(super) const CUT_OFF: RuleInfo = RuleInfo {
    code: "JRN107",
    name: "cutOff",
    severity: Severity::Error,
    since: "0.2",
    message: Saying {
        kk: "Файл соңына дейін келмеген, соңғы бөлігі: {block}",
        ru: "Файл пришёл не до конца, последняя часть: {block}",
        en: "The file did not arrive to its end, its last part: {block}",
    },
    what: RuleInfo::manual("A compact journal that ends before its end mark."),
    why: RuleInfo::manual("Half a journal is not taken for a whole one."),
    example: RuleInfo::manual("a download that broke off"),
    remedy: GET_ANEW,
};

pub(super) const HEAD_FORGED: RuleInfo = RuleInfo {
    code: "JRN108",
    name: "headForged",
    severity: Severity::Error,
    since: "0.2",
    message: Saying {
        kk: "Тізбек соңындағы қолтаңба осы құрылғынікі емес: {device}, № {seq}",
        ru: "Подпись под концом цепочки не от этого устройства: {device}, № {seq}",
        en: "The signature under the end of the chain is not the device’s: {device}, no. {seq}",
    },
    what: RuleInfo::manual(
        "A signed head whose signature does not fit the device's key, or that is of another plan.",
    ),
    why: RuleInfo::manual("Only the device holds the key, so that nobody else can vouch for its entries."),
    example: RuleInfo::manual("a head copied from another project"),
    remedy: ASK_THE_DEVICE,
};

pub(super) const HEAD_CUT_OFF: RuleInfo = RuleInfo {
    code: "JRN109",
    name: "headCutOff",
    severity: Severity::Error,
    since: "0.2",
    message: Saying {
        kk: "Құрылғы қол қойған жазба журналда жоқ, соңы алынып тасталған: {device}, № {seq}",
        ru: "Записи, под которой устройство подписалось, в журнале нет, конец отрезан: {device}, № {seq}",
        en: "The entry that the device signed is not in the journal, its end was cut off: {device}, no. {seq}",
    },
    what: RuleInfo::manual("A signed head beyond the last entry of its device."),
    why: RuleInfo::manual(
        "Links show what is missing between entries, and only a head that was kept shows what is missing at the end.",
    ),
    example: RuleInfo::manual(
        "the operator keeps the head of number 40, and the journal handed in ends with number 37",
    ),
    remedy: ASK_THE_DEVICE,
};

pub(super) const HEAD_OTHER: RuleInfo = RuleInfo {
    code: "JRN110",
    name: "headOther",
    severity: Severity::Error,
    since: "0.2",
    message: Saying {
        kk: "Құрылғы қол қойған жазба журналдағыдан басқа: {device}, № {seq}",
        ru: "Устройство подписалось под другой записью, чем стоит в журнале: {device}, № {seq}",
        en: "The device signed another entry than the one in the journal: {device}, no. {seq}",
    },
    what: RuleInfo::manual("A signed head whose link is not that of the entry of its number."),
    why: RuleInfo::manual(
        "A chain that was written anew from some entry on is whole by itself, and differs from what was signed.",
    ),
    example: RuleInfo::manual("all entries from number 12 on recorded anew with other dates"),
    remedy: ASK_THE_DEVICE,
};

pub(super) const HEAD_UNKNOWN: RuleInfo = RuleInfo {
    code: "JRN111",
    name: "headUnknown",
    severity: Severity::Question,
    since: "0.2",
    message: Saying {
        kk: "Құрылғының кілті белгісіз, қолтаңбасы тексерілмеді: {device}, № {seq}",
        ru: "Ключ устройства неизвестен, подпись не проверена: {device}, № {seq}",
        en: "The device’s key is not known, and its signature was not checked: {device}, no. {seq}",
    },
    what: RuleInfo::manual("A signed head of a device for which the host gives no key."),
    why: RuleInfo::manual("A signature proves something only by a key that is known to be the device's."),
    example: RuleInfo::manual("a phone that joined the project last week"),
    remedy: Saying {
        kk: "Құрылғы иесінен кілтін алыңыз",
        ru: "Возьмите ключ у владельца устройства",
        en: "Take the key from the device’s owner",
    },
};

pub(super) const BODY_MISSING: RuleInfo = RuleInfo {
    code: "JRN112",
    name: "bodyMissing",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Жазбаның мазмұны жоқ, бірақ оны өшіретін жазба да жоқ: {entry}[, құрылғы {device}][, № {seq}]",
        ru: "Содержания записи нет, но нет и записи, которая его стирает: {entry}[, устройство {device}][, № {seq}]",
        en: "What the entry said is gone, and no entry erases it: {entry}[, device {device}][, no. {seq}]",
    },
    what: RuleInfo::manual("An entry whose body is `null` though no `erase` entry of the journal names it."),
    why: RuleInfo::manual(
        "An erasure is what erases. A body that is merely gone was taken out by hand, and a full copy brings it back.",
    ),
    example: RuleInfo::manual("a count whose body somebody made `null` with a text editor"),
    remedy: ASK_THE_DEVICE,
};

pub(super) const CLOCK_AHEAD: RuleInfo = RuleInfo {
    code: "JRN113",
    name: "clockAhead",
    severity: Severity::Question,
    since: "0.3",
    message: Saying {
        kk: "Құрылғының сағаты журналдағы барлық күннен он жылдан астам озып тұр: {entry}[, құрылғы {device}][, № {seq}]",
        ru: "Часы устройства спешат больше чем на десять лет против всех дат журнала: {entry}[, устройство {device}][, № {seq}]",
        en: "The clock of the device is more than ten years ahead of every date in the journal: {entry}[, device {device}][, no. {seq}]",
    },
    what: RuleInfo::manual(
        "The first entry of a device whose time of recording is more than ten years after the last date of a fact.",
    ),
    why: RuleInfo::manual(
        "Of several records of one thing the one recorded last counts, and a wrong year makes a phone the last for ever.",
    ),
    example: RuleInfo::manual("a phone whose clock shows 2099"),
    remedy: Saying {
        kk: "Құрылғының уақытын түзетіп, оның жазбаларын қайта қараңыз",
        ru: "Исправьте время устройства и просмотрите его записи",
        en: "Set the device's time right and look through what it recorded",
    },
};

pub(super) const CLOCK_BEYOND_OTHERS: RuleInfo = RuleInfo {
    code: "JRN116",
    name: "clockBeyondOthers",
    severity: Severity::Question,
    since: "0.3",
    message: Saying {
        kk: "Құрылғының сағаты журналдың барлық күнінен де, басқа құрылғылардың сағатынан да 31 күннен астам озып тұр. Сағаты дұрыс па: {entry}[, құрылғы {device}][, № {seq}]",
        ru: "Часы устройства больше чем на 31 день впереди всех дат журнала и часов других устройств. Верны ли они: {entry}[, устройство {device}][, № {seq}]",
        en: "The clock of the device is more than 31 days ahead of every date in the journal and of the other devices' clocks. Is it right: {entry}[, device {device}][, no. {seq}]",
    },
    what: RuleInfo::manual(
        "The first entry of a device that replaces nothing and whose time of recording is more than 31 days after the last date of a fact and after the clocks of the other devices.",
    ),
    why: RuleInfo::manual(
        "Of several records of one thing on one day the one recorded last counts, so a clock that is a year ahead wins them all.",
    ),
    example: RuleInfo::manual(
        "a phone of 2024 whose clock shows 2025; or something entered half a year after the season",
    ),
    remedy: Saying {
        kk: "Сағаты қате болса, түзетіп, жазбаларын қайта қараңыз; шынымен кеш жазылса, ештеңе істемеңіз",
        ru: "Если часы неверны, исправьте их и просмотрите записи; если запись и вправду поздняя, ничего не делайте",
        en: "If the clock is wrong, set it right and look through what it recorded; if it was recorded so late, do nothing",
    },
};

pub(super) const SEAL_MISSING: RuleInfo = RuleInfo {
    code: "JRN114",
    name: "sealMissing",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Жазбада мөр жоқ, ал құрылғының бұрынғы жазбалары мөрленген: {entry} (құрылғы {device}, № {seq})",
        ru: "На записи нет печати, а прежние записи устройства запечатаны: {entry} (устройство {device}, № {seq})",
        en: "The entry bears no seal, though earlier ones of the device do: {entry} (device {device}, no. {seq})",
    },
    what: RuleInfo::manual("An entry without a seal behind one of its device that bears a seal."),
    why: RuleInfo::manual(
        "What bears no seal can say anything; a device that seals its entries seals them all.",
    ),
    example: RuleInfo::manual("the last entry made 640 with a text editor, and its seal taken off"),
    remedy: ASK_THE_DEVICE,
};

pub(super) const HEAD_OVER_UNSEALED: RuleInfo = RuleInfo {
    code: "JRN115",
    name: "headOverUnsealed",
    severity: Severity::Error,
    since: "0.3",
    message: Saying {
        kk: "Құрылғы қол қойған жазбалардың арасында мөрсізі бар, оның мазмұны расталмайды: {entry} (құрылғы {device}, № {seq})",
        ru: "Среди подписанных устройством записей есть запись без печати, её содержание не подтверждено: {entry} (устройство {device}, № {seq})",
        en: "Among the entries that the device signed is one without a seal, and what it says is not vouched for: {entry} (device {device}, no. {seq})",
    },
    what: RuleInfo::manual(
        "A signed head, and an entry of its device up to the head's number that bears no seal.",
    ),
    why: RuleInfo::manual(
        "A head binds the envelopes before it, and these bind bodies by their seals; a body without a seal can be altered under it.",
    ),
    example: RuleInfo::manual("a list of facts of an older app, signed as it was, and altered since"),
    remedy: Saying {
        kk: "Мөрсіз жазбаларды мөрленген жаңа жазбалармен алмастырыңыз",
        ru: "Замените записи без печати новыми, запечатанными",
        en: "Replace the entries without a seal by new ones that are sealed",
    },
};
