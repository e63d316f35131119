import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import {
  pair,
  readAnnex,
  type AuthorRole,
  type Finding,
  type Id,
  type IsoDate,
  type IssuedNumber,
  type MergedFile,
  type PairChoice,
  type Role,
} from "qoldau";
import { eraseBeside } from "./erase_beside";
import { sample, sampleDay } from "./sample";
import type { Beside, Project, Saying, Snapshot, Store } from "./store/store";

/** What reading an annex says of an activity whose names and values it could not pair. */
const UNPAIRED = "ANX101";

/** What this browser keeps, and every way to change it. Each way writes first and shows then. */
export interface Kept {
  project: Project | null;
  lines: readonly string[];
  aside: readonly string[];
  device: string | null;
  files: readonly string[];
  roles: readonly AuthorRole[];
  /** Opens an annex. It throws {@link OtherPlan} where the journal is of another contract, unless somebody is `sure`. */
  openAnnex(annex: Uint8Array, sure?: boolean): Promise<void>;
  openSample(): Promise<void>;
  /** Keeps entries, and answers the journal with them. */
  record(sayings: Saying[], beside?: Beside): Promise<readonly string[]>;
  giveRole(author: string, role: Role): Promise<void>;
  /** Joins a journal file; what came of it, and the journal with it. */
  load(file: Uint8Array): Promise<MergedFile & { after: readonly string[] }>;
  settle(activity: Id, choices: PairChoice[]): Promise<void>;
  /** Keeps the numbers that a register gave. */
  issue(numbers: IssuedNumber[]): Promise<void>;
  look(asOf: IsoDate | null): Promise<void>;
  erase(): Promise<void>;
}

export function useKept(store: Store, before: Snapshot): Kept {
  const [kept, setKept] = useState(before);
  // One reading after the other, each going on where the last one ended.
  const newest = useRef(Promise.resolve(before));
  const reread = useCallback(async () => {
    const before = newest.current;
    const read = before.then((seen) => store.read(seen));
    // A reading that failed is told to whoever asked for it; the next one goes on from the last that did not.
    newest.current = read.catch(() => before);
    setKept(await read);
    return read;
  }, [store]);
  useEffect(() => store.onChange(() => void reread()), [store, reread]);

  const open = async (annex: Uint8Array, journal: Uint8Array | null, sampleOn: IsoDate | null, sure = false) => {
    const { plan, findings } = readAnnex(annex);
    // An annex that is opened anew is looked at as the one before, whose journal stays; another contract's is not.
    const same = kept.project?.plan.id === plan.id || sure ? kept.project : null;
    const before = same ?? { sample: sampleOn !== null, asOf: sampleOn, issued: [] };
    await store.openProject({ ...before, plan, readFindings: findings }, sure);
    if (journal) await store.merge(journal);
    await reread();
  };

  return {
    ...kept,
    openAnnex: (annex, sure) => open(annex, null, null, sure),
    async openSample() {
      const { annex, journal } = await sample();
      await open(annex, journal, sampleDay());
    },
    async record(sayings, beside) {
      // Asked for by a deed of the reader's, as some browsers want it: not to be cleared away when space is short.
      void navigator.storage?.persist?.();
      await store.record(sayings, beside);
      return (await reread()).lines;
    },
    async giveRole(author, role) {
      await store.giveRole(author, role);
      await reread();
    },
    async load(file) {
      const came = await store.merge(file);
      return { ...came, after: (await reread()).lines };
    },
    async settle(activity, choices) {
      const settled = ({ code, lines }: Finding): boolean => code === UNPAIRED && lines.includes(activity);
      await store.changeProject(({ plan, readFindings }) => ({
        plan: pair(plan, activity, choices),
        readFindings: readFindings.filter((finding) => !settled(finding)),
      }));
      await reread();
    },
    async issue(issued) {
      await store.changeProject(() => ({ issued }));
      await reread();
    },
    async look(asOf) {
      await store.changeProject(() => ({ asOf }));
      await reread();
    },
    async erase() {
      await store.erase();
      await eraseBeside();
      await reread();
    },
  };
}
