//! The people of the project.

use qoldau_derive::Decode;
use serde::Serialize;

use crate::value::{Amount, Id, IsoDate, PersonName, Phone};

/// The people of the project, by the two tables of block II.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct Team {
    /// Staff of the organisation.
    pub staff: Vec<StaffMember>,
    /// Specialists engaged under civil contracts.
    pub specialists: Vec<StaffMember>,
}

/// One row of a team table. Names and phones print silently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct StaffMember {
    /// Id of the row.
    pub id: Id,
    /// Name of the person.
    pub name: PersonName,
    /// Post held.
    pub role: Option<String>,
    /// Telephone number.
    pub phone: Option<Phone>,
    /// Duties, as they stand.
    pub duties: Option<String>,
    /// Share of the working time, 0 to 100 percent.
    pub workload_percent: Option<Amount>,
    /// First day on the project, where not the project's own.
    pub from: Option<IsoDate>,
    /// Last day on the project, where not the project's own.
    pub to: Option<IsoDate>,
}
