//! Mirrors of the types of `qoldau_core::people::duplicates`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::finding::Finding;
use qoldau_core::people::duplicates::Agreement;
use qoldau_core::people::duplicates::DuplicateOptions;
use qoldau_core::people::duplicates::Duplicates;
use qoldau_core::people::duplicates::FieldEvidence;
use qoldau_core::people::duplicates::LevelWeight;
use qoldau_core::people::duplicates::ListPairing;
use qoldau_core::people::duplicates::ListedPerson;
use qoldau_core::people::duplicates::MatchField;
use qoldau_core::people::duplicates::MatchRule;
use qoldau_core::people::duplicates::PairDecision;
use qoldau_core::people::duplicates::PairVerdict;
use qoldau_core::people::duplicates::ProbablePair;
use qoldau_core::people::duplicates::RuleSilence;
use qoldau_core::people::duplicates::RuleUse;
use qoldau_core::people::duplicates::UnsureCount;
use qoldau_core::people::duplicates::UnsureReason;
use qoldau_core::people::duplicates::VerdictOrigin;
use qoldau_core::value::Id;
use qoldau_core::value::PersonName;
use qoldau_core::value::PersonalText;
use qoldau_core::value::Phone;

/// One row of a list of people, as it was written. Nothing of it but its id shows in `Debug`.
#[uniffi::remote(Record)]
pub struct ListedPerson {
    /// Id of the row, of its own.
    pub id: Id,
    /// The list it stands on: most people stand once on one list.
    #[uniffi(default = None)]
    pub list: Option<String>,
    /// The whole name.
    pub name: PersonName,
    /// Telephones; `read_phones` says in which forms.
    #[uniffi(default = None)]
    pub phone: Option<Phone>,
    /// Birth date or year; `read_birth` says in which forms.
    #[uniffi(default = None)]
    pub birth: Option<PersonalText>,
    /// Individual identification number; one whose check digit does not fit is passed over.
    #[uniffi(default = None)]
    pub iin: Option<PersonalText>,
    /// E-mail address.
    #[uniffi(default = None)]
    pub email: Option<PersonalText>,
    /// Settlement.
    #[uniffi(default = None)]
    pub settlement: Option<String>,
    /// School or other organisation.
    #[uniffi(default = None)]
    pub organisation: Option<String>,
}

/// What duplicates are found by.
#[uniffi::remote(Record)]
pub struct DuplicateOptions {
    /// Rules that settle pairs; the first of several that hold is told.
    #[uniffi(default = [])]
    pub rules: Vec<MatchRule>,
    /// What people decided; the last of several about one pair holds.
    #[uniffi(default = [])]
    pub decisions: Vec<PairDecision>,
    /// Whether the answer says of every pair what each field says.
    #[uniffi(default = false)]
    pub evidence: bool,
}

/// A rule that settles pairs by itself: where all fields of `agree` are known of both rows and the same, and all of `differ` are known and
/// different.
#[uniffi::remote(Record)]
pub struct MatchRule {
    /// Its id.
    pub id: Id,
    /// Fields that have to be the same. At least one where the verdict is `same`.
    #[uniffi(default = [])]
    pub agree: Vec<MatchField>,
    /// Fields that have to be different.
    #[uniffi(default = [])]
    pub differ: Vec<MatchField>,
    /// What the pair then is; `unsure` takes it out of what is joined by comparison.
    pub verdict: PairVerdict,
}

/// What somebody decided of two rows. It goes before every rule and every comparison.
#[uniffi::remote(Record)]
pub struct PairDecision {
    /// A row.
    pub one: Id,
    /// Another row.
    pub other: Id,
    /// What they are.
    pub verdict: PairVerdict,
}

/// A field that rows are compared by.
#[uniffi::remote(Enum)]
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

/// What is held of a pair.
#[uniffi::remote(Enum)]
pub enum PairVerdict {
    /// One person.
    Same,
    /// Two people.
    NotSame,
    /// Cannot be told from what the lists hold.
    Unsure,
}

/// How many people the rows are, which rows are one person, and of which it cannot be told.
#[uniffi::remote(Record)]
pub struct Duplicates {
    /// How many rows there are.
    pub rows: u32,
    /// How many people they are, as far as can be told.
    pub persons: u32,
    /// How many people they would be if all that cannot be told were one person.
    pub persons_at_least: u32,
    /// How many people they would be if only what is beyond doubt were joined.
    pub persons_at_most: u32,
    /// Rows that are one person, for people who stand more than once; by the first row.
    pub people: Vec<Vec<Id>>,
    /// Every two rows of one person, and every pair that cannot be told; by the first row and then the second. Of a person with more
    /// than a hundred rows (`PPL010`) only each row and the next.
    pub pairs: Vec<ProbablePair>,
    /// How many pairs cannot be told, by reason.
    pub unsure: Vec<UnsureCount>,
    /// What came of each rule.
    pub rules: Vec<RuleUse>,
    /// How many pairs were looked at.
    pub looked_at: u32,
    /// The weights, as they were learned from the rows.
    pub weights: Vec<LevelWeight>,
    /// Rules that cannot fire, decisions that contradict each other.
    pub findings: Vec<Finding>,
}

/// Two rows that are probably one person, or of which it cannot be told.
#[uniffi::remote(Record)]
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
    #[uniffi(default = None)]
    pub reason: Option<UnsureReason>,
    /// How likely these two rows alone are of one person, 0 to 1, rounded to four digits.
    pub probability: f64,
    /// What each field says, where it was asked for; fields that one of the rows does not have are left out.
    pub evidence: Vec<FieldEvidence>,
}

/// Where a verdict comes from.
#[uniffi::remote(Enum)]
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
#[uniffi::remote(Enum)]
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

/// What one field says for or against a pair.
#[uniffi::remote(Record)]
pub struct FieldEvidence {
    /// The field.
    pub field: MatchField,
    /// How far the rows agree in it.
    pub agreement: Agreement,
    /// Binary logarithm of how much likelier such an agreement is for one person than for two strangers; negative where it
    /// speaks against one person. Rounded to hundredths.
    pub bits: f64,
}

/// How far two rows agree in a field.
#[uniffi::remote(Enum)]
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

/// How many pairs cannot be told for one reason.
#[uniffi::remote(Record)]
pub struct UnsureCount {
    /// The reason.
    pub reason: UnsureReason,
    /// How many pairs.
    pub pairs: u32,
}

/// What came of a rule.
#[uniffi::remote(Record)]
pub struct RuleUse {
    /// The rule.
    pub rule: Id,
    /// How many pairs it settled.
    pub pairs: u32,
    /// Why it can settle nothing, where that is so.
    #[uniffi(default = None)]
    pub silent: Option<RuleSilence>,
}

/// Why a rule can settle nothing on the data given.
#[uniffi::remote(Enum)]
pub enum RuleSilence {
    /// Fewer than two rows have the field.
    FieldEmpty {
        /// The field.
        field: MatchField,
    },
    /// No field has to agree, so that it would hold for nearly all pairs: such a rule is not taken.
    NothingAgrees {},
    /// A field has to agree and to differ.
    Contradiction {
        /// The field.
        field: MatchField,
    },
}

/// How often a field agrees so far.
#[uniffi::remote(Record)]
pub struct LevelWeight {
    /// The field.
    pub field: MatchField,
    /// How far it agrees.
    pub agreement: Agreement,
    /// Chance for two rows of one person, where both have the field; rounded to five digits.
    pub person: f64,
    /// Chance for two people of one household; for the given name, where it is that of strangers, nothing.
    #[uniffi(default = None)]
    pub household: Option<f64>,
}

/// Two lists paired one to one.
#[uniffi::remote(Record)]
pub struct ListPairing {
    /// Rows that are one person, `one` of the first list and `other` of the second; no row is in two pairs. In the order of the first list.
    pub pairs: Vec<ProbablePair>,
    /// Pairs that cannot be told, of rows that have no partner.
    pub unsure: Vec<ProbablePair>,
    /// Rows of the first list without a partner.
    pub only_first: Vec<Id>,
    /// Rows of the second list without a partner.
    pub only_second: Vec<Id>,
    /// What came of each rule.
    pub rules: Vec<RuleUse>,
    /// Rules that cannot fire, decisions that contradict each other.
    pub findings: Vec<Finding>,
}
