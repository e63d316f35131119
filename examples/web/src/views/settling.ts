import type { Conflict, Fact, Id, IsoDate } from "qoldau";
import type { Saying } from "../store/store";
import { factOf } from "./say_fields";

type Side = Conflict["entries"][number];

/** Facts that an `amend` entry tells anew; the others are told again by an entry of their own kind. */
const AMENDED = ["event", "reading", "evidence", "approval", "planReading", "acknowledgement", "linkState"];

/**
 * The one entry by which a side of a conflict holds: it takes the place of all of them. Its day is the latest of theirs, for an
 * entry of a later day would take the place again. Nothing where the side was erased.
 */
export function settling({ entries }: Conflict, side: Side, reason: string): Saying | null {
  const fact = factOf(side);
  if (!fact) return null;
  const { kind, body } = fact;
  const replaces = [...new Set(entries.map(({ id }): Id => id))];
  const on = entries.reduce<IsoDate>((latest, entry) => (entry.on > latest ? entry.on : latest), side.on);
  const told = AMENDED.includes(kind) ? { kind: "amend", body: { kind, body, reason } } : { kind, body };
  return { ...(told as unknown as Fact), on, replaces };
}
