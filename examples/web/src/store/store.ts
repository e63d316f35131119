import {
  journalHeader,
  mergeJournals,
  recordEntry,
  type AuthorRole,
  type Fact,
  type Id,
  type IssuedNumber,
  type IsoDate,
  type MergedFile,
  type Finding,
  type Plan,
  type Role,
} from "qoldau";
import { answered, begin, changed, lastBy, openJournal, STORES } from "./database";
import { newId, newSalt } from "./ids";
import { bytesOf, entryLinesOf, keptOf, sorted } from "./lines";
import { onWritten } from "./others";

/** How far ahead, in milliseconds, the clock of another device may be and still be counted from: 31 days. */
const BELIEVED_AHEAD = 31 * 24 * 60 * 60 * 1000;

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

/** What somebody has to say: a fact, the day it is true of, and the entries it replaces. */
export type Saying = Fact & { on: IsoDate; replaces?: Id[] };

/** What is kept, as it was read. */
export interface Snapshot {
  project: Project | null;
  /** This browser among the devices; nothing until it has recorded. */
  device: string | null;
  /** The journal: a header, then entries in the order in which they came. */
  lines: readonly string[];
  /** Lines an earlier version kept that are no entries of the plan. */
  aside: readonly string[];
  /** Packages that were frozen here, or submissions that were opened here, as their files hold them. */
  files: readonly string[];
  /** Who is what in the review, as somebody here said. */
  roles: readonly AuthorRole[];
  /** Where the next reading goes on, as long as nothing was taken away and the journal is the same plan's. */
  read: { taken: number; plan: Id | null; last: number };
}

const KEYS = {
  project: "project",
  plan: "journal-plan",
  device: "device",
  taken: "taken",
  files: "files",
  roles: "roles",
};
const OWN = "qoldau";
/** Where versions before the journal kept the id of this browser. */
const DEVICE_BEFORE = "qoldau-browser";

/** What is kept beside new entries, in the same moment. */
export interface Beside {
  /** A package that the entries are about. */
  file?: string;
  /** What whoever records here is in the review, as long as nobody said so before. */
  as?: Role;
}

/** A submission that was opened: its file, its plan, the steps in it, and who is what by these. */
export interface Opening {
  file: string;
  plan: Id;
  journal: Uint8Array;
  roles: AuthorRole[];
}

/** The journal that is kept tells of another contract than the annex that was opened. */
export class OtherPlan extends Error {
  constructor(
    readonly ours: Id,
    readonly theirs: Id,
  ) {
    super(`${theirs} beside a journal of ${ours}`);
  }

  /** Whether one of the two does not name its contract in full, as a draft does not: then it may be the other one. */
  get mayBeOurs(): boolean {
    const [ours, theirs] = [contractOf(this.ours), contractOf(this.theirs)];
    const unnumbered = [ours.number, theirs.number].includes("plan");
    return unnumbered || (ours.number === theirs.number && (ours.date === null || theirs.date === null));
  }
}

/** The id of a plan is the number and the day of its contract, as far as the annex tells them. */
function contractOf(plan: Id): { number: string; date: string | null } {
  const [, number = plan, date = null] = /^(.*?)(?:-(\d{4}-\d{2}-\d{2}))?$/.exec(plan) ?? [];
  return { number, date };
}

/** An entry bears the id of this browser, and this browser never made it. */
export class NotOurs extends Error {}

/**
 * The journal and the project as this browser keeps them, and nowhere else. The library makes entries and joins journals;
 * here they are kept whole, numbered once, and told to the other windows.
 */
export class Store {
  readonly #database: IDBDatabase;
  readonly #others: BroadcastChannel;

  private constructor(database: IDBDatabase) {
    this.#database = database;
    this.#others = new BroadcastChannel(database.name);
  }

  /** Opens it and carries over what earlier versions kept. The library must have been started. `name` is that of another
   *  journal than the NGO's own. */
  static async open(name = OWN): Promise<Store> {
    const store = new Store(await openJournal(name));
    if (name === OWN) await changed(store.#database, carryOver);
    return store;
  }

  /** Lets go of it; nothing more can be asked of it. */
  close(): void {
    this.#others.close();
    this.#database.close();
  }

  /** Calls back when another window of this browser has written, and when this one is looked at again: one that slept
   *  was told nothing. */
  onChange(seen: () => void): () => void {
    return onWritten(this.#others, seen);
  }

  /** All that is kept, of the journal only what came since `before` unless something was taken away. */
  async read(before?: Snapshot): Promise<Snapshot> {
    const transaction = await begin(this.#database, [STORES.one, STORES.entries, STORES.aside]);
    const one = transaction.objectStore(STORES.one);
    const get = <T>(key: string) => answered<T | undefined>(one.get(key));
    const [project, plan = null, device, taken = 0, files = [], roles = [], aside] = await Promise.all([
      get<Project>(KEYS.project),
      get<Id | null>(KEYS.plan),
      get<string>(KEYS.device),
      get<number>(KEYS.taken),
      get<string[]>(KEYS.files),
      get<AuthorRole[]>(KEYS.roles),
      answered<string[]>(transaction.objectStore(STORES.aside).getAll()),
    ]);
    const goesOn = before?.read.taken === taken && before.read.plan === plan;
    const known = goesOn ? before : undefined;
    const range = known ? IDBKeyRange.lowerBound(known.read.last, true) : null;
    const entries = transaction.objectStore(STORES.entries);
    const [keys, values] = await Promise.all([
      answered(entries.getAllKeys(range)),
      answered<{ line: string }[]>(entries.getAll(range)),
    ]);
    const start = known?.lines ?? [journalHeader(plan)];
    const last = Number(keys.at(-1) ?? known?.read.last ?? 0);
    const lines = values.length === 0 ? start : [...start, ...values.map(({ line }) => line)];
    const read = { taken, plan, last };
    return { project: project ?? null, device: device ?? null, lines, aside, files, roles, read };
  }

  /**
   * Keeps the project of an annex. It says whose journal it is as long as nothing was recorded; after that it throws {@link OtherPlan}
   * where the journal is another one's, unless somebody is `sure` that the journal is this one's.
   */
  async openProject(project: Project, sure = false): Promise<void> {
    const { id } = project.plan;
    await this.#change(async (transaction) => {
      const one = transaction.objectStore(STORES.one);
      const plan = await answered<Id | null | undefined>(one.get(KEYS.plan));
      const recorded = await answered(transaction.objectStore(STORES.entries).count());
      const other = typeof plan === "string" && plan !== id;
      if (other && recorded > 0 && !sure) throw new OtherPlan(plan, id);
      if (plan === undefined || other || recorded === 0) one.put(id, KEYS.plan);
      one.put(project, KEYS.project);
    });
  }

  /** Changes the project that is open, as it is kept in the moment of writing: two changes in haste take nothing from each other. */
  async changeProject(change: (project: Project) => Partial<Project>): Promise<void> {
    await this.#change(async (transaction) => {
      const one = transaction.objectStore(STORES.one);
      const project = await answered<Project | undefined>(one.get(KEYS.project));
      if (project) one.put({ ...project, ...change(project) }, KEYS.project);
    });
  }

  /**
   * Makes entries of what somebody says and keeps them: all of them, or none and it throws. The number, the clock and the
   * link to the entry before come out of what is kept in the moment of writing, so that two windows give no number twice.
   */
  async record(sayings: readonly Saying[], { file, as }: Beside = {}): Promise<void> {
    await this.#change(async (transaction) => {
      const entries = transaction.objectStore(STORES.entries);
      const device = await deviceOf(transaction);
      const chain = IDBKeyRange.bound([device], [device, []]);
      let own = await lastBy(entries.index("chain"), chain);
      // A clock that is further ahead is not counted from, and would hide those that are.
      const farthest = new Date(Date.now() + BELIEVED_AHEAD).toISOString();
      let newest = await lastBy(entries.index("clock"), IDBKeyRange.upperBound(farthest));
      for (const saying of sayings) {
        const id = newId();
        // The library sees two entries only; whether the id is taken is for us to know.
        if ((await answered(entries.index("id").count(id))) > 0) throw new Error("the id is taken");
        const last = [own, newest].flatMap((entry) => (entry ? [entry.line] : []));
        const stamp = { device, now: new Date().toISOString(), salt: newSalt() };
        const { line } = recordEntry(bytesOf([...new Set(last)]), { ...saying, id, author: device }, stamp);
        own = newest = keptOf(line);
        entries.add(own);
      }
      if (sayings.some(({ kind }) => kind === "erase")) await join(transaction, []);
      if (file !== undefined) await keepFile(transaction, file);
      if (as !== undefined) await giveRoles(transaction, [{ author: device, role: as }]);
    });
    localStorage.removeItem(DEVICE_BEFORE);
  }

  /** Joins a journal file, in either form, to what is kept. It throws when it is none, or of another plan. */
  merge(file: Uint8Array): Promise<MergedFile> {
    return this.#change(async (transaction) => {
      const [came] = await join(transaction, [file]);
      return came ?? { newEntries: 0, findings: [] };
    });
  }

  /** Keeps a submission that was opened, and joins the steps in it to the journal. It throws {@link NotOurs} where one of
   *  them is said to be of this browser and is not. */
  async take({ file, plan, journal, roles }: Opening): Promise<void> {
    await this.#change(async (transaction) => {
      const one = transaction.objectStore(STORES.one);
      const device = await answered<string | undefined>(one.get(KEYS.device));
      const ours = await answered<{ line: string }[]>(transaction.objectStore(STORES.entries).getAll());
      const known = new Set(ours.map(({ line }) => line));
      const isForged = (line: string) => keptOf(line).device === device && !known.has(line);
      if (device !== undefined && entryLinesOf(journal).some(isForged)) throw new NotOurs();
      one.put(plan, KEYS.plan);
      await join(transaction, [journal]);
      await keepFile(transaction, file);
      await giveRoles(transaction, roles);
    });
  }

  /** Says who somebody is in the review, whose steps count from then on. */
  async giveRole(author: string, role: Role): Promise<void> {
    await this.#change((transaction) => giveRoles(transaction, [{ author, role }]));
  }

  async erase(): Promise<void> {
    await this.#change(async (transaction) => {
      const one = transaction.objectStore(STORES.one);
      const taken = await answered<number | undefined>(one.get(KEYS.taken));
      for (const name of Object.values(STORES)) transaction.objectStore(name).clear();
      // With its entries a device loses its numbers: whoever goes on here is another one.
      one.put((taken ?? 0) + 1, KEYS.taken);
    });
    localStorage.removeItem(DEVICE_BEFORE);
  }

  async #change<T>(change: (transaction: IDBTransaction) => Promise<T>): Promise<T> {
    const made = await changed(this.#database, change);
    this.#others.postMessage("written");
    return made;
  }
}

/** This browser's id: of a version before, else a new one. */
async function deviceOf(transaction: IDBTransaction): Promise<string> {
  const one = transaction.objectStore(STORES.one);
  const known = await answered<string | undefined>(one.get(KEYS.device));
  if (known !== undefined) return known;
  const device = localStorage.getItem(DEVICE_BEFORE) ?? `browser-${crypto.randomUUID()}`;
  one.put(device, KEYS.device);
  return device;
}

async function keepFile(transaction: IDBTransaction, file: string): Promise<void> {
  const one = transaction.objectStore(STORES.one);
  const files = (await answered<string[] | undefined>(one.get(KEYS.files))) ?? [];
  if (!files.includes(file)) one.put([...files, file], KEYS.files);
}

/** Whoever has a role already keeps it. */
async function giveRoles(transaction: IDBTransaction, roles: readonly AuthorRole[]): Promise<void> {
  const one = transaction.objectStore(STORES.one);
  const known = (await answered<AuthorRole[] | undefined>(one.get(KEYS.roles))) ?? [];
  const isNew = ({ author }: AuthorRole) => known.every((row) => row.author !== author);
  one.put([...known, ...roles.filter(isNew)], KEYS.roles);
}

/** Joins files to what is kept, and answers what came of each. What an erasure names is kept without its body from then on. */
async function join(transaction: IDBTransaction, files: Uint8Array[]): Promise<MergedFile[]> {
  const entries = transaction.objectStore(STORES.entries);
  const one = transaction.objectStore(STORES.one);
  const plan = await answered<Id | null | undefined>(one.get(KEYS.plan));
  const keys = await answered(entries.getAllKeys());
  const kept = await answered<{ line: string }[]>(entries.getAll());
  const ours = bytesOf([journalHeader(plan ?? null), ...kept.map(({ line }) => line)]);
  const merged = mergeJournals([ours, ...files], "lines");
  const lines = new Set(entryLinesOf(merged.journal));
  const gone = kept.flatMap(({ line }, at) => (lines.delete(line) ? [] : [keys[at] as number]));
  for (const key of gone) entries.delete(key);
  for (const line of lines) entries.add(keptOf(line));
  if (gone.length > 0) {
    const taken = await answered<number | undefined>(one.get(KEYS.taken));
    one.put((taken ?? 0) + 1, KEYS.taken);
  }
  return merged.files.slice(1);
}

/** Takes over the lines that versions before the journal kept. */
async function carryOver(transaction: IDBTransaction): Promise<void> {
  const before = transaction.objectStore(STORES.before);
  const lines = await answered<string[]>(before.getAll());
  if (lines.length === 0) return;
  const { plan, entries, aside } = sorted(lines);
  for (const line of entries) transaction.objectStore(STORES.entries).add(keptOf(line));
  for (const line of aside) transaction.objectStore(STORES.aside).add(line);
  transaction.objectStore(STORES.one).put(plan, KEYS.plan);
  before.clear();
}
