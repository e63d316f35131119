import { reviewJournal, type AuthorRole, type Entry, type Finding, type Id, type Plan, type Reviews } from "qoldau";
import { bytesOf } from "../store/lines";
import type { Saying } from "../store/store";

const STEPS = ["entryReview", "submission", "remark", "reply", "remarkResolved", "acceptance"];

export const isStep = ({ kind }: Entry): boolean => STEPS.includes(String(kind));

/** Whoever took another's step back, or a submission that was judged, did nothing: the step stands. */
const STANDS = ["REV014", "REV016"];

/** Where all steps stand at the end of the journal, whatever day is looked at. */
export function atTheEnd(plan: Plan, lines: readonly string[], roles: readonly AuthorRole[], entries: readonly Entry[]): Reviews | null {
  const [last] = entries.map(({ on }) => on).sort().slice(-1);
  return last === undefined ? null : reviewJournal(plan, bytesOf(lines), last, { roles: [...roles] });
}

/** What takes the place of what and has no effect, as the engine found it. */
const idleIn = (findings: readonly Finding[]): Set<string> =>
  new Set(
    findings.flatMap(({ code, place, params }) => {
      const of = params.find(({ name }) => name === "entry")?.value;
      return STANDS.includes(code) && place.kind === "line" && of?.kind === "id" ? [`${place.entry} ${of.id}`] : [];
    }),
  );

/** The entries that count no longer: what takes the place of a step without effect takes nothing. */
export function goneIn(entries: readonly Entry[], ended: Reviews | null): Set<Id> {
  const idle = idleIn(ended?.findings ?? []);
  return new Set(
    entries.flatMap(({ id, replaces }) => (replaces ?? []).filter((other) => !idle.has(`${id} ${other}`))),
  );
}

/** What was to be taken back stands whatever is said. */
export class Idle extends Error {}

/** Refuses to take back what stands: the error about it could be mended by nobody. */
export function refuseIdle(entries: readonly Entry[], sayings: readonly Saying[], device: string | null): void {
  const gone = goneIn(entries, null);
  const others = new Set(sayings.flatMap(({ replaces }) => replaces ?? []));
  const stands = (entry: Entry) => others.has(entry.id) && isStep(entry) && !mayBeVoided(entry, entries, gone, device);
  if (entries.some(stands)) throw new Idle();
}

/** What somebody else takes for handed in, remarked on or accepted is not for this browser to take back; nor is a submission that was judged. */
export function mayBeVoided(entry: Entry, entries: readonly Entry[], gone: ReadonlySet<Id>, device: string | null): boolean {
  if (entry.kind === "void") return false;
  if (!isStep(entry)) return true;
  return entry.author === device && !(entry.kind === "submission" && isJudged(entry.body?.submission ?? null, entries, gone));
}

const isJudged = (submission: Id | null, entries: readonly Entry[], gone: ReadonlySet<Id>): boolean =>
  entries.some(
    ({ kind, body, id }) =>
      (kind === "remark" || kind === "acceptance") && !gone.has(id) && submission !== null && body?.submission === submission,
  );
