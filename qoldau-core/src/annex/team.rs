//! Block II: the people of the project.

use super::columns::Column;
use super::model::filled_lines;
use crate::plan::{Bound, StaffMember, TargetRule, read_targets};
use crate::value::{Amount, Id, PersonName, Phone};

/// What was read of a row of people.
pub(super) struct Member {
    pub(super) member: StaffMember,
    /// The words for the working time, when they are no percent.
    pub(super) unread_workload: Option<String>,
}

/// The person of a row; nothing for a row in which nothing stands.
pub(super) fn member(cells: &[(Column, &str)], id: Id) -> Option<Member> {
    let words = |wanted: Column, separator: &str| {
        let lines: Vec<&str> = cells
            .iter()
            .filter(|(column, _)| *column == wanted)
            .flat_map(|(_, text)| filled_lines(text))
            .collect();
        (!lines.is_empty()).then(|| lines.join(separator))
    };
    let name = words(Column::Person, " ");
    let role = words(Column::Role, " ");
    let phone = words(Column::Contact, "\n");
    let duties = words(Column::Duties, "\n");
    let workload = words(Column::Workload, " ");
    if [&name, &role, &phone, &duties, &workload].into_iter().all(Option::is_none) {
        return None;
    }
    let workload_percent = workload.as_deref().and_then(percent);
    Some(Member {
        unread_workload: workload.filter(|_| workload_percent.is_none()),
        member: StaffMember {
            id,
            name: PersonName::new(name.unwrap_or_default()),
            role,
            phone: phone.map(Phone::new),
            duties,
            workload_percent,
            from: None,
            to: None,
        },
    })
}

/// The percent that words name, from 0 up: of a range or a limit nobody can say how much it is.
fn percent(words: &str) -> Option<Amount> {
    let id: Id = "workload".parse().ok()?;
    match read_targets(words, &id, None).as_slice() {
        [target] => match target.rule {
            TargetRule::Percent { bound: Bound::Plain, amount, up_to: None } if !amount.is_negative() => {
                Some(amount)
            }
            _ => None,
        },
        _ => None,
    }
}
