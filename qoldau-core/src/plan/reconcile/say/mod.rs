//! What differs between two editions, as text that a director reads before signing: the words of the contract as they
//! stand, everything else in one of the three languages.

mod words;

use std::fmt::Write as _;

pub use words::{say_agreement, say_withdrawn_by};

use self::words::{
    BEFORE, DIFFERS, EDITION, IMPACT, IN_FORCE, MAY_BE, MAY_HAVE_BECOME, NOTHING, OR_NEW, PROJECT,
    RENUMBERED, TEAM, TO_DECIDE, of_field, of_state,
};
use super::rules::AMEND_RULES;
use super::{AmendmentRow, NodeChange, NodeField, NodeRef, PlanDiff, Reconciliation, RowCounts, RowState};
use crate::finding::Finding;
use crate::language::{Language, format_date, format_range, unit_name, word};
use crate::plan::{Contract, PlanNode};
use crate::value::text::{fold_words, steers};
use crate::value::{DateRange, IsoDate};

/// A reconciliation as text: what would change, line by line, and what waits for an answer.
#[must_use]
pub fn render_reconciliation(found: &Reconciliation, language: Language) -> String {
    let mut out = String::new();
    let before = found.edition.saturating_sub(1);
    let head = Head {
        agreement: Some(&found.agreement),
        editions: (before, found.edition),
        from: Some(found.effective_from),
        counts: found.counts,
    };
    head.say(&mut out, language);
    body(&mut out, &found.rows, language);
    findings(&mut out, &found.findings, language);
    shown(out)
}

/// What differs between two editions, as text.
#[must_use]
pub fn render_diff(diff: &PlanDiff, language: Language) -> String {
    let mut out = String::new();
    let head = Head {
        agreement: diff.agreement.as_ref(),
        editions: (diff.from_edition, diff.to_edition),
        from: diff.effective_from,
        counts: diff.counts,
    };
    head.say(&mut out, language);
    body(&mut out, &diff.rows, language);
    shown(out)
}

/// The text without characters that steer what shows it, which a contract may hold.
fn shown(mut text: String) -> String {
    text.retain(|c| c == '\n' || !steers(c));
    text
}

/// What stands above the rows.
struct Head<'a> {
    agreement: Option<&'a Contract>,
    /// The older and the newer.
    editions: (u32, u32),
    from: Option<IsoDate>,
    counts: RowCounts,
}

impl Head<'_> {
    fn say(&self, out: &mut String, language: Language) {
        if let Some(agreement) = self.agreement {
            let _ = writeln!(out, "{}", say_agreement(agreement, language));
        }
        let (before, after) = self.editions;
        let _ = write!(out, "{}: {after} ({}: {before})", EDITION.get(language), BEFORE.get(language));
        if let Some(from) = self.from {
            let _ = write!(out, "; {}: {}", IN_FORCE.get(language), format_date(from, language));
        }
        out.push('\n');
        let RowCounts { kept, changed, added, withdrawn, unsure } = self.counts;
        let counts = [
            (RowState::Changed, changed),
            (RowState::Added, added),
            (RowState::Withdrawn, withdrawn),
            (RowState::Unsure, unsure),
            (RowState::Kept, kept),
        ];
        let said: Vec<String> = counts
            .iter()
            .map(|(state, count)| format!("{}: {count}", of_state(*state).get(language)))
            .collect();
        let _ = writeln!(out, "{}", said.join("; "));
    }
}

/// The rows that are not as they were, each under what it stands in, and the lines that only have another number.
fn body(out: &mut String, rows: &[AmendmentRow], language: Language) {
    let mut open: Vec<&AmendmentRow> = Vec::new();
    let mut section = None;
    let mut said_any = false;
    for row in rows {
        let depth = depth(row.node);
        open.retain(|above| self::depth(above.node) < depth);
        if row.state == RowState::Kept {
            open.push(row);
            continue;
        }
        said_any = true;
        let heading = heading(row.node);
        if section != Some(heading) {
            section = Some(heading);
            out.push('\n');
            if let Some(heading) = heading {
                let _ = writeln!(out, "{}", heading.saying().get(language));
            }
        }
        for above in open.drain(..) {
            let name = above.new.as_ref().or(above.old.as_ref());
            let _ = writeln!(out, "{}  {}", indent(above.node), reference(name));
        }
        self::row(out, row, language);
    }
    if !said_any {
        let _ = writeln!(out, "\n{}", NOTHING.get(language));
    }
    renumbered(out, rows, language);
}

/// The parts of the text outside of tasks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Section {
    Project,
    Impact,
    Team,
}

impl Section {
    const fn saying(self) -> crate::language::Saying {
        match self {
            Self::Project => PROJECT,
            Self::Impact => IMPACT,
            Self::Team => TEAM,
        }
    }
}

const fn heading(node: PlanNode) -> Option<Section> {
    match node {
        PlanNode::Project => Some(Section::Project),
        PlanNode::Impact => Some(Section::Impact),
        PlanNode::Person => Some(Section::Team),
        PlanNode::Task | PlanNode::Activity | PlanNode::Line | PlanNode::Target | PlanNode::Part => None,
    }
}

/// How deep a part stands within the plan.
const fn depth(node: PlanNode) -> usize {
    match node {
        PlanNode::Project | PlanNode::Task | PlanNode::Impact | PlanNode::Person => 0,
        PlanNode::Activity => 1,
        PlanNode::Line => 2,
        PlanNode::Target | PlanNode::Part => 3,
    }
}

fn indent(node: PlanNode) -> String {
    "  ".repeat(depth(node))
}

fn reference(part: Option<&NodeRef>) -> String {
    let Some(NodeRef { number, name, .. }) = part else { return String::new() };
    [number.as_str(), name.as_str()]
        .iter()
        .filter(|part| !part.is_empty())
        .copied()
        .collect::<Vec<_>>()
        .join("  ")
}

/// One row: its sign, its number and name, and what differs.
fn row(out: &mut String, row: &AmendmentRow, language: Language) {
    let sign = match row.state {
        RowState::Kept => ' ',
        RowState::Changed => '~',
        RowState::Added => '+',
        RowState::Withdrawn => '−',
        RowState::Unsure => '?',
    };
    let indent = indent(row.node);
    let part = row.new.as_ref().or(row.old.as_ref());
    let _ = write!(out, "{indent}{sign} {}", reference(part));
    if let (Some(old), Some(new)) = (&row.old, &row.new)
        && old.number != new.number
    {
        let _ = write!(out, " ({}: {})", BEFORE.get(language), old.number);
    }
    out.push('\n');
    for candidate in &row.candidates {
        let may = if row.new.is_some() { MAY_BE } else { MAY_HAVE_BECOME };
        let _ = writeln!(out, "{indent}    {}: {}", may.get(language), reference(Some(candidate)));
    }
    if row.state == RowState::Unsure && row.new.is_some() {
        let _ = writeln!(out, "{indent}    {}", OR_NEW.get(language));
    }
    for change in &row.changes {
        self::change(out, &indent, change, language);
    }
}

/// One field: its words before and after; of a list what it lost and gained.
fn change(out: &mut String, indent: &str, change: &NodeChange, language: Language) {
    let field = of_field(change.field).get(language);
    let _ = write!(out, "{indent}    {field}:");
    let is_list = |words: &Option<String>| words.as_ref().is_some_and(|words| words.contains('\n'));
    match (&change.before, &change.after) {
        (None, None) => {
            let _ = writeln!(out, " {}", DIFFERS.get(language));
        }
        (before, after) if is_list(before) || is_list(after) => {
            out.push('\n');
            list(out, indent, before.as_deref().unwrap_or_default(), after.as_deref().unwrap_or_default());
        }
        (before, after) => {
            let said = |words: &Option<String>| {
                words.as_ref().map_or("—".into(), |words| value(change.field, words, language))
            };
            let _ = match (before, after) {
                (None, after) => writeln!(out, " {}", said(after)),
                (before, None) => writeln!(out, " {}", said(before)),
                (before, after) => writeln!(out, " {} → {}", said(before), said(after)),
            };
        }
    }
}

/// What a list lost and gained, item by item; what stayed is not told again.
fn list(out: &mut String, indent: &str, before: &str, after: &str) {
    let folded = |text: &str| text.lines().map(fold_words).collect::<Vec<_>>();
    let (were, are) = (folded(before), folded(after));
    for (sign, text, others) in [('−', before, are), ('+', after, were)] {
        for line in text.lines().filter(|line| !others.contains(&fold_words(line))) {
            let _ = writeln!(out, "{indent}      {sign} {line}");
        }
    }
}

/// The words of a field: those of the contract as they stand, keys of the wire form in words.
fn value(field: NodeField, words: &str, language: Language) -> String {
    match field {
        NodeField::Kind => {
            unit_name(words, language).or_else(|| word(words, language)).unwrap_or(words).to_owned()
        }
        NodeField::Period => {
            let range = words.split_once("..").and_then(|(start, end)| {
                Some(DateRange { start: start.parse().ok()?, end: end.parse().ok()? })
            });
            range.map_or_else(|| words.to_owned(), |range| format_range(range, language))
        }
        _ => words.to_owned(),
    }
}

fn renumbered(out: &mut String, rows: &[AmendmentRow], language: Language) {
    let moved: Vec<String> = rows
        .iter()
        .filter(|row| row.state == RowState::Kept && row.node == PlanNode::Line)
        .filter_map(|row| Some((row.old.as_ref()?, row.new.as_ref()?)))
        .filter(|(old, new)| old.number != new.number)
        .map(|(old, new)| format!("{} → {}", old.number, new.number))
        .collect();
    if !moved.is_empty() {
        let _ = writeln!(out, "\n{}: {}", RENUMBERED.get(language), moved.join(", "));
    }
}

/// What the amendment gives reason to say.
fn findings(out: &mut String, findings: &[Finding], language: Language) {
    if findings.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n{}", TO_DECIDE.get(language));
    for finding in findings {
        if let Some(rule) = AMEND_RULES.iter().find(|rule| rule.code == finding.code) {
            let _ = writeln!(out, "  {} {}", rule.code, rule.say(finding, language));
        }
    }
}
