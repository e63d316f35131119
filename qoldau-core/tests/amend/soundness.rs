//! What holds for any plan and any agreement: a plan against itself keeps everything; a line is never taken for another;
//! no id is ever given twice.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use qoldau_core::plan::reconcile::{Amendment, NodeAnswer, RowState, amend, reconcile};
use qoldau_core::plan::{Indicator, Plan, PlanNode};
use qoldau_core::value::Id;

use crate::support::*;

/// Names as contracts have them: some are alike, some stand in every activity.
const NAMES: [&str; 14] = [
    "Ақпараттық посттар",
    "Қатысушылар саны",
    "Қатысушылар тізімі",
    "Әлеуметтік желіге хабарландыру (Facebook, Instagram)",
    "Әрбір іс-шарадан фото",
    "Әрбір іс-шарадан видео",
    "Жолданатын хат",
    "Шақыру хаттары",
    "Жұмыс жоспары",
    "Жұмыс кестесі",
    "Есеп",
    "Қорытынды есеп",
    "Дайжест",
    "Материал",
];

/// A line: which name, and how many.
type Promise = (usize, u32);
/// What stands in the activities of the tasks.
type Tasks<T> = Vec<Vec<Vec<T>>>;
/// Of each line the one it is in truth.
type Truth = BTreeMap<Id, Option<Id>>;

fn promises() -> impl Strategy<Value = Tasks<Promise>> {
    let activity = prop::collection::vec((0..NAMES.len(), 1_u32..4), 0..7);
    prop::collection::vec(prop::collection::vec(activity, 1..4), 1..4)
}

/// The annex that promises this, as it is read: every id by its place.
fn plan_of(tasks: &[Vec<Vec<Promise>>]) -> Plan {
    let mut plan = plan();
    let (model, act) = (plan.tasks[2].clone(), plan.tasks[2].activities[0].clone());
    plan.tasks = Vec::new();
    for (t, activities) in tasks.iter().enumerate() {
        let mut task = model.clone();
        (task.id, task.number, task.title) =
            (id(&format!("t{}", t + 1)), (t + 1).to_string(), format!("Міндет {}", t % 2));
        task.activities = Vec::new();
        let mut count = 0;
        for (a, lines) in activities.iter().enumerate() {
            let mut activity = act.clone();
            (activity.id, activity.title) =
                (id(&format!("t{}-a{}", t + 1, a + 1)), format!("Іс-шара {}", a % 2));
            activity.indicators = lines
                .iter()
                .map(|(name, amount)| {
                    count += 1;
                    line_of(&format!("t{}-{count}", t + 1), NAMES[*name], *amount, &act.indicators[0])
                })
                .collect();
            task.activities.push(activity);
        }
        plan.tasks.push(task);
    }
    plan
}

fn line_of(of: &str, name: &str, amount: u32, model: &Indicator) -> Indicator {
    let kind = qoldau_core::plan::read_kind(name);
    let targets = qoldau_core::plan::read_targets(&amount.to_string(), &id(of), None);
    Indicator { id: id(of), number: of.into(), name: name.into(), kind, targets, ..model.clone() }
}

/// One change to an annex. Numbers point into it by their remainders.
#[derive(Debug, Clone)]
enum Change {
    Insert { at: usize, name: usize },
    Withdraw { at: usize },
    Swap { at: usize, with: usize },
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let change = prop_oneof![
        (any::<usize>(), 0..NAMES.len()).prop_map(|(at, name)| Change::Insert { at, name }),
        any::<usize>().prop_map(|at| Change::Withdraw { at }),
        (any::<usize>(), any::<usize>()).prop_map(|(at, with)| Change::Swap { at, with }),
    ];
    prop::collection::vec(change, 0..5)
}

/// The changed promises, and for each new line by its id the old line it is in truth. What is inserted promises a number
/// that nothing else does, because a line put in the place of an equal one is that line to any reader.
fn changed(old: &[Vec<Vec<Promise>>], changes: &[Change]) -> (Tasks<Promise>, Truth) {
    let mut tasks: Tasks<(Promise, Option<Id>)> = Vec::new();
    for (t, activities) in old.iter().enumerate() {
        let mut count = 0;
        let mut own = |line: &Promise| {
            count += 1;
            (*line, Some(id(&format!("t{}-{count}", t + 1))))
        };
        tasks.push(activities.iter().map(|lines| lines.iter().map(&mut own).collect()).collect());
    }
    for (nth, change) in (100_u32..).zip(changes) {
        let at = match change {
            Change::Insert { at, .. } | Change::Withdraw { at } | Change::Swap { at, .. } => *at,
        };
        let task = at % tasks.len();
        let activity = (at / 7) % tasks[task].len();
        let lines = &mut tasks[task][activity];
        let place = (at / 49) % (lines.len() + 1);
        match change {
            Change::Insert { name, .. } => lines.insert(place, ((*name, nth), None)),
            Change::Withdraw { .. } if place < lines.len() => drop(lines.remove(place)),
            Change::Swap { with, .. } if place < lines.len() => {
                let with = with % lines.len();
                lines.swap(place, with);
            }
            Change::Withdraw { .. } | Change::Swap { .. } => {}
        }
    }
    let mut truth = BTreeMap::new();
    let mut promises = Vec::new();
    for (t, activities) in tasks.into_iter().enumerate() {
        let mut count = 0;
        let mut plain = Vec::new();
        for lines in activities {
            let mut own = Vec::new();
            for (promise, of) in lines {
                count += 1;
                truth.insert(id(&format!("t{}-{count}", t + 1)), of);
                own.push(promise);
            }
            plain.push(own);
        }
        promises.push(plain);
    }
    (promises, truth)
}

/// Every id that stands in a plan, of whatever edition.
fn ids(plan: &Plan) -> BTreeSet<Id> {
    let lines = plan.lines().flat_map(|(task, activity, line)| {
        let targets = line.targets.iter().map(|target| target.id.clone());
        [task.id.clone(), activity.id.clone(), line.id.clone()].into_iter().chain(targets)
    });
    let gone = plan.withdrawn.iter().map(|gone| gone.id.clone());
    let activities = plan.activities().map(|(_, activity)| activity.id.clone());
    lines.chain(gone).chain(activities).chain(plan.tasks.iter().map(|task| task.id.clone())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_plan_against_itself_keeps_everything(tasks in promises()) {
        let plan = plan_of(&tasks);
        let found = reconcile(&plan, &plan, &agreement(&[]));
        for row in &found.rows {
            prop_assert_eq!(row.state, RowState::Kept);
            prop_assert_eq!(&row.old, &row.new);
        }
        let next = amend(&plan, &plan, &agreement(&[])).unwrap();
        prop_assert_eq!(&next.plan.tasks, &plan.tasks);
        prop_assert_eq!(next.plan.withdrawn, []);
    }

    /// What is proposed for certain is true; what is not certain has the truth among what it may be, or is new.
    #[test]
    fn no_line_is_taken_for_another(tasks in promises(), changes in changes()) {
        let old = plan_of(&tasks);
        let (promises, truth) = changed(&tasks, &changes);
        let new = plan_of(&promises);
        let found = reconcile(&old, &new, &agreement(&[]));
        let content = |plan: &Plan, of: &Id| {
            let line = plan.line(of).unwrap();
            (line.name.clone(), line.targets[0].text.clone())
        };
        for row in found.rows.iter().filter(|row| row.node == PlanNode::Line) {
            let (Some(is), Some(was)) = (&row.new, &row.old) else { continue };
            let Some(line) = &truth[&is.id] else {
                // One of a name taken out and another put in is one line changed, to any reader.
                let gone = !truth.values().flatten().any(|line| *line == was.id);
                prop_assert!(gone && is.name == was.name, "{} is new and was taken for {}", is.id, was.id);
                continue;
            };
            // Lines that promise the same in one activity are not told apart by anybody.
            prop_assert!(*line == was.id || content(&old, line) == content(&old, &was.id), "{} is {line}, not {}", is.id, was.id);
        }
    }

    /// Whatever people answer, what is new has an id that no edition ever gave.
    #[test]
    fn no_id_is_given_twice(tasks in promises(), rounds in prop::collection::vec((changes(), any::<bool>()), 1..4)) {
        let mut plan = plan_of(&tasks);
        let mut given = ids(&plan);
        let mut promises = tasks;
        for (changes, first) in rounds {
            promises = changed(&promises, &changes).0;
            let annex = plan_of(&promises);
            let mut amendment: Amendment = agreement(&[]);
            let next = loop {
                let found = reconcile(&plan, &annex, &amendment);
                let Some(row) = found.rows.iter().find(|row| row.state == RowState::Unsure && row.new.is_some()) else {
                    break amend(&plan, &annex, &amendment).unwrap();
                };
                let old = row.candidates.first().filter(|_| first).map(|one| one.id.clone());
                amendment.answers.push(NodeAnswer { amended: row.new.clone().unwrap().id, old });
            };
            let stayed = |pair: &&qoldau_core::plan::reconcile::IdPair| ids(&plan).contains(&pair.id);
            let standing: BTreeSet<Id> = ids(&Plan { withdrawn: Vec::new(), ..plan.clone() });
            for pair in next.ids.iter().filter(|pair| !stayed(pair)) {
                prop_assert!(!given.contains(&pair.id), "{} is given again", pair.id);
            }
            for pair in next.ids.iter().filter(|pair| stayed(pair)) {
                prop_assert!(standing.contains(&pair.id), "{} was withdrawn", pair.id);
            }
            let own: Vec<&Id> = next.ids.iter().map(|pair| &pair.id).collect();
            prop_assert_eq!(own.iter().collect::<BTreeSet<_>>().len(), own.len());
            // What was there is there still, or is remembered.
            let now = ids(&next.plan);
            for (.., line) in plan.lines() {
                prop_assert!(now.contains(&line.id), "{} is forgotten", line.id);
            }
            given.extend(now);
            plan = next.plan;
        }
    }
}
