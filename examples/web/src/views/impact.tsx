import type { Headline, ImpactRow, ImpactStanding } from "qoldau";
import { usePage } from "../page";
import { impactBarOf } from "../parts/bars";
import { FindingsAbout } from "../parts/findings";
import { AddEntry } from "../parts/add_entry";
import { HeadlineIcon } from "../parts/icons";
import { LineLinks } from "../parts/line_links";
import { Own } from "../parts/own";
import { ProgressBar } from "../parts/pictures";
import type { Words } from "../words";

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
  const { words, index, standing, language } = usePage();
  const of = standing.impact.get(row.line.id);
  const bar = impactBarOf(row.bar, of, language);
  const status = statusOf(row, of, words);
  return (
    <li id={`line-${row.line.id}`} class={`line ${status.headline}`} tabIndex={-1}>
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
          {bar && (
            <>
              <ProgressBar bar={bar} />
              <p class="note">{bar.text}</p>
            </>
          )}
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
        <p class="headline">
          <HeadlineIcon headline={status.headline} />
          {status.text}
        </p>
        <AddEntry line={row.line.id} kind="reading" />
      </div>
      <FindingsAbout id={row.line.id} />
    </li>
  );
}

const DONE = ["met", "exceeded"];

/** How far a line of the block is. What is claimed in full is done only where it is proven in full. */
function statusOf({ status }: ImpactRow, of: ImpactStanding | undefined, words: Words): { headline: Headline; text: string } {
  if (!of) return { headline: "needsAction", text: status };
  const { progress, proven, expected } = of;
  if (DONE.includes(progress)) {
    if (proven !== null && Number(proven) >= Number(expected ?? 0)) return { headline: "proven", text: status };
    const text = proven === null || Number(proven) === 0 ? words.claimedUnproven : words.claimedPartlyProven;
    return { headline: "needsAction", text };
  }
  const same = (["overdue", "notDue", "notApplicable"] as const).find((headline) => headline === progress);
  return { headline: same ?? "needsAction", text: status };
}

const Figure = ({ name, figure }: { name: string; figure: string }) => (
  <span>
    <span class="caption">{name}: </span>
    {figure}
  </span>
);
