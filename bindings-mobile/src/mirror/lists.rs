//! Mirrors of the types of `qoldau_core::people::import`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::finding::Finding;
use qoldau_core::people::duplicates::ListedPerson;
use qoldau_core::people::import::ColumnChoice;
use qoldau_core::people::import::PeopleTable;
use qoldau_core::people::import::PersonColumn;

/// What a column of a list of people holds.
#[uniffi::remote(Enum)]
pub enum PersonColumn {
    /// An id of the row that no other row has.
    RowId,
    /// The list or the event.
    List,
    /// The whole name.
    Name,
    /// The surname alone.
    Surname,
    /// The given name alone.
    GivenName,
    /// The father's name alone.
    Patronymic,
    /// Telephones.
    Phone,
    /// Birth date or year.
    Birth,
    /// Individual identification number.
    Iin,
    /// E-mail address.
    Email,
    /// Settlement.
    Settlement,
    /// School or other organisation.
    Organisation,
}

/// What one column was taken for.
#[uniffi::remote(Record)]
pub struct ColumnChoice {
    /// Number of the column, counted from 1.
    pub column: u32,
    /// What it holds.
    pub holds: PersonColumn,
}

/// A table read as a list of people: every row is there, whatever is wrong with it.
#[uniffi::remote(Record)]
pub struct PeopleTable {
    /// The rows, in their order.
    pub people: Vec<ListedPerson>,
    /// What the columns were taken for.
    pub columns: Vec<ColumnChoice>,
    /// What could not be read, row by row; a finding never quotes a cell.
    pub findings: Vec<Finding>,
}
