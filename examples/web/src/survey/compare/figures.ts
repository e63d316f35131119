import { formatAmount } from "qoldau";
import type { Interval, Language, Share } from "qoldau/survey";
import { percent, signed } from "../../figures";

/** The two ends of a change. */
export function between(interval: Interval | null | undefined, places: number, language: Language): string {
  if (!interval) return "—";
  return `${signed(interval.low, places, language)} … ${signed(interval.high, places, language)}`;
}

/** A share as its percent with the numbers it is of; nothing of nobody. */
export function share({ numerator, denominator }: Share, language: Language): string | null {
  const [of, all] = [Number(numerator), Number(denominator)];
  if (all === 0) return null;
  return `${percent((of / all) * 100, 1, language)} (${formatAmount(numerator, language)}/${formatAmount(denominator, language)})`;
}
