//! Values of people on lists.

use qoldau_core::failure::{from_json, to_canonical_json};
use qoldau_core::people::duplicates::{
    Agreement, DuplicateOptions, Duplicates, ListPairing, ListedPerson, MatchField, UnsureReason,
};
use qoldau_core::people::identity::Birth;
use qoldau_core::people::import::{ColumnChoice, PeopleTable};
use qoldau_core::people::reach::{Attendance, Headcount, PersonFacts, Reach, ReachQuestion};
use qoldau_core::whole::people::{AgeBounds, BinRead, ColumnGuess, IinRead, PhoneRead};

use crate::QoldauError;

from_json! {
    agreement_from_json -> Agreement;
    attendances_from_json -> Vec<Attendance>;
    birth_from_json -> Birth;
    column_choices_from_json -> Vec<ColumnChoice>;
    duplicate_options_from_json -> DuplicateOptions;
    headcounts_from_json -> Vec<Headcount>;
    listed_people_from_json -> Vec<ListedPerson>;
    match_field_from_json -> MatchField;
    person_facts_from_json -> Vec<PersonFacts>;
    reach_question_from_json -> ReachQuestion;
    unsure_reason_from_json -> UnsureReason;
}

to_json! {
    age_bounds_to_json(AgeBounds);
    bin_read_to_json(BinRead);
    birth_to_json(Birth);
    column_guess_to_json(ColumnGuess);
    duplicates_to_json(Duplicates);
    iin_read_to_json(IinRead);
    list_pairing_to_json(ListPairing);
    listed_people_to_json(Vec<ListedPerson>);
    people_table_to_json(PeopleTable);
    phones_to_json(Vec<PhoneRead>);
    reach_to_json(Reach);
}
