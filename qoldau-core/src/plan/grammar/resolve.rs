//! From the words of a promise to what it promises.

use super::comparator::{Direction, ends_in_ablative, ends_in_dative};
use super::number::{Measure, Quantity};
use super::segment::{Draft, Role, State};
use crate::language::kazakh::Case;
use crate::plan::{Bound, ChangeBy, TargetRule, UnitCode};
use crate::value::Amount;

/// What a draft promises. Nothing when its words contradict each other or leave a number without a role.
pub(crate) fn rule(draft: &Draft) -> Option<TargetRule> {
    if draft.state.is_some()
        && (draft.bound.is_some() || draft.direction.is_some() || draft.times || draft.interval)
    {
        return None;
    }
    match (draft.numbers.as_slice(), draft.state) {
        ([], Some(State::Done)) => Some(TargetRule::Done {}),
        ([], Some(State::All)) => Some(TargetRule::All {}),
        ([], Some(State::AsNeeded)) => Some(TargetRule::AsNeeded {}),
        // «Ежемесячно»: once every month.
        ([], None) => once(draft),
        ([(one, role)], None) => single(draft, *one, *role),
        ([(first, from), (second, to)], None) => pair(draft, (*first, *from), (*second, *to)),
        _ => None,
    }
}

fn once(draft: &Draft) -> Option<TargetRule> {
    let bare = draft.bound.is_none() && draft.direction.is_none() && !draft.times && !draft.interval;
    (draft.every.is_some() && bare && draft.unit.is_none() && draft.notes.is_empty())
        .then_some(TargetRule::Number { bound: Bound::Plain, amount: Amount::ONE, up_to: None })
}

/// A number or a percent with a bound.
fn level(number: Quantity, bound: Bound) -> Option<TargetRule> {
    let amount = number.value;
    match number.measure {
        Measure::Plain => Some(TargetRule::Number { bound, amount, up_to: None }),
        Measure::Percent | Measure::Fraction => Some(TargetRule::Percent { bound, amount, up_to: None }),
        Measure::Points => None,
    }
}

fn single(draft: &Draft, number: Quantity, role: Role) -> Option<TargetRule> {
    if draft.interval {
        return None;
    }
    let bound = draft.bound.unwrap_or(Bound::Plain);
    if draft.times || role == Role::Times {
        return change(draft, number, None, Some(ChangeBy::Times));
    }
    let aimed = role == Role::To || draft.direction == Some(Direction::Reach);
    match draft.direction {
        // "Reduce to 5" is kept at 5 or fewer.
        Some(Direction::Down) if aimed => level(number, draft.bound.unwrap_or(Bound::AtMost)),
        Some(_) if aimed => level(number, bound),
        Some(_) if matches!(role, Role::By | Role::Bare) => change(draft, number, None, None),
        Some(_) => None,
        None => unmoved(draft, number, role),
    }
}

/// A number without a verb of change.
fn unmoved(draft: &Draft, number: Quantity, role: Role) -> Option<TargetRule> {
    let bound = match (role, draft.bound) {
        (Role::To, None) => Bound::AtMost,
        (Role::From, None) => Bound::AtLeast,
        (Role::Bare | Role::Each, bound) => bound.unwrap_or(Bound::Plain),
        _ => return None,
    };
    // «25 адамнан»: so many each, not so many in all.
    let distributed = draft.unit.as_ref().is_some_and(|unit| ends_in_ablative(&unit.text));
    if distributed && draft.bound.is_none() && draft.each.is_none() && role == Role::Bare {
        return None;
    }
    // «5-тен» and «10-да» alone say nothing; a comparator explains the suffix.
    let explained = match number.case {
        Case::Nominative | Case::Dative | Case::Accusative => true,
        Case::Ablative => draft.bound.is_some(),
        // «Қатысушылардың 80%-ында білім деңгейі артты».
        Case::Genitive | Case::Locative => draft.among,
        Case::Instrumental => false,
    };
    if explained { level(number, bound) } else { None }
}

/// A change by a number, from a value where one is named.
fn change(draft: &Draft, number: Quantity, from: Option<Amount>, by: Option<ChangeBy>) -> Option<TargetRule> {
    let by = by.or(match number.measure {
        Measure::Plain => Some(ChangeBy::Amount),
        Measure::Percent | Measure::Fraction => Some(ChangeBy::Percent),
        Measure::Points => Some(ChangeBy::Points),
    })?;
    if by == ChangeBy::Times && number.measure != Measure::Plain {
        return None;
    }
    let amount = match draft.direction {
        Some(Direction::Down) => Amount::ZERO.checked_sub(number.value)?,
        _ => number.value,
    };
    Some(TargetRule::Change { bound: draft.bound.unwrap_or(Bound::Plain), from, amount, by })
}

fn pair(draft: &Draft, first: (Quantity, Role), second: (Quantity, Role)) -> Option<TargetRule> {
    let ((low, from), (high, to)) = (first, second);
    if draft.direction.is_none() && is_time((low, from), high, draft) {
        return None;
    }
    let starts =
        matches!(from, Role::From | Role::Since) || (from == Role::Bare && low.case == Case::Ablative);
    if draft.interval {
        let free = draft.bound.is_none() && draft.direction.is_none() && !draft.times;
        let ends = (from == Role::Bare && to == Role::Bare) || (starts && to == Role::To);
        return if free && ends { between(low, high) } else { None };
    }
    let age = draft.unit.as_ref().is_some_and(|unit| unit.code == UnitCode::YearOfAge);
    // "From 10 to 15 people": a range or a change?
    if draft.english_from
        && draft.direction.is_none()
        && low.measure == Measure::Plain
        && draft.unit.is_some()
        && !age
    {
        return None;
    }
    let bare = from == Role::Bare && low.case == Case::Nominative;
    match (draft.direction, to) {
        (None, Role::To) if draft.bound.is_none() && (bare || ranges(draft, low, from, age)) => {
            between(low, high)
        }
        // «53-тен 62-ге жеткізу» needs no «дейін».
        (_, Role::To) | (Some(Direction::Reach), Role::Bare) if starts => moved(draft, low, high),
        // Nor does «53%-дан 63%-ға арттыру»: both are levels. «53-тен 20%-ға арттыру» is by a fifth.
        (Some(_), Role::Bare) if starts && !draft.times && same_measure(low, high) => {
            if aimed(draft, high) {
                moved(draft, low, high)
            } else {
                None
            }
        }
        (Some(_), Role::By | Role::Bare) if starts => {
            let by = draft.times.then_some(ChangeBy::Times);
            change(draft, high, Some(low.value), by)
        }
        (_, Role::Times) if starts => change(draft, high, Some(low.value), Some(ChangeBy::Times)),
        _ => None,
    }
}

/// Whether two numbers are of one measure, so that one can become the other.
fn same_measure(low: Quantity, high: Quantity) -> bool {
    low.measure == high.measure && matches!(low.measure, Measure::Plain | Measure::Percent)
}

/// Whether a number is what something is brought to: it, or its unit, stands in the Kazakh dative.
fn aimed(draft: &Draft, number: Quantity) -> bool {
    number.case == Case::Dative || draft.unit.as_ref().is_some_and(|unit| ends_in_dative(&unit.text))
}

/// «С 12.00 до 14.00», «с 9 до 18 часов», «2023–2024 оқу жылы»: times of the day and years, not counts.
fn is_time((low, from): (Quantity, Role), high: Quantity, draft: &Draft) -> bool {
    let unit = draft.unit.as_ref();
    let clock = (low.clock_like || high.clock_like) && unit.is_none();
    let hours = from == Role::Since && unit.is_some_and(|unit| unit.code == UnitCode::Hour);
    let years = low.is_year() && high.is_year() && unit.is_none_or(|unit| unit.code == UnitCode::Other);
    clock || hours || years
}

/// «От 10 до 15», «10-нан 15-ке дейін», «с 18 до 34 лет» are ranges; «с 53 до 63», "from 53 to 63" are changes.
fn ranges(draft: &Draft, low: Quantity, from: Role, age: bool) -> bool {
    let kazakh = from == Role::Bare && low.case == Case::Ablative;
    age || kazakh || (from == Role::From && !draft.english_from)
}

/// The two ends of a range or of a change, whose one magnitude may be that of both: «5-10 мың» begins at 5 000, «500-1 мың»
/// at 500. Nothing where nobody can say: «15-10 мың».
fn ends(low: Quantity, high: Quantity, falls: bool) -> Option<(Amount, Amount)> {
    let (start, end) = (low.value, high.value);
    // A number that is itself near the magnitude does without it: «800 – 1 мың», «с 1 тысячи до 800».
    let near = |number: Amount, scale: u64| {
        let ten = number.checked_mul(Amount::from(10))?;
        Some(number.is_zero() || ten >= scale.to_string().parse().ok()?)
    };
    match (low.scale, high.scale) {
        (1, 1) => Some((start, end)),
        (1, scale) => {
            let bare = high.bare.filter(|bare| start < *bare || falls && start < end && start > *bare);
            match bare {
                Some(_) => Some((start.checked_mul(scale.to_string().parse().ok()?)?, end)),
                None => near(start, scale)?.then_some((start, end)),
            }
        }
        // «С 10 тысяч до 15»: fifteen, or fifteen thousand?
        (scale, 1) => near(end, scale)?.then_some((start, end)),
        _ => Some((start, end)),
    }
}

/// Both ends included.
fn between(low: Quantity, high: Quantity) -> Option<TargetRule> {
    let (amount, end) = ends(low, high, false)?;
    let (bound, up_to) = (Bound::Between, Some(end));
    let ordered = amount <= end;
    match (low.measure, high.measure) {
        _ if !ordered => None,
        (Measure::Plain, Measure::Plain) => Some(TargetRule::Number { bound, amount, up_to }),
        (Measure::Plain | Measure::Percent, Measure::Percent) => {
            Some(TargetRule::Percent { bound, amount, up_to })
        }
        _ => None,
    }
}

/// From a value to a value.
fn moved(draft: &Draft, low: Quantity, high: Quantity) -> Option<TargetRule> {
    let by = match (low.measure, high.measure) {
        (Measure::Plain, Measure::Plain) => ChangeBy::Amount,
        (Measure::Plain | Measure::Percent, Measure::Percent) => ChangeBy::Points,
        _ => return None,
    };
    let (from, to) = ends(low, high, draft.direction == Some(Direction::Down))?;
    let amount = to.checked_sub(from)?;
    let against = match draft.direction {
        Some(Direction::Up) => amount.is_negative(),
        Some(Direction::Down) => !amount.is_negative() && !amount.is_zero(),
        Some(Direction::Reach) | None => false,
    };
    if against || draft.times {
        return None;
    }
    Some(TargetRule::Change { bound: draft.bound.unwrap_or(Bound::Plain), from: Some(from), amount, by })
}
