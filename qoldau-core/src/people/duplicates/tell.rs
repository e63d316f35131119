//! From groups of rows to what is told of them.
#![expect(clippy::indexing_slicing, reason = "numbers of rows, given in finding")]

use super::cluster::{Groups, LOOKED_AT};
use super::evidence::{
    Agreement, FieldEvidence, MatchField, PairVerdict, ProbablePair, UnsureReason, VerdictOrigin,
};
use super::find::{SURE_FROM, Search, are_names_alone, compared, may_be_namesakes, spoken};
use super::levels::{
    BIRTH, FIELDS, GIVEN, LEVELS, NUMBER, PATRONYMIC, PHONE, PLACE, SURNAME, birth, name, place,
};
use super::model::{Kinds, Pair};
use super::once::are_two;
use super::options::ListedPerson;
use super::prepare::{NONE, Prepared, at};
use super::settled::Settled;
use super::told::{Duplicates, LevelWeight, UnsureCount};
use crate::finding::{Finding, Param, Place};
use crate::people::rules::{DECISIONS_CONTRADICT, PERSON_TOO_OFTEN};

/// From this chance on a pair of two groups is told as one that cannot be told.
const UNSURE_FROM: f64 = 0.1;
/// Of a person with more rows than this only neighbouring rows are told as pairs.
const LARGEST_GROUP: usize = 100;
/// The chance that rows are one person which say the same, however common it is in the table: a telephone is dialled wrongly at times, and a list
/// may have the number of a school for two namesakes.
const FIRM: f64 = 0.99;

/// Somebody's "same" that would bring together what somebody's "not same" keeps apart.
pub(super) fn contradiction(people: &[ListedPerson], one: u32, other: u32) -> Finding {
    let finding = Finding::new(&DECISIONS_CONTRADICT, Place::Whole {});
    [one, other].iter().fold(finding, |finding, row| finding.param(Param::id("row", &people[at(*row)].id)))
}

/// All that the answer is made from.
pub(super) struct Judged<'a> {
    pub(super) people: &'a [ListedPerson],
    pub(super) prepared: &'a Prepared,
    pub(super) settled: &'a Settled<'a>,
    pub(super) groups: &'a Groups,
    /// Rows that are one person for certain, as they say the same.
    pub(super) firm: &'a Groups,
    pub(super) evidence: bool,
}

/// A pair by its rows.
struct Told {
    one: u32,
    other: u32,
    pair: ProbablePair,
    /// Whether the rows are one person by way of others alone, or stand on one list: they count as two at most.
    apart: bool,
}

impl Judged<'_> {
    pub(super) fn answer(&self, search: &mut Search<'_>, findings: Vec<Finding>) -> Duplicates {
        let mut findings = findings;
        let mut told = Vec::new();
        let certain = self.certain();
        let mut groups: Vec<Vec<u32>> = self.groups.all().map(<[u32]>::to_vec).collect();
        for members in &mut groups {
            members.sort_unstable();
        }
        groups.sort_unstable();
        for members in &groups {
            let large = members.len() > LARGEST_GROUP;
            if let Some(first) = members.first().filter(|_| large) {
                let finding = Finding::new(&PERSON_TOO_OFTEN, Place::Whole {})
                    .param(Param::id("row", &self.people[at(*first)].id));
                findings.push(finding.param(Param::count("count", members.len())));
            }
            let others = if large { 1 } else { members.len() };
            for (place, one) in members.iter().enumerate() {
                let later = members.iter().skip(place.saturating_add(1)).take(others);
                told.extend(later.map(|other| self.joined(search, &certain, *one, *other)));
            }
        }
        let persons = u32::try_from(groups.len()).unwrap_or(u32::MAX);
        let ids = |members: Vec<u32>| members.iter().map(|row| self.people[at(*row)].id.clone()).collect();
        let people = groups.into_iter().filter(|members| members.len() > 1).map(ids).collect();
        told.extend(self.unsure(search, &certain));
        told.sort_unstable_by_key(|told| (told.one, told.other));
        let persons_at_most = self.most(&told, &certain);
        let persons_at_least = self.fewest(search, &told);
        let counted = |reason: UnsureReason| {
            let is_unsure = |told: &&Told| told.pair.verdict == PairVerdict::Unsure;
            let count = told.iter().filter(is_unsure).filter(|told| told.pair.reason == Some(reason)).count();
            UnsureCount { reason, pairs: u32::try_from(count).unwrap_or(u32::MAX) }
        };
        Duplicates {
            rows: u32::try_from(self.people.len()).unwrap_or(u32::MAX),
            persons,
            persons_at_least,
            persons_at_most,
            people,
            unsure: UnsureReason::ALL.map(counted).into(),
            pairs: told.into_iter().map(|told| told.pair).collect(),
            rules: self.settled.uses.clone(),
            looked_at: search.looked_at,
            weights: weights(search),
            findings,
        }
    }

    /// How many people there are at most: only what is beyond doubt is joined, and a row that fits two others does not join them where they do not speak
    /// for one person by themselves.
    fn most(&self, told: &[Told], certain: &Groups) -> u32 {
        let mut most = Groups::new(self.people.len());
        // Of a large group not every pair is told, but what holds for certain is.
        for row in (0_u32..).take(self.people.len()) {
            most.join(certain.of(row), row, None);
        }
        // They stand in the order of their rows.
        let apart: Vec<(u32, u32)> =
            told.iter().filter(|told| told.apart).map(|told| (told.one, told.other)).collect();
        let never = |one: u32, other: u32| apart.binary_search(&(one.min(other), one.max(other))).is_ok();
        for Told { one, other, pair, .. } in told {
            let is_large = self.groups.rows(self.groups.of(*one)).len() > LARGEST_GROUP;
            if pair.verdict == PairVerdict::Same && pair.reason.is_none() && pair.probability >= SURE_FROM {
                most.join(*one, *other, if is_large { None } else { Some(&never) });
            }
        }
        u32::try_from(most.all().count()).unwrap_or(u32::MAX)
    }

    /// How many people there are at least, if what cannot be told were one person. An initial that fits eight sisters is one of them and does not make
    /// them one: of people whom pairs that cannot be told bring together, as many are counted as are two by two for certain.
    fn fewest(&self, search: &mut Search<'_>, told: &[Told]) -> u32 {
        let mut open = Groups::new(self.people.len());
        let mut doubts = vec![0_u32; self.people.len()];
        for told in told {
            let [one, other] = [told.one, told.other].map(|row| self.groups.of(row));
            if one != other {
                open.join(one, other, None);
                for group in [one, other] {
                    doubts[at(group)] = doubts[at(group)].saturating_add(1);
                }
            }
        }
        let mut persons = 0_usize;
        for joined in open.all() {
            // Groups are named by one of their rows.
            let is_group = |row: &u32| !self.groups.rows(*row).is_empty();
            if let [row] = joined {
                persons = persons.saturating_add(usize::from(is_group(row)));
                continue;
            }
            let mut groups: Vec<u32> = joined.iter().copied().filter(is_group).collect();
            // Whoever is in fewest doubts first: that leaves most of the others to be held against.
            groups.sort_by_key(|group| (doubts[at(*group)], *group));
            let mut apart: Vec<u32> = Vec::new();
            for group in groups {
                if apart.len() < LARGEST_GROUP
                    && apart
                        .iter()
                        .all(|other| self.are_two(search, self.groups.rows(*other), self.groups.rows(group)))
                {
                    apart.push(group);
                }
            }
            persons = persons.saturating_add(apart.len());
        }
        u32::try_from(persons).unwrap_or(u32::MAX)
    }

    /// Whether two groups are two people for certain: somebody or a rule says so of two of their rows, or two rows have different given names in full,
    /// two numbers or births years apart, and too small a chance to be one person all the same.
    fn are_two(&self, search: &mut Search<'_>, ours: &[u32], theirs: &[u32]) -> bool {
        let number = |row: &u32| self.prepared.rows[at(*row)].iin;
        let one_number = ours
            .iter()
            .take(LOOKED_AT)
            .map(number)
            .any(|own| own != NONE && theirs.iter().take(LOOKED_AT).any(|other| number(other) == own));
        ours.iter().take(LOOKED_AT).any(|one| {
            theirs.iter().take(LOOKED_AT).any(|other| {
                if self.settled.is_apart(self.prepared, *one, *other) {
                    return true;
                }
                let pair = compared(self.prepared, &mut search.comparer, &search.strangers, *one, *other);
                let [first, second] = [*one, *other].map(|row| &self.prepared.rows[at(row)]);
                (matches!(pair.levels.0[GIVEN], name::LETTER | name::LETTERS | name::OTHER)
                    || (!one_number && are_two(self.prepared, first, second)))
                    && pair.levels.0[NUMBER] != 1
                    && search.logs.kinds(&pair).person < UNSURE_FROM
                    && self.settled.origin(*one, *other).is_none()
            })
        })
    }

    /// Whether two rows are one person as they say the same.
    fn is_firm(&self, one: u32, other: u32) -> bool {
        self.firm.of(one) == self.firm.of(other)
    }

    /// Two rows of one group.
    fn joined(&self, search: &mut Search<'_>, certain: &Groups, one: u32, other: u32) -> Told {
        let pair = compared(self.prepared, &mut search.comparer, &search.strangers, one, other);
        let mut kinds = search.logs.kinds(&pair);
        if self.is_firm(one, other) {
            kinds = Kinds { person: kinds.person.max(FIRM), household: kinds.household.min(1.0 - FIRM) };
        }
        let is_certain = certain.of(one) == certain.of(other);
        let speaks = self.is_firm(one, other) || spoken(self.prepared, &pair, kinds).weight > 0.0;
        let origin = self.settled.origin(one, other).unwrap_or(if speaks {
            VerdictOrigin::Comparison {}
        } else {
            VerdictOrigin::Others {}
        });
        let apart = !is_certain && (!speaks || are_one_name_on_one_list(&pair));
        let open = apart || (!is_certain && may_be_namesakes(self.prepared, &pair, kinds));
        let why = open.then(|| reason(&pair, kinds));
        Told { apart, ..self.told(search, (one, other), PairVerdict::Same, origin, why, kinds) }
    }

    /// Pairs of two groups of which it cannot be told, each once.
    fn unsure(&self, search: &mut Search<'_>, certain: &Groups) -> Vec<Told> {
        let apart = |one: u32, other: u32| self.groups.of(one) != self.groups.of(other);
        let through_others = self.settled_through_others(certain);
        let mut unsure: Vec<(u32, u32, VerdictOrigin, UnsureReason, Kinds)> = Vec::new();
        for pair in &search.pairs {
            let kinds = search.logs.kinds(pair);
            let (one, other) = (pair.one.min(pair.other), pair.one.max(pair.other));
            // One identification number is nobody else's, whatever else is said: a name may have changed, or a row may have slipped.
            let [first, second] = [one, other].map(|row| self.prepared.rows[at(row)].iin);
            let one_number = first != NONE && first == second;
            let open = kinds.person >= UNSURE_FROM || one_number || are_one_name_on_one_list(pair);
            if open
                && self.settled.origin(one, other).is_none()
                && apart(one, other)
                && !self.settled.is_apart(self.prepared, one, other)
                && !through_others(one, other)
            {
                let why = if one_number { UnsureReason::Contradiction } else { reason(pair, kinds) };
                unsure.push((one, other, VerdictOrigin::Comparison {}, why, kinds));
            }
        }
        for (one, other) in self.settled.unsure.iter().filter(|(one, other)| apart(*one, *other)) {
            let pair = compared(self.prepared, &mut search.comparer, &search.strangers, *one, *other);
            let kinds = search.logs.kinds(&pair);
            let origin = self.settled.origin(*one, *other).unwrap_or(VerdictOrigin::Comparison {});
            let why = if matches!(origin, VerdictOrigin::Decision {}) {
                UnsureReason::Decision
            } else {
                reason(&pair, kinds)
            };
            unsure.push((*one, *other, origin, why, kinds));
        }
        unsure.sort_by_key(|(one, other, ..)| (*one, *other));
        unsure.dedup_by_key(|(one, other, ..)| (*one, *other));
        unsure
            .into_iter()
            .map(|(one, other, origin, why, kinds)| {
                self.told(search, (one, other), PairVerdict::Unsure, origin, Some(why), kinds)
            })
            .collect()
    }

    /// Rows that are one person for certain, as somebody or a rule says so, or as they say the same.
    fn certain(&self) -> Groups {
        let mut certain = Groups::new(self.people.len());
        let same = self.settled.same.iter().chain(&self.prepared.twins.firm);
        for (one, other) in same.filter(|(one, other)| self.groups.of(*one) == self.groups.of(*other)) {
            certain.join(*one, *other, None);
        }
        certain
    }

    /// Whether two rows are two people by way of others: each is for certain one person with a row of two that somebody called two people.
    fn settled_through_others(&self, certain: &Groups) -> impl Fn(u32, u32) -> bool {
        let mut two: Vec<(u32, u32)> = self
            .settled
            .decided_two()
            .map(|(one, other)| (certain.of(one), certain.of(other)))
            .flat_map(|(one, other)| [(one, other), (other, one)])
            .collect();
        two.sort_unstable();
        move |one, other| two.binary_search(&(certain.of(one), certain.of(other))).is_ok()
    }

    fn told(
        &self,
        search: &mut Search<'_>,
        (one, other): (u32, u32),
        verdict: PairVerdict,
        origin: VerdictOrigin,
        reason: Option<UnsureReason>,
        kinds: Kinds,
    ) -> Told {
        let evidence = if self.evidence { self.evidence(search, one, other) } else { Vec::new() };
        let id = |row: u32| self.people[at(row)].id.clone();
        let probability = rounded(kinds.person, 1e4);
        Told {
            one,
            other,
            pair: ProbablePair {
                one: id(one),
                other: id(other),
                verdict,
                origin,
                reason,
                probability,
                evidence,
            },
            apart: false,
        }
    }

    fn evidence(&self, search: &mut Search<'_>, one: u32, other: u32) -> Vec<FieldEvidence> {
        let (first, second) = (&self.prepared.rows[at(one)], &self.prepared.rows[at(other)]);
        let levels = search.comparer.compare(first, second);
        let strangers = search.strangers.logs(self.prepared, first, second, levels);
        let bits = search.logs.bits(levels, strangers);
        let fields = MatchField::COMPARED.into_iter().zip(levels.0).zip(bits);
        fields
            .filter_map(|((field, level), bits)| {
                Agreement::of(field, level).map(|agreement| FieldEvidence {
                    field,
                    agreement,
                    bits: rounded(bits, 100.0),
                })
            })
            .collect()
    }
}

fn rounded(number: f64, steps: f64) -> f64 {
    libm::round(number * steps) / steps
}

/// Whether one list has one name twice, and nothing that tells the two apart.
fn are_one_name_on_one_list(pair: &Pair) -> bool {
    let levels = pair.levels.0;
    let fathers_differ = matches!(levels[PATRONYMIC], name::LETTERS | name::OTHER | name::OTHER_INITIAL);
    are_names_alone(levels)
        && !fathers_differ
        && [levels[SURNAME], levels[GIVEN], levels[PLACE]] == [name::SAME, name::SAME, place::ONE_LIST]
}

/// Why a pair cannot be told.
fn reason(pair: &Pair, kinds: Kinds) -> UnsureReason {
    let level = |field: usize| pair.levels.0[field];
    if level(NUMBER) == 2 {
        return UnsureReason::Contradiction;
    }
    let given_differs = !matches!(level(GIVEN), 0 | name::SAME);
    if kinds.household >= UNSURE_FROM || (level(PHONE) == 1 && given_differs && level(GIVEN) != name::INITIAL)
    {
        UnsureReason::Household
    } else if matches!(level(GIVEN), name::INITIAL | name::OTHER_INITIAL)
        || matches!(level(SURNAME), name::INITIAL | name::OTHER_INITIAL)
    {
        UnsureReason::Initials
    } else if level(PHONE) == 0
        && level(NUMBER) == 0
        && level(PATRONYMIC) != name::OTHER
        && !matches!(
            level(BIRTH),
            birth::SAME | birth::SWAPPED | birth::NEAR | birth::OTHER_DAY | birth::OTHER
        )
    {
        UnsureReason::NamesAlone
    } else {
        UnsureReason::Contradiction
    }
}

/// The weights as they were learned.
fn weights(search: &Search<'_>) -> Vec<LevelWeight> {
    let mut weights = Vec::new();
    for (place, field) in (0..FIELDS).zip(MatchField::COMPARED) {
        for level in 1..LEVELS {
            let Some(agreement) = u8::try_from(level).ok().and_then(|level| Agreement::of(field, level))
            else {
                continue;
            };
            let (person, household) = search.logs.chances(place, level);
            let household = household.map(|chance| rounded(chance, 1e5));
            weights.push(LevelWeight { field, agreement, person: rounded(person, 1e5), household });
        }
    }
    weights
}
