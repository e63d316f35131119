/** The object stores of the database, by what they hold. */
export const STORES = {
  /** What is there once: the project, the journal's plan, this browser's id, how often lines were taken away. */
  one: "project",
  /** Entries in the order in which they came. */
  entries: "entries",
  /** Lines an earlier version kept that are no entries of the plan. */
  aside: "aside",
  /** Lines as versions before the journal kept them; empty once they are carried over. */
  before: "journal",
} as const;

/** An entry as it is kept: its line, and by what it is found. What is null is in no index. */
export interface KeptEntry {
  line: string;
  id: string;
  device: string | null;
  seq: number | null;
  clock: string | null;
}

/** The database of a journal. */
export const openJournal = (name: string): Promise<IDBDatabase> =>
  openDatabase(name, 2, (database, before) => {
    if (before < 1) {
      database.createObjectStore(STORES.one);
      database.createObjectStore(STORES.before, { autoIncrement: true });
    }
    const entries = database.createObjectStore(STORES.entries, { autoIncrement: true });
    entries.createIndex("id", "id");
    entries.createIndex("chain", ["device", "seq"]);
    entries.createIndex("clock", "clock");
    database.createObjectStore(STORES.aside, { autoIncrement: true });
  });

/** Opens a database; `upgrade` makes its object stores out of those of an earlier version, 0 where there is none. */
export async function openDatabase(
  name: string,
  version: number,
  upgrade: (database: IDBDatabase, before: number) => void,
): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = ({ oldVersion }) => upgrade(request.result, oldVersion);
  const database = await answered(request);
  // A later version of the page, or whoever takes the database away, waits for this one to let go. What this window shows is
  // then of a database that is no more: it loads itself anew as soon as it is looked at again, and not before, because a
  // page that is just being left would come in the way of the one that follows.
  database.onversionchange = () => {
    letGo.add(database);
    database.close();
    const again = () => {
      if (document.visibilityState === "visible") location.reload();
    };
    document.addEventListener("visibilitychange", again);
    addEventListener("focus", again);
    addEventListener("pageshow", again);
  };
  return database;
}

const letGo = new WeakSet<IDBDatabase>();

/** A transaction of the database; once it was let go none begins any more, for the page is loading itself anew. */
export function begin(
  database: IDBDatabase,
  stores: string[],
  mode?: IDBTransactionMode,
  options?: IDBTransactionOptions,
): Promise<IDBTransaction> {
  return letGo.has(database)
    ? new Promise(() => undefined)
    : Promise.resolve(database.transaction(stores, mode, options));
}

/**
 * Carries out a change: when this answers it is on the disk, and when it throws nothing of it is. What it reads it reads
 * in the same transaction, in which no other window writes. It must wait for nothing but the transaction's own requests.
 */
export async function changed<T>(
  database: IDBDatabase,
  change: (transaction: IDBTransaction) => Promise<T>,
): Promise<T> {
  const transaction = await begin(database, [...database.objectStoreNames], "readwrite", { durability: "strict" });
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("not written"));
  });
  const made = change(transaction).catch((error: unknown) => {
    // It has ended by itself where one of its own requests failed.
    if (transaction.error === null) transaction.abort();
    throw error;
  });
  const [outcome] = await Promise.allSettled([made, done]);
  if (outcome.status === "rejected") throw outcome.reason;
  await done;
  return outcome.value;
}

export function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("not read"));
  });
}

/** The last entry by an index. */
export async function lastBy(index: IDBIndex, range: IDBKeyRange | null): Promise<KeptEntry | undefined> {
  return (await answered(index.openCursor(range, "prev")))?.value as KeptEntry | undefined;
}
