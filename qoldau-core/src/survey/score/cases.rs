//! People of a phase with what can be scored of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::survey::answers::{Answer, Response, Standing, option_value, says_something, whole};
use crate::survey::expression::Rational;
use crate::survey::questionnaire::{AnswerKind, Asked, Form, Subscale};
use crate::value::{Amount, Id};

/// The people of a phase who agreed to take part.
pub(super) struct Cases<'a> {
    pub(super) people: Vec<Person<'a>>,
    /// Records of the phase without consent, which are used for nothing.
    pub(super) without_consent: u32,
}

/// One of them.
pub(super) struct Person<'a> {
    pub(super) response: &'a Response,
    /// Where every question stands, in the order of the form.
    pub(super) standings: Vec<Standing>,
}

impl<'a> Cases<'a> {
    /// The people of a phase; all who name none, where the survey has none.
    pub(super) fn of(form: &Form<'_>, responses: &'a [Response], phase: Option<&Id>) -> Self {
        let mut cases = Self { people: Vec::new(), without_consent: 0 };
        let mut met = Met::new();
        for response in responses.iter().filter(|response| response.phase.as_ref() == phase) {
            // A record that was taken in twice is one person; two records under one id are two.
            if was_met(&mut met, response) {
                continue;
            }
            if form.questionnaire.consent.is_some() && response.consent != Some(true) {
                cases.without_consent = cases.without_consent.saturating_add(1);
                continue;
            }
            let standings = form.standings(response);
            cases.people.push(Person { response, standings });
        }
        cases
    }
}

/// By id the first record, and what further ones say.
type Met<'a> = BTreeMap<&'a Id, (&'a Response, BTreeSet<String>)>;

/// Whether the very same record was met before. One that has no name but the number of its row in some table is somebody's
/// own in every table.
fn was_met<'a>(met: &mut Met<'a>, response: &'a Response) -> bool {
    let row = response.id.as_str().strip_prefix("row-");
    if row.is_some_and(|row| row.bytes().all(|byte| byte.is_ascii_digit())) {
        return false;
    }
    let Some((first, others)) = met.get_mut(&response.id) else {
        met.insert(&response.id, (response, BTreeSet::new()));
        return false;
    };
    // What cannot be written is met for the first time.
    *first == response || serde_json::to_string(response).is_ok_and(|said| !others.insert(said))
}

impl Person<'_> {
    /// Whether the person answered anything that was asked.
    pub(super) fn says_something(&self, form: &Form<'_>) -> bool {
        let mut answers = self.response.answers.iter();
        answers.any(|(question, answer)| form.asked(question.as_str()).is_some() && says_something(answer))
    }

    /// A person's answer, where it stands.
    pub(super) fn answer(&self, place: usize, asked: &Asked<'_>) -> Option<&Answer> {
        let stands = matches!(self.standings.get(place), Some(Standing::Answered {}));
        self.response.answers.get(&asked.question.id).filter(|_| stands)
    }

    /// The step a person marked, as it was marked.
    pub(super) fn step(&self, place: usize, asked: &Asked<'_>) -> Option<i32> {
        match (self.answer(place, asked)?, &asked.question.answer) {
            (Answer::Option { code }, AnswerKind::Scale { .. }) => option_value(asked.list, code),
            (Answer::Number { value }, AnswerKind::Rating { .. }) => whole(*value),
            _ => None,
        }
    }

    /// The step after reversing.
    pub(super) fn scored(&self, place: usize, asked: &Asked<'_>) -> Option<i32> {
        let step = self.step(place, asked)?;
        if !asked.question.answer.is_reversed() {
            return Some(step);
        }
        let (lowest, highest) = ends(asked)?;
        lowest.checked_add(highest)?.checked_sub(step)
    }

    /// Whether any item of a subscale was put to the person.
    pub(super) fn is_asked(&self, form: &Form<'_>, subscale: &Subscale) -> bool {
        let mut places = subscale.items.iter().filter_map(|item| form.place(item.as_str()));
        places.any(|place| !matches!(self.standings.get(place), Some(Standing::NotAsked {}) | None))
    }

    /// A person's score on a subscale as a percent of the possible, exactly: the mean over the answered items, each
    /// between its declared ends. Nothing where too few are answered.
    pub(super) fn score(&self, form: &Form<'_>, subscale: &Subscale) -> Option<Rational> {
        let mut sum = Rational::ZERO;
        let mut answered = 0_u32;
        for item in &subscale.items {
            let (Some(place), Some(asked)) = (form.place(item.as_str()), form.asked(item.as_str())) else {
                continue;
            };
            let Some(step) = self.scored(place, asked) else { continue };
            let (lowest, highest) = ends(asked)?;
            let above = i128::from(step).checked_sub(lowest.into())?;
            let range = i128::from(highest).checked_sub(lowest.into())?;
            sum = sum.add(Rational::new(above.checked_mul(100)?, range)?)?;
            answered = answered.saturating_add(1);
        }
        let items = u32::try_from(subscale.items.len()).ok()?;
        let enough = answered >= subscale.minimum.of(items);
        enough.then(|| sum.divide(Rational::new(answered.into(), 1)?)).flatten()
    }
}

/// The declared ends of a question's steps.
pub(in crate::survey) fn ends(asked: &Asked<'_>) -> Option<(i32, i32)> {
    match &asked.question.answer {
        AnswerKind::Scale { .. } => asked.list?.ends(),
        AnswerKind::Rating { lowest, highest, .. } => Some((*lowest, *highest)),
        _ => None,
    }
}

/// The steps of a question from the lowest to the highest.
pub(in crate::survey) fn steps(asked: &Asked<'_>) -> Vec<i32> {
    match &asked.question.answer {
        AnswerKind::Scale { .. } => {
            let options = asked.list.into_iter().flat_map(|list| &list.options);
            let mut steps: Vec<i32> = options.filter_map(|option| option.value).collect();
            steps.sort_unstable();
            steps.dedup();
            steps
        }
        // More steps than anybody can tell apart are not counted one by one.
        AnswerKind::Rating { lowest, highest, .. } => (*lowest..=*highest).take(1_001).collect(),
        _ => Vec::new(),
    }
}

/// Fractions as whole numbers of one common unit, so that what is reckoned of them is reckoned of whole numbers.
#[derive(Debug, Clone)]
pub(super) struct Units {
    /// How many units are 1.
    unit: i128,
}

/// The finest unit: where the fractions of a long scale have no common one that is coarser, they are rounded to it.
const FINEST: i128 = 1_000_000_000_000;

impl Units {
    /// The unit that all fractions are whole numbers of; of those that have none within reach the finest.
    pub(super) fn of<'r>(mut fractions: impl Iterator<Item = &'r Rational>) -> Self {
        let common = fractions.try_fold(1_i128, |unit, fraction| {
            // The denominator of unit/denominator in lowest terms is what the unit lacks.
            let lacks = Rational::new(unit, fraction.denominator())?.denominator();
            unit.checked_mul(lacks).filter(|unit| *unit < FINEST)
        });
        Self { unit: common.unwrap_or(FINEST) }
    }

    /// A fraction as a whole number of units.
    pub(super) fn whole(&self, fraction: Rational) -> Option<Amount> {
        fraction.rounded_times(self.unit)?.to_string().parse().ok()
    }

    /// A figure of units as a figure.
    pub(super) fn figure(&self, units: f64) -> f64 {
        let unit: f64 = self.unit.to_string().parse().unwrap_or(f64::NAN);
        units / unit
    }
}

/// Counts of whole answers by step.
pub(super) fn count(steps: &[i32], marked: impl Iterator<Item = i32>) -> Vec<u32> {
    let mut counts: BTreeMap<i32, u32> = BTreeMap::new();
    for step in marked {
        let count = counts.entry(step).or_default();
        *count = count.saturating_add(1);
    }
    steps.iter().map(|step| counts.get(step).copied().unwrap_or_default()).collect()
}
