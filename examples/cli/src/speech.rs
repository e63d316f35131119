//! What the command itself says, in three languages.

use std::ffi::OsString;

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
pub(crate) const A_FOLDER: Saying = Saying {
    kk: "Бұл файл емес, папка: {file}",
    ru: "Это не файл, а папка: {file}",
    en: "This is a folder, not a file: {file}",
};
pub(crate) const NO_FOLDER: Saying = Saying {
    kk: "Мұндай папка жоқ: {file}",
    ru: "Такой папки нет: {file}",
    en: "There is no such folder: {file}",
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
pub(crate) const LIST_NOT_UTF8: Saying = Saying {
    kk: "Мәтін UTF-8 кодтауында емес: {file}. Excel бағдарламасында «CSV UTF-8» немесе .xlsx түрінде сақтаңыз",
    ru: "Текст не в кодировке UTF-8: {file}. Сохраните в Excel как «CSV UTF-8» или .xlsx",
    en: "The text is not UTF-8: {file}. Save it in Excel as \"CSV UTF-8\" or .xlsx",
};
pub(crate) const ONE_STDIN: Saying = Saying {
    kk: "Стандартты енгізуден тек бір файл оқылады: -",
    ru: "Из стандартного ввода читается только один файл: -",
    en: "Only one file can be read from standard input: -",
};
pub(crate) const NO_POLICY: Saying = Saying {
    kk: "{file}: бұл есептеу ережелері емес немесе оларда қате бар: жол {line}, баған {column}",
    ru: "{file}: это не правила расчёта, или в них ошибка: строка {line}, столбец {column}",
    en: "{file}: this is not a policy, or there is a fault in it: line {line}, column {column}",
};
pub(crate) const NO_ROLES: Saying = Saying {
    kk: "{file}: бұл рөлдер тізімі емес немесе онда қате бар: жол {line}, баған {column}",
    ru: "{file}: это не список ролей, или в нём ошибка: строка {line}, столбец {column}",
    en: "{file}: this is not a list of roles, or there is a fault in it: line {line}, column {column}",
};
pub(crate) const NO_NUMBERS: Saying = Saying {
    kk: "{file}: бұл тізімдеме нөмірлері емес немесе оларда қате бар: жол {line}, баған {column}",
    ru: "{file}: это не номера описи, или в них ошибка: строка {line}, столбец {column}",
    en: "{file}: these are not the numbers of a register, or there is a fault in them: line {line}, column {column}",
};
pub(crate) const NO_KEYS: Saying = Saying {
    kk: "{file}: бұл құрылғы кілттерінің тізімі емес немесе онда қате бар: жол {line}, баған {column}",
    ru: "{file}: это не список ключей устройств, или в нём ошибка: строка {line}, столбец {column}",
    en: "{file}: this is not a list of devices’ keys, or there is a fault in it: line {line}, column {column}",
};
pub(crate) const NO_HEAD: Saying = Saying {
    kk: "{file}: бұл қол қойылған тізбек соңы емес немесе онда қате бар: жол {line}, баған {column}",
    ru: "{file}: это не подписанный конец цепочки, или в нём ошибка: строка {line}, столбец {column}",
    en: "{file}: this is not the signed end of a chain, or there is a fault in it: line {line}, column {column}",
};
pub(crate) const NO_SECRET: Saying = Saying {
    kk: "{file}: бұл құпия кілт емес: оналтылық 64 таңба керек",
    ru: "{file}: это не секретный ключ: нужны 64 шестнадцатеричных знака",
    en: "{file}: this is no secret key: 64 hexadecimal digits are wanted",
};
pub(crate) const NOT_LINES: Saying = Saying {
    kk: "{file}: жазба тек JSON жолдарынан тұратын журналға енгізіледі; алдымен оны merge командасымен сондай журналға айналдырыңыз",
    ru: "{file}: записи вносятся только в журнал из строк JSON; сначала сделайте его таким командой merge",
    en: "{file}: entries are recorded into a journal of JSON lines only; make it one by merge first",
};
pub(crate) const NOT_SUBMITTED: Saying = Saying {
    kk: "{file}: пакет тапсырылмады: тексеру ережелері бұған жол бермейді",
    ru: "{file}: пакет не сдан: правила проверки этого не допускают",
    en: "{file}: the package was not handed in: the rules of review do not allow it",
};
pub(crate) const AFTER_ITS_DATE: Saying = Saying {
    kk: "Пакет {date} күні тапсырылады, сондықтан {on} күнгі жай-күйді көрсете алмайды: жай-күйдің күні (--on, asOf) тапсыру күнінен (--date, date) кеш болмауы керек",
    ru: "Пакет сдаётся {date} и не может показывать состояние на {on}: день состояния (--on, asOf) должен быть не позже дня сдачи (--date, date)",
    en: "The package is handed in on {date} and cannot show the state of {on}: the day of the state (--on, asOf) must not be later than that of handing in (--date, date)",
};
pub(crate) const NO_SUBMISSION: Saying = Saying {
    kk: "{file}: журналда бұл пакеттің тапсырылғаны туралы жазба жоқ",
    ru: "{file}: в журнале нет записи о сдаче этого пакета",
    en: "{file}: the journal knows of no submission of this package",
};
pub(crate) const NO_SECTION: Saying = Saying {
    kk: "{file}: бұл есептің бөлімі емес немесе онда қате бар: жол {line}, баған {column}",
    ru: "{file}: это не раздел отчёта, или в нём ошибка: строка {line}, столбец {column}",
    en: "{file}: this is not a section of a report, or there is a fault in it: line {line}, column {column}",
};
pub(crate) const NO_PEOPLE_FILE: Saying = Saying {
    kk: "{file}: бұл ережелер не шешімдер емес немесе оларда қате бар: жол {line}, баған {column}",
    ru: "{file}: это не правила и не решения, или в них ошибка: строка {line}, столбец {column}",
    en: "{file}: these are no rules or decisions, or there is a fault in them: line {line}, column {column}",
};
pub(crate) const EMPTY_LIST: Saying = Saying {
    kk: "Файлда кесте жоқ: {file}",
    ru: "В файле нет таблицы: {file}",
    en: "There is no table in the file: {file}",
};
pub(crate) const UNCLOSED_QUOTE: Saying = Saying {
    kk: "{file}: кестенің {row}-жолында ашылған тырнақша ешқайда жабылмаған: одан кейінгі жолдарды оқу мүмкін емес",
    ru: "{file}: кавычка, открытая в строке таблицы {row}, нигде не закрыта: строки после неё прочитать нельзя",
    en: "{file}: the quotation mark that opens in row {row} of the table is closed nowhere: the rows behind it cannot be read",
};
pub(crate) const NO_COLUMN: Saying = Saying {
    kk: "{file}: мұндай баған жоқ: {column}",
    ru: "{file}: такого столбца нет: {column}",
    en: "{file}: there is no such column: {column}",
};
pub(crate) const TOO_MANY_ROWS: Saying = Saying {
    kk: "Тізімде жол тым көп: {file}",
    ru: "В списке слишком много строк: {file}",
    en: "The list has too many rows: {file}",
};
pub(crate) const PEOPLE_COUNTED: Saying = Saying {
    kk: "Жол: {rows}. Бірегей адам саны (қайталанусыз): {persons}; табылған жұптар бойынша кемінде {least}, көп дегенде {most}",
    ru: "Строк: {rows}. Уникальных людей (без повторов): {persons}; по найденным парам не менее {least}, не более {most}",
    en: "Rows: {rows}. Unique persons: {persons}; by the pairs told at least {least}, at most {most}",
};
pub(crate) const CANNOT_TELL: Saying = Saying {
    kk: "Анық айтуға болмайтын жұптар: {count}. {reason}",
    ru: "Пар, о которых нельзя сказать: {count}. {reason}",
    en: "Pairs that cannot be told: {count}. {reason}",
};
pub(crate) const JOINED_IN_DOUBT: Saying = Saying {
    kk: "Бір адам деп алынған, бірақ анық емес жұптар: {count}. {reason}",
    ru: "Пар, взятых за одного человека, но не наверняка: {count}. {reason}",
    en: "Pairs taken for one person, but not for certain: {count}. {reason}",
};
pub(crate) const TAKEN_FOR_ONE: Saying =
    Saying {
        kk: "Бір адам деп алынды", ru: "Взяты за одного человека", en: "Taken for one person"
    };
pub(crate) const UNREAD_CELLS: Saying = Saying {
    kk: "Оқылмаған ұяшықтар: {count}. Толығырақ: qoldau people import",
    ru: "Непрочитанных ячеек: {count}. Подробнее: qoldau people import",
    en: "Cells that could not be read: {count}. More: qoldau people import",
};
pub(crate) const NO_REGISTRY: Saying = Saying {
    kk: "{file}: бұл адамдар тізілімі емес немесе онда қате бар",
    ru: "{file}: это не реестр людей, или в нём ошибка",
    en: "{file}: this is no registry of people, or there is a fault in it",
};
pub(crate) const NO_PERIOD: Saying = Saying {
    kk: "Кезең басталғанынан бұрын аяқталады",
    ru: "Период кончается раньше, чем начинается",
    en: "The period ends before it begins",
};
pub(crate) const OUTSIDE_PERIOD: Saying = Saying {
    kk: "--on күні сұралған кезеңнен тыс: ешкім саналмас еді",
    ru: "День --on вне запрошенного периода: не был бы учтён никто",
    en: "The day of --on is outside the period that is asked for: nobody would be counted",
};
pub(crate) const NO_EVENT: Saying = Saying {
    kk: "Мұндай іс-шара жоқ: {event}",
    ru: "Такого мероприятия нет: {event}",
    en: "There is no such event: {event}",
};
pub(crate) const SETTING_UNREAD: Saying = Saying {
    kk: "{file}: {setting} мәні оқылмады",
    ru: "{file}: значение {setting} не прочитано",
    en: "{file}: the value of {setting} cannot be read",
};
pub(crate) const TOO_MANY_KINDS: Saying = Saying {
    kk: "--by параметрінде үштен көп белгі тұр: кесте үшеуге дейін бөледі",
    ru: "В --by больше трёх признаков: таблица делит не более чем по трём",
    en: "--by has more than three kinds: a table tells people apart by three at most",
};
pub(crate) const NOTHING_TO_PAIR_WITH: Saying = Saying {
    kk: "Немен салыстыру керегі айтылмаған: --with параметрі тізілімді немесе екінші тізімді атайды",
    ru: "Не сказано, с чем сопоставить: --with называет реестр или второй список",
    en: "What to pair the list with is not said: --with names a registry or another list",
};
pub(crate) const PAIRED: Saying = Saying {
    kk: "Жұп: {pairs}. Тек бірінші тізімде: {first}. Тек екіншісінде: {second}",
    ru: "Пар: {pairs}. Только в первом списке: {first}. Только во втором: {second}",
    en: "Pairs: {pairs}. On the first list alone: {first}. On the second alone: {second}",
};
pub(crate) const ERASED: Saying = Saying {
    kk: "Тізілімнен шығарылған жазба: {records}. Бұрынғы тізілім файлын жойыңыз",
    ru: "Удалено записей из реестра: {records}. Прежний файл реестра удалите",
    en: "Records taken out of the registry: {records}. Delete the former file of the registry",
};
pub(crate) const STILL_NAMED: Saying = Saying {
    kk: "Журналда белгі мына жазбаларда қалды, оның кім екенін енді ешкім айта алмайды: {entries}. Оларды да өшіру керек болса, erase жазбасын енгізіңіз: сандар өзгереді",
    ru: "В журнале идентификатор остался в записях, и чей он, теперь никто не скажет: {entries}. Если надо стереть и их, внесите запись erase: числа изменятся",
    en: "These entries of the journal still have the id, and nobody can tell any more whose it is: {entries}. To remove them too, record an erase entry: the figures change",
};
pub(crate) const PARTICIPATIONS: Saying = Saying {
    kk: "Қатысу саны: {count}, оның тізімде жоғы: {unlisted}",
    ru: "Участий: {count}, из них не в списках: {unlisted}",
    en: "Participations: {count}, of them on no list: {unlisted}",
};
pub(crate) const PERSONS: Saying = Saying {
    kk: "Бірегей адам саны (қайталанусыз): тізімдер бойынша {listed}; кемінде {least}, көп дегенде {most}",
    ru: "Уникальных людей (без повторов): по спискам {listed}; не менее {least}, не более {most}",
    en: "Unique persons: {listed} by the lists; at least {least}, at most {most}",
};
pub(crate) const NEW_AND_RETURNING: Saying = Saying {
    kk: "Бірінші рет келгені: {new}, бұрын да болғаны: {returning}",
    ru: "Впервые: {new}, были и раньше: {returning}",
    en: "For the first time: {new}, there before: {returning}",
};
pub(crate) const NOT_KNOWN_OF: Saying = Saying {
    kk: "{what}: белгісізі – {count}",
    ru: "{what}: неизвестно – {count}",
    en: "{what}: not known of {count}",
};
pub(crate) const COUNTED_IN_GROUPS: Saying = Saying {
    kk: "Бас саны бойынша, топ-топпен (қатысу саны):",
    ru: "По подсчёту голов, группами (участия):",
    en: "By headcount, in groups (participations):",
};
pub(crate) const SMALL_HIDDEN: Saying = Saying {
    kk: "«·» – {count}-ге жетпейтін сан және сол арқылы табылуы мүмкін сандар көрсетілмейді",
    ru: "«·» – числа меньше {count} и те, по которым их можно вычислить, не показаны",
    en: "“·”: numbers below {count}, and those they could be worked out from, are not shown",
};
pub(crate) const LIST_BEYOND_COUNT: Saying = Saying {
    kk: "Іс-шара {event}: тізім бас санынан ұзын",
    ru: "Мероприятие {event}: список длиннее подсчёта",
    en: "Event {event}: the list is longer than the headcount",
};
pub(crate) const ALL_OF_THEM: Saying = Saying { kk: "барлығы", ru: "все", en: "all" };
pub(crate) const UNKNOWN_VALUE: Saying =
    Saying { kk: "белгісіз", ru: "неизвестно", en: "unknown" };
pub(crate) const PARTICIPATIONS_WORD: Saying =
    Saying { kk: "Қатысу саны", ru: "Участия", en: "Participations" };
pub(crate) const PERSONS_WORD: Saying =
    Saying { kk: "Бірегей адам", ru: "Уникальные люди", en: "Unique persons" };
pub(crate) const NEW_PEOPLE: Saying =
    Saying { kk: "бірінші рет", ru: "впервые", en: "first time" };
pub(crate) const RETURNING_PEOPLE: Saying =
    Saying { kk: "бұрын да болған", ru: "были раньше", en: "there before" };
pub(crate) const WITH_DISABILITY: Saying =
    Saying {
        kk: "мүгедектігі бар", ru: "с инвалидностью", en: "with a disability"
    };
pub(crate) const SEX: Saying = Saying { kk: "Жынысы", ru: "Пол", en: "Sex" };
pub(crate) const AGE: Saying = Saying { kk: "Жасы", ru: "Возраст", en: "Age" };
pub(crate) const SETTLEMENT: Saying =
    Saying { kk: "Елді мекен", ru: "Населённый пункт", en: "Settlement" };
pub(crate) const ORGANISATION: Saying =
    Saying { kk: "Ұйым", ru: "Организация", en: "Organisation" };
pub(crate) const CATEGORY: Saying = Saying { kk: "Санат", ru: "Категория", en: "Category" };
pub(crate) const HISTORY: Saying = Saying { kk: "Келуі", ru: "Посещение", en: "Visit" };
pub(crate) const COLUMNS_TAKEN: Saying =
    Saying { kk: "Бағандар: {columns}", ru: "Столбцы: {columns}", en: "Columns: {columns}" };
pub(crate) const ROW_AND_COLUMN: Saying = Saying {
    kk: "жол {row}, баған {column}",
    ru: "строка {row}, столбец {column}",
    en: "row {row}, column {column}",
};
pub(crate) const MISTAKEN: Saying = Saying {
    kk: "{file}: берілгені – {given}; керегі – {wanted}",
    ru: "{file}: дано – {given}; нужно – {wanted}",
    en: "{file}: given is {given}; wanted is {wanted}",
};
pub(crate) const WANTED_PLAN: Saying = Saying {
    kk: "қосымша (.docx, мәтін) немесе жоспар (JSON)",
    ru: "приложение (.docx, текст) или план (JSON)",
    en: "an annex (.docx, text) or a plan (JSON)",
};
pub(crate) const DETAIL: Saying = Saying {
    kk: "Техникалық мәлімет (ағылшынша): {detail}",
    ru: "Техническая подробность (на английском): {detail}",
    en: "Technical detail: {detail}",
};
pub(crate) const NO_COMMAND: Saying = Saying {
    kk: "Белгісіз команда: {command}",
    ru: "Неизвестная команда: {command}",
    en: "There is no such command: {command}",
};
pub(crate) const NO_ACTIVITY: Saying = Saying {
    kk: "Жоспарда мұндай іс-шара жоқ: {activity}",
    ru: "В плане нет такого мероприятия: {activity}",
    en: "The plan has no such activity: {activity}",
};
pub(crate) const NOTHING_UNPAIRED: Saying = Saying {
    kk: "Бұл іс-шарада сәйкестендіретін ештеңе жоқ: {activity}",
    ru: "В этом мероприятии сопоставлять нечего: {activity}",
    en: "There is nothing to pair in this activity: {activity}",
};
pub(crate) const NO_SUCH_ITEM: Saying = Saying {
    kk: "Тізімде мұндай нөмір жоқ: {number}",
    ru: "В списке нет такого номера: {number}",
    en: "The list has no such number: {number}",
};
pub(crate) const TAKEN_TWICE: Saying = Saying {
    kk: "Бір атау немесе бір мән екі рет алынған, нөмірі: {number}",
    ru: "Название или значение взято дважды, номер: {number}",
    en: "A name or a value is taken twice, number: {number}",
};
pub(crate) const LEFT_OVER: Saying = Saying {
    kk: "Атау немесе мән ешбір жолға алынбаған, нөмірі: {number}",
    ru: "Название или значение не взято ни в одну строку, номер: {number}",
    en: "A name or a value is in no line, number: {number}",
};
pub(crate) const NAMELESS: Saying = Saying {
    kk: "Атауы жоқ --line, реті: {number}",
    ru: "Строка --line без названия, по порядку: {number}",
    en: "A --line without a name, in order: {number}",
};
pub(crate) const CANNOT_PAIR: Saying = Saying {
    kk: "Сәйкестендіру мүмкін емес: {number}",
    ru: "Сопоставить нельзя: {number}",
    en: "Cannot be paired: {number}",
};
pub(crate) const UNANSWERED: Saying = Saying {
    kk: "Жаңа қосымшаның кей бөліктері жауап күтеді: {number}. Әрқайсысына --answer керек, мысалы 3.6=3.5 немесе 3.6= (жаңа)",
    ru: "Части нового приложения ждут ответа: {number}. На каждую нужен --answer, например 3.6=3.5 или 3.6= (новая)",
    en: "Parts of the new annex wait for an answer: {number}. Each needs an --answer, such as 3.6=3.5 or 3.6= (new)",
};
pub(crate) const NO_PART: Saying = Saying {
    kk: "Мұндай бөлік жоқ немесе ол біреу емес: {number}",
    ru: "Такой части нет, или она не одна: {number}",
    en: "There is no such part, or more than one: {number}",
};
pub(crate) const ANSWERED_TWICE: Saying = Saying {
    kk: "Бір бөлік екі жауапта аталған: {number}",
    ru: "Одна часть названа в двух ответах: {number}",
    en: "One part stands in two answers: {number}",
};
pub(crate) const DOUBLE_ID: Saying = Saying {
    kk: "Екі бөліктің идентификаторы бірдей: {number}",
    ru: "У двух частей один идентификатор: {number}",
    en: "Two parts have the same id: {number}",
};
pub(crate) const TOO_EARLY: Saying = Saying {
    kk: "Келісім алдыңғы редакциядан бұрын күшіне ене алмайды: {number}",
    ru: "Соглашение не может действовать раньше предыдущей редакции: {number}",
    en: "The agreement cannot be in force before the edition before it: {number}",
};
pub(crate) const CANNOT_AMEND: Saying = Saying {
    kk: "Жоспарды өзгерту мүмкін емес: {number}",
    ru: "План изменить нельзя: {number}",
    en: "The plan cannot be amended: {number}",
};
pub(crate) const MISREAD: Saying = Saying {
    kk: "Қосымша толық оқылмаған ({number}), сондықтан жаңа редакция жазылмады. Оны read және pair командаларымен түзетіп, дайын жоспарды беріңіз",
    ru: "Приложение прочитано не полностью ({number}), поэтому новая редакция не записана. Исправьте его командами read и pair и дайте готовый план",
    en: "The annex was not read in full ({number}), so the next edition was not written. Mend it by the commands read and pair, and give the plan that they make",
};
pub(crate) const OTHER_PLAN: Saying = Saying {
    kk: "{file}: журналдар әртүрлі жоспарларға тиесілі: {ours}, {theirs}",
    ru: "{file}: журналы относятся к разным планам: {ours}, {theirs}",
    en: "{file}: the journals belong to different plans: {ours}, {theirs}",
};
pub(crate) const IN_THE_WAY: Saying = Saying {
    kk: "Мұндай файл бар, ол ауыстырылмайды: {file}",
    ru: "Такой файл уже есть, и он не будет заменён: {file}",
    en: "There is such a file already, and it is not overwritten: {file}",
};
pub(crate) const LONG_CELL: Saying = Saying {
    kk: "{file}: бір ұяшығы тізім үшін тым ұзын: тырнақша жабылмаған немесе бұл кесте емес",
    ru: "{file}: ячейка слишком длинна для списка: кавычка не закрыта, или это не таблица",
    en: "{file}: a cell is too long for a list: a quotation mark is never closed, or this is no table",
};
pub(crate) const OVER_INPUT: Saying = Saying {
    kk: "Бұл файл оқылып отыр, нәтиже оның орнына жазылмайды: {file}. Басқа файлға жазыңыз",
    ru: "Этот файл прочитан как исходный, результат вместо него не записывается: {file}. Укажите другой файл",
    en: "This file is what is read, and the result does not take its place: {file}. Write to another file",
};
pub(crate) const NO_RULE: Saying = Saying {
    kk: "{file}: мұндай тексеру ережесі жоқ: {rule}",
    ru: "{file}: такого правила проверки нет: {rule}",
    en: "{file}: there is no such rule: {rule}",
};
pub(crate) const NUMBERS_CLASH: Saying = Saying {
    kk: "{file}: нөмір екі рет берілген немесе тым үлкен: жол {line}, нөмір {number}",
    ru: "{file}: номер выдан дважды или слишком велик: строка {line}, номер {number}",
    en: "{file}: a number is given twice, or is too large: line {line}, number {number}",
};
pub(crate) const WOULD_LOSE: Saying = Saying {
    kk: "{file}: оқылмаған жолдары бар, олар жоғалар еді. Басқа файлға жазыңыз",
    ru: "{file}: в нём есть непрочитанные строки, они бы пропали. Запишите в другой файл",
    en: "{file}: it has lines that could not be read and would be lost. Write to another file",
};
pub(crate) const NOT_AMENDED: Saying = Saying {
    kk: "{file}: жоспардың өзгергені журналға жазылмады: онда осы нөмірлі редакция қабылданған немесе өзгерту оған сай емес",
    ru: "{file}: изменение плана не записано в журнал: редакция с этим номером в нём уже принята, или изменение ему не соответствует",
    en: "{file}: the amendment of the plan was not recorded: the journal has adopted an edition of that number already, or the amendment does not fit it",
};
pub(crate) const CANNOT_RECORD: Saying = Saying {
    kk: "{file}: жазба енгізілмейді",
    ru: "{file}: запись внести нельзя",
    en: "{file}: the entry cannot be recorded",
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
pub(crate) const IN_ROW: Saying = Saying { kk: "{row}-жол", ru: "строка {row}", en: "row {row}" };
pub(crate) const WOMEN: Saying = Saying { kk: "әйел", ru: "женский", en: "female" };
pub(crate) const MEN: Saying = Saying { kk: "ер", ru: "мужской", en: "male" };
pub(crate) const IN_SHEET: Saying =
    Saying { kk: "{sheet}-парақ", ru: "лист {sheet}", en: "sheet {sheet}" };
pub(crate) const IN_COLUMN: Saying =
    Saying { kk: "{column} бағаны", ru: "столбец {column}", en: "column {column}" };
pub(crate) const DECISION_MISSING: Saying = Saying {
    kk: "Шешім толық емес, мына параметр керек: {option}",
    ru: "Решение неполное, нужен параметр: {option}",
    en: "The decision is incomplete, this option is needed: {option}",
};
pub(crate) const PERSON_MISSING: Saying = Saying {
    kk: "Мына параметр керек: {option}",
    ru: "Нужен параметр: {option}",
    en: "This option is needed: {option}",
};
pub(crate) const NOBODY: Saying = Saying {
    kk: "Тізілімде де, журналда да мұндай белгі жоқ",
    ru: "Такого идентификатора нет ни в реестре, ни в журнале",
    en: "Neither the registry nor the journal has this id",
};
pub(crate) const NOTHING_DECIDED: Saying = Saying {
    kk: "{file}: бұл екі белгі туралы күші бар шешім жоқ",
    ru: "{file}: об этих двух идентификаторах нет действующего решения",
    en: "{file}: there is no decision in force about these two ids",
};
pub(crate) const NO_SURVEY: Saying = Saying {
    kk: "Сауалнама файлын оқу мүмкін емес: {file}",
    ru: "Файл опроса прочитать нельзя: {file}",
    en: "The file of the survey cannot be read: {file}",
};
pub(crate) const NO_PHASES: Saying = Saying {
    kk: "Сауалнамада салыстыратын екі фаза жоқ: {file}",
    ru: "В анкете нет двух фаз для сравнения: {file}",
    en: "The questionnaire has no two phases to compare: {file}",
};
pub(crate) const NO_PHASE: Saying = Saying {
    kk: "Сауалнамада мұндай фаза жоқ: {phase}",
    ru: "В опросе нет такой фазы: {phase}",
    en: "The survey has no such phase: {phase}",
};
pub(crate) const NO_SAMPLE: Saying = Saying {
    kk: "Таңдама көлемін есептеу мүмкін емес",
    ru: "Объём выборки рассчитать нельзя",
    en: "The sample size cannot be reckoned",
};
pub(crate) const SAMPLE: Saying = Saying {
    kk: "Қателік: ± {margin} пайыздық тармақ; сенім деңгейі: {level}; күтілетін үлес: {share}. Жауап беруі тиіс адам саны:",
    ru: "Погрешность: ± {margin} п. п.; доверительный уровень: {level}; ожидаемая доля: {share}. Должны ответить:",
    en: "Margin: ± {margin} percentage points; confidence level: {level}; expected share: {share}. People who must answer:",
};
pub(crate) const MARGIN: Saying = Saying {
    kk: "Жауап бергендер: {answered}; сенім деңгейі: {level}; күтілетін үлес: {share}. Қателік:",
    ru: "Ответили: {answered}; доверительный уровень: {level}; ожидаемая доля: {share}. Погрешность:",
    en: "Answered: {answered}; confidence level: {level}; expected share: {share}. Margin:",
};
pub(crate) const MARGIN_OF_ALL: Saying = Saying {
    kk: "  шексіз жиынтық үшін: ± {margin} пайыздық тармақ",
    ru: "  для неограниченной совокупности: ± {margin} п. п.",
    en: "  of a population without end: ± {margin} percentage points",
};
pub(crate) const MARGIN_OF: Saying = Saying {
    kk: "  жиынтық көлемі {population} болса: ± {margin} пайыздық тармақ",
    ru: "  для совокупности в {population}: ± {margin} п. п.",
    en: "  of a population of {population}: ± {margin} percentage points",
};
pub(crate) const SAMPLE_OF_ALL_ASKING: Saying = Saying {
    kk: "  шексіз жиынтықтан: {count}; шақырылуы тиіс: {invited}",
    ru: "  из неограниченной совокупности: {count}; пригласить: {invited}",
    en: "  of a population without end: {count}; to be asked: {invited}",
};
pub(crate) const SAMPLE_OF_ASKING: Saying = Saying {
    kk: "  жиынтық көлемі {population} болса: {count}; шақырылуы тиіс: {invited}",
    ru: "  из совокупности в {population}: {count}; пригласить: {invited}",
    en: "  of a population of {population}: {count}; to be asked: {invited}",
};
pub(crate) const SAMPLE_OF_TOO_FEW: Saying = Saying {
    kk: "  жиынтық көлемі {population} болса: {count}; бәрін шақырса да, мұнша адам жауап бермейді",
    ru: "  из совокупности в {population}: {count}; даже если пригласить всех, столько не ответит",
    en: "  of a population of {population}: {count}; even if everybody is asked, fewer will answer",
};
pub(crate) const SAMPLE_OF_ALL: Saying = Saying {
    kk: "  шексіз жиынтықтан: {count}",
    ru: "  из неограниченной совокупности: {count}",
    en: "  of a population without end: {count}",
};
pub(crate) const SAMPLE_OF: Saying = Saying {
    kk: "  жиынтық көлемі {population} болса: {count}",
    ru: "  из совокупности в {population}: {count}",
    en: "  of a population of {population}: {count}",
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

pub(crate) const STDOUT: Saying =
    Saying {
        kk: "стандартты шығыс", ru: "стандартный вывод", en: "standard output"
    };

/// Fills a saying of the command.
pub(crate) fn said(saying: &Saying, params: &[(&str, &str)], language: Language) -> String {
    // As printed numbers they are said as they stand: names of files are nobody's words to be fitted into a sentence.
    let params: Vec<Param> = params.iter().map(|(name, value)| Param::number(name, value)).collect();
    fill(saying.get(language), &params, language)
}

/// The language that the arguments ask for, before they are read: their faults are told in it too.
pub(crate) fn asked_for(arguments: &[OsString]) -> Option<Language> {
    let mut words = arguments.iter().skip(1).filter_map(|word| word.to_str());
    while let Some(word) = words.next() {
        let tag = match word.strip_prefix("--language") {
            Some("") => words.next(),
            Some(value) => value.strip_prefix('='),
            None if word == "--" => return None,
            None => continue,
        };
        if let Some(language) = tag.and_then(Language::from_tag) {
            return Some(language);
        }
    }
    None
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
    fn the_arguments_name_the_language_before_they_are_read() {
        let asked = |words: &[&str]| {
            let words: Vec<OsString> = ["qoldau"].iter().chain(words).map(OsString::from).collect();
            asked_for(&words)
        };
        assert_eq!(asked(&["fly", "--language", "ru"]), Some(Language::Russian));
        assert_eq!(asked(&["--language=en", "fly"]), Some(Language::English));
        assert_eq!(asked(&["--language", "de"]), None);
        assert_eq!(asked(&["--language"]), None);
        assert_eq!(asked(&["target", "--", "--language", "ru"]), None);
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
