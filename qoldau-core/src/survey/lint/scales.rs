//! Scales: values in order, at equal steps, with as much on the one side as on the other.

use std::collections::BTreeSet;

use super::{on, rules};
use crate::finding::{Finding, Param};
use crate::language::Language;
use crate::survey::import::marks::made_of_others as options_made_of_others;
use crate::survey::questionnaire::{AnswerKind, Choice, OptionList, Questionnaire};
use crate::value::text::fold_words;

/// Words that make a step a negative one, looked for before the positive ones, which many of them contain.
const AGAINST: [&str; 3] = [
    "келіспеймін|келіспей|қанағаттанбай|ұнамай|ұнамады|жаман|нашар|қажет емес|пайдасыз",
    "не согласен|не согласна|не согласны|несоглас|не доволен|не довольна|недовол|не удовлетвор|неудовлетвор|не понрав|плох|ужасн|бесполез",
    "disagree|dissatisf|unsatisf|not satisf|bad|poor|terrible|useless|unlikely",
];
const FOR: [&str; 3] = [
    "келісемін|келіс|қанағаттан|ұна|жақсы|тамаша|пайдалы",
    "соглас|довол|удовлетвор|понрав|хорош|отличн|прекрасн|полезн",
    "agree|satisf|good|excellent|great|useful|likely",
];

pub(super) fn check(survey: &Questionnaire, findings: &mut Vec<Finding>) {
    made_of_others(survey, findings);
    let scales = survey.questions.iter().filter_map(|question| match &question.answer {
        AnswerKind::Scale { list, .. } => Some(list.as_str()),
        _ => None,
    });
    let scales: BTreeSet<&str> = scales.collect();
    for list in survey.lists.iter().filter(|list| scales.contains(list.id.as_str())) {
        let told = |rule| on(rule, &list.id, "options").param(Param::id("list", &list.id));
        let steps: Vec<&Choice> = list.options.iter().filter(|option| option.missing.is_none()).collect();
        let without: Vec<&&Choice> = steps.iter().filter(|option| option.value.is_none()).collect();
        if !without.is_empty() {
            let named =
                |finding: Finding, option: &&&Choice| finding.param(Param::id("option", &option.code));
            findings.push(without.iter().fold(told(&rules::STEP_WITHOUT_VALUE), named));
            continue;
        }
        if steps.len() > 1 && !is_even(&steps) {
            findings.push(told(&rules::UNEVEN_SCALE));
        } else if !is_balanced(list, &steps) {
            findings.push(told(&rules::UNBALANCED_SCALE));
        }
    }
}

/// Options of several marks whose words are those of other options.
fn made_of_others(survey: &Questionnaire, findings: &mut Vec<Finding>) {
    let marked = survey.questions.iter().filter_map(|question| match &question.answer {
        AnswerKind::Multiple { list, .. } | AnswerKind::Ranking { list, .. } => Some(list.as_str()),
        _ => None,
    });
    let marked: BTreeSet<&str> = marked.collect();
    for list in survey.lists.iter().filter(|list| marked.contains(list.id.as_str())) {
        let told = |option| {
            let finding = on(&rules::MADE_OF_OTHERS, &list.id, "options").param(Param::id("list", &list.id));
            finding.param(Param::id("option", option))
        };
        findings.extend(options_made_of_others(list).into_iter().map(told));
    }
}

/// Whether the values rise or fall by equal steps, in the order in which they are shown.
fn is_even(steps: &[&Choice]) -> bool {
    let values: Vec<i64> = steps.iter().filter_map(|step| step.value).map(i64::from).collect();
    let mut distances = values.windows(2).filter_map(|two| match two {
        [one, other] => other.checked_sub(*one),
        _ => None,
    });
    let first = distances.next().unwrap_or_default();
    first != 0 && distances.all(|distance| distance == first)
}

/// Whether a scale has as many steps for as against, by the signs of its values or by its words, as far as those tell.
fn is_balanced(list: &OptionList, steps: &[&Choice]) -> bool {
    let signs =
        |sign: i32| steps.iter().filter_map(|step| step.value).filter(|value| value.signum() == sign).count();
    if list.ends().is_some_and(|(lowest, highest)| lowest < 0 && highest > 0) {
        return signs(-1) == signs(1);
    }
    let told =
        Language::ALL.into_iter().zip(AGAINST.into_iter().zip(FOR)).find_map(|(language, (against, of))| {
            let sides: Vec<i32> =
                steps.iter().map(|step| side(step.label.get(language), against, of)).collect();
            let count = |side: i32| sides.iter().filter(|of| **of == side).count();
            // A scale of which fewer than three steps speak says too little about itself.
            (count(-1).saturating_add(count(1)) > 2).then(|| count(-1) == count(1))
        });
    told.unwrap_or(true)
}

/// On which side a step stands by its words: −1, 1, or 0 for neither.
fn side(label: Option<&str>, against: &str, of: &str) -> i32 {
    let label = fold_words(label.unwrap_or_default());
    let has = |words: &str| words.split('|').any(|word| label.contains(word));
    // "Neither agree nor disagree", "partly": the middle.
    let middle = ["neither", "partly", "ни ", "отчасти", "частично", "ішінара", "бірде"];
    if middle.iter().any(|word| label.contains(word)) {
        0
    } else if has(against) {
        -1
    } else {
        i32::from(has(of))
    }
}
