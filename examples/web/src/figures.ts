import { decimal, formatAmount, type Language } from "qoldau";

/** A figure rounded for people, as the library's own sentences say it; a dash where there is none. */
export function number(figure: number | null | undefined, places: number, language: Language): string {
  if (figure === null || figure === undefined) return "—";
  const rounded = figure.toFixed(places);
  return formatAmount(decimal(places === 0 ? rounded : rounded.replace(/\.?0+$/, "")), language).replace("-", "−");
}

/** A change, with its sign. */
export function signed(figure: number | null | undefined, places: number, language: Language): string {
  const said = number(figure, places, language);
  return (figure ?? 0) > 0 && said !== "0" ? `+${said}` : said;
}

/** A percent as its language writes it. */
export const percent = (figure: number, places: number, language: Language): string =>
  `${number(figure, places, language)}${language === "ru" ? "\u00a0" : ""}%`;
