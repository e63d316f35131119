import { isQoldauError } from "qoldau";
import { Idle } from "./review/effect";
import { HandedInBefore, shortly } from "./review/hand_in";
import { NotOurs, OtherPlan } from "./store/store";
import type { Words } from "./words";

/** Why something could not be done, in the reader's words. The code is for whoever helps. */
export function sayFailure(error: unknown, words: Words): string {
  if (error instanceof NotOurs) return words.failures.notOurs;
  if (error instanceof OtherPlan) return fill(words.failures.otherPlan, { ours: error.ours, theirs: error.theirs });
  if (error instanceof DOMException && error.name === "QuotaExceededError") return words.failures.noRoom;
  if (error instanceof HandedInBefore) return words.failures.handedInBefore;
  if (error instanceof Idle) return words.failures.idle;
  if (!isQoldauError(error)) return words.failures.other;
  const known: Record<string, string> = words.failures;
  const kind = error.code.slice(0, 3);
  const said =
    known[error.code] ?? (kind === "INP" ? words.failures.input : (known[kind] ?? words.failures.other));
  const params: Record<string, string> = { ...error.params, path: error.path ?? "" };
  return `${fill(said, params)} (${error.code})`;
}

const fill = (said: string, params: Record<string, string>): string =>
  said.replace(/\{(\w+)\}/g, (_, name: string) => shown(params[name] ?? ""));

/** A digest as it stands on the page. */
const shown = (value: string): string => (/^[0-9a-f]{64}$/.test(value) ? shortly(value) : value);
