//! Lists that stand side by side, and which columns are of which.

use super::columns::{ColumnChoice, PersonColumn};

/// Where the people of a table stand: its columns, and what of them is of each of several lists side by side.
pub(super) struct Layout<'a> {
    /// The headings, column by column.
    pub(super) headings: Vec<&'a str>,
    /// The columns of each list, from the left.
    pub(super) lists: Vec<Vec<ColumnChoice>>,
}

impl<'a> Layout<'a> {
    pub(super) fn of(headings: Vec<&'a str>, columns: &[ColumnChoice]) -> Self {
        Self { headings, lists: side_by_side(columns) }
    }
}

/// The columns of each list: where names, or surnames, stand in several columns, each begins a list. What stands before a name belongs to it where the
/// same stands as far before the name to the left; a place, a list, a day or a category before the first name holds for all.
pub(super) fn side_by_side(columns: &[ColumnChoice]) -> Vec<Vec<ColumnChoice>> {
    use PersonColumn as C;
    let mut columns: Vec<ColumnChoice> = columns.to_vec();
    columns.sort_by_key(|choice| choice.column);
    let of = |kind: C| columns.iter().filter(move |choice| choice.holds == kind).map(|choice| choice.column);
    let whole: Vec<u32> = of(C::Name).collect();
    let names = if whole.is_empty() { of(C::Surname).collect() } else { whole };
    let mut starts: Vec<u32> = Vec::new();
    for (name, next) in names.iter().zip(names.iter().skip(1)) {
        let by = next.saturating_sub(*name);
        // What stands before the name stands behind where its list begins: behind another name it is of another list.
        let begin = starts.last().copied().unwrap_or(0);
        let is_before = |choice: &&ColumnChoice| {
            let mirrored = |other: &ColumnChoice| {
                other.holds == choice.holds && other.column.saturating_add(by) == choice.column
            };
            (name.saturating_add(1)..*next).contains(&choice.column)
                && columns.iter().any(|other| (begin..*name).contains(&other.column) && mirrored(other))
        };
        starts.push(columns.iter().find(is_before).map_or(*next, |choice| choice.column));
    }
    let Some(second) = starts.first().copied() else { return vec![columns] };
    let period = names.get(1).zip(names.first()).map_or(0, |(next, name)| next.saturating_sub(*name));
    let shared = |choice: &&ColumnChoice| {
        let of_all = matches!(choice.holds, C::List | C::Settlement | C::Organisation | C::Category | C::Day);
        of_all && choice.column.saturating_add(period) < second
    };
    let ends = starts.iter().copied().skip(1).chain([u32::MAX]);
    let first: Vec<ColumnChoice> = columns.iter().filter(|choice| choice.column < second).cloned().collect();
    let others = starts.iter().zip(ends).map(|(start, end)| {
        let mut own: Vec<ColumnChoice> =
            columns.iter().filter(|choice| (*start..end).contains(&choice.column)).cloned().collect();
        for choice in first.iter().filter(shared) {
            if own.iter().all(|known| known.holds != choice.holds) {
                own.push(choice.clone());
            }
        }
        own
    });
    let others: Vec<Vec<ColumnChoice>> = others.collect();
    std::iter::once(first).chain(others).collect()
}
