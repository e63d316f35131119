import {
  ageOn,
  findDuplicates,
  importPeople,
  isoDate,
  readBirth,
  type Birth,
  type Duplicates,
  type Finding,
  type Id,
  type IsoDate,
  type ListedPerson,
  type PairDecision,
  type PeopleTable,
  type PersonFacts,
} from "qoldau/people";
import {
  countReach,
  shownReach,
  type Attendance,
  type DateRange,
  type Headcount,
  type Reach,
  type ReachDimension,
  type ShownReach,
} from "qoldau/reach";
import type { Words } from "../words";
import type { List } from "./store";
import { readSheet } from "./workbooks";

/** A row of a list, with the event it is of. */
export interface Row {
  person: ListedPerson;
  /** What it states that reach counts by. */
  facts: PersonFacts | undefined;
  event: Id;
  list: List;
}

/** A list that was read. */
export interface Read {
  list: List;
  rows: Row[];
  /** What its events are called. */
  events: ReadonlyMap<Id, string>;
  findings: Finding[];
}

/** Everything that is shown about people. */
export interface Counted {
  read: Read[];
  rows: ReadonlyMap<Id, Row>;
  /** What the events are called. */
  events: ReadonlyMap<Id, string>;
  duplicates: Duplicates;
}

/** A list as its file holds it. */
export const tableOf = (list: List): PeopleTable =>
  list.sheet ? readSheet(list, list.sheet) : importPeople(list.bytes, list.columns);

/** Rows have ids of their own in all lists together: of the list and of the row, never of what stands in it. */
function readList(list: List): Read {
  const { people, facts, findings } = tableOf(list);
  const names: string[] = [];
  const rows = people.map((person, at): Row => {
    let event = list.id;
    if (hasEvents(list)) {
      const name = person.list ?? "";
      if (!names.includes(name)) names.push(name);
      event = `${list.id}/${names.indexOf(name)}`;
    }
    return { list, event, facts: facts[at], person: { ...person, id: `${list.id}:${person.id}`, list: event } };
  });
  const events = new Map<Id, string>([[list.id, list.event]]);
  names.forEach((name, at) => events.set(`${list.id}/${at}`, name === "" ? list.event : name));
  return { list, rows, events, findings };
}

/** Whether a list names the event of every row: it holds several, and no headcount is of one of them. */
export const hasEvents = ({ columns }: List): boolean => columns.some(({ holds }) => holds === "list");

/** Reads the lists and finds who stands more than once. */
export function counted(lists: readonly List[], decisions: readonly PairDecision[]): Counted {
  const read = lists.map(readList);
  const all = read.flatMap(({ rows }) => rows);
  const rows = new Map(all.map((row) => [row.person.id, row]));
  const events = new Map(read.flatMap(({ events }) => [...events]));
  // What was decided about rows of a list that was taken away waits for it to come back.
  const known = decisions.filter(({ one, other }) => rows.has(one) && rows.has(other));
  const duplicates = findDuplicates(
    all.map(({ person }) => person),
    { rules: [], decisions: known, evidence: true },
  );
  return { read, rows, events, duplicates };
}

/** What is asked of reach: which days and events count, and what people are told apart by. */
export interface Asked {
  by: ReachDimension | null;
  /** Nothing as long as the day of a list is not known: then all of them count. */
  period: DateRange | null;
  /** The events that count; nothing means all. */
  events: readonly Id[] | null;
}

/** When somebody was born as a list of that day has it. Two digits of a year make nobody a child under three: they may be a slip. */
function birthOn(written: string, on: IsoDate): Birth | null {
  const birth = readBirth(written, Number(on.slice(0, 4)));
  if (birth === null) return null;
  const before = readBirth(written, 1999);
  const inFull = before === null || yearOf(before) === yearOf(birth);
  return inFull || (ageOn(birth, on)?.least ?? 0) >= 3 ? birth : null;
}

const yearOf = (birth: Birth): number => (birth.kind === "yearOnly" ? birth.year : Number(birth.date.slice(0, 4)));

/** The lists of which nobody said the day yet. */
export const undated = ({ read }: Counted): List[] =>
  read.flatMap(({ list }) => (list.on === null ? [list] : []));

/** From the first day of an event to the last; nothing as long as the day of a list is not known. */
export function wholePeriod({ read }: Counted): DateRange | null {
  const days = read.map(({ list }) => list.on).sort();
  if (days.includes(null)) return null;
  const [start, end] = [days[0], days.at(-1)];
  return start && end ? { start, end } : null;
}

/** A day for counting that asks for none: who is new and how old people were is not told then. */
const anyDay = (): IsoDate => isoDate("2000-01-01");

/** How many people were reached, and the table as it may leave the house. */
export function reachOf(
  { read, rows, duplicates }: Counted,
  { by, period, events }: Asked,
  words: Words,
): { reach: Reach; shown: ShownReach } {
  const asked = period ?? { start: anyDay(), end: anyDay() };
  const dayOf = ({ on }: List): IsoDate => (period === null || on === null ? asked.start : on);
  const personOf = new Map<Id, Id>();
  for (const group of duplicates.people) for (const row of group) personOf.set(row, group[0] ?? row);
  const attendances: Attendance[] = [];
  const facts = new Map<Id, PersonFacts>();
  for (const { person, facts: stated, event, list } of rows.values()) {
    const of = personOf.get(person.id) ?? person.id;
    attendances.push({ event, on: dayOf(list), person: of });
    const known = facts.get(of);
    // Of several rows the first that says something counts.
    facts.set(of, {
      person: of,
      sex: known?.sex ?? stated?.sex ?? null,
      birth: known?.birth ?? stated?.birth ?? (person.birth && list.on ? birthOn(person.birth, list.on) : null),
      settlement: known?.settlement ?? stated?.settlement ?? null,
      organisation: known?.organisation ?? stated?.organisation ?? null,
      category: known?.category ?? stated?.category ?? null,
    });
  }
  const headcounts: Headcount[] = read.flatMap(({ list }) =>
    list.headcount === null || hasEvents(list) ? [] : [{ event: list.id, on: dayOf(list), total: list.headcount }],
  );
  const { child, youth, adult } = words.people.ages;
  const ages = [
    { name: child, from: 0, below: 14 },
    { name: youth, from: 14, below: 35 },
    { name: adult, from: 35 },
  ];
  const question = { period: asked, events: [...(events ?? [])], ages, by: by === null ? [] : [by] };
  const people = [...facts.values()];
  return {
    reach: countReach(people, attendances, headcounts, question),
    shown: shownReach(people, attendances, headcounts, question),
  };
}

/**
 * Between which numbers the different people lie. Nobody can be fewer than those whom one event counted by head, and those who
 * stand on no list are at most all of them different; the rest is what the rows leave open.
 */
export function boundsOf({ read, duplicates }: Counted, { unlisted }: Reach): { least: number; most: number } {
  const heads = read.map(({ list }) => (hasEvents(list) ? 0 : (list.headcount ?? 0)));
  return {
    least: Math.max(duplicates.personsAtLeast, ...heads),
    most: duplicates.personsAtMost + unlisted,
  };
}
