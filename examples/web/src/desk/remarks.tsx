import { formatDate, type Fact, type Id, type PackageLine, type RemarkStanding } from "qoldau";
import { dayOf } from "../day";
import { Area, Field, textOr } from "../parts/fields";
import { sentWith, useOnce } from "../parts/once";
import { newId } from "../store/ids";
import { sayTitle, useDesk } from "./context";
import type { Submitted } from "./checked";
import { Theirs } from "./verified";

/** All remarks: what waits stands open, what is settled is folded. */
export function Remarks() {
  const { words, remarks } = useDesk();
  const waiting = remarks.filter(({ remark }) => remark.state !== "resolved");
  const settled = remarks.filter(({ remark }) => remark.state === "resolved");
  return (
    <section aria-labelledby="remarks">
      <h2 id="remarks" tabIndex={-1}>
        {words.review.theirRemarks}
      </h2>
      {waiting.length === 0 ? <p>{words.review.noRemarks}</p> : <Cards remarks={waiting} />}
      {settled.length > 0 && (
        <details class="fold">
          <summary>
            {words.review.settledRemarks}: {settled.length}
          </summary>
          <Cards remarks={settled} />
        </details>
      )}
    </section>
  );
}

function Cards({ remarks }: { remarks: { remark: RemarkStanding; of: Submitted }[] }) {
  return (
    <ol class="cards">
      {remarks.map(({ remark, of }) => (
        <RemarkCard key={remark.remark} remark={remark} of={of} />
      ))}
    </ol>
  );
}

const lineOf = ({ opened }: Submitted, id: Id | null): PackageLine | undefined =>
  opened.package.lines.find((line) => line.line === id);

function RemarkCard({ remark, of }: { remark: RemarkStanding; of: Submitted }) {
  const desk = useDesk();
  const { words, device, language, say } = desk;
  const line = lineOf(of, remark.line);
  const status = [
    words.review[remark.state],
    remark.overdue ? words.review.answerOverdue : null,
    remark.answerBy && remark.state === "open" ? `${words.review.answerBy}: ${formatDate(remark.answerBy, language)}` : null,
  ];
  /** The card goes from where it stood with the button that was pressed: the keyboard goes on from the heading. */
  const [said, busy] = useOnce(async (saying: Fact & { replaces?: Id[] }) => {
    await say([saying]);
    document.getElementById("remarks")?.focus({ preventScroll: true });
  });
  const settle = () => void said({ kind: "remarkResolved", body: { remark: remark.remark } });
  const takeBack = () =>
    void said({ kind: "void", body: { reason: words.review.takenBack }, replaces: [remark.entry] });
  const about = line ? `${line.number}` : words.review.onTheWhole;
  return (
    <li class={`card remark ${remark.state === "answered" ? "question" : ""}`}>
      <p class="severity">
        {line ? (
          <>
            <b>{line.number}</b> <Theirs>{line.name}</Theirs>
          </>
        ) : (
          words.review.onTheWhole
        )}
      </p>
      <p class="text">{remark.text}</p>
      <p class="note">
        {status.filter((part) => part).join("; ")} · {words.review.onSubmission}: {sayTitle(of, desk)}
      </p>
      {remark.replies.map((reply) => (
        <p key={reply.entry} class="reply-said">
          <span class="caption">
            {words.review.reply}, {formatDate(reply.on, language)}:{" "}
          </span>
          {reply.text}
          {reply.evidence.length > 0 && <small> {reply.evidence.map((item) => sayItem(item, desk)).join("; ")}</small>}
        </p>
      ))}
      {remark.state !== "resolved" && (
        <p class="actions">
          <button type="button" disabled={busy} aria-label={`${words.review.settle}: ${about}`} onClick={settle}>
            {words.review.settle}
          </button>
          {remark.by === device && remark.state === "open" && (
            <button type="button" class="quiet" aria-label={`${words.review.takeBack}: ${about}`} onClick={takeBack}>
              {words.review.takeBack}
            </button>
          )}
        </p>
      )}
    </li>
  );
}

/** An item of evidence as the newest package that has it tells what it is. */
function sayItem(id: Id, { all, words, language }: ReturnType<typeof useDesk>): string {
  const items = all.submissions.toReversed().flatMap(({ opened }) => opened.package.lines.flatMap((line) => line.evidence));
  const what = items.find((item) => item.item === id)?.what;
  return what ? `${words.evidenceKinds[what.kind]}, ${formatDate(what.date, language)}` : id;
}

/** A form for a remark on a line, or on the whole. */
export function RemarkForm({ line }: { line: Id | null }) {
  const { words, now, say } = useDesk();
  const { handedIn } = now.opened;
  const [remark] = useOnce(async (form: HTMLFormElement) => {
    if (!handedIn) return;
    const given = new FormData(form);
    const { submission } = handedIn.submission;
    const text = textOr(given, "text");
    if (text === null) return;
    await say([
      {
        kind: "remark",
        body: { remark: newId(), submission, line, text, answerBy: dayOf(textOr(given, "answerBy") ?? "") },
      },
    ]);
    form.reset();
    const summary = form.closest("details");
    if (summary) summary.open = false;
    summary?.querySelector("summary")?.focus();
  });
  if (!handedIn) return null;
  return (
    <form class="remark-form" onSubmit={sentWith(remark)}>
      <Area label={words.review.remarkText} name="text" required />
      <div class="row">
        <Field label={capital(words.review.answerBy)} name="answerBy" type="date" />
      </div>
      <button type="submit">{words.review.keepRemark}</button>
    </form>
  );
}

const capital = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1);
