//! `PLAN019`: it is open whether the tasks' posts count towards the information work's.

use super::prelude::*;

pub(super) const INFO: RuleInfo = RuleInfo {
    code: "PLAN019",
    name: "taskPostsUnclear",
    severity: Severity::Question,
    since: "0.1",
    message: Saying {
        kk: "Міндеттердегі посттар ақпараттық жұмыстың посттарына кіре ме, әлде олардан бөлек пе — айтылмаған. Ақпараттық жұмыс жолдары: {information}; жоспар: {amount}. Міндеттердегі пост жолдары: {posts}",
        ru: "Не сказано, входят ли посты задач в посты информационной работы или считаются отдельно. Строки информационной работы: {information}; план: {amount}. Строки постов в задачах: {posts}",
        en: "It is not said whether the tasks' posts are within the information work's or beside them. Lines of the information work: {information}; target: {amount}. Lines of posts in the tasks: {posts}",
    },
    what: RuleInfo::manual("Whether posts are promised both in the tasks and in the information work."),
    why: RuleInfo::manual(
        "One post shared by two sections is the usual practice; an operator who counts them apart asks for twice as many.",
    ),
    example: RuleInfo::manual("25 posts in the information work, and 2 or 3 in each of seven tasks"),
    remedy: Saying {
        kk: "Посттар қалай саналатынын оператормен келісіңіз",
        ru: "Согласуйте с оператором, как считать посты",
        en: "Agree with the operator how posts count",
    },
};

pub(super) const RULE: Rule = Rule::signed(&INFO, check);

fn check(context: &Context<'_>, out: &mut Vec<Finding>) {
    let posts = context.rows.iter().filter(|row| promises_posts(row.line));
    let (information, tasks): (Vec<Row<'_>>, Vec<Row<'_>>) =
        posts.copied().partition(|row| row.task.kind == TaskKind::Information);
    if tasks.is_empty() {
        return;
    }
    for rows in context.by_settled(information, Question::TaskPosts, |row| &row.line.id) {
        let Some(first) = rows.first() else { continue };
        let mut finding = Finding::new(&INFO, at(&first.line.id, "targets"));
        for row in &rows {
            finding =
                finding.lines([row.line.id.clone()]).param(Param::number("information", &row.line.number));
            let amounts = row.line.targets.iter().filter_map(total);
            finding = amounts.fold(finding, |finding, (_, amount)| {
                finding.param(Param::quantity("amount", amount, UnitCode::Post.key()))
            });
        }
        for row in &tasks {
            finding = finding.param(Param::number("posts", &row.line.number));
        }
        out.push(
            finding.offer(Question::TaskPosts.key(), "within").offer(Question::TaskPosts.key(), "beside"),
        );
    }
}

/// Whether a line promises posts: by its kind, or by the unit of one of its targets. A line of the information work
/// must promise a total.
fn promises_posts(line: &Indicator) -> bool {
    let of_unit = |target: &Target| target.unit.as_ref().is_some_and(|unit| unit.code == UnitCode::Post);
    line.kind == IndicatorKind::Post || line.targets.iter().any(of_unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn posts(of_tasks: Vec<Indicator>) -> Plan {
        let total = line("9.1", IndicatorKind::Post, "Посттар (сілтеме, скриншот)", vec![plain("25")]);
        let mut information = task("9", "", vec![activity("9.1", vec![total])]);
        information.kind = TaskKind::Information;
        plan(vec![task("1", "", vec![activity("1.1", of_tasks)]), information])
    }

    #[test]
    fn posts_in_the_tasks_and_twenty_five_in_the_information_work() {
        let letters = of_unit(UnitCode::Letter, plain("7"));
        let plan = posts(vec![
            line(
                "1.3",
                IndicatorKind::Outreach,
                "Насихаттау",
                vec![of_unit(UnitCode::Post, plain("2")), letters],
            ),
            line("1.9", IndicatorKind::Post, "Ақпараттық посттар", vec![bounded(Bound::AtLeast, "2")]),
        ]);
        assert_eq!(
            said(&plan, &INFO),
            "It is not said whether the tasks' posts are within the information work's or beside them. Lines of the \
             information work: 9.1; target: 25 posts. Lines of posts in the tasks: 1.3, 1.9"
        );
        assert_eq!(answers(&plan, &INFO), ["taskPosts=within", "taskPosts=beside"]);
        assert_eq!(touched(&plan, &INFO), ["l9.1"]);
    }

    #[test]
    fn announcements_are_no_posts() {
        let plan = posts(vec![line("1.8", IndicatorKind::Announcement, "Хабарландыру", vec![plain("2")])]);
        assert_eq!(findings(&plan, &INFO), []);
    }

    #[test]
    fn a_policy_that_somebody_decided_on_answers_it() {
        use crate::plan::{Policy, Setting, Source};
        let plan = posts(vec![line("1.9", IndicatorKind::Post, "Пост", vec![plain("2")])]);
        let decided = Setting { source: Source::Contract, ..Setting::default_of("within") };
        let policy = Policy { task_posts: decided, ..Policy::default() };
        let result = crate::check::check(&plan, crate::check::Stage::Signed, &policy, &[]);
        assert_eq!(result.findings.len(), 0, "{result:?}");
        assert_eq!(result.folded.len(), 1);
    }
}
