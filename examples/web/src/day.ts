import { isoDate, type IsoDate } from "qoldau";

/** The civil date of a moment where the reader is. `toISOString` would give the day in Greenwich. */
export function today(now = new Date()): IsoDate {
  const pad = (part: number, digits: number): string => String(part).padStart(digits, "0");
  return isoDate(`${pad(now.getFullYear(), 4)}-${pad(now.getMonth() + 1, 2)}-${pad(now.getDate(), 2)}`);
}

/** What a date field holds; nothing while it is empty or incomplete. */
export function dayOf(text: string): IsoDate | null {
  try {
    return isoDate(text);
  } catch {
    return null;
  }
}
