//! What each target of a line counts: what its unit names, else what its line does.

mod people;

pub(crate) use self::people::{is_initials_of, is_no_person};
use self::people::{is_people, is_session};
use super::recognise::{is_russian_adjective, read_kind, stands_before_nouns};
use super::unit::is_plain;
use super::{
    Accumulation, Indicator, IndicatorKind, Target, TargetRule, UnitCode, UnitWord, accumulation_of,
};

use IndicatorKind as K;

/// What a target counts, and whether the words leave that open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Counted {
    /// What it counts.
    pub(crate) kind: IndicatorKind,
    /// What nobody can tell by the words.
    pub(crate) doubt: Option<Doubt>,
}

/// What the words of a target leave open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// Its unit is of something that no facts are counted for: only a number that names the target is its figure.
    ByHand,
    /// Its unit names something else than the line does, and it is counted as the line's.
    AsNamed,
}

/// What a unit names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Named {
    /// A kind of its own.
    Kind(IndicatorKind),
    /// Whatever the line is of: pieces, times, an adjective alone.
    Whatever,
    /// Time or money, which no fact but a number tells.
    Measure,
    /// Something that belongs to an event and is none.
    Within,
    /// Places, and words that are not known.
    Unknown,
}

impl Indicator {
    /// What a target of the line counts: «1 форум, 200 участников» are events and people.
    pub(crate) fn kind_of(&self, target: &Target) -> IndicatorKind {
        self.counted(target).kind
    }

    /// What the targets of the line count, and what the line itself does.
    pub(crate) fn kinds(&self) -> impl Iterator<Item = IndicatorKind> {
        self.targets.iter().map(|target| self.kind_of(target)).chain([self.kind])
    }

    /// How the readings of a target come together.
    pub(crate) fn accumulation_of(&self, kind: IndicatorKind) -> Accumulation {
        if kind == self.kind { self.accumulation } else { accumulation_of(kind) }
    }

    /// What a target of the line counts, and whether the words leave that open.
    pub(crate) fn counted(&self, target: &Target) -> Counted {
        let own = self.kind;
        let sure = |kind| Counted { kind, doubt: None };
        let number = matches!(target.rule, TargetRule::Number { .. } | TargetRule::Change { .. });
        let Some(unit) = target.unit.as_ref().filter(|_| number && !self.asks_for_share(target)) else {
            return sure(own);
        };
        let by_hand = Counted { kind: K::Other, doubt: Some(Doubt::ByHand) };
        let as_named = Counted { kind: own, doubt: Some(Doubt::AsNamed) };
        // Twenty teams are shown by no list of sixty people.
        if own == K::Participants && is_no_person(unit) {
            return by_hand;
        }
        match named(unit) {
            Named::Kind(kind) if kind == own => sure(own),
            // Those who answer are the survey's own number, whatever stands beside them.
            Named::Kind(K::Participants) if own == K::Survey => sure(own),
            Named::Kind(kind) if self.has_other(target, own) => sure(kind),
            Named::Kind(kind) if widens(own, kind, unit) => sure(own),
            Named::Kind(kind) if self.targets.len() == 1 && contradicts(own, kind) => as_named,
            Named::Kind(kind) => sure(kind),
            Named::Measure if is_counted_alone(own) => by_hand,
            Named::Within if counts_events(own) => by_hand,
            Named::Unknown if counts_events(own) && is_session(&unit.text) => sure(own),
            // «Мастер-классы: 6 МК».
            Named::Unknown if is_initials_of(&unit.text, &self.name) => sure(own),
            // «Сувенирная продукция»: 100 ручек, 100 блокнотов.
            Named::Unknown if own == K::Material && !is_no_person(unit) => sure(own),
            Named::Unknown | Named::Within if is_counted_alone(own) && self.has_other(target, own) => by_hand,
            Named::Unknown if counts_events(own) => as_named,
            Named::Whatever | Named::Measure | Named::Within | Named::Unknown => sure(own),
        }
    }

    /// Whether another target of the line is of what the line itself counts; of outreach any other is.
    fn has_other(&self, target: &Target, own: IndicatorKind) -> bool {
        let is_own = |other: &Target| {
            let unit = other.unit.as_ref().map(named);
            own == K::Outreach
                || matches!(unit, None | Some(Named::Whatever))
                || unit == Some(Named::Kind(own))
        };
        self.targets.len() > 1 && self.targets.iter().any(|other| other.id != target.id && is_own(other))
    }
}

/// Whether a line counts events that are held.
pub(crate) const fn counts_events(kind: IndicatorKind) -> bool {
    matches!(kind, K::Event | K::FocusGroup | K::Presentation)
}

/// Whether facts are counted for a kind that are no numbers somebody recorded of it, or are those of people.
const fn is_counted_alone(kind: IndicatorKind) -> bool {
    kind.counts_artefacts() || counts_events(kind) || matches!(kind, K::Survey | K::Participants)
}

fn named(unit: &UnitWord) -> Named {
    use UnitCode as U;
    let kind = match unit.code {
        U::Person | U::Volunteer | U::PersonOrOrganisation => K::Participants,
        U::Organisation => K::Organisation,
        U::Event => K::Event,
        U::FocusGroup => K::FocusGroup,
        U::Post => K::Post,
        U::Publication => K::Publication,
        U::Letter => K::Letter,
        U::List => K::List,
        U::Document => K::Document,
        U::Act => K::Act,
        U::Photo => K::Photo,
        U::Video => K::Video,
        U::Material | U::Copy => K::Material,
        // «20 шт. сертификатов» are certificates.
        U::Piece | U::Set if !is_plain(unit) => return by_words(&unit.text),
        U::Piece | U::Set | U::Time => return Named::Whatever,
        U::Hour | U::Day | U::WorkingDay | U::Month | U::YearOfAge | U::Tenge | U::PrintedSheet => {
            return Named::Measure;
        }
        U::Nomination | U::Grant | U::Project => return Named::Within,
        U::Audio | U::Settlement | U::City | U::District => return Named::Unknown,
        U::Other => return by_words(&unit.text),
    };
    Named::Kind(kind)
}

/// What words that are no unit of their own name: «вебинаров» are events, «спорттық» says nothing of its own.
fn by_words(text: &str) -> Named {
    match read_kind(text) {
        K::Other if is_people(text) => Named::Kind(K::Participants),
        K::Other if is_adjective(text) => Named::Whatever,
        K::Other => Named::Unknown,
        kind => Named::Kind(kind),
    }
}

fn is_adjective(text: &str) -> bool {
    use super::grammar::token::{Numbers, tokens};
    const KAZAKH: [&str; 6] = ["лық", "лік", "дық", "дік", "тық", "тік"];
    // «5 секций», «10 пособий»: nouns that end as an adjective does, but for what stands behind one.
    const SINGULAR: [&str; 8] = ["кий", "гий", "хий", "жий", "чий", "ший", "щий", "тний"];
    let list = tokens(text, Numbers::Plain);
    list.iter().filter(|token| token.is_word()).all(|token| {
        let ends = |all: &[&str]| token.spellings().any(|word| all.iter().any(|end| word.ends_with(end)));
        let noun = ends(&["ий"]) && (!ends(&SINGULAR) || ends(&["ргий", "егий", "огий", "фий"]));
        ends(&KAZAKH) || stands_before_nouns(token) || is_russian_adjective(token) && !noun
    })
}

/// Whether a unit is only a wider word for what its line counts: «3 материала» of publications, «100 человек» of supports.
fn widens(own: IndicatorKind, unit: IndicatorKind, word: &UnitWord) -> bool {
    let plain = || word.code == UnitCode::PersonOrOrganisation || is_plain(word);
    match unit {
        K::Participants => match own {
            K::Support | K::Satisfaction | K::Survey | K::Other => true,
            // «2 специалиста» of those who are engaged, and not of those who came.
            K::Specialist => plain() || read_kind(&word.text) == K::Specialist,
            K::Organisation => plain(),
            _ => false,
        },
        K::Organisation => {
            matches!(
                own,
                K::Participants | K::Support | K::Satisfaction | K::Survey | K::Specialist | K::Other
            )
        }
        K::Specialist => matches!(own, K::Support | K::Satisfaction | K::Survey | K::Participants | K::Other),
        K::Document => own.is_document() || matches!(own, K::Letter | K::Material),
        K::Material if word.code == UnitCode::Copy => own.counts_artefacts() || own == K::Asset,
        K::Material => match own {
            K::Publication | K::Post | K::Announcement | K::Video | K::Photo | K::LiveStream => plain(),
            _ => own == K::Asset,
        },
        K::Publication => matches!(own, K::Post | K::Announcement) && plain(),
        K::Announcement => own == K::Post,
        K::Video => own == K::LiveStream,
        K::Event => matches!(own, K::FocusGroup | K::Presentation),
        // Words that name these stand beside things of the same name too widely to say more than the line does.
        K::Support | K::Asset | K::Satisfaction | K::Outreach | K::Survey => own != K::Event,
        _ => false,
    }
}

/// Whether a unit and the name of its line are of things that are no one thing: photos of five events, a letter to ten
/// organisations. A list of so many people is of the people.
const fn contradicts(own: IndicatorKind, unit: IndicatorKind) -> bool {
    match unit {
        K::Participants | K::Organisation | K::Specialist => {
            own.counts_artefacts() && !matches!(own, K::List | K::Journal | K::Outreach)
        }
        K::Event | K::FocusGroup | K::Presentation => {
            !counts_events(own) && !matches!(own, K::Outreach | K::Other)
        }
        _ => false,
    }
}
