//! The same on several threads. The counts are whole numbers, so the figures have the same bits on any number of them.

use std::num::NonZeroU32;

use super::counter::Counter;
use super::counts::SurveyCounts;
use super::pairs::{PairCounts, scores};
use super::plan::CountPlan;
use super::totals::{Totals, of_pairs};
use crate::survey::questionnaire::SurveyError;
use crate::threads::{MOST_THREADS, on_threads};

/// Counts the rows below a header on several threads, 64 at most.
///
/// The bytes are cut behind line ends, of which one may lie within quotation marks. Whoever counts the part before then ends within a row, and
/// goes on through the next part by himself.
///
/// # Errors
/// As [`Counter::finish`].
pub fn count_in_parallel(
    plan: &CountPlan<'_>,
    rows: &[u8],
    threads: NonZeroU32,
) -> Result<SurveyCounts, SurveyError> {
    let parts = cut(rows, threads.get().min(MOST_THREADS));
    let counted = on_threads((0..).zip(parts.iter().copied()), |(part, bytes)| {
        let mut counter = Counter::of_part(plan, part);
        counter.push(bytes).map(|()| counter)
    });
    let mut whole: Option<SurveyCounts> = None;
    let mut open: Option<Counter<'_>> = None;
    for (bytes, counter) in parts.iter().zip(counted) {
        open = Some(match open.take() {
            Some(mut before) if !before.is_between_rows() => {
                before.push(bytes)?;
                before
            }
            before => {
                join(&mut whole, before)?;
                counter?
            }
        });
    }
    join(&mut whole, open)?;
    Ok(whole.unwrap_or_else(|| SurveyCounts::new(&plan.layout, 0)))
}

/// Ends a part and adds it to those before.
fn join(whole: &mut Option<SurveyCounts>, part: Option<Counter<'_>>) -> Result<(), SurveyError> {
    let Some(mut part) = part else { return Ok(()) };
    part.begin_after(whole.as_ref().map_or(0, SurveyCounts::rows));
    let counts = part.finish()?;
    match whole {
        Some(whole) => whole.merge(counts),
        None => *whole = Some(counts),
    }
    Ok(())
}

/// What counts come to, the codes paired on several threads; the same as [`totals`](super::totals).
#[must_use]
pub fn totals_in_parallel(plan: &CountPlan<'_>, counts: &SurveyCounts, threads: NonZeroU32) -> Totals {
    let scores = scores(plan);
    let threads = usize::try_from(threads.get().min(MOST_THREADS)).unwrap_or(1);
    let of = |start| PairCounts::of(plan, counts, &scores, start, threads);
    let mut pairs = on_threads(0..threads, of).into_iter();
    let first = pairs.next();
    let all = first.map(|first| {
        pairs.fold(first, |mut all, pairs| {
            all.merge(&pairs);
            all
        })
    });
    of_pairs(plan, counts, &all.unwrap_or_else(|| of(0)))
}

/// Cuts rows into parts of about the same size, each behind a line end.
fn cut(rows: &[u8], parts: u32) -> Vec<&[u8]> {
    let mut cut = Vec::new();
    let mut rest = rows;
    for left in (1..=parts).rev() {
        let size =
            usize::try_from(left).ok().and_then(|left| rest.len().checked_div(left)).unwrap_or(rest.len());
        let from = size.saturating_sub(1);
        let end = rest.get(from..).and_then(|rest| memchr::memchr2(b'\n', b'\r', rest));
        let end =
            end.filter(|_| left > 1).map_or(rest.len(), |end| from.saturating_add(end).saturating_add(1));
        let (part, others) = rest.split_at_checked(end).unwrap_or((rest, &[]));
        cut.push(part);
        rest = others;
    }
    cut
}
