import { readFacts, writeEntry, type Entry, type Fact, type Id, type IsoDate, type Plan } from "qoldau";

/** The journal as the browser keeps it: its lines as they were written, a header first. */
export type JournalLines = readonly string[];

/** The first line of the journal of a plan. */
export function header(plan: Plan): string {
  return JSON.stringify({ format: "qoldau-journal/1.1", plan: plan.id });
}

export function bytesOf(lines: JournalLines): Uint8Array {
  return new TextEncoder().encode(textOf(lines));
}

export function textOf(lines: JournalLines): string {
  return lines.map((line) => `${line}\n`).join("");
}

/**
 * The lines of a journal file that are not there yet. A header of the journal's own plan, of whatever version, is none;
 * one of another plan goes with its entries, and what follows them stands under our own again.
 * It throws what `readFacts` throws when it is no journal.
 */
export function newLinesOf(file: Uint8Array, kept: JournalLines): string[] {
  readFacts(file);
  const first = kept[0] ?? "";
  const ours = planOfHeader(first);
  const known = new Set(kept);
  const lines: string[] = [];
  let [told, stands] = [first, ours];
  for (const line of new TextDecoder().decode(file).replace(/^\ufeff/, "").split("\n")) {
    const text = line.replace(/\r$/, "");
    const plan = planOfHeader(text);
    if (plan !== undefined) {
      told = text;
    } else if (text.trim() !== "" && !known.has(text)) {
      const under = planOfHeader(told);
      if (under !== stands) lines.push(told);
      lines.push(text);
      known.add(text);
      stands = under;
    }
  }
  if (stands !== ours) lines.push(first);
  return lines;
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
