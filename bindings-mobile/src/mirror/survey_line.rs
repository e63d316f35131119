//! Mirrors of the types of `qoldau_core::survey::observe`. Written by `bindings-mobile/mirror`; do not edit:
//! `QOLDAU_UPDATE=1 cargo test -p qoldau-mirror`

use qoldau_core::survey::observe::SurveyLine;
use qoldau_core::value::Id;
use qoldau_core::value::IsoDate;

/// Which line of the plan a figure is for, and who vouches for it.
#[uniffi::remote(Record)]
pub struct SurveyLine {
    /// Id under which the observation stands, as an entry of a journal would.
    pub entry: Id,
    /// Id of the line.
    pub line: Id,
    /// Id of the target, where the line has more than one.
    #[uniffi(default = None)]
    pub target: Option<Id>,
    /// Id of the event, of a survey that was held at one.
    #[uniffi(default = None)]
    pub event: Option<Id>,
    /// Day from which the figure holds: the last day of the phase, or the day of the survey.
    pub on: IsoDate,
    /// Who recorded it.
    pub author: String,
}
