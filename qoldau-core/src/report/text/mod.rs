//! The report for a terminal, about a hundred columns wide.

mod layout;
mod paper;
mod reviewed;

use layout::{padded, width};
use paper::{Colour, Paper};

use super::headlines::{by_headline, due_in_words, headline_key, matters, sign};
use super::model::{
    ActivityTable, Bar, FindingRow, ImpactRow, LineRef, LineRow, Report, TargetRow, TaskTable, Timeline,
    TimelineRow, ToDo, ToDoKind,
};
use super::phrases;
use super::repeated::each_once;
use crate::assess::{Counts, Headline};
use crate::facts::EventStatus;
use crate::finding::uncapitalised;
use crate::language::{Language, Saying, quantity, word};
use crate::section::ReportTable;

/// Width of a page.
const WIDTH: usize = 100;

/// Widths of the timeline: what, and when.
const LABEL: usize = 46;
const AXIS: usize = 54;

/// Widths of the table's columns: number, target, status. The figures get what their titles need, the name the rest.
const NUMBER: usize = 6;
const TARGET: usize = 16;
const STATUS: usize = 19;

/// The report for a terminal: at most a hundred columns, no spaces at the ends of lines, colours only when asked for.
#[must_use]
pub fn render_text(report: &Report, colours: bool) -> String {
    let mut writer = Writer { report, paper: Paper::new(WIDTH, colours), columns: columns(report.language) };
    writer.head();
    writer.errors();
    writer.remarks();
    writer.counts();
    writer.next_steps();
    writer.approvals();
    writer.submissions();
    writer.exceptions();
    writer.section(phrases::ALL_LINES);
    for task in &report.tasks {
        writer.task(task);
    }
    writer.timeline();
    writer.impact();
    writer.sections();
    writer.withdrawn();
    writer.readings();
    writer.findings(phrases::FINDINGS, report.others());
    writer.findings(phrases::FOLDED, report.folded.iter().collect());
    writer.unread();
    writer.policy();
    writer.paper.text()
}

struct Writer<'a> {
    report: &'a Report,
    paper: Paper,
    columns: [usize; 7],
}

/// Widths of the table's columns in a language.
fn columns(language: Language) -> [usize; 7] {
    let title = |key| width(word(key, language).unwrap_or_default()).saturating_add(1).max(10);
    let [claimed, proven, accepted] = ["claimed", "proven", "accepted"].map(title);
    let taken = [NUMBER, TARGET, claimed, proven, accepted, STATUS].iter().sum();
    [NUMBER, WIDTH.saturating_sub(taken), TARGET, claimed, proven, accepted, STATUS]
}

/// The colour of a headline.
const fn colour(headline: Headline) -> Colour {
    match headline {
        Headline::Proven => Colour::Green,
        Headline::NeedsAction => Colour::Yellow,
        Headline::Overdue => Colour::Red,
        Headline::NotDue | Headline::NotApplicable => Colour::Grey,
    }
}

/// A bar of ten signs: proven, claimed without proof, nothing.
fn bar(bar: &Bar) -> String {
    let tenths = |thousandths: u32| thousandths.checked_div(100).unwrap_or(0).min(10);
    let (proven, claimed) = (tenths(bar.proven), tenths(bar.claimed.max(bar.proven)));
    let sign = |tenth: u32| match tenth {
        _ if tenth < proven => '█',
        _ if tenth < claimed => '▒',
        _ => '░',
    };
    (0..10).map(sign).collect()
}

/// Signs for one mark of the timeline.
fn mark_width(timeline: &Timeline) -> usize {
    AXIS.checked_div(timeline.marks.len()).unwrap_or(0)
}

/// One activity on the project's time, in signs.
fn axis(timeline: &Timeline, row: &TimelineRow) -> String {
    let signs = mark_width(timeline).saturating_mul(timeline.marks.len());
    let place = |thousandths: u32| {
        let thousandths = usize::try_from(thousandths).unwrap_or(0);
        thousandths.saturating_mul(signs).checked_div(1000).unwrap_or(0)
    };
    let window = row.end.map(|end| {
        let end = place(end);
        // Where only the last day is known, a single sign stands on it.
        row.start.map_or(end.saturating_sub(1), place)..end
    });
    let within = |at: usize| window.as_ref().is_some_and(|window| window.contains(&at));
    let mut drawn: Vec<char> = (0..signs).map(|at| if within(at) { '▒' } else { '·' }).collect();
    let mut mark = |thousandths: u32, sign: char| {
        if let Some(place) = drawn.get_mut(place(thousandths).min(signs.saturating_sub(1))) {
            *place = sign;
        }
    };
    if let Some(today) = timeline.today {
        mark(today, '│');
    }
    for event in &row.events {
        mark(event.at, event_sign(event.status));
    }
    drawn.into_iter().collect()
}

/// How an event is drawn.
const fn event_sign(status: EventStatus) -> char {
    match status {
        EventStatus::Held => '●',
        EventStatus::Planned | EventStatus::Postponed => '○',
        EventStatus::Cancelled => '×',
    }
}

/// "2.10, 2.11".
fn numbers(lines: &[LineRef]) -> String {
    lines.iter().map(|line| line.number.as_str()).collect::<Vec<_>>().join(", ")
}

impl Writer<'_> {
    fn word(&self, key: &str) -> &'static str {
        word(key, self.report.language).unwrap_or_default()
    }

    fn phrase(&self, saying: Saying) -> &'static str {
        saying.get(self.report.language)
    }

    fn section(&mut self, saying: Saying) {
        let title = self.phrase(saying);
        self.paper.heading(title);
    }

    fn head(&mut self) {
        let head = &self.report.head;
        self.paper.title(&head.title);
        let own = [head.project.as_ref(), head.grantee.as_ref()];
        for line in own.into_iter().flatten() {
            self.paper.paragraph(0, line);
        }
        self.paper.blank();
        self.paper.coloured(0, Colour::Bold, &head.as_of_text);
        let facts = [
            Some(&head.edition),
            head.contract.as_ref(),
            head.period.as_ref(),
            head.reporting_period.as_ref(),
        ];
        for line in facts.into_iter().flatten() {
            self.paper.paragraph(0, line);
        }
    }

    /// The three numbers, and the fourth beside them.
    fn counts(&mut self) {
        let counts = self.report.counts;
        self.section(phrases::WHERE_LINES_STAND);
        for (headline, count) in by_headline(&counts) {
            let indent = if matters(headline) { 2 } else { 4 };
            let text = format!("{} {count:>4}  {}", sign(headline), self.word(headline_key(headline)));
            self.paper.exact(indent, colour(headline), &text);
        }
        let lines = quantity(counts.lines.into(), "line", self.report.language);
        self.paper.paragraph(2, &format!("{}: {lines}", self.phrase(phrases::IN_ALL)));
    }

    fn next_steps(&mut self) {
        self.paper.heading(self.word("toDoNext"));
        if self.report.to_do.is_empty() {
            self.paper.paragraph(0, self.phrase(phrases::NOTHING_TO_DO));
        }
        for group in &self.report.to_do {
            self.step(group);
        }
    }

    fn step(&mut self, group: &ToDo) {
        let colour = match (group.past, group.overdue) {
            (true, true) => Colour::Red,
            (true, false) => Colour::Yellow,
            (false, _) => Colour::Plain,
        };
        let label = group.label.iter().map(|label| format!(", {label}"));
        let head = format!("{}{}", group.date_text, label.collect::<String>());
        if group.kind == ToDoKind::Deadline {
            self.paper.coloured(0, colour, &format!("{head}:"));
            for item in &group.items {
                let name = match item.lines.as_slice() {
                    [line] => format!("{} {}", line.number, line.name),
                    lines => numbers(lines),
                };
                self.paper.item(&format!("{name}: {}", item.what));
            }
        } else {
            let items = group.items.iter().map(|item| format!("{} ({})", item.what, numbers(&item.lines)));
            let items = items.collect::<Vec<_>>().join(", ");
            self.paper.coloured(0, colour, &format!("{head}: {items}"));
        }
    }

    fn approvals(&mut self) {
        self.section(phrases::APPROVALS);
        if let Some(records) = &self.report.records {
            self.paper.paragraph(0, records);
        }
        if self.report.approvals.is_empty() {
            self.paper.paragraph(0, self.phrase(phrases::NO_APPROVALS));
        }
        for wait in &self.report.approvals {
            let until =
                wait.until.as_ref().map(|day| format!("; {}: {day}", self.word("deadline").to_lowercase()));
            let text = format!(
                "{} {}: {}{}",
                wait.line.number,
                wait.line.name,
                wait.by.to_lowercase(),
                until.unwrap_or_default()
            );
            self.paper.item(&text);
        }
    }

    fn exceptions(&mut self) {
        self.section(phrases::EXCEPTIONS);
        if self.report.exceptions.is_empty() {
            self.paper.paragraph(0, self.phrase(phrases::NO_EXCEPTIONS));
        }
        for group in &self.report.exceptions {
            self.paper.coloured(0, Colour::Bold, &format!("{}: {}", group.title, group.items.len()));
            for item in &group.items {
                let lines = numbers(&item.lines);
                let gap = if lines.is_empty() { "" } else { "  " };
                self.paper.item(&format!("{lines}{gap}{}", item.text));
            }
        }
    }

    fn task(&mut self, task: &TaskTable) {
        self.paper.blank();
        let label = task.label.as_ref().map(|label| format!("{label}. ")).unwrap_or_default();
        self.paper.coloured(0, Colour::Bold, &format!("{label}{}", task.title));
        self.paper.paragraph(0, &self.tally(&task.counts));
        for activity in &task.activities {
            self.activity(activity);
        }
    }

    fn tally(&self, counts: &Counts) -> String {
        let shown = by_headline(counts).into_iter().filter(|(_, count)| *count > 0);
        let say =
            |(headline, count)| format!("{} {}: {count}", sign(headline), self.word(headline_key(headline)));
        shown.map(say).collect::<Vec<_>>().join(" · ")
    }

    fn activity(&mut self, activity: &ActivityTable) {
        self.paper.blank();
        self.paper.paragraph(0, &activity.title);
        let due = due_in_words(activity).unwrap_or_else(|| self.word("unknown").to_lowercase());
        let due = format!("{}: {due}", self.word("deadline"));
        let about: Vec<String> = activity
            .venue
            .iter()
            .cloned()
            .chain([due])
            .chain(activity.days_left.clone())
            .chain(activity.events.clone())
            .collect();
        self.paper.paragraph(0, &about.join(" · "));
        for (title, items) in [
            (phrases::UNPAIRED_NAMES, &activity.unpaired_names),
            (phrases::UNPAIRED_VALUES, &activity.unpaired_values),
        ] {
            if !items.is_empty() {
                self.paper.paragraph(0, &format!("{} ({}):", self.word("needsPairing"), self.phrase(title)));
                for item in items {
                    self.paper.item(item);
                }
            }
        }
        if !activity.lines.is_empty() {
            let keys = ["indicator", "target", "claimed", "proven", "accepted"].map(|key| self.word(key));
            let [indicator, target, claimed, proven, accepted] = keys;
            let titles = ["№", indicator, target, claimed, proven, accepted, self.phrase(phrases::STATUS)];
            self.paper.header(&self.columns, &titles);
        }
        for line in &activity.lines {
            self.line(line);
        }
    }

    fn line(&mut self, line: &LineRow) {
        let headline = format!("{} {}", sign(line.headline), line.headline_text);
        let mut targets = line.targets.iter();
        let first = targets.next();
        let standing =
            [headline].into_iter().chain(first.map(status).into_iter().flatten()).collect::<Vec<_>>();
        let mut cells = vec![vec![line.line.number.clone()], vec![line.line.name.clone()]];
        cells.extend(first.map_or_else(|| vec![Vec::new(); 4], figures));
        cells.push(standing);
        self.paper.row(&self.columns, &cells, colour(line.headline));
        for target in targets {
            let mut cells = vec![Vec::new(), Vec::new()];
            cells.extend(figures(target));
            cells.push(status(target));
            self.paper.row(&self.columns, &cells, Colour::Plain);
        }
        for note in &line.notes {
            self.paper.paragraph(7, &format!("→ {note}"));
        }
    }

    fn timeline(&mut self) {
        let Some(timeline) = &self.report.timeline else { return };
        self.section(phrases::TIMELINE);
        let key = [
            ("▒", self.word("deadline")),
            ("●", self.word("held")),
            ("○", self.word("planned")),
            ("×", self.word("cancelled")),
            ("│", self.phrase(phrases::REPORT_DAY)),
        ];
        let key = key.map(|(sign, words)| format!("{sign} {}", words.to_lowercase())).join("   ");
        self.paper.exact(0, Colour::Grey, &key);
        let marks = timeline.marks.iter().map(|mark| padded(mark, mark_width(timeline)));
        self.paper.exact(LABEL, Colour::Grey, &marks.collect::<String>());
        for row in &timeline.rows {
            self.paper.beside(LABEL, &row.title, &axis(timeline, row));
        }
    }

    fn sections(&mut self) {
        for of in &self.report.sections {
            self.paper.heading(&of.title);
            of.paragraphs.iter().for_each(|paragraph| self.paper.item(paragraph));
            of.tables.iter().for_each(|of| self.section_table(of));
        }
    }

    /// The names get what the figures, of equal width, leave.
    fn section_table(&mut self, of: &ReportTable) {
        const LEAST: usize = 24;
        let figures = of.columns.len().saturating_sub(1);
        let width = WIDTH.saturating_sub(2 * LEAST).checked_div(figures).unwrap_or(0).min(LEAST);
        let names = WIDTH.saturating_sub(width.saturating_mul(figures)).max(LEAST);
        let columns: Vec<usize> = std::iter::once(names).chain(std::iter::repeat_n(width, figures)).collect();
        self.paper.blank();
        self.paper.coloured(0, Colour::Bold, &of.caption);
        self.paper.blank();
        self.paper.header(&columns, &of.columns.iter().map(String::as_str).collect::<Vec<_>>());
        for row in &of.rows {
            self.paper.row(
                &columns,
                &row.iter().map(|cell| vec![cell.clone()]).collect::<Vec<_>>(),
                Colour::Plain,
            );
        }
    }

    fn impact(&mut self) {
        if self.report.impact.is_empty() {
            return;
        }
        self.section(phrases::IMPACT);
        self.paper.paragraph(0, self.phrase(phrases::IMPACT_NOTE));
        for row in &self.report.impact {
            self.impact_row(row);
        }
    }

    fn impact_row(&mut self, row: &ImpactRow) {
        self.paper.blank();
        let unit = row.unit.as_ref().map(|unit| format!(" ({unit})")).unwrap_or_default();
        self.paper.coloured(0, Colour::Bold, &format!("{}. {}{unit}", row.line.number, row.line.name));
        let mut facts = vec![
            format!("{}: {}", self.word("target"), row.target),
            format!("{}: {}", row.figure_name, row.figure),
            format!("{}: {}", self.word("proven"), row.proven),
        ];
        if let Some(unique) = &row.unique_persons {
            facts.push(format!("{}: {unique}", self.word("uniquePersons")));
        }
        for fact in &facts {
            self.paper.item(fact);
        }
        if let Some(shown) = &row.bar {
            self.paper.item(&format!("{} {} {}", bar(shown), shown.text, row.status));
        } else {
            self.paper.item(&row.status);
        }
        if !row.sources.is_empty() {
            let sources =
                row.sources.iter().map(|source| format!("{}: {}", source.line.number, source.claimed));
            let sources = sources.collect::<Vec<_>>().join("; ");
            self.paper.item(&format!("{}: {sources}", self.phrase(phrases::SOURCES)));
        }
        for note in &row.notes {
            self.paper.item(note);
        }
    }

    fn withdrawn(&mut self) {
        if self.report.withdrawn.is_empty() {
            return;
        }
        self.section(phrases::WITHDRAWN);
        self.paper.paragraph(0, self.phrase(phrases::WITHDRAWN_NOTE));
        for row in &self.report.withdrawn {
            self.paper.blank();
            self.paper.coloured(0, Colour::Bold, &format!("{} {}", row.line.number, row.line.name));
            self.paper.item(&row.by);
            let figures = [
                ("target", &row.target),
                ("claimed", &row.claimed),
                ("proven", &row.proven),
                ("accepted", &row.accepted),
            ];
            for (key, figure) in figures {
                self.paper.item(&format!("{}: {figure}", self.word(key)));
            }
        }
    }

    fn readings(&mut self) {
        if self.report.readings.is_empty() {
            return;
        }
        self.section(phrases::READINGS);
        for row in &self.report.readings {
            let text = format!(
                "{}: {} ({}). {}: {}",
                row.question,
                row.answer,
                row.source,
                self.phrase(phrases::LINES),
                row.lines.join(", ")
            );
            self.paper.item(&text);
        }
    }

    /// What is wrong with the plan or the facts, before the figures that suffer from it.
    fn errors(&mut self) {
        let rows: Vec<&FindingRow> = self.report.errors().collect();
        if !rows.is_empty() {
            self.section(phrases::ERRORS);
            self.said(rows);
        }
    }

    fn findings(&mut self, title: Saying, rows: Vec<&FindingRow>) {
        if !rows.is_empty() {
            self.section(title);
            self.said(rows);
        }
    }

    fn said<'r>(&mut self, rows: impl IntoIterator<Item = &'r FindingRow>) {
        for row in &each_once(rows, self.report.language) {
            self.paper.item(&format!("{} [{}]. {}", row.severity_text, row.code, row.text));
            let details =
                [(phrases::ANSWERS, row.answers.join("; ")), (phrases::LINES, row.lines.join(", "))];
            for (title, text) in details {
                if !text.is_empty() {
                    self.paper.paragraph(4, &format!("{}: {text}", self.phrase(title)));
                }
            }
            if !row.remedy.is_empty() {
                self.paper.paragraph(4, &format!("→ {}", row.remedy));
            }
        }
    }

    fn unread(&mut self) {
        if self.report.unread.is_empty() {
            return;
        }
        self.section(phrases::UNREAD);
        for words in &self.report.unread {
            self.paper.item(words);
        }
    }

    fn policy(&mut self) {
        self.paper.heading(self.word("policy"));
        for row in &self.report.policy {
            self.paper.item(&format!("{}: {} ({})", row.name, row.value, row.source));
        }
    }
}

/// What was promised, claimed, proven and accepted.
fn figures(target: &TargetRow) -> Vec<Vec<String>> {
    let promised =
        [&target.text].into_iter().chain(&target.expected).chain(&target.in_period).cloned().collect();
    vec![promised, vec![target.claimed.clone()], vec![target.proven.clone()], vec![target.accepted.clone()]]
}

/// How far a target is: the bar with its figures, then the words.
fn status(target: &TargetRow) -> Vec<String> {
    let picture = target.bar.iter().map(|shown| format!("{} {}", bar(shown), shown.text));
    let words = target.status.iter().enumerate();
    let words = words.map(|(at, word)| if at == 0 { word.clone() } else { uncapitalised(word) });
    let words = words.collect::<Vec<_>>().join(", ");
    picture.chain((!words.is_empty()).then_some(words)).collect()
}
