//! `PLAN037`: Latin letters stand in a Cyrillic word.

use super::prelude::*;
use crate::value::text::{is_cyrillic, is_letter};

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN037",
    name: "mixedLetters",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Кирилл сөздерінде оларға ұқсас латын әріптері бар. Сөздер: {words}. Жолдар: {lines}",
        ru: "В кириллических словах стоят похожие латинские буквы. Слова: {words}. Строки: {lines}",
        en: "Latin letters that look alike stand in Cyrillic words. Words: {words}. Lines: {lines}",
    },
    what: RuleInfo::manual("Whether the words of names and targets are written in letters of one script."),
    why: RuleInfo::manual(
        "The words look right and are never found: searching, sorting and comparing miss them.",
    ),
    example: RuleInfo::manual("«кемiнде» with a Latin i"),
    remedy: Saying {
        kk: "Сөздерді қазақ пернетақтасымен қайта теріңіз",
        ru: "Наберите слова заново в кириллической раскладке",
        en: "Type the words again with a Cyrillic keyboard",
    },
};

pub(super) const RULE: Rule = Rule::wording(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let mut mixed: Vec<Row<'_>> = Vec::new();
    let mut words: Vec<&str> = Vec::new();
    for row in &context.rows {
        let texts = std::iter::once(&row.line.name).chain(row.line.targets.iter().map(|target| &target.text));
        let before = words.len();
        words
            .extend(texts.flat_map(|text| text.split(|c: char| !is_letter(c)).filter(|word| is_mixed(word))));
        if words.len() > before {
            mixed.push(*row);
        }
    }
    let Some(finding) = Context::on_rows(&INFO, &mixed, "name") else { return };
    out.push(words.iter().fold(finding, |finding, word| finding.param(Param::text("words", word))));
}

/// Whether a word is Cyrillic but for letters that look like it. «Instagramға» is a name with an ending: its Latin
/// letters have no look-alikes.
fn is_mixed(word: &str) -> bool {
    if word.is_ascii() {
        return false;
    }
    let (mut cyrillic, mut latin) = (false, false);
    for c in word.chars() {
        if is_cyrillic(c) {
            cyrillic = true;
        } else if "aAbBcCeEhHiIkKmMoOpPtTxXyYəƏɵ".contains(c) {
            latin = true;
        } else {
            return false;
        }
    }
    cyrillic && latin
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_text(name: &str, text: &str) -> Plan {
        let target = Target { text: text.into(), ..plain("2") };
        of_lines(vec![line("1.8", IndicatorKind::Post, name, vec![target])])
    }

    #[test]
    fn a_latin_letter_in_a_kazakh_word() {
        assert_eq!(
            said(&of_text("Ақпaраттық посттар", "кемiнде 2"), &INFO),
            "Latin letters that look alike stand in Cyrillic words. Words: Ақпaраттық; кемiнде. Lines: 1.8"
        );
    }

    #[test]
    fn foreign_names_with_and_without_endings() {
        assert_eq!(findings(&of_text("Facebook, Instagramға, Call-орталық, «QOLDAU»", "2"), &INFO), []);
    }

    #[test]
    fn one_letter_of_each_script_is_enough() {
        assert!(is_mixed("iс"));
        assert!(!is_mixed("іс"));
        assert!(!is_mixed("ic"));
        assert!(!is_mixed(""));
    }
}
