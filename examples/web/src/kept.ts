import { useCallback, useEffect, useState } from "preact/hooks";
import { readAnnex, type Entry, type IsoDate } from "qoldau";
import { header, lineOf, newLinesOf, type JournalLines } from "./journal";
import { sample, sampleDay } from "./sample";
import type { Project, Storage } from "./storage";

/** What this browser keeps, and every way to change it. Each way writes first and shows then. */
export interface Kept {
  project: Project | null;
  lines: JournalLines;
  openAnnex(annex: Uint8Array): Promise<void>;
  openSample(): Promise<void>;
  record(entries: Entry[]): Promise<void>;
  /** Adds a journal file; how many lines of it were new. */
  load(file: Uint8Array): Promise<number>;
  look(asOf: IsoDate | null): Promise<void>;
  erase(): Promise<void>;
}

export function useKept(storage: Storage, before: { project: Project | null; lines: string[] }): Kept {
  const [kept, setKept] = useState(before);
  const reread = useCallback(async () => setKept(await storage.read()), [storage]);
  useEffect(() => storage.onOtherWindow(() => void reread()), [storage, reread]);

  const open = async (annex: Uint8Array, asOf: IsoDate | null, isSample: boolean, journal: string[]) => {
    const { plan, findings } = readAnnex(annex);
    if (kept.lines.length === 0) await storage.append([header(plan), ...journal]);
    await storage.writeProject({ plan, readFindings: findings, sample: isSample, asOf });
    await reread();
  };

  return {
    ...kept,
    openAnnex: (annex) => open(annex, null, false, []),
    async openSample() {
      const { annex, journal } = await sample();
      await open(annex, sampleDay(), true, newLinesOf(journal, [header(readAnnex(annex).plan)]));
    },
    async record(entries) {
      await storage.append(entries.map(lineOf));
      await reread();
    },
    async load(file) {
      const lines = newLinesOf(file, kept.lines);
      await storage.append(lines);
      await reread();
      return lines.length;
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
