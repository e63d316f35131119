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
    what: RuleInfo::manual(
        "Whether the plan holds words of the contract that were not understood; those that stand together are one finding.",
    ),
    why: RuleInfo::manual(
        "They may be a promise. The contract's text is never dropped, so it has to be looked at.",
    ),
    example: RuleInfo::manual("a row of a table between two tasks"),
    remedy: Saying {
        kk: "Сол жерлерді қарап, олар уәде болса, тиісті жолға жазыңыз",
        ru: "Просмотрите эти места; если в них обещание, запишите его в нужную строку",
        en: "Look at these places; where they hold a promise, write it into the line it belongs to",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    for run in context.plan.unread.chunk_by(|one, other| one.place.is_together_with(&other.place)) {
        let Some(first) = run.first() else { continue };
        // The words themselves may be a person's: the place alone is said.
        out.push(Finding::new(&INFO, first.place.clone()).param(Param::count("count", run.len())));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Unread;

    fn in_table(table: u32, row: u32) -> Unread {
        Unread {
            place: Place::Cell { block: 2, table: Some(table), row, column: 0, paragraph: 0 },
            text: "Б.Қызметкер".into(),
        }
    }

    fn with_unread(count: u32) -> Plan {
        let mut plan = plan(Vec::new());
        plan.unread = (0..count).map(|row| in_table(1, row)).collect();
        plan
    }

    #[test]
    fn words_that_stand_together_are_one_finding_at_the_first_of_them() {
        let mut plan = with_unread(2);
        plan.unread.push(in_table(2, 5));
        let found = findings(&plan, &INFO);
        let places: Vec<&Place> = found.iter().map(|finding| &finding.place).collect();
        assert_eq!(places, [&plan.unread[0].place, &plan.unread[2].place]);
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
