//! Network by network: what a target owes on each of the networks its line names.

use std::collections::BTreeMap;

use super::need::{Meant, Verdict, judge};
use super::readings::{LineOf, Readings};
use super::standing::PartShare;
use super::tally::{Sum, Tally};
use crate::plan::{EachOf, IndicatorKind, Part, Policy, Question, Target, named_networks};
use crate::value::text::fold_words;
use crate::value::{Amount, DateRange, IsoDate, link};

/// What a target owes on each network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OnEach {
    /// Nothing: any network will do.
    Nothing,
    /// At least one; the number itself is of all together.
    One,
    /// The number.
    All,
}

/// What a target owes network by network.
#[derive(Debug, Clone)]
pub(super) struct Networks {
    on_each: OnEach,
    /// The networks that are named.
    names: Vec<String>,
    /// How many there are, named or not, where the words say so.
    count: Option<u32>,
}

impl Networks {
    /// How a target counts on networks: by its own words («әр желіде»), by an answer, or by the policy.
    pub(super) fn of(readings: &Readings, policy: &Policy, line: &LineOf<'_>, target: &Target) -> Self {
        let each = target.each.as_ref().filter(|each| each.of == EachOf::Channel);
        let by_policy = policy.networks.value.as_deref().unwrap_or("inTotal");
        let on_each = match readings.of_line(line, Question::Networks).unwrap_or(by_policy) {
            _ if each.is_some() => OnEach::All,
            // A page belongs to one network: two pages in two networks are one in each.
            _ if line.kind == IndicatorKind::Page => OnEach::Nothing,
            "perNetwork" => OnEach::All,
            "spread" => OnEach::One,
            _ => OnEach::Nothing,
        };
        if on_each == OnEach::Nothing {
            return Self { on_each, names: Vec::new(), count: None };
        }
        let names = named_networks(line.activity, line.indicator);
        let said = each.and_then(|each| each.count?.to_u32());
        let listed = u32::try_from(names.len()).ok().filter(|listed| *listed > 0);
        Self { on_each, names, count: said.max(listed) }
    }

    /// Whether it matters on which network something stands.
    pub(super) fn matter(&self) -> bool {
        self.on_each != OnEach::Nothing
    }

    /// A number times what it holds for each of; nothing when nobody knows how many there are.
    pub(super) fn scaled(&self, target: &Target, amount: Amount) -> Option<Amount> {
        let others = target.each.as_ref().filter(|each| each.of != EachOf::Channel);
        let amount = others.map_or(Some(amount), |each| amount.checked_mul(each.count?))?;
        self.on_all(target.each.as_ref().is_some_and(|each| each.of == EachOf::Channel), amount)
    }

    /// A number of one network times the networks; `by_words`: whether the words themselves ask for it on each.
    pub(super) fn on_all(&self, by_words: bool, amount: Amount) -> Option<Amount> {
        match (self.on_each, self.count) {
            (OnEach::All, Some(count)) => amount.checked_mul(count.into()),
            (OnEach::All, None) if by_words => None,
            _ => Some(amount),
        }
    }

    /// What the named networks have, and what that means for all, named or not.
    pub(super) fn held(&self, outlets: &Outlets<'_>, (meant, amount): (Meant, Amount)) -> OnNetworks {
        let (meant, needed) = match self.on_each {
            OnEach::Nothing => return OnNetworks::default(),
            OnEach::One => (Meant::AtLeast, Amount::ONE),
            OnEach::All => (meant, amount),
        };
        let mut on = OnNetworks::default();
        for name in &self.names {
            let actual = on_network(outlets, name);
            let missing = on.take(judge(meant, needed, actual));
            let part = name.parse().ok();
            on.shares.extend(part.map(|part| PartShare { part, needed, actual, missing }));
        }
        for actual in self.on_others(outlets) {
            on.take(judge(meant, needed, actual));
        }
        on
    }

    /// What stands on the networks that are counted but not named: on so many others that have most.
    fn on_others(&self, outlets: &Outlets<'_>) -> impl Iterator<Item = Amount> {
        let named: Vec<String> = self.names.iter().map(|name| fold_words(name)).collect();
        let others = outlets.0.iter().filter(|(outlet, _)| !named.iter().any(|name| is_on(outlet, name)));
        let mut have: Vec<Amount> = others.map(|(_, amount)| *amount).collect();
        have.sort_unstable_by(|a, b| b.cmp(a));
        let named = u32::try_from(named.len()).unwrap_or(u32::MAX);
        let further = self.count.unwrap_or(named).saturating_sub(named);
        let none = std::iter::repeat(Amount::ZERO);
        // A count from the words may be anything; beyond the outlets there are, all are missing alike.
        have.into_iter().chain(none).take(usize::try_from(further.min(MOST)).unwrap_or(0))
    }
}

/// Whether the parts of a target are networks: «10 постов (5 Facebook, 5 Instagram)».
pub(super) fn parts_are_networks(kind: IndicatorKind, target: &Target) -> bool {
    are_networks(kind, &target.parts)
}

/// Whether parts of a number of a kind are networks.
pub(super) fn are_networks(kind: IndicatorKind, parts: &[Part]) -> bool {
    let named = |part: &Part| link::network_called(&fold_words(&part.label)).is_some();
    kind.counts_artefacts() && !parts.is_empty() && parts.iter().all(named)
}

/// How many things stand on which outlet: in all, over a span of days, or of one event.
#[derive(Debug, Default)]
pub(super) struct Outlets<'t>(Vec<(&'t str, Amount)>);

impl<'t> Outlets<'t> {
    /// In all, or over a span of days.
    pub(super) fn within(tally: &'t Tally, span: Option<DateRange>) -> Self {
        let sum = |days| within(days, span);
        Self(tally.by_outlet.iter().map(|(outlet, days)| (outlet.as_str(), sum(days))).collect())
    }

    /// Of an event.
    pub(super) fn of_event(tally: &'t Tally, event: usize) -> Self {
        let outlets = tally.outlets_at.get(&event).into_iter().flatten();
        Self(outlets.map(|(outlet, sum)| (outlet.as_str(), sum.total)).collect())
    }
}

/// What stands on a network.
pub(super) fn on_network(outlets: &Outlets<'_>, network: &str) -> Amount {
    let folded = fold_words(network);
    let mut sum = Sum::default();
    outlets.0.iter().filter(|(outlet, _)| is_on(outlet, &folded)).for_each(|(_, amount)| sum.add(*amount));
    sum.total
}

/// What stands on the networks of a line.
#[derive(Debug, Default)]
pub(super) struct OnNetworks {
    /// Each network that is named.
    pub(super) shares: Vec<PartShare>,
    /// How much is missing on all of them.
    pub(super) missing: Amount,
    /// Whether more stands on one than may.
    pub(super) above: bool,
}

impl OnNetworks {
    /// Takes how one network stands; answers how much is missing on it.
    fn take(&mut self, verdict: Verdict) -> Amount {
        self.above |= verdict == Verdict::Above;
        let missing = if let Verdict::Short(missing) = verdict { missing } else { Amount::ZERO };
        self.missing = self.missing.checked_add(missing).unwrap_or(self.missing);
        missing
    }
}

/// More networks than anybody keeps.
const MOST: u32 = 1_000;

/// Whether an outlet is, or names, a network; both folded.
fn is_on(outlet: &str, network: &str) -> bool {
    match link::network_called(network) {
        Some(spellings) => spellings.iter().any(|spelling| outlet.contains(spelling)),
        None => outlet.contains(network),
    }
}

/// What stands on an outlet over a span of days.
fn within(days: &BTreeMap<IsoDate, Sum>, span: Option<DateRange>) -> Amount {
    let mut sum = Sum::default();
    for (_, added) in days.iter().filter(|(day, _)| span.is_none_or(|span| span.contains(**day))) {
        sum.add(added.total);
    }
    sum.total
}
