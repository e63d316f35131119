import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import {
  formatDate,
  packageDigest,
  type Entry,
  type Evidence,
  type Id,
  type IsoDate,
  type RemarkRow,
  type Role,
  type Submission,
} from "qoldau";
import { dayOf } from "../day";
import { usePage } from "../page";
import { Area, Field, Radios, textOr } from "../parts/fields";
import { FileButton } from "../parts/file_button";
import { LineLinks } from "../parts/line_links";
import { sentWith, useOnce } from "../parts/once";
import { Own } from "../parts/own";
import { evidenceIn, orderOf } from "../plan_index";
import { saveSubmission, shortly } from "../review/hand_in";
import { laterSubmissions } from "../review/waiting";
import { WhoIsWho } from "../review/who_is_who";
import { address, DESK } from "../route";
import { LaterRemarks, useWaiting } from "./waiting";

/** What goes to the operator and what comes back: remarks first. */
export function OperatorView() {
  const { words, standing, roles, load, giveRole } = usePage();
  const { remarks } = standing.report;
  const { unassigned, later } = useWaiting();
  const none = unassigned + later.length === 0;
  return (
    <>
      <h1 tabIndex={-1}>{words.tabs.operator}</h1>
      <WhoIsWho words={words} entries={standing.entries} roles={roles} onRole={(of, role) => void giveRole(of, role)} />
      <section aria-labelledby="remarks">
        <h2 id="remarks">{words.review.theirRemarks}</h2>
        <LaterRemarks />
        {remarks.length === 0 ? (
          none && <p>{words.review.noRemarks}</p>
        ) : (
          <ol class="cards">
            {remarks.map((remark) => (
              <RemarkCard key={remark.remark} remark={remark} />
            ))}
          </ol>
        )}
        <p class="actions">
          <FileButton words={words.review.loadRemarks} accept=".jsonl,.qjrn,application/jsonl,text/plain" onChoose={load} />
        </p>
        <p class="hint">{words.review.loadRemarksHint}</p>
      </section>
      <HandIn />
      <Submissions />
      <p class="erase">
        <a href={address(DESK)}>{words.review.openDesk}</a>
      </p>
    </>
  );
}

function RemarkCard({ remark }: { remark: RemarkRow }) {
  const { words, add } = usePage();
  return (
    <li class={`card remark ${remark.overdue ? "error" : remark.state === "open" ? "question" : ""}`}>
      <p class="severity">
        {remark.line ? (
          <>
            <LineLinks lines={[remark.line]} /> <Own>{remark.line.name}</Own>
          </>
        ) : (
          words.review.onTheWhole
        )}
      </p>
      <p class="text">{remark.text}</p>
      <p class="note">
        <span class={remark.overdue ? "past" : ""}>{remark.status}</span> · {remark.submission}
      </p>
      {remark.replies.map((reply) => (
        <p key={reply} class="note">
          {reply}
        </p>
      ))}
      <p class="actions">
        <button
          type="button"
          class="quiet"
          onClick={() => add(remark.line ? { kind: "evidence", line: remark.line.id } : { kind: "evidence" })}
        >
          {words.addEntry}
        </button>
      </p>
      <details>
        <summary>{words.review.reply}</summary>
        <ReplyForm remark={remark} />
      </details>
    </li>
  );
}

/** So many of the latest items are offered for an answer. */
const OFFERED = 10;

function ReplyForm({ remark }: { remark: RemarkRow }) {
  const page = usePage();
  const { words, now, language, standing, device, roles, record } = page;
  const items = itemsOf(standing.entries, remark.line?.id ?? null).slice(0, OFFERED);
  const [reply] = useOnce(async (form: HTMLFormElement) => {
    const given = new FormData(form);
    const body = { remark: remark.remark, text: textOr(given, "text") ?? "", evidence: given.getAll("item").map(String) };
    // Whoever answers is of the NGO; what else they are somebody said before, or it does not matter here.
    const as: Role = roles.find(({ author }) => author === device)?.role ?? "recorder";
    if ((await record([{ kind: "reply", body, on: now }], { as })) !== null) return;
    form.reset();
    document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
  });
  return (
    <form class="reply" onSubmit={sentWith(reply)}>
      <Area label={words.review.yourReply} name="text" required />
      {items.length > 0 && (
        <fieldset class="list">
          <legend>{words.review.newEvidence}</legend>
          {items.map(({ item, kind, date, title }) => (
            <label key={item} class="choice">
              <input type="checkbox" name="item" value={item} />
              <span>
                {[words.evidenceKinds[kind], date && formatDate(date, language), title].filter((part) => part).join(" · ")}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <p class="hint">{words.review.newEvidenceHint}</p>
      <button type="submit">{words.review.keepReply}</button>
    </form>
  );
}

/** The items of evidence of a line, or of all, the latest first. */
function itemsOf(entries: readonly Entry[], line: Id | null): Evidence[] {
  const gone = new Set(entries.flatMap((entry) => entry.replaces ?? []));
  const newest = entries.filter(({ id }) => !gone.has(id)).sort((a, b) => (orderOf(a) < orderOf(b) ? 1 : -1));
  return newest.flatMap((entry) => {
    const item = evidenceIn(entry);
    const about = item !== null && (line === null || item.lines.includes(line));
    return about ? [{ ...item, date: item.date ?? entry.on }] : [];
  });
}

function HandIn() {
  const { words, asOf, now, language, handIn } = usePage();
  const [freeze, busy] = useOnce(async (form: HTMLFormElement) => {
    const given = new FormData(form);
    const date = dayOf(textOr(given, "date") ?? "") ?? now;
    const failed = await handIn({ number: textOr(given, "number"), date, as: textOr(given, "as") as Role });
    if (failed === null) form.reset();
  });
  return (
    <section aria-labelledby="hand-in">
      <h2 id="hand-in">{words.review.handIn}</h2>
      <p class="hint">
        {words.review.handInHint} {words.day}: {formatDate(asOf, language)}
      </p>
      <form class="hand-in" onSubmit={sentWith(freeze)}>
        <div class="row">
          <Field label={words.review.letterNumber} name="number" required />
          <Field label={words.review.letterDay} name="date" type="date" required value={now} />
        </div>
        <Radios
          label={words.review.handsIn}
          name="as"
          value="leader"
          options={[
            ["leader", words.review.roles.leader],
            ["coordinator", words.review.roles.coordinator],
          ]}
        />
        <p class="actions">
          <button type="submit" disabled={busy}>
            {words.review.freeze}
          </button>
        </p>
      </form>
    </section>
  );
}

/** What a submission was handed in as. */
type Handed = Pick<Submission, "digest" | "number" | "date">;

function Submissions() {
  const { words, standing, files, lines, asOf } = usePage();
  const later = laterSubmissions(standing.entries, asOf);
  const { submissions } = standing.held.review;
  const rows = standing.report.submissions;
  const byDigest = useMemo(() => {
    const encoder = new TextEncoder();
    return new Map(files.map((file) => [packageDigest(encoder.encode(file)), file]));
  }, [files]);
  const again = ({ digest, number, date }: Handed) => {
    const file = byDigest.get(digest);
    if (file !== undefined) saveSubmission(file, lines, { number: number ?? null, date });
  };
  const saveAgain = (of: Handed) =>
    byDigest.has(of.digest) && (
      <button type="button" class="quiet" onClick={() => again(of)}>
        {words.review.saveAgain}
      </button>
    );
  return (
    <section aria-labelledby="submissions">
      <h2 id="submissions">{words.review.submissions}</h2>
      {submissions.length + later.length === 0 && <p>{words.review.noSubmissions}</p>}
      <ul class="things submissions">
        {later.toReversed().map(({ entry, on, submission }) => (
          <LaterSubmission key={entry} on={on} submission={submission}>
            {saveAgain(submission)}
          </LaterSubmission>
        ))}
        {submissions.toReversed().map((submission) => {
          const row = rows.find((one) => one.submission === submission.submission);
          return (
            <li key={submission.submission}>
              <b>{row?.title}</b>
              <p class={row?.accepted ? "accepted" : ""}>{row?.status.join(" · ")}</p>
              <p class="note">
                {row?.asOf} · {words.review.fingerprint}: <code>{shortly(submission.digest)}</code>
              </p>
              {(row?.acceptedLines.length ?? 0) > 0 && (
                <p class="note">
                  {words.glossary.accepted}: <LineLinks lines={row?.acceptedLines ?? []} />
                </p>
              )}
              {saveAgain(submission)}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface LaterProps {
  on: IsoDate;
  submission: Submission;
  children: ComponentChildren;
}

/** A submission of a day that is still to come: it is there, and it does not count yet. */
function LaterSubmission({ on, submission: { number, date, asOf, digest }, children }: LaterProps) {
  const { words, language } = usePage();
  return (
    <li class="later">
      <b>{[number && `№ ${number}`, formatDate(date, language)].filter((part) => part).join(", ")}</b>
      <p>{words.review.countsFrom.replace("{day}", formatDate(on, language))}</p>
      <p class="note">
        {words.review.stateOf}: {formatDate(asOf, language)} · {words.review.fingerprint}: <code>{shortly(digest)}</code>
      </p>
      {children}
    </li>
  );
}
