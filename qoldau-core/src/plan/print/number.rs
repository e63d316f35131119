//! Numbers with their comparators.

use super::{KAZAKH, Voice};
use crate::language::Language;
use crate::language::numeral::{PERCENT_SUFFIXES, Suffixes, suffixes_of};
use crate::plan::Bound;
use crate::plan::grammar::thirds;
use crate::value::Amount;

/// A number or a percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Figure {
    pub(super) amount: Amount,
    pub(super) percent: bool,
}

impl Figure {
    /// In digits with its percent sign. A fraction of exactly three digits gets a fourth, because "1.125" would be
    /// read as thousands.
    pub(super) fn digits(self, voice: Voice) -> String {
        let voice = if self.percent { voice.of_percents() } else { voice };
        let mut text = voice.amount(self.amount);
        let three = text.rsplit_once([',', '.']).is_some_and(|(_, fraction)| fraction.len() == 3);
        if three && !text.starts_with('0') && !self.percent && self.amount < Amount::from(1_000) {
            text.push('0');
        }
        match (self.percent, voice.language) {
            (false, _) => text,
            (true, Language::Russian) => format!("{text}\u{a0}%"),
            (true, _) => format!("{text}%"),
        }
    }

    /// The Kazakh suffixes, by the word it is spoken with last.
    fn suffixes(self) -> Suffixes {
        if self.percent { PERCENT_SUFFIXES } else { suffixes_of(self.amount) }
    }

    /// «80%-дан».
    pub(super) fn ablative(self) -> String {
        format!("{}-{}", self.digits(KAZAKH), self.suffixes().ablative)
    }

    /// «80%-ға».
    pub(super) fn dative(self) -> String {
        format!("{}-{}", self.digits(KAZAKH), self.suffixes().dative)
    }

    /// With a comparator.
    pub(super) fn bounded(self, bound: Bound, up_to: Option<Amount>, voice: Voice) -> String {
        if let Some(words) = self.in_thirds(bound, voice) {
            return words;
        }
        match voice.language {
            Language::Kazakh => self.kazakh(bound, up_to),
            Language::Russian => self.prefixed(russian_comparator(bound), up_to, voice),
            Language::English => self.prefixed(english_comparator(bound), up_to, voice),
        }
    }

    fn kazakh(self, bound: Bound, up_to: Option<Amount>) -> String {
        match bound {
            Bound::AtLeast => format!("кемінде {}", self.digits(KAZAKH)),
            Bound::MoreThan => format!("{} астам", self.ablative()),
            Bound::AtMost => format!("{} аспайды", self.ablative()),
            Bound::LessThan => format!("{} кем", self.ablative()),
            Bound::About => format!("{} жуық", self.dative()),
            Bound::Plain | Bound::Between => self.prefixed("", up_to, KAZAKH),
        }
    }

    /// The comparator, the number, and the upper end of a range.
    fn prefixed(self, comparator: &str, up_to: Option<Amount>, voice: Voice) -> String {
        let mut text = String::from(comparator);
        if !text.is_empty() {
            text.push(' ');
        }
        match up_to {
            None => text.push_str(&self.digits(voice)),
            Some(high) => {
                // The percent sign stands once: "70–80%".
                let bare = if self.percent { voice.of_percents() } else { voice };
                text.push_str(&Figure { percent: false, ..self }.digits(bare));
                text.push('–');
                text.push_str(&Figure { amount: high, ..self }.digits(voice));
            }
        }
        text
    }

    /// A share of a third or two thirds is said in words: nobody writes its digits.
    fn in_thirds(self, bound: Bound, voice: Voice) -> Option<String> {
        if !self.percent || bound == Bound::Between {
            return None;
        }
        let exact = match bound {
            Bound::MoreThan | Bound::AtMost => self.amount.checked_sub(LAST_DIGIT.parse().ok()?)?,
            _ => self.amount,
        };
        let two = thirds(exact)? == 2;
        Some(match voice.language {
            Language::Kazakh => {
                let share = if two { "үштен екі" } else { "үштен бір" };
                match bound {
                    Bound::AtLeast => format!("кемінде {share}"),
                    Bound::MoreThan => format!("{share}ден астам"),
                    Bound::AtMost => format!("{share}ден аспайды"),
                    Bound::LessThan => format!("{share}ден кем"),
                    Bound::About => format!("шамамен {share}"),
                    Bound::Plain | Bound::Between => share.into(),
                }
            }
            Language::Russian => {
                let (plain, genitive) = if two {
                    ("две трети", "двух третей")
                } else {
                    ("треть", "трети")
                };
                match russian_comparator(bound) {
                    "" => plain.into(),
                    comparator => format!("{comparator} {genitive}"),
                }
            }
            Language::English => {
                let share = if two { "two thirds" } else { "one third" };
                match english_comparator(bound) {
                    "" => share.into(),
                    comparator => format!("{comparator} {share}"),
                }
            }
        })
    }
}

/// The last of 28 digits of a third.
const LAST_DIGIT: &str = "0.00000000000000000000000001";

pub(super) const fn russian_comparator(bound: Bound) -> &'static str {
    match bound {
        Bound::AtLeast => "не менее",
        Bound::MoreThan => "более",
        Bound::AtMost => "не более",
        Bound::LessThan => "менее",
        Bound::About => "около",
        Bound::Plain | Bound::Between => "",
    }
}

pub(super) const fn english_comparator(bound: Bound) -> &'static str {
    match bound {
        Bound::AtLeast => "at least",
        Bound::MoreThan => "more than",
        Bound::AtMost => "at most",
        Bound::LessThan => "less than",
        Bound::About => "about",
        Bound::Plain | Bound::Between => "",
    }
}
