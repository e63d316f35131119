import type { AuthorRole, Entry, Id, IsoDate, Submission } from "qoldau";
import { withoutRole } from "./steps";

/** Steps that nobody can take for anything yet. */
export interface Waiting {
  /** Steps of authors of whom nobody said what they are. */
  unassigned: number;
  /** The days of the operator's remarks that come after the day that is looked at, the earliest first. */
  later: IsoDate[];
}

/** What came from the operator, or is going there, and is not among the remarks of the day. */
export function waitingIn(entries: readonly Entry[], roles: readonly AuthorRole[], asOf: IsoDate): Waiting {
  const isOperator = (author: string) => roles.some((row) => row.author === author && row.role === "operator");
  const gone = replacedBySelf(entries);
  const later = entries.filter(
    ({ kind, body, on, author, id }) => kind === "remark" && body !== null && on > asOf && isOperator(author) && !gone.has(id),
  );
  const unassigned = withoutRole(entries, roles).reduce((sum, { steps }) => sum + steps, 0);
  return { unassigned, later: later.map(({ on }) => on).sort() };
}

/** A submission that counts only after the day that is looked at. */
export interface Later {
  entry: Id;
  on: IsoDate;
  submission: Submission;
}

export function laterSubmissions(entries: readonly Entry[], asOf: IsoDate): Later[] {
  return submissionsIn(entries).filter(({ on }) => on > asOf);
}

/** Every submission that was not taken back, whatever its day, as it was recorded. */
export function submissionsIn(entries: readonly Entry[]): Later[] {
  const gone = replacedBySelf(entries);
  return entries.flatMap(({ id, on, kind, body }) =>
    kind === "submission" && body !== null && !gone.has(id) ? [{ entry: id, on, submission: body }] : [],
  );
}

/** What whoever recorded it took back: of steps nobody else can. */
function replacedBySelf(entries: readonly Entry[]): Set<Id> {
  const author = new Map(entries.map((entry) => [entry.id, entry.author]));
  return new Set(entries.flatMap((entry) => (entry.replaces ?? []).filter((other) => author.get(other) === entry.author)));
}
