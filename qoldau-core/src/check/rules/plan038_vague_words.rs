//! `PLAN038`: a line promises something without saying how often or how many.

use super::prelude::*;
use crate::value::text::lower;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN038",
    name: "vagueWords",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Қаншалықты жиі немесе қанша екені айтылмаған. Жолдар: {lines}. Сөздер: {words}",
        ru: "Не сказано, как часто или сколько. Строки: {lines}. Слова: {words}",
        en: "It is not said how often or how many. Lines: {lines}. Words: {words}",
    },
    what: RuleInfo::manual(
        "Whether a line that speaks of \"regularly\", \"daily\", \"several\" or \"as needed\" has a number that recurs.",
    ),
    why: RuleInfo::manual("\"Regularly\" is met by anything and by nothing, as the reader likes."),
    example: RuleInfo::manual("«Парақшаны тұрақты түрде жүргізу»: 1"),
    remedy: Saying {
        kk: "Санмен жазыңыз: мысалы, айына кемінде 4 пост",
        ru: "Запишите числом: например, не менее 4 постов в месяц",
        en: "Write it as a number: at least 4 posts a month, for instance",
    },
};

pub(super) const RULE: Rule = Rule::wording(&INFO, check);

/// Words that promise a rhythm or a number without naming it. «Тұрақты» alone is a lasting thing, not a rhythm.
const VAGUE: [&str; 14] = [
    "тұрақты түрде",
    "тұрақты жүргіз",
    "үнемі",
    "жүйелі түрде",
    "күнделікті",
    "бірнеше",
    "қажеттілігіне қарай",
    "регулярно",
    "постоянно",
    "систематически",
    "ежедневно",
    "по мере необходимости",
    "regularly",
    "as needed",
];

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let mut vague: Vec<Row<'_>> = Vec::new();
    let mut words: Vec<&str> = Vec::new();
    for row in &context.rows {
        let recurs = row.line.targets.iter().any(|target| target.every.is_some());
        let found = if recurs { None } else { vague_word(row.line) };
        if let Some(word) = found {
            vague.push(*row);
            words.push(word);
        }
    }
    words.sort_unstable();
    words.dedup();
    let Some(finding) = Context::on_rows(&INFO, &vague, "name") else { return };
    out.push(words.iter().fold(finding, |finding, word| finding.param(Param::text("words", word))));
}

/// The vague words of a line's name or of its targets.
fn vague_word(line: &Indicator) -> Option<&'static str> {
    let texts = std::iter::once(&line.name).chain(line.targets.iter().map(|target| &target.text));
    texts.into_iter().find_map(|text| vague_words_in(&text.chars().map(lower).collect::<String>())).or_else(
        || {
            let as_needed = line.targets.iter().any(|target| matches!(target.rule, TargetRule::AsNeeded {}));
            as_needed.then_some("as needed")
        },
    )
}

/// The first vague words that begin where a word of a text in lower case does.
fn vague_words_in(text: &str) -> Option<&'static str> {
    let mut rest = text;
    loop {
        if let Some(found) = VAGUE.iter().find(|words| rest.starts_with(**words)) {
            return Some(found);
        }
        (_, rest) = rest.split_once(' ')?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Frequency;

    fn named(name: &str, target: Target) -> Plan {
        of_lines(vec![line("6.2", IndicatorKind::Outreach, name, vec![target])])
    }

    #[test]
    fn regularly_without_a_rhythm() {
        assert_eq!(
            said(&named("Жұмысты тұрақты түрде жариялау", plain("1")), &INFO),
            "It is not said how often or how many. Lines: 6.2. Words: тұрақты түрде"
        );
        assert_eq!(findings(&named("Кеңес беру", target(TargetRule::AsNeeded {})), &INFO).len(), 1);
    }

    #[test]
    fn regularly_with_a_rhythm() {
        let monthly = Target { every: Some(Frequency::Month), ..plain("1") };
        assert_eq!(findings(&named("Жұмысты тұрақты түрде жариялау", monthly), &INFO), []);
    }

    #[test]
    fn a_lasting_thing_is_no_rhythm() {
        assert_eq!(findings(&named("Жасақталған тұрақты коуоркинг", plain("1")), &INFO), []);
    }
}
