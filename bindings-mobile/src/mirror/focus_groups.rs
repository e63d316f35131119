//! Mirrors of the types of `qoldau_core::survey::focus`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::survey::focus::FocusGroup;
use qoldau_core::survey::questionnaire::Wording;
use qoldau_core::value::Id;
use qoldau_core::value::IsoDate;
use qoldau_core::value::PersonName;

/// A session of a focus group.
#[uniffi::remote(Record)]
pub struct FocusGroup {
    /// Id of the session: that of its event.
    pub id: Id,
    /// What it was about.
    pub title: Wording,
    /// The day.
    pub on: IsoDate,
    /// Who led it.
    #[uniffi(default = None)]
    pub moderator: Option<PersonName>,
    /// How many people took part.
    #[uniffi(default = None)]
    pub participants: Option<u32>,
    /// Id of the item of evidence that is its minutes.
    #[uniffi(default = None)]
    pub minutes: Option<Id>,
    /// Id of the item that is the list of participants.
    #[uniffi(default = None)]
    pub list: Option<Id>,
    /// Id of the item by which the participants agreed to be recorded and quoted.
    #[uniffi(default = None)]
    pub consent: Option<Id>,
}
