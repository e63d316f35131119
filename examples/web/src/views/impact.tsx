import type { ImpactRow } from "qoldau";
import { usePage } from "../page";
import { FindingsAbout } from "../parts/findings";
import { AddEntry } from "../parts/add_entry";
import { LineLinks } from "../parts/line_links";
import { Own } from "../parts/own";
import { ProgressBar } from "../parts/pictures";

/** The social-impact block: participations never stand for unique persons. */
export function Impact({ rows }: { rows: ImpactRow[] }) {
  const { words } = usePage();
  return (
    <section class="task" aria-labelledby="impact">
      <h2 id="impact">{words.impact}</h2>
      <ul class="lines">
        {rows.map((row) => (
          <Row key={row.line.id} row={row} />
        ))}
      </ul>
    </section>
  );
}

function Row({ row }: { row: ImpactRow }) {
  const { words, index } = usePage();
  return (
    <li id={`line-${row.line.id}`} class="line" tabIndex={-1}>
      <div class="name">
        <p>
          <b>{index.lines.get(row.line.id)?.number}</b> <Own>{row.line.name}</Own>
        </p>
        {row.notes.map((note) => (
          <p key={note} class="lack">
            {note}
          </p>
        ))}
      </div>
      <div class="targets">
        <div class="target">
          <p>
            <span class="caption">{words.glossary.target}: </span>
            <Own>{row.target}</Own>
          </p>
          {row.bar && <ProgressBar bar={row.bar} />}
          <p class="figures">
            <Figure name={row.figureName} figure={row.figure} />
            <Figure name={words.glossary.proven} figure={row.proven} />
            {row.uniquePersons && <Figure name={words.glossary.uniquePersons} figure={row.uniquePersons} />}
          </p>
          {row.sources.length > 0 && (
            <p class="note">
              {words.sumOfLines}: <LineLinks lines={row.sources.map((source) => source.line)} />
            </p>
          )}
        </div>
      </div>
      <div class="state">
        <p class="headline">{row.status}</p>
        <AddEntry line={row.line.id} kind="reading" />
      </div>
      <FindingsAbout id={row.line.id} />
    </li>
  );
}

const Figure = ({ name, figure }: { name: string; figure: string }) => (
  <span>
    <span class="caption">{name}: </span>
    {figure}
  </span>
);
