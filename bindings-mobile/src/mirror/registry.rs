//! Mirrors of the types of `qoldau_core::people::registry`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::finding::Finding;
use qoldau_core::people::identity::Bin;
use qoldau_core::people::identity::Birth;
use qoldau_core::people::identity::EmailAddress;
use qoldau_core::people::identity::Iin;
use qoldau_core::people::identity::KatoPlace;
use qoldau_core::people::identity::PhoneNumber;
use qoldau_core::people::registry::Consent;
use qoldau_core::people::registry::ConsentGiver;
use qoldau_core::people::registry::ConsentUse;
use qoldau_core::people::registry::ErasedPerson;
use qoldau_core::people::registry::OrganisationKind;
use qoldau_core::people::registry::PersonExport;
use qoldau_core::people::registry::PersonMention;
use qoldau_core::people::registry::RegisteredOrganisation;
use qoldau_core::people::registry::RegisteredPerson;
use qoldau_core::people::registry::Registry;
use qoldau_core::people::registry::SelfReport;
use qoldau_core::value::Id;
use qoldau_core::value::IsoDate;
use qoldau_core::value::PersonName;

/// People and organisations by their ids.
#[uniffi::remote(Record)]
pub struct Registry {
    /// `qoldau-registry/1.0`.
    pub format: String,
    /// The people.
    #[uniffi(default = [])]
    pub persons: Vec<RegisteredPerson>,
    /// The organisations.
    #[uniffi(default = [])]
    pub organisations: Vec<RegisteredOrganisation>,
}

/// A person. Nothing but the id is required; numbers of documents and telephones of minors least of all.
#[uniffi::remote(Record)]
pub struct RegisteredPerson {
    /// The id under which the person stands in journals: random, and not made of anything the person has.
    pub id: Id,
    /// Name as the person gave it.
    #[uniffi(default = None)]
    pub name: Option<PersonName>,
    /// Sex as the person gave it, in the host's own words or codes; never taken from a name or an IIN.
    #[uniffi(default = None)]
    pub sex: Option<String>,
    /// When the person was born.
    #[uniffi(default = None)]
    pub birth: Option<Birth>,
    /// Whether the person says to have a disability.
    #[uniffi(default = None)]
    pub disability: Option<SelfReport>,
    /// Settlement.
    #[uniffi(default = None)]
    pub settlement: Option<String>,
    /// Place by the classifier KATO.
    #[uniffi(default = None)]
    pub place: Option<KatoPlace>,
    /// Id of the organisation the person comes from, of this registry.
    #[uniffi(default = None)]
    pub organisation: Option<Id>,
    /// A category of the project's own.
    #[uniffi(default = None)]
    pub category: Option<String>,
    /// Telephone.
    #[uniffi(default = None)]
    pub phone: Option<PhoneNumber>,
    /// E-mail address.
    #[uniffi(default = None)]
    pub email: Option<EmailAddress>,
    /// Individual identification number.
    #[uniffi(default = None)]
    pub iin: Option<Iin>,
    /// What the person, or who answers for a minor, agreed to.
    #[uniffi(default = [])]
    pub consents: Vec<Consent>,
}

/// What somebody says of themselves. Not said is none of these.
#[uniffi::remote(Enum)]
pub enum SelfReport {
    /// Yes.
    Yes,
    /// No.
    No,
    /// The person was asked and would rather not say.
    Declined,
}

/// What somebody agreed to.
#[uniffi::remote(Record)]
pub struct Consent {
    /// To what.
    pub to: ConsentUse,
    /// Who agreed.
    pub by: ConsentGiver,
    /// The day it was given.
    pub on: IsoDate,
    /// The day from which it holds no longer; nothing while it holds.
    #[uniffi(default = None)]
    pub withdrawn: Option<IsoDate>,
}

/// What is agreed to.
#[uniffi::remote(Enum)]
pub enum ConsentUse {
    /// To gather and to process personal data.
    Processing,
    /// To be shown in photos and videos.
    Pictures,
    /// To hand lists with the name to the grant operator.
    HandingOver,
}

/// Who agrees.
#[uniffi::remote(Enum)]
pub enum ConsentGiver {
    /// The person.
    Person,
    /// A parent or another lawful representative.
    Representative,
}

/// An organisation.
#[uniffi::remote(Record)]
pub struct RegisteredOrganisation {
    /// Its id.
    pub id: Id,
    /// What it is.
    pub kind: OrganisationKind,
    /// What it is called.
    pub name: String,
    /// Business identification number; initiative groups have none.
    #[uniffi(default = None)]
    pub bin: Option<Bin>,
    /// Settlement.
    #[uniffi(default = None)]
    pub settlement: Option<String>,
    /// Place by the classifier KATO.
    #[uniffi(default = None)]
    pub place: Option<KatoPlace>,
}

/// What an organisation is.
#[uniffi::remote(Enum)]
pub enum OrganisationKind {
    /// A non-governmental organisation.
    Ngo,
    /// An initiative group.
    InitiativeGroup,
    /// A school, college or university.
    School,
    /// A partner of the project.
    Partner,
    /// Another one.
    Other,
}

/// All that is held of one person: for that person, or for who asks in their name. It holds personal data because that is what it is for.
#[uniffi::remote(Record)]
pub struct PersonExport {
    /// The id that was asked for.
    pub person: Id,
    /// What the registry holds of it, and of the ids that decisions call the same person; records of one id that is there twice are all given.
    pub records: Vec<RegisteredPerson>,
    /// Entries of the journal that name the id, or one that decisions call the same person.
    pub mentions: Vec<PersonMention>,
    /// What of the journal could not be taken, and may name the person too.
    pub findings: Vec<Finding>,
}

/// An entry of the journal that names a person.
#[uniffi::remote(Record)]
pub struct PersonMention {
    /// Id of the entry.
    pub entry: Id,
    /// Its day.
    pub on: IsoDate,
    /// Its kind: `attendance` or `personDecision`.
    pub kind: String,
    /// The event, of an attendance.
    #[uniffi(default = None)]
    pub event: Option<Id>,
    /// The line, of a service.
    #[uniffi(default = None)]
    pub line: Option<Id>,
    /// The other person, of a decision.
    #[uniffi(default = None)]
    pub other: Option<Id>,
}

/// What came of erasing a person.
#[uniffi::remote(Record)]
pub struct ErasedPerson {
    /// The registry without the person.
    pub registry: Registry,
    /// How many records were taken out.
    pub records: u32,
    /// Entries of the journal that still name the id, which nobody can tell from now on who it was. They keep the figures what they were; where
    /// the person wants them gone too, an `erase` entry that names them removes them, and the figures change.
    pub mentions: Vec<PersonMention>,
    /// What of the journal could not be taken, and may name the person too.
    pub findings: Vec<Finding>,
}
