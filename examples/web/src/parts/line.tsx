import type { LineRow, TargetRow } from "qoldau";
import { usePage } from "../page";
import { number } from "../figures";
import { AddEntry } from "./add_entry";
import { barOf, lackingOf } from "./bars";
import { FindingsAbout } from "./findings";
import { HeadlineIcon } from "./icons";
import { Own } from "./own";
import { ProgressBar } from "./pictures";

/** A line of the plan: what was promised, how far it is, what is missing, what is asked. */
export function LineItem({ line }: { line: LineRow }) {
  return (
    <li id={`line-${line.line.id}`} class={`line ${line.headline}`} tabIndex={-1}>
      <div class="name">
        <p>
          <b>{line.line.number}</b> <Own>{line.line.name}</Own>
        </p>
        {line.notes.map((note) => (
          <p key={note} class="lack">
            {note}
          </p>
        ))}
      </div>
      <div class="targets">
        {line.targets.map((target) => (
          <Target key={target.id} target={target} />
        ))}
      </div>
      <div class="state">
        <p class="headline">
          <HeadlineIcon headline={line.headline} />
          {line.headlineText}
        </p>
        <AddEntry line={line.line.id} />
      </div>
      <FindingsAbout id={line.line.id} />
    </li>
  );
}

function Target({ target }: { target: TargetRow }) {
  const { words, language, standing } = usePage();
  const of = standing.targets.get(target.id);
  const bar = barOf(target.bar, of);
  const lacking = lackingOf(of);
  const figures = [
    [words.glossary.claimed, target.claimed],
    [words.glossary.proven, target.proven],
    [words.glossary.accepted, target.accepted],
  ] as const;
  return (
    <div class="target">
      <p>
        <span class="caption">{words.glossary.target}: </span>
        <Own>{target.text}</Own>
        {target.expected && <span class="caption"> ({target.expected})</span>}
      </p>
      {bar && <ProgressBar bar={bar} />}
      <p class="note">
        {[bar?.text, ...target.status, target.inPeriod].filter((word) => word).join(" · ")}
      </p>
      <p class="figures">
        {figures.map(([name, figure]) => (
          <span key={name}>
            <span class="caption">{name}: </span>
            {figure}
          </span>
        ))}
      </p>
      {lacking && (
        <p class="note lacking">
          {words.unclaimed}: {number(lacking.unclaimed, 2, language)}, {words.unproven}: {number(lacking.unproven, 2, language)}
        </p>
      )}
    </div>
  );
}
