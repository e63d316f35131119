import { readFacts, writeEntry, type Entry, type Fact, type Id, type IsoDate, type Plan } from "qoldau";

/** The journal as the browser keeps it: its lines as they were written, a header first. */
export type JournalLines = readonly string[];

/** The first line of the journal of a plan. */
export function header(plan: Plan): string {
  return JSON.stringify({ format: "qoldau-journal/1.0", plan: plan.id });
}

export function bytesOf(lines: JournalLines): Uint8Array {
  return new TextEncoder().encode(textOf(lines));
}

export function textOf(lines: JournalLines): string {
  return lines.map((line) => `${line}\n`).join("");
}

/** The lines of a journal file that are not there yet. It throws what `readFacts` throws when it is no journal. */
export function newLinesOf(file: Uint8Array, kept: JournalLines): string[] {
  readFacts(file);
  const known = new Set(kept);
  const lines = new TextDecoder().decode(file).split("\n");
  const told = lines.map((line) => line.replace(/\r$/, "")).filter((line) => line.trim() !== "");
  return [...new Set(told)].filter((line) => !known.has(line));
}

/** A new entry, recorded now in this browser. */
export function entryOf(fact: Fact, on: IsoDate, replaces: Id[] = []): Entry {
  const here = thisBrowser();
  return { id: newId(), on, author: here, device: here, clock: new Date().toISOString(), replaces, ...fact };
}

/** The line of an entry. It throws when the entry is not as it should be. */
export const lineOf = (entry: Entry): string => writeEntry(entry);

export const newId = (): Id => crypto.randomUUID();

/** Whoever records here: an id and not a name, kept for this browser. */
function thisBrowser(): string {
  const key = "qoldau-browser";
  const known = localStorage.getItem(key);
  if (known) return known;
  const made = `browser-${crypto.randomUUID().slice(0, 8)}`;
  localStorage.setItem(key, made);
  return made;
}
