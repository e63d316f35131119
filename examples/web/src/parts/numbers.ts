import { decimal, type DecimalString, type ImpactKind, type IndicatorKind, type Target, type UnitCode } from "qoldau";

/** Thousands apart by a space, or by a sign that stands there more than once: `1 500`, `1,500,000`. */
const SPACED = "[1-9]\\d{0,2}(?:\\s\\d{3})+";
const WITH_COMMAS = "[1-9]\\d{0,2}(?:,\\d{3})";
const WITH_DOTS = "[1-9]\\d{0,2}(?:\\.\\d{3})";
const WHOLE = `(?:\\d+|${SPACED}|${WITH_COMMAS}{2,}|${WITH_DOTS}{2,})`;

/** A thousand to some and one and a half to others: `1,500`. Nobody can say which was meant, so nobody takes it. */
const TWO_WAYS = "[1-9]\\d{0,2}[.,]\\d{3}";
/** Two signs tell each other apart: `1,234.5`. */
const FRACTION = `(?!${TWO_WAYS}$)(?:(?:\\d+|${SPACED})[.,]\\d+|${WITH_COMMAS}+\\.\\d+|${WITH_DOTS}+,\\d+)`;

/** What a field takes for a number. The browser holds it against the whole of what is typed. */
export const patternOf = (whole: boolean, least = 0): string =>
  `\\s*${least > 0 ? "(?![0\\s]+$)" : ""}${whole ? WHOLE : `(?:${WHOLE}|${FRACTION})`}\\s*`;

const fits = (pattern: string, text: string): boolean => new RegExp(`^(?:${pattern})$`, "u").test(text);

/** What somebody typed as a number, with a dot and without thousands; nothing where it is none, or can be read in two ways. */
export function textOfNumber(text: string): string | null {
  const typed = text.trim();
  if (fits(WHOLE, typed)) return typed.replace(/\D/g, "");
  if (!fits(FRACTION, typed)) return null;
  const at = Math.max(typed.lastIndexOf(","), typed.lastIndexOf("."));
  return `${typed.slice(0, at).replace(/\D/g, "")}.${typed.slice(at + 1)}`;
}

/** The same as the engine takes it. It throws where no number of the engine's holds it. */
export function numberIn(text: string): DecimalString | null {
  const number = textOfNumber(text);
  return number === null ? null : decimal(number);
}

/** How a number that can be read in two ways is to be written so that it cannot; nothing where it is none of them. */
export function twoWays(text: string): { thousands: string; fraction: string } | null {
  const typed = text.trim();
  if (!fits(TWO_WAYS, typed)) return null;
  const [whole = "", part = ""] = typed.split(/[.,]/);
  const short = part.replace(/0+$/, "");
  // Three places that all say something take one more: only so is it no thousand.
  const places = short.length === 3 ? `${short}0` : short === "" ? "0" : short;
  return { thousands: `${whole}${part}`, fraction: `${whole}${typed.charAt(whole.length)}${places}` };
}

/** Units of which there is no half. */
const COUNTED: readonly UnitCode[] = [
  "person", "volunteer", "organisation", "personOrOrganisation", "event", "focusGroup", "post", "publication", "letter", "list",
  "document", "act", "photo", "video", "audio", "material", "copy", "piece", "set", "time", "settlement", "city", "district",
  "project", "grant", "nomination",
];

/** Lines that name no unit, and of which it is not their kind that says what is counted. */
const UNCOUNTED: readonly (IndicatorKind | ImpactKind)[] = ["satisfaction", "support", "specialist", "specialists", "asset", "other"];

/** Whether what a target wants is counted in whole numbers only: by its unit, else by the kind of its line. */
export function isCounted({ rule, unit }: Target, kind: IndicatorKind | ImpactKind | undefined): boolean {
  if (rule.kind !== "number") return false;
  return unit === null ? kind !== undefined && !UNCOUNTED.includes(kind) : COUNTED.includes(unit.code);
}
