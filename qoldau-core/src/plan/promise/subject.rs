//! What a promised number counts, by the noun beside it.

#![expect(
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::panic,
    reason = "the table of beginnings is made when the crate is built: a fault in it is a fault of the build"
)]

use crate::plan::{IndicatorKind, UnitCode};

/// What a promise or a line counts, as far as one can be held against the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Subject {
    /// People.
    Person,
    /// Consultations and other support given.
    Support,
    /// Events.
    Event,
    /// Focus groups.
    FocusGroup,
    /// Organisations and initiative groups.
    Organisation,
    /// Nominations of a prize.
    Nomination,
    /// Posts and announcements.
    Post,
    /// Articles.
    Publication,
    /// Letters.
    Letter,
    /// Photographs.
    Photo,
    /// Videos.
    Video,
    /// Anything else.
    Unknown,
}

/// What the noun beside a number says of it.
pub(super) enum Noun {
    /// It names what is counted.
    Of(Subject),
    /// It makes the number a time, an age or a sum of money, which is no promise of a line.
    Measure,
}

/// Beginnings of nouns, the longer before the shorter. Kazakh, Russian, English.
const NOUNS: &[(&str, Subject)] = &[
    // Adjectives that begin like a noun of people say nothing of the number.
    ("іс-шара", Subject::Event),
    ("шара", Subject::Event),
    ("тренинг", Subject::Event),
    ("семинар", Subject::Event),
    ("кездесу", Subject::Event),
    ("мероприят", Subject::Event),
    ("событи", Subject::Event),
    ("встреч", Subject::Event),
    ("акци", Subject::Event),
    ("event", Subject::Event),
    ("training", Subject::Event),
    ("meeting", Subject::Event),
    ("фокус", Subject::FocusGroup),
    ("focus", Subject::FocusGroup),
    ("қолдау", Subject::Support),
    ("консультация", Subject::Support),
    ("консультаци", Subject::Support),
    ("кеңес", Subject::Support),
    ("поддерж", Subject::Support),
    ("support", Subject::Support),
    ("consultation", Subject::Support),
    ("адам", Subject::Person),
    ("оқушы", Subject::Person),
    ("студент", Subject::Person),
    ("волонтер", Subject::Person),
    ("волонтёр", Subject::Person),
    ("қатысушы", Subject::Person),
    ("тыңдаушы", Subject::Person),
    ("жасөспірім", Subject::Person),
    ("жастар", Subject::Person),
    ("тұрғын", Subject::Person),
    ("азамат", Subject::Person),
    ("бала", Subject::Person),
    ("человек", Subject::Person),
    ("чел", Subject::Person),
    ("участник", Subject::Person),
    ("школьник", Subject::Person),
    ("ученик", Subject::Person),
    ("учащи", Subject::Person),
    ("подрост", Subject::Person),
    ("молод", Subject::Person),
    ("жител", Subject::Person),
    ("person", Subject::Person),
    ("people", Subject::Person),
    ("participant", Subject::Person),
    ("student", Subject::Person),
    ("pupil", Subject::Person),
    ("volunteer", Subject::Person),
    ("топтар", Subject::Organisation),
    ("топқа", Subject::Organisation),
    ("топты", Subject::Organisation),
    ("ұйым", Subject::Organisation),
    ("бірлестік", Subject::Organisation),
    ("үеұ", Subject::Organisation),
    ("организаци", Subject::Organisation),
    ("групп", Subject::Organisation),
    ("нпо", Subject::Organisation),
    ("organisation", Subject::Organisation),
    ("organization", Subject::Organisation),
    ("group", Subject::Organisation),
    ("ngo", Subject::Organisation),
    ("аталым", Subject::Nomination),
    ("номинаци", Subject::Nomination),
    ("nomination", Subject::Nomination),
    ("пост", Subject::Post),
    ("post", Subject::Post),
    ("жарияланым", Subject::Publication),
    ("публикаци", Subject::Publication),
    ("publication", Subject::Publication),
    ("хат", Subject::Letter),
    ("письм", Subject::Letter),
    ("писем", Subject::Letter),
    ("letter", Subject::Letter),
    ("фото", Subject::Photo),
    ("photo", Subject::Photo),
    ("видео", Subject::Video),
    ("бейне", Subject::Video),
    ("video", Subject::Video),
];

/// Words that begin like one of [`NOUNS`] and mean something else: adjectives, verbs, "permanent".
const NOT_NOUNS: &[&str] = &[
    "волонтерлік",
    "волонтёрск",
    "волонтерск",
    "студенттік",
    "студенческ",
    "ұйымдастыр",
    "молодёжн",
    "молодежн",
    "поддержать",
    "поддержив",
    "постоянн",
    "хатшы",
    "хаттама",
];

/// Beginnings of words that make a number a time, an age or money.
const MEASURES: &[&str] = &[
    "жыл",
    "сағат",
    "минут",
    "күн",
    "апта",
    "тоқсан",
    "жас",
    "теңге",
    "тенге",
    "тг",
    "год",
    "лет",
    "час",
    "дн",
    "день",
    "дней",
    "недел",
    "месяц",
    "квартал",
    "руб",
    "hour",
    "minute",
    "day",
    "week",
    "month",
    "quarter",
    "year",
    "tenge",
    "kzt",
];

/// Words of time that are too short to be told by their beginning.
const WHOLE_MEASURES: &[&str] = &["ай", "айда", "айға", "айдан", "айлық", "ж", "г", "гг", "жж"];

/// What a word beside a number says of it, if anything. `word` is folded.
pub(super) fn noun(word: &str) -> Option<Noun> {
    const KNOWN: Beginnings =
        Beginnings::none().and(NOT_NOUNS).and_nouns(NOUNS).and(MEASURES).and(WHOLE_MEASURES);
    if !KNOWN.may_begin(word) && word != "топ" {
        return None;
    }
    // The second byte tells most letters of Cyrillic: most words differ there from most of these.
    let second = word.as_bytes().get(1);
    let starts = |start: &str| start.as_bytes().get(1) == second && word.starts_with(start);
    let begins = |list: &[&str]| list.iter().any(|start| starts(start));
    if begins(NOT_NOUNS) {
        return None;
    }
    if word == "топ" {
        return Some(Noun::Of(Subject::Organisation));
    }
    // Nouns first: «жастар» are people, «жас» alone is an age.
    let of = NOUNS.iter().find(|(start, _)| starts(start)).map(|(_, subject)| Noun::Of(*subject));
    of.or_else(|| (begins(MEASURES) || WHOLE_MEASURES.contains(&word)).then_some(Noun::Measure))
}

/// How words may begin: a bit for the second and the fourth byte of each, which tell two letters of Cyrillic apart. Most
/// words begin like none, which is told without comparing them.
struct Beginnings([u64; 64]);

impl Beginnings {
    const fn none() -> Self {
        Self([0; 64])
    }

    /// With one more.
    const fn with(mut self, start: &str) -> Self {
        let (row, bits) = match start.as_bytes() {
            [_, second, _, fourth, ..] => (*second, 1 << (*fourth & 63)),
            // Any fourth byte may follow.
            [_, second, ..] => (*second, u64::MAX),
            _ => panic!("a beginning of one byte"),
        };
        self.0[(row & 63) as usize] |= bits;
        self
    }

    const fn and(mut self, mut starts: &[&str]) -> Self {
        while let [first, rest @ ..] = starts {
            self = self.with(first);
            starts = rest;
        }
        self
    }

    const fn and_nouns(mut self, mut nouns: &[(&str, Subject)]) -> Self {
        while let [(first, _), rest @ ..] = nouns {
            self = self.with(first);
            nouns = rest;
        }
        self
    }

    /// Whether a word may begin like one of them; one of less than four bytes always may.
    fn may_begin(&self, word: &str) -> bool {
        let [_, second, _, fourth, ..] = word.as_bytes() else { return true };
        self.0.get(usize::from(*second & 63)).is_none_or(|bits| bits >> (*fourth & 63) & 1 == 1)
    }
}

impl Subject {
    /// What a line counts, by its kind and the unit of its target.
    pub(crate) const fn of_line(kind: IndicatorKind, unit: Option<UnitCode>) -> Self {
        match unit {
            Some(UnitCode::Person | UnitCode::Volunteer) => return Self::Person,
            Some(UnitCode::Event) => return Self::Event,
            Some(UnitCode::FocusGroup) => return Self::FocusGroup,
            Some(UnitCode::Organisation) => return Self::Organisation,
            Some(UnitCode::Nomination) => return Self::Nomination,
            Some(UnitCode::Post) => return Self::Post,
            Some(UnitCode::Publication) => return Self::Publication,
            Some(UnitCode::Letter) => return Self::Letter,
            Some(UnitCode::Photo) => return Self::Photo,
            Some(UnitCode::Video) => return Self::Video,
            _ => {}
        }
        match kind {
            IndicatorKind::Participants => Self::Person,
            IndicatorKind::Support => Self::Support,
            IndicatorKind::Event => Self::Event,
            IndicatorKind::FocusGroup => Self::FocusGroup,
            IndicatorKind::Organisation => Self::Organisation,
            IndicatorKind::Post | IndicatorKind::Announcement => Self::Post,
            IndicatorKind::Publication => Self::Publication,
            IndicatorKind::Letter => Self::Letter,
            IndicatorKind::Photo => Self::Photo,
            IndicatorKind::Video => Self::Video,
            _ => Self::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn subject(word: &str) -> Option<Subject> {
        match noun(&crate::value::text::fold(word))? {
            Noun::Of(subject) => Some(subject),
            Noun::Measure => None,
        }
    }

    #[test]
    fn nouns_are_known_in_their_forms() {
        for (word, want) in [
            ("Волонтерді", Subject::Person),
            ("оқушыға", Subject::Person),
            ("іс-шара", Subject::Event),
            ("топтар", Subject::Organisation),
            ("аталым", Subject::Nomination),
            ("номинациям", Subject::Nomination),
            ("қолдау", Subject::Support),
            ("фокус-топтық", Subject::FocusGroup),
            ("жастарды", Subject::Person),
            ("поcтов", Subject::Post),
        ] {
            assert_eq!(subject(word), Some(want), "{word}");
        }
    }

    #[test]
    fn no_known_word_is_passed_over() {
        let known = NOUNS.iter().map(|(start, _)| start).chain(MEASURES).chain(WHOLE_MEASURES);
        for start in known {
            assert!(noun(start).is_some(), "{start}");
        }
        for start in known_with_more_letters() {
            assert!(noun(&start).is_some(), "{start}");
        }
    }

    fn known_with_more_letters() -> impl Iterator<Item = String> {
        let starts = NOUNS.iter().map(|(start, _)| *start).chain(MEASURES.iter().copied());
        starts.map(|start| format!("{start}s"))
    }

    #[test]
    fn adjectives_verbs_and_measures_are_no_subjects() {
        for word in [
            "волонтерлік",
            "ұйымдастыру",
            "спорттық",
            "ақпараттық",
            "сағат",
            "ай",
            "жас",
            "теңге",
            "постоянно",
        ] {
            assert_eq!(subject(word), None, "{word}");
        }
        assert!(matches!(noun("жылғы"), Some(Noun::Measure)));
        assert!(noun("айтыс").is_none());
    }
}
