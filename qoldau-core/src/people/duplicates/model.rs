//! The model of Fellegi and Sunter (1969) with three kinds of pairs: one person, two people of one household, two strangers.
//!
//! Households are a kind of their own because brothers and sisters share the telephone, the surname, the father's name and the
//! school: to a model of two kinds they look like one person. What strangers share is counted in the table itself; what one
//! person's rows and what households share is learned from the table by expectation maximisation (Winkler 1988) from stated
//! beginnings, which also weigh in as so many pairs, so that small tables lean on them.
#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "statistics over tables of fixed size"
)]

use super::levels::{
    BIRTH, ENDING, FIELDS, GIVEN, LEVELS, Levels, NUMBER, PATRONYMIC, PHONE, PLACE, SURNAME, birth, name,
    place,
};
use super::prepare::{Prepared, Row, at};

/// Chances of the levels of each field, given that both rows have it.
pub(super) type Chances = [[f64; LEVELS]; FIELDS];

/// The beginnings for rows of one person.
const PERSON: Chances = [
    //  –   same  spelling letter letters initial other-initial other half
    [0.0, 0.800, 0.070, 0.050, 0.020, 0.010, 0.001, 0.030, 0.019],
    [0.0, 0.796, 0.070, 0.050, 0.015, 0.060, 0.003, 0.004, 0.002],
    [0.0, 0.780, 0.080, 0.050, 0.025, 0.040, 0.003, 0.020, 0.002],
    [0.0, 0.997, 0.003, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
    //  –   same  swapped near  year  other-day next-year other
    [0.0, 0.780, 0.012, 0.035, 0.130, 0.008, 0.010, 0.025, 0.0],
    [0.0, 0.850, 0.020, 0.130, 0.0, 0.0, 0.0, 0.0, 0.0],
    [0.0, 0.978, 0.002, 0.020, 0.0, 0.0, 0.0, 0.0, 0.0],
    //  –   same  organisation settlement other-organisation other-settlement other one-list
    [0.0, 0.400, 0.060, 0.350, 0.080, 0.020, 0.060, 0.030, 0.0],
];

/// The beginnings for two people of one household. The given name is not among them: it agrees as with strangers.
const HOUSEHOLD: Chances = [
    [0.0, 0.700, 0.060, 0.050, 0.020, 0.010, 0.001, 0.140, 0.019],
    [0.0; LEVELS],
    [0.0, 0.550, 0.060, 0.050, 0.020, 0.030, 0.010, 0.280, 0.002],
    [0.0, 0.550, 0.450, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
    [0.0, 0.050, 0.002, 0.008, 0.020, 0.050, 0.070, 0.800, 0.0],
    [0.0, 0.600, 0.010, 0.390, 0.0, 0.0, 0.0, 0.0, 0.0],
    [0.0, 0.010, 0.980, 0.010, 0.0, 0.0, 0.0, 0.0, 0.0],
    [0.0, 0.350, 0.050, 0.350, 0.120, 0.010, 0.050, 0.070, 0.0],
];

/// The beginnings of the place where no row of the table has a settlement: the same organisation, another one, one list. They are those above, taken
/// together.
const PERSON_BY_ORGANISATION: [f64; LEVELS] = [0.0, 0.0, 0.750, 0.0, 0.0, 0.0, 0.220, 0.030, 0.0];
const HOUSEHOLD_BY_ORGANISATION: [f64; LEVELS] = [0.0, 0.0, 0.630, 0.0, 0.0, 0.0, 0.300, 0.070, 0.0];

/// How many pairs the beginnings weigh as.
const PRIOR_PAIRS: f64 = 60.0;
/// How many pairs of one person there are per row, before anything is known.
const PRIOR_RATE: f64 = 0.4;
/// Of how many names that lie near each other one is taken for a misspelling of the other: the share of one
/// misspelling among all of a name.
const MISSPELLINGS: f64 = 25.0;
/// As how many pairs it weighs that the initials of strangers fit one time in ten.
const INITIAL_FITS: f64 = 20.0;
/// How many pairs are drawn to count what strangers share.
pub(super) const SAMPLE: u32 = 25_000;
/// There are at least so many pairs of one household for a pair of one person, whatever was learned: a list that shows none may still
/// have some.
const HOUSEHOLDS: f64 = 0.15;
/// Days of a year.
const DAYS: f64 = 365.25;
/// How many times oftener than other days 1 January stands where only the year was known.
const FIRST_OF_JANUARY: f64 = 8.0;
/// How often brothers and sisters bear one given name, of how often strangers do.
const SAME_GIVEN_IN_HOUSEHOLD: f64 = 0.1;
/// So often at least a surname or a given name of one person is spelled differently, or is a letter apart, whatever was learned: where names stand
/// alone, pairs of near names begin as unlikely, count as few, and would be unlearned.
const MISSPELLED: [(u8, f64); 2] = [(name::SPELLING, 0.006), (name::LETTER, 0.03)];
/// Rounds of learning; the figures settle within ten.
const ROUNDS: usize = 12;

/// A pair of rows that was compared.
#[derive(Clone, Copy)]
pub(super) struct Pair {
    pub(super) one: u32,
    pub(super) other: u32,
    pub(super) levels: Levels,
    /// Natural logarithm of the chance that strangers agree so.
    pub(super) strangers: f32,
    /// The part of it that the given name has.
    pub(super) given: f32,
}

impl Pair {
    /// A pair by what strangers would agree in.
    #[expect(
        clippy::as_conversions,
        clippy::cast_possible_truncation,
        reason = "a weight with seven digits is exact enough"
    )]
    pub(super) fn new(one: u32, other: u32, levels: Levels, strangers: [f64; FIELDS]) -> Self {
        let sum: f64 = strangers.iter().sum();
        Self { one, other, levels, strangers: sum as f32, given: strangers[GIVEN] as f32 }
    }
}

/// What strangers share, counted in the table.
pub(super) struct Strangers {
    logs: [[f64; LEVELS]; FIELDS],
    /// Rows that have a surname, a given name, a patronymic.
    filled: [f64; 3],
    years: f64,
    settlements: f64,
    organisations: f64,
    places: f64,
    phones: f64,
    same_year: f64,
    same_settlement: f64,
    same_organisation: f64,
}

impl Strangers {
    /// Counts a sample of pairs, and the values themselves where agreement is rare.
    pub(super) fn count(prepared: &Prepared, sample: &[Levels]) -> Self {
        let mut logs = [[0.0; LEVELS]; FIELDS];
        for (field, logs) in logs.iter_mut().enumerate() {
            let mut counts = [0.5_f64; LEVELS];
            for levels in sample {
                counts[usize::from(levels.0[field])] += 1.0;
            }
            let total: f64 = counts.iter().skip(1).sum();
            for (log, count) in logs.iter_mut().zip(counts).skip(1) {
                *log = libm::log(count / total);
            }
        }
        for part in [SURNAME, GIVEN, PATRONYMIC] {
            apart_from_initials(&mut logs[part], INITIAL_FITS);
        }
        // A list of one sex does not make its endings rare: a quarter of an even chance weighs in.
        for log in logs[ENDING].iter_mut().skip(1).take(2) {
            *log = libm::log(0.75 * libm::exp(*log) + 0.125);
        }
        let rows = prepared.counted();
        logs[NUMBER] = [
            0.0,
            libm::log(0.5 / rows.max(100.0)),
            libm::log(0.9999),
            libm::log(1e-4),
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
        ];
        let filled = [0, 1, 2]
            .map(|part: usize| prepared.as_part[part].iter().skip(1).map(|count| f64::from(*count)).sum());
        let years: f64 = prepared.years.iter().map(|count| f64::from(*count)).sum();
        let squares = |counts: &[u32], total: f64| {
            counts.iter().map(|count| f64::from(*count) * f64::from(*count)).sum::<f64>()
                / (total * total).max(1.0)
        };
        let settlements = prepared.settlements.filled();
        let organisations = prepared.organisations.filled();
        Self {
            logs,
            filled,
            years,
            settlements,
            organisations,
            places: prepared.places.filled(),
            phones: prepared.phones.filled(),
            same_year: squares(&prepared.years, years),
            same_settlement: squares(&prepared.settlements.counts, settlements),
            same_organisation: squares(&prepared.organisations.counts, organisations),
        }
    }

    /// Natural logarithms of the chances that strangers agree as these rows do, field by field.
    pub(super) fn logs(&self, prepared: &Prepared, one: &Row, other: &Row, levels: Levels) -> [f64; FIELDS] {
        let mut logs = [0.0; FIELDS];
        for (field, log) in logs.iter_mut().enumerate() {
            *log = self.logs[field][usize::from(levels.0[field])];
        }
        // Names that are read the other way round, see `Comparer::compare`.
        let crossed = one.either && other.either && one.given == other.given && levels.0[GIVEN] != name::SAME;
        let (surnames, given) = ([one.surname, other.surname], [one.given, other.given]);
        let (surnames, given) = if crossed { (given, surnames) } else { (surnames, given) };
        logs[SURNAME] = self.part(prepared, SURNAME, surnames, levels);
        logs[GIVEN] = self.part(prepared, GIVEN, given, levels);
        logs[PATRONYMIC] = self.part(prepared, PATRONYMIC, [one.patronymic, other.patronymic], levels);
        let year = f64::from(prepared.years[usize::from(one.year.saturating_sub(1900)).min(200)].max(1))
            / self.years.max(20.0);
        match levels.0[BIRTH] {
            birth::SAME => {
                let first_of_january = one.month == 1 && one.day == 1;
                logs[BIRTH] = libm::log(year / DAYS * if first_of_january { FIRST_OF_JANUARY } else { 1.0 });
            }
            birth::SWAPPED => logs[BIRTH] = libm::log(year / DAYS),
            birth::YEAR | birth::OTHER_DAY => logs[BIRTH] += libm::log(year / self.same_year.max(1e-6)),
            _ => {}
        }
        if levels.0[PHONE] == 1 {
            let phone = if one.phone == other.phone || one.phone == other.phone_second {
                one.phone
            } else {
                one.phone_second
            };
            logs[PHONE] = libm::log(prepared.phones.share(phone, self.phones.max(20.0)));
        }
        match levels.0[PLACE] {
            place::SAME => logs[PLACE] = libm::log(prepared.places.share(one.place, self.places.max(20.0))),
            place::ORGANISATION => {
                let share = prepared.organisations.share(one.organisation, self.organisations.max(20.0));
                logs[PLACE] += libm::log(share / self.same_organisation.max(1e-6));
            }
            place::SETTLEMENT | place::OTHER_ORGANISATION => {
                let share = prepared.settlements.share(one.settlement, self.settlements.max(20.0));
                logs[PLACE] += libm::log(share / self.same_settlement.max(1e-6));
            }
            _ => {}
        }
        logs
    }

    /// The same for one part of the names. That a name is the same says the more the rarer it is; that it is near says the more the
    /// rarer the rarer of the two is, for a common name near another is a name of its own.
    fn part(&self, prepared: &Prepared, part: usize, stems: [u32; 2], levels: Levels) -> f64 {
        let share = |stem: u32| {
            let crossed = if part < 2 { prepared.as_part[1 - part][at(stem)] } else { 0 };
            let count = prepared.as_part[part][at(stem)].max(crossed).max(1);
            f64::from(count) / self.filled[part].max(20.0)
        };
        let [one, other] = stems.map(share);
        let rarer = one.min(other);
        match levels.0[part] {
            name::SAME => libm::log(one.max(other)),
            name::HALF => libm::log(rarer * 2.0),
            name::SPELLING | name::LETTER => libm::log((rarer * MISSPELLINGS).min(0.5)),
            name::LETTERS => libm::log((rarer * MISSPELLINGS * 2.0).min(0.5)),
            level => self.logs[part][usize::from(level)],
        }
    }
}

/// Makes the chances of a part of a name those of two cases: one of the rows has only an initial, or both have the part whole. How often
/// there are initials is a habit of lists and tells nobody apart; only whether they fit does. `begin` pairs at one in ten weigh in.
fn apart_from_initials(logs: &mut [f64; LEVELS], begin: f64) {
    let (fits, differs) = (usize::from(name::INITIAL), usize::from(name::OTHER_INITIAL));
    let chances = [libm::exp(logs[fits]), libm::exp(logs[differs])];
    let initials = chances[0] + chances[1];
    let weight = begin / f64::from(SAMPLE);
    logs[fits] = libm::log((chances[0] + weight * 0.1) / (initials + weight));
    logs[differs] = libm::log((chances[1] + weight * 0.9) / (initials + weight));
    let whole = libm::log((1.0 - initials).max(1e-6));
    for (level, log) in logs.iter_mut().enumerate().skip(1) {
        if level != fits && level != differs {
            *log -= whole;
        }
    }
}

/// The model as it was learned.
pub(super) struct Model {
    person: Chances,
    household: Chances,
    /// Shares of all pairs that are of one person and of one household.
    shares: [f64; 2],
    /// What was stated before anything was learned.
    begun: [Chances; 2],
}

/// How likely the three kinds are for a pair.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kinds {
    pub(super) person: f64,
    pub(super) household: f64,
}

/// The tables as logarithms, for reckoning.
pub(super) struct Logs {
    person: Chances,
    household: Chances,
    shares: [f64; 2],
}

impl Model {
    /// Before anything was learned.
    pub(super) fn stated(prepared: &Prepared) -> Self {
        let rows = prepared.counted();
        let pairs = (rows * (rows - 1.0) / 2.0).max(1.0);
        let share = (PRIOR_RATE * rows / pairs).min(0.2);
        let (mut person, mut household) = (PERSON, HOUSEHOLD);
        if prepared.settlements.filled() < 1.0 && prepared.organisations.filled() > 0.0 {
            (person[PLACE], household[PLACE]) = (PERSON_BY_ORGANISATION, HOUSEHOLD_BY_ORGANISATION);
        }
        Self { person, household, shares: [share, share * 0.5], begun: [person, household] }
    }

    pub(super) fn logs(&self) -> Logs {
        let log = |chances: &Chances| {
            chances.map(|levels| levels.map(|chance| if chance > 0.0 { libm::log(chance) } else { -20.0 }))
        };
        let mut logs = Logs {
            person: log(&self.person),
            household: log(&self.household),
            shares: self.shares.map(libm::log),
        };
        for field in 0..FIELDS {
            logs.person[field][0] = 0.0;
            logs.household[field][0] = 0.0;
        }
        for part in [SURNAME, GIVEN, PATRONYMIC] {
            apart_from_initials(&mut logs.person[part], 0.0);
            apart_from_initials(&mut logs.household[part], 0.0);
        }
        logs.household[GIVEN] = [0.0; LEVELS];
        logs
    }

    /// Learns from the pairs that were looked at; all others are taken for strangers.
    pub(super) fn learn(&mut self, pairs: &[Pair], rows: f64) {
        let all = (rows * (rows - 1.0) / 2.0).max(1.0);
        for _ in 0..ROUNDS {
            let logs = self.logs();
            let mut person = [[0.0_f64; LEVELS]; FIELDS];
            let mut household = [[0.0_f64; LEVELS]; FIELDS];
            let mut totals = [0.0_f64; 2];
            for pair in pairs {
                let kinds = logs.kinds(pair);
                totals[0] += kinds.person;
                totals[1] += kinds.household;
                for (field, level) in pair.levels.0.iter().enumerate() {
                    person[field][usize::from(*level)] += kinds.person;
                    household[field][usize::from(*level)] += kinds.household;
                }
            }
            self.person = settle(&person, &self.begun[0]);
            for part in [SURNAME, GIVEN] {
                for (level, least) in MISSPELLED {
                    let chance = &mut self.person[part][usize::from(level)];
                    *chance = chance.max(least);
                }
            }
            self.household = settle(&household, &self.begun[1]);
            self.shares = [(totals[0] + 0.5) / all, (totals[1].max(totals[0] * HOUSEHOLDS) + 0.5) / all];
        }
    }
}

/// Chances from counts and beginnings.
fn settle(counts: &Chances, beginnings: &Chances) -> Chances {
    let mut chances = *beginnings;
    for (chances, counts) in chances.iter_mut().zip(counts) {
        let total: f64 = counts.iter().skip(1).sum();
        for (chance, count) in chances.iter_mut().zip(counts).skip(1) {
            *chance = (count + PRIOR_PAIRS * *chance) / (total + PRIOR_PAIRS);
        }
    }
    chances
}

impl Logs {
    /// How likely the kinds are for a pair.
    pub(super) fn kinds(&self, pair: &Pair) -> Kinds {
        let (mut person, mut household) = (self.shares[0], self.shares[1] + f64::from(pair.given));
        for (field, level) in pair.levels.0.iter().enumerate() {
            person += self.person[field][usize::from(*level)];
            household += self.household[field][usize::from(*level)];
        }
        if pair.levels.0[GIVEN] == name::SAME {
            household += libm::log(SAME_GIVEN_IN_HOUSEHOLD);
        }
        let strangers = f64::from(pair.strangers);
        let most = person.max(household).max(strangers);
        let (person, household, strangers) =
            (libm::exp(person - most), libm::exp(household - most), libm::exp(strangers - most));
        let all = person + household + strangers;
        Kinds { person: person / all, household: household / all }
    }

    /// Natural logarithm of the odds of one person against strangers, before households are thought of.
    pub(super) fn against_strangers(&self, pair: &Pair) -> f64 {
        let levels = pair.levels.0.iter().enumerate();
        let person =
            levels.fold(self.shares[0], |sum, (field, level)| sum + self.person[field][usize::from(*level)]);
        person - f64::from(pair.strangers)
    }

    /// How much likelier the levels of each field are for one person than for strangers, in bits.
    pub(super) fn bits(&self, levels: Levels, strangers: [f64; FIELDS]) -> [f64; FIELDS] {
        let mut bits = [0.0; FIELDS];
        for (field, bits) in bits.iter_mut().enumerate() {
            *bits = (self.person[field][usize::from(levels.0[field])] - strangers[field])
                / std::f64::consts::LN_2;
        }
        bits
    }
}

impl Logs {
    /// Chances of a level of a field for one person, and for a household where it has its own.
    pub(super) fn chances(&self, field: usize, level: usize) -> (f64, Option<f64>) {
        let household = (field != GIVEN).then(|| libm::exp(self.household[field][level]));
        (libm::exp(self.person[field][level]), household)
    }
}
