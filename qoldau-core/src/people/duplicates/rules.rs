//! Match rules as data, and what people decided.

use qoldau_derive::Decode;
use serde::Serialize;

use super::evidence::{MatchField, PairVerdict};
use super::prepare::{NONE, Prepared, Row};
use crate::value::Id;

/// A rule that settles pairs by itself: where all fields of `agree` are known of both rows and the same, and all of `differ` are known and
/// different.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct MatchRule {
    /// Its id.
    pub id: Id,
    /// Fields that have to be the same. At least one where the verdict is `same`.
    #[serde(default)]
    pub agree: Vec<MatchField>,
    /// Fields that have to be different.
    #[serde(default)]
    pub differ: Vec<MatchField>,
    /// What the pair then is; `unsure` takes it out of what is joined by comparison.
    pub verdict: PairVerdict,
}

/// What somebody decided of two rows. It goes before every rule and every comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Decode)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct PairDecision {
    /// A row.
    pub one: Id,
    /// Another row.
    pub other: Id,
    /// What they are.
    pub verdict: PairVerdict,
}

/// Why a rule can settle nothing on the data given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub enum RuleSilence {
    /// Fewer than two rows have the field.
    FieldEmpty {
        /// The field.
        field: MatchField,
    },
    /// No field has to agree, so that it would hold for nearly all pairs: such a rule is not taken.
    NothingAgrees {},
    /// A field has to agree and to differ.
    Contradiction {
        /// The field.
        field: MatchField,
    },
}

/// What came of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "tsify", derive(tsify::Tsify))]
pub struct RuleUse {
    /// The rule.
    pub rule: Id,
    /// How many pairs it settled.
    pub pairs: u32,
    /// Why it can settle nothing, where that is so.
    pub silent: Option<RuleSilence>,
}

/// The value of a field as a number to compare; 0 where it is missing.
pub(super) fn value(row: &Row, field: MatchField) -> u64 {
    let date = |row: &Row| (u64::from(row.year) << 16) | (u64::from(row.month) << 8) | u64::from(row.day);
    match field {
        MatchField::Surname => row.surname.into(),
        MatchField::GivenName => row.given_fine.into(),
        MatchField::Patronymic => row.patronymic.into(),
        MatchField::NameEnding => row.sex.into(),
        MatchField::Birth => {
            if row.day == 0 {
                0
            } else {
                date(row)
            }
        }
        MatchField::Phone => row.phone.into(),
        MatchField::Identifier => {
            if row.iin == NONE {
                u64::from(row.email) << 32
            } else {
                row.iin.into()
            }
        }
        MatchField::Place => row.place.into(),
        MatchField::Iin => row.iin.into(),
        MatchField::Email => row.email.into(),
        MatchField::Settlement => row.settlement.into(),
        MatchField::Organisation => row.organisation.into(),
        MatchField::List => row.list.into(),
    }
}

impl MatchRule {
    /// Why the rule can settle nothing here.
    pub(super) fn silence(&self, prepared: &Prepared) -> Option<RuleSilence> {
        if self.agree.is_empty() {
            return Some(RuleSilence::NothingAgrees {});
        }
        if let Some(field) = self.agree.iter().find(|field| self.differ.contains(field)) {
            return Some(RuleSilence::Contradiction { field: *field });
        }
        let filled =
            |field: MatchField| prepared.rows.iter().filter(|row| value(row, field) != 0).take(2).count();
        self.agree
            .iter()
            .chain(&self.differ)
            .find(|field| filled(**field) < 2)
            .map(|field| RuleSilence::FieldEmpty { field: *field })
    }

    /// Whether the rule holds for two rows.
    pub(super) fn holds(&self, one: &Row, other: &Row) -> bool {
        let both = |field: &MatchField| (value(one, *field), value(other, *field));
        let agree = |field: &MatchField| {
            let (one, other) = both(field);
            one != 0 && one == other
        };
        let differ = |field: &MatchField| {
            // Names differ where no spelling makes them one.
            let (one, other) = match field {
                MatchField::GivenName => (one.given.into(), other.given.into()),
                field => both(field),
            };
            one != 0 && other != 0 && one != other
        };
        self.agree.iter().all(agree) && self.differ.iter().all(differ)
    }

    /// The pairs that the rule settles, each once, the lower row first. Of a group of rows that agree, every row is
    /// paired with the next that the rule holds for: the rest follows by joining.
    pub(super) fn pairs(&self, prepared: &Prepared) -> Vec<(u32, u32)> {
        let keyed = |row: &Row| {
            let key: Vec<u64> = self.agree.iter().map(|field| value(row, *field)).collect();
            key.iter().all(|value| *value != 0).then_some(key)
        };
        let mut rows: Vec<(Vec<u64>, u32)> =
            (0_u32..).zip(&prepared.rows).filter_map(|(number, row)| Some((keyed(row)?, number))).collect();
        rows.sort_unstable();
        let mut pairs = Vec::new();
        for group in rows.chunk_by(|one, other| one.0 == other.0) {
            for (place, (_, one)) in group.iter().enumerate() {
                let later = group.iter().skip(place).skip(1).take(MOST_LOOKED_AT);
                let row = |number: u32| prepared.rows.get(super::prepare::at(number));
                let holds =
                    |other: u32| row(*one).zip(row(other)).is_some_and(|(one, other)| self.holds(one, other));
                pairs.extend(
                    later.map(|(_, other)| *other).find(|other| holds(*other)).map(|other| (*one, other)),
                );
            }
        }
        pairs
    }
}

/// How many rows of a group that agrees a row is held against.
const MOST_LOOKED_AT: usize = 64;
