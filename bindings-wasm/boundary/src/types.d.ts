/** An exact decimal as text: `"3400"`, `"-0.5"`; {@link decimal} makes one. */
export type DecimalString = Amount;

/** A text of which nothing is known but that it is none of the others: so a look at the known kinds sets it apart. */
declare enum OtherKind {
  Unknown = "…",
}

/** A kind of entry that this version does not know: text. Its body is passed on untouched and counted nowhere. */
export type UnknownKind = OtherKind;

/** Facts of the work that may be told anew. */
export type WorkFact =
  | { kind: "event"; body: Event }
  | { kind: "reading"; body: Reading }
  | { kind: "evidence"; body: Evidence }
  | { kind: "approval"; body: Approval }
  | { kind: "planReading"; body: PlanReading }
  | { kind: "acknowledgement"; body: Acknowledgement }
  | { kind: "linkState"; body: LinkCheck };

/** A fact told anew, in the place of the entries that its entry replaces, and why. */
export type AmendedFact = WorkFact & { reason?: string | null };

/** What an entry says: its kind and its body. */
export type Fact =
  | WorkFact
  | { kind: "sameEvent"; body: EventIds }
  | { kind: "splitEvent"; body: EventIds }
  | { kind: "review"; body: ReviewStep }
  | { kind: "void"; body: VoidReason }
  | { kind: "amend"; body: AmendedFact }
  | { kind: "attachEvidence" | "detachEvidence"; body: Attachment }
  | { kind: "erase"; body: Erasure }
  | { kind: "planAdopted"; body: PlanAdoption }
  | { kind: "planAmended"; body: PlanAmendment }
  | { kind: "entryReview"; body: EntryReview }
  | { kind: "submission"; body: Submission }
  | { kind: "remark"; body: Remark }
  | { kind: "reply"; body: Reply }
  | { kind: "remarkResolved"; body: Resolution }
  | { kind: "acceptance"; body: Acceptance }
  | { kind: "attendance"; body: AttendanceRecord }
  | { kind: "headcount"; body: HeadcountRecord }
  | { kind: "personDecision"; body: PersonDecision }
  | { kind: "peopleCount"; body: PeopleCount }
  | { kind: "reachEstimate"; body: ReachEstimate }
  | { kind: UnknownKind; body: unknown };

/**
 * The random text that lies in a body and makes its seal tell nothing about it: {@link recordEntry} puts it there. It goes
 * with the body when that is erased.
 */
export type Salted<Body> = Body extends object ? Body & { salt?: string | null } : Body;

/** A fact whose body may hold a salt, or is `null` because it was erased. */
export type KeptFact = Fact extends infer F
  ? F extends { kind: infer Kind; body: infer Body }
    ? { kind: Kind; body: Salted<Body> | null }
    : never
  : never;

/** What stands in every envelope. */
interface Stamped {
  /** Id of the entry. */
  id: Id;
  /** Civil date of the fact. */
  on: IsoDate;
  /** Who recorded it, as the host names them: an id, not a name. */
  author: string;
  /** Ids of the entries it replaces; they count no longer from its day on. */
  replaces?: Id[] | null;
}

/** What only entries have that a device recorded. */
interface Chained {
  /** Device that recorded it. */
  device?: string | null;
  /** Number of the entry on its device. */
  seq?: number | null;
  /** Time of recording: text that sorts in order of time and opens with an ISO date, `2024-06-14T09:30:00.000Z-0000`. */
  clock?: string | null;
  /** Link to the entry before it on its device. */
  prev?: string | null;
  /** Seal of its body. */
  seal?: string | null;
}

/** One entry of the journal: the envelope with a fact in it. */
export type Entry = KeptFact & Stamped & Chained;

/** An entry as phones exchange it: the envelope with a body of which nobody has said whether it can be read. */
export type Envelope = Required<Stamped & Chained> & {
  /** What kind of thing it says. */
  kind: string;
  /** What it says; `null` when it was erased. */
  body: unknown;
};

/** What a person has to say, before {@link recordEntry} stamps it. */
export type Draft = Fact & Stamped;
