//! Which pairs of rows are looked at: those that share a key, and of large groups only neighbours.
#![expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "places in tables made here")]

use super::prepare::{NONE, Prepared, Row, Values, at};

/// How many neighbours in its group a row is held against at most, to each side.
const WINDOW: usize = 30;
/// Groups up to this size are looked at whole.
const SMALL: usize = 20;
/// In larger ones the neighbours to each side are this number by the size of the group, and [`LEAST`] at least.
const CROWD: usize = 300;
const LEAST: usize = 4;

/// What a stem of a name has in common with its misspellings.
struct Skeleton {
    /// Its consonants in classes, and what it begins with.
    whole: u64,
    first: u64,
}

/// One way of grouping: rows in the order of their groups.
struct Pass {
    /// Rows by group, and within a group by what makes them alike.
    order: Vec<u32>,
    /// How many neighbours each place of `order` has before and after it that it is held against.
    near: Vec<[u8; 2]>,
    /// Place of each row in `order`.
    places: Vec<u32>,
}

/// Calls `visit` once for every pair of rows that share a key; the lower row second.
pub(super) fn candidates(prepared: &Prepared, mut visit: impl FnMut(u32, u32)) {
    let passes = passes(prepared);
    let mut stamps = vec![u32::MAX; prepared.rows.len()];
    for row in 0..u32::try_from(prepared.rows.len()).unwrap_or(u32::MAX) {
        for pass in &passes {
            let place = at(pass.places[at(row)]);
            if place == usize::MAX || place >= pass.order.len() {
                continue;
            }
            let [before, after] = pass.near[place].map(usize::from);
            let neighbours = pass.order[place - before..place].iter().rev();
            for other in neighbours.chain(&pass.order[place + 1..=place + after]) {
                if *other < row && stamps[at(*other)] != row {
                    stamps[at(*other)] = row;
                    visit(row, *other);
                }
            }
        }
    }
}

fn passes(prepared: &Prepared) -> Vec<Pass> {
    let skeletons = skeletons(&prepared.stems);
    let whole = |stem: u32| if stem == NONE { None } else { Some(skeletons[at(stem)].whole) };
    let first = |stem: u32| if stem == NONE { None } else { Some(skeletons[at(stem)].first) };
    let some = |number: u32| (number != NONE).then_some(u64::from(number));
    let year = |row: &Row| (row.year != 0).then_some(u64::from(row.year));
    let order_year =
        |row: &Row| u64::from(row.year) << 40 | u64::from(row.patronymic) << 16 | u64::from(row.settlement);
    let order_name = |row: &Row| u64::from(row.surname) << 32 | u64::from(row.given);
    let initial = |bits: u32| if bits == 0 { None } else { Some(u64::from(bits.trailing_zeros())) };
    let ways: [(KeyOf<'_>, OrderOf<'_>); 13] = [
        (&|row| key(1, [some(row.phone)?, 0, 0]), &order_name),
        (&|row| key(1, [some(row.phone_second).or_else(|| some(row.phone))?, 0, 0]), &order_name),
        (
            &|row| {
                let (low, high) = (row.day.min(row.month), row.day.max(row.month));
                key(2, [year(row)?, (row.day != 0).then(|| u64::from(low))?, high.into()])
            },
            &order_name,
        ),
        (&|row| key(3, [some(row.iin)?, 0, 0]), &order_name),
        (&|row| key(4, [some(row.email)?, 0, 0]), &order_name),
        // In either order.
        (
            &|row| {
                let (surname, given) = (whole(row.surname)?, whole(row.given)?);
                key(5, [surname.min(given), surname.max(given), 0])
            },
            &order_year,
        ),
        (&|row| key(6, [whole(row.surname)?, initial(row.given_first)?, 0]), &order_year),
        (&|row| key(7, [whole(row.given)?, year(row)?, 0]), &order_name),
        (&|row| key(8, [whole(row.surname)?, year(row)?, 0]), &order_name),
        (&|row| key(9, [whole(row.given)?, whole(row.patronymic)?, 0]), &order_name),
        (
            &|row| key(10, [whole(row.given)?, some(row.organisation)?, some(row.settlement).unwrap_or(0)]),
            &order_name,
        ),
        (&|row| key(11, [whole(row.given)?, first(row.surname)?, some(row.settlement)?]), &order_name),
        (
            &|row| {
                let place = some(row.organisation).or_else(|| some(row.settlement))?;
                key(12, [whole(row.surname)?, place, 0])
            },
            &order_year,
        ),
    ];
    ways.into_iter().map(|(key, order)| pass(prepared, key, order)).collect()
}

/// What groups a row; nothing where it is in no group.
type KeyOf<'a> = &'a dyn Fn(&Row) -> Option<u64>;
/// Where a row stands within its group.
type OrderOf<'a> = &'a dyn Fn(&Row) -> u64;

/// A key of a way of grouping.
#[expect(clippy::unnecessary_wraps, reason = "reads well where keys are missing")]
fn key(pass: u64, parts: [u64; 3]) -> Option<u64> {
    Some(parts.iter().fold(pass, |key, part| mix(key ^ part)))
}

/// Spreads a number over all 64 bits (the finaliser of `SplitMix64`, Steele, Lea and Flood 2014).
pub(super) fn mix(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

/// One way of grouping; compiled once for all of them.
fn pass(prepared: &Prepared, key: KeyOf<'_>, order: OrderOf<'_>) -> Pass {
    let rows = &prepared.rows;
    let kept = (0_u32..).zip(rows).filter(|(number, _)| !prepared.twins.is_copy(*number));
    let mut keyed: Vec<(u64, u64, u32)> =
        kept.filter_map(|(number, row)| Some((key(row)?, order(row), number))).collect();
    keyed.sort_unstable();
    let mut places = vec![u32::MAX; rows.len()];
    for (place, (_, _, row)) in (0_u32..).zip(&keyed) {
        places[at(*row)] = place;
    }
    let mut near = Vec::with_capacity(keyed.len());
    for group in keyed.chunk_by(|one, other| one.0 == other.0) {
        let window = window(group.len());
        let sides = (0..group.len()).map(|place| [place, group.len() - 1 - place]);
        near.extend(sides.map(|sides| sides.map(|side| u8::try_from(side.min(window)).unwrap_or(0))));
    }
    Pass { order: keyed.iter().map(|(_, _, row)| *row).collect(), near, places }
}

/// How many neighbours to each side a row of a group is held against. In a large group those that have more in common stand together,
/// and others are strangers who share a name; the work would grow faster than the rows do.
fn window(rows: usize) -> usize {
    if rows <= SMALL { WINDOW } else { (CROWD / rows).clamp(LEAST, WINDOW) }
}

fn skeletons(stems: &Values) -> Vec<Skeleton> {
    let class = |letter: u8| match letter {
        b'a' | b'e' | b'i' | b'o' | b'u' => 0,
        b'k' | b'h' | b'g' => 1,
        b's' | b'w' | b'z' | b'j' | b'c' => 2,
        b'b' | b'p' => 3,
        b'd' | b't' => 4,
        b'v' | b'f' => 5,
        b'm' | b'n' => 6,
        b'l' => 7,
        _ => 8_u64,
    };
    let of = |stem: &str| {
        let first = stem.bytes().next().map_or(0, class);
        let consonants = stem.bytes().skip(1).map(class).filter(|class| *class != 0).take(5);
        Skeleton { whole: consonants.fold(first + 1, |all, class| all * 10 + class), first: first + 1 }
    };
    stems.texts.iter().map(|stem| of(stem)).collect()
}
