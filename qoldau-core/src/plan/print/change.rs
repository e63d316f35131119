//! Changes in words: "increase by 20%", «53-тен 63-ке дейін арттыру».

use super::number::{Figure, english_comparator, russian_comparator};
use super::{KAZAKH, Voice};
use crate::language::Language;
use crate::plan::unit::{Governed, is_plain, noun};
use crate::plan::{Bound, ChangeBy, UnitCode, UnitWord};
use crate::value::Amount;

/// A change as a rule holds it, its sign apart.
#[derive(Debug, Clone, Copy)]
pub(super) struct Change<'t> {
    bound: Bound,
    from: Option<Amount>,
    /// How much, without its sign.
    size: Amount,
    by: ChangeBy,
    falls: bool,
    /// The value it ends at, where the start is known and the measure is the value's own.
    to: Option<Amount>,
    unit: Option<&'t UnitWord>,
}

impl<'t> Change<'t> {
    pub(super) fn new(
        (bound, from): (Bound, Option<Amount>),
        amount: Amount,
        by: ChangeBy,
        unit: Option<&'t UnitWord>,
    ) -> Self {
        let falls = amount.is_negative();
        let size = if falls { Amount::ZERO.checked_sub(amount).unwrap_or(amount) } else { amount };
        let same = matches!(by, ChangeBy::Amount | ChangeBy::Points);
        let to =
            from.filter(|_| same).and_then(|from| from.checked_add(amount)).filter(|to| !to.is_negative());
        Self { bound, from, size, by, falls, to, unit }
    }

    /// Whether the printed words name the unit after the number; otherwise it stands before a colon.
    pub(super) fn takes_unit(&self, voice: Voice) -> bool {
        // "Increase by 5 times" would be a factor, and words of the contract could be read as part of the change.
        let plain = |unit: &&UnitWord| is_plain(unit) && unit.code != UnitCode::Time;
        voice.language != Language::Kazakh
            && self.by == ChangeBy::Amount
            && self.unit.is_some_and(|unit| plain(&unit))
    }

    pub(super) fn print(&self, voice: Voice) -> String {
        match voice.language {
            Language::Kazakh => self.kazakh(),
            Language::Russian => self.russian(voice),
            Language::English => self.english(voice),
        }
    }

    fn figure(&self, amount: Amount) -> Figure {
        Figure { amount, percent: self.by == ChangeBy::Points }
    }

    fn size_figure(&self) -> Figure {
        Figure { amount: self.size, percent: self.by == ChangeBy::Percent }
    }

    fn kazakh(&self) -> String {
        let verb = if self.falls { "азайту" } else { "арттыру" };
        let from = self.from.map(|from| format!("{} ", self.figure(from).ablative())).unwrap_or_default();
        if let Some(to) = self.to {
            return format!("{from}{} дейін {verb}", kazakh_aim(self.figure(to), self.bound));
        }
        let size = match self.by {
            ChangeBy::Amount | ChangeBy::Percent => kazakh_aim(self.size_figure(), self.bound),
            ChangeBy::Points => kazakh_words(self.size, self.bound, POINTS),
            ChangeBy::Times => kazakh_words(self.size, self.bound, TIMES),
        };
        format!("{from}{size} {verb}")
    }

    fn russian(&self, voice: Voice) -> String {
        let verb = if self.falls { "снижение" } else { "рост" };
        let from = self.from.map(|from| format!(" с {}", self.figure(from).digits(voice)));
        let from = from.unwrap_or_default();
        let than = match russian_comparator(self.bound) {
            "" => String::new(),
            comparator @ "около" => format!(" {comparator}"),
            comparator => format!(" {comparator} чем"),
        };
        if let Some(to) = self.to {
            let figure = self.figure(to).digits(voice);
            return format!("{verb}{from} до{than} {figure}{}", self.noun(to, Governed::Genitive, voice));
        }
        let digits = self.size_figure().digits(voice);
        match self.by {
            ChangeBy::Amount => {
                let noun = self.noun(self.size, Governed::Accusative, voice);
                format!("{verb}{from}{than} на {digits}{noun}")
            }
            ChangeBy::Percent => format!("{verb}{from}{than} на {digits}"),
            ChangeBy::Points => format!("{verb}{from}{than} на {digits} п.п."),
            ChangeBy::Times => {
                let times = noun(UnitCode::Time, self.size, Governed::Count, voice.language);
                format!("{verb}{from}{than} в {digits} {times}")
            }
        }
    }

    fn english(&self, voice: Voice) -> String {
        let verb = if self.falls { "decrease" } else { "increase" };
        let from = self.from.map(|from| format!(" from {}", self.figure(from).digits(voice)));
        let from = from.unwrap_or_default();
        let than = match english_comparator(self.bound) {
            "" => String::new(),
            comparator => format!(" {comparator}"),
        };
        if let Some(to) = self.to {
            let figure = self.figure(to).digits(voice);
            return format!("{verb}{from} to{than} {figure}{}", self.noun(to, Governed::Count, voice));
        }
        let voice = if self.by == ChangeBy::Points { voice.of_percents() } else { voice };
        let digits = self.size_figure().digits(voice);
        let tail = match self.by {
            ChangeBy::Amount => self.noun(self.size, Governed::Count, voice),
            ChangeBy::Percent => String::new(),
            ChangeBy::Points => " percentage points".into(),
            ChangeBy::Times => " times".into(),
        };
        format!("{verb}{from} by{than} {digits}{tail}")
    }

    /// The unit after a number, with a space before it.
    fn noun(&self, amount: Amount, governed: Governed, voice: Voice) -> String {
        match self.unit.filter(|_| self.takes_unit(voice)) {
            None => String::new(),
            Some(unit) => format!(" {}", noun(unit.code, amount, governed, voice.language)),
        }
    }
}

/// A number as the aim of a Kazakh verb: «кемінде 20-ға», «20-дан астамға».
fn kazakh_aim(figure: Figure, bound: Bound) -> String {
    match bound {
        Bound::AtLeast => format!("кемінде {}", figure.dative()),
        Bound::AtMost => format!("ең көбі {}", figure.dative()),
        Bound::About => format!("шамамен {}", figure.dative()),
        Bound::MoreThan => format!("{} астамға", figure.ablative()),
        Bound::LessThan => format!("{} кемге", figure.ablative()),
        Bound::Plain | Bound::Between => figure.dative(),
    }
}

/// A word after a number: as an aim, and the two that are more and less than an aim.
type Aim = [&'static str; 3];
const POINTS: Aim = ["пайыздық тармаққа", "пайыздық тармақтан астамға", "пайыздық тармақтан кемге"];
const TIMES: Aim = ["есе", "еседен астам", "еседен кем"];

/// A number with a word that takes the suffix in its place: «кемінде 3 есе», «3 еседен астам».
fn kazakh_words(amount: Amount, bound: Bound, [aim, more, less]: Aim) -> String {
    let digits = Figure { amount, percent: false }.digits(KAZAKH);
    match bound {
        Bound::AtLeast => format!("кемінде {digits} {aim}"),
        Bound::AtMost => format!("ең көбі {digits} {aim}"),
        Bound::About => format!("шамамен {digits} {aim}"),
        Bound::MoreThan => format!("{digits} {more}"),
        Bound::LessThan => format!("{digits} {less}"),
        Bound::Plain | Bound::Between => format!("{digits} {aim}"),
    }
}
