//! What a line counts, by its name.

use super::{Initials, brackets, has, words};
use crate::plan::{Accumulation, ImpactKind, IndicatorKind, Target, UnitCode};

/// Words that say "number of".
const NUMBER_OF: &str = "сан.|саны.|санын.|число.|числа.|количеств|number.|count.";
/// Words of what is published.
const PUBLISHED: &str = "жариял|публикац|материал|стать|article|publi|published.|material";

/// A kind and the groups of words that must all be found.
type Rule = (IndicatorKind, &'static [&'static str]);

/// In the order they are tried: what is said by the rarer word comes first, so that «фото» of a banner is a photo and
/// the journal of consultations is a journal.
const RULES: &[Rule] = &[
    (IndicatorKind::LiveStream, &["эфир|live.|стрим|трансляц|livestream"]),
    (IndicatorKind::Satisfaction, &["қанағат|удовлетвор|satisf"]),
    (IndicatorKind::FocusGroup, &["фокус|focus"]),
    (IndicatorKind::Survey, &["сауалнама|опрос|анкет|survey|questionnaire"]),
    (IndicatorKind::Photo, &["фото|photo|сурет"]),
    (IndicatorKind::Video, &["видео|бейне|video|ролик|аудио|audio"]),
    (IndicatorKind::Publication, &["газет|портал|бақ.|сми.|newspaper|media.|журналда.|теле", PUBLISHED]),
    (IndicatorKind::Publication, &["дайжест|digest"]),
    (IndicatorKind::Announcement, &["хабарландыру|анонс|объявлен|announce"]),
    (
        IndicatorKind::Post,
        &["пост.|посты.|поста.|постов.|посттар|пості.|постинг|post.|posts.|жариялау.|публикаци|publication"],
    ),
    (IndicatorKind::Page, &["парақша|страниц|аккаунт|account|page.|pages."]),
    (IndicatorKind::Report, &["есеп.|есебі.|есептер|отчет|отчёт|report.|reports."]),
    (IndicatorKind::Letter, &["хат.|хаты.|хаттар|хатты.|письм|letter"]),
    (IndicatorKind::Journal, &["журнал|journal.|log.|logbook"]),
    (IndicatorKind::List, &["тізім|список.|списк|реестр|list.|lists.|register."]),
    (IndicatorKind::Act, &["акт.|акты.|акта.|актов.|акті|act.|acts."]),
    (
        IndicatorKind::Participants,
        &["қатысушы|оқушы|студент|тыңдаушы|участник|слушател|учащ|participant|student|trainee", NUMBER_OF],
    ),
    (
        IndicatorKind::Support,
        &["қолдау|көмек|консультация|кеңес.|поддерж|консультац|помощ|support|consultation", NUMBER_OF],
    ),
    (IndicatorKind::Event, &["шара|мероприят|семинар|тренинг|event|workshop|training", NUMBER_OF]),
    (
        IndicatorKind::Organisation,
        &["ұйым|үеұ.|топ.|топтар|организац|нпо.|групп|ngo.|ngos.|organi|group", NUMBER_OF],
    ),
    (IndicatorKind::Rules, &["ереже|положени|правил|rules.|regulation"]),
    (
        IndicatorKind::Plan,
        &["жоспар|план.|плана.|планы.|планов.|кесте|график|расписан|plan.|plans.|schedule"],
    ),
    (IndicatorKind::Programme, &["бағдарлама|программ|programme|program."]),
    (
        IndicatorKind::Asset,
        &[
            "сатып.|закуп|приобрет|покупк|purchase",
            "материал|техника|жабдық|оборудован|мебел|equipment|furniture|supplies",
        ],
    ),
    (
        IndicatorKind::Material,
        &[
            "материал|типограф|буклет|брошюр|листовк|баннер|полиграф|раздаточн|блокнот|brochure|leaflet|banner|printed.|material|handout",
        ],
    ),
    (IndicatorKind::Presentation, &["презентац|тұсаукесер|presentation"]),
    (
        IndicatorKind::Specialist,
        &[
            "инфлюенсер|блогер|маман|кеңесші|сарапшы|специалист|консультант|эксперт|influencer|blogger|specialist|consultant|expert",
        ],
    ),
    (
        IndicatorKind::Asset,
        &[
            "коуоркинг|коворкинг|call.|колл|жабдық|оборудован|сатып.|закуп|орталық|coworking|equipment|purchase|centre.|center.|hotline",
        ],
    ),
    (IndicatorKind::Outreach, &["насихат|агитац|пропаганд|продвиж|информирован|promot|outreach|awareness"]),
    (
        IndicatorKind::Document,
        &["құжат|хаттама|келісім|документ|протокол|соглашен|document|minutes.|agreement"],
    ),
    (IndicatorKind::Participants, &["қатысушы|участник|participant"]),
    (IndicatorKind::Event, &["шара|мероприят|семинар|тренинг|event|workshop"]),
];

/// What a line counts, by its name; brackets are left aside. A name that no rule knows is `other`.
#[must_use]
pub fn read_kind(name: &str) -> IndicatorKind {
    let (outside, _) = brackets(name);
    let words = words(&outside);
    let there = Initials::of_words(&words);
    let mut rules = RULES.iter().zip(&INITIALS);
    let found = rules.find(|((_, groups), initials)| {
        initials.iter().all(|letters| letters.meets(there)) && groups.iter().all(|group| has(&words, group))
    });
    found.map_or(IndicatorKind::Other, |((kind, _), _)| *kind)
}

/// The first letters of the words of every group of every rule; a rule of one group has it twice.
#[expect(
    clippy::indexing_slicing,
    reason = "computed when the crate is built: a fault is a fault of the build"
)]
const INITIALS: [[Initials; 2]; RULES.len()] = {
    let mut all = [[Initials::NONE; 2]; RULES.len()];
    let mut rule = 0;
    while rule < RULES.len() {
        all[rule] = match RULES[rule].1 {
            [one] => [Initials::of(one); 2],
            [one, two] => [Initials::of(one), Initials::of(two)],
            _ => panic!("a rule has one or two groups"),
        };
        rule += 1;
    }
    all
};

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

/// What a line of the social-impact block counts, by its name.
#[must_use]
pub fn read_impact_kind(name: &str) -> ImpactKind {
    let words = words(name);
    let rules = [
        (ImpactKind::IndirectBeneficiaries, "жанама|косвенн|indirect"),
        (ImpactKind::DirectBeneficiaries, "тікелей|прям|direct"),
        (ImpactKind::Staff, "қызметкер|сотрудник|работник|штат|staff|employee"),
        (ImpactKind::Specialists, "маман|специалист|specialist|expert"),
        (ImpactKind::Partners, "серіктес|әріптес|партнер|партнёр|partner"),
        (ImpactKind::Organisations, "үеұ.|ұйым|нпо.|организац|ngo|organi"),
    ];
    rules.into_iter().find(|(_, stems)| has(&words, stems)).map_or(ImpactKind::Other, |(kind, _)| kind)
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
