//! Which of several sorts of events that are promised an event is of: of «3 тренинга, 2 вебинара» a webinar is no training.

use super::events::EventGroup;
use super::readings::LineOf;
use crate::facts::Event;
use crate::plan::{
    Indicator, IndicatorKind, Target, TargetRule, UnitCode, UnitWord, counts_events, read_unit,
};
use crate::value::text::fold_words;

/// The sorts of events that a line promises several of.
pub(super) struct Apart<'a> {
    own: usize,
    sorts: Vec<Sort<'a>>,
}

/// Promises of the same events: of «6 тренингов, 1 тренинг в месяц» a training is of both.
struct Sort<'a> {
    targets: Vec<&'a Target>,
    words: Vec<String>,
    /// Whether it is of events of whatever sort.
    any: bool,
}

impl<'a> Apart<'a> {
    /// Nothing where the line promises events of one sort only, or the target promises none.
    pub(super) fn of(line: &LineOf<'a>, target: &Target) -> Option<Self> {
        let sorts = sorts(line.indicator);
        let is_own = |sort: &Sort<'_>| sort.targets.iter().any(|promised| promised.id == target.id);
        let own = sorts.iter().position(is_own)?;
        (sorts.len() > 1).then_some(Self { own, sorts })
    }

    /// Whether an event is of the target; nothing where nobody can tell of which of them it is.
    pub(super) fn has(&self, event: &EventGroup<'_>) -> Option<bool> {
        self.whose(event.event).map(|whose| whose == self.own)
    }

    /// The sort whose words the part or the name of an event says: the most of them, and the fewest besides.
    fn whose(&self, event: &Event) -> Option<usize> {
        [event.part.as_deref(), event.name.as_deref()]
            .into_iter()
            .flatten()
            .find_map(|said| self.called(said))
    }

    fn called(&self, said: &str) -> Option<usize> {
        let said = words(said);
        let rank = |sort: &Sort<'_>| {
            let named = sort.words.iter().filter(|word| said.iter().any(|said| alike(word, said))).count();
            (named, std::cmp::Reverse(sort.words.len()))
        };
        let ranks: Vec<_> = self.sorts.iter().map(rank).collect();
        let best = ranks.iter().max().filter(|(named, _)| *named > 0);
        let Some(best) = best else {
            // «1 форум, 3 мероприятия»: what is called otherwise is of those that may be any.
            let mut any = self.sorts.iter().enumerate().filter(|(_, sort)| sort.any);
            let (at, _) = any.next().filter(|_| !said.is_empty())?;
            return any.next().is_none().then_some(at);
        };
        let mut of = ranks.iter().enumerate().filter(|(_, rank)| *rank == best);
        let (at, _) = of.next()?;
        of.next().is_none().then_some(at)
    }
}

fn sorts(line: &Indicator) -> Vec<Sort<'_>> {
    let mut sorts: Vec<Sort<'_>> = Vec::new();
    for target in &line.targets {
        let Some(unit) = target.unit.as_ref().filter(|unit| promises_events(line, target, unit)) else {
            continue;
        };
        let words = words(&unit.text);
        let any = line.kind_of(target) == IndicatorKind::Event && words.iter().all(|word| is_any(word));
        let same = |sort: &&mut Sort<'_>| sort.any && any || are_forms(&sort.words, &words);
        match sorts.iter_mut().find(same) {
            Some(sort) => sort.targets.push(target),
            None => sorts.push(Sort { targets: vec![target], words, any }),
        }
    }
    sorts
}

/// Whether it is so many events, and neither a percent of them nor what nobody has read.
fn promises_events(line: &Indicator, target: &Target, unit: &UnitWord) -> bool {
    let number = match target.rule {
        TargetRule::Number { .. } | TargetRule::Change { .. } => !line.asks_for_share(target),
        TargetRule::Done {} => matches!(unit.code, UnitCode::Event | UnitCode::FocusGroup),
        _ => false,
    };
    number && counts_events(line.kind_of(target))
}

/// Whether a word is one for whatever events.
fn is_any(word: &str) -> bool {
    crate::plan::is_plain_unit(&read_unit(word))
}

fn words(text: &str) -> Vec<String> {
    let folded = fold_words(text);
    let parts = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().nth(2).is_some());
    parts.map(str::to_owned).collect()
}

/// Letters that forms of one word have in common at least, and endings that part them at most.
const STEM: usize = 4;
const ENDING: usize = 5;

/// Whether two words may be forms of one: «вебинара», «вебинары».
fn alike(one: &str, other: &str) -> bool {
    let (common, shorter, longer) = compared(one, other);
    common >= STEM.min(one.chars().count().min(other.chars().count())) && shorter <= 2 && longer <= ENDING
}

/// How many letters two words begin with alike, and how many are left of the one and of the other, the fewer first.
fn compared(one: &str, other: &str) -> (usize, usize, usize) {
    let common = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let rest = |word: &str| word.chars().count().saturating_sub(common);
    (common, rest(one).min(rest(other)), rest(one).max(rest(other)))
}

/// Endings that part forms of one noun after numbers at most.
const CASE: usize = 3;

/// Whether two units are of the same words: «6 тренингов», «1 тренинг»; a training is no «тренировка», and a tour no «турнир».
fn are_forms(one: &[String], other: &[String]) -> bool {
    let are_one = |(one, other): (&String, &String)| {
        let (common, _, longer) = compared(one, other);
        one == other || alike(one, other) && longer <= CASE && longer < common
    };
    one.len() == other.len() && one.iter().zip(other).all(are_one)
}
