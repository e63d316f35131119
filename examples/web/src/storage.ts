import type { Finding, IssuedNumber, IsoDate, Plan } from "qoldau";

/** What is read once and kept: the plan, what reading the annex told, and how it is looked at. */
export interface Project {
  plan: Plan;
  readFindings: Finding[];
  /** The bundled sample, whose facts are invented. */
  sample: boolean;
  /** The day it is looked at; nothing means today. */
  asOf: IsoDate | null;
  /** The numbers that printed and saved registers gave: they stand on papers and stay. */
  issued: IssuedNumber[];
}

const PROJECT = "project";
/** Every line of the journal is a record of its own, so that two open windows cannot overwrite each other's facts. */
const LINES = "journal";

/** Everything that is kept in this browser, and nowhere else. */
export class Storage {
  readonly #database: IDBDatabase;
  readonly #others = new BroadcastChannel("qoldau");

  private constructor(database: IDBDatabase) {
    this.#database = database;
  }

  static async open(): Promise<Storage> {
    const request = indexedDB.open("qoldau", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(PROJECT);
      request.result.createObjectStore(LINES, { autoIncrement: true });
    };
    return new Storage(await result(request));
  }

  /** Calls back when another window of this browser has written. */
  onOtherWindow(changed: () => void): void {
    this.#others.onmessage = changed;
  }

  async read(): Promise<{ project: Project | null; lines: string[] }> {
    const transaction = this.#database.transaction([PROJECT, LINES]);
    const project = result<Project | undefined>(transaction.objectStore(PROJECT).get(PROJECT));
    const lines = result<string[]>(transaction.objectStore(LINES).getAll());
    return { project: (await project) ?? null, lines: await lines };
  }

  async writeProject(project: Project): Promise<void> {
    await this.#write((transaction) => transaction.objectStore(PROJECT).put(project, PROJECT));
  }

  async append(lines: readonly string[]): Promise<void> {
    await this.#write((transaction) => {
      for (const line of lines) transaction.objectStore(LINES).add(line);
    });
  }

  async erase(): Promise<void> {
    await this.#write((transaction) => {
      transaction.objectStore(PROJECT).clear();
      transaction.objectStore(LINES).clear();
    });
  }

  /** All of it is written, or nothing and it throws: a fact that was not kept must not look as if it were. */
  async #write(change: (transaction: IDBTransaction) => void): Promise<void> {
    const transaction = this.#database.transaction([PROJECT, LINES], "readwrite");
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error("not written"));
    });
    change(transaction);
    await done;
    this.#others.postMessage("written");
  }
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("not read"));
  });
}
