import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { formatAmount, formatDate, type Fact, type Figure, type Id, type Language, type PackageDiff, type RemarkStanding } from "qoldau";
import type { Words } from "../words";
import type { Checked, Exception, Submitted } from "./checked";

/** What every part of the desk may look at and do. */
export interface AtDesk {
  words: Words;
  language: Language;
  /** This browser among the devices; nothing until something was said here. */
  device: string | null;
  /** The submission that is looked at. */
  now: Submitted;
  all: Checked;
  /** The remarks of every submission, those that wait first. */
  remarks: { remark: RemarkStanding; of: Submitted }[];
  /** What differs from the submission before. */
  diff: PackageDiff | null;
  exceptions: ReadonlyMap<Id, readonly Exception[]>;
  /** Keeps what the manager has to say, on the day that is looked at. */
  say(sayings: (Fact & { replaces?: Id[] })[]): Promise<void>;
}

export const DeskContext = createContext<AtDesk | null>(null);

export function useDesk(): AtDesk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("used outside of the desk");
  return desk;
}

export function sayFigure(figure: Figure | null, language: Language): string {
  if (figure === null) return "—";
  if (figure.kind === "amount") return formatAmount(figure.amount, language);
  const { numerator, denominator } = figure.share;
  return `${formatAmount(numerator, language)} / ${formatAmount(denominator, language)}`;
}

/** A submission by the number and the date of its letter. */
export function sayTitle({ opened }: Submitted, { words, language }: AtDesk): string {
  const { handedIn, package: shown } = opened;
  if (!handedIn) return `${words.review.stateOf}: ${formatDate(shown.asOf, language)}`;
  const { number, date } = handedIn.submission;
  return [number === null ? null : `№ ${number}`, formatDate(date, language)].filter((part) => part).join(", ");
}
