import { mergeJournals, readJournal, writeJournal, type JournalForm } from "qoldau";
import type { KeptEntry } from "./database";

const encoder = new TextEncoder();

/** Lines as the bytes of a file. */
export const bytesOf = (lines: readonly string[]): Uint8Array =>
  encoder.encode(lines.map((line) => `${line}\n`).join(""));

/** What is kept of the line of an entry. */
export function keptOf(line: string): KeptEntry {
  const { id, device = null, seq = null, clock = null } = JSON.parse(line) as KeptEntry;
  return { line, id, device, seq, clock };
}

/** The lines of a file after its header. */
export const entryLinesOf = (file: Uint8Array): string[] =>
  new TextDecoder().decode(file).trimEnd().split("\n").slice(1);

/** A journal as the file that is handed on: equal entries give equal bytes. */
export const fileOf = (lines: readonly string[], form: JournalForm): Uint8Array =>
  mergeJournals([bytesOf(lines)], form).journal;

/** The line of an entry in the library's own writing; nothing where a line is no entry. */
function entryLine(line: string): string | null {
  try {
    const { entries } = readJournal(encoder.encode(line));
    return entryLinesOf(writeJournal(null, entries, "lines"))[0] ?? null;
  } catch {
    return null;
  }
}

/** The plan that a header names, null where it names none; undefined for a line that is no header. */
function planOfHeader(line: string): string | null | undefined {
  try {
    const read = JSON.parse(line) as { format?: unknown; plan?: string | null } | null;
    return typeof read?.format === "string" ? (read.plan ?? null) : undefined;
  } catch {
    return undefined;
  }
}

/** What versions before the journal kept line by line. */
export interface Sorted {
  plan: string | null;
  entries: string[];
  /** What is no entry of the plan, each run of it under its own header. It is kept as it was. */
  aside: string[];
}

export function sorted(lines: readonly string[]): Sorted {
  const plan = planOfHeader(lines[0] ?? "") ?? null;
  const [entries, aside] = [new Set<string>(), [] as string[]];
  let ours = true;
  for (const line of lines) {
    const named = planOfHeader(line);
    if (named !== undefined) ours = (named === plan || named === null) && /journal\/1\./.test(line);
    const entry = ours && named === undefined ? entryLine(line) : null;
    if (entry !== null) entries.add(entry);
    else if (named === undefined || !ours) aside.push(line);
  }
  return { plan, entries: [...entries], aside };
}
