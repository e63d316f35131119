//! What a line counts, by its name.

use super::{head, words};
use crate::language::pattern::{apart, count, fits};
use crate::plan::grammar::token::{Numbers, Token, tokens};
use crate::plan::grammar::vocabulary::is_one_of;
use crate::plan::{Accumulation, ImpactKind, IndicatorKind, Target, UnitCode};
use crate::value::text::fold;

/// What a line counts, by its name; brackets are left aside. A name without a known word is `other`.
#[must_use]
pub fn read_kind(name: &str) -> IndicatorKind {
    kind_of(tokens(name, Numbers::Plain))
}

/// What a line counts, by the words of its name.
pub(super) fn kind_of(name: Vec<Token>) -> IndicatorKind {
    head::kind(name).unwrap_or(IndicatorKind::Other)
}

/// What a line counts once its targets are read: «сатып алу — 1 тізім» promises a list, whatever is bought.
///
/// Only a thing or an unknown line gives way, and only where the unit of every target names one kind of artefact.
#[must_use]
pub fn kind_by_unit(kind: IndicatorKind, targets: &[Target]) -> IndicatorKind {
    if !matches!(kind, IndicatorKind::Asset | IndicatorKind::Other) {
        return kind;
    }
    let artefact = |target: &Target| match target.unit.as_ref()?.code {
        UnitCode::List => Some(IndicatorKind::List),
        UnitCode::Document => Some(IndicatorKind::Document),
        UnitCode::Act => Some(IndicatorKind::Act),
        UnitCode::Letter => Some(IndicatorKind::Letter),
        UnitCode::Post => Some(IndicatorKind::Post),
        UnitCode::Publication => Some(IndicatorKind::Publication),
        UnitCode::Photo => Some(IndicatorKind::Photo),
        UnitCode::Video => Some(IndicatorKind::Video),
        _ => None,
    };
    let mut kinds = targets.iter().map(artefact);
    match kinds.next().flatten() {
        Some(first) if kinds.all(|other| other == Some(first)) => first,
        _ => kind,
    }
}

/// How the readings of a line of this kind come together.
#[must_use]
pub fn accumulation_of(kind: IndicatorKind) -> Accumulation {
    match kind {
        IndicatorKind::Satisfaction => Accumulation::Ratio,
        IndicatorKind::Page
        | IndicatorKind::Asset
        | IndicatorKind::Specialist
        | IndicatorKind::Organisation => Accumulation::Level,
        _ => Accumulation::Flow,
    }
}

/// Whether words count the followers of an account: a level, whose latest reading is the number, and not what came in
/// addition («новые подписчики»).
pub(crate) fn counts_followers(words: &str) -> bool {
    let list = tokens(words, Numbers::Plain);
    list.iter().any(|token| is_one_of!(token, "подписчик=|жазылушы+|follower|followers|subscriber|subscribers"))
        && !list.iter().any(|token| {
            is_one_of!(
                token,
                "нов*|прирост*|рост|роста|приток*|привлеч*|жаңа|жаңадан|қосыл*|тарту|тарт+|өсім+|өсу+|new|growth|gain*"
            )
        })
}

/// Whether words name a mean («средний балл», «орташа баға»): means are not summed.
pub(crate) fn is_mean(words: &str) -> bool {
    tokens(words, Numbers::Plain).iter().any(|token| is_one_of!(token, "средн*|орташа|average|mean"))
}

/// Words of the lines of the social-impact block. The order matters: the first that stands in a name wins.
const IMPACT_WORDS: [(&str, ImpactKind); 6] = [
    ("жанама*|косвенн*|indirect*", ImpactKind::IndirectBeneficiaries),
    ("тікелей*|прям*|direct*", ImpactKind::DirectBeneficiaries),
    ("қызметкер*|сотрудник*|работник*|штат*|staff*|employee*", ImpactKind::Staff),
    ("маман*|специалист*|specialist*|expert*", ImpactKind::Specialists),
    ("серіктес*|әріптес*|партнер*|партнёр*|partner*", ImpactKind::Partners),
    ("үеұ|ұйым*|нпо|организац*|ngo*|organi*", ImpactKind::Organisations),
];

/// What a line of the social-impact block counts, by its name.
#[must_use]
pub fn read_impact_kind(name: &str) -> ImpactKind {
    let patterns = const { apart::<_, { count(&IMPACT_WORDS) }>(&IMPACT_WORDS) };
    let folded = fold(name);
    let words: Vec<&str> = words(&folded).collect();
    let said = patterns.iter().find(|(pattern, _)| words.iter().any(|word| fits(word, pattern)));
    said.map_or(ImpactKind::Other, |(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secretary_is_no_letter_and_an_attitude_no_post() {
        assert_eq!(read_kind("Хатшы"), IndicatorKind::Other);
        assert_eq!(read_kind("Отырыс хаттамасы"), IndicatorKind::Document);
        assert_eq!(read_kind("Поставка воды"), IndicatorKind::Other);
        assert_eq!(read_kind("Есептеу"), IndicatorKind::Other);
    }

    #[test]
    fn a_thing_promised_as_a_list_is_a_list() {
        let id = "t".parse().unwrap();
        let list = crate::plan::Target {
            unit: Some(crate::plan::UnitWord { code: UnitCode::List, text: "тізім".into() }),
            ..crate::plan::read_targets("1", &id, None).remove(0)
        };
        assert_eq!(kind_by_unit(IndicatorKind::Asset, std::slice::from_ref(&list)), IndicatorKind::List);
        assert_eq!(kind_by_unit(IndicatorKind::Support, std::slice::from_ref(&list)), IndicatorKind::Support);
        let bare = crate::plan::Target { unit: None, ..list.clone() };
        assert_eq!(kind_by_unit(IndicatorKind::Asset, &[list, bare]), IndicatorKind::Asset);
        assert_eq!(kind_by_unit(IndicatorKind::Asset, &[]), IndicatorKind::Asset);
    }

    #[test]
    fn russian_and_english_names_have_the_same_kinds() {
        for (kk, ru, en) in [
            ("Қатысушылар саны", "Количество участников", "Number of participants"),
            ("Қатысушылар тізімі", "Список участников", "List of participants"),
            ("Жолданатын хат", "Направляемое письмо", "Letter sent"),
            ("Шаралар саны", "Количество мероприятий", "Number of events"),
            ("Қолдау саны", "Количество оказанной поддержки", "Number of supports"),
            ("Ақпараттық посттар", "Информационные посты", "Information posts"),
            ("Әлеуметтік желіге хабарландыру", "Анонс в социальной сети", "Announcement in a social network"),
            ("Әрбір іс-шарадан фото", "Фото с каждого мероприятия", "Photo from each event"),
            ("Қанағаттану деңгейі", "Уровень удовлетворённости", "Level of satisfaction"),
            ("Шара ережесі", "Положение мероприятия", "Rules of the event"),
            ("Консультация журналы", "Журнал консультаций", "Journal of consultations"),
            ("Фокус-топтық талқылау", "Фокус-группа", "Focus group"),
            ("Табыстау актісі", "Акт передачи", "Act of handing over"),
            ("Танымал инфлюенсерлер", "Популярные инфлюенсеры", "Popular influencers"),
            ("Контент жоспар", "Контент-план", "Content plan"),
            (
                "Әлеуметтік желіде тікелей эфир",
                "Прямой эфир в социальной сети",
                "Live stream in a social network",
            ),
        ] {
            assert_eq!(read_kind(ru), read_kind(kk), "{ru}");
            assert_eq!(read_kind(en), read_kind(kk), "{en}");
            assert_ne!(read_kind(kk), IndicatorKind::Other, "{kk}");
        }
    }

    #[test]
    fn impact_lines_are_recognised_in_three_languages() {
        for (kind, names) in [
            (
                ImpactKind::DirectBeneficiaries,
                ["Тікелей бенефициарлар саны", "Прямые бенефициары", "Direct beneficiaries"],
            ),
            (
                ImpactKind::IndirectBeneficiaries,
                [
                    "Жанама бенефициарлар саны (БАҚ-та жариялауесебінен)",
                    "Косвенные бенефициары",
                    "Indirect beneficiaries",
                ],
            ),
            (
                ImpactKind::Staff,
                [
                    "Еңбек шарттары шеңберінде тартылған қызметкерлер саны",
                    "Число привлечённых сотрудников",
                    "Number of staff",
                ],
            ),
            (
                ImpactKind::Specialists,
                ["Тартылған мамандар саны", "Привлечённые специалисты", "Specialists engaged"],
            ),
            (ImpactKind::Organisations, ["Қамтылған ҮЕҰ саны", "Охваченные НПО", "NGOs reached"]),
            (
                ImpactKind::Partners,
                [
                    "Әлеуметтік жоба серіктестерінің саны (заңды және/немесе жеке тұлғалар)",
                    "Партнёры проекта",
                    "Partners",
                ],
            ),
        ] {
            for name in names {
                assert_eq!(read_impact_kind(name), kind, "{name}");
            }
        }
    }
}
