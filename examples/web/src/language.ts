import type { Language } from "qoldau";

/** Every language by its own name. */
export const LANGUAGES: readonly { tag: Language; short: string; name: string }[] = [
  { tag: "kk", short: "Қаз", name: "Қазақша" },
  { tag: "ru", short: "Рус", name: "Русский" },
  { tag: "en", short: "Eng", name: "English" },
];

const KEY = "qoldau-language";

/** The language that was chosen last, else the first of the browser's that the page has, else Kazakh. */
export function languageAtStart(): Language {
  const wanted = [localStorage.getItem(KEY) ?? "", ...navigator.languages];
  const known = wanted.map((tag) => LANGUAGES.find((language) => tag.toLowerCase().startsWith(language.tag)));
  return known.find((language) => language !== undefined)?.tag ?? "kk";
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
}
