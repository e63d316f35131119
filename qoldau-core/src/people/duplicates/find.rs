//! Finding the rows that are probably one person.
#![expect(clippy::indexing_slicing, reason = "numbers of rows, given here")]

use super::blocks;
use super::cluster::{GivenNames, Groups, Never, Spoken, Weighed};
use super::levels::{
    BIRTH, Comparer, ENDING, FIELDS, GIVEN, Levels, NUMBER, PATRONYMIC, PHONE, PLACE, SURNAME, birth, name,
    place,
};
use super::model::{Kinds, Logs, Model, Pair, SAMPLE, Strangers};
use super::once::{Once, are_two};
use super::options::{DuplicateError, DuplicateOptions, ListedPerson, MOST_ROWS};
use super::prepare::{NONE, Prepared, Row, at, prepare};
use super::settled::Settled;
use super::tell::{Judged, contradiction};
use super::told::Duplicates;
use crate::people::names::{are_one_name, without_short_i};

/// Pairs that no beginning of the model could make likely are not kept: natural logarithm of odds.
const HOPELESS: f64 = -7.0;
/// The most that a pair with different given names can weigh.
const OTHER_GIVEN_NAME: f64 = -0.5;

/// Finds the rows that are probably one person, with reasons, and says of which it cannot be told.
///
/// Nothing is learned from anybody's labels: what strangers share is counted in the rows, what one person's rows share is
/// learned from them (see the module). The same rows in the same order give the same answer on every machine.
///
/// # Errors
/// [`DuplicateError::TooManyRows`] for more than four million rows.
pub fn find_duplicates(
    people: &[ListedPerson],
    options: &DuplicateOptions,
) -> Result<Duplicates, DuplicateError> {
    if people.len() > MOST_ROWS {
        return Err(DuplicateError::TooManyRows);
    }
    let prepared = prepare(people);
    let mut search = Search::learn(&prepared);
    let settled = Settled::of(people, &prepared, options);
    let mut groups = Groups::new(people.len());
    let mut findings = settled.findings.clone();
    let never = |a: u32, b: u32| settled.is_never(&prepared, a, b);
    let never: Never<'_> = if settled.keeps_apart() { Some(&never) } else { None };
    for (one, other) in &settled.same {
        if !groups.join(*one, *other, never) {
            findings.push(contradiction(people, *one, *other));
        }
    }
    let mut firm = Groups::new(people.len());
    for (one, other) in &prepared.twins.firm {
        firm.join(*one, *other, never);
        groups.join(*one, *other, never);
    }
    let weighed: Vec<Weighed> = search
        .pairs
        .iter()
        .map(|pair| {
            let Spoken { weight, .. } = spoken(&prepared, pair, search.logs.kinds(pair));
            Weighed { one: pair.one, other: pair.other, weight }
        })
        .collect();
    let Search { comparer, strangers, logs, .. } = &mut search;
    let weigh = |one: u32, other: u32| {
        let pair = compared(&prepared, comparer, strangers, one, other);
        spoken(&prepared, &pair, logs.kinds(&pair))
    };
    let once = Once::of(&prepared, &groups);
    groups.join_weighed(&weighed, weigh, never, once);
    let judged = Judged {
        people,
        prepared: &prepared,
        settled: &settled,
        groups: &groups,
        firm: &firm,
        evidence: options.evidence,
    };
    Ok(judged.answer(&mut search, findings))
}

/// What is learned from the rows, and the pairs that were looked at.
pub(super) struct Search<'a> {
    pub(super) comparer: Comparer<'a>,
    pub(super) strangers: Strangers,
    pub(super) logs: Logs,
    /// The pairs that are not hopeless.
    pub(super) pairs: Vec<Pair>,
    pub(super) looked_at: u32,
}

impl<'a> Search<'a> {
    fn learn(prepared: &'a Prepared) -> Self {
        let mut comparer = Comparer::new(prepared);
        let rows = prepared.counted();
        let strangers = Strangers::count(prepared, &drawn(prepared, &mut comparer));
        let mut model = Model::stated(prepared);
        let stated = model.logs();
        let mut pairs = Vec::new();
        let mut looked_at = 0_u32;
        blocks::candidates(prepared, |one, other| {
            if prepared.twins.goes_without_saying(&prepared.rows, one, other) {
                return;
            }
            looked_at = looked_at.saturating_add(1);
            let pair = compared(prepared, &mut comparer, &strangers, one, other);
            // One number is never passed over, whatever differs.
            if stated.against_strangers(&pair) > HOPELESS || pair.levels.0[NUMBER] == 1 {
                pairs.push(pair);
            }
        });
        model.learn(&pairs, rows);
        let logs = model.logs();
        // What is a copy of a row is told as that row is, and nothing is learned from it.
        for (one, other) in &prepared.twins.judged {
            looked_at = looked_at.saturating_add(1);
            pairs.push(compared(prepared, &mut comparer, &strangers, *other, *one));
        }
        Self { comparer, strangers, logs, pairs, looked_at }
    }
}

/// Comparisons of pairs drawn from all pairs: the same every time (the generator of Knuth's MMIX).
fn drawn(prepared: &Prepared, comparer: &mut Comparer<'_>) -> Vec<Levels> {
    let counted = prepared.twins.counted();
    let Ok(rows) = u64::try_from(counted.len()) else { return Vec::new() };
    let mut state = 1_u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33).checked_rem(rows).and_then(|row| usize::try_from(row).ok()).unwrap_or_default()
    };
    let mut levels = Vec::new();
    for _ in 0..SAMPLE {
        let (one, other) = (next(), next());
        if one != other {
            let [one, other] = [one, other].map(|place| &prepared.rows[at(counted[place])]);
            levels.push(comparer.compare(one, other));
        }
    }
    levels
}

pub(super) fn compared(
    prepared: &Prepared,
    comparer: &mut Comparer<'_>,
    strangers: &Strangers,
    one: u32,
    other: u32,
) -> Pair {
    let (first, second) = (&prepared.rows[at(one)], &prepared.rows[at(other)]);
    let levels = comparer.compare(first, second);
    Pair::new(one, other, levels, strangers.logs(prepared, first, second, levels))
}

/// In a table with fewer rows nobody can say how rare a name is.
const SHORT: f64 = 200.0;

/// What a pair speaks for. Some pairs are never joined by their two rows alone, whatever else agrees: those with different given names, as of a
/// household, of twins, or of somebody with two names; and those that contradict each other in what a person has once. Only a human can tell.
pub(super) fn spoken(prepared: &Prepared, pair: &Pair, kinds: Kinds) -> Spoken {
    let odds = libm::log(kinds.person.max(1e-12)) - libm::log((1.0 - kinds.person).max(1e-12));
    let level = pair.levels.0[GIVEN];
    // Of two initials and a man's and a woman's ending nothing is left that speaks of one given name.
    let of_two_sexes = level == name::INITIAL && pair.levels.0[ENDING] == 2;
    let given = match level {
        name::OTHER => GivenNames::Different,
        // An initial of another letter is that of another name.
        name::OTHER_INITIAL if pair.levels.0[NUMBER] != 1 => GivenNames::Different,
        name::LETTER | name::LETTERS if are_like_twins(prepared, pair) || are_two_names(prepared, pair) => {
            GivenNames::Different
        }
        0 | name::INITIAL | name::OTHER_INITIAL => GivenNames::Open,
        _ => GivenNames::Alike,
    };
    let apart = given == GivenNames::Different || of_two_sexes || contradict(prepared, pair);
    let most = if apart {
        OTHER_GIVEN_NAME
    } else if cannot_be_told(prepared, pair, kinds) {
        0.0
    } else {
        f64::INFINITY
    };
    Spoken { weight: odds.min(most), given }
}

/// Whether two given names a letter apart at one telephone may be those of two children: on one list, where nobody writes a name twice, and where no
/// row says on which list it is. On another list a misspelling is far likelier, unless both are names that others bear, of one surname and one day of
/// birth: those are twins as well as one person.
fn are_like_twins(prepared: &Prepared, pair: &Pair) -> bool {
    let [one, other] = [pair.one, pair.other].map(|row| prepared.rows[at(row)].iin);
    let levels = pair.levels.0;
    let on_one_list = levels[PLACE] == place::ONE_LIST || !prepared.names_lists;
    let born_together = levels[BIRTH] == birth::SAME && levels[SURNAME] == name::SAME;
    let may_be_two = || on_one_list || (born_together && have_names_of_others(prepared, pair));
    levels[PHONE] == 1 && (one == NONE || one != other) && may_be_two()
}

/// Whether two given names that lie near each other are known for two: they meet in the coarse form alone (Анна, Яна), are a man's and a woman's
/// (Александр, Александра), or those that twins are given (Хасан, Хусан). One number says that they are a slip of the pen all the same.
fn are_two_names(prepared: &Prepared, pair: &Pair) -> bool {
    let levels = pair.levels.0;
    let [one, other] = [pair.one, pair.other].map(|row| &prepared.rows[at(row)]);
    let words = |row: &Row| [(row.given, row.given_fine), (row.surname, row.surname_fine)];
    // Where nobody knows which word is the given name, it may be any of the two.
    let looked_at = if one.uncertain || other.uncertain { 2 } else { 1 };
    let text = |stem: u32| prepared.stems.texts[at(stem)].as_ref();
    let are_two = |(stem, fine): (u32, u32), (other_stem, other_fine): (u32, u32)| {
        if stem == other_stem {
            let [one, other] = [fine, other_fine].map(|fine| without_short_i(text(fine)));
            return !are_one_name(&one, &other);
        }
        let of_two_sexes = levels[ENDING] != 1 && differ_by_ending(text(stem), text(other_stem));
        of_two_sexes || are_of_twins(text(stem), text(other_stem))
    };
    levels[NUMBER] != 1
        && words(one).iter().take(looked_at).any(|own| {
            let theirs = words(other);
            theirs
                .iter()
                .take(looked_at)
                .any(|their| own.0 != NONE && their.0 != NONE && are_two(*own, *their))
        })
}

/// Whether of two names one is the other with a woman's ending.
fn differ_by_ending(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    short.len() > 3 && long.strip_suffix('a') == Some(short)
}

/// Whether two names are the two that twins are given, Хасан and Хусан, Асан and Үсен, in any of their spellings.
fn are_of_twins(one: &str, other: &str) -> bool {
    let kind = |name: &str| match name.trim_start_matches(['h', 'k']) {
        "asan" | "asen" => 1,
        "usan" | "usen" => 2,
        _ => 0_u8,
    };
    let (one, other) = (kind(one), kind(other));
    one != other && one > 0 && other > 0
}

/// So many rows at least, and one in so many, have a given name that is no slip of the pen.
const BORNE: (f64, f64) = (3.0, 250.0);

/// Whether both given names of a pair are those of others too.
fn have_names_of_others(prepared: &Prepared, pair: &Pair) -> bool {
    let [_, given, _] = &prepared.as_part;
    let least = BORNE.0.max(prepared.counted() / BORNE.1);
    let rows = [pair.one, pair.other].map(|row| &prepared.rows[at(row)]);
    // Where the word that may be either is the one that differs.
    let turned = rows.iter().all(|row| row.either) && rows[0].given == rows[1].given;
    rows.iter().all(|row| f64::from(given[at(if turned { row.surname } else { row.given })]) >= least)
}

/// Whether two rows differ in what one person has once: in their whole identification numbers, or in births years apart; and on a short list, where a
/// name says little, in years alone, or in their telephones where nothing but the name is known besides.
fn contradict(prepared: &Prepared, pair: &Pair) -> bool {
    let levels = pair.levels.0;
    let [one, other] = [pair.one, pair.other].map(|row| &prepared.rows[at(row)]);
    if levels[NUMBER] != 0 || are_two(prepared, one, other) {
        return are_two(prepared, one, other);
    }
    let names_alone = levels[PHONE] == 3 && levels[BIRTH] == 0;
    prepared.counted() < SHORT && (levels[BIRTH] == birth::OTHER || names_alone)
}

/// Below this chance nobody can tell where little but the names is known.
pub(super) const SURE_FROM: f64 = 0.9;
/// Below this chance names alone are left apart in a long table.
const JOINED_FROM: f64 = 0.8;
/// From so many rows on a table has namesakes.
const LONG: f64 = 1000.0;
/// Of a name that so many people are to be expected to bear nobody can tell by the name alone.
const NAMESAKES: f64 = 0.8;

/// Whether neither telephone nor birth nor number is known of both rows.
pub(super) fn are_names_alone(levels: [u8; FIELDS]) -> bool {
    [levels[PHONE], levels[BIRTH], levels[NUMBER]] == [0; 3]
}

/// Whether the father's name says nothing for one person.
fn father_is_open(levels: [u8; FIELDS]) -> bool {
    !matches!(levels[PATRONYMIC], name::SAME | name::SPELLING | name::LETTER)
}

/// Whether two rows cannot be told by themselves, however rare their name is: the names stand alone, and are those of two fathers; they have two
/// telephones and little else; or, in a long table that mostly knows more than names, there is neither a father's name nor a place in common.
fn cannot_be_told(prepared: &Prepared, pair: &Pair, kinds: Kinds) -> bool {
    let levels = pair.levels.0;
    let alone = are_names_alone(levels);
    if alone && levels[PATRONYMIC] == name::OTHER {
        return true;
    }
    let two_phones = levels[PHONE] == 3
        && levels[BIRTH] == 0
        && levels[NUMBER] != 1
        && matches!(levels[PATRONYMIC], 0 | name::OTHER);
    let nothing_more = || {
        let elsewhere =
            matches!(levels[PLACE], 0 | place::OTHER_ORGANISATION | place::OTHER | place::ONE_LIST);
        alone && elsewhere && father_is_open(levels) && prepared.counted() >= LONG && prepared.knows_more
    };
    (two_phones && kinds.person < SURE_FROM) || (kinds.person < JOINED_FROM && nothing_more())
}

/// Whether two rows of one person, in a long table, may be two namesakes all the same: little but the names is known, and those are common.
pub(super) fn may_be_namesakes(prepared: &Prepared, pair: &Pair, kinds: Kinds) -> bool {
    let levels = pair.levels.0;
    let rows = prepared.counted();
    if rows < LONG || !are_names_alone(levels) || !father_is_open(levels) {
        return false;
    }
    let row = &prepared.rows[at(pair.one)];
    let [surnames, given, _] = &prepared.as_part;
    let expected = f64::from(surnames[at(row.surname)]) * f64::from(given[at(row.given)]) / rows;
    kinds.person < SURE_FROM || expected >= NAMESAKES
}
