//! Block I and the words before it: the contract, the project's data.

use super::columns::Field;
use super::model::{Line, joined};
use crate::plan::{Contract, Due, DueContext, read_due};
use crate::value::text::{fold, fold_words, is_word_character, squeeze};
use crate::value::{DateRange, Id, IsoDate};

/// The general data of the project, as it stands.
#[derive(Debug, Default)]
pub(super) struct General {
    pub(super) grantee: Option<String>,
    pub(super) priority: Option<String>,
    pub(super) title: Option<String>,
    pub(super) goals: Vec<String>,
    pub(super) territory: Option<String>,
    pub(super) target_group: Option<String>,
    pub(super) period: Vec<Line>,
    pub(super) expected_results: Vec<String>,
    pub(super) partners: Vec<String>,
}

impl General {
    /// Takes what stands beside a label.
    pub(super) fn take(&mut self, field: Field, lines: Vec<Line>) {
        if lines.is_empty() {
            return;
        }
        let text = |lines: &[Line]| Some(joined(lines, " "));
        let list = |lines: &[Line]| {
            lines.iter().map(|line| without_bullet(&line.text).to_owned()).collect::<Vec<_>>()
        };
        match field {
            Field::Grantee => self.grantee = text(&lines),
            Field::Priority => self.priority = text(&lines),
            Field::Title => self.title = text(&lines),
            Field::Territory => self.territory = text(&lines),
            Field::TargetGroup => self.target_group = text(&lines),
            Field::Goals => self.goals.extend(list(&lines)),
            Field::ExpectedResults => self.expected_results.extend(list(&lines)),
            Field::Partners => self.partners.extend(list(&lines)),
            Field::Period => self.period = lines,
        }
    }

    /// Whether nothing was taken.
    pub(super) fn is_empty(&self) -> bool {
        self.grantee.is_none() && self.title.is_none() && self.goals.is_empty() && self.period.is_empty()
    }
}

/// A line without the bullet or number of a list, which Word may keep outside the text.
pub(super) fn without_bullet(line: &str) -> &str {
    let rest = line.trim_start_matches(|c: char| {
        matches!(c, '·' | '•' | '▪' | '●' | '–' | '—' | '-' | '*' | '\u{f0b7}')
    });
    if rest.len() < line.len() {
        return rest.trim_start();
    }
    let after_digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = line.len().saturating_sub(after_digits.len());
    match after_digits.strip_prefix(['.', ')']) {
        Some(rest) if (1..=2).contains(&numbered) && rest.starts_with(char::is_whitespace) => {
            rest.trim_start()
        }
        _ => line,
    }
}

/// The first and last day of the project; nothing when the words were not understood.
pub(super) fn period(text: &str, contract: Option<IsoDate>) -> Option<DateRange> {
    stretch(text, contract).or_else(|| {
        // «6 ай (мамыр-қазан 2024)»: the length and the months, where one is the other.
        let in_brackets = || {
            let (before, rest) = text.split_once('(')?;
            let (inside, after) = rest.split_once(')')?;
            with_length(inside, &[before, after].join(" "), contract)
        };
        let behind_comma = || {
            let (before, after) = text.split_once(',')?;
            with_length(before, after, contract)
        };
        in_brackets().or_else(behind_comma)
    })
}

/// The days that one of two texts says, where the other says how many months they are.
fn with_length(one: &str, other: &str, contract: Option<IsoDate>) -> Option<DateRange> {
    [(one, other), (other, one)].into_iter().find_map(|(days, length)| {
        let days = stretch(days, contract)?;
        (whole_months(days)? == months_said(length)?).then_some(days)
    })
}

/// The period that begins on the day of the contract: «с момента подписания договора до 30 ноября 2024 года», «шарт жасалған
/// күннен бастап 31 қазанға дейін», and a last day alone.
pub(super) fn period_from(text: &str, contract: IsoDate) -> Option<DateRange> {
    let words = fold_words(text);
    let rest = match words.split_once(" бастап ") {
        Some((first, rest)) if first.starts_with("шарт") || first.contains("келісім") => rest,
        Some(_) => return None,
        None => of_contract(&words).unwrap_or(&words),
    };
    let context = DueContext { period: None, contract: Some(contract) };
    let last = match read_due(rest, &context) {
        Due::Range { start: None, end, .. } => end,
        // «По ноябрь 2024»: of what stands behind the preposition the last day counts.
        _ if rest.len() < words.len() => match read_due(until(rest)?, &context) {
            Due::Range { end, .. } => end,
            _ => None,
        },
        _ => None,
    };
    last.filter(|last| contract <= *last).map(|end| DateRange { start: contract, end })
}

/// What stands behind «с момента подписания договора».
fn of_contract(words: &str) -> Option<&str> {
    const OPENINGS: [&str; 5] = ["с момента ", "со дня ", "с даты ", "с дня ", "с подписания "];
    let opens = OPENINGS.iter().any(|opening| words.starts_with(opening));
    let named = ["договор", "соглашени", "контракт"].iter().find_map(|stem| words.find(stem))?;
    let last = [" до ", " по "]
        .iter()
        .filter_map(|sign| Some(named.saturating_add(words.get(named..)?.find(sign)?)))
        .min()?;
    words.get(last..).filter(|_| opens).map(str::trim_start)
}

fn until(words: &str) -> Option<&str> {
    words.strip_prefix("до ").or_else(|| words.strip_prefix("по "))
}

/// How many months words say, and nothing else: «6 ай», «шесть месяцев» is left out.
fn months_said(words: &str) -> Option<u32> {
    let folded = fold(words);
    let mut words = folded.split(|c: char| !is_word_character(c)).filter(|word| !word.is_empty());
    let number = words.next()?.parse().ok()?;
    let unit = words.next()?;
    let months = matches!(unit, "ай" | "айға" | "месяц" | "месяца" | "месяцев" | "мес" | "month" | "months");
    (months && words.next().is_none()).then_some(number)
}

/// How many months a range of whole months has.
fn whole_months(days: DateRange) -> Option<u32> {
    let month =
        |day: IsoDate| Some(u32::try_from(day.year()).ok()?.checked_mul(12)?.saturating_add(day.month()));
    let whole = days.start == days.start.month_start() && days.end == days.end.month_end();
    let months = month(days.end)?.checked_sub(month(days.start)?)?.saturating_add(1);
    whole.then_some(months)
}

/// The first and last day that words name.
fn stretch(text: &str, contract: Option<IsoDate>) -> Option<DateRange> {
    match read_due(text, &DueContext { period: None, contract }) {
        Due::Range { start: Some(start), end: Some(end), .. } if start <= end => {
            Some(DateRange { start, end })
        }
        _ => None,
    }
}

/// The contract, by the words before block I: «2024 жылғы «30» сәуірдің №66 Шарттың №3 қосымшасы».
pub(super) fn contract(lines: &[Line]) -> Option<Contract> {
    let text = squeeze(&joined(lines, " "));
    let number = contract_number(&text);
    let date = lines.iter().find_map(|line| date(&line.text));
    (number.is_some() || date.is_some()).then_some(Contract { number, date })
}

/// The number after the № that is not the annex's own.
fn contract_number(text: &str) -> Option<String> {
    let mut before = "";
    for (index, piece) in text.split('№').enumerate() {
        let number: String = piece
            .trim_start()
            .chars()
            .take_while(|c| is_word_character(*c) || matches!(c, '-' | '/' | '.'))
            .collect();
        let rest = piece.trim_start().strip_prefix(number.as_str()).unwrap_or_default();
        let follows = fold(rest.trim_start());
        let of_annex = follows.starts_with("қосымша") || fold(before.trim_end()).ends_with("приложение");
        let number = number.trim_end_matches('.').to_owned();
        if index > 0 && !of_annex && number.chars().any(|c| c.is_ascii_digit()) {
            return Some(number);
        }
        before = piece;
    }
    None
}

/// The day a line names, if it names one.
fn date(line: &str) -> Option<IsoDate> {
    let day = |text: &str| match read_due(text.trim(), &DueContext::default()) {
        Due::Range { start: Some(start), end: Some(end), .. } if start == end => Some(start),
        Due::Range { start: Some(day), end: None, .. } | Due::Range { start: None, end: Some(day), .. } => {
            Some(day)
        }
        _ => None,
    };
    line.split('№').chain(line.split(" от ")).find_map(day)
}

/// The id of the plan, by its contract.
pub(super) fn plan_id(contract: Option<&Contract>) -> Option<Id> {
    let contract = contract?;
    let number = contract.number.as_deref().unwrap_or("plan");
    match contract.date {
        Some(date) => format!("{number}-{date}").parse().ok(),
        None => number.parse().ok(),
    }
}
