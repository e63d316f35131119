//! What holds for every target, every deadline and every text: printed words are read back, and no word is lost.

#![expect(clippy::unwrap_used, reason = "a test says what is wrong by failing")]

use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use qoldau_core::language::Language;
use qoldau_core::plan::{
    Anchor, Bound, ChangeBy, DayCount, Due, DueContext, Each, EachOf, Frequency, Part, ScopeFrom, Target,
    TargetRule, UnitCode, UnitWord, print_due, print_targets, read_due, read_targets, read_unit,
};
use qoldau_core::value::{Amount, DateRange, Id, IsoDate};

fn id(text: &str) -> Id {
    text.parse().unwrap()
}

/// An amount that people write: whole, or with up to four decimals.
fn amount() -> impl Strategy<Value = Amount> {
    prop_oneof![
        4 => (0_u32..=2_000).prop_map(Amount::from),
        2 => any::<u32>().prop_map(Amount::from),
        1 => (0_u64..=999_999_999_999_999).prop_map(|value| value.to_string().parse().unwrap()),
        1 => (0_u32..=99_999, 1_u32..=9_999)
            .prop_map(|(whole, fraction)| format!("{whole}.{fraction:04}").parse().unwrap()),
    ]
}

fn positive() -> impl Strategy<Value = Amount> {
    amount().prop_filter("above zero", |amount| !amount.is_zero())
}

fn simple_bound() -> impl Strategy<Value = Bound> {
    prop::sample::select(vec![
        Bound::Plain,
        Bound::AtLeast,
        Bound::MoreThan,
        Bound::AtMost,
        Bound::LessThan,
        Bound::About,
    ])
}

/// A bound with its number, or a range with both.
fn bounded() -> impl Strategy<Value = (Bound, Amount, Option<Amount>)> {
    prop_oneof![
        4 => (simple_bound(), amount()).prop_map(|(bound, amount)| (bound, amount, None)),
        1 => (amount(), positive()).prop_filter_map("fits", |(low, more)| {
            Some((Bound::Between, low, Some(low.checked_add(more)?)))
        }),
    ]
}

fn change() -> impl Strategy<Value = TargetRule> {
    let by =
        prop::sample::select(vec![ChangeBy::Percent, ChangeBy::Points, ChangeBy::Times, ChangeBy::Amount]);
    (simple_bound(), proptest::option::of(amount()), amount(), any::<bool>(), by).prop_filter_map(
        "a value does not fall below zero",
        |(bound, from, size, falls, by)| {
            let amount = if falls { Amount::ZERO.checked_sub(size)? } else { size };
            let own = matches!(by, ChangeBy::Amount | ChangeBy::Points);
            let below =
                own && from.is_some_and(|from| from.checked_add(amount).is_none_or(Amount::is_negative));
            (!below).then_some(TargetRule::Change { bound, from, amount, by })
        },
    )
}

fn rule() -> impl Strategy<Value = TargetRule> {
    prop_oneof![
        6 => bounded().prop_map(|(bound, amount, up_to)| TargetRule::Number { bound, amount, up_to }),
        3 => bounded().prop_map(|(bound, amount, up_to)| TargetRule::Percent { bound, amount, up_to }),
        4 => change(),
        1 => Just(TargetRule::Done {}),
        1 => Just(TargetRule::All {}),
        1 => Just(TargetRule::AsNeeded {}),
    ]
}

/// Words of contracts that the grammar gives no role of their own, and words of no language.
fn label() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        prop::sample::select(vec![
            "спорттық",
            "қоғамдық-мәдени",
            "ақпараттық",
            "әкімшілік",
            "культурных",
            "социальных",
            "sports",
            "буклет",
        ])
        .prop_map(String::from),
        "[жщэғң]{3,8}",
        "[qwzfj]{4,8}",
    ];
    prop::collection::vec(word, 1..4).prop_map(|words| words.join(" "))
}

/// A remark: any words, with numbers and signs.
fn note() -> impl Strategy<Value = String> {
    prop_oneof![
        label(),
        (label(), 1_u32..500, label()).prop_map(|(a, n, b)| format!("{a} {n} {b}")),
        (label(), label()).prop_map(|(a, b)| format!("{a}: {b} (см. {a}), «{b}»")),
        prop::sample::select(vec!["3 шара", "он бес мың", "34 года включительно", "№ 66, 2-бет", "70%"])
            .prop_map(String::from),
    ]
}

fn unit() -> impl Strategy<Value = UnitWord> {
    let known = vec![
        "адам",
        "волонтер",
        "организация",
        "ұйым/адам",
        "шара",
        "focus group",
        "пост",
        "публикация",
        "хат",
        "list",
        "құжат",
        "акт",
        "фото",
        "видео",
        "audio clip",
        "материал",
        "экз.",
        "шт.",
        "комплект",
        "п.л.",
        "рет",
        "сағат",
        "күн",
        "жұмыс күні",
        "месяц",
        "жас",
        "елді мекен",
        "город",
        "аудан",
        "жоба",
        "грант",
        "аталым",
        "тенге",
        "қысқа бейне",
        "шағын грант",
        "социальных видеоролика",
        "қатысушы",
        "раздаточных материалов",
    ];
    prop_oneof![
        4 => prop::sample::select(known).prop_map(read_unit),
        1 => label().prop_map(|text| read_unit(&text)),
    ]
}

fn each() -> impl Strategy<Value = Each> {
    let of = prop::sample::select(vec![
        EachOf::Event,
        EachOf::Place,
        EachOf::Person,
        EachOf::Organisation,
        EachOf::Channel,
        EachOf::Item,
    ]);
    (of, proptest::option::of((1_u32..100_000).prop_map(Amount::from))).prop_map(|(of, count)| Each {
        of,
        count,
        from: ScopeFrom::Value,
    })
}

fn frequency() -> impl Strategy<Value = Frequency> {
    prop::sample::select(vec![
        Frequency::Day,
        Frequency::Week,
        Frequency::Month,
        Frequency::Quarter,
        Frequency::Year,
    ])
}

fn parts() -> impl Strategy<Value = Vec<(Amount, String)>> {
    prop_oneof![2 => Just(Vec::new()), 1 => prop::collection::vec((amount(), label()), 2..4)]
}

/// Any target the grammar can mean, without its ids and text.
fn target() -> impl Strategy<Value = Target> {
    let scope = (proptest::option::of(each()), proptest::option::of(frequency()));
    (rule(), proptest::option::of(unit()), scope, parts(), proptest::option::of(note())).prop_map(
        |(rule, unit, (each, every), parts, note)| {
            let numbered =
                !matches!(rule, TargetRule::Done {} | TargetRule::All {} | TargetRule::AsNeeded {});
            // A change by a factor has no unit of occasions: "increase by 3 times".
            let factor = matches!(rule, TargetRule::Change { by: ChangeBy::Times, .. });
            let unit = unit.filter(|unit| !(factor && unit.code == UnitCode::Time));
            let parts = if numbered { parts } else { Vec::new() };
            let parts =
                parts.into_iter().map(|(amount, label)| Part { id: id("p"), amount, label }).collect();
            Target { id: id("t"), rule, unit, each, every, parts, note, text: String::new() }
        },
    )
}

/// What a target means: all but its ids and its text, and the words of a unit that has its own noun.
fn meaning(target: &Target) -> Target {
    let mut meant = target.clone();
    meant.id = id("t");
    meant.text = String::new();
    for part in &mut meant.parts {
        part.id = id("p");
    }
    if let Some(unit) = meant.unit.as_mut().filter(|unit| unit.code != UnitCode::Other) {
        unit.text = String::new();
    }
    meant
}

fn meanings(targets: &[Target]) -> Vec<Target> {
    targets.iter().map(meaning).collect()
}

/// The words of a text: runs of letters and digits.
fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

/// Text made of the grammar's own words in any order: where contradictions and half-understood promises come from.
fn soup() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "1",
        "2",
        "5",
        "10",
        "15",
        "100",
        "3000",
        "5 230",
        "2,5",
        "3.000",
        "80%",
        "%",
        "бес",
        "он",
        "жүз",
        "мың",
        "млн",
        "тыс.",
        "two",
        "hundred",
        "жарым",
        "кемінде",
        "кем дегенде",
        "не менее",
        "не более",
        "более",
        "at least",
        "up to",
        "около",
        "шамамен",
        "-ден",
        "-ге",
        "-нан",
        "кем емес",
        "астам",
        "аспайды",
        "жуық",
        "дейін",
        "и более",
        "от",
        "до",
        "с",
        "по",
        "на",
        "в",
        "from",
        "to",
        "by",
        "between",
        "бен",
        "аралығында",
        "арттыру",
        "рост",
        "снижение",
        "increase",
        "decrease",
        "есе",
        "раза",
        "п.п.",
        "жеткізу",
        "пост",
        "хат",
        "фото",
        "іс-шара",
        "адам",
        "people",
        "posts",
        "участников",
        "шт.",
        "спорттық",
        "әр шарадан",
        "с каждого мероприятия",
        "per event",
        "әрқайсысына",
        "әр",
        "ай сайын",
        "ежемесячно",
        "every month",
        "айына",
        "рет",
        "раз",
        "в месяц",
        "(",
        ")",
        "(он)",
        "(1 а, 2 б)",
        "(ай сайын)",
        ",",
        ";",
        ".",
        "\n",
        "-",
        "–",
        "+",
        ":",
        "/",
        "и",
        "және",
        "and",
        "в том числе",
        "бар",
        "барлығы",
        "қажеттілігіне қарай",
        "бекітілген",
        "августа",
        "маусым",
        "2024",
        "жыл",
        "числа",
        "%-дан",
        "≥",
        "<",
        "…",
        "«",
        "»",
        "№",
        "*",
        "?",
        "A4",
        "теңге",
        "₸",
        "300k",
        "үштен екі",
        "каждый третий",
        "жоқ",
        "емес",
        "not",
        "бойынша",
        "ішінде",
    ]);
    (prop::collection::vec((word, prop::bool::weighted(0.85)), 0..12)).prop_map(|words| {
        let mut text = String::new();
        for (word, space) in words {
            if space && !text.is_empty() {
                text.push(' ');
            }
            text.push_str(word);
        }
        text
    })
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), soup(), "[ -~]{0,40}", "[а-яәғқңөұүһі0-9 ,.()%-]{0,60}"]
}

fn date() -> impl Strategy<Value = IsoDate> {
    prop_oneof![
        4 => (1990_i32..2100, 1_u32..=12, 1_u32..=31),
        1 => (1_i32..=9999, 1_u32..=12, 1_u32..=31),
    ]
    .prop_filter_map("a day of the calendar", |(year, month, day)| IsoDate::new(year, month, day))
}

fn range() -> impl Strategy<Value = (Option<IsoDate>, Option<IsoDate>)> {
    prop_oneof![
        2 => (date(), date()).prop_map(|(a, b)| (Some(a.min(b)), Some(a.max(b)))),
        2 => (date(), 0_u32..30).prop_filter_map("within the calendar", |(start, months)| {
            Some((Some(start.month_start()), Some(start.month_start().add_months(months)?.month_end())))
        }),
        1 => date().prop_map(|day| (Some(day), Some(day))),
        1 => date().prop_map(|end| (None, Some(end))),
        1 => date().prop_map(|start| (Some(start), None)),
    ]
}

fn due() -> impl Strategy<Value = Due> {
    let anchor = prop::sample::select(vec![
        Anchor::ProjectStart,
        Anchor::ProjectEnd,
        Anchor::Contract,
        Anchor::ActivePhaseEnd,
        Anchor::Event,
    ]);
    let days = prop::sample::select(vec![DayCount::Calendar, DayCount::Working]);
    let text = String::new;
    prop_oneof![
        4 => (range(), proptest::option::of((0_u32..24, 0_u32..60)), any::<bool>()).prop_map(
            move |((start, end), time, inherited)| {
                let time = time.filter(|_| end.is_some());
                let end_time = time.map(|(hour, minute)| format!("{hour:02}:{minute:02}"));
                Due::Range { start, end, end_time, inherited, text: text() }
            }
        ),
        3 => (anchor, prop_oneof![-40..40_i32, -999_999_999..999_999_999_i32], days)
            .prop_map(move |(anchor, offset, days)| Due::Relative { anchor, offset, days, text: text() }),
        1 => frequency().prop_map(move |every| Due::Recurring { every, month: None, day: None, text: text() }),
        1 => (1_u32..=31).prop_map(move |day| {
            Due::Recurring { every: Frequency::Month, month: None, day: Some(day), text: text() }
        }),
        1 => (date(), any::<bool>()).prop_map(move |(date, named)| Due::Recurring {
            every: Frequency::Year,
            month: Some(date.month()),
            day: named.then(|| date.day()),
            text: text(),
        }),
        1 => Just(Due::WholePeriod { text: text() }),
        1 => prop::collection::btree_set(date(), 2..5)
            .prop_map(move |days| Due::Ambiguous { readings: days.into_iter().collect(), text: text() }),
    ]
}

/// A deadline without its text.
fn due_meaning(due: &Due) -> Due {
    let mut meant = due.clone();
    match &mut meant {
        Due::Range { text, .. }
        | Due::Relative { text, .. }
        | Due::Recurring { text, .. }
        | Due::WholePeriod { text }
        | Due::Ambiguous { text, .. }
        | Due::Unread { text } => text.clear(),
    }
    meant
}

fn context() -> DueContext {
    let day = |text: &str| text.parse().unwrap();
    let period = Some(DateRange { start: day("2024-05-01"), end: day("2024-10-31") });
    DueContext { period, contract: Some(day("2024-04-30")) }
}

/// Text made of the words of deadlines.
fn due_soup() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "1",
        "3",
        "10",
        "25",
        "31",
        "32",
        "2024",
        "2025",
        "0",
        "18:30",
        "18.30",
        "26.09.2022",
        "2008.10.12",
        "маусым",
        "Маусым",
        "қыркүйектен",
        "мамырға",
        "қазан",
        "июня",
        "октябрь",
        "June",
        "May",
        "айының",
        "соңына",
        "дейін",
        "бастап",
        "аралығында",
        "с",
        "по",
        "до",
        "к",
        "конца",
        "from",
        "until",
        "between",
        "and",
        "мен",
        "-",
        "–",
        ",",
        "жылғы",
        "ж.",
        "г.",
        "года",
        "т.г.",
        "IV",
        "II",
        "тоқсан",
        "квартал",
        "полугодие",
        "жартыжылдық",
        "ай сайын",
        "ежегодно",
        "каждого месяца",
        "числа",
        "күні",
        "жоба",
        "аяқталғанға",
        "аяқталғаннан",
        "кейін",
        "бұрын",
        "күн",
        "жұмыс күні",
        "(үш)",
        "после",
        "заключения договора",
        "окончания проекта",
        "дней",
        "за",
        "в течение",
        "белсенді кезеңі",
        "мероприятия",
        "включительно",
        "по времени Астаны",
        "сағат",
        "немесе",
        "или",
        "(как выше)",
        "№",
        "50",
        "«",
        "»",
        "тұрақты",
        "весь период",
        "декада",
        "вторая",
        "first",
        "of",
    ]);
    prop::collection::vec(word, 0..9).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("regressions"))),
        ..ProptestConfig::default()
    })]

    /// parse ∘ print is the identity on meaning, in three languages.
    #[test]
    fn printed_targets_are_read_back(targets in prop::collection::vec(target(), 1..4)) {
        let cell = id("t");
        for language in Language::ALL {
            let words = print_targets(&targets, language);
            let read = read_targets(&words, &cell, None);
            prop_assert_eq!(meanings(&read), meanings(&targets), "{}: {}", language.tag(), words);
        }
    }

    /// A scope that stands in the name is not said again, and comes back from the name.
    #[test]
    fn a_scope_of_the_name_comes_back_from_the_name(targets in prop::collection::vec(target(), 1..3), scope in each()) {
        let scope = Each { count: None, from: ScopeFrom::Name, ..scope };
        let named: Vec<_> =
            targets.into_iter().map(|target| Target { each: Some(scope.clone()), ..target }).collect();
        for language in Language::ALL {
            let words = print_targets(&named, language);
            let read = read_targets(&words, &id("t"), Some(&scope));
            prop_assert_eq!(meanings(&read), meanings(&named), "{}: {}", language.tag(), words);
        }
    }

    /// Whatever a text is read as, printing and reading it again changes nothing.
    #[test]
    fn what_is_read_is_printed_and_read_again(text in any_text()) {
        let cell = id("t");
        let first = read_targets(&text, &cell, None);
        for language in Language::ALL {
            let words = print_targets(&first, language);
            let again = read_targets(&words, &cell, None);
            prop_assert_eq!(meanings(&again), meanings(&first), "{}: {:?} -> {:?}", language.tag(), text, words);
        }
    }

    /// No word of a cell is lost, and ids count up.
    #[test]
    fn no_word_of_a_cell_is_lost(text in any_text()) {
        let targets = read_targets(&text, &id("line"), None);
        let kept: Vec<_> = targets.iter().flat_map(|target| words(&target.text)).collect();
        prop_assert_eq!(kept, words(&text));
        for (target, number) in targets.iter().zip(1..) {
            prop_assert_eq!(target.id.as_str(), format!("line.{number}"));
            for (part, count) in target.parts.iter().zip(1..) {
                prop_assert_eq!(part.id.as_str(), format!("line.{number}.p{count}"));
            }
        }
    }

    /// parse ∘ print is the identity on the meaning of deadlines, with no project to read them against.
    #[test]
    fn printed_deadlines_are_read_back(due in due()) {
        for language in Language::ALL {
            let words = print_due(&due, language);
            let read = read_due(&words, &DueContext::default());
            prop_assert_eq!(due_meaning(&read), due_meaning(&due), "{}: {}", language.tag(), words);
        }
    }

    /// Whatever a text is read as, its words are kept, and printing and reading it again changes nothing.
    #[test]
    fn every_deadline_keeps_its_words(text in prop_oneof![any_text(), due_soup()]) {
        let due = read_due(&text, &context());
        prop_assert_eq!(due.text(), text.as_str());
        if !matches!(due, Due::Unread { .. }) {
            for language in Language::ALL {
                let words = print_due(&due, language);
                let again = read_due(&words, &DueContext::default());
                prop_assert_eq!(due_meaning(&again), due_meaning(&due), "{}: {:?} -> {:?}", language.tag(), text, words);
            }
        }
    }
}
