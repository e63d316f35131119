import { isQoldauError } from "qoldau";
import { shortly } from "./review/hand_in";
import { NotOurs } from "./store/store";
import type { Words } from "./words";

/** Why something could not be done, in the reader's words. The code is for whoever helps. */
export function sayFailure(error: unknown, words: Words): string {
  if (error instanceof NotOurs) return words.failures.notOurs;
  if (!isQoldauError(error)) return words.failures.other;
  const known: Record<string, string> = words.failures;
  const said =
    known[error.code] ?? (error.code.startsWith("INP") ? words.failures.input : words.failures.other);
  const filled = said.replace(/\{(\w+)\}/g, (_, name: string) => shown(error.params[name] ?? ""));
  return `${filled} (${error.code})`;
}

/** A digest as it stands on the page. */
const shown = (value: string): string => (/^[0-9a-f]{64}$/.test(value) ? shortly(value) : value);
