//! Shares of answers: top boxes, and questions with several answers.

use serde::Serialize;

use super::intervals::wilson_interval;
use super::{Level, ScoringError};

/// How many answers lie in the top boxes.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TopBox {
    /// Answers in the top boxes.
    pub top: u32,
    /// Valid answers.
    pub answers: u32,
    /// Persons without a valid answer; they are in no share.
    pub missing: u32,
    /// top/answers, 0 to 1. Undefined without answers.
    pub share: Option<f64>,
    /// Wilson's interval of the share.
    pub wilson: Option<[f64; 2]>,
}

/// The share of answers from a cut upwards ("top two boxes" of five: from 4), with Wilson's interval (1927).
///
/// Answers are whole codes, already reversed where the item is.
#[must_use]
pub fn top_box(answers: &[Option<i64>], from: i64, level: Level) -> TopBox {
    let mut counted = TopBox { top: 0, answers: 0, missing: 0, share: None, wilson: None };
    for answer in answers {
        let (top, valid) = (answer.is_some_and(|answer| answer >= from), answer.is_some());
        counted.top = counted.top.saturating_add(u32::from(top));
        counted.answers = counted.answers.saturating_add(u32::from(valid));
        counted.missing = counted.missing.saturating_add(u32::from(!valid));
    }
    let (x, n) = (f64::from(counted.top), f64::from(counted.answers));
    if counted.answers > 0 {
        counted.share = Some(x / n);
        counted.wilson = wilson_interval(x, n, level);
    }
    counted
}

/// One option of a question with several answers.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OptionShare {
    /// How many persons marked it.
    pub count: u32,
    /// Percent of the persons asked. Undefined where nobody was.
    pub percent_of_asked: Option<f64>,
    /// Percent of the persons who marked anything.
    pub percent_of_answering: Option<f64>,
    /// Percent of all marks.
    pub percent_of_marks: Option<f64>,
}

/// A question with several answers.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MultiSelect {
    /// Persons who were asked: with something, a mark or the lack of one, at some option.
    pub asked: u32,
    /// Persons who were not: with nothing at any option. They are in no share.
    pub not_asked: u32,
    /// Persons who marked at least one option.
    pub answering: u32,
    /// Persons who were asked and marked none.
    pub none: u32,
    /// Marks of all persons.
    pub marks: u32,
    /// The options, in their order.
    pub options: Vec<OptionShare>,
}

/// Counts a question with several answers by person. Each row has, for each option, whether it is marked, or `None` where that is not known.
///
/// Three shares are told apart, because reports mix them up: of those asked, of those who marked anything, and of all marks.
///
/// # Errors
/// `SVY050` a row with another number of options.
pub fn multi_select(options: u32, rows: &[Vec<Option<bool>>]) -> Result<MultiSelect, ScoringError> {
    let width = usize::try_from(options).unwrap_or(usize::MAX);
    let (mut asked, mut not_asked, mut answering) = (0_u32, 0_u32, 0_u32);
    let mut counts =
        vec![0_u32; if rows.is_empty() { width.min(1 << 16) } else { rows.first().map_or(0, Vec::len) }];
    for (row, marks) in (0_u32..).zip(rows) {
        if marks.len() != width {
            return Err(ScoringError::RowLength { row });
        }
        let known = marks.iter().any(Option::is_some);
        asked = asked.saturating_add(u32::from(known));
        not_asked = not_asked.saturating_add(u32::from(!known));
        answering = answering.saturating_add(u32::from(marks.contains(&Some(true))));
        for (count, mark) in counts.iter_mut().zip(marks) {
            *count = count.saturating_add(u32::from(*mark == Some(true)));
        }
    }
    let marks = counts.iter().fold(0_u32, |sum, count| sum.saturating_add(*count));
    let percent = |part: u32, whole: u32| (whole > 0).then(|| 100.0 * f64::from(part) / f64::from(whole));
    let options = counts
        .into_iter()
        .map(|count| OptionShare {
            count,
            percent_of_asked: percent(count, asked),
            percent_of_answering: percent(count, answering),
            percent_of_marks: percent(count, marks),
        })
        .collect();
    Ok(MultiSelect { asked, not_asked, answering, none: asked.saturating_sub(answering), marks, options })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_and_their_denominators() {
        let level = Level::new("0.95".parse().unwrap()).unwrap();
        let top = top_box(&[Some(5), Some(4), Some(1), None], 4, level);
        assert_eq!((top.top, top.answers, top.missing, top.share), (2, 3, 1, Some(2.0 / 3.0)));
        let nobody = top_box(&[None], 4, level);
        assert_eq!((nobody.share, nobody.wilson), (None, None));
        let all = top_box(&[Some(5); 3], 4, level);
        assert_eq!(all.wilson.unwrap()[1].to_bits(), 1.0_f64.to_bits());
        let (yes, no) = (Some(true), Some(false));
        let marks = [vec![yes, yes], vec![yes, no], vec![no, no], vec![None, None]];
        let several = multi_select(2, &marks).unwrap();
        assert_eq!(
            (several.asked, several.not_asked, several.answering, several.none, several.marks),
            (3, 1, 2, 1, 3)
        );
        assert_eq!(several.options[1].count, 1);
        assert_eq!(several.options[1].percent_of_answering, Some(50.0));
        assert_eq!(multi_select(2, &[]).unwrap().options[1].percent_of_asked, None);
        assert_eq!(multi_select(3, &marks).unwrap_err().code(), "SVY050");
    }
}
