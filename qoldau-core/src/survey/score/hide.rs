//! Counts too small to be shown.

/// Whether these are people, and too few to be shown. Nobody is shown: a nought is nobody's answer.
pub(in crate::survey) fn is_few(people: u32, smallest: u32) -> bool {
    (1..smallest).contains(&people)
}

/// Whether a part of people cannot be shown: they, the part or the rest are too few.
pub(in crate::survey) fn is_part_of_few(part: u32, people: u32, smallest: u32) -> bool {
    [people, part, people.saturating_sub(part)].into_iter().any(|of| is_few(of, smallest))
}

/// Whether the sum of the counts before a place, shown beside counts that are hidden as [`hidden`] says, gives one of them
/// away: it cuts a block so that fewer than two hidden counts, or hidden people that are too few, stand on a side.
pub(super) fn gives_away(counts: &[u32], blocks: &[usize], at: usize, smallest: u32) -> bool {
    let hide = hidden(counts, blocks, smallest);
    let ends = blocks.iter().scan(0_usize, |end, length| {
        *end = end.saturating_add(*length);
        Some(*end)
    });
    let ends: Vec<usize> = std::iter::once(0).chain(ends).chain([counts.len()]).collect();
    let is_given = |from: usize, to: usize| {
        let of = counts.iter().zip(&hide).take(to).skip(from).filter(|(_, hidden)| **hidden);
        let (number, people) = of.fold((0_u32, 0_u32), |(number, people), (count, _)| {
            (number.saturating_add(1), people.saturating_add(*count))
        });
        number > 0 && (number == 1 || people < smallest)
    };
    ends.iter()
        .zip(ends.iter().skip(1))
        .filter(|(from, to)| **from < at && at < **to)
        .any(|(from, to)| is_given(*from, at) || is_given(at, *to))
}

/// Which counts of one question are hidden: those from 1 up to the smallest that is shown, and as many more that the
/// hidden ones do not follow from the total: two at least, which together are no fewer than the smallest.
///
/// The sum of every block is shown by itself (people on the top steps, promoters): each is looked at alone. Of a block
/// whose sum is too small every step is hidden.
pub(in crate::survey) fn hidden(counts: &[u32], blocks: &[usize], smallest: u32) -> Vec<bool> {
    let mut rest = counts;
    let mut all = Vec::with_capacity(counts.len());
    for length in blocks {
        let (block, after) = rest.split_at_checked(*length).unwrap_or((rest, &[]));
        all.extend(within(block, smallest));
        rest = after;
    }
    all.extend(within(rest, smallest));
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
        let said = |counts: &[u32], blocks: &[usize]| {
            let hidden = hidden(counts, blocks, 5);
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
    }
}
