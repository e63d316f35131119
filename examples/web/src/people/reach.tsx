import { useMemo, useState } from "preact/hooks";
import type { DateRange, Id, IsoDate, Language, Reach, ReachDimension, ShownReach, ShownRow } from "qoldau/reach";
import { dayOf } from "../day";
import { number as said } from "../figures";
import type { Words } from "../words";
import { boundsOf, hasEvents, reachOf, undated, wholePeriod, type Counted } from "./counted";

interface ReachCardProps {
  words: Words;
  language: Language;
  counted: Counted;
}

const DIMENSIONS = ["settlement", "organisation", "age", "sex", "category"] as const;

/** What stands in the place of a hidden number. */
const HIDDEN = "·";

/** How many participations, how many different people, and between which bounds. */
export function ReachCard({ words, language, counted }: ReachCardProps) {
  const [by, setBy] = useState<ReachDimension | null>(null);
  const [part, setPart] = useState<Part>(WHOLE);
  const whole = wholePeriod(counted);
  const noDay = undated(counted);
  const told = useMemo(() => {
    const period = whole && { start: part.start ?? whole.start, end: part.end ?? whole.end };
    // Days that are the wrong way round are none.
    if (period && period.start > period.end) return null;
    const events = part.without.length === 0 ? null : [...counted.events.keys()].filter((event) => !part.without.includes(event));
    return reachOf(counted, { by, period, events }, words);
  }, [counted, by, part, words, whole?.start, whole?.end]);
  if (counted.read.length === 0) return null;
  const number = (figure: number) => said(figure, 0, language);
  return (
    <section aria-labelledby="reach">
      <h2 id="reach">{words.people.reach}</h2>
      {told === null ? (
        <p class="callout">{words.people.noDays}</p>
      ) : (
        <Figures words={words} counted={counted} reach={told.reach} whole={part === WHOLE} dated={whole !== null} number={number} />
      )}
      <PartChoice words={words} counted={counted} whole={whole} part={part} onChange={setPart} />
      <div class="chips no-print" role="group" aria-label={words.people.by}>
        {[null, ...DIMENSIONS].map((one) => (
          <button key={one} type="button" aria-pressed={one === by} onClick={() => setBy(one)}>
            {one === null ? words.people.byNothing : words.people.dimensions[one]}
          </button>
        ))}
      </div>
      {by === "age" && noDay.length > 0 && (
        <p class="callout">
          {words.people.ageAsksDay}: {noDay.map(({ event }) => event).join("; ")}
        </p>
      )}
      {by !== null && told && !(by === "age" && noDay.length > 0) && (
        <Table
          words={words}
          title={words.people.dimensions[by as (typeof DIMENSIONS)[number]]}
          shown={told.shown}
          number={number}
        />
      )}
    </section>
  );
}

interface FiguresProps {
  words: Words;
  counted: Counted;
  reach: Reach;
  /** Whether all days and events count: what cannot be told is known of all rows together. */
  whole: boolean;
  /** Whether the day of every list is known, without which nobody is new and nobody comes back. */
  dated: boolean;
  number: (figure: number) => string;
}

function Figures({ words, counted, reach, whole, dated, number }: FiguresProps) {
  const { least, most } = boundsOf(counted, reach);
  const between = words.people.between.replace("{least}", number(least)).replace("{most}", number(most));
  const open = least !== most;
  return (
    <>
      <p class="silent" role="status">
        {words.glossary.uniquePersons}: {number(reach.personsListed)}
      </p>
      <dl class="reach">
        <div>
          <dt>{words.glossary.participations}</dt>
          <dd>
            <b class="figure">{number(reach.participations)}</b>
            {reach.unlisted > 0 && (
              <small>
                {words.people.unlisted}: {number(reach.unlisted)}
              </small>
            )}
          </dd>
        </div>
        <div>
          <dt>{words.glossary.uniquePersons}</dt>
          <dd>
            <b class="figure">{number(reach.personsListed)}</b>
            {whole && open && <small>{between}</small>}
            {!whole && dated && (
              <small>
                {words.people.newPersons}: {number(reach.newPersons)} · {words.people.returning}:{" "}
                {number(reach.returningPersons)}
              </small>
            )}
          </dd>
        </div>
      </dl>
      {whole ? open && <p class="hint">{words.people.boundsHint}</p> : <p class="hint">{words.people.noBounds}</p>}
      {reach.listsBeyondHeadcount.length > 0 && (
        <p class="callout late">
          {words.people.beyond} {reach.listsBeyondHeadcount.map((event) => counted.events.get(event) ?? event).join(", ")}
        </p>
      )}
    </>
  );
}

/** Which days and events count; nothing means the first and the last. */
interface Part {
  start: IsoDate | null;
  end: IsoDate | null;
  without: readonly Id[];
}

const WHOLE: Part = { start: null, end: null, without: [] };

interface PartChoiceProps {
  words: Words;
  counted: Counted;
  /** Nothing as long as the day of a list is not known: then only events are chosen. */
  whole: DateRange | null;
  part: Part;
  onChange: (part: Part) => void;
}

function PartChoice({ words, counted, whole, part, onChange }: PartChoiceProps) {
  const change = (next: Part) =>
    onChange(next.start === null && next.end === null && next.without.length === 0 ? WHOLE : next);
  const day = (text: string, usual: IsoDate): IsoDate | null => (text === usual ? null : dayOf(text));
  return (
    <details class="part no-print">
      <summary>{words.people.part}</summary>
      {whole === null ? (
        <p class="hint">{words.people.partAsksDay}</p>
      ) : (
        <div class="row">
          <div class="field">
            <label for="part-start">{words.firstDay}</label>
            <input
              id="part-start"
              type="date"
              value={part.start ?? whole.start}
              onChange={({ currentTarget: { value } }) => change({ ...part, start: day(value, whole.start) })}
            />
          </div>
          <div class="field">
            <label for="part-end">{words.lastDay}</label>
            <input
              id="part-end"
              type="date"
              value={part.end ?? whole.end}
              onChange={({ currentTarget: { value } }) => change({ ...part, end: day(value, whole.end) })}
            />
          </div>
        </div>
      )}
      <fieldset>
        <legend>{words.people.events}</legend>
        {eventsThatCount(counted).map(([event, name]) => (
          <label key={event} class="choice">
            <input
              type="checkbox"
              checked={!part.without.includes(event)}
              onChange={({ currentTarget: { checked } }) => {
                const others = part.without.filter((one) => one !== event);
                change({ ...part, without: checked ? others : [...others, event] });
              }}
            />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}

/** The events of which there are rows or heads. */
function eventsThatCount({ events, rows, read }: Counted): [Id, string][] {
  const seen = new Set([...rows.values()].map(({ event }) => event));
  for (const { list } of read) if (list.headcount !== null && !hasEvents(list)) seen.add(list.id);
  return [...events].filter(([event]) => seen.has(event));
}

interface TableProps {
  words: Words;
  title: string;
  shown: ShownReach;
  number: (figure: number) => string;
}

/** The table by groups, without counts that would tell on somebody. */
function Table({ words, title, shown, number }: TableProps) {
  const name = ({ values: [value] }: ShownRow): string => {
    if (value?.kind === "is") return words.people.values[value.value as keyof Words["people"]["values"]] ?? value.value;
    return value?.kind === "unknown" ? words.glossary.unknown : words.all;
  };
  const figure = (count: number | null | undefined) => (typeof count === "number" ? number(count) : HIDDEN);
  return (
    <>
    <table class="reach-table">
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{words.glossary.participations}</th>
          <th scope="col">{words.glossary.uniquePersons}</th>
        </tr>
      </thead>
      <tbody>
        {shown.rows.map((row) => (
          <tr key={JSON.stringify(row.values)} class={row.values[0]?.kind === "all" ? "sum" : ""}>
            <th scope="row">{name(row)}</th>
            <td>{figure(row.participations)}</td>
            <td>{figure(row.persons)}</td>
          </tr>
        ))}
      </tbody>
    </table>
    {shown.hiddenRows > 0 && (
      <p class="hint">{words.people.smallHidden.replace("{count}", number(shown.smallest))}</p>
    )}
    </>
  );
}
