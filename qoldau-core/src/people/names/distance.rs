//! How far two matching forms lie apart.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a small table walked within its own bounds"
)]

use super::letters::is_vowel;

/// The longest form that is compared letter by letter; what is longer is cut.
const LONGEST: usize = 24;

/// The distance that forms have that are not alike at all.
pub(crate) const FAR: u8 = 60;

/// What a letter that is missing or too many costs, in tenths of a letter.
const fn gap(letter: u8) -> u8 {
    match letter {
        b'i' => 4,
        b'a' | b'e' | b'o' | b'u' => 7,
        b'h' => 8,
        _ => 10,
    }
}

/// What one letter in place of another costs, in tenths of a letter: little where spellings of one name differ in it.
const fn swap(one: u8, other: u8) -> u8 {
    if one == other {
        return 0;
    }
    let (low, high) = if one < other { (one, other) } else { (other, one) };
    match (low, high) {
        (b'o', b'u') | (b'e', b'i') => 3,
        (b'a', b'e') => 4,
        (b'h' | b'g', b'k') | (b's', b'w') | (b'j', b'z') => 6,
        (b's', b'z') | (b'g', b'h') | (b'b', b'p') | (b'd', b't') => 7,
        _ if is_vowel(one) && is_vowel(other) => 6,
        _ => 10,
    }
}

/// The least cost, in tenths of a letter, at which one form becomes the other: letters missing, too many, in place of others, or two
/// neighbours exchanged. [`FAR`] where the lengths alone say that they are not alike.
///
/// After Damerau (1964), restricted to one exchange per letter, with the costs of this module.
pub(crate) fn distance(one: &[u8], other: &[u8]) -> u8 {
    let (one, other) = (&one[..one.len().min(LONGEST)], &other[..other.len().min(LONGEST)]);
    if one.len().abs_diff(other.len()) > 4 {
        return FAR;
    }
    let mut rows = [[0_u8; LONGEST + 1]; 3];
    for (at, letter) in other.iter().enumerate() {
        rows[0][at + 1] = rows[0][at].saturating_add(gap(*letter));
    }
    for (i, ours) in one.iter().enumerate() {
        let (above, now, second) = (i % 3, (i + 1) % 3, (i + 2) % 3);
        rows[now][0] = rows[above][0].saturating_add(gap(*ours));
        let mut least = rows[now][0];
        for (j, theirs) in other.iter().enumerate() {
            let mut cost = rows[above][j].saturating_add(swap(*ours, *theirs));
            cost = cost.min(rows[above][j + 1].saturating_add(gap(*ours)));
            cost = cost.min(rows[now][j].saturating_add(gap(*theirs)));
            if i > 0 && j > 0 && *ours == other[j - 1] && *theirs == one[i - 1] {
                cost = cost.min(rows[second][j - 1].saturating_add(8));
            }
            rows[now][j + 1] = cost;
            least = least.min(cost);
        }
        if least > 30 {
            return FAR;
        }
    }
    rows[one.len() % 3][other.len()].min(FAR)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same by the definition, without a table.
    fn naive(one: &[u8], other: &[u8]) -> u8 {
        match (one, other) {
            ([], rest) | (rest, []) => rest.iter().map(|c| gap(*c)).sum::<u8>(),
            ([ours, left @ ..], [theirs, right @ ..]) => {
                let mut least = naive(left, right) + swap(*ours, *theirs);
                least = least.min(naive(left, other) + gap(*ours)).min(naive(one, right) + gap(*theirs));
                match (left, right) {
                    ([next, left @ ..], [its, right @ ..]) if ours == its && theirs == next => {
                        least = least.min(naive(left, right) + 8);
                    }
                    _ => {}
                }
                least
            }
        }
    }

    #[test]
    fn the_table_gives_what_the_definition_gives() {
        let words = ["", "a", "ai", "aij", "marat", "murat", "matar", "amrat", "serik", "serk", "seirk"];
        for one in words {
            for other in words {
                let (want, got) =
                    (naive(one.as_bytes(), other.as_bytes()), distance(one.as_bytes(), other.as_bytes()));
                assert!(got == want || (want > 30 && got == FAR), "{one} {other}: {got}, not {want}");
                let back = distance(other.as_bytes(), one.as_bytes());
                assert!(got == back || (got > 30 && back > 30), "{one} {other}");
            }
        }
    }

    #[test]
    fn spellings_are_near_and_names_are_far() {
        assert!(distance(b"kowerbai", b"kuwerbai") < 5);
        assert!(distance(b"agerim", b"ajan") > 20);
    }
}
