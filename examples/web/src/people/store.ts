import type { ColumnChoice, IsoDate, PairDecision } from "qoldau/people";
import { answered, begin, changed, openDatabase } from "../store/database";
import { onWritten } from "../store/others";

const NAME = "qoldau-people";
const STORES = { lists: "lists", decisions: "decisions" };

/** An attendance list as its file holds it, and what somebody said of it. */
export interface List {
  /** A part of the digest of its file: the same list is known again, and what was decided about its rows holds. */
  id: string;
  /** When it came, to keep the order. */
  came: number;
  event: string;
  /** The day of the event; nothing until somebody says it, for no file tells. */
  on: IsoDate | null;
  bytes: Uint8Array;
  /** Of a workbook the sheet that the list stands on, and where its headings are. */
  sheet?: { number: number; headingRow: number | null };
  columns: ColumnChoice[];
  /** People at the event, those on the list among them; nothing where nobody counted. */
  headcount: number | null;
}

/** Lists with personal data and decisions about their rows, as this browser keeps them, and nowhere else. */
export class PeopleStore {
  readonly #database: IDBDatabase;
  readonly #others = new BroadcastChannel(NAME);

  private constructor(database: IDBDatabase) {
    this.#database = database;
  }

  static async open(): Promise<PeopleStore> {
    const database = await openDatabase(NAME, 1, (database) => {
      database.createObjectStore(STORES.lists, { keyPath: "id" });
      database.createObjectStore(STORES.decisions, { keyPath: ["one", "other"] });
    });
    return new PeopleStore(database);
  }

  onChange(seen: () => void): () => void {
    return onWritten(this.#others, seen);
  }

  async read(): Promise<{ lists: List[]; decisions: PairDecision[] }> {
    const transaction = await begin(this.#database, Object.values(STORES));
    const [lists, decisions] = await Promise.all([
      answered<List[]>(transaction.objectStore(STORES.lists).getAll()),
      answered<PairDecision[]>(transaction.objectStore(STORES.decisions).getAll()),
    ]);
    return { lists: lists.sort((one, other) => one.came - other.came), decisions };
  }

  putList(list: List): Promise<void> {
    return this.#change((transaction) => transaction.objectStore(STORES.lists).put(list));
  }

  /** Changes a list as it is kept in the moment of writing; nothing where it was taken away meanwhile. */
  changeList(id: string, change: (list: List) => Partial<List>): Promise<void> {
    return this.#change(async (transaction) => {
      const lists = transaction.objectStore(STORES.lists);
      const list = await answered<List | undefined>(lists.get(id));
      if (list) lists.put({ ...list, ...change(list) });
    });
  }

  removeList(id: string): Promise<void> {
    return this.#change((transaction) => transaction.objectStore(STORES.lists).delete(id));
  }

  decide(decision: PairDecision): Promise<void> {
    return this.#change((transaction) => transaction.objectStore(STORES.decisions).put(decision));
  }

  takeBack({ one, other }: PairDecision): Promise<void> {
    return this.#change((transaction) => transaction.objectStore(STORES.decisions).delete([one, other]));
  }

  erase(): Promise<void> {
    return this.#change((transaction) => {
      for (const name of Object.values(STORES)) transaction.objectStore(name).clear();
    });
  }

  close(): void {
    this.#others.close();
    this.#database.close();
  }

  async #change(change: (transaction: IDBTransaction) => unknown): Promise<void> {
    // A request that fails ends the transaction, and with it the change.
    await changed(this.#database, async (transaction) => void (await change(transaction)));
    this.#others.postMessage("written");
  }
}
