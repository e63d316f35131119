//! Counts too small to be shown.

/// Whether these are people, and too few to be shown. Nobody is shown: a nought is nobody's answer.
pub(in crate::survey) fn is_few(people: u32, smallest: u32) -> bool {
    (1..smallest).contains(&people)
}

/// Whether a part of people cannot be shown: they, the part or the rest are too few.
pub(in crate::survey) fn is_part_of_few(part: u32, people: u32, smallest: u32) -> bool {
    [people, part, people.saturating_sub(part)].into_iter().any(|of| is_few(of, smallest))
}

/// Whether the sums on both sides of the cuts, each shown by itself, give away a step that is hidden: a block of one.
pub(super) fn gives_away(counts: &[u32], cuts: &[usize], smallest: u32) -> bool {
    blocks(counts, cuts).iter().any(|block| matches!(block, [count] if is_few(*count, smallest)))
}

/// Which counts of one question are hidden: those from 1 up to the smallest that is shown, and as many more that the
/// hidden ones do not follow from the total: two at least, which together are no fewer than the smallest.
///
/// The sum of every block between the cuts is shown by itself (people on the top steps, promoters): each is looked at alone. Of a
/// block whose sum is too small every step is hidden. A sum that is not shown must be no cut: what is hidden in its block would follow
/// from the other counts.
pub(in crate::survey) fn hidden(counts: &[u32], cuts: &[usize], smallest: u32) -> Vec<bool> {
    blocks(counts, cuts).into_iter().flat_map(|block| within(block, smallest)).collect()
}

/// The counts between the cuts, which are in order.
fn blocks<'c>(counts: &'c [u32], cuts: &[usize]) -> Vec<&'c [u32]> {
    let (mut rest, mut passed) = (counts, 0_usize);
    let mut all = Vec::new();
    for cut in cuts {
        let length = cut.saturating_sub(passed);
        let (block, after) = rest.split_at_checked(length).unwrap_or((rest, &[]));
        all.push(block);
        (rest, passed) = (after, passed.max(*cut));
    }
    all.push(rest);
    all
}

fn within(counts: &[u32], smallest: u32) -> Vec<bool> {
    let is_small = |count: &u32| is_few(*count, smallest);
    let mut hidden: Vec<bool> = counts.iter().map(is_small).collect();
    if !hidden.contains(&true) {
        return hidden;
    }
    loop {
        let of = || counts.iter().zip(&hidden).filter(|(_, hidden)| **hidden).map(|(count, _)| *count);
        let together = of().fold(0_u32, u32::saturating_add);
        if of().count() > 1 && together >= smallest {
            return hidden;
        }
        let open = counts.iter().enumerate().zip(&hidden).filter(|(_, hidden)| !**hidden);
        // A nought hides nothing of the sum; the smallest other count costs the least.
        let next = open.map(|((at, count), _)| (*count == 0, *count, at)).min();
        let Some((_, _, at)) = next else { return hidden };
        if let Some(hidden) = hidden.get_mut(at) {
            *hidden = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hidden_does_not_follow_from_the_total() {
        let said = |counts: &[u32], cuts: &[usize]| {
            let hidden = hidden(counts, cuts, 5);
            counts
                .iter()
                .zip(hidden)
                .map(|(count, hidden)| if hidden { "·".into() } else { count.to_string() })
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(said(&[10, 20, 0, 7], &[]), "10 20 0 7");
        assert_eq!(said(&[10, 20, 3, 7], &[]), "10 20 · ·");
        assert_eq!(said(&[1, 1, 12, 20], &[]), "· · · 20");
        assert_eq!(said(&[4, 4, 12, 20], &[]), "· · 12 20");
        assert_eq!(said(&[2, 0, 0], &[]), "· · ·");
        assert_eq!(said(&[0, 0], &[]), "0 0");
        assert_eq!(said(&[], &[]), "");
        // Of five steps the sum of the two upper ones is shown: what is hidden below follows from none above.
        assert_eq!(said(&[0, 4, 0, 23, 15], &[3]), "· · · 23 15");
        assert_eq!(said(&[9, 8, 0, 3, 15], &[3]), "9 8 0 · ·");
        assert_eq!(said(&[9, 3, 7, 2, 20], &[1, 3]), "9 · · · ·");
        assert!(!gives_away(&[9, 3, 7, 2, 20], &[1, 3], 5));
        assert!(gives_away(&[10, 10, 10, 3], &[3], 5));
    }
}
