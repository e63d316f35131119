import { useCallback, useEffect, useState } from "preact/hooks";
import {
  pair,
  readAnnex,
  type Entry,
  type Finding,
  type Id,
  type IsoDate,
  type IssuedNumber,
  type PairChoice,
} from "qoldau";
import { header, lineOf, newLinesOf, type JournalLines } from "./journal";
import { sample, sampleDay } from "./sample";
import type { Project, Storage } from "./storage";

/** What reading an annex says of an activity whose names and values it could not pair. */
const UNPAIRED = "ANX101";

/** What this browser keeps, and every way to change it. Each way writes first and shows then. */
export interface Kept {
  project: Project | null;
  lines: JournalLines;
  openAnnex(annex: Uint8Array): Promise<void>;
  openSample(): Promise<void>;
  record(entries: Entry[]): Promise<void>;
  /** Adds a journal file; how many lines of it were new. */
  load(file: Uint8Array): Promise<number>;
  settle(activity: Id, choices: PairChoice[]): Promise<void>;
  /** Keeps the numbers that a register gave. */
  issue(numbers: IssuedNumber[]): Promise<void>;
  look(asOf: IsoDate | null): Promise<void>;
  erase(): Promise<void>;
}

export function useKept(storage: Storage, before: { project: Project | null; lines: string[] }): Kept {
  const [kept, setKept] = useState(before);
  const reread = useCallback(async () => setKept(await storage.read()), [storage]);
  useEffect(() => storage.onOtherWindow(() => void reread()), [storage, reread]);

  const open = async (annex: Uint8Array, journal: Uint8Array | null, sampleOn: IsoDate | null) => {
    const { plan, findings } = readAnnex(annex);
    const first = header(plan);
    const lines = journal ? newLinesOf(journal, [first]) : [];
    if (kept.lines.length === 0) await storage.append([first, ...lines]);
    // An annex that is opened anew is looked at as the one before, whose journal stays.
    const before = kept.project ?? { sample: sampleOn !== null, asOf: sampleOn, issued: [] };
    await storage.writeProject({ ...before, plan, readFindings: findings });
    await reread();
  };

  return {
    ...kept,
    openAnnex: (annex) => open(annex, null, null),
    async openSample() {
      const { annex, journal } = await sample();
      await open(annex, journal, sampleDay());
    },
    async record(entries) {
      // Asked for by a deed of the reader's, as some browsers want it: not to be cleared away when space is short.
      void navigator.storage?.persist?.();
      await storage.append(entries.map(lineOf));
      await reread();
    },
    async load(file) {
      const lines = newLinesOf(file, kept.lines);
      await storage.append(lines);
      await reread();
      return lines.length;
    },
    async settle(activity, choices) {
      if (!kept.project) return;
      const { plan, readFindings } = kept.project;
      const settled = ({ code, lines }: Finding): boolean => code === UNPAIRED && lines.includes(activity);
      await storage.writeProject({
        ...kept.project,
        plan: pair(plan, activity, choices),
        readFindings: readFindings.filter((finding) => !settled(finding)),
      });
      await reread();
    },
    async issue(issued) {
      if (kept.project) await storage.writeProject({ ...kept.project, issued });
      await reread();
    },
    async look(asOf) {
      if (kept.project) await storage.writeProject({ ...kept.project, asOf });
      await reread();
    },
    async erase() {
      await storage.erase();
      await reread();
    },
  };
}
