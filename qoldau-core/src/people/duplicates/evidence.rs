//! What is said of a pair: the words of its comparison.

use qoldau_derive::Decode;
use serde::Serialize;

use crate::language::Saying;
use crate::value::Id;

/// A field that rows are compared by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum MatchField {
    /// The family name.
    Surname,
    /// The given name.
    GivenName,
    /// The father's name.
    Patronymic,
    /// The sex that the endings of the name show.
    NameEnding,
    /// The birth date.
    Birth,
    /// The telephone.
    Phone,
    /// The identification number, or else the e-mail address.
    Identifier,
    /// Settlement, organisation and list.
    Place,
    /// The individual identification number alone; for rules.
    Iin,
    /// The e-mail address alone; for rules.
    Email,
    /// The settlement alone; for rules.
    Settlement,
    /// The organisation alone; for rules.
    Organisation,
    /// The list alone; for rules.
    List,
}

/// How far two rows agree in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum Agreement {
    /// The same, in whatever script and spelling.
    Same,
    /// Spelled a little differently: in vowels, or in letters that spellings exchange.
    Spelling,
    /// One letter apart.
    OneLetter,
    /// A few letters apart.
    SeveralLetters,
    /// One has only an initial, and it fits.
    Initial,
    /// One has only an initial, and it does not fit.
    OtherInitial,
    /// One half of a double name is the same.
    HalfOfDouble,
    /// Day and month exchanged.
    DayAndMonthSwapped,
    /// One part of the date differs by little.
    NearDate,
    /// The year is the same; of one the day is not known.
    SameYear,
    /// The same year, another day.
    OtherDay,
    /// A year apart.
    NextYear,
    /// One digit apart, or two neighbours exchanged.
    OneDigit,
    /// The same organisation; a settlement is not known.
    SameOrganisation,
    /// The same settlement; an organisation is not known.
    SameSettlement,
    /// The same settlement, another organisation.
    OtherOrganisation,
    /// The same organisation, another settlement.
    OtherSettlement,
    /// Both rows stand on one list, where most people stand once.
    OneList,
    /// Different.
    Differs,
}

impl Agreement {
    /// How far rows agree by the level of a field; nothing where one of them does not have it.
    pub(super) fn of(field: MatchField, level: u8) -> Option<Self> {
        let names = [
            Self::Same,
            Self::Spelling,
            Self::OneLetter,
            Self::SeveralLetters,
            Self::Initial,
            Self::OtherInitial,
            Self::Differs,
            Self::HalfOfDouble,
        ];
        let births = [
            Self::Same,
            Self::DayAndMonthSwapped,
            Self::NearDate,
            Self::SameYear,
            Self::OtherDay,
            Self::NextYear,
            Self::Differs,
        ];
        let places = [
            Self::Same,
            Self::SameOrganisation,
            Self::SameSettlement,
            Self::OtherOrganisation,
            Self::OtherSettlement,
            Self::Differs,
            Self::OneList,
        ];
        let levels: &[Self] = match field {
            MatchField::Surname | MatchField::GivenName | MatchField::Patronymic => &names,
            MatchField::NameEnding => &[Self::Same, Self::Differs],
            MatchField::Birth => &births,
            MatchField::Phone => &[Self::Same, Self::OneDigit, Self::Differs],
            MatchField::Place => &places,
            _ => &[Self::Same, Self::Differs, Self::OneDigit],
        };
        usize::from(level).checked_sub(1).and_then(|place| levels.get(place)).copied()
    }

    /// The words for it.
    #[must_use]
    pub const fn saying(self) -> Saying {
        let (kk, ru, en) = match self {
            Self::Same => ("сәйкес", "совпадает", "the same"),
            Self::Spelling => ("жазылуы басқаша", "другое написание", "spelled differently"),
            Self::OneLetter => ("бір әріп басқа", "отличается одной буквой", "one letter apart"),
            Self::SeveralLetters => {
                ("бірнеше әріп басқа", "отличается несколькими буквами", "a few letters apart")
            }
            Self::Initial => ("бас әрпі сәйкес", "инициал подходит", "the initial fits"),
            Self::OtherInitial => ("бас әрпі басқа", "инициал не подходит", "the initial does not fit"),
            Self::HalfOfDouble => (
                "қос фамилияның бір бөлігі сәйкес",
                "совпадает часть двойной фамилии",
                "half of a double name is the same",
            ),
            Self::DayAndMonthSwapped => {
                ("күні мен айы ауысқан", "день и месяц переставлены", "day and month exchanged")
            }
            Self::NearDate => ("күні жақын", "дата близкая", "a date close by"),
            Self::SameYear => ("жылы сәйкес", "год совпадает", "the same year"),
            Self::OtherDay => {
                ("жылы сәйкес, күні басқа", "год совпадает, день другой", "the same year, another day")
            }
            Self::NextYear => ("бір жыл айырма", "разница в один год", "a year apart"),
            Self::OneDigit => ("бір цифр басқа", "отличается одной цифрой", "one digit apart"),
            Self::SameOrganisation => ("ұйымы сәйкес", "организация совпадает", "the same organisation"),
            Self::SameSettlement => {
                ("елді мекені сәйкес", "населённый пункт совпадает", "the same settlement")
            }
            Self::OtherOrganisation => (
                "елді мекені сәйкес, ұйымы басқа",
                "населённый пункт совпадает, организация другая",
                "the same settlement, another organisation",
            ),
            Self::OtherSettlement => (
                "ұйымы сәйкес, елді мекені басқа",
                "организация совпадает, населённый пункт другой",
                "the same organisation, another settlement",
            ),
            Self::OneList => ("бір тізімде", "в одном списке", "on one list"),
            Self::Differs => ("басқа", "другое", "different"),
        };
        Saying { kk, ru, en }
    }
}

impl MatchField {
    /// The fields of a comparison, in its order.
    pub(super) const COMPARED: [Self; 8] = [
        Self::Surname,
        Self::GivenName,
        Self::Patronymic,
        Self::NameEnding,
        Self::Birth,
        Self::Phone,
        Self::Identifier,
        Self::Place,
    ];

    /// The key of its word in the message table.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Surname => "surname",
            Self::GivenName => "givenName",
            Self::Patronymic => "patronymic",
            Self::NameEnding => "nameEnding",
            Self::Birth => "birthDate",
            Self::Phone => "phone",
            Self::Identifier => "iinOrEmail",
            Self::Place => "placeAndList",
            Self::Iin => "iin",
            Self::Email => "email",
            Self::Settlement => "settlement",
            Self::Organisation => "organisation",
            Self::List => "attendanceList",
        }
    }
}

/// What one field says for or against a pair.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct FieldEvidence {
    /// The field.
    pub field: MatchField,
    /// How far the rows agree in it.
    pub agreement: Agreement,
    /// Binary logarithm of how much likelier such an agreement is for one person than for two strangers; negative where it
    /// speaks against one person. Rounded to hundredths.
    pub bits: f64,
}

/// What is held of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum PairVerdict {
    /// One person.
    Same,
    /// Two people.
    NotSame,
    /// Cannot be told from what the lists hold.
    Unsure,
}

/// Where a verdict comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum VerdictOrigin {
    /// Somebody decided it.
    Decision {},
    /// A match rule.
    Rule {
        /// Id of the rule.
        rule: Id,
    },
    /// The comparison of these two rows.
    Comparison {},
    /// Other rows that are the same person as these.
    Others {},
}

/// Why a pair cannot be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Decode)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum UnsureReason {
    /// Somebody decided that it cannot be told.
    Decision,
    /// They share a telephone or a household: brothers and sisters, twins, or one person spelled in two ways.
    Household,
    /// One of the names has an initial in place of the given name.
    Initials,
    /// Namesakes: neither telephone nor day of birth nor number is known of both.
    NamesAlone,
    /// Some fields speak for one person, others against.
    Contradiction,
}

impl UnsureReason {
    /// All of them, in the order they are told in.
    pub const ALL: [Self; 5] =
        [Self::Decision, Self::Household, Self::Initials, Self::NamesAlone, Self::Contradiction];

    /// The words for it.
    #[must_use]
    pub const fn saying(self) -> Saying {
        let (kk, ru, en) = match self {
            Self::Decision => {
                ("Адам шешімі: белгісіз", "Решение человека: неизвестно", "Decided by a person: unknown")
            }
            Self::Household => (
                "Телефоны ортақ, бір отбасы болуы мүмкін",
                "Общий телефон, возможно одна семья",
                "A shared telephone, maybe one family",
            ),
            Self::Initials => (
                "Атының орнында бас әріп қана",
                "Вместо имени только инициал",
                "Only an initial in place of the given name",
            ),
            Self::NamesAlone => (
                "Аттас болуы мүмкін: телефон да, туған күн де жоқ",
                "Возможно тёзки: нет ни телефона, ни даты рождения",
                "Maybe namesakes: neither telephone nor birth date",
            ),
            Self::Contradiction => {
                ("Деректер қайшы", "Данные противоречат друг другу", "The fields contradict each other")
            }
        };
        Saying { kk, ru, en }
    }
}

/// Two rows that are probably one person, or of which it cannot be told.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct ProbablePair {
    /// The row that stands first.
    pub one: Id,
    /// The row that stands later.
    pub other: Id,
    /// `same` or `unsure`.
    pub verdict: PairVerdict,
    /// Where the verdict comes from.
    pub origin: VerdictOrigin,
    /// Why it cannot be told, for `unsure`; for `same`, why it is not certain: the rows are one person only by way of others, or by a name that others may
    /// bear.
    pub reason: Option<UnsureReason>,
    /// How likely these two rows alone are of one person, 0 to 1, rounded to four digits.
    pub probability: f64,
    /// What each field says, where it was asked for; fields that one of the rows does not have are left out.
    pub evidence: Vec<FieldEvidence>,
}
