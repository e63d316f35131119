import { formatDate, isoDate, type Language } from "qoldau";
import { twoWays } from "./parts/numbers";
import { WORDS, type Words } from "./words";

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isControl = (target: EventTarget | null): target is Control =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;

/**
 * Lets the browser say what is wrong with a field in the page's language, which need not be its own. It answers how to stop that.
 */
export function sayInvalid(language: Language): () => void {
  const told = (event: globalThis.Event) => {
    const { target } = event;
    if (isControl(target)) target.setCustomValidity(reasonOf(target, language));
  };
  // What was said of a field holds it back until it is taken away: before anything is looked at again.
  const forget = ({ target }: globalThis.Event) => {
    const form = target instanceof Element ? target.closest("form") : null;
    const alone = form === null && isControl(target) ? [target] : [];
    for (const control of form?.elements ?? alone) if (isControl(control)) control.setCustomValidity("");
  };
  document.addEventListener("invalid", told, true);
  for (const kind of ["input", "change", "click"]) document.addEventListener(kind, forget, true);
  return () => {
    document.removeEventListener("invalid", told, true);
    for (const kind of ["input", "change", "click"]) document.removeEventListener(kind, forget, true);
  };
}

/** Why a number is not taken: it can be read in two ways, it is no whole one, or none at all. */
function notTaken({ value, dataset }: Control, invalid: Words["invalid"]): string {
  const ways = twoWays(value);
  const whole = dataset["number"] === "whole";
  if (ways && !whole) return invalid.twoWays.replace("{thousands}", ways.thousands).replace("{fraction}", ways.fraction);
  if (ways) return invalid.twoWaysWhole.replace("{thousands}", ways.thousands);
  return whole ? invalid.whole : invalid.number;
}

function reasonOf(control: Control, language: Language): string {
  const { invalid } = WORDS[language];
  const { validity } = control;
  const limit = (name: "min" | "max") => {
    const value = control.getAttribute(name) ?? "";
    return control.type === "date" && value !== "" ? formatDate(isoDate(value), language) : value;
  };
  const chosen = control instanceof HTMLSelectElement || ["radio", "checkbox"].includes(control.type);
  if (validity.valueMissing) return chosen ? invalid.choose : invalid.missing;
  if (validity.rangeUnderflow) return invalid.least.replace("{limit}", limit("min"));
  if (validity.rangeOverflow) return invalid.most.replace("{limit}", limit("max"));
  if (validity.stepMismatch) return invalid.whole;
  if (validity.typeMismatch && control.type === "url") return invalid.link;
  if (validity.badInput && control.type === "date") return invalid.date;
  if (validity.patternMismatch && control.dataset["number"]) return notTaken(control, invalid);
  if (validity.patternMismatch || validity.badInput) return invalid.number;
  return invalid.other;
}
