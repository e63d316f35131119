//! The deadline of a row: what stands in its cell, or in the cells of its first and its last day.

use super::columns::Column;
use super::model::{Line, Row, Spot, joined};
use super::rows::column_lines;
use super::tasks::OpenDue;
use crate::plan::Due;

/// The deadline of a row below another activity's.
pub(super) fn open_due(row: &Row, columns: &[Column], spot: Spot, above: Option<&OpenDue>) -> OpenDue {
    let of = |wanted: Column| cell(row, columns, spot, wanted);
    if !columns.contains(&Column::Start) || columns.contains(&Column::Due) {
        return of(Column::Due);
    }
    match (of(Column::Start), of(Column::End)) {
        (OpenDue::Empty, OpenDue::Empty) => OpenDue::Empty,
        (OpenDue::Merged, OpenDue::Merged | OpenDue::Empty) | (OpenDue::Empty, OpenDue::Merged) => {
            OpenDue::Merged
        }
        (first, last) => {
            let (first_above, last_above) = match above {
                Some(OpenDue::Between(first, last)) => (first.clone(), last.clone()),
                _ => (None, None),
            };
            OpenDue::Between(day(first, first_above), day(last, last_above))
        }
    }
}

/// The first days of a row whose deadline has a column of its own.
pub(super) fn first_days(row: &Row, columns: &[Column], spot: Spot) -> Vec<Line> {
    if columns.contains(&Column::Start) && columns.contains(&Column::Due) {
        column_lines(row, columns, spot, Column::Start)
    } else {
        Vec::new()
    }
}

fn cell(row: &Row, columns: &[Column], spot: Spot, wanted: Column) -> OpenDue {
    let mut cells = row.cells.iter().zip(columns);
    if cells.any(|(cell, column)| *column == wanted && cell.continues) {
        return OpenDue::Merged;
    }
    let lines = column_lines(row, columns, spot, wanted);
    match lines.first() {
        Some(first) => OpenDue::Written(Line { place: first.place.clone(), text: joined(&lines, " ") }),
        None => OpenDue::Empty,
    }
}

fn day(here: OpenDue, above: Option<Line>) -> Option<Line> {
    match here {
        OpenDue::Written(line) => Some(line),
        OpenDue::Merged => above,
        OpenDue::Between(..) | OpenDue::Empty => None,
    }
}

/// The deadline from a first to a last day, where both are read and the first is not the later.
pub(super) fn between(first: Option<&Line>, last: Option<&Line>, mut read: impl FnMut(&str) -> Due) -> Due {
    let said: Vec<&str> = [first, last].into_iter().flatten().map(|line| line.text.as_str()).collect();
    let text = said.join(" – ");
    let (Some(first), Some(last)) = (first, last) else { return Due::Unread { text } };
    let start = match read(&first.text) {
        Due::Range { start, .. } => start,
        _ => None,
    };
    match (start, read(&last.text)) {
        (Some(start), Due::Range { end: Some(end), end_time, .. }) if start <= end => {
            Due::Range { start: Some(start), end: Some(end), end_time, inherited: false, text }
        }
        // «01.06» and «30.09» have a year together alone.
        (None, _) => match read(&text) {
            whole @ Due::Range { start: Some(_), end: Some(_), .. } => whole,
            _ => Due::Unread { text },
        },
        _ => Due::Unread { text },
    }
}
