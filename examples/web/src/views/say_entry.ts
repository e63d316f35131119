import {
  formatAmount,
  formatDate,
  sayAnswer,
  sayQuestion,
  type Entry,
  type Fact,
  type Id,
  type ReadingValue,
} from "qoldau";
import type { Page } from "../page";
import { eventsOf } from "../plan_index";
import { nameLines } from "../say_lines";

/** What an entry says, in the page's language. Words that people recorded stand as they are. */
export function sayEntry(entry: Entry, page: Page): { day: string; kind: string; text: string } {
  const { words, language } = page;
  const kinds: Record<string, string> = words.kinds;
  return {
    day: formatDate(entry.on, language),
    kind: kinds[String(entry.kind)] ?? String(entry.kind),
    text: parts(entry, page)
      .filter((part) => part)
      .join(" · "),
  };
}

function parts(entry: Entry, page: Page): (string | null | undefined)[] {
  const { words, language } = page;
  const known = entry as Extract<
    Entry,
    {
      kind:
        | "event"
        | "reading"
        | "evidence"
        | "approval"
        | "planReading"
        | "acknowledgement"
        | "review"
        | "linkState"
        | "void"
        | "amend"
        | "submission"
        | "remark"
        | "reply"
        | "acceptance"
        | "erase";
    }
  >;
  if (known.body === null) return [words.erased];
  switch (known.kind) {
    case "event": {
      const { name, status, start, place } = known.body;
      return [name, words.glossary[status], formatDate(start, language), place];
    }
    case "reading":
      return [
        sayLines([known.body.line], page),
        sayValue(known.body.value, page),
        sayEvents(known.body.event ? [known.body.event] : [], page),
      ];
    case "evidence": {
      const { kind, lines, events, title, files, link } = known.body;
      const count = files && files.length > 0 ? `${words.files}: ${files.length}` : null;
      return [
        words.evidenceKinds[kind],
        sayLines(lines, page),
        title,
        sayEvents(events ?? [], page),
        count,
        link,
      ];
    }
    case "approval":
      return [words.glossary[known.body.by], sayLines(known.body.lines, page), known.body.number];
    case "planReading": {
      const { line, question, answer } = known.body;
      return [sayLines([line], page), `${sayQuestion(question, language)}: ${sayAnswer(answer, language)}`];
    }
    case "acknowledgement":
      return [known.body.code, sayLines(known.body.lines ?? [], page), known.body.note];
    case "review":
      return [sayLines([known.body.line], page), words.glossary[known.body.state], known.body.remark];
    case "void":
    case "erase":
      return [known.body.reason];
    case "submission": {
      const { number, date, digest } = known.body;
      return [number ? `№ ${number}` : null, formatDate(date, language), digest.slice(0, 16)];
    }
    case "remark":
      return [known.body.line ? sayLines([known.body.line], page) : words.review.onTheWhole, known.body.text];
    case "reply":
      return [known.body.text];
    case "acceptance":
      return [sayLines(known.body.lines ?? [], page) ?? words.review.onTheWhole];
    case "amend":
      return [sayEntry({ ...entry, ...(known.body as Fact) } as Entry, page).text, known.body.reason];
    default:
      return [];
  }
}

export function sayLines(ids: Id[], { index, words }: Page): string | null {
  if (ids.length === 0) return null;
  const numbers = ids.map((id) => index.lines.get(id)?.number ?? id);
  const only = ids.length === 1 ? index.lines.get(ids[0] ?? "")?.name : undefined;
  return `${nameLines(numbers, words)}${only ? `: ${only}` : ""}`;
}

export function sayEvents(ids: Id[], { standing }: Page): string | null {
  if (ids.length === 0) return null;
  const events = eventsOf(standing.entries);
  return ids.map((id) => events.find((event) => event.event === id)?.name ?? id).join(", ");
}

export function sayValue(value: ReadingValue, { words, language }: Page): string {
  switch (value.kind) {
    case "amount":
      return formatAmount(value.amount, language);
    case "share":
      return `${formatAmount(value.numerator, language)} / ${formatAmount(value.denominator, language)}`;
    case "notApplicable":
      return words.glossary.notApplicable;
  }
}
