//! The store beside plain rusqlite with the same batches, and opening it beside replaying it.
//!
//! `cargo bench -p qoldau-store`; `-- 1000000` opens a store of a million entries instead of 200,000. Times are the
//! least of several turns, taken in turns, so that other work on the machine harms all. The plain table holds the same
//! lines with the same index over ids, durable in the same way; it knows nothing of copies, erasures, chains or damage.

#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "it measures time and says so")]
#![expect(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a bench may fail loudly")]

use std::path::Path;
use std::time::{Duration, Instant};

use qoldau_core::facts::{FactsLimits, RawBody};
use qoldau_core::journal::{Envelope, link_of, read_journal, seal_of};
use qoldau_core::whole::JournalForm;
use qoldau_store::{Options, Store, StoreKey};
use rusqlite::Connection;

/// Entries of three devices, as a season has them: numbered, sealed, linked.
fn season(count: u32) -> Vec<Envelope> {
    let mut prev: [Option<Box<str>>; 3] = [None, None, None];
    let mut entries = Vec::new();
    for at in 0..count {
        let device = at % 3;
        let body = format!(
            r#"{{"line":"t3-{}","mode":"add","note":"{}","salt":"{at:016}","value":{{"amount":"{at}","kind":"amount"}}}}"#,
            at % 70,
            "Қолдау көрсетілді, тізім қоса беріледі"
        );
        let entry = Envelope {
            id: format!("0190163c-{:04x}-7000-8000-{at:012}", at >> 16).parse().unwrap(),
            on: "2024-06-14".parse().unwrap(),
            author: "aigul".into(),
            kind: "reading".into(),
            seal: seal_of(&body),
            body: Some(RawBody::new(&body)),
            replaces: Vec::new(),
            device: Some(format!("phone-{device}").into()),
            seq: Some(at / 3 + 1),
            clock: Some(format!("2024-06-14T09:30:00.000Z-{at:08x}").into()),
            prev: prev.get_mut(usize::try_from(device).unwrap()).and_then(Option::take),
        };
        *prev.get_mut(usize::try_from(device).unwrap()).unwrap() = Some(link_of(&entry));
        entries.push(entry);
    }
    entries
}

fn timed<T>(run: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let result = run();
    (start.elapsed(), result)
}

fn plain(path: &Path) -> Connection {
    let connection = Connection::open(path).unwrap();
    connection
        .execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
             CREATE TABLE entry (number INTEGER PRIMARY KEY, line TEXT NOT NULL);
             CREATE TABLE name (id TEXT NOT NULL PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;",
        )
        .unwrap();
    connection
}

fn append_plainly(connection: &mut Connection, batch: &[Envelope], number: &mut u32) {
    let transaction = connection.transaction().unwrap();
    {
        let mut entry = transaction.prepare_cached("INSERT INTO entry VALUES (?1, ?2)").unwrap();
        let mut name = transaction.prepare_cached("INSERT INTO name VALUES (?1, ?2)").unwrap();
        for envelope in batch {
            *number += 1;
            name.execute((envelope.id.as_str(), *number)).unwrap();
            entry.execute((*number, envelope.to_line())).unwrap();
        }
    }
    transaction.commit().unwrap();
}

/// Appends with batches of a length; the least times of plain rusqlite, the store, and the store that seals.
fn append(entries: &[Envelope], batch: usize) -> [Duration; 3] {
    let mut least = [Duration::MAX; 3];
    for _ in 0..5 {
        let folder = tempfile::tempdir().unwrap();
        let mut connection = plain(&folder.path().join("plain"));
        let mut number = 0;
        let key = Some(StoreKey::new([1; 32]));
        let mut open = Store::open(&folder.path().join("store")).unwrap();
        let sealed = Options { key, ..Options::default() };
        let mut sealed = Store::open_with(&folder.path().join("sealed"), &sealed).unwrap();
        let mut times = [Duration::ZERO; 3];
        // In turns, batch by batch: a disk is slower at times.
        for batch in entries.chunks(batch) {
            times[0] += timed(|| append_plainly(&mut connection, batch, &mut number)).0;
            times[1] += timed(|| open.append(batch).unwrap()).0;
            times[2] += timed(|| sealed.append(batch).unwrap()).0;
        }
        for (least, time) in least.iter_mut().zip(times) {
            *least = time.min(*least);
        }
    }
    least
}

fn main() {
    let wanted = std::env::args().find_map(|argument| argument.parse().ok());
    let many = season(wanted.unwrap_or(200_000));
    println!("appending: entries a second, plain rusqlite and the store, and the ratio");
    for (batch, count) in [(1, 300), (10, 3_000), (100, 20_000), (1_000, 50_000)] {
        let entries = many.get(..count).unwrap();
        let [plain, store, sealed] = append(entries, batch).map(|time| rate(count, time));
        println!(
            "  batches of {batch:>4}: {plain:>9.0} {store:>9.0}, {:.2} x; sealed {sealed:>9.0}, {:.2} x",
            store / plain,
            sealed / plain
        );
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("journal");
    let mut store = Store::open(&path).unwrap();
    for batch in many.chunks(10_000) {
        store.append(batch).unwrap();
    }
    let lines = folder.path().join("journal.jsonl");
    store.export_file(&lines, JournalForm::Lines).unwrap();
    drop(store);
    let mut least = [Duration::MAX; 3];
    for _ in 0..3 {
        let times = [
            timed(|| Store::open(&path).unwrap().head("phone-1").unwrap().unwrap()).0,
            timed(|| Store::open(&path).unwrap().journal().unwrap().entries().len()).0,
            timed(|| read_journal(&std::fs::read(&lines).unwrap(), &FactsLimits::default()).unwrap()).0,
        ];
        for (least, time) in least.iter_mut().zip(times) {
            *least = time.min(*least);
        }
    }
    let [open, replay, read] = least;
    println!("opening {} entries until the next can be recorded: {open:.2?}", many.len());
    println!(
        "  replaying them from the store: {replay:.2?}, {:.0} x",
        replay.as_secs_f64() / open.as_secs_f64()
    );
    println!(
        "  reading the same journal's lines: {read:.2?}, {:.0} x",
        read.as_secs_f64() / open.as_secs_f64()
    );
}

fn rate(count: usize, time: Duration) -> f64 {
    f64::from(u32::try_from(count).unwrap()) / time.as_secs_f64()
}
