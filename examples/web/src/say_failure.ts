import { isQoldauError } from "qoldau";
import type { Words } from "./words";

/** Why something could not be done, in the reader's words. The code is for whoever helps. */
export function sayFailure(error: unknown, words: Words): string {
  if (!isQoldauError(error)) return words.failures.other;
  const known: Record<string, string> = words.failures;
  const said =
    known[error.code] ?? (error.code.startsWith("INP") ? words.failures.input : words.failures.other);
  const filled = said.replace(/\{(\w+)\}/g, (_, name: string) => error.params[name] ?? "");
  return `${filled} (${error.code})`;
}
