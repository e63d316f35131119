import type { ImpactRow } from "qoldau";
import { usePage } from "../page";
import { FindingNote, keyOf } from "../parts/findings";
import { LineLinks } from "../parts/line_links";
import { Own } from "../parts/own";
import { ProgressBar } from "../parts/pictures";
import { subjectsOf } from "../standing";

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
  const { words, standing } = usePage();
  const about = standing.open.filter(({ finding }) => subjectsOf(finding).includes(row.line.id));
  return (
    <li id={`line-${row.line.id}`} class="line" tabIndex={-1}>
      <div class="name">
        <p>
          <b>{row.line.number}</b> <Own>{row.line.name}</Own>
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
      </div>
      {about.length > 0 && (
        <div class="asked">
          {about.map((said) => (
            <FindingNote key={keyOf(said)} said={said} />
          ))}
        </div>
      )}
    </li>
  );
}

const Figure = ({ name, figure }: { name: string; figure: string }) => (
  <span>
    <span class="caption">{name}: </span>
    {figure}
  </span>
);
