//! Gathers the register.

use std::collections::{BTreeMap, BTreeSet};

use super::names::{file_name, labels};
use super::numbers::{IssuedNumber, Numbers, numbers};
use super::{REGISTER_FORMAT, Register, RegisterFile, RegisterItem, RegisterLack, RegisterLine};
use crate::assess::{
    Assessment, EvidenceUse, Figure, Headline, LineEvidence, LineStanding, Proof, ReasonCode, TargetStanding,
    Validity, attendance_lines, evidence_of_impact, evidence_of_withdrawn,
};
use crate::facts::{Custody, Evidence, EvidenceFile, EvidenceKind, Observations};
use crate::finding::{Param, fill};
use crate::language::{Language, Saying, format_day_year, format_range, unit_name};
use crate::plan::reconcile::say_withdrawn_by;
use crate::plan::{Indicator, IndicatorKind, Plan, PlanNode, Target, counts_events};
use crate::report::build::withdrawn::line_ref;
use crate::report::build::{
    Context, From, and_more, approvals_in_words, head, is_open, lacks, shown_of, why_open,
};
use crate::report::{phrases, reasons};
use crate::value::{Id, IsoDate};

/// The evidence register of a plan on the assessed day.
#[must_use]
pub fn register(
    plan: &Plan,
    assessment: &Assessment,
    observations: &Observations,
    language: Language,
) -> Register {
    register_after(plan, assessment, observations, &[], None, language)
}

/// The evidence register after one that was printed: items that have a number keep it, and no number is given twice. With
/// `custody` it says of every file whether it is in hand. What reading the journal found is not known here: whoever read it says it in
/// `findings`.
#[must_use]
pub fn register_after(
    plan: &Plan,
    assessment: &Assessment,
    observations: &Observations,
    issued: &[IssuedNumber],
    custody: Option<&Custody>,
    language: Language,
) -> Register {
    let context = Context::new(plan, assessment, observations, language);
    let numbers = numbers(plan, observations, issued);
    let labels = labels(plan);
    let gone = evidence_of_withdrawn(plan, observations, assessment.as_of, &assessment.policy);
    let given = Given { numbers, custody, lost: lost(&context, &gone) };
    let attached = |id: &Id| context.attached().iter().find(|evidence| evidence.line == *id);
    let mut lines = Vec::new();
    for standing in
        assessment.tasks.iter().flat_map(|task| &task.activities).flat_map(|activity| &activity.lines)
    {
        let Some((line, label)) = context.line(&standing.id).zip(labels.get(&standing.id)) else { continue };
        lines.push(RegisterLine {
            line: context.line_ref(&line.id),
            withdrawn: None,
            folder: label.clone(),
            see: see(&context, standing, &gone),
            items: attached(&line.id).map(|of| items(&context, of, label, &given)).unwrap_or_default(),
            missing: missing(&context, line, standing),
        });
    }
    let of_impact = evidence_of_impact(plan, observations, assessment.as_of);
    lines.extend(of_impact.iter().filter_map(|of| impact(&context, of, &labels, &given)));
    lines.extend(gone.iter().filter_map(|of| withdrawn(&context, of, &labels, &given)));
    let title = context.word("register").into();
    Register {
        format: REGISTER_FORMAT.into(),
        language,
        contract_language: plan.language,
        head: crate::report::model::Head { title, ..head(&context) },
        lines,
        findings: Vec::new(),
    }
}

/// "See 1.4": the lines whose items prove a line that has none of its own. Participants are proven by the lists of each event
/// of their activity, events by whatever names them; by what lies under lines that an agreement took out too.
fn see(context: &Context<'_>, standing: &LineStanding, gone: &[LineEvidence]) -> Option<String> {
    let (_, activity, line) = context.plan.lines().find(|(.., line)| line.id == standing.id)?;
    let withdrawn = |id: &Id| context.plan.withdrawn_lines().find(|(_, line)| line.id == *id);
    let all = || context.attached().iter().chain(gone.iter().filter(|of| withdrawn(&of.line).is_some()));
    let of_line = |id: &Id| all().find(|of| of.line == *id);
    let proven =
        |of: &TargetStanding| of.proven.and_then(Figure::amount).is_some_and(|proven| !proven.is_zero());
    let none_of_its_own = of_line(&line.id).is_none_or(|of| of.items.is_empty());
    if !none_of_its_own || !standing.targets.iter().any(proven) {
        return None;
    }
    let of_activity = |id: &Id| {
        let event = context.event(id);
        event.is_some_and(|event| event.activities.contains(&activity.id))
    };
    let names_them = |used: &EvidenceUse| {
        let item = context.evidence(&used.item).filter(|_| used.validity != Validity::Lost);
        item.is_some_and(|item| item.events.iter().any(of_activity))
    };
    let lines: Vec<Id> = if line.kinds().any(counts_events) {
        all().map(|of| of.line.clone()).collect()
    } else if line.kinds().any(|kind| kind == IndicatorKind::Participants) {
        attendance_lines(context.plan, &activity.id).into_iter().cloned().collect()
    } else {
        return None;
    };
    let holds = |id: &Id| of_line(id).is_some_and(|of| of.items.iter().any(names_them));
    let lines: Vec<Id> = lines.into_iter().filter(holds).collect();
    let went = lines.iter().filter_map(withdrawn).map(|(gone, _)| line_ref(gone).number);
    let numbers = context.numbers(&lines).into_iter().chain(went).collect::<Vec<_>>().join(", ");
    let see =
        || fill(phrases::SEE.get(context.language), &[Param::text("lines", &numbers)], context.language);
    (!numbers.is_empty()).then(see)
}

/// A line of the social-impact block with what was recorded for it; nothing where nothing was.
fn impact(
    context: &Context<'_>,
    of: &LineEvidence,
    labels: &BTreeMap<&Id, String>,
    given: &Given<'_>,
) -> Option<RegisterLine> {
    let label = labels.get(&of.line)?;
    let items = items(context, of, label, given);
    (!items.is_empty()).then(|| RegisterLine {
        line: context.line_ref(&of.line),
        withdrawn: None,
        see: None,
        folder: label.clone(),
        items,
        missing: Vec::new(),
    })
}

/// What is to be noted of items that count for a target which an agreement took out of their line: that it was, and what it
/// promised. They stay with their line, under the numbers that they have.
fn lost<'a>(context: &Context<'a>, gone: &'a [LineEvidence]) -> Lost<'a> {
    let mut lost = Lost::new();
    for one in context.plan.withdrawn.iter().filter(|one| one.node == PlanNode::Target) {
        let standing = context.assessment.withdrawn.iter().find(|standing| standing.id == one.id);
        let (Some(line), Some(standing)) = (&one.within, standing) else { continue };
        let by = say_withdrawn_by(standing.agreement.as_ref(), context.language);
        let note = format!("{by}: {}", one.name.as_deref().unwrap_or_default());
        for of in gone.iter().filter(|of| of.line == one.id) {
            lost.extend(of.items.iter().map(|used| ((line, &used.item), (&one.id, note.clone()))));
        }
    }
    lost
}

/// By line and item the target that is gone, with what is to be noted.
type Lost<'a> = BTreeMap<(&'a Id, &'a Id), (&'a Id, String)>;

/// A line that an agreement took out, with what was recorded for it; nothing where nothing was.
fn withdrawn(
    context: &Context<'_>,
    of: &LineEvidence,
    labels: &BTreeMap<&Id, String>,
    given: &Given<'_>,
) -> Option<RegisterLine> {
    let gone = context.plan.withdrawn.iter().find(|gone| gone.id == of.line)?;
    if gone.node == PlanNode::Target {
        return None;
    }
    let standing = context.assessment.withdrawn.iter().find(|standing| standing.id == of.line)?;
    let label = labels.get(&of.line)?;
    let items = items(context, of, label, given);
    (!items.is_empty()).then(|| RegisterLine {
        line: line_ref(gone),
        withdrawn: Some(say_withdrawn_by(standing.agreement.as_ref(), context.language)),
        see: None,
        folder: label.clone(),
        items,
        missing: Vec::new(),
    })
}

/// What is known of items beside the facts: their running numbers, and which of their files are in hand.
struct Given<'a> {
    numbers: Numbers<'a>,
    custody: Option<&'a Custody>,
    lost: Lost<'a>,
}

/// The items of a line by number.
fn items(context: &Context<'_>, of: &LineEvidence, label: &str, given: &Given<'_>) -> Vec<RegisterItem> {
    let one = |used: &EvidenceUse| {
        let body = context.evidence(&used.item)?;
        let running = *given.numbers.get(&(&of.line, &used.item))?;
        let item = item(context, used, body, format!("{label}-{running}"), running, given.custody);
        Some(match given.lost.get(&(&of.line, &used.item)) {
            Some((target, note)) => note_lost(context, &of.line, used, body, target, note, item),
            None => item,
        })
    };
    let mut items: Vec<RegisterItem> = of.items.iter().filter_map(one).collect();
    items.sort_by_key(|item| item.running);
    items
}

/// Notes of an item that a target of its line is gone for which it counts, unless it counts for what is left.
fn note_lost(
    context: &Context<'_>,
    line: &Id,
    used: &EvidenceUse,
    body: &Evidence,
    target: &Id,
    note: &str,
    mut item: RegisterItem,
) -> RegisterItem {
    let left = context.line(line).map(|line| line.targets.as_slice()).unwrap_or_default();
    let names_left = || left.iter().any(|left| body.targets.contains(&left.id));
    let of_another_kind = used.validity == Validity::OtherKind;
    if of_another_kind || body.targets.contains(target) && !names_left() {
        // That the line does not count its kind is true only since the target is gone.
        item.marks.drain(..usize::from(of_another_kind).min(item.marks.len()));
        item.marks.insert(0, note.to_owned());
    }
    item
}

fn item(
    context: &Context<'_>,
    used: &EvidenceUse,
    body: &Evidence,
    number: String,
    running: u32,
    custody: Option<&Custody>,
) -> RegisterItem {
    let kind = unit_name(body.kind.key(), context.language).unwrap_or_else(|| context.word("evidence"));
    let events: Vec<String> = body.events.iter().map(|id| event(context, id, used.date)).collect();
    let number_of = body.number.as_ref().map(|number| format!("№ {number}"));
    let title: Vec<&str> =
        [body.title.as_deref(), body.outlet.as_deref(), number_of.as_deref()].into_iter().flatten().collect();
    RegisterItem {
        running,
        item: used.item.clone(),
        kind: kind.to_lowercase(),
        date: used.date,
        date_text: format_day_year(used.date),
        event: (!events.is_empty()).then(|| events.join("; ")),
        title: (!title.is_empty()).then(|| title.join(", ")),
        files: files(&number, body.kind, used.date, &body.files, custody),
        link: body.link.as_deref().map(str::to_owned),
        pages: pages(&body.files),
        marks: marks(context, used, body, custody),
        number,
    }
}

/// An event by its name, with its day where that is not the item's.
fn event(context: &Context<'_>, id: &Id, date: IsoDate) -> String {
    match context.event(id) {
        Some(event) if event.range.start == date => context.event_name(event),
        Some(event) => context.event_label(event),
        None => id.to_string(),
    }
}

/// The files under their names in the folder.
fn files(
    number: &str,
    kind: EvidenceKind,
    date: IsoDate,
    files: &[EvidenceFile],
    custody: Option<&Custody>,
) -> Vec<RegisterFile> {
    let name = |(at, file): (usize, &EvidenceFile)| RegisterFile {
        original: file.name.as_ref().into(),
        name: file_name(number, kind, date, at, files.len(), &file.name),
        in_hand: custody.and_then(|custody| custody.in_hand(file)),
    };
    files.iter().enumerate().map(name).collect()
}

/// Pages of all files; nothing when no file says.
fn pages(files: &[EvidenceFile]) -> Option<u32> {
    files.iter().filter_map(|file| file.pages).reduce(u32::saturating_add)
}

/// What there is to note.
fn marks(
    context: &Context<'_>,
    used: &EvidenceUse,
    body: &Evidence,
    custody: Option<&Custody>,
) -> Vec<String> {
    let language = context.language;
    let say = |saying: Saying, param: Param| fill(saying.get(language), &[param], language);
    let mut marks: Vec<String> =
        validity_key(used.validity).map(|key| context.word(key).into()).into_iter().collect();
    marks.extend(custody.and_then(|custody| not_in_hand(body, custody, language)));
    if body.signed == Some(false) {
        marks.push(reasons::saying(ReasonCode::ListUnsigned).get(language).into());
    }
    if !used.shared_with.is_empty() {
        let lines = context.numbers(&used.shared_with).join(", ");
        marks.push(say(phrases::ALSO_PROVES, Param::text("lines", &lines)));
    }
    marks.extend(body.rows.map(|rows| say(phrases::ROWS, Param::amount("count", rows.into()))));
    marks.extend(body.addressees.map(|count| say(phrases::ADDRESSEES, Param::amount("count", count.into()))));
    marks.extend(body.copies.map(|count| say(phrases::COPIES, Param::amount("count", count.into()))));
    marks.extend(
        body.screenshot.map(|day| say(phrases::SCREENSHOT, Param::text("date", &format_day_year(day)))),
    );
    marks
}

/// How many of its files are recorded and not in hand, and on which devices they were recorded.
fn not_in_hand(body: &Evidence, custody: &Custody, language: Language) -> Option<String> {
    let missing = || body.files.iter().filter(|file| custody.in_hand(file) == Some(false));
    let count = missing().count();
    let devices: BTreeSet<&str> = missing().flat_map(|file| custody.devices(file)).collect();
    let params: Vec<Param> = std::iter::once(Param::count("count", count))
        .chain(devices.into_iter().map(|device| Param::text("device", device)))
        .collect();
    (count > 0).then(|| fill(phrases::NOT_IN_HAND.get(language), &params, language))
}

/// Why an item does not count: the key of the word.
const fn validity_key(validity: Validity) -> Option<&'static str> {
    match validity {
        Validity::Valid => None,
        Validity::Lost => Some("lost"),
        Validity::Incomplete => Some("incomplete"),
        Validity::OtherKind => Some("otherKind"),
        Validity::EventNotHeld => Some("eventNotHeld"),
        Validity::CountedForTask => Some("countedForTask"),
        Validity::CountedAlready => Some("countedAlready"),
    }
}

/// What is missing from a line that has something to do: pieces of evidence, documents, approvals; by date.
fn missing(context: &Context<'_>, line: &Indicator, standing: &LineStanding) -> Vec<RegisterLack> {
    let mut missing: Vec<RegisterLack> = Vec::new();
    for of in standing.targets.iter().filter(|target| is_open(target.headline)) {
        let Some(target) = line.targets.iter().find(|target| target.id == of.id) else { continue };
        let of_artefacts = line.kind_of(target).counts_artefacts();
        if of_artefacts || of.headline == Headline::Overdue {
            missing.extend(rows(context, line, target, of));
        }
        if !of_artefacts
            && of.claimed.is_some()
            && matches!(of.proof, Proof::None | Proof::Partial | Proof::Lost)
        {
            let evidence = unit_name("evidence", context.language).unwrap_or_default();
            missing.push(lack_row(context, evidence, From::Whole, None));
        }
        let late = of.headline == Headline::Overdue;
        let told = |code| code == ReasonCode::DocumentMissing || late && code == ReasonCode::StillAbove;
        missing.extend(
            of.reasons.iter().filter(|reason| told(reason.code)).map(|reason| plain(context.reason(reason))),
        );
    }
    missing.extend(approvals_in_words(context, standing).into_iter().map(plain));
    // A line whose time is over is marked, whatever it is open for.
    if missing.is_empty() && standing.headline == Headline::Overdue {
        let late = standing.targets.iter().filter(|target| target.headline == Headline::Overdue);
        missing.extend(late.flat_map(why_open).map(|reason| plain(context.reason(reason))));
        if missing.is_empty() {
            missing.push(plain(context.word("noData").into()));
        }
    }
    missing.sort_by_key(|lack| (lack.date.is_none(), lack.date));
    missing
}

/// What a target lacks, row by row.
fn rows(context: &Context<'_>, line: &Indicator, target: &Target, of: &TargetStanding) -> Vec<RegisterLack> {
    // What lies ahead is not missing from a register of what is there.
    let mut lacks = lacks(context, line, target, of);
    lacks.retain(|lack| !matches!(lack.from, From::Next(_)));
    let (shown, more) = shown_of(lacks);
    let day = |from: From<'_>| match from {
        From::Period(range) => Some(context.due_in(&line.id, target, range)),
        _ => None,
    };
    let mut rows: Vec<RegisterLack> =
        shown.into_iter().map(|lack| lack_row(context, &lack.what, lack.from, day(lack.from))).collect();
    if more > 0 {
        rows.push(plain(and_more(more, context.language)));
    }
    rows
}

/// A row that has no day.
fn plain(text: String) -> RegisterLack {
    RegisterLack { text, date: None, date_text: None, event: None }
}

/// "Missing: 2 photos", with the event or period it is missing from; of a period with the day it was due on.
fn lack_row(context: &Context<'_>, what: &str, from: From<'_>, due: Option<IsoDate>) -> RegisterLack {
    let (date, event) = match from {
        From::Event(id) => match context.event(id) {
            Some(event) => (Some(event.range.start), Some(context.event_name(event))),
            None => (None, Some(id.to_string())),
        },
        From::Period(range) | From::Next(range) => {
            (due.or(Some(range.end)), Some(format_range(range, context.language)))
        }
        From::Whole => (None, None),
    };
    let date_text = date.map(format_day_year);
    RegisterLack { text: format!("{}: {what}", context.word("missing")), date, date_text, event }
}
