//! What differs between two editions of one part, in the words of the contract.
//!
//! Case, spaces, dashes and letters that only look alike are no difference; of a person's own data only the field is
//! told.

use super::model::{NodeChange, NodeField};
use super::node::{due_meaning, meaning};
use crate::plan::{Activity, Due, GrantTask, ImpactLine, Indicator, Plan, StaffMember, Target};
use crate::value::DateRange;
use crate::value::text::fold_words;

/// Gathers differences.
#[derive(Default)]
struct Changes(Vec<NodeChange>);

impl Changes {
    /// Words of the contract.
    fn words(&mut self, field: NodeField, before: Option<&str>, after: Option<&str>) {
        if before.map(fold_words) != after.map(fold_words) {
            self.note(field, before.map(str::to_owned), after.map(str::to_owned));
        }
    }

    fn text(&mut self, field: NodeField, before: &str, after: &str) {
        self.words(field, Some(before), Some(after));
    }

    /// Lists of words, told one below the other.
    fn list(&mut self, field: NodeField, before: &[String], after: &[String]) {
        let joined = |list: &[String]| (!list.is_empty()).then(|| list.join("\n"));
        self.words(field, joined(before).as_deref(), joined(after).as_deref());
    }

    /// Something whose words are told where its meaning or its words differ.
    fn meaning(&mut self, field: NodeField, differs: bool, before: Option<String>, after: Option<String>) {
        if differs || before.as_deref().map(fold_words) != after.as_deref().map(fold_words) {
            self.note(field, before, after);
        }
    }

    fn targets(&mut self, before: &[Target], after: &[Target]) {
        let words = |targets: &[Target]| targets_of(targets).map(|(_, words)| words);
        let differs = before.iter().map(meaning).ne(after.iter().map(meaning));
        self.meaning(NodeField::Targets, differs, words(before), words(after));
    }

    /// A field of a person: that it differs, and nothing of what it holds.
    fn personal(&mut self, field: NodeField, differs: bool) {
        if differs {
            self.note(field, None, None);
        }
    }

    fn note(&mut self, field: NodeField, before: Option<String>, after: Option<String>) {
        self.0.push(NodeChange { field, before, after });
    }
}

/// The targets of a line that only one edition has.
pub(super) fn targets_of(targets: &[Target]) -> Option<(NodeField, String)> {
    let texts: Vec<&str> = targets.iter().map(|target| target.text.as_str()).collect();
    (!texts.is_empty()).then(|| (NodeField::Targets, texts.join(", ")))
}

/// The deadline of an activity that only one edition has.
pub(super) fn due_of(activity: &Activity) -> Option<(NodeField, String)> {
    activity.due.as_ref().map(|due| (NodeField::Due, due.text().to_owned()))
}

/// The plan's own fields.
pub(super) fn of_plan(a: &Plan, b: &Plan) -> Vec<NodeChange> {
    let mut out = Changes::default();
    let period = |period: Option<DateRange>| period.map(|days| format!("{}..{}", days.start, days.end));
    out.text(NodeField::Language, a.language.tag(), b.language.tag());
    out.words(NodeField::Title, a.title.as_deref(), b.title.as_deref());
    out.words(NodeField::Grantee, a.grantee.as_deref(), b.grantee.as_deref());
    out.words(NodeField::Priority, a.priority.as_deref(), b.priority.as_deref());
    out.list(NodeField::Goals, &a.goals, &b.goals);
    out.words(NodeField::Territory, a.territory.as_deref(), b.territory.as_deref());
    out.words(NodeField::TargetGroup, a.target_group.as_deref(), b.target_group.as_deref());
    out.words(NodeField::Period, period(a.period).as_deref(), period(b.period).as_deref());
    out.list(NodeField::ExpectedResults, &a.expected_results, &b.expected_results);
    out.list(NodeField::Partners, &a.partners, &b.partners);
    out.0
}

pub(super) fn of_task(a: &GrantTask, b: &GrantTask) -> Vec<NodeChange> {
    let mut out = Changes::default();
    out.text(NodeField::Title, &a.title, &b.title);
    out.0
}

/// `moved`: the headings of the task it stood in and of the one it stands in, where they are two.
pub(super) fn of_activity(a: &Activity, b: &Activity, moved: Option<(&str, &str)>) -> Vec<NodeChange> {
    let mut out = Changes::default();
    let words = |due: &Option<Due>| due.as_ref().map(|due| due.text().to_owned());
    let means = |due: &Option<Due>| due.as_ref().map(due_meaning);
    if let Some((from, to)) = moved {
        out.note(NodeField::InTask, Some(from.to_owned()), Some(to.to_owned()));
    }
    out.text(NodeField::Title, &a.title, &b.title);
    out.words(NodeField::Description, a.description.as_deref(), b.description.as_deref());
    out.words(NodeField::Venue, a.venue.as_deref(), b.venue.as_deref());
    out.list(NodeField::Channels, &a.channels, &b.channels);
    out.meaning(NodeField::Due, means(&a.due) != means(&b.due), words(&a.due), words(&b.due));
    out.0
}

/// `moved`: the headings of the activity it stood in and of the one it stands in, where they are two.
pub(super) fn of_line(a: &Indicator, b: &Indicator, moved: Option<(&str, &str)>) -> Vec<NodeChange> {
    let mut out = Changes::default();
    if let Some((from, to)) = moved {
        out.note(NodeField::InActivity, Some(from.to_owned()), Some(to.to_owned()));
    }
    out.text(NodeField::Name, &a.name, &b.name);
    if a.kind != b.kind && !keeps_kind(a, b) {
        out.note(NodeField::Kind, Some(a.kind.key().to_owned()), Some(b.kind.key().to_owned()));
    }
    out.targets(&a.targets, &b.targets);
    out.0
}

/// Whether what a line counts is what it counted: its name and what its numbers are of are as they were, so that the
/// kind somebody gave it by hand holds.
pub(super) fn keeps_kind(a: &Indicator, b: &Indicator) -> bool {
    let shapes = |line: &Indicator| line.targets.iter().map(super::node::shape).collect::<Vec<_>>();
    fold_words(&a.name) == fold_words(&b.name) && shapes(a) == shapes(b)
}

pub(super) fn of_impact(a: &ImpactLine, b: &ImpactLine) -> Vec<NodeChange> {
    let mut out = Changes::default();
    out.text(NodeField::Name, &a.name, &b.name);
    out.words(NodeField::Unit, a.unit.as_deref(), b.unit.as_deref());
    out.targets(&a.targets, &b.targets);
    out.0
}

/// `moved`: whether the person stood in the other table.
pub(super) fn of_person(a: &StaffMember, b: &StaffMember, moved: bool) -> Vec<NodeChange> {
    let mut out = Changes::default();
    out.personal(NodeField::InTeam, moved);
    out.personal(NodeField::Name, fold_words(a.name.reveal()) != fold_words(b.name.reveal()));
    out.words(NodeField::Role, a.role.as_deref(), b.role.as_deref());
    out.personal(NodeField::Phone, a.phone != b.phone);
    let duties = |person: &StaffMember| person.duties.as_deref().map(fold_words);
    out.personal(NodeField::Duties, duties(a) != duties(b));
    let percent = |person: &StaffMember| person.workload_percent.map(|percent| percent.to_string());
    out.words(NodeField::Workload, percent(a).as_deref(), percent(b).as_deref());
    // Days that the new annex does not name are those that were known.
    let differs = b.from.is_some_and(|day| a.from != Some(day)) || b.to.is_some_and(|day| a.to != Some(day));
    out.personal(NodeField::Days, differs);
    out.0
}
