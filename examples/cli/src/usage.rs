//! What is wrong with the arguments, in three languages.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use qoldau_core::finding::{Param, fill};
use qoldau_core::language::{Language, Saying};

const UNKNOWN_ARGUMENT: Saying = Saying {
    kk: "Белгісіз параметр: {argument}[. Мүмкін: {suggested}]",
    ru: "Неизвестный параметр: {argument}[. Возможно: {suggested}]",
    en: "There is no such option: {argument}[. Perhaps: {suggested}]",
};
const TOO_MANY: Saying = Saying {
    kk: "Артық аргумент: {argument}",
    ru: "Лишний аргумент: {argument}",
    en: "One argument too many: {argument}",
};
const UNKNOWN_COMMAND: Saying = Saying {
    kk: "Белгісіз команда: {command}[. Мүмкін: {suggested}]",
    ru: "Неизвестная команда: {command}[. Возможно: {suggested}]",
    en: "There is no such command: {command}[. Perhaps: {suggested}]",
};
const NO_COMMAND: Saying =
    Saying {
        kk: "Команда көрсетілмеген", ru: "Команда не указана", en: "No command is given"
    };
const MISSING: Saying =
    Saying {
        kk: "Көрсетілмеген: {argument}", ru: "Не указано: {argument}", en: "Missing: {argument}"
    };
const NO_VALUE: Saying = Saying {
    kk: "Параметрдің мәні жоқ: {argument}[. Рұқсат етілгені: {valid}]",
    ru: "У параметра нет значения: {argument}[. Допустимо: {valid}]",
    en: "The option has no value: {argument}[. Possible: {valid}]",
};
const BAD_VALUE: Saying = Saying {
    kk: "Мәні жарамсыз: {argument} – {value}[. Рұқсат етілгені: {valid}]",
    ru: "Недопустимое значение: {argument} – {value}[. Допустимо: {valid}]",
    en: "The value is not valid: {argument} – {value}[. Possible: {valid}]",
};
const TWICE: Saying = Saying {
    kk: "Бірге не екі рет көрсетуге болмайды: {argument}",
    ru: "Нельзя указать вместе или дважды: {argument}",
    en: "Cannot be given together or twice: {argument}",
};
const UNCLEAR: Saying = Saying {
    kk: "Параметрлер түсініксіз[: {argument}]",
    ru: "Параметры непонятны[: {argument}]",
    en: "The arguments cannot be understood[: {argument}]",
};
const SEE: Saying = Saying {
    kk: "Анықтама: {command} --help",
    ru: "Справка: {command} --help",
    en: "Help: {command} --help",
};

/// The forms of values that are read and not chosen from a list.
const FORMS: &[(&str, Saying)] = &[
    ("--language", Saying { kk: "kk, ru, en", ru: "kk, ru, en", en: "kk, ru, en" }),
    (
        "--on",
        Saying {
            kk: "күн, мысалы 2024-09-15",
            ru: "день, например 2024-09-15",
            en: "a day, such as 2024-09-15",
        },
    ),
    (
        "--period",
        Saying {
            kk: "алдымен басы, кейін соңы: 2024-05-01..2024-10-31",
            ru: "сначала начало, потом конец: 2024-05-01..2024-10-31",
            en: "first the start, then the end: 2024-05-01..2024-10-31",
        },
    ),
    (
        "--id",
        Saying {
            kk: "латын әріптері, цифрлар, нүкте, сызықша",
            ru: "латинские буквы, цифры, точка, дефис",
            en: "Latin letters, digits, a point, a hyphen",
        },
    ),
    (
        "--line",
        Saying {
            kk: "атаулардың нөмірлері, тең белгісі, мәндердің нөмірлері: 2,3=2",
            ru: "номера названий, знак равенства, номера значений: 2,3=2",
            en: "the numbers of the names, an equals sign, the numbers of the values: 2,3=2",
        },
    ),
    (
        "--column",
        Saying {
            kk: "баған нөмірі немесе тақырыбы, тең белгісі, түрі (rowId, list, name, surname, givenName, patronymic, phone, birth, iin, email, settlement, organisation, sex, category, day): 2=name",
            ru: "номер столбца или его заголовок, знак равенства, вид (rowId, list, name, surname, givenName, patronymic, phone, birth, iin, email, settlement, organisation, sex, category, day): 2=name",
            en: "the number or heading of a column, an equals sign, its kind (rowId, list, name, surname, givenName, patronymic, phone, birth, iin, email, settlement, organisation, sex, category, day): 2=name",
        },
    ),
];

/// How a value of `--column` is written below `survey`: another thing than below `people`.
const ANSWER_COLUMN: Saying = Saying {
    kk: "баған нөмірі, тең белгісі, сұрақ, сұрақ пен нұсқасы немесе :record, :started, :ended, :consent, :code, :code1, :phase, :language, :unused: 5=age, 6=interests/sport, 4=:phase",
    ru: "номер столбца, знак равенства, вопрос, вопрос с вариантом или :record, :started, :ended, :consent, :code, :code1, :phase, :language, :unused: 5=age, 6=interests/sport, 4=:phase",
    en: "the number of a column, an equals sign, a question, a question with an option, or :record, :started, :ended, :consent, :code, :code1, :phase, :language, :unused: 5=age, 6=interests/sport, 4=:phase",
};

/// What is wrong, and where to read on; for the arguments of a subcommand its own page.
pub(crate) fn say(error: &clap::Error, subcommand: Option<&str>, language: Language) -> String {
    let (saying, params) = fault(error, subcommand, language);
    let command = subcommand.map_or_else(|| "qoldau".into(), |name| format!("qoldau {name}"));
    let see = fill(SEE.get(language), &[Param::number("command", &command)], language);
    format!("qoldau: {} (CLI000)\n{see}\n", fill(saying.get(language), &params, language))
}

fn fault(error: &clap::Error, subcommand: Option<&str>, language: Language) -> (Saying, Vec<Param>) {
    let of = |name: &str, kind: ContextKind| -> Vec<Param> {
        words(error, kind).iter().map(|word| Param::number(name, word)).collect()
    };
    let argument = || of("argument", ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::UnknownArgument if !words(error, ContextKind::InvalidArg).concat().starts_with('-') => {
            (TOO_MANY, argument())
        }
        ErrorKind::UnknownArgument => {
            (UNKNOWN_ARGUMENT, [argument(), of("suggested", ContextKind::SuggestedArg)].concat())
        }
        ErrorKind::InvalidSubcommand => {
            let suggested = of("suggested", ContextKind::SuggestedSubcommand);
            (UNKNOWN_COMMAND, [of("command", ContextKind::InvalidSubcommand), suggested].concat())
        }
        ErrorKind::MissingSubcommand => (NO_COMMAND, Vec::new()),
        ErrorKind::MissingRequiredArgument => (MISSING, argument()),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = of("value", ContextKind::InvalidValue);
            let is_absent = words(error, ContextKind::InvalidValue).concat().is_empty();
            let named = words(error, ContextKind::InvalidArg).concat();
            let option = named.split(' ').next();
            let form = match (subcommand, option) {
                (Some("survey"), Some("--column")) => Some(ANSWER_COLUMN),
                _ => FORMS.iter().find(|(known, _)| option == Some(*known)).map(|(_, form)| *form),
            };
            let form = form.map(|form| Param::number("valid", form.get(language)));
            let valid = [of("valid", ContextKind::ValidValue), form.into_iter().collect()].concat();
            (if is_absent { NO_VALUE } else { BAD_VALUE }, [argument(), value, valid].concat())
        }
        ErrorKind::ArgumentConflict => {
            let mut both = [argument(), of("argument", ContextKind::PriorArg)].concat();
            both.dedup();
            (TWICE, both)
        }
        _ => (UNCLEAR, argument()),
    }
}

/// The words the parser keeps of one kind.
fn words(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(word)) => vec![word.clone()],
        Some(ContextValue::Strings(words)) => words.clone(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use qoldau_core::people::import::PersonColumn;

    #[test]
    fn the_form_of_a_column_names_every_kind_there_is() {
        let (_, form) = FORMS.iter().find(|(option, _)| *option == "--column").unwrap();
        let kinds = PersonColumn::ALL.map(PersonColumn::name).join(", ");
        for language in [Language::Kazakh, Language::Russian, Language::English] {
            assert!(form.get(language).contains(&format!("({kinds})")), "{language:?}");
        }
    }
}
