//! The journal being written: entries in JSON, put in the order of their recording at the end.

use std::fmt::{Display, Write as _};

use crate::chance::Chance;

/// Who records, by role. Never a person.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Author {
    Coordinator,
    Pr,
    Leader,
}

impl Author {
    const ALL: [Self; 3] = [Self::Coordinator, Self::Pr, Self::Leader];

    fn id(self) -> &'static str {
        match self {
            Self::Coordinator => "sample-coordinator",
            Self::Pr => "sample-pr",
            Self::Leader => "sample-leader",
        }
    }

    fn device(self) -> &'static str {
        match self {
            Self::Coordinator => "sample-phone-1",
            Self::Pr => "sample-phone-2",
            Self::Leader => "sample-laptop",
        }
    }

    /// The letter that opens the ids of this author's entries.
    fn letter(self) -> char {
        match self {
            Self::Coordinator => 'c',
            Self::Pr => 'p',
            Self::Leader => 'l',
        }
    }
}

/// A JSON object whose fields stand in the order they are given, so that a line reads like a sentence.
#[derive(Default)]
pub(crate) struct Body(String);

impl Body {
    fn field(mut self, name: &str, value: impl Display) -> Self {
        let comma = if self.0.is_empty() { "" } else { "," };
        // Writing to a string cannot fail.
        let _ = write!(self.0, "{comma}\"{name}\":{value}");
        self
    }

    pub(crate) fn text(self, name: &str, value: impl Display) -> Self {
        self.field(name, quoted(&value.to_string()))
    }

    pub(crate) fn texts(self, name: &str, values: &[&str]) -> Self {
        let all: Vec<String> = values.iter().map(|value| quoted(value)).collect();
        self.field(name, format_args!("[{}]", all.join(",")))
    }

    pub(crate) fn number(self, name: &str, value: u32) -> Self {
        self.field(name, value)
    }

    pub(crate) fn flag(self, name: &str, value: bool) -> Self {
        self.field(name, value)
    }

    pub(crate) fn object(self, name: &str, value: &Self) -> Self {
        self.field(name, format_args!("{{{}}}", value.0))
    }

    pub(crate) fn objects(self, name: &str, values: &[Self]) -> Self {
        let all: Vec<String> = values.iter().map(|value| format!("{{{}}}", value.0)).collect();
        self.field(name, format_args!("[{}]", all.join(",")))
    }
}

/// A text as JSON.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// An entry that was recorded, so that a later one can replace it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Recorded(usize);

struct Line {
    recorded: Recorded,
    /// Day and time of recording.
    clock: String,
    /// Day of the fact.
    on: String,
    author: Author,
    kind: &'static str,
    body: Body,
    replaces: Option<Recorded>,
}

pub(crate) struct Journal {
    lines: Vec<Line>,
    pub(crate) chance: Chance,
}

impl Journal {
    pub(crate) fn new(seed: u64) -> Self {
        Self { lines: Vec::new(), chance: Chance::new(seed) }
    }

    /// Records a fact of a day on that day.
    pub(crate) fn add(
        &mut self,
        on: impl Display,
        author: Author,
        kind: &'static str,
        body: Body,
    ) -> Recorded {
        let recorded = Recorded(self.lines.len());
        // Working hours of Aktau, 09:00 to 17:59, told in universal time.
        let (hour, minute) = (self.chance.between(4, 12), self.chance.between(0, 59));
        let clock = format!("{on}T{hour:02}:{minute:02}:00Z");
        self.lines.push(Line { recorded, clock, on: on.to_string(), author, kind, body, replaces: None });
        recorded
    }

    /// Records a fact that puts an earlier entry in its place, an hour after the day's work.
    pub(crate) fn replace(
        &mut self,
        earlier: Recorded,
        on: impl Display,
        author: Author,
        kind: &'static str,
        body: Body,
    ) {
        let recorded = Recorded(self.lines.len());
        let clock = format!("{on}T14:00:00Z");
        let on = on.to_string();
        self.lines.push(Line { recorded, clock, on, author, kind, body, replaces: Some(earlier) });
    }

    /// The journal as JSON lines.
    pub(crate) fn write(mut self, plan: &str) -> String {
        self.lines.sort_by(|a, b| a.clock.cmp(&b.clock).then(a.recorded.0.cmp(&b.recorded.0)));
        let ids = self.ids();
        let id_of = |recorded: Recorded| {
            ids.iter().find(|(of, ..)| *of == recorded).map_or(("", 0), |(_, id, seq)| (id.as_str(), *seq))
        };
        let header = Body::default().text("format", qoldau_core::facts::FORMAT).text("plan", plan);
        let mut out = format!("{{{}}}\n", header.0);
        for line in &self.lines {
            let (id, seq) = id_of(line.recorded);
            let mut entry = Body::default()
                .text("id", id)
                .text("on", &line.on)
                .text("author", line.author.id())
                .text("kind", line.kind)
                .object("body", &line.body);
            if let Some(earlier) = line.replaces {
                entry = entry.texts("replaces", &[id_of(earlier).0]);
            }
            entry = entry.text("device", line.author.device()).number("seq", seq).text("clock", &line.clock);
            let _ = writeln!(out, "{{{}}}", entry.0);
        }
        out
    }

    /// Ids and numbers of the entries: every device counts its own.
    fn ids(&self) -> Vec<(Recorded, String, u32)> {
        Author::ALL
            .into_iter()
            .flat_map(|author| {
                let own = self.lines.iter().filter(move |line| line.author == author);
                (1_u32..)
                    .zip(own)
                    .map(move |(seq, line)| (line.recorded, format!("{}-{seq:03}", author.letter()), seq))
            })
            .collect()
    }
}
