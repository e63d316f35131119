import type { Words } from "./words";

/** Lines by their numbers, as a language names one or several. */
export const nameLines = (numbers: readonly string[], words: Words): string =>
  (numbers.length === 1 ? words.lineNamed : words.linesNamed).replace("{numbers}", numbers.join(", "));

/** An activity by its number, which is none of its lines'. */
export const nameActivity = (number: string, words: Words): string => words.activityNamed.replace("{number}", number);
