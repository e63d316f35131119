//! Suppression against a model that tries every table with the same totals.

use proptest::prelude::*;

use super::*;

fn cells(places: &[(u32, u32)]) -> Vec<Cell> {
    places.iter().map(|(row, column)| Cell { row: *row, column: *column }).collect()
}

/// Cells that have one value in every table of whole counts with the published cells and totals. As totals are sums over rows and
/// columns, whole tables show all that fractional ones would.
fn naive_derivable(table: &[Vec<u32>], hidden: &[Cell]) -> Vec<Cell> {
    let mut values: Vec<std::collections::BTreeSet<u32>> =
        vec![std::collections::BTreeSet::new(); hidden.len()];
    let mut rows: Vec<u32> = table.iter().map(|_| 0).collect();
    let mut columns: Vec<u32> = table[0].iter().map(|_| 0).collect();
    for cell in hidden {
        let count = table[cell.row as usize][cell.column as usize];
        rows[cell.row as usize] += count;
        columns[cell.column as usize] += count;
    }
    fill(hidden, &mut Vec::new(), (&mut rows, &mut columns), &mut values);
    hidden.iter().zip(&values).filter(|(_, values)| values.len() == 1).map(|(cell, _)| *cell).collect()
}

fn fill(
    hidden: &[Cell],
    chosen: &mut Vec<u32>,
    (rows, columns): (&mut [u32], &mut [u32]),
    values: &mut [std::collections::BTreeSet<u32>],
) {
    let Some(cell) = hidden.get(chosen.len()) else {
        if rows.iter().chain(columns.iter()).all(|rest| *rest == 0) {
            values.iter_mut().zip(chosen).for_each(|(known, count)| {
                known.insert(*count);
            });
        }
        return;
    };
    let (row, column) = (cell.row as usize, cell.column as usize);
    for count in 0..=rows[row].min(columns[column]) {
        rows[row] -= count;
        columns[column] -= count;
        chosen.push(count);
        fill(hidden, chosen, (rows, columns), values);
        chosen.pop();
        rows[row] += count;
        columns[column] += count;
    }
}

fn small_table() -> impl Strategy<Value = Vec<Vec<u32>>> {
    let count = prop_oneof![Just(0), 1_u32..3, 3_u32..6];
    (2_usize..4, 2_usize..5).prop_flat_map(move |(rows, columns)| {
        prop::collection::vec(prop::collection::vec(count.clone(), columns), rows)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn the_audit_finds_what_every_table_with_these_totals_shares(table in small_table(), marks in any::<u16>()) {
        let all = (0..table.len()).flat_map(|row| (0..table[0].len()).map(move |column| (row, column)));
        let hidden: Vec<Cell> = all
            .enumerate()
            .filter(|(at, _)| marks >> at & 1 == 1)
            .map(|(_, (row, column))| Cell { row: row as u32, column: column as u32 })
            .take(7)
            .collect();
        prop_assert_eq!(derivable_cells(&table, &hidden).unwrap(), naive_derivable(&table, &hidden));
    }

    #[test]
    fn nothing_hidden_follows_and_no_fewer_cells_do(table in small_table()) {
        let hidden = suppress_table(&table, 3, true).unwrap();
        let all: Vec<Cell> = hidden.primary.iter().chain(&hidden.complementary).copied().collect();
        prop_assert_eq!(derivable_cells(&table, &all).unwrap(), hidden.derivable.clone());
        prop_assert!(hidden.fewest);
        let count = |cell: &Cell| table[cell.row as usize][cell.column as usize];
        // Zeros are hidden only where it does not go without.
        let zeros = !hidden.derivable.is_empty() || hidden.complementary.iter().any(|cell| count(cell) == 0);
        let others: Vec<Cell> = (0..table.len() as u32)
            .flat_map(|row| (0..table[0].len() as u32).map(move |column| Cell { row, column }))
            .filter(|cell| !hidden.primary.contains(cell))
            .filter(|cell| zeros || count(cell) > 0)
            .collect();
        for marks in 0_u32..1 << others.len() {
            let added = others.iter().enumerate().filter(|(at, _)| marks >> at & 1 == 1).map(|(_, cell)| *cell);
            let set: Vec<Cell> = hidden.primary.iter().copied().chain(added).collect();
            if set.len() < all.len() {
                let left = derivable_cells(&table, &set).unwrap();
                prop_assert!(left.iter().any(|cell| !hidden.derivable.contains(cell)), "{:?} suffice", set);
            }
        }
    }
}

#[test]
fn the_published_table_needs_three_more_with_28_in_all() {
    let table = [vec![34, 10, 2, 0], vec![6, 8, 8, 2], vec![2, 5, 4, 12], vec![0, 1, 2, 14]];
    let hidden = suppress_table(&table, 3, true).unwrap();
    assert_eq!(hidden.primary, cells(&[(0, 2), (1, 3), (2, 0), (3, 1), (3, 2)]));
    let sum: u32 =
        hidden.complementary.iter().map(|cell| table[cell.row as usize][cell.column as usize]).sum();
    assert_eq!((hidden.complementary.len(), sum, hidden.fewest), (3, 28, true));
}

#[test]
fn lines_and_tables_with_nothing_to_hide_behind() {
    let line = suppress_table(&[vec![1, 9, 20, 0]], 5, true).unwrap();
    assert_eq!((line.complementary.as_slice(), line.derivable.as_slice()), (&cells(&[(0, 1)])[..], &[][..]));
    let column = suppress_table(&[vec![1], vec![9], vec![20]], 5, true).unwrap();
    assert_eq!(column.complementary, cells(&[(1, 0)]));
    let alone = suppress_table(&[vec![1]], 5, true).unwrap();
    assert_eq!(alone.derivable, cells(&[(0, 0)]));
    let empty = suppress_table(&[vec![1, 0], vec![0, 0]], 5, true).unwrap();
    assert_eq!(empty.derivable, cells(&[(0, 0)]));
    assert!(empty.complementary.is_empty());
    let without_totals = suppress_table(&[vec![1, 9], vec![9, 9]], 5, false).unwrap();
    assert_eq!((without_totals.primary.len(), without_totals.complementary.len()), (1, 0));
    assert_eq!(suppress_table(&[], 5, true).unwrap().primary, []);
    assert_eq!(suppress_table(&[vec![1, 2], vec![3]], 5, true).unwrap_err().code(), "SVY050");
}

#[test]
fn a_large_table_ends_in_time_and_protected() {
    let table: Vec<Vec<u32>> = (0..17_u32)
        .map(|row| (0..12_u32).map(|column| (row * 7 + column * 5) % 23 + row % 3).collect())
        .collect();
    let hidden = suppress_table(&table, 5, true).unwrap();
    assert!(hidden.derivable.is_empty() && hidden.primary.len() > 20);
    let all: Vec<Cell> = hidden.primary.iter().chain(&hidden.complementary).copied().collect();
    assert_eq!(derivable_cells(&table, &all).unwrap(), []);
}

#[test]
fn classes_of_equal_rows() {
    let row = |age: Option<&str>, place: &str| vec![age.map(str::to_owned), Some(place.to_owned())];
    let rows = [row(Some("20"), "a"), row(Some("20"), "a"), row(None, "a"), row(None, "b")];
    let classes = k_anonymity(&rows, 2);
    assert_eq!((classes.classes, classes.smallest_class, classes.uniques), (3, Some(1), 2));
    assert_eq!((classes.classes_below_k, classes.rows_below_k), (2, 2));
    assert_eq!(k_anonymity(&[], 5).smallest_class, None);
}
