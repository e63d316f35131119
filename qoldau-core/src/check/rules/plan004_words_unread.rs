//! `PLAN004`: words of the contract have no place in the plan.

use super::prelude::*;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN004",
    name: "wordsUnread",
    severity: Severity::Warning,
    since: "0.1",
    message: Saying {
        kk: "Шарттың кейбір сөздері жоспардың ешбір жеріне жатқызылмады, олар сол күйінде сақталды. Саны: {count}",
        ru: "Некоторые слова договора не отнесены ни к одной части плана и сохранены как есть. Их число: {count}",
        en: "Some words of the contract belong to no part of the plan that was understood; they are kept as they stand. Their number: {count}",
    },
    what: "Whether the plan holds words of the contract that were not understood.",
    why: "They may be a promise. The contract's text is never dropped, so it has to be looked at.",
    example: "a row of a table between two tasks",
    remedy: Saying {
        kk: "Сол жерлерді қарап, олар уәде болса, тиісті жолға жазыңыз",
        ru: "Просмотрите эти места; если в них обещание, запишите его в нужную строку",
        en: "Look at these places; where they hold a promise, write it into the line it belongs to",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let unread = &context.plan.unread;
    if !unread.is_empty() {
        // The words themselves may be a person's: the place alone is said.
        out.push(Finding::new(&INFO, of_plan("unread")).param(Param::count("count", unread.len())));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Unread;

    fn with_unread(count: u32) -> Plan {
        let mut plan = plan(Vec::new());
        let words = |row| Unread {
            place: Place::Cell { block: 2, table: None, row, column: 0, paragraph: 0 },
            text: "Б.Қызметкер".into(),
        };
        plan.unread = (0..count).map(words).collect();
        plan
    }

    #[test]
    fn words_are_counted_and_never_quoted() {
        let plan = with_unread(3);
        assert!(said(&plan, &INFO).ends_with("Their number: 3"));
        assert!(!format!("{:?}", findings(&plan, &INFO)).contains("Қызметкер"));
    }

    #[test]
    fn a_plan_read_whole_has_none_and_one_word_is_enough() {
        assert_eq!(findings(&with_unread(0), &INFO), []);
        assert_eq!(findings(&with_unread(1), &INFO).len(), 1);
    }
}
