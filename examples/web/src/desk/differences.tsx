import { sayAnswer, sayQuestion, type ItemChange, type LineDiff, type PackageReading, type ReadingChange, type TargetDiff } from "qoldau";
import { isUnexplained } from "./checked";
import { sayFigure, useDesk } from "./context";
import { Theirs } from "./verified";

/** What differs from the submission before, line by line; nothing while there is only one. */
export function Differences() {
  const { words, diff } = useDesk();
  if (!diff) return null;
  const changed = diff.lines.filter(({ state }) => state !== "unchanged");
  const whole: string[] = [];
  if (diff.planAltered) whole.push(words.review.planAltered);
  if (diff.about) whole.push(words.review.aboutAltered);
  if (diff.unreadAdded.length + diff.unreadGone.length > 0) whole.push(words.review.unreadAltered);
  if (diff.alteredEntries.length > 0) whole.push(`${words.review.alteredEntries}: ${diff.alteredEntries.join(", ")}`);
  if (diff.missingEntries.length > 0) whole.push(`${words.review.missingEntries}: ${diff.missingEntries.join(", ")}`);
  return (
    <section aria-labelledby="differences">
      <h2 id="differences">{words.review.whatDiffers}</h2>
      {whole.map((text) => (
        <p key={text} class="note altered">
          {text}
        </p>
      ))}
      {changed.length === 0 && whole.length === 0 && <p>{words.review.nothingDiffers}</p>}
      <ul class="things differences">
        {changed.map((line) => (
          <li key={line.line}>
            <b>{line.number}</b> <Theirs>{line.name}</Theirs>
            <Change diff={line} />
          </li>
        ))}
      </ul>
      <p class="all">
        {words.review.linesUnchanged}: {diff.unchanged}
      </p>
    </section>
  );
}

/** What became of a line. */
export function Change({ diff }: { diff: LineDiff }) {
  const { words } = useDesk();
  const { state, headline, headlineBefore, activity, activityBefore } = diff;
  const said: string[] = [];
  if (state === "added" || state === "withdrawn") said.push(words.review[state]);
  if (state === "changed" && headline !== headlineBefore) {
    const word = (of: typeof headline) => (of === null ? "—" : words.glossary[of]);
    said.push(`${word(headlineBefore)} → ${word(headline)}`);
  }
  const changed = state === "changed";
  if (changed && diff.exceptions && diff.exceptionsBefore) {
    const [was, is] = [diff.exceptionsBefore, diff.exceptions].map(
      (of) => of.map((exception) => words.review.exceptions[exception]).join(", ") || "—",
    );
    if (was !== is) said.push(`${words.review.exceptionsNow}: ${was} → ${is}`);
  }
  return (
    <>
      {changed && activity && activityBefore && activity !== activityBefore && (
        <p class="note change">
          {words.glossary.activity}: <Theirs>{activityBefore}</Theirs> → <Theirs>{activity}</Theirs>
        </p>
      )}
      {said.map((text) => (
        <p key={text} class="note change">
          {text}
        </p>
      ))}
      {diff.targets.map((target) => (
        <ChangedTarget key={(target.now ?? target.before)?.target} target={target} />
      ))}
      {diff.readings.map((reading) => (
        <Reread key={(reading.now ?? reading.before)?.question} reading={reading} />
      ))}
      <Items items={diff.evidence} />
      {isUnexplained(diff) && <p class="note change">{words.review.sameEvidence}</p>}
    </>
  );
}

const FIGURES = ["claimed", "proven", "accepted"] as const;

function ChangedTarget({ target: { before, now } }: { target: TargetDiff }) {
  const { words, language } = useDesk();
  const differing = FIGURES.map((figure) => ({
    name: words.glossary[figure],
    was: sayFigure(before?.[figure] ?? null, language),
    is: sayFigure(now?.[figure] ?? null, language),
  })).filter(({ was, is }) => was !== is);
  const reworded = before && now && before.text !== now.text;
  return (
    <>
      {reworded && (
        <p class="note change">
          {words.glossary.target}: <Theirs>{before.text}</Theirs> → <Theirs>{now.text}</Theirs>
        </p>
      )}
      {differing.map(({ name, was, is }) => (
        <p key={name} class="note change">
          {name}: {was} → {is}
        </p>
      ))}
    </>
  );
}

/** How a line was read and how it is read now. Answers in people's own words are in no package. */
function Reread({ reading: { before, now } }: { reading: ReadingChange }) {
  const { words, language } = useDesk();
  const either = now ?? before;
  if (!either) return null;
  const said = (reading: PackageReading | null) => {
    if (!reading) return "—";
    const answer = reading.answer ?? null;
    return answer === null ? words.review.ownWords : sayAnswer(answer, language);
  };
  return (
    <p class="note change reread">
      {sayQuestion(either.question, language)}: {said(before)} → {said(now)}
    </p>
  );
}

/** Items of evidence that came, went or are not what they were. */
function Items({ items }: { items: ItemChange[] }) {
  const { words } = useDesk();
  const sorts = [
    [words.review.evidenceAdded, items.filter(({ before }) => before === null)],
    [words.review.evidenceTaken, items.filter(({ now }) => now === null)],
    [words.review.evidenceAltered, items.filter(({ before, now }) => before !== null && now !== null)],
  ] as const;
  return (
    <>
      {sorts
        .filter(([, of]) => of.length > 0)
        .map(([how, of]) => (
          <p key={how} class="note change">
            {words.kinds.evidence}, {how}: {of.length}
          </p>
        ))}
    </>
  );
}
