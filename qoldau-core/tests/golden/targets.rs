//! A compact notation for what targets mean.

use qoldau_core::plan::{
    Bound, ChangeBy, Each, EachOf, Frequency, ScopeFrom, Target, TargetRule, UnitCode, read_targets,
};
use qoldau_core::value::Amount;

/// Reads a phrase of a golden file, `\n` being a line break.
pub(crate) fn read(phrase: &str) -> Vec<Target> {
    read_targets(&phrase.replace("\\n", "\n"), &"t".parse().unwrap(), None)
}

/// What targets mean, in a notation for people; it says everything but the targets' own text and ids.
pub(crate) fn meaning(targets: &[Target]) -> String {
    if targets.is_empty() {
        return "no target".into();
    }
    targets.iter().map(one).collect::<Vec<_>>().join("  &  ")
}

fn one(target: &Target) -> String {
    let mut words = vec![rule(target)];
    if let Some(unit) = &target.unit {
        words.push(match unit.code {
            UnitCode::Other => format!("«{}»", unit.text),
            code => format!("{} «{}»", code_name(code), unit.text),
        });
    }
    words.extend(target.each.as_ref().map(each));
    words.extend(target.every.map(|every| format!("every {}", frequency(every))));
    if !target.parts.is_empty() {
        let parts: Vec<_> =
            target.parts.iter().map(|part| format!("{} «{}»", part.amount, part.label)).collect();
        words.push(format!("= {}", parts.join(" + ")));
    }
    words.extend(target.note.as_ref().map(|note| format!("[note: {}]", note.replace('\n', "\\n"))));
    words.join(" ")
}

fn rule(target: &Target) -> String {
    match &target.rule {
        TargetRule::Number { bound, amount, up_to } => number(*bound, *amount, *up_to, ""),
        TargetRule::Percent { bound, amount, up_to } => number(*bound, *amount, *up_to, "%"),
        TargetRule::Change { bound, from, amount, by } => {
            let by = match by {
                ChangeBy::Percent => "percent",
                ChangeBy::Points => "points",
                ChangeBy::Times => "times",
                ChangeBy::Amount => "units",
            };
            let from = from.map(|from| format!("from {from} ")).unwrap_or_default();
            format!("change {from}by {} {by}", number(*bound, *amount, None, ""))
        }
        TargetRule::Done {} => "done".into(),
        TargetRule::All {} => "all".into(),
        TargetRule::AsNeeded {} => "as needed".into(),
        TargetRule::Unread {} => format!("UNREAD «{}»", target.text.replace('\n', "\\n")),
    }
}

fn number(bound: Bound, amount: Amount, up_to: Option<Amount>, sign: &str) -> String {
    let before = match bound {
        Bound::Plain | Bound::Between => "",
        Bound::AtLeast => "≥",
        Bound::MoreThan => ">",
        Bound::AtMost => "≤",
        Bound::LessThan => "<",
        Bound::About => "≈",
    };
    let end = up_to.map(|high| format!("..{high}")).unwrap_or_default();
    format!("{before}{amount}{end}{sign}")
}

fn code_name(code: UnitCode) -> String {
    serde_json::to_value(code).unwrap().as_str().unwrap().into()
}

fn each(each: &Each) -> String {
    let of = match each.of {
        EachOf::Event => "event",
        EachOf::Place => "place",
        EachOf::Person => "person",
        EachOf::Organisation => "organisation",
        EachOf::Channel => "channel",
        EachOf::Item => "item",
    };
    let count = each.count.map(|count| format!(" of {count}")).unwrap_or_default();
    let from = if each.from == ScopeFrom::Name { " (by name)" } else { "" };
    format!("per {of}{count}{from}")
}

pub(crate) fn frequency(every: Frequency) -> &'static str {
    match every {
        Frequency::Day => "day",
        Frequency::Week => "week",
        Frequency::Month => "month",
        Frequency::Quarter => "quarter",
        Frequency::HalfYear => "half-year",
        Frequency::Year => "year",
    }
}
