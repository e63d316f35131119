import { useMemo, useState } from "preact/hooks";
import type { Language, ReachDimension, ReachRow } from "qoldau/people";
import { number as said } from "../figures";
import type { Words } from "../words";
import { boundsOf, reachOf, type Counted } from "./counted";

interface ReachCardProps {
  words: Words;
  language: Language;
  counted: Counted;
}

const DIMENSIONS = ["settlement", "organisation", "age"] as const;

/** How many participations, how many different people, and between which bounds. */
export function ReachCard({ words, language, counted }: ReachCardProps) {
  const [by, setBy] = useState<ReachDimension | null>(null);
  const reach = useMemo(() => reachOf(counted, by, words), [counted, by, words]);
  if (!reach) return null;
  const number = (figure: number) => said(figure, 0, language);
  const { least, most } = boundsOf(counted, reach);
  const between = words.people.between.replace("{least}", number(least)).replace("{most}", number(most));
  return (
    <section aria-labelledby="reach">
      <h2 id="reach">{words.people.reach}</h2>
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
            {least !== most && <small>{between}</small>}
          </dd>
        </div>
      </dl>
      {least !== most && <p class="hint">{words.people.boundsHint}</p>}
      {reach.listsBeyondHeadcount.length > 0 && (
        <p class="callout late">
          {words.people.beyond} {reach.listsBeyondHeadcount.map((event) => counted.events.get(event) ?? event).join(", ")}
        </p>
      )}
      <div class="chips no-print" role="group" aria-label={words.people.by}>
        {[null, ...DIMENSIONS].map((one) => (
          <button key={one} type="button" aria-pressed={one === by} onClick={() => setBy(one)}>
            {one === null ? words.people.byNothing : words.people.dimensions[one]}
          </button>
        ))}
      </div>
      {by !== null && <Table words={words} title={words.people.dimensions[by as (typeof DIMENSIONS)[number]]} rows={reach.rows} number={number} />}
    </section>
  );
}

interface TableProps {
  words: Words;
  title: string;
  rows: readonly ReachRow[];
  number: (figure: number) => string;
}

function Table({ words, title, rows, number }: TableProps) {
  const name = ({ values: [value] }: ReachRow): string => {
    if (value?.kind === "is") return value.value;
    return value?.kind === "unknown" ? words.glossary.unknown : words.all;
  };
  return (
    <table class="reach-table">
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{words.glossary.participations}</th>
          <th scope="col">{words.glossary.uniquePersons}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={JSON.stringify(row.values)} class={row.values[0]?.kind === "all" ? "sum" : ""}>
            <th scope="row">{name(row)}</th>
            <td>{number(row.participations)}</td>
            <td>{number(row.persons)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
