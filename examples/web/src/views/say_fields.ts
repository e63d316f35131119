import { formatDate, isoDate, type ReadingValue } from "qoldau";
import type { Page } from "../page";
import { sayEvents, sayLines, sayValue } from "./say_entry";

/** A field of an entry: its name and what it says, in the page's language. */
export interface SaidField {
  key: string;
  name: string;
  text: string;
}

type Body = Record<string, unknown>;

/** What holds of an entry: of a correction the fact that it tells anew. */
export function factOf({ kind, body }: { kind: unknown; body: unknown }): { kind: string; body: Body } | null {
  if (body === null || typeof body !== "object") return null;
  const { salt: _, ...said } = body as Body;
  if (kind !== "amend") return { kind: String(kind), body: said };
  const told = said["body"];
  return told !== null && typeof told === "object" ? { kind: String(said["kind"]), body: told as Body } : null;
}

/** The fields of an entry that say anything. Its salt says nothing. */
export function fieldsOf(entry: { kind: unknown; body: unknown; on: string }, page: Page): SaidField[] {
  const { words, language } = page;
  const fact = factOf(entry);
  const kinds: Record<string, string> = words.kinds;
  const day = { key: "on", name: words.dayOfFact, text: formatDate(isoDate(entry.on), language) };
  if (!fact) return [day, { key: "body", name: words.kindOfEntry, text: words.erased }];
  const kind = { key: "fact", name: words.kindOfEntry, text: kinds[fact.kind] ?? fact.kind };
  const said = Object.entries(fact.body)
    .filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
    .filter(([key]) => !["event", "item"].includes(key) || fact.kind === "reading")
    .map(([key, value]) => ({ key, name: nameOf(key, page), text: sayOr(key, value, page) }));
  return [day, kind, ...said];
}

function nameOf(key: string, { words }: Page): string {
  const names: Record<string, string> = {
    name: words.name,
    status: words.status,
    start: words.firstDay,
    end: words.lastDay,
    place: words.place,
    part: words.partOfTarget,
    headcount: words.glossary.headcount,
    activities: words.glossary.activity,
    line: words.glossary.line,
    lines: words.lines,
    target: words.glossary.target,
    targets: words.glossary.target,
    event: words.glossary.event,
    events: words.glossary.event,
    mode: words.mode,
    value: words.value,
    kind: words.kindOfEvidence,
    date: words.date,
    title: words.title,
    files: words.files,
    number: words.number,
    addressees: words.addressees,
    rows: words.rows,
    signed: words.signed,
    outlet: words.outlet,
    link: words.link,
    screenshot: words.screenshotDay,
    copies: words.copies,
    by: words.approvedBy,
    reason: words.reason,
    answer: words.answerGiven,
    agreedWith: words.agreedWith,
    document: words.evidenceKinds.document,
  };
  return names[key] ?? key;
}

/** What stands in a journal need not be as it should be: then it is shown as it stands. */
function sayOr(key: string, value: unknown, page: Page): string {
  try {
    return sayAny(key, value, page);
  } catch {
    return JSON.stringify(value);
  }
}

/** Days, lines, events, values and keys in the reader's words; whatever else people typed as it stands. */
function sayAny(key: string, value: unknown, page: Page): string {
  const { words, language, index } = page;
  const list = (Array.isArray(value) ? value : [value]).map(String);
  const keys: Record<string, string> = { ...words.glossary, ...words.evidenceKinds, add: words.modeAdd, total: words.modeTotal };
  switch (key) {
    case "line":
    case "lines":
      return sayLines(list, page) ?? "";
    case "event":
    case "events":
      return sayEvents(list, page) ?? "";
    case "activities":
      return list.map((id) => index.activities.find((one) => one.id === id)?.title ?? id).join(", ");
    case "value":
      return sayValue(value as ReadingValue, page);
    case "files":
      return (value as { name?: string | null; sha256?: string | null }[])
        .map(({ name, sha256 }) => [name, sha256?.slice(0, 12)].filter((part) => part).join(" "))
        .join(", ");
    case "start":
    case "end":
    case "date":
    case "screenshot":
      return formatDate(isoDate(list[0] ?? ""), language);
    case "status":
    case "kind":
    case "by":
    case "mode":
      return keys[list[0] ?? ""] ?? list.join(", ");
  }
  if (typeof value === "boolean") return value ? words.yes : words.no;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
