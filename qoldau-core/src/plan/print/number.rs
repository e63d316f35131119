//! Numbers with their comparators.

use super::{KAZAKH, Voice};
use crate::language::Language;
use crate::language::numeral::{PERCENT_SUFFIXES, Suffixes, suffixes_of};
use crate::plan::Bound;
use crate::value::Amount;
use crate::value::share::thirds;

/// A number or a percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Figure {
    pub(super) amount: Amount,
    pub(super) percent: bool,
}

impl Figure {
    /// In digits with its percent sign; a third in words, for nobody writes its digits. A fraction of exactly three digits gets a fourth, because "1.125" would be
    /// read as thousands.
    pub(super) fn digits(self, voice: Voice) -> String {
        if let Some(thirds) = self.thirds() {
            return in_words(thirds, voice.language).into();
        }
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

    /// How many thirds a percent is that was promised as such.
    fn thirds(self) -> Option<u32> {
        if self.percent { thirds(self.amount) } else { None }
    }

    /// The Kazakh suffixes, by the word it is spoken with last.
    fn suffixes(self) -> Suffixes {
        if self.percent { PERCENT_SUFFIXES } else { suffixes_of(self.amount) }
    }

    /// «80%-дан», «үштен бірден».
    pub(super) fn ablative(self) -> String {
        if self.thirds().is_some() {
            return format!("{}ден", self.digits(KAZAKH));
        }
        format!("{}-{}", self.digits(KAZAKH), self.suffixes().ablative)
    }

    /// «80%-ға», «үштен бірге».
    pub(super) fn dative(self) -> String {
        if self.thirds().is_some() {
            return format!("{}ге", self.digits(KAZAKH));
        }
        format!("{}-{}", self.digits(KAZAKH), self.suffixes().dative)
    }

    /// With a comparator.
    pub(super) fn bounded(self, bound: Bound, up_to: Option<Amount>, voice: Voice) -> String {
        match voice.language {
            Language::Russian if self.thirds().is_some() && up_to.is_none() => {
                self.russian_thirds(bound, voice)
            }
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
            Bound::About if self.thirds().is_some() => format!("шамамен {}", self.digits(KAZAKH)),
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

    /// «Не менее двух третей»: a share in words takes the genitive of its comparator.
    fn russian_thirds(self, bound: Bound, voice: Voice) -> String {
        let genitive = if self.thirds() == Some(2) { "двух третей" } else { "трети" };
        match russian_comparator(bound) {
            "" => self.digits(voice),
            comparator => format!("{comparator} {genitive}"),
        }
    }
}

/// A third or two thirds in words.
const fn in_words(thirds: u32, language: Language) -> &'static str {
    let two = thirds == 2;
    match language {
        Language::Kazakh if two => "үштен екі",
        Language::Kazakh => "үштен бір",
        Language::Russian if two => "две трети",
        Language::Russian => "треть",
        Language::English if two => "two thirds",
        Language::English => "one third",
    }
}

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
