//! The rules of the doubts.

use crate::finding::{RuleInfo, Severity};
use crate::language::Saying;

/// The rules of what the evidence gives reason to ask.
pub const DOUBT_RULES: &[&RuleInfo] = &[
    &COPY_WANTED,
    &OTHER_DAY,
    &LOOK_ALIKE,
    &TWO_LINES,
    &ONE_TEXT,
    &SIZES_DIFFER,
    &EMPTY_FILE,
    &NOT_COMPARED,
    &SAME_NUMBER,
];

pub(super) const COPY_WANTED: RuleInfo = RuleInfo {
    code: "ASM009",
    name: "copyWanted",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Сторис немесе тікелей эфир бір тәулікте жоғалады, ал көшірмесі әлі жоқ: {item}",
        ru: "Сторис или прямой эфир исчезает за сутки, а копии пока нет: {item}",
        en: "A story or a live stream is gone within a day, and it has no copy yet: {item}",
    },
    what: RuleInfo::manual(
        "A story or a live stream without a file or a screenshot. A live stream whose link was seen alive two days later is kept by the network.",
    ),
    why: RuleInfo::manual(
        "What the network takes down cannot be shown to the operator; a copy can be made only now.",
    ),
    example: RuleInfo::manual("a story on Instagram recorded with its link alone"),
    remedy: Saying {
        kk: "Бүгін скриншот жасаңыз немесе жазбасын сақтап, тіркеңіз",
        ru: "Сделайте скриншот или сохраните запись сегодня и приложите",
        en: "Make a screenshot or keep the recording today, and attach it",
    },
};

pub(super) const OTHER_DAY: RuleInfo = RuleInfo {
    code: "ASM010",
    name: "capturedOnAnotherDay",
    severity: Severity::Question,
    since: "0.2",
    message: Saying {
        kk: "Сурет не бейне басқа күні түсірілген болуы мүмкін: {item}. Файл саны: {count}. Түсірілген күні: {captured} ({source}); тиісті күні: {range}",
        ru: "Возможно, снято в другой день: {item}. Файлов: {count}. Снято: {captured} ({source}); относится к: {range}",
        en: "This may have been taken on another day: {item}. Files: {count}. Taken: {captured} ({source}); it is for: {range}",
    },
    what: RuleInfo::manual(
        "Photos and videos whose date of capture lies more than a day beside the events they are of, else the date the item bears, else the time of the project. The date is the recorded one, else that in a name given by a camera. A file without any is not asked about.",
    ),
    why: RuleInfo::manual("A picture of another day under an event is the first thing an operator finds."),
    example: RuleInfo::manual("IMG_20240520_101500.jpg under a match of 2024-06-15"),
    remedy: Saying {
        kk: "Дұрыс файлды тіркеңіз немесе камераның күні қате болса, назарға алыңыз",
        ru: "Приложите верный файл или примите к сведению, если дата камеры неверна",
        en: "Attach the right file, or take note of it where the clock of the camera was wrong",
    },
};

pub(super) const LOOK_ALIKE: RuleInfo = RuleInfo {
    code: "ASM011",
    name: "picturesAlike",
    severity: Severity::Question,
    since: "0.2",
    message: Saying {
        kk: "Суреттер бір-біріне ұқсас: {item}. Жұп саны: {count}. Бұл — бір сурет пе?",
        ru: "Изображения похожи: {item}. Пар: {count}. Это одно изображение?",
        en: "Pictures look alike: {item}. Pairs: {count}. Is it one picture?",
    },
    what: RuleInfo::manual(
        "Files whose perceptual hashes differ in at most 6 of 64 bits and that are not the same file. They count as they are: messengers recompress pictures, and two frames of one moment are two photos.",
    ),
    why: RuleInfo::manual("One photo sent through two messengers is two files and must not make two photos."),
    example: RuleInfo::manual("a photo from the camera and the same photo from a chat"),
    remedy: Saying {
        kk: "Бір сурет болса, артығын алып тастаңыз; бөлек болса, назарға алыңыз",
        ru: "Если это одно изображение, уберите лишнее; если разные, примите к сведению",
        en: "Take the surplus one out, or take note that they are different",
    },
};

pub(super) const TWO_LINES: RuleInfo = RuleInfo {
    code: "ASM012",
    name: "countedForTwoLines",
    severity: Severity::Question,
    since: "0.2",
    message: Saying {
        kk: "Бір материал екі жолға саналды: {lines}. Саны: {count}. Солай ма?",
        ru: "Один материал засчитан в двух строках: {lines}. Количество: {count}. Так и есть?",
        en: "One item counts for two lines: {lines}. Number: {count}. Is it meant so?",
    },
    what: RuleInfo::manual(
        "Items, files or links that are artefacts of two lines of the tasks. Not asked of a line of the information work, of a document that proves what another line counts, and of an event held for both activities.",
    ),
    why: RuleInfo::manual("The operator may count it once."),
    example: RuleInfo::manual("one photo in the photo lines of two activities"),
    remedy: Saying {
        kk: "Оператормен келісіп, назарға алыңыз немесе бір жолдан алып тастаңыз",
        ru: "Согласуйте с оператором и примите к сведению или уберите из одной строки",
        en: "Agree it with the operator and take note of it, or take it out of one line",
    },
};

pub(super) const ONE_TEXT: RuleInfo = RuleInfo {
    code: "ASM013",
    name: "oneTextOnSeveralNetworks",
    severity: Severity::Question,
    since: "0.2",
    message: Saying {
        kk: "Бір мәтін бірнеше желіде жарияланған және бірнеше болып саналды: {item}. Ол бір хабарландыру ма?",
        ru: "Один текст размещён в нескольких сетях и засчитан несколько раз: {item}. Это одно объявление?",
        en: "One text on several networks counts as several: {item}. Is it one announcement?",
    },
    what: RuleInfo::manual(
        "Posts of one title within a week on different networks, under a line that does not name these networks. A line that names them has one announcement in each.",
    ),
    why: RuleInfo::manual("25 posts in one network and their 25 copies in another may be 25 or 50."),
    example: RuleInfo::manual("one announcement on Instagram and on Facebook under «25 посттар»"),
    remedy: Saying {
        kk: "Оператормен келісіп, назарға алыңыз немесе артығын алып тастаңыз",
        ru: "Согласуйте с оператором и примите к сведению или уберите лишнее",
        en: "Agree it with the operator and take note of it, or take the surplus one out",
    },
};

pub(super) const SIZES_DIFFER: RuleInfo = RuleInfo {
    code: "ASM014",
    name: "sizesDiffer",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Бір файлдың көлемі екі түрлі жазылған: {item}",
        ru: "Для одного файла записаны два размера: {item}",
        en: "One file is recorded with two sizes: {item}",
    },
    what: RuleInfo::manual("Files of one SHA-256 whose recorded sizes differ."),
    why: RuleInfo::manual("One content has one size: either the hash or the size is of another file."),
    example: RuleInfo::manual("one hash with 1,024 and with 2,048 bytes"),
    remedy: Saying {
        kk: "Файлды қайта тіркеңіз", ru: "Приложите файл заново", en: "Attach the file anew"
    },
};

pub(super) const EMPTY_FILE: RuleInfo = RuleInfo {
    code: "ASM015",
    name: "emptyFile",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Файл бос, ол ештеңені растамайды: {item}. Файл саны: {count}",
        ru: "Файл пуст и ничего не подтверждает: {item}. Файлов: {count}",
        en: "A file is empty and shows nothing: {item}. Files: {count}",
    },
    what: RuleInfo::manual("Files with a recorded size of 0 bytes."),
    why: RuleInfo::manual("A file whose copying broke off is found empty when the operator opens it."),
    example: RuleInfo::manual("IMG_0001.jpg of 0 bytes"),
    remedy: Saying {
        kk: "Түпнұсқасын тауып, қайта тіркеңіз",
        ru: "Найдите оригинал и приложите заново",
        en: "Find the original and attach it anew",
    },
};

pub(super) const NOT_COMPARED: RuleInfo = RuleInfo {
    code: "ASM016",
    name: "picturesNotCompared",
    severity: Severity::Info,
    since: "0.2",
    message: Saying {
        kk: "Суреттер тым көп, ұқсастығы тек бір бөлігінде салыстырылды",
        ru: "Изображений слишком много, похожие искались только среди части",
        en: "There are too many pictures that begin alike; only some were compared",
    },
    what: RuleInfo::manual("More than four million pairs of pictures to compare."),
    why: RuleInfo::manual("Whoever looks for doubles must know that not all were looked for."),
    example: RuleInfo::manual("a journal made of thousands of pictures that share a part of their hash"),
    remedy: Saying {
        kk: "Күмәнді жолдарды қолмен қараңыз",
        ru: "Просмотрите сомнительные строки сами",
        en: "Look through the doubtful lines yourself",
    },
};

pub(super) const SAME_NUMBER: RuleInfo = RuleInfo {
    code: "ASM018",
    name: "sameNumber",
    severity: Severity::Question,
    since: "0.2",
    message: Saying {
        kk: "Нөмірі бір бірнеше материал бар: {item}. Бұл бір құжат па?",
        ru: "Несколько материалов с одним номером: {item}. Это один и тот же документ?",
        en: "Several items bear one number: {item}. Are they one document?",
    },
    what: RuleInfo::manual(
        "Papers of one kind, number and date, and publications of one outlet and issue, whose files or titles differ. A second record that has nothing but the number counts once with the first (ASM004).",
    ),
    why: RuleInfo::manual(
        "Two phones that scan one letter make two files of it, and the letter counts twice.",
    ),
    example: RuleInfo::manual("a letter № 01-17 of 2024-05-30 as letter.pdf and as scan.pdf"),
    remedy: Saying {
        kk: "Бір құжат болса, артық жазбаның күшін жойыңыз; әртүрлі болса, назарға алыңыз",
        ru: "Если документ один, аннулируйте лишнюю запись; если разные, примите к сведению",
        en: "If it is one document, void the other record; if not, take note of it",
    },
};
