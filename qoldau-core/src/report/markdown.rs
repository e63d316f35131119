//! The report as Markdown (the dialect with tables).

mod reviewed;

use super::build::NOTHING;
use super::headlines::{by_headline, due_in_words, headline_key, sign};
use super::model::{ActivityTable, FindingRow, LineRef, LineRow, Report, ToDoKind};
use super::phrases;
use super::repeated::each_once;
use crate::assess::Headline;
use crate::language::{Language, Saying, quantity, word};
use crate::value::text::steers;

/// The report as Markdown. No text of the plan or the facts can become markup.
#[must_use]
pub fn render_markdown(report: &Report) -> String {
    let mut writer = Writer { report, language: report.language, out: Markdown::default() };
    writer.head();
    writer.errors();
    writer.remarks();
    writer.counts();
    writer.next_steps();
    writer.approvals();
    writer.submissions();
    writer.exceptions();
    writer.tasks();
    writer.timeline();
    writer.impact();
    writer.sections();
    writer.withdrawn();
    writer.readings();
    writer.findings(phrases::FINDINGS, report.others());
    writer.findings(phrases::FOLDED, report.folded.iter().collect());
    writer.unread();
    writer.policy();
    writer.out.text()
}

/// Markdown being written.
#[derive(Default)]
pub(super) struct Markdown {
    out: String,
}

impl Markdown {
    /// The whole text, with one end of line at its end.
    pub(super) fn text(self) -> String {
        format!("{}\n", self.out.trim_end())
    }

    /// A heading of a level from 1 to 6.
    pub(super) fn heading(&mut self, level: usize, text: &str) {
        self.blank();
        self.out.push_str(&"#".repeat(level));
        self.out.push(' ');
        self.out.push_str(&escape(text));
        self.out.push_str("\n\n");
    }

    /// A paragraph of markup.
    pub(super) fn paragraph(&mut self, markup: &str) {
        self.blank();
        self.out.push_str(&at_start(markup));
        self.out.push_str("\n\n");
    }

    /// An item of a list, of markup, at a level from 0.
    pub(super) fn item(&mut self, level: usize, markup: &str) {
        self.out.push_str(&"  ".repeat(level));
        self.out.push_str("- ");
        self.out.push_str(&at_start(markup));
        self.out.push('\n');
    }

    /// Findings as a list.
    pub(super) fn findings<'r>(
        &mut self,
        rows: impl IntoIterator<Item = &'r FindingRow>,
        language: Language,
    ) {
        for row in &each_once(rows, language) {
            self.item(
                0,
                &format!("**{}** `{}`. {}", row.severity_text, row.code.replace('`', ""), escape(&row.text)),
            );
            let details =
                [(phrases::ANSWERS, row.answers.join("; ")), (phrases::LINES, row.lines.join(", "))];
            for (title, text) in details {
                if !text.is_empty() {
                    self.item(1, &format!("{}: {}", title.get(language), escape(&text)));
                }
            }
            if !row.remedy.is_empty() {
                self.item(1, &escape(&row.remedy));
            }
        }
    }

    /// The header of a table.
    pub(super) fn header(&mut self, titles: &[&str]) {
        self.blank();
        self.row(&titles.iter().map(|title| escape(title)).collect::<Vec<_>>());
        self.out.push('|');
        self.out.push_str(&"---|".repeat(titles.len()));
        self.out.push('\n');
    }

    /// A row of a table, of markup.
    pub(super) fn row(&mut self, cells: &[String]) {
        self.out.push('|');
        for cell in cells {
            self.out.push(' ');
            self.out.push_str(cell);
            self.out.push_str(" |");
        }
        self.out.push('\n');
    }

    fn blank(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }
}

/// Text as Markdown: nothing in it is markup, and it stays in its line and in its cell.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' => {
                out.push('\\');
                out.push(c);
            }
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '@' => out.push_str("&#64;"),
            '\n' | '\t' | '\r' => out.push(' '),
            _ if steers(c) => out.push(char::REPLACEMENT_CHARACTER),
            _ => out.push(c),
        }
    }
    // Bare addresses would become links.
    out.replace("://", "&#58;//").replace("www.", "www&#46;")
}

/// Markup at the start of a line, where signs and numbers of the text would open a list, a heading or a rule.
fn at_start(markup: &str) -> String {
    let digits = markup.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = markup.split_at_checked(digits).unwrap_or(("", markup));
    let opens = if digits == 0 {
        rest.starts_with(['#', '+', '-', '='])
    } else {
        let after = rest.strip_prefix(['.', ')']);
        after.is_some_and(|after| after.is_empty() || after.starts_with(char::is_whitespace))
    };
    if opens { format!("{number}\\{rest}") } else { markup.to_owned() }
}

/// "2.10, 2.11".
fn numbers(lines: &[LineRef]) -> String {
    lines.iter().map(|line| escape(&line.number)).collect::<Vec<_>>().join(", ")
}

struct Writer<'a> {
    report: &'a Report,
    language: Language,
    out: Markdown,
}

impl Writer<'_> {
    fn word(&self, key: &str) -> &'static str {
        word(key, self.language).unwrap_or_default()
    }

    fn phrase(&self, saying: Saying) -> &'static str {
        saying.get(self.language)
    }

    fn sign_and_word(&self, headline: Headline) -> String {
        format!("{} {}", sign(headline), self.word(headline_key(headline)))
    }

    fn section(&mut self, saying: Saying) {
        self.out.heading(2, saying.get(self.language));
    }

    fn head(&mut self) {
        let head = &self.report.head;
        self.out.heading(1, &head.title);
        for own in head.project.iter().chain(&head.grantee) {
            self.out.paragraph(&escape(own));
        }
        self.out.item(0, &format!("**{}**", escape(&head.as_of_text)));
        let facts = [head.contract.as_ref(), head.period.as_ref(), head.reporting_period.as_ref()];
        for fact in [&head.edition].into_iter().chain(facts.into_iter().flatten()) {
            self.out.item(0, &escape(fact));
        }
    }

    fn counts(&mut self) {
        let counts = &self.report.counts;
        self.section(phrases::WHERE_LINES_STAND);
        let shown = by_headline(counts);
        let mut titles: Vec<String> =
            shown.iter().map(|(headline, _)| self.sign_and_word(*headline)).collect();
        titles.push(self.phrase(phrases::IN_ALL).into());
        let mut cells: Vec<String> = shown.iter().map(|(_, count)| format!("**{count}**")).collect();
        cells.push(quantity(counts.lines.into(), "line", self.language));
        self.out.header(&titles.iter().map(String::as_str).collect::<Vec<_>>());
        self.out.row(&cells);
    }

    fn next_steps(&mut self) {
        self.out.heading(2, self.word("toDoNext"));
        if self.report.to_do.is_empty() {
            self.out.paragraph(self.phrase(phrases::NOTHING_TO_DO));
        }
        for group in &self.report.to_do {
            let label = group.label.iter().map(|label| format!(", {}", escape(label)));
            let head = format!("**{}**{}", escape(&group.date_text), label.collect::<String>());
            if group.kind == ToDoKind::Deadline {
                self.out.item(0, &format!("{head}:"));
                for item in &group.items {
                    let name = match item.lines.as_slice() {
                        [line] => format!("{} {}", escape(&line.number), escape(&line.name)),
                        lines => numbers(lines),
                    };
                    self.out.item(1, &format!("{name}: {}", escape(&item.what)));
                }
            } else {
                let items = group
                    .items
                    .iter()
                    .map(|item| format!("{} ({})", escape(&item.what), numbers(&item.lines)));
                self.out.item(0, &format!("{head}: {}", items.collect::<Vec<_>>().join(", ")));
            }
        }
    }

    fn approvals(&mut self) {
        self.section(phrases::APPROVALS);
        if let Some(records) = &self.report.records {
            self.out.paragraph(&escape(records));
        }
        if self.report.approvals.is_empty() {
            self.out.paragraph(self.phrase(phrases::NO_APPROVALS));
            return;
        }
        let last = self.word("deadline");
        self.out.header(&["№", self.word("indicator"), self.phrase(phrases::WAITS_FOR), last]);
        for wait in &self.report.approvals {
            let until = wait.until.as_deref().unwrap_or(NOTHING);
            let cells = [&wait.line.number, &wait.line.name, &wait.by, until].map(escape);
            self.out.row(&cells);
        }
    }

    fn exceptions(&mut self) {
        self.section(phrases::EXCEPTIONS);
        if self.report.exceptions.is_empty() {
            self.out.paragraph(self.phrase(phrases::NO_EXCEPTIONS));
        }
        for group in &self.report.exceptions {
            self.out.heading(3, &format!("{}: {}", group.title, group.items.len()));
            for item in &group.items {
                let lines = numbers(&item.lines);
                let gap = if lines.is_empty() { "" } else { ": " };
                self.out.item(0, &format!("{lines}{gap}{}", escape(&item.text)));
            }
        }
    }

    fn tasks(&mut self) {
        self.section(phrases::ALL_LINES);
        for task in &self.report.tasks {
            let label = task.label.as_ref().map(|label| format!("{label}. ")).unwrap_or_default();
            self.out.heading(3, &format!("{label}{}", task.title));
            let tally = by_headline(&task.counts).into_iter().filter(|(_, count)| *count > 0);
            let tally = tally.map(|(headline, count)| format!("{}: {count}", self.sign_and_word(headline)));
            self.out.paragraph(&tally.collect::<Vec<_>>().join(" · "));
            for activity in &task.activities {
                self.activity(activity);
            }
        }
    }

    fn activity(&mut self, activity: &ActivityTable) {
        self.out.heading(4, &activity.title);
        let due = due_in_words(activity).unwrap_or_else(|| self.word("unknown").to_lowercase());
        let due = format!("{}: {due}", self.word("deadline"));
        let about: Vec<String> = activity
            .venue
            .iter()
            .chain([&due])
            .chain(&activity.days_left)
            .chain(&activity.events)
            .map(|text| escape(text))
            .collect();
        self.out.paragraph(&about.join(" · "));
        let unpaired = [
            (phrases::UNPAIRED_NAMES, &activity.unpaired_names),
            (phrases::UNPAIRED_VALUES, &activity.unpaired_values),
        ];
        for (title, items) in unpaired {
            if !items.is_empty() {
                self.out.paragraph(&format!("{}. {}:", self.word("needsPairing"), self.phrase(title)));
                for item in items {
                    self.out.item(0, &escape(item));
                }
            }
        }
        if !activity.lines.is_empty() {
            let keys = ["indicator", "target", "claimed", "proven", "accepted"].map(|key| self.word(key));
            let [indicator, target, claimed, proven, accepted] = keys;
            let status = self.phrase(phrases::STATUS);
            self.out.header(&["№", indicator, target, claimed, proven, accepted, status]);
        }
        for line in &activity.lines {
            self.line(line);
        }
    }

    fn line(&mut self, line: &LineRow) {
        let mut name = escape(&line.line.name);
        for note in &line.notes {
            name.push_str("<br>→ ");
            name.push_str(&escape(note));
        }
        let headline = format!("{} **{}**", sign(line.headline), line.headline_text);
        let mut first = [escape(&line.line.number), name, headline];
        if line.targets.is_empty() {
            let [number, name, headline] = first;
            self.out.row(&[
                number,
                name,
                String::new(),
                String::new(),
                String::new(),
                String::new(),
                headline,
            ]);
            return;
        }
        for target in &line.targets {
            let promised = [&target.text].into_iter().chain(&target.expected).chain(&target.in_period);
            let promised = promised.map(|text| escape(text)).collect::<Vec<_>>().join("<br>");
            let [number, name, headline] = std::mem::take(&mut first);
            let shown = target.bar.iter().map(|bar| &bar.text).chain(&target.status).map(|text| escape(text));
            let status: Vec<String> =
                [headline].into_iter().filter(|text| !text.is_empty()).chain(shown).collect();
            let [claimed, proven, accepted] =
                [&target.claimed, &target.proven, &target.accepted].map(|figure| escape(figure));
            self.out.row(&[number, name, promised, claimed, proven, accepted, status.join("<br>")]);
        }
    }

    fn timeline(&mut self) {
        let Some(timeline) = &self.report.timeline else { return };
        self.section(phrases::TIMELINE);
        for row in &timeline.rows {
            self.out.item(0, &format!("{}: {}", escape(&row.window_text), escape(&row.title)));
            for event in &row.events {
                self.out.item(1, &escape(&event.text));
            }
        }
    }

    fn sections(&mut self) {
        for of in &self.report.sections {
            self.out.heading(2, &of.title);
            for paragraph in &of.paragraphs {
                self.out.paragraph(&escape(paragraph));
            }
            for table in &of.tables {
                self.out.paragraph(&format!("**{}**", escape(&table.caption)));
                self.out.header(&table.columns.iter().map(String::as_str).collect::<Vec<_>>());
                for row in &table.rows {
                    self.out.row(&row.iter().map(|cell| escape(cell)).collect::<Vec<_>>());
                }
            }
        }
    }

    fn impact(&mut self) {
        if self.report.impact.is_empty() {
            return;
        }
        self.section(phrases::IMPACT);
        self.out.paragraph(self.phrase(phrases::IMPACT_NOTE));
        let keys = ["indicator", "target", "actual", "proven", "uniquePersons"].map(|key| self.word(key));
        let [indicator, target, actual, proven, unique] = keys;
        self.out.header(&["№", indicator, target, actual, proven, unique, self.phrase(phrases::STATUS)]);
        for row in &self.report.impact {
            let sources =
                row.sources.iter().map(|source| format!("{}: {}", source.line.number, source.claimed));
            let sources = sources.collect::<Vec<_>>().join("; ");
            let sources =
                (!sources.is_empty()).then(|| format!("{}: {sources}", self.phrase(phrases::SOURCES)));
            let name: Vec<String> = [&row.line.name]
                .into_iter()
                .chain(&sources)
                .chain(&row.notes)
                .map(|text| escape(text))
                .collect();
            let unit = row.unit.as_deref().unwrap_or_default();
            let figure = if row.unique_persons.is_some() {
                format!("{}: {}", row.figure_name, row.figure)
            } else {
                row.figure.clone()
            };
            self.out.row(&[
                escape(&row.line.number),
                name.join("<br>"),
                escape(&format!("{} {unit}", row.target)),
                escape(&figure),
                escape(&row.proven),
                escape(row.unique_persons.as_deref().unwrap_or(NOTHING)),
                escape(&row.status),
            ]);
        }
    }

    fn withdrawn(&mut self) {
        if self.report.withdrawn.is_empty() {
            return;
        }
        self.section(phrases::WITHDRAWN);
        self.out.paragraph(self.phrase(phrases::WITHDRAWN_NOTE));
        let [indicator, target, claimed, proven, accepted] =
            ["indicator", "target", "claimed", "proven", "accepted"].map(|key| self.word(key));
        self.out.header(&["№", indicator, target, claimed, proven, accepted]);
        for row in &self.report.withdrawn {
            let cells = [&row.target, &row.claimed, &row.proven, &row.accepted].map(|text| escape(text));
            let [target, claimed, proven, accepted] = cells;
            let name = format!("{}<br>{}", escape(&row.line.name), escape(&row.by));
            self.out.row(&[escape(&row.line.number), name, target, claimed, proven, accepted]);
        }
    }

    fn readings(&mut self) {
        if self.report.readings.is_empty() {
            return;
        }
        self.section(phrases::READINGS);
        let titles = [phrases::QUESTION, phrases::ANSWER, phrases::SOURCE, phrases::LINES];
        self.out.header(&titles.map(|title| title.get(self.language)));
        for row in &self.report.readings {
            let lines = row.lines.join(", ");
            self.out.row(&[&row.question, &row.answer, &row.source, &lines].map(|text| escape(text)));
        }
    }

    /// What is wrong with the plan or the facts, before the figures that suffer from it.
    fn errors(&mut self) {
        if self.report.errors().next().is_some() {
            self.section(phrases::ERRORS);
            self.out.findings(self.report.errors(), self.language);
        }
    }

    fn findings(&mut self, title: Saying, rows: Vec<&FindingRow>) {
        if rows.is_empty() {
            return;
        }
        self.section(title);
        self.out.findings(rows, self.language);
    }

    fn unread(&mut self) {
        if !self.report.unread.is_empty() {
            self.section(phrases::UNREAD);
            for words in &self.report.unread {
                self.out.item(0, &escape(words));
            }
        }
    }

    fn policy(&mut self) {
        self.out.heading(2, self.word("policy"));
        let titles = [phrases::SETTING, phrases::VALUE, phrases::SOURCE];
        self.out.header(&titles.map(|title| title.get(self.language)));
        for row in &self.report.policy {
            self.out.row(&[&row.name, &row.value, &row.source].map(|text| escape(text)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_open_a_list_or_a_heading_is_escaped_at_the_start_only() {
        for (text, want) in [
            ("1. бір", "1\\. бір"),
            ("1.", "1\\."),
            ("2) екі", "2\\) екі"),
            ("2.10 фото", "2.10 фото"),
            ("# үш", "\\# үш"),
            ("- төрт", "\\- төрт"),
            ("бес # - 1. ", "бес # - 1. "),
        ] {
            assert_eq!(at_start(text), want);
        }
    }

    #[test]
    fn signs_of_markup_become_text() {
        assert_eq!(escape("a|b `c` *d* <e> [f](g)"), "a\\|b \\`c\\` \\*d\\* &lt;e&gt; \\[f\\](g)");
        assert_eq!(escape("екі\nжол"), "екі жол");
        assert_eq!(escape("https://a.kz www.b.kz c@d.kz"), "https&#58;//a.kz www&#46;b.kz c&#64;d.kz");
    }
}
