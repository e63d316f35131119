//! Which of several promises of events an event is of: of «3 тренинга, 2 вебинара» a webinar is no training.

use super::events::EventGroup;
use super::readings::LineOf;
use crate::facts::Event;
use crate::plan::{Indicator, IndicatorKind, Target, counts_events, read_unit};
use crate::value::text::fold_words;

/// The promises of events of a line that has several.
pub(super) struct Apart<'a> {
    own: usize,
    promised: Vec<Promised<'a>>,
}

struct Promised<'a> {
    target: &'a Target,
    words: Vec<String>,
    /// Whether it is of events of whatever sort.
    any: bool,
}

impl<'a> Apart<'a> {
    /// Nothing where the target is the only one of its line that counts events.
    pub(super) fn of(line: &LineOf<'a>, target: &Target) -> Option<Self> {
        let promised = promised(line.indicator);
        let own = promised.iter().position(|promised| promised.target.id == target.id)?;
        (promised.len() > 1).then_some(Self { own, promised })
    }

    /// Whether an event is of the target; nothing where nobody can tell of which of them it is.
    pub(super) fn has(&self, event: &EventGroup<'_>) -> Option<bool> {
        self.whose(event.event).map(|whose| whose == self.own)
    }

    /// The promise whose words the part or the name of an event says: the most of them, and the fewest besides.
    fn whose(&self, event: &Event) -> Option<usize> {
        [event.part.as_deref(), event.name.as_deref()]
            .into_iter()
            .flatten()
            .find_map(|said| self.called(said))
    }

    fn called(&self, said: &str) -> Option<usize> {
        let said = words(said);
        let rank = |promised: &Promised<'_>| {
            let named =
                promised.words.iter().filter(|word| said.iter().any(|said| alike(word, said))).count();
            (named, std::cmp::Reverse(promised.words.len()))
        };
        let ranks: Vec<_> = self.promised.iter().map(rank).collect();
        let best = ranks.iter().max().filter(|(named, _)| *named > 0);
        let Some(best) = best else {
            // «1 форум, 3 мероприятия»: what is called otherwise is of those that may be any.
            let mut any = self.promised.iter().enumerate().filter(|(_, promised)| promised.any);
            let (at, _) = any.next().filter(|_| !said.is_empty())?;
            return any.next().is_none().then_some(at);
        };
        let mut of = ranks.iter().enumerate().filter(|(_, rank)| *rank == best);
        let (at, _) = of.next()?;
        of.next().is_none().then_some(at)
    }
}

fn promised(line: &Indicator) -> Vec<Promised<'_>> {
    let of_events = line.targets.iter().filter(|target| counts_events(line.kind_of(target)));
    let of_target = |target| {
        let words = words(unit_of(target));
        let any = line.kind_of(target) == IndicatorKind::Event && words.iter().all(|word| is_any(word));
        Promised { target, words, any }
    };
    of_events.map(of_target).collect()
}

fn unit_of(target: &Target) -> &str {
    target.unit.as_ref().map_or("", |unit| unit.text.as_str())
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
    let common = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let rest = |word: &str| word.chars().count().saturating_sub(common);
    let (shorter, longer) = (rest(one).min(rest(other)), rest(one).max(rest(other)));
    common >= STEM.min(one.chars().count().min(other.chars().count())) && shorter <= 2 && longer <= ENDING
}
