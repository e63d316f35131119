//! Deadlines that stand in an activity's own words: "after the active phase ends".

use crate::plan::{Due, DueContext, read_due};
use crate::value::text::{fold, is_word_character};

/// Words that end a Kazakh clause of time: before, after, earlier.
const KAZAKH_ENDS: [&str; 3] = ["кейін", "дейін", "бұрын"];
/// Words that begin a Russian clause of time.
const RUSSIAN_STARTS: [&str; 5] = ["до", "после", "по", "за", "перед"];
/// Words that end it.
const RUSSIAN_ENDS: [&str; 3] = ["фазы", "этапа", "проекта"];

/// The relative deadline a title names, if it names one.
pub(super) fn relative_due(title: &str, context: &DueContext) -> Option<Due> {
    let words: Vec<&str> = title.split_whitespace().collect();
    let folded: Vec<String> = words.iter().map(|word| bare(word)).collect();
    let clause = kazakh(&words, &folded).or_else(|| russian(&words, &folded))?;
    Some(read_due(&clause, context)).filter(|due| matches!(due, Due::Relative { .. }))
}

/// A word folded, without punctuation.
fn bare(word: &str) -> String {
    fold(word).chars().filter(|c| is_word_character(*c) || *c == '-').collect()
}

/// From the start to the last word of time: «Жобаның белсенді кезеңі аяқталғаннан кейін».
fn kazakh(words: &[&str], folded: &[String]) -> Option<String> {
    let last = folded.iter().rposition(|word| KAZAKH_ENDS.contains(&word.as_str()))?;
    words.get(..=last).map(|clause| clause.join(" "))
}

/// From the first word of time to the phase: «до и после завершения активной фазы проекта».
fn russian(words: &[&str], folded: &[String]) -> Option<String> {
    let last = folded.iter().rposition(|word| RUSSIAN_ENDS.contains(&word.as_str()))?;
    let first = folded.iter().take(last).position(|word| RUSSIAN_STARTS.contains(&word.as_str()))?;
    words.get(first..=last).map(|clause| clause.join(" "))
}
