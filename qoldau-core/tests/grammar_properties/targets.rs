//! Targets of every kind, and what holds for them.

use proptest::prelude::*;
use qoldau_core::language::Language;
use qoldau_core::plan::{
    Bound, ChangeBy, Each, EachOf, Frequency, Part, ScopeFrom, Target, TargetRule, UnitCode, UnitWord,
    print_targets, read_targets, read_unit,
};
use qoldau_core::value::{Amount, Id};

use super::config;
use super::soups::any_text;

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

pub(crate) fn frequency() -> impl Strategy<Value = Frequency> {
    prop::sample::select(vec![
        Frequency::Day,
        Frequency::Week,
        Frequency::Month,
        Frequency::Quarter,
        Frequency::HalfYear,
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

proptest! {
    #![proptest_config(config())]

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
}
