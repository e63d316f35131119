import { useState } from "preact/hooks";
import { formatDate, type PackageItem, type PackageLine, type PackageTarget } from "qoldau";
import { HeadlineIcon, Icon } from "../parts/icons";
import { useOnce } from "../parts/once";
import { EXCEPTIONS, ownAcceptance, type Exception } from "./checked";
import { sayFigure, useDesk } from "./context";
import { Change } from "./differences";
import { RemarkForm } from "./remarks";
import { Theirs } from "./verified";

/** The lines, and why each is worth a look: the filter shows those of one sort. */
export function Lines() {
  const { words, now, exceptions } = useDesk();
  const [only, setOnly] = useState<Exception | null>(null);
  const { lines } = now.opened.package;
  // The lines of the social-impact block have no headline: the others are those that are counted above.
  const counted = lines.filter(({ headline }) => headline !== null).length;
  const of = (line: PackageLine) => exceptions.get(line.line) ?? [];
  const has = (exception: Exception) => lines.filter((line) => of(line).includes(exception)).length;
  const there = EXCEPTIONS.filter((exception) => has(exception) > 0);
  // What the filter shows may have gone, as when the last remark was settled.
  const chosen = only !== null && there.includes(only as (typeof there)[number]) ? only : null;
  const shown = chosen === null ? lines : lines.filter((line) => of(line).includes(chosen));
  return (
    <section aria-labelledby="lines">
      <h2 id="lines">{words.lines}</h2>
      <p class="hint">{words.review.chipsCount}</p>
      <div class="chips exceptions" role="group" aria-label={words.review.filter}>
        <button type="button" aria-pressed={chosen === null} onClick={() => setOnly(null)}>
          {words.review.allLines}: {counted === lines.length ? counted : `${lines.length} (${counted} + ${lines.length - counted})`}
        </button>
        {there.map((exception) => (
          <button
            key={exception}
            type="button"
            aria-pressed={chosen === exception}
            onClick={() => setOnly(exception)}
          >
            {words.review.exceptions[exception]}: {has(exception)}
          </button>
        ))}
      </div>
      <p class="all" role="status">
        {words.linesShown}: {shown.length}
      </p>
      <ul class="lines">
        {lines.map((line) => (
          // What is written at a line stays, whatever is filtered.
          <LineCard key={line.line} line={line} exceptions={of(line)} shown={shown.includes(line)} />
        ))}
      </ul>
    </section>
  );
}

interface CardProps {
  line: PackageLine;
  exceptions: readonly Exception[];
  shown: boolean;
}

function LineCard({ line, exceptions, shown }: CardProps) {
  const { words, diff, now, remarks } = useDesk();
  const about = remarks.filter(({ remark }) => remark.line === line.line && remark.state !== "resolved");
  const differs = diff?.lines.find((of) => of.line === line.line && of.state !== "unchanged");
  const settled = now.standing === null || now.standing.acceptedOn !== null || isAccepted(line, now.standing.acceptedLines);
  return (
    <li id={`line-${line.line}`} class={`line ${line.headline ?? ""}`} tabIndex={-1} hidden={!shown}>
      <div class="name">
        <p>
          <b>{line.number}</b> <Theirs>{line.name}</Theirs>
        </p>
        {line.activity && (
          <p class="note">
            <Theirs>{line.activity}</Theirs>
          </p>
        )}
        {exceptions.length > 0 && (
          <ul class="tags">
            {exceptions.map((exception) => (
              <li key={exception}>{words.review.exceptions[exception]}</li>
            ))}
          </ul>
        )}
      </div>
      <div class="targets">
        {line.targets.map((target) => (
          <Target key={target.target} target={target} />
        ))}
        {differs && <Change diff={differs} />}
      </div>
      <LineState line={line} />
      <div class="asked">
        {about.map(({ remark }) => (
          <p key={remark.remark} class="note remarked">
            {words.glossary.operatorRemark}: <q>{remark.text}</q> ({words.review[remark.state]})
          </p>
        ))}
        <Evidence items={line.evidence} number={line.number} />
        {!settled && (
          <details class="write">
            <summary>
              {words.review.writeRemark}
              <span class="silent">: {line.number}</span>
            </summary>
            <RemarkForm line={line.line} />
          </details>
        )}
      </div>
    </li>
  );
}

const isAccepted = (line: PackageLine, accepted: readonly string[]): boolean => accepted.includes(line.line);

/** Where the line stood, and whether it is accepted. */
function LineState({ line }: { line: PackageLine }) {
  const { words, now, say, all, device } = useDesk();
  const { standing } = now;
  const whole = standing?.acceptedOn !== null;
  const accepted = standing !== null && (whole || isAccepted(line, standing.acceptedLines));
  const waits = standing?.remarks.some((remark) => remark.line === line.line && remark.state !== "resolved");
  const own = standing && !whole ? ownAcceptance(all, device, standing.submission, line.line) : null;
  const [takeBack] = useOnce(async () => {
    if (own === null) return;
    await say([{ kind: "void", body: { reason: words.review.takenBack }, replaces: [own] }]);
    document.getElementById(`line-${line.line}`)?.focus({ preventScroll: true });
  });
  const [accept] = useOnce(async () => {
    if (!standing) return;
    await say([{ kind: "acceptance", body: { submission: standing.submission, lines: [line.line] } }]);
    // The button is gone: the keyboard stays at its line.
    document.getElementById(`line-${line.line}`)?.focus({ preventScroll: true });
  });
  return (
    <div class="state">
      {line.headline && (
        <p class="headline">
          <HeadlineIcon headline={line.headline} />
          {words.glossary[line.headline]}
        </p>
      )}
      {accepted && (
        <p class="accepted">
          <Icon name="proven" />
          {words.glossary.accepted}
        </p>
      )}
      {accepted && own !== null && (
        <button type="button" class="quiet" aria-label={`${words.review.takeBack}: ${line.number}`} onClick={takeBack}>
          {words.review.takeBack}
        </button>
      )}
      {standing && !accepted && !waits && (
        <button type="button" class="quiet" aria-label={`${words.review.acceptLine}: ${line.number}`} onClick={accept}>
          {words.review.acceptLine}
        </button>
      )}
    </div>
  );
}

function Target({ target }: { target: PackageTarget }) {
  const { words, language } = useDesk();
  const figures = ["claimed", "proven", "accepted"] as const;
  return (
    <div class="target">
      {target.text !== "" && (
        <p>
          <span class="caption">{words.glossary.target}: </span>
          <Theirs>{target.text}</Theirs>
        </p>
      )}
      <p class="figures">
        {figures.map((figure) => (
          <span key={figure}>
            <span class="caption">{words.glossary[figure]}: </span>
            {sayFigure(target[figure], language)}
          </span>
        ))}
      </p>
    </div>
  );
}

/** Whoever makes the file by hand may write anything where a link belongs. */
const isWeb = (link: string): boolean => /^https?:\/\//i.test(link);

/** The items behind the line: by what each is found, and whether it counts. */
function Evidence({ items, number }: { items: PackageItem[]; number: string }) {
  const { words, language } = useDesk();
  // What proves a line may hang on its events alone.
  if (items.length === 0) return null;
  return (
    <details class="items">
      <summary>
        {words.kinds.evidence}: {items.length}
        <span class="silent">, {number}</span>
      </summary>
      <ul class="things">
        {items.map(({ item, counts, what }) => (
          <li key={item}>
            {what
              ? [
                  words.evidenceKinds[what.kind],
                  formatDate(what.date, language),
                  what.number && `№ ${what.number}`,
                  what.files > 0 && `${words.files}: ${what.files}`,
                ]
                  .filter((part) => part)
                  .join(" · ")
              : item}{" "}
            {what?.link && isWeb(what.link) && (
              <a href={what.link} target="_blank" rel="noopener noreferrer">
                {what.link}
              </a>
            )}{" "}
            <small>{counts ? words.review.counts : words.review.countsNot}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}
