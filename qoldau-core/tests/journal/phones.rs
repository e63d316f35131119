//! Phones for the tests: each records into its own journal, and takes what others hand over.

use qoldau_core::facts::{FactsLimits, RawBody};
use qoldau_core::journal::{
    Draft, Envelope, Journal, JournalError, Merged, Stamp, merge, read_journal, record, write_journal,
};
use qoldau_core::value::{Id, IsoDate};

/// A phone whose clock is so many minutes ahead of the true time.
pub(crate) struct Phone {
    pub(crate) name: &'static str,
    pub(crate) journal: Journal,
    pub(crate) ahead: i64,
}

/// Minutes since the beginning of the season as an instant.
pub(crate) fn instant(minutes: i64) -> Box<str> {
    let (days, rest) = (minutes.div_euclid(1440), minutes.rem_euclid(1440));
    let day: IsoDate = "2024-06-01".parse().unwrap();
    let day = day.add_days(i32::try_from(days).unwrap()).unwrap();
    format!("{day}T{:02}:{:02}:00.000Z", rest / 60, rest % 60).into()
}

impl Phone {
    pub(crate) fn new(name: &'static str) -> Self {
        Self { name, journal: Journal::new(Some("p".parse().unwrap())), ahead: 0 }
    }

    pub(crate) fn ahead(name: &'static str, minutes: i64) -> Self {
        Self { ahead: minutes, ..Self::new(name) }
    }

    /// Records an entry at a minute of the season; gives its id.
    pub(crate) fn says(&mut self, minute: i64, id: &str, kind: &str, body: &str, replaces: &[&str]) -> Id {
        let entry = self.tries(minute, id, kind, body, replaces).unwrap();
        let id = entry.id.clone();
        self.journal.insert(entry);
        id
    }

    pub(crate) fn tries(
        &self,
        minute: i64,
        id: &str,
        kind: &str,
        body: &str,
        replaces: &[&str],
    ) -> Result<Envelope, JournalError> {
        let draft = Draft {
            id: id.parse().unwrap(),
            on: "2024-06-14".parse().unwrap(),
            author: self.name.into(),
            kind: kind.into(),
            body: RawBody::new(body),
            replaces: replaces.iter().map(|id| id.parse().unwrap()).collect(),
        };
        let stamp = Stamp {
            device: self.name.into(),
            now: instant(minute + self.ahead),
            salt: format!("salt-of-{id}-0123456789").into(),
        };
        record(&self.journal, draft, &stamp)
    }

    /// A count of participants of the line `t2-1`.
    pub(crate) fn counts(&mut self, minute: i64, id: &str, amount: &str) -> Id {
        self.says(minute, id, "reading", &count(amount), &[])
    }

    /// The same count told anew.
    pub(crate) fn amends(&mut self, minute: i64, id: &str, amount: &str, replaces: &[&str]) -> Id {
        let body = format!(r#"{{"kind":"reading","body":{},"reason":"тізім бойынша"}}"#, count(amount));
        self.says(minute, id, "amend", &body, replaces)
    }

    /// Takes what others hand over.
    pub(crate) fn takes(&mut self, others: &[&Journal]) -> Merged {
        let all = std::iter::once(&self.journal).chain(others.iter().copied()).cloned().collect();
        let merged = merge(all).unwrap();
        self.journal = merged.journal.clone();
        merged
    }
}

pub(crate) fn count(amount: &str) -> String {
    format!(r#"{{"line":"t2-1","mode":"add","value":{{"kind":"amount","amount":"{amount}"}}}}"#)
}

/// The journal through a file and back.
pub(crate) fn through_a_file(journal: &Journal) -> Journal {
    let read = read_journal(write_journal(journal).as_bytes(), &FactsLimits::default()).unwrap();
    assert_eq!(read.findings, []);
    read.journal
}
