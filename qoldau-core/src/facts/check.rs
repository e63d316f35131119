//! Facts held against the plan: what they name that is not there, and values of the wrong form.

use std::collections::{BTreeMap, BTreeSet};

use super::attach::{EverNamed, Fits, changed_items, item_of};
use super::kinds::say_changed;
use super::observe::heads;
use super::outline::{Form, Outline};
use super::read::{FINDINGS_LISTED, FactsRead};
use super::rivals::rivals;
use super::rules;
use super::succession::Succession;
use super::tally::Tally;
use super::told_once::counted_twice;
use super::{Entry, Event, Evidence, Fact, Reading, ReadingValue};
use crate::finding::{Finding, Param, Place, RuleInfo};
use crate::plan::{AnswerForm, Plan, PlanReading, UnitCode, asks_for_number};
use crate::value::{Amount, Id, IsoDate};

/// Holds the facts of a journal against the plan: lines, targets, activities and events they name that are not there,
/// values of the wrong form, dates outside the project.
///
/// Entries that were replaced or voided are not looked at. Findings come in the order of the journal; of one code at
/// most a thousand are listed and the others counted.
#[must_use]
pub fn check_facts(plan: &Plan, read: &FactsRead) -> Vec<Finding> {
    let succession = Succession::of(&heads(&read.entries));
    let standing: Vec<bool> = succession.until.iter().map(Option::is_none).collect();
    let mut check = Check { plan: Outline::of(plan), journal: Names::of(&read.entries, &standing) };
    check.journal.know_doubles(&read.findings);
    let mut tally = Tally::new(FINDINGS_LISTED);
    if let Some(other) = read.plan.as_ref().filter(|other| **other != plan.id) {
        tally
            .push(Finding::new(&rules::OTHER_PLANS_JOURNAL, Place::Whole {}).param(Param::id("plan", other)));
    }
    say_lost(read, &succession, &mut tally);
    say_rivals(read, &standing, &mut tally);
    say_counted_twice(read, &standing, &mut tally);
    say_changed(read, &standing, &mut tally);
    for ((entry, line), _) in
        read.entries.iter().zip(&read.lines).zip(&standing).filter(|(_, stands)| **stands)
    {
        let place = Place::Line { line: *line, entry: Some(entry.id.clone()) };
        let mut said = Said { place, tally: &mut tally };
        check.entry(entry, &mut said);
    }
    tally.finish()
}

/// Tells of entries in whose place another stands that does not replace them.
fn say_lost(read: &FactsRead, succession: &Succession, tally: &mut Tally) {
    let mut lost: Vec<(usize, Option<usize>)> = succession
        .contests
        .iter()
        .flat_map(|contest| contest.lost.iter().map(|lost| (*lost, contest.holds)))
        .collect();
    lost.sort_unstable();
    for (lost, holds) in lost {
        let (Some(entry), Some(line)) = (read.entries.get(lost), read.lines.get(lost)) else { continue };
        let place = Place::Line { line: *line, entry: Some(entry.id.clone()) };
        let holds = holds.and_then(|at| read.entries.get(at)).map(|entry| Param::id("entry", &entry.id));
        let finding = Finding::new(&rules::WITHOUT_EFFECT, place);
        tally.push(holds.into_iter().fold(finding, Finding::param));
    }
}

/// The entries that stand, by place.
fn those_that_stand<'a>(
    read: &'a FactsRead,
    standing: &'a [bool],
) -> impl Iterator<Item = (usize, &'a Entry)> {
    let entries = read.entries.iter().zip(standing).enumerate();
    entries.filter(|(_, (_, stands))| **stands).map(|(at, (entry, _))| (at, entry))
}

/// Asks about one number that different devices added for one event.
fn say_counted_twice(read: &FactsRead, standing: &[bool], tally: &mut Tally) {
    for (line, entries) in counted_twice(those_that_stand(read, standing)) {
        let mut entries =
            entries.iter().filter_map(|at| Some((read.entries.get(*at)?, read.lines.get(*at)?)));
        let Some((first, _)) = entries.next() else { continue };
        for (entry, place) in entries {
            let place = Place::Line { line: *place, entry: Some(entry.id.clone()) };
            let finding = Finding::new(&rules::COUNTED_TWICE, place).lines([line.clone()]);
            tally.push(finding.param(Param::id("entry", &first.id)));
        }
    }
}

/// Tells of events, items and lines of which different devices say different things.
fn say_rivals(read: &FactsRead, standing: &[bool], tally: &mut Tally) {
    for (about, entries) in rivals(those_that_stand(read, standing)) {
        let counts = entries.first().and_then(|at| Some((read.entries.get(*at)?, read.lines.get(*at)?)));
        let Some((entry, line)) = counts else { continue };
        let place = Place::Line { line: *line, entry: Some(entry.id.clone()) };
        let finding = Finding::new(&rules::TOLD_DIFFERENTLY, place);
        tally.push(finding.param(Param::id("record", about)).param(Param::id("entry", &entry.id)));
    }
}

/// Takes the findings of one entry.
struct Said<'a> {
    place: Place,
    tally: &'a mut Tally,
}

impl Said<'_> {
    fn say(&mut self, rule: &RuleInfo, lines: &[&Id], param: Option<Param>) {
        let finding = Finding::new(rule, self.place.clone()).lines(lines.iter().map(|line| (*line).clone()));
        self.tally.push(match param {
            Some(param) => finding.param(param),
            None => finding,
        });
    }
}

/// What the journal itself names.
struct Names<'a> {
    /// Events, and whether any entry of each still stands.
    events: BTreeMap<&'a str, bool>,
    /// Items of evidence that are named but that no standing entry records.
    missing_items: BTreeSet<&'a str>,
    /// Entries that are replaced but that are not there.
    missing_entries: BTreeSet<&'a str>,
    /// Items of evidence whose changes are too many to count.
    overfull_items: BTreeSet<&'a str>,
    /// Entries that take from an item what it does not have.
    vain: BTreeSet<&'a str>,
}

impl<'a> Names<'a> {
    fn of(entries: &'a [Entry], standing: &[bool]) -> Self {
        let mut names = Self {
            events: BTreeMap::new(),
            missing_items: BTreeSet::new(),
            missing_entries: BTreeSet::new(),
            overfull_items: BTreeSet::new(),
            vain: vain_detachments(entries),
        };
        let changed = changed_items(entries.len(), entries.iter().map(|entry| entry.fact.now()));
        names.overfull_items =
            changed.iter().filter(|(_, fits)| **fits == Fits::TooMany).map(|(id, _)| id.as_str()).collect();
        for (entry, stands) in entries.iter().zip(standing) {
            names.missing_entries.extend(entry.replaces.iter().map(Id::as_str));
            match entry.fact.now() {
                Fact::Event { body } => *names.events.entry(body.event.as_str()).or_default() |= *stands,
                Fact::Approval { body } => names.missing_items.extend(body.evidence.as_ref().map(Id::as_str)),
                Fact::LinkState { body } => names.missing_items.extend([body.evidence.as_str()]),
                Fact::Reply { body } => names.missing_items.extend(body.evidence.iter().map(Id::as_str)),
                Fact::AttachEvidence { body } | Fact::DetachEvidence { body } => {
                    names.missing_items.extend([body.evidence.as_str()]);
                }
                _ => {}
            }
        }
        for (entry, stands) in entries.iter().zip(standing) {
            names.missing_entries.remove(entry.id.as_str());
            if let (Fact::Evidence { body }, true) = (entry.fact.now(), *stands) {
                names.missing_items.remove(body.item.as_str());
            }
        }
        names
    }
}

/// The detachments that name something which nothing earlier recorded of their item. What is detached twice was there.
fn vain_detachments(entries: &[Entry]) -> BTreeSet<&str> {
    let detaches = |entry: &&Entry| matches!(entry.fact, Fact::DetachEvidence { .. });
    let items: BTreeSet<&Id> =
        entries.iter().filter(detaches).filter_map(|entry| item_of(&entry.fact)).collect();
    if items.is_empty() {
        return BTreeSet::new();
    }
    let mut runs: BTreeMap<&Id, Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        if let Some(item) = item_of(entry.fact.now()).filter(|item| items.contains(item)) {
            runs.entry(item).or_default().push(entry);
        }
    }
    let mut vain = BTreeSet::new();
    for mut run in runs.into_values() {
        run.sort_by_key(|entry| (entry.on, &entry.clock, &entry.id));
        let mut ever = EverNamed::default();
        for entry in run {
            match entry.fact.now() {
                Fact::DetachEvidence { body } if !ever.has_all(body) => {
                    vain.insert(entry.id.as_str());
                }
                fact => ever.note(fact),
            }
        }
    }
    vain
}

impl Names<'_> {
    /// What was replaced because its id stood for different contents is there, though none of it counts.
    fn know_doubles(&mut self, findings: &[Finding]) {
        for finding in findings.iter().filter(|finding| finding.code == rules::SAME_ID_SETTLED.code) {
            if let Place::Line { entry: Some(entry), .. } = &finding.place {
                self.missing_entries.remove(entry.as_str());
            }
        }
    }
}

struct Check<'a> {
    plan: Outline<'a>,
    journal: Names<'a>,
}

impl Check<'_> {
    fn entry(&self, entry: &Entry, said: &mut Said<'_>) {
        for replaced in entry.replaces.iter().filter(|id| self.journal.missing_entries.contains(id.as_str()))
        {
            said.say(&rules::UNKNOWN_REPLACED, &[], Some(Param::id("entry", replaced)));
        }
        match entry.fact.now() {
            Fact::Event { body } => self.event(body, said),
            Fact::Reading { body } => self.reading(entry.on, body, said),
            Fact::Evidence { body } => self.evidence(entry.on, body, said),
            Fact::Approval { body } => {
                self.lines(&body.lines, said);
                self.item(body.evidence.as_ref(), said);
                if !body.names_a_document() {
                    said.say(&rules::NO_DOCUMENT, &body.lines.iter().collect::<Vec<_>>(), None);
                }
            }
            Fact::PlanReading { body } => {
                self.any_part(std::slice::from_ref(&body.line), said);
                if !body.is_usable(self.plan.plan) {
                    said.tally.push(self.unusable(body, said.place.clone()));
                }
            }
            Fact::Acknowledgement { body } => self.any_part(&body.lines, said),
            Fact::LinkState { body } => self.item(Some(&body.evidence), said),
            Fact::SameEvent { body } | Fact::SplitEvent { body } => self.events(&body.events, said),
            Fact::Review { body } => {
                self.lines(std::slice::from_ref(&body.line), said);
                if body.accepted.is_some() {
                    self.needs_target(&body.line, body.target.as_ref(), said);
                }
                self.target(&body.line, body.target.as_ref(), said);
            }
            Fact::AttachEvidence { body } => {
                self.item(Some(&body.evidence), said);
                if self.journal.overfull_items.contains(body.evidence.as_str()) {
                    said.say(&rules::TOO_MANY_CHANGES, &[], Some(Param::id("item", &body.evidence)));
                }
                self.lines(&body.lines, said);
                self.events(&body.events, said);
            }
            Fact::DetachEvidence { body } => {
                self.item(Some(&body.evidence), said);
                let known = !self.journal.missing_items.contains(body.evidence.as_str());
                if known && self.journal.vain.contains(entry.id.as_str()) {
                    said.say(&rules::DETACHES_NOTHING, &[], Some(Param::id("item", &body.evidence)));
                }
            }
            Fact::Attendance { body } => {
                self.lines(body.line.as_slice(), said);
                self.events(body.event.as_slice(), said);
                self.within_project(body.event.is_none().then_some(entry.on), said);
            }
            Fact::Headcount { body } => self.events(std::slice::from_ref(&body.event), said),
            Fact::PeopleCount { body } => self.lines(std::slice::from_ref(&body.line), said),
            Fact::ReachEstimate { body } => self.lines(std::slice::from_ref(&body.line), said),
            Fact::Reply { body } => body.evidence.iter().for_each(|item| self.item(Some(item), said)),
            Fact::PersonDecision { .. }
            | Fact::Void { .. }
            | Fact::Amend { .. }
            | Fact::Erase { .. }
            | Fact::PlanAdopted { .. }
            | Fact::PlanAmended { .. }
            | Fact::EntryReview { .. }
            | Fact::Submission { .. }
            | Fact::Remark { .. }
            | Fact::RemarkResolved { .. }
            | Fact::Acceptance { .. }
            | Fact::Erased { .. }
            | Fact::Other { .. } => {}
        }
    }

    fn event(&self, event: &Event, said: &mut Said<'_>) {
        let known = |id: &&Id| self.plan.activities.contains_key(id.as_str());
        for activity in event.activities.iter().filter(|id| !known(id)) {
            said.say(&rules::UNKNOWN_ACTIVITY, &[], Some(Param::id("activity", activity)));
        }
        if let Some(label) = event.part.as_deref() {
            let of_activity = event.activities.iter().filter_map(|id| self.plan.activities.get(id.as_str()));
            if event.activities.iter().any(|id| known(&id))
                && !of_activity.flatten().any(|part| part.is_called(label))
            {
                said.say(&rules::UNKNOWN_PART, &event.activities.iter().collect::<Vec<_>>(), None);
            }
        }
        self.within_project([Some(event.start), event.end].into_iter().flatten(), said);
    }

    fn reading(&self, on: IsoDate, reading: &Reading, said: &mut Said<'_>) {
        let line = &reading.line;
        self.lines(std::slice::from_ref(line), said);
        self.events(reading.event.as_slice(), said);
        self.within_project([on], said);
        self.needs_target(line, reading.target.as_ref(), said);
        self.target(line, reading.target.as_ref(), said);
        let of_target = reading.target.as_ref().and_then(|target| self.plan.targets.get(target.as_str()));
        let form = of_target.map(|(_, form)| form).or_else(|| self.plan.lines.get(line.as_str()));
        let rule = match (reading.value, form) {
            (ReadingValue::Amount { .. }, Some(Form::Shares)) => &rules::WRONG_VALUE,
            (ReadingValue::Share { .. }, Some(Form::Amounts)) => &rules::SHARE_OF_COUNT,
            _ => return,
        };
        said.say(rule, &[line], Some(Param::id("line", line)));
    }

    fn evidence(&self, on: IsoDate, evidence: &Evidence, said: &mut Said<'_>) {
        if evidence.lines.is_empty() {
            said.say(&rules::NO_LINE, &[], Some(Param::id("item", &evidence.item)));
        }
        self.lines(&evidence.lines, said);
        self.events(&evidence.events, said);
        self.within_project([evidence.date.unwrap_or(on)], said);
        for target in &evidence.targets {
            match self.plan.targets.get(target.as_str()) {
                None => said.say(&rules::UNKNOWN_TARGET, &[], Some(Param::id("target", target))),
                Some((line, _)) if !evidence.lines.contains(line) => {
                    said.say(&rules::OTHER_LINES_TARGET, &[line], Some(Param::id("target", target)));
                }
                Some(_) => {}
            }
        }
    }

    /// Indicator lines and lines of the impact block.
    fn lines(&self, lines: &[Id], said: &mut Said<'_>) {
        for line in lines.iter().filter(|line| !self.plan.lines.contains_key(line.as_str())) {
            said.say(&rules::UNKNOWN_LINE, &[], Some(Param::id("line", line)));
        }
    }

    /// Lines, targets, activities, tasks, goals, expected results, people or the plan itself: whatever a question or a
    /// finding may be about.
    fn any_part(&self, parts: &[Id], said: &mut Said<'_>) {
        let Outline { plan, lines, targets, activities, tasks, others, .. } = &self.plan;
        let known = |id: &Id| {
            if others.contains(id) {
                return true;
            }
            let id = id.as_str();
            lines.contains_key(id)
                || targets.contains_key(id)
                || activities.contains_key(id)
                || tasks.contains(id)
                || plan.id.as_str() == id
        };
        for part in parts.iter().filter(|part| !known(part)) {
            said.say(&rules::UNKNOWN_LINE, &[], Some(Param::id("line", part)));
        }
    }

    /// An answer that its question does not take, with those that it does.
    fn unusable(&self, reading: &PlanReading, place: Place) -> Finding {
        let key = reading.question.key();
        let finding = Finding::new(&rules::UNUSABLE_ANSWER, place)
            .lines([reading.line.clone()])
            .param(Param::id("line", &reading.line))
            .param(Param::number("question", key));
        let known = match reading.question.form() {
            AnswerForm::OneOf { answers } | AnswerForm::Words { known: answers } => answers,
            AnswerForm::Count => return finding.param(Param::count("whole", 3)),
            AnswerForm::Number => return self.no_number(reading, finding),
            AnswerForm::Days => return finding.param(Param::text("days", "2024-06-01..2024-08-31")),
            AnswerForm::Unit => return finding.param(Param::text("units", UnitCode::Post.key())),
            AnswerForm::Lines => {
                let ids = self.plan.plan.lines().map(|(_, _, line)| line.id.as_str()).take(2);
                return finding.param(Param::text("sources", &ids.collect::<Vec<_>>().join(" ")));
            }
        };
        known.iter().fold(finding, |finding, answer| {
            finding.param(Param::number("answers", answer)).offer(key, answer)
        })
    }

    /// A number that is none, or of which nobody can say what promises it: of an activity, or of a line of several targets.
    fn no_number(&self, reading: &PlanReading, finding: Finding) -> Finding {
        if !reading.answer.parse::<Amount>().is_ok_and(|number| !number.is_negative() && !number.is_zero()) {
            return finding.param(Param::number("number", "150"));
        }
        let plan = self.plan.plan;
        // Of a change, of "all" or "as needed" no number can be agreed on, whatever it is.
        if !asks_for_number(plan, &reading.line) {
            return finding;
        }
        let own = plan.targets_of(&reading.line).unwrap_or_default();
        let others = plan.lines().flat_map(|(.., line)| &line.targets);
        let any = others.take(if own.is_empty() { 2 } else { 0 });
        let ids: Vec<&str> = own.iter().chain(any).map(|target| target.id.as_str()).collect();
        finding.param(Param::text("targets", &ids.join(" ")))
    }

    /// An amount for a line with several targets says which of them it is for.
    fn needs_target(&self, line: &Id, target: Option<&Id>, said: &mut Said<'_>) {
        if target.is_none() && self.plan.several.contains(line.as_str()) {
            said.say(&rules::TARGET_NOT_SAID, &[line], Some(Param::id("line", line)));
        }
    }

    fn target(&self, line: &Id, target: Option<&Id>, said: &mut Said<'_>) {
        let Some(target) = target else { return };
        match self.plan.targets.get(target.as_str()) {
            None => said.say(&rules::UNKNOWN_TARGET, &[line], Some(Param::id("target", target))),
            Some((of, _)) if *of != line => {
                said.say(&rules::OTHER_LINES_TARGET, &[line], Some(Param::id("target", target)));
            }
            Some(_) => {}
        }
    }

    fn events(&self, events: &[Id], said: &mut Said<'_>) {
        for event in events {
            let rule = match self.journal.events.get(event.as_str()) {
                Some(true) => continue,
                Some(false) => &rules::EVENT_REPLACED,
                None => &rules::UNKNOWN_EVENT,
            };
            said.say(rule, &[], Some(Param::id("event", event)));
        }
    }

    fn item(&self, item: Option<&Id>, said: &mut Said<'_>) {
        if let Some(item) = item.filter(|item| self.journal.missing_items.contains(item.as_str())) {
            said.say(&rules::UNKNOWN_EVIDENCE, &[], Some(Param::id("item", item)));
        }
    }

    fn within_project(&self, days: impl IntoIterator<Item = IsoDate>, said: &mut Said<'_>) {
        let Some(period) = self.plan.plan.period else { return };
        if let Some(day) = days.into_iter().find(|day| !period.contains(*day)) {
            said.say(&rules::OUTSIDE_PROJECT, &[], Some(Param::date("date", day)));
        }
    }
}
