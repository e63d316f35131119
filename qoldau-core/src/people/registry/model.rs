//! What the registry holds.

use serde::{Deserialize, Serialize};

use crate::people::identity::{Bin, Birth, EmailAddress, Iin, KatoPlace, PhoneNumber};
use crate::value::{Id, IsoDate, PersonName};

/// Name and version of the registry's wire form.
pub const REGISTRY_FORMAT: &str = "qoldau-registry/1.0";

/// People and organisations by their ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Registry {
    /// `qoldau-registry/1.0`.
    pub format: String,
    /// The people.
    #[serde(default)]
    pub persons: Vec<RegisteredPerson>,
    /// The organisations.
    #[serde(default)]
    pub organisations: Vec<RegisteredOrganisation>,
}

impl Default for Registry {
    fn default() -> Self {
        Self { format: REGISTRY_FORMAT.into(), persons: Vec::new(), organisations: Vec::new() }
    }
}

/// A person. Nothing but the id is required; numbers of documents and telephones of minors least of all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct RegisteredPerson {
    /// The id under which the person stands in journals: random, and not made of anything the person has.
    pub id: Id,
    /// Name as the person gave it.
    #[serde(default)]
    pub name: Option<PersonName>,
    /// Sex as the person gave it, in the host's own words or codes; never taken from a name or an IIN.
    #[serde(default)]
    pub sex: Option<String>,
    /// When the person was born.
    #[serde(default)]
    pub birth: Option<Birth>,
    /// Whether the person says to have a disability.
    #[serde(default)]
    pub disability: Option<SelfReport>,
    /// Settlement.
    #[serde(default)]
    pub settlement: Option<String>,
    /// Place by the classifier KATO.
    #[serde(default)]
    pub place: Option<KatoPlace>,
    /// Id of the organisation the person comes from, of this registry.
    #[serde(default)]
    pub organisation: Option<Id>,
    /// A category of the project's own.
    #[serde(default)]
    pub category: Option<String>,
    /// Telephone.
    #[serde(default)]
    pub phone: Option<PhoneNumber>,
    /// E-mail address.
    #[serde(default)]
    pub email: Option<EmailAddress>,
    /// Individual identification number.
    #[serde(default)]
    pub iin: Option<Iin>,
    /// What the person, or who answers for a minor, agreed to.
    #[serde(default)]
    pub consents: Vec<Consent>,
}

/// What somebody says of themselves. Not said is none of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum SelfReport {
    /// Yes.
    Yes,
    /// No.
    No,
    /// The person was asked and would rather not say.
    Declined,
}

/// What somebody agreed to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Consent {
    /// To what.
    pub to: ConsentUse,
    /// Who agreed.
    pub by: ConsentGiver,
    /// The day it was given.
    pub on: IsoDate,
    /// The day from which it holds no longer; nothing while it holds.
    #[serde(default)]
    pub withdrawn: Option<IsoDate>,
}

/// What is agreed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum ConsentUse {
    /// To gather and to process personal data.
    Processing,
    /// To be shown in photos and videos.
    Pictures,
    /// To hand lists with the name to the grant operator.
    HandingOver,
}

/// Who agrees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum ConsentGiver {
    /// The person.
    Person,
    /// A parent or another lawful representative.
    Representative,
}

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct RegisteredOrganisation {
    /// Its id.
    pub id: Id,
    /// What it is.
    pub kind: OrganisationKind,
    /// What it is called.
    pub name: String,
    /// Business identification number; initiative groups have none.
    #[serde(default)]
    pub bin: Option<Bin>,
    /// Settlement.
    #[serde(default)]
    pub settlement: Option<String>,
    /// Place by the classifier KATO.
    #[serde(default)]
    pub place: Option<KatoPlace>,
}

/// What an organisation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
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
