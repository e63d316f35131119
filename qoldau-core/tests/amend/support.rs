//! The real annex and what a test makes of it.

use std::path::PathBuf;
use std::sync::LazyLock;

use qoldau_core::annex::{ReadLimits, read_annex};
use qoldau_core::plan::reconcile::{
    Amended, Amendment, AmendmentRow, NodeAnswer, Reconciliation, RowState, amend, reconcile,
};
use qoldau_core::plan::{Contract, Indicator, Plan};
use qoldau_core::value::Id;

/// A file of the examples.
pub(crate) fn example(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../examples/data").join(name);
    std::fs::read_to_string(path).unwrap()
}

pub(crate) fn read(annex: &str) -> Plan {
    read_annex(annex.as_bytes(), &ReadLimits::default()).unwrap().plan
}

/// The plan of the real annex.
pub(crate) fn plan() -> Plan {
    static PLAN: LazyLock<Plan> = LazyLock::new(|| read(&example("qoldau-2024.kk.txt")));
    PLAN.clone()
}

/// The real annex with words of one of its parts exchanged. The part begins at its heading.
pub(crate) struct Annex {
    text: String,
}

impl Annex {
    pub(crate) fn real() -> Self {
        Self { text: example("qoldau-2024.kk.txt") }
    }

    /// Exchanges words that stand behind a heading; the first of them.
    pub(crate) fn change(mut self, heading: &str, from: &str, to: &str) -> Self {
        let start = self.text.find(heading).expect("the heading stands in the annex");
        let at = self.text[start..].find(from).expect("the words stand behind the heading") + start;
        self.text.replace_range(at..at + from.len(), to);
        self
    }

    pub(crate) fn plan(&self) -> Plan {
        read(&self.text)
    }
}

pub(crate) fn id(text: &str) -> Id {
    text.parse().unwrap()
}

/// Agreement № 2 of 25 July 2024, in force from 1 August.
pub(crate) fn agreement(answers: &[(&str, Option<&str>)]) -> Amendment {
    Amendment {
        agreement: Contract { number: Some("2".into()), date: Some("2024-07-25".parse().unwrap()) },
        effective_from: "2024-08-01".parse().unwrap(),
        answers: answers
            .iter()
            .map(|(amended, old)| NodeAnswer { amended: id(amended), old: old.map(id) })
            .collect(),
    }
}

pub(crate) fn propose(old: &Plan, amended: &Plan) -> Reconciliation {
    reconcile(old, amended, &agreement(&[]))
}

pub(crate) fn amended(old: &Plan, new: &Plan) -> Amended {
    amend(old, new, &agreement(&[])).unwrap()
}

/// A row in short: `line changed 2.7 <- 2.6: targets`.
pub(crate) fn told(row: &AmendmentRow) -> String {
    let key = |value: serde_json::Value| value.as_str().unwrap().to_owned();
    let node = key(serde_json::to_value(row.node).unwrap());
    let number = |part: &Option<qoldau_core::plan::reconcile::NodeRef>| {
        part.as_ref().map_or("-".to_owned(), |part| part.number.clone())
    };
    let mut out = format!("{node} {} {} <- {}", row.state.key(), number(&row.new), number(&row.old));
    let changes = if row.state == RowState::Changed { row.changes.as_slice() } else { &[] };
    for change in changes {
        out.push(' ');
        out.push_str(&key(serde_json::to_value(change.field).unwrap()));
    }
    if !row.candidates.is_empty() {
        let numbers: Vec<&str> = row.candidates.iter().map(|part| part.number.as_str()).collect();
        out.push_str(&format!(" ? {}", numbers.join(" ")));
    }
    out
}

/// The rows of a reconciliation that are not kept.
pub(crate) fn notable(found: &Reconciliation) -> Vec<String> {
    found.rows.iter().filter(|row| row.state.key() != "kept").map(told).collect()
}

pub(crate) fn codes(found: &[qoldau_core::finding::Finding]) -> Vec<&str> {
    found.iter().map(|finding| finding.code.as_str()).collect()
}

/// A line by its printed number.
pub(crate) fn line<'a>(plan: &'a Plan, number: &str) -> &'a Indicator {
    plan.lines().map(|(.., line)| line).find(|line| line.number == number).unwrap()
}
