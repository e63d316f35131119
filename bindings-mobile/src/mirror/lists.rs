//! Mirrors of the types of `qoldau_core::people::import`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::finding::Finding;
use qoldau_core::people::duplicates::ListedPerson;
use qoldau_core::people::import::ColumnChoice;
use qoldau_core::people::import::PeopleTable;
use qoldau_core::people::import::PersonColumn;
use qoldau_core::people::import::SheetColumns;
use qoldau_core::people::import::SheetGuess;
use qoldau_core::people::import::SheetHeading;
use qoldau_core::people::import::WorkbookPeople;
use qoldau_core::people::reach::PersonFacts;
use qoldau_core::value::IsoDate;

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
    /// Sex as the person stated it.
    Sex,
    /// A category of the project's own, such as pupils, teachers, persons with disabilities.
    Category,
    /// The day on which whoever stands in the row was there.
    Day,
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
    /// What each row states that reach counts by, in the same order; `person` is the id of the row, until it is told which rows are one person.
    pub facts: Vec<PersonFacts>,
    /// The day on which each row was there, in the same order; nothing where no column or no cell says it.
    pub days: Vec<Option<IsoDate>>,
    /// What the columns were taken for.
    pub columns: Vec<ColumnChoice>,
    /// What could not be read, row by row; a finding never quotes a cell.
    pub findings: Vec<Finding>,
}

/// A heading of a sheet.
#[uniffi::remote(Record)]
pub struct SheetHeading {
    /// Number of the column, 1 for A.
    pub column: u32,
    /// What stands there; of headings over several rows the lowest.
    pub text: String,
}

/// What a sheet was taken for, as far as it could be guessed.
#[uniffi::remote(Record)]
pub struct SheetGuess {
    /// Number of the sheet among the tabs, from 1.
    pub sheet: u32,
    /// What its tab says.
    pub name: String,
    /// Whether it is hidden.
    pub hidden: bool,
    /// The row of the headings, the first of several; nothing where none were found.
    #[uniffi(default = None)]
    pub heading_row: Option<u32>,
    /// The headings.
    pub headings: Vec<SheetHeading>,
    /// What the columns hold; one of which nothing is known is not there.
    pub columns: Vec<ColumnChoice>,
}

/// What somebody takes a sheet for, in the place of what is guessed. A sheet without columns is not read.
#[uniffi::remote(Record)]
pub struct SheetColumns {
    /// Number of the sheet among the tabs, from 1.
    pub sheet: u32,
    /// The row of the headings, the first of several; nothing where the first row is a person.
    #[uniffi(default = None)]
    pub heading_row: Option<u32>,
    /// What the columns hold.
    pub columns: Vec<ColumnChoice>,
}

/// A workbook read as lists of people: every row is there, whatever is wrong with it.
#[uniffi::remote(Record)]
pub struct WorkbookPeople {
    /// The rows, sheet by sheet. The id of a row is that of its own column, or sheet and row: `1-5`. Of several sheets each is a list by the name of
    /// its tab, unless a column names the list.
    pub people: Vec<ListedPerson>,
    /// What each row states that reach counts by, in the same order.
    pub facts: Vec<PersonFacts>,
    /// The day on which each row was there, in the same order; nothing where no column or no cell says it.
    pub days: Vec<Option<IsoDate>>,
    /// What the sheets were taken for.
    pub sheets: Vec<SheetColumns>,
    /// What could not be read, and what was read otherwise than it stands there; a finding never quotes a cell.
    pub findings: Vec<Finding>,
}
