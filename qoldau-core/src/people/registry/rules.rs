//! What a registry gives reason to say.

use crate::finding::{RuleInfo, Severity};
use crate::language::Saying;

/// The rules of registries.
pub(in crate::people) const REGISTRY_RULES: &[&RuleInfo] =
    &[&REGISTRY_ID_TWICE, &UNKNOWN_ORGANISATION, &CONSENT_MISSING, &CONSENT_OF_MINOR, &IIN_OF_MINOR];

pub(super) const REGISTRY_ID_TWICE: RuleInfo = RuleInfo {
    code: "PPL030",
    name: "registryIdTwice",
    severity: Severity::Error,
    since: "0.2",
    message: Saying {
        kk: "Тізілімде бір белгі екі рет тұр: {person}",
        ru: "В реестре один идентификатор дважды: {person}",
        en: "An id is twice in the registry: {person}",
    },
    what: RuleInfo::manual("Two records of people or organisations with one id."),
    why: RuleInfo::manual("Two people under one id are counted as one."),
    example: RuleInfo::manual("two phones that numbered people by themselves"),
    remedy: Saying {
        kk: "Біріне жаңа белгі беріңіз",
        ru: "Дайте одной из записей новый идентификатор",
        en: "Give one of the records a new id",
    },
};

pub(super) const UNKNOWN_ORGANISATION: RuleInfo = RuleInfo {
    code: "PPL031",
    name: "unknownOrganisation",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Адамның ұйымы тізілімде жоқ: {person}",
        ru: "Организации человека нет в реестре: {person}",
        en: "The organisation of a person is not in the registry: {person}",
    },
    what: RuleInfo::manual("A person whose organisation no record of the registry bears."),
    why: RuleInfo::manual("The person stands under the id of the organisation, which nobody can read."),
    example: RuleInfo::manual("a school that was removed"),
    remedy: Saying {
        kk: "Ұйымды қосыңыз", ru: "Добавьте организацию", en: "Add the organisation"
    },
};

pub(super) const CONSENT_MISSING: RuleInfo = RuleInfo {
    code: "PPL032",
    name: "consentMissing",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Дербес деректерді өңдеуге күші бар келісім жоқ: {person}",
        ru: "Нет действующего согласия на обработку данных: {person}",
        en: "No consent to processing is in force: {person}",
    },
    what: RuleInfo::manual(
        "A person without a consent to processing that was given by the day and not withdrawn.",
    ),
    why: RuleInfo::manual("Without it the data may not be kept; attendance can be counted by heads instead."),
    example: RuleInfo::manual("a consent that a parent withdrew"),
    remedy: Saying {
        kk: "Келісім алыңыз немесе адамды тізілімнен өшіріңіз",
        ru: "Получите согласие или сотрите человека из реестра",
        en: "Get the consent, or erase the person from the registry",
    },
};

pub(super) const CONSENT_OF_MINOR: RuleInfo = RuleInfo {
    code: "PPL033",
    name: "consentOfMinor",
    severity: Severity::Warning,
    since: "0.2",
    message: Saying {
        kk: "Кәмелетке толмаған адам өзі ғана келісім берген: {person}",
        ru: "Несовершеннолетний дал согласие сам: {person}",
        en: "A minor agreed alone: {person}",
    },
    what: RuleInfo::manual("A person under 18 whose consent in force nobody else gave."),
    why: RuleInfo::manual("For a minor the lawful representative agrees."),
    example: RuleInfo::manual("a pupil who signed the form at the door"),
    remedy: Saying {
        kk: "Заңды өкілінің келісімін алыңыз",
        ru: "Получите согласие законного представителя",
        en: "Get the consent of the lawful representative",
    },
};

pub(super) const IIN_OF_MINOR: RuleInfo = RuleInfo {
    code: "PPL034",
    name: "iinOfMinor",
    severity: Severity::Info,
    since: "0.2",
    message: Saying {
        kk: "Кәмелетке толмаған адамның ЖСН-і сақталған: {person}",
        ru: "Хранится ИИН несовершеннолетнего: {person}",
        en: "The IIN of a minor is kept: {person}",
    },
    what: RuleInfo::manual("A person under 18 with an individual identification number."),
    why: RuleInfo::manual("Nothing of the product needs it, and what is not kept cannot be lost."),
    example: RuleInfo::manual("a class list copied with all its columns"),
    remedy: Saying {
        kk: "Керек болмаса, алып тастаңыз",
        ru: "Если он не нужен, уберите",
        en: "Take it out where it is not needed",
    },
};
