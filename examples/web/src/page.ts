import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Entry, Id, IsoDate, Language, PairChoice } from "qoldau";
import type { PlanIndex } from "./plan_index";
import type { Standing } from "./standing";
import type { Project } from "./storage";
import type { Words } from "./words";

/** What an entry form opens with. */
export interface Preset {
  kind?: "event" | "reading" | "evidence" | "approval";
  line?: Id;
  activity?: Id;
}

/** What every part of the page may look at and do. */
export interface Page {
  words: Words;
  language: Language;
  project: Project;
  lines: readonly string[];
  asOf: IsoDate;
  standing: Standing;
  index: PlanIndex;
  /** Keeps entries in the journal; whether that succeeded. It tells the reader either way. */
  record(entries: Entry[]): Promise<boolean>;
  /** Opens the form for a new entry. */
  add(preset: Preset): void;
  /** Adds a journal file to the journal. */
  load(file: Blob): Promise<void>;
  /** Settles the unpaired names and values of an activity. */
  settle(activity: Id, choices: PairChoice[]): Promise<void>;
  look(asOf: IsoDate | null): Promise<void>;
  erase(): Promise<void>;
  /** Tells the reader, on the screen and by the screen reader. */
  tell(message: string): void;
}

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error("used outside of the page");
  return page;
}
