//! The walk through an annex: which paragraph and which row is what.

use super::columns::{Column, Field, field};
use super::days::{first_days, open_due};
use super::error::ReadError;
use super::findings::Findings;
use super::general::{self, General};
use super::header::{Above, Header, TableKind};
use super::headings::{Heading, heading, is_reference, plain_heading};
use super::impact::{ImpactRow, close_impact};
use super::leftover::{Leftover, may_be_personal};
use super::limits::ReadLimits;
use super::lists::{is_total_row, subheadings, values_in_names};
use super::model::{Block, Cell, Document, Line, Row, Spot, Table, filled_lines, in_one_line, joined};
use super::rows::{
    cell_lines, column_lines, holds_words, is_column_numbers, is_row_number, join_units, lone,
    numbered_title, place_in, row_is_narrow,
};
use super::rules::{
    CLOSING_MISSING, HEADER_UNCLEAR, HEADING_UNCLEAR, PART_MISSING, PERIOD_FROM_CONTRACT, STRUCK_TEXT,
    TRACKED_CHANGES, UNREAD_FIELD, UNREAD_NOTES, UNREAD_TEXT, VALUES_IN_NAMES,
};
use super::signatures::{is_signature, is_signed, is_unsigned};
use super::tasks::{OpenActivity, OpenDue, OpenTask, close_tasks};
use super::team;
use super::{AnnexRead, language};
use crate::finding::{Finding, Param, Place, Severity};
use crate::plan::{Contract, DueContext, Edition, FORMAT, Plan, TaskKind, Team};
use crate::value::text::is_space;
use crate::value::{DateRange, Id, IsoDate};

/// Where the walk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Zone {
    /// Before block I.
    Preamble,
    /// In the four blocks.
    Blocks,
    /// Among the signatures.
    Closing,
}

/// Reads a document into a plan.
pub(super) fn plan(
    document: &Document,
    limits: &ReadLimits,
    from_text: bool,
) -> Result<AnnexRead, ReadError> {
    let mut walk = Walk::new(limits);
    if document.said.tracked {
        walk.findings.push(Finding::new(&TRACKED_CHANGES, Place::Whole {}));
    }
    if document.said.struck {
        walk.findings.push(Finding::new(&STRUCK_TEXT, Place::Whole {}).param(Param::count("count", 1)));
    }
    if document.said.foreign {
        walk.findings.push(Finding::new(&UNREAD_TEXT, Place::Whole {}).param(Param::count("count", 1)));
    }
    walk.noted.extend(document.said.noted.then_some(Place::Whole {}));
    for block in &document.blocks {
        match block {
            Block::Paragraph(text) => walk.paragraph(text),
            Block::Table(table) => walk.table(table),
        }
    }
    if from_text && walk.zone != Zone::Closing {
        walk.findings.push(Finding::new(&CLOSING_MISSING, Place::Whole {}));
    }
    walk.finish(language::of(document))
}

/// What a row of a table stands under.
#[derive(Clone, Copy)]
struct Under {
    /// A heading row of the same table.
    heading: bool,
    /// A row of the same table that is of signatures.
    signed: bool,
    /// What is directly above.
    above: Above,
}

/// The walk.
struct Walk {
    zone: Zone,
    block: u32,
    /// Tables so far.
    tables: u32,
    /// Lines outside tables so far.
    outside: u32,
    preamble: Vec<Line>,
    general: General,
    /// The field whose list goes on in the paragraphs below its label.
    field: Option<Field>,
    team: Team,
    specialists: bool,
    tasks: Vec<OpenTask>,
    impact: Vec<ImpactRow>,
    /// The heading row of the present table, or of the last one of its kind.
    header: Option<Header>,
    left: Leftover,
    /// Places of the lines after the closing words, and of those among them that are no signatures.
    after_closing: Vec<Place>,
    unsigned: Vec<Place>,
    /// Places with marks of notes.
    noted: Vec<Place>,
    findings: Findings,
}

impl Walk {
    fn new(limits: &ReadLimits) -> Self {
        Self {
            zone: Zone::Preamble,
            block: 0,
            tables: 0,
            outside: 0,
            preamble: Vec::new(),
            general: General::default(),
            field: None,
            team: Team::default(),
            specialists: false,
            tasks: Vec::new(),
            impact: Vec::new(),
            header: None,
            left: Leftover::default(),
            after_closing: Vec::new(),
            unsigned: Vec::new(),
            noted: Vec::new(),
            findings: Findings::new(limits.max_findings),
        }
    }

    /// A paragraph outside tables.
    fn paragraph(&mut self, text: &str) {
        for words in filled_lines(text) {
            let spot = Spot { block: self.block, ..Spot::default() };
            let line = Line { place: spot.line(self.outside), text: words.to_owned() };
            self.outside = self.outside.saturating_add(1);
            let heading =
                if self.zone == Zone::Closing { plain_heading(&line.text) } else { heading(&line.text) };
            if let Some(heading) = heading {
                self.heading(heading, &line);
            } else if self.zone == Zone::Preamble {
                self.preamble.push(line);
            } else if self.zone == Zone::Blocks {
                self.paragraph_of_block(line);
            } else {
                if is_unsigned(&line.text) {
                    self.unsigned.push(line.place.clone());
                }
                self.after_closing.push(line.place);
            }
        }
    }

    /// A paragraph of a block that is no heading: in block I it may be a label with its value.
    fn paragraph_of_block(&mut self, line: Line) {
        if self.block == 1 {
            let labelled = line.text.split_once(':').and_then(|(label, value)| Some((field(label)?, value)));
            if let Some((field, value)) = labelled {
                self.field = Some(field);
                let value = value.trim_matches(is_space);
                if !value.is_empty() {
                    self.general.take(field, vec![Line { place: line.place, text: value.to_owned() }]);
                }
                return;
            }
            if let Some(field) = self.field {
                self.general.take(field, vec![line]);
                return;
            }
        }
        self.left.keep(line, self.block == 2);
    }

    fn heading(&mut self, heading: Heading, line: &Line) {
        match heading {
            Heading::Subtitle(0) => {}
            Heading::Block(block) | Heading::Subtitle(block) => {
                self.block = block;
                self.zone = Zone::Blocks;
                self.field = None;
            }
            Heading::Task { number, title } => self.open_task(TaskKind::Task, number, title, line),
            Heading::Presentation => self.open_task(TaskKind::Presentation, None, line.text.clone(), line),
            Heading::Information => self.open_task(TaskKind::Information, None, line.text.clone(), line),
            Heading::Staff => self.specialists = false,
            Heading::Specialists => self.specialists = true,
            Heading::Closing if self.tasks.is_empty() && self.impact.is_empty() => {}
            Heading::Closing => self.zone = Zone::Closing,
        }
    }

    fn open_task(&mut self, kind: TaskKind, number: Option<String>, title: String, line: &Line) {
        self.zone = Zone::Blocks;
        self.block = 3;
        self.tasks.push(OpenTask { kind, number, title, place: line.place.clone(), activities: Vec::new() });
    }

    fn table(&mut self, table: &Table) {
        let index = self.tables;
        self.tables = self.tables.saturating_add(1);
        let goes_on = self.goes_on(&table.rows);
        if goes_on {
            self.zone = Zone::Blocks;
        } else {
            self.header = self.header.take().filter(|header| header.kind == TableKind::Activities);
        }
        let mut under = Under { heading: goes_on, signed: false, above: Above::Title };
        for (number, row) in (0..).zip(&table.rows) {
            let spot = Spot { block: self.block, table: Some(index), row: number, column: 0 };
            let rest = table.rows.get(usize::try_from(number).unwrap_or(usize::MAX)..).unwrap_or_default();
            self.marks(row, spot);
            under = self.row(row, spot, under, rest);
        }
    }

    /// Whether rows that stand under no heading row go on the last table: over the page, or below signatures at its foot.
    fn goes_on(&self, rows: &[Row]) -> bool {
        let Some(header) = &self.header else { return false };
        let may_go_on = match header.kind {
            // In their block activities go on as it is.
            TableKind::Activities => self.block == 3 && self.zone == Zone::Closing,
            TableKind::Impact => self.block == 4,
            TableKind::Team => false,
        };
        may_go_on && header.goes_on(rows)
    }

    /// A row of a table; `rest` is it and the rows below. Returns what the next row stands under.
    fn row(&mut self, row: &Row, spot: Spot, under: Under, rest: &[Row]) -> Under {
        let title = lone(row).is_some_and(|cell| self.lone_cell(cell, spot, row))
            || numbered_title(row).is_some_and(|cell| self.numbered_task(cell, spot));
        if title {
            return Under { above: Above::Title, ..under };
        }
        let below = rest.get(1..).unwrap_or_default();
        if under.above == Above::Heading
            && let Some(header) = &mut self.header
            && header.refine(row)
        {
            if header.guess(below) {
                self.findings.push(Finding::new(&HEADER_UNCLEAR, spot.line(0)));
            }
            return under;
        }
        let signs = self.block >= 3 && matches!(self.zone, Zone::Blocks | Zone::Closing) && is_signed(row);
        if !signs && let Some(header) = Header::of(row, self.block, self.header.as_ref(), under.above) {
            if header.doubtful {
                self.left.keep_all(row.filled().flat_map(|cell| cell_lines(cell, spot)).collect());
            }
            self.open_header(header, below, spot);
            return Under { heading: true, signed: false, above: Above::Heading };
        }
        let mut under = under;
        if signs {
            (self.zone, under.signed) = (Zone::Closing, true);
        } else if self.zone == Zone::Closing && under.heading && self.goes_on(std::slice::from_ref(row)) {
            (self.zone, under.signed) = (Zone::Blocks, false);
        }
        if self.zone == Zone::Closing {
            let promises =
                |header: &Header| header.columns.len() > 3 && header.columns.len() == row.cells.len();
            let of_promises = under.heading || self.header.as_ref().is_some_and(promises);
            self.signature_row(row, spot, of_promises, under.signed);
        } else if row.filled().next().is_some() && !is_column_numbers(row) {
            self.data_row(row, spot, under.heading, rest);
        }
        Under { above: Above::Data, ..under }
    }

    /// What is to be said of words of a row that are struck out, and of marks of notes.
    fn marks(&mut self, row: &Row, spot: Spot) {
        let mut struck = row.cells.iter().filter(|cell| cell.struck);
        if let Some(first) = struck.next() {
            let count = struck.count().saturating_add(1);
            let finding = Finding::new(&STRUCK_TEXT, place_in(first, spot, 0));
            self.findings.push(finding.param(Param::count("count", count)));
        }
        let noted = row.cells.iter().filter(|cell| cell.noted);
        self.noted.extend(noted.map(|cell| place_in(cell, spot, 0)));
    }

    /// A row after the closing words. In a table like one of promises any cell that is no signature may be one; below a row
    /// of signatures a few cells are the two sides and what is said of them.
    fn signature_row(&mut self, row: &Row, spot: Spot, of_promises: bool, signed: bool) {
        const SIDES: usize = 4;
        let lines = || row.filled().flat_map(|cell| cell_lines(cell, spot));
        let fewest = match (signed, of_promises) {
            (true, _) => SIDES,
            (false, true) => 0,
            (false, false) => 2,
        };
        if row.filled().nth(fewest).is_some() && !lines().any(|line| is_signature(&line.text)) {
            self.unsigned.push(spot.line(0));
        } else {
            self.unsigned.extend(lines().filter(|line| is_unsigned(&line.text)).map(|line| line.place));
        }
        self.after_closing.extend(lines().map(|line| line.place));
    }

    /// A row with words in one cell only. Returns whether it was a heading.
    fn lone_cell(&mut self, cell: &Cell, spot: Spot, row: &Row) -> bool {
        let line = Line { place: place_in(cell, spot, 0), text: in_one_line(&cell.text) };
        let whole_row = row.cells.len() == 1 || cell.column == 0;
        match heading(&line.text) {
            Some(heading @ Heading::Task { .. }) => self.heading(heading, &line),
            Some(heading) if whole_row => self.heading(heading, &line),
            // A cell across the whole table above activities: a heading, whatever it says.
            _ if self.zone == Zone::Blocks
                && self.block == 3
                && row.cells.len() == 1
                && !row_is_narrow(row, self.header.as_ref()) =>
            {
                let number = self.tasks.len().saturating_add(1).to_string();
                let finding = Finding::new(&HEADING_UNCLEAR, line.place.clone());
                self.findings.push(finding.param(Param::number("number", &number)));
                self.open_task(TaskKind::Task, None, line.text.clone(), &line);
            }
            _ => return false,
        }
        true
    }

    /// The title of a task beside the number of its row. Returns whether it is one.
    fn numbered_task(&mut self, cell: &Cell, spot: Spot) -> bool {
        let text = in_one_line(&cell.text);
        let Some(task @ Heading::Task { .. }) = plain_heading(&text) else { return false };
        self.heading(task, &Line { place: place_in(cell, spot, 0), text });
        true
    }

    fn open_header(&mut self, mut header: Header, below: &[Row], spot: Spot) {
        self.zone = Zone::Blocks;
        if self.block == 0 || (header.kind == TableKind::Activities && self.block < 3) {
            self.block = match header.kind {
                TableKind::Team => 2,
                TableKind::Activities => 3,
                TableKind::Impact => 4,
            };
        }
        if header.guess(below) {
            self.findings.push(Finding::new(&HEADER_UNCLEAR, spot.line(0)));
        }
        self.header = Some(header);
    }

    fn data_row(&mut self, row: &Row, spot: Spot, under_heading: bool, rest: &[Row]) {
        let in_tasks = !self.tasks.is_empty() && self.block == 3;
        if !under_heading && !in_tasks {
            self.general_row(row, spot);
            return;
        }
        if self.header.is_none() {
            let header = Header::assumed(row, rest);
            self.findings.push(Finding::new(&HEADER_UNCLEAR, spot.line(0)));
            self.header = Some(header);
        }
        let Some(header) = &self.header else { return };
        let columns = header.columns_of(row);
        match header.kind {
            TableKind::Activities => self.activity_row(row, &columns, spot),
            TableKind::Impact => self.impact_row(row, &columns, spot),
            TableKind::Team => self.team_row(row, &columns, spot),
        }
    }

    /// A row of the general data: a label and what stands beside it.
    fn general_row(&mut self, row: &Row, spot: Spot) {
        let mut cells = row.filled().filter(|cell| !is_row_number(&cell.text)).peekable();
        // Below the general data the same words name indicators.
        let label = cells.peek().filter(|_| self.block <= 2).and_then(|cell| field(&cell.text));
        if label.is_some() {
            self.zone = Zone::Blocks;
            self.block = self.block.max(1);
        }
        if let Some(field) = label {
            let spot = Spot { block: self.block, ..spot };
            let values = cells.skip(1).flat_map(|cell| cell_lines(cell, spot)).collect();
            self.general.take(field, values);
            return;
        }
        let personal = self.block == 2 || self.zone == Zone::Preamble;
        for line in row.filled().flat_map(|cell| cell_lines(cell, spot)) {
            self.left.keep(line, personal);
        }
    }

    fn team_row(&mut self, row: &Row, columns: &[Column], spot: Spot) {
        let (list, prefix) = if self.specialists {
            (&mut self.team.specialists, "specialist")
        } else {
            (&mut self.team.staff, "staff")
        };
        let Ok(id) = format!("{prefix}-{}", list.len().saturating_add(1)).parse::<Id>() else { return };
        let cells: Vec<_> =
            columns.iter().copied().zip(row.cells.iter().map(|cell| cell.text.as_str())).collect();
        if let Some(member) = team::member(&cells, id.clone()) {
            list.push(member.member);
            if let Some(words) = member.unread_workload {
                let place = row
                    .cells
                    .iter()
                    .zip(columns)
                    .find(|(_, column)| **column == Column::Workload)
                    .map_or(spot.line(0), |(cell, _)| place_in(cell, spot, 0));
                let line = Line { place, text: words };
                // In rows that have slipped a name stands here, and names have capitals: such words are told by their place.
                if line.text.chars().any(char::is_uppercase) || may_be_personal(&line.text) {
                    self.left.keep(line, true);
                } else {
                    let finding = Finding::new(&UNREAD_FIELD, line.place.clone()).lines([id]);
                    self.findings.push(finding.param(Param::text("text", &line.text)));
                    self.left.keep_quietly(line);
                }
            }
        }
        self.keep_unknown(row, columns, spot, true);
    }

    fn impact_row(&mut self, row: &Row, columns: &[Column], spot: Spot) {
        let of = |wanted: Column| column_lines(row, columns, spot, wanted);
        let (name, value) = (of(Column::Names), of(Column::Values));
        if name.is_empty() {
            self.left.keep_all(value);
        } else {
            let number = joined(&of(Column::Number), " ");
            let number = number.trim_end_matches(['.', ')']).to_owned();
            self.impact.push(ImpactRow { number, name, unit: joined(&of(Column::Unit), " "), value });
        }
        self.keep_unknown(row, columns, spot, false);
    }

    fn activity_row(&mut self, row: &Row, columns: &[Column], spot: Spot) {
        if is_total_row(row, columns) {
            self.left.keep_all(row.filled().flat_map(|cell| cell_lines(cell, spot)).collect());
            return;
        }
        let of = |wanted: Column| column_lines(row, columns, spot, wanted);
        let continues = |wanted: Column| {
            row.cells.iter().zip(columns).any(|(cell, column)| *column == wanted && cell.continues)
        };
        let above = self.tasks.last().and_then(|task| task.activities.last());
        let due = open_due(row, columns, spot, above.map(|above| &above.due));
        self.left.keep_all(first_days(row, columns, spot));
        let row_lines = self.names_and_values(row, columns, spot);
        let title = of(Column::Activity);
        self.left.keep_all(of(Column::Number).into_iter().filter(|line| holds_words(&line.text)).collect());
        let (venue, channels) = (of(Column::Venue), of(Column::Channels));
        self.keep_unknown(row, columns, spot, false);
        if self.tasks.is_empty() {
            self.open_task(
                TaskKind::Task,
                None,
                String::new(),
                &Line { place: spot.line(0), text: String::new() },
            );
        }
        let Some(task) = self.tasks.last_mut() else { return };
        let own_due = due.is_own();
        // A cell merged downwards holds for all its rows.
        let merged = venue.is_empty() && continues(Column::Venue);
        let venue_above =
            |task: &OpenTask| task.activities.last().filter(|_| merged).map(|above| above.venue.clone());
        if title.is_empty()
            && let Some(open) = task.activities.last_mut()
        {
            let without_lines = open.rows.iter().all(|(names, values)| names.is_empty() && values.is_empty());
            let same_due = match (&open.due, &due) {
                // The title stands in a row of its own, above the first line and the deadline.
                (OpenDue::Empty, here) if own_due && without_lines => {
                    open.due = here.clone();
                    true
                }
                (above, here) => !own_due || above.says_as(here),
            };
            if same_due {
                open.rows.push(row_lines);
                open.venue.extend(venue);
                open.channels.extend(channels);
                return;
            }
            // The same activity with a deadline of its own: its lines stand apart.
            let title = open.title.clone();
            let venue = venue_above(task).unwrap_or(venue);
            task.activities.push(OpenActivity {
                place: spot.line(0),
                title,
                venue,
                channels,
                due,
                rows: vec![row_lines],
            });
            return;
        }
        let place = title.first().map_or(spot.line(0), |line| line.place.clone());
        let venue = venue_above(task).unwrap_or(venue);
        task.activities.push(OpenActivity { place, title, venue, channels, due, rows: vec![row_lines] });
    }

    /// The names and values of a row.
    fn names_and_values(&mut self, row: &Row, columns: &[Column], spot: Spot) -> (Vec<Line>, Vec<Line>) {
        let of = |wanted: Column| column_lines(row, columns, spot, wanted);
        let (mut names, mut values) = (of(Column::Names), of(Column::Values));
        if let Err(units) = join_units(&mut values, of(Column::Unit)) {
            self.left.keep_all(units);
        }
        self.left.keep_all(subheadings(&mut names, &mut values));
        let has_column = |header: &Header| {
            header.columns.iter().any(|column| matches!(column, Column::Values | Column::Month))
        };
        if !names.is_empty() && !self.header.as_ref().is_some_and(has_column) {
            values = values_in_names(&mut names);
            if let Some(first) = values.first() {
                let finding = Finding::new(&VALUES_IN_NAMES, first.place.clone());
                self.findings.push(finding.param(Param::count("count", values.len())));
            }
        }
        (names, values)
    }

    /// Keeps what stands in columns that are not known. Who answers for an activity is personal.
    fn keep_unknown(&mut self, row: &Row, columns: &[Column], spot: Spot, personal: bool) {
        for (cell, column) in row.cells.iter().zip(columns) {
            let named = *column == Column::Responsible;
            if named || matches!(column, Column::Unknown | Column::Month) {
                for line in cell_lines(cell, spot) {
                    self.left.keep(line, personal || named);
                }
            }
        }
    }

    /// Puts the plan together.
    fn finish(mut self, language: crate::language::Language) -> Result<AnnexRead, ReadError> {
        if self.tasks.is_empty() && self.impact.is_empty() && self.general.is_empty() {
            return Err(ReadError::NotAnAnnex);
        }
        self.missing_parts();
        self.more_than_signatures();
        self.notes();
        let contract = general::contract(&self.preamble);
        for line in std::mem::take(&mut self.preamble) {
            if !is_reference(&line.text) {
                self.left.keep(line, true);
            }
        }
        let date = contract.as_ref().and_then(|contract| contract.date);
        let words = joined(&self.general.period, " ");
        let of_contract = date.and_then(|date| self.period_of_contract(&words, date));
        let period = of_contract.or_else(|| general::period(&words, date));
        let unread_period = period.is_none() && !self.general.period.is_empty();
        if let (Some(line), None) = (self.general.period.first(), period) {
            // As grave as the check says of a plan without a period.
            let unread = Finding::new(&UNREAD_FIELD, line.place.clone()).param(Param::text("text", &words));
            self.findings.push(Finding { severity: Severity::Error, ..unread });
            for line in std::mem::take(&mut self.general.period) {
                self.left.keep_quietly(line);
            }
        }
        let context = DueContext { period, contract: date };
        let tasks = close_tasks(self.tasks, (&context, unread_period), &mut self.findings);
        let (impact, rest) = close_impact(self.impact, &mut self.findings);
        self.left.keep_all(rest);
        let plan = Plan {
            format: FORMAT.into(),
            id: plan_id(contract.as_ref())?,
            language,
            editions: vec![Edition { number: 0, agreement: None, effective_from: date }],
            contract,
            grantee: self.general.grantee,
            priority: self.general.priority,
            title: self.general.title,
            goals: self.general.goals,
            territory: self.general.territory,
            target_group: self.general.target_group,
            period,
            active_phase: None,
            expected_results: self.general.expected_results,
            partners: self.general.partners,
            team: self.team,
            tasks,
            impact,
            readings: Vec::new(),
            reporting_periods: Vec::new(),
            unread: self.left.finish(&mut self.findings),
            withdrawn: Vec::new(),
        };
        Ok(AnnexRead { plan, findings: self.findings.finish() })
    }

    /// The period from the day of the contract, where its words name no first day but that.
    fn period_of_contract(&mut self, words: &str, contract: IsoDate) -> Option<DateRange> {
        let period = general::period_from(words, contract)?;
        let place = self.general.period.first().map_or(Place::Whole {}, |line| line.place.clone());
        let finding = Finding::new(&PERIOD_FROM_CONTRACT, place);
        self.findings.push(finding.param(Param::date("date", contract)).param(Param::text("text", words)));
        Some(period)
    }

    /// A finding where what stands after the closing words cannot be signatures alone: it is no signature, or too much.
    fn more_than_signatures(&mut self) {
        const SIGNATURES: usize = 40;
        let count = self.after_closing.len();
        let told = if count > SIGNATURES { &self.after_closing } else { &self.unsigned };
        if let Some(first) = told.first() {
            let finding = Finding::new(&UNREAD_TEXT, first.clone());
            self.findings.push(finding.param(Param::count("count", told.len())));
        }
    }

    /// A finding for the notes, which are not read.
    fn notes(&mut self) {
        if let Some(first) = self.noted.first() {
            let finding = Finding::new(&UNREAD_NOTES, first.clone());
            self.findings.push(finding.param(Param::count("count", self.noted.len())));
        }
    }

    /// A finding for every block of which nothing was found.
    fn missing_parts(&mut self) {
        let no_people = self.team.staff.is_empty() && self.team.specialists.is_empty();
        let missing = [
            ("I", self.general.is_empty()),
            ("II", no_people),
            ("III", self.tasks.is_empty()),
            ("IV", self.impact.is_empty()),
        ];
        for (block, _) in missing.into_iter().filter(|(_, missing)| *missing) {
            self.findings
                .push(Finding::new(&PART_MISSING, Place::Whole {}).param(Param::number("block", block)));
        }
    }
}

/// The id of a plan: its contract's number and date, otherwise `plan`.
fn plan_id(contract: Option<&Contract>) -> Result<Id, ReadError> {
    general::plan_id(contract).map_or_else(|| "plan".parse().map_err(|_| ReadError::NotAnAnnex), Ok)
}
