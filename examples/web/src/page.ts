import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { AuthorRole, Id, IsoDate, IssuedNumber, Language, PairChoice, Role } from "qoldau";
import type { PlanIndex } from "./plan_index";
import type { Standing } from "./standing";
import type { Letter } from "./review/hand_in";
import type { Beside, Project, Saying } from "./store/store";
import type { Words } from "./words";

/** What an entry form opens with. */
export interface Preset {
  kind?: "event" | "reading" | "evidence" | "approval";
  line?: Id;
}

/** What every part of the page may look at and do. */
export interface Page {
  words: Words;
  language: Language;
  project: Project;
  /** The journal: a header and its entries. */
  lines: readonly string[];
  /** Lines an earlier version kept that are no entries of the plan. */
  aside: readonly string[];
  /** This browser among the devices; nothing until it has recorded. */
  device: string | null;
  /** Packages that were frozen here. */
  files: readonly string[];
  roles: readonly AuthorRole[];
  /** The day everything is looked at. */
  asOf: IsoDate;
  /** The day of what is recorded now, as forms propose it: today, whatever day is looked at; of the sample its own. */
  now: IsoDate;
  standing: Standing;
  index: PlanIndex;
  /** Keeps entries in the journal. Like every change it tells the reader, and answers nothing or why it failed. */
  record(sayings: Saying[], beside?: Beside): Promise<string | null>;
  /** Freezes the package of the day, records that it was handed in, and saves its file. */
  handIn(letter: Letter): Promise<string | null>;
  /** Says who somebody is in the review. */
  giveRole(author: string, role: Role): Promise<string | null>;
  /** Opens the form for a new entry. */
  add(preset: Preset): void;
  /** Adds a journal file to the journal. */
  load(file: Blob): Promise<string | null>;
  /** Reads another annex, or the same one anew; the journal stays. */
  reopen(file: Blob): Promise<string | null>;
  /** Settles the unpaired names and values of an activity. */
  settle(activity: Id, choices: PairChoice[]): Promise<string | null>;
  /** Keeps the numbers that a register gave. */
  issue(numbers: IssuedNumber[]): Promise<string | null>;
  look(asOf: IsoDate | null): Promise<string | null>;
  erase(): Promise<string | null>;
}

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error("used outside of the page");
  return page;
}
