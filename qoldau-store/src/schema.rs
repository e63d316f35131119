//! The tables of the file, and how older formats become the newest.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::StoreError;
use crate::summary::Summary;

/// `application_id` of every store: "QOLD".
pub(crate) const APPLICATION: i32 = 0x514F_4C44;

/// What makes a file of one format one of the next, beginning with an empty file. `user_version` tells the format.
///
/// - `entry`: the entries by their numbers in the order of arrival. Numbers have no gaps.
/// - `name`: the numbers of an id. As a rule an id has one copy, 0; of different copies none counts.
/// - `head`: the last entry of every device. Its columns stand so that no row of it looks like one of `name`, whose rows
///   salvaging looks for in raw bytes.
/// - `erased`: the ids that erasures name.
/// - `summary`: what is known of all of them together; see `Summary`.
///
/// All but `entry` can be made anew from it.
const MIGRATIONS: &[&str] = &["
    CREATE TABLE entry (number INTEGER PRIMARY KEY, frame BLOB NOT NULL);
    CREATE TABLE name (id TEXT NOT NULL, copy INTEGER NOT NULL, number INTEGER NOT NULL,
        PRIMARY KEY (id, copy)) WITHOUT ROWID;
    CREATE TABLE head (seq INTEGER NOT NULL, number INTEGER NOT NULL, device TEXT NOT NULL UNIQUE);
    CREATE TABLE erased (id TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE summary (only INTEGER PRIMARY KEY CHECK (only = 1), frame BLOB NOT NULL);
"];

/// The newest format.
pub(crate) fn newest_format() -> u32 {
    u32::try_from(MIGRATIONS.len()).unwrap_or(u32::MAX)
}

/// What a file says it is.
struct Marks {
    application: i32,
    format: u32,
    empty: bool,
}

fn marks(connection: &Connection) -> Result<Marks, StoreError> {
    let number = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, i64>(0));
    let format = number("PRAGMA user_version")?;
    Ok(Marks {
        application: i32::try_from(number("PRAGMA application_id")?).unwrap_or_default(),
        format: u32::try_from(format).map_err(|_| StoreError::NotAStore)?,
        empty: number("SELECT count(*) FROM sqlite_schema")? == 0,
    })
}

/// Whether the file is a store, or empty so that it can become one. Nothing is written.
pub(crate) fn look_at(connection: &Connection) -> Result<(), StoreError> {
    let Marks { application, format, empty } = marks(connection)?;
    let new = application == 0 && format == 0 && empty;
    if application != APPLICATION && !new {
        return Err(StoreError::NotAStore);
    }
    let known = newest_format();
    if format > known { Err(StoreError::NewerFormat { found: format, known }) } else { Ok(()) }
}

/// Brings the file to the newest format, in one transaction. `summary` is that of a new store.
pub(crate) fn migrate(connection: &mut Connection, summary: &Summary) -> Result<(), StoreError> {
    if marks(connection)?.format == newest_format() {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another process may have done it while this one waited.
    let format = marks(&transaction)?.format;
    let done = usize::try_from(format).unwrap_or(usize::MAX);
    for migration in MIGRATIONS.iter().skip(done) {
        transaction.execute_batch(migration)?;
    }
    if format == 0 {
        transaction.pragma_update(None, "application_id", APPLICATION)?;
        transaction.execute("INSERT INTO summary VALUES (1, ?1)", [summary.write()?])?;
    }
    transaction.pragma_update(None, "user_version", newest_format())?;
    Ok(transaction.commit()?)
}

/// Reads the summary.
pub(crate) fn summary(connection: &Connection) -> Result<Summary, StoreError> {
    let mut statement = connection.prepare_cached("SELECT frame FROM summary WHERE only = 1")?;
    statement.query_row([], |row| Ok(Summary::read(row.get_ref(0)?.as_blob()?)))?
}

/// Writes the summary.
pub(crate) fn write_summary(transaction: &Transaction<'_>, summary: &Summary) -> Result<(), StoreError> {
    let mut statement = transaction.prepare_cached("UPDATE summary SET frame = ?1 WHERE only = 1")?;
    statement.execute([summary.write()?])?;
    Ok(())
}
