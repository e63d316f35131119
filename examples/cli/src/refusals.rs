//! Why the library refuses a file, in three languages. The library's own English words follow on a line of their own where
//! they say more, for whoever helps.

use std::path::Path;

use qoldau_core::annex::{OtherFormat, ReadError};
use qoldau_core::bundle::BundleError;
use qoldau_core::facts::FactsError;
use qoldau_core::language::Saying;
use qoldau_core::package::PackageError;
use qoldau_core::plan::PlanError;
use qoldau_core::workbook::{NotAWorkbook, WorkbookError};

use crate::trouble::{Trouble, Word};

/// What a refused annex is told as.
pub(crate) fn of_annex(file: &Path, error: ReadError) -> Trouble {
    let limit = |limit: u32| ("limit", Word::Number(limit));
    let (saying, word) = match error {
        ReadError::Empty => (EMPTY, None),
        ReadError::TooLarge { limit: most } => (TOO_LARGE, Some(limit(most))),
        ReadError::WrongEncoding { offset } => (WRONG_ENCODING, Some(("offset", Word::Number(offset)))),
        ReadError::OtherFormat { found } => (OTHER_FORMAT, Some(("found", Word::Said(name(found))))),
        ReadError::UnpacksTooLarge { .. } => (UNPACKS_TOO_LARGE, None),
        ReadError::Protected => (PROTECTED, None),
        ReadError::EntityRefused => (ENTITY, None),
        ReadError::TooDeep { limit: most } => (TOO_DEEP, Some(limit(most))),
        ReadError::TooManyCells { limit: most } => (TOO_MANY_CELLS, Some(limit(most))),
        ReadError::TooManyLines { limit: most } => (TOO_MANY_LINES, Some(limit(most))),
        ReadError::TextTooLong { limit: most } => (TEXT_TOO_LONG, Some(limit(most))),
        ReadError::NotAnAnnex => (NOT_AN_ANNEX, None),
        _ => (DAMAGED, None),
    };
    let says_more = matches!(
        error,
        ReadError::Damaged { .. }
            | ReadError::UnpacksTooLarge { .. }
            | ReadError::NoDocument
            | ReadError::MalformedXml { .. }
    );
    let trouble = Trouble::of_file(saying, error.code(), file).with(word);
    if says_more { trouble.detailed(&error) } else { trouble }
}

/// What a refused workbook is told as.
pub(crate) fn of_workbook(file: &Path, error: WorkbookError) -> Trouble {
    let limit = |limit: u32| ("limit", Word::Number(limit));
    let (saying, word) = match error {
        WorkbookError::Empty => (EMPTY, None),
        WorkbookError::TooLarge { limit: most } => (TOO_LARGE, Some(limit(most))),
        WorkbookError::NotAWorkbook { found } => {
            (NOT_A_WORKBOOK, Some(("found", Word::Said(workbook_name(found)))))
        }
        WorkbookError::UnpacksTooLarge { .. } => (UNPACKS_TOO_LARGE, None),
        WorkbookError::Protected => (PROTECTED, None),
        WorkbookError::EntityRefused => (WORKBOOK_ENTITY, None),
        WorkbookError::TooManyCells { limit: most } | WorkbookError::TooManyParts { limit: most } => {
            (WORKBOOK_TOO_MUCH, Some(limit(most)))
        }
        WorkbookError::NoSheet => (NO_SHEET, None),
        _ => (DAMAGED, None),
    };
    let trouble = Trouble::of_file(saying, error.code(), file).with(word);
    if matches!(error, WorkbookError::Damaged { .. } | WorkbookError::UnpacksTooLarge { .. }) {
        trouble.detailed(&error)
    } else {
        trouble
    }
}

/// What a file that is no workbook is called.
const fn workbook_name(found: NotAWorkbook) -> Saying {
    match found {
        NotAWorkbook::OldExcel => say("ескі .xls", "старый .xls", "an old .xls"),
        NotAWorkbook::Binary => {
            say("екілік кітап (.xlsb)", "двоичная книга (.xlsb)", "a binary workbook (.xlsb)")
        }
        NotAWorkbook::OpenDocument => say("OpenDocument файлы", "файл OpenDocument", "an OpenDocument file"),
        NotAWorkbook::OtherOffice => {
            say("құжат не таныстырылым", "документ или презентация", "a document or a presentation")
        }
        NotAWorkbook::Archive => {
            say("ішінде кестесі жоқ архив", "архив без таблицы", "an archive without a workbook")
        }
        NotAWorkbook::Other => say("кесте емес файл", "файл не таблицы", "no workbook"),
    }
}

const NOT_A_WORKBOOK: Saying = say(
    "{file}: бұл – {found}; кесте бағдарламасында ашып, .xlsx ретінде сақтаңыз",
    "{file}: это {found}; откройте в табличной программе и сохраните как .xlsx",
    "{file}: the file is {found}; open it in a spreadsheet program and save it as .xlsx",
);
const WORKBOOK_TOO_MUCH: Saying = say(
    "{file}: кітаптағы ұяшық не мәтін тым көп, шегі – {limit}; оны бөліңіз",
    "{file}: в книге слишком много ячеек или текста, предел – {limit}; разделите её",
    "{file}: the workbook has too many cells or too much text, the limit is {limit}; divide it",
);
const WORKBOOK_ENTITY: Saying = say(
    "{file}: кітаптың ішінде .xlsx файлында болмайтын нұсқау бар; оны кесте бағдарламасында ашып, қайта сақтаңыз",
    "{file}: в книге есть указания, которых в .xlsx не бывает; откройте её в табличной программе и сохраните заново",
    "{file}: the workbook holds instructions that no .xlsx has; open it in a spreadsheet program and save it again",
);
const NO_SHEET: Saying =
    say("{file}: кітапта парақ жоқ", "{file}: в книге нет листов", "{file}: the workbook has no sheet");

/// What a refused plan is told as.
pub(crate) fn of_plan(file: &Path, error: &PlanError) -> Trouble {
    let trouble = |saying| Trouble::of_file(saying, error.code(), file);
    let at = |line: &u32, column: &u32| [("line", Word::Number(*line)), ("column", Word::Number(*column))];
    match error {
        PlanError::NewerFormat { format } => trouble(NEWER).with([("format", Word::Plain(format.clone()))]),
        PlanError::NotJson { line, column, .. } => trouble(NOT_JSON).with(at(line, column)).detailed(error),
        PlanError::Malformed { path, line, column, .. } => trouble(MALFORMED_PLAN)
            .with(at(line, column))
            .with([("path", Word::Plain(path.clone()))])
            .detailed(error),
        PlanError::Unwritable => trouble(UNWRITABLE_PLAN),
        _ => trouble(NOT_A_PLAN),
    }
}

/// What a refused journal is told as.
pub(crate) fn of_facts(file: &Path, error: &FactsError) -> Trouble {
    let trouble = |saying| Trouble::of_file(saying, error.code(), file);
    match error {
        FactsError::NewerFormat { format, .. } => {
            trouble(NEWER).with([("format", Word::Plain(format.clone()))])
        }
        FactsError::TooManyEntries { most } => {
            trouble(TOO_MANY_ENTRIES).with([("limit", Word::Number(*most))])
        }
        FactsError::NotAJournal { line } => trouble(NOT_A_JOURNAL).with([("line", Word::Number(*line))]),
        _ => trouble(NOT_A_JOURNAL),
    }
}

/// What a refused bundle is told as.
pub(crate) fn of_bundle(file: &Path, error: &BundleError) -> Trouble {
    let trouble = |saying| Trouble::of_file(saying, error.code(), file);
    match error {
        BundleError::NewerFormat { format } => trouble(NEWER).with([("format", Word::Plain(format.clone()))]),
        BundleError::NotABundle => trouble(NOT_A_BUNDLE),
        BundleError::TooLarge { .. } => trouble(BUNDLE_TOO_LARGE).detailed(error),
        BundleError::Protected => trouble(PROTECTED),
        BundleError::OtherPart { part } => trouble(OTHER_PART).with([("part", Word::Plain(part.clone()))]),
        BundleError::OtherPlans { edition } => {
            trouble(OTHER_PLANS).with([("edition", Word::Number(*edition))])
        }
        _ => trouble(DAMAGED).detailed(error),
    }
}

/// What a refused package is told as.
pub(crate) fn of_package(file: &Path, error: &PackageError) -> Trouble {
    let trouble = |saying| Trouble::of_file(saying, error.code(), file);
    match error {
        PackageError::NewerFormat { format } => {
            trouble(NEWER).with([("format", Word::Plain(format.clone()))])
        }
        PackageError::Malformed { .. } => trouble(DAMAGED).detailed(error),
        PackageError::Unwritable => trouble(UNWRITABLE_PACKAGE),
        PackageError::DoesNotFit { .. } => trouble(DOES_NOT_FIT),
        PackageError::PackagesOfTwoPlans { before, now } => trouble(TWO_PLANS)
            .with([("before", Word::Plain(before.to_string())), ("now", Word::Plain(now.to_string()))]),
        _ => trouble(NOT_A_PACKAGE),
    }
}

const fn say(kk: &'static str, ru: &'static str, en: &'static str) -> Saying {
    Saying { kk, ru, en }
}

/// What a file of another kind is called.
const fn name(found: OtherFormat) -> Saying {
    match found {
        OtherFormat::OldWord => say(
            "ескі .doc немесе құпиясөзбен қорғалған құжат",
            "старый .doc или документ под паролем",
            "an old .doc or a document protected by a password",
        ),
        OtherFormat::Pdf => say("PDF", "PDF", "a PDF"),
        OtherFormat::OpenDocument => say("OpenDocument файлы", "файл OpenDocument", "an OpenDocument file"),
        OtherFormat::OtherOffice => {
            say("кесте не таныстырылым", "таблица или презентация", "a workbook or a presentation")
        }
        OtherFormat::RichText => say("RTF мәтіні", "текст RTF", "rich text"),
        OtherFormat::Html => say("веб-бет", "веб-страница", "a web page"),
        OtherFormat::Utf16 => say("UTF-16 кодтауындағы мәтін", "текст в кодировке UTF-16", "text in UTF-16"),
        OtherFormat::Archive => {
            say("Word құжаты жоқ мұрағат", "архив без документа Word", "an archive without a Word document")
        }
        OtherFormat::Binary => say("мәтін емес файл", "нетекстовый файл", "a binary file"),
    }
}

const EMPTY: Saying = say("{file}: құжат бос", "{file}: документ пуст", "{file}: the document is empty");
const TOO_LARGE: Saying = say(
    "{file}: файл тым үлкен, шегі – {limit} байт",
    "{file}: файл слишком велик, предел – {limit} байт",
    "{file}: the file is too large, the limit is {limit} bytes",
);
const WRONG_ENCODING: Saying = say(
    "{file}: мәтін UTF-8 кодтауында емес (байт: {offset}); оны UTF-8 кодтауында немесе .docx түрінде сақтаңыз",
    "{file}: текст не в кодировке UTF-8 (байт: {offset}); сохраните его в UTF-8 или как .docx",
    "{file}: the text is not UTF-8 (byte: {offset}); save it as UTF-8 or as .docx",
);
const OTHER_FORMAT: Saying = say(
    "{file}: бұл .docx те, мәтін де емес, ал {found}; файлды мәтін редакторында ашып, .docx түрінде сақтаңыз",
    "{file}: это не .docx и не текст, а {found}; откройте файл в текстовом редакторе и сохраните как .docx",
    "{file}: this is neither .docx nor text, but {found}; open it in a word processor and save it as .docx",
);
const DAMAGED: Saying = say(
    "{file}: файл бүлінген немесе толық көшірілмеген; оны қайта алыңыз",
    "{file}: файл повреждён или скопирован не до конца; получите его заново",
    "{file}: the file is damaged or was not copied to the end; get it anew",
);
const UNPACKS_TOO_LARGE: Saying = say(
    "{file}: архивтен шығарылған құжат рұқсат етілген шектен асады",
    "{file}: распакованный документ превышает допустимые пределы",
    "{file}: the document unpacks to more than the limits allow",
);
const PROTECTED: Saying = say(
    "{file}: құжат құпиясөзбен қорғалған; оны құпиясөзсіз сақтаңыз",
    "{file}: документ защищён паролем; сохраните его без пароля",
    "{file}: the document is protected by a password; save it without one",
);
const ENTITY: Saying = say(
    "{file}: құжаттың ішінде .docx файлында болмайтын нұсқау бар; оны мәтін редакторында ашып, қайта сақтаңыз",
    "{file}: в документе есть указания, которых в .docx не бывает; откройте его в текстовом редакторе и сохраните заново",
    "{file}: the document holds instructions that no .docx has; open it in a word processor and save it again",
);
const TOO_DEEP: Saying = say(
    "{file}: құжаттың бөліктері бір-біріне тым терең салынған, шегі – {limit}",
    "{file}: части документа вложены слишком глубоко, предел – {limit}",
    "{file}: the parts of the document are nested too deeply, the limit is {limit}",
);
const TOO_MANY_CELLS: Saying = say(
    "{file}: кестелерде ұяшық тым көп, шегі – {limit}",
    "{file}: в таблицах слишком много ячеек, предел – {limit}",
    "{file}: the tables have too many cells, the limit is {limit}",
);
const TOO_MANY_LINES: Saying = say(
    "{file}: құжатта жол тым көп, шегі – {limit}",
    "{file}: в документе слишком много строк, предел – {limit}",
    "{file}: the document has too many lines, the limit is {limit}",
);
const TEXT_TOO_LONG: Saying = say(
    "{file}: бір ұяшық немесе абзац тым ұзын, шегі – {limit} байт",
    "{file}: ячейка или абзац слишком длинны, предел – {limit} байт",
    "{file}: a cell or paragraph is too long, the limit is {limit} bytes",
);
const NOT_AN_ANNEX: Saying = say(
    "{file}: бұл жобаның сипаттамасы бар қосымша емес; міндеттер мен көрсеткіштер кестесі табылмады",
    "{file}: это не приложение с описанием проекта; не найдены задачи и таблица показателей",
    "{file}: this is not the annex that describes the project; no tasks and no table of indicators were found",
);
const NOT_A_BUNDLE: Saying =
    say("{file}: бұл жинақ файлы емес", "{file}: это не файл-комплект", "{file}: this is no bundle");
const BUNDLE_TOO_LARGE: Saying = say(
    "{file}: жинақ рұқсат етілген шектен асады",
    "{file}: комплект превышает допустимые пределы",
    "{file}: the bundle is larger than the limits allow",
);
const OTHER_PART: Saying = say(
    "{file}: жинақтың бөлігі жоқ немесе ауыстырылған: {part}; оны жіберушіден қайта алыңыз",
    "{file}: части комплекта нет, или она подменена: {part}; получите его от отправителя заново",
    "{file}: a part of the bundle is missing or not the one that was put in: {part}; get it anew from the sender",
);
const OTHER_PLANS: Saying = say(
    "{file}: жоспар журналға тиесілі емес немесе бір редакция екі рет берілген: редакция {edition}",
    "{file}: план не от этого журнала, или одна редакция дана дважды: редакция {edition}",
    "{file}: a plan does not belong to the journal, or one edition is given twice: edition {edition}",
);
const NOT_A_PACKAGE: Saying = say(
    "{file}: бұл тапсырылған пакеттің файлы емес",
    "{file}: это не файл сданного пакета",
    "{file}: this is no package of a submission",
);
const DOES_NOT_FIT: Saying = say(
    "{file}: пакет тапсырылмады: жоспар, оның редакциялары және журнал бір-біріне сәйкес емес",
    "{file}: пакет не сдан: план, его редакции и журнал не подходят друг к другу",
    "{file}: the package was not handed in: the plan, its editions and the journal do not belong together",
);
const TWO_PLANS: Saying = say(
    "{file}: бұл пакет «{now}» жоспарынікі, ал алдыңғысы «{before}» жоспарынікі: оларды салыстыруға болмайды",
    "{file}: это пакет плана «{now}», а прежний — плана «{before}»: сравнивать их нельзя",
    "{file}: this package is of the plan \"{now}\" and the earlier one of \"{before}\": they cannot be compared",
);
const UNWRITABLE_PACKAGE: Saying = say(
    "{file}: пакетті жазу мүмкін емес",
    "{file}: пакет нельзя записать",
    "{file}: the package cannot be written",
);
const NEWER: Saying = say(
    "{file}: файлды бағдарламаның жаңарақ нұсқасы жазған ({format}); бағдарламаны жаңартыңыз",
    "{file}: файл записан более новой версией программы ({format}); обновите программу",
    "{file}: the file was written by a newer version of the program ({format}); update the program",
);
const NOT_JSON: Saying = say(
    "{file}: бұл дұрыс JSON емес, қатенің орны: жол {line}, баған {column}",
    "{file}: это не правильный JSON, место ошибки: строка {line}, столбец {column}",
    "{file}: this is no valid JSON, the fault is at line {line}, column {column}",
);
const MALFORMED_PLAN: Saying = say(
    "{file}: жоспарда артық, жетіспейтін немесе түрі сәйкес емес өріс бар: {path} (жол {line}, баған {column})",
    "{file}: в плане есть лишнее, недостающее или неверное поле: {path} (строка {line}, столбец {column})",
    "{file}: a field of the plan is unknown, missing or of the wrong kind: {path} (line {line}, column {column})",
);
const NOT_A_PLAN: Saying = say(
    "{file}: бұл жоспардың JSON файлы емес",
    "{file}: это не план в JSON",
    "{file}: this is not a plan in JSON",
);
const UNWRITABLE_PLAN: Saying = say(
    "{file}: жоспарды JSON түрінде жазу мүмкін емес",
    "{file}: план нельзя записать в JSON",
    "{file}: the plan cannot be written as JSON",
);
const TOO_MANY_ENTRIES: Saying = say(
    "{file}: журналда жазба тым көп, шегі – {limit}",
    "{file}: в журнале слишком много записей, предел – {limit}",
    "{file}: the journal has too many entries, the limit is {limit}",
);
const NOT_A_JOURNAL: Saying = say(
    "{file}: бұл жазбалар журналы емес[ (жол {line})]",
    "{file}: это не журнал записей[ (строка {line})]",
    "{file}: this is not a journal of entries[ (line {line})]",
);
