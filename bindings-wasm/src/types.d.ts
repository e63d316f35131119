/** An exact decimal as text: `"3400"`, `"-0.5"`; {@link decimal} makes one. */
export type DecimalString = Amount;

/**
 * A kind of entry that this version does not know. Its body is passed on untouched and counted nowhere. It is text, which
 * `String(kind)` says; the type is none, so that a look at the known kinds sets it apart.
 */
export type UnknownKind = { readonly __brand: "UnknownKind" };

/** What an entry says: its kind and its body. */
export type Fact =
  | { kind: "event"; body: Event }
  | { kind: "reading"; body: Reading }
  | { kind: "evidence"; body: Evidence }
  | { kind: "approval"; body: Approval }
  | { kind: "planReading"; body: PlanReading }
  | { kind: "acknowledgement"; body: Acknowledgement }
  | { kind: "linkState"; body: LinkCheck }
  | { kind: "sameEvent"; body: EventIds }
  | { kind: "splitEvent"; body: EventIds }
  | { kind: "review"; body: ReviewStep }
  | { kind: "void"; body: VoidReason }
  | { kind: UnknownKind; body: unknown };

/** One entry of the journal: the envelope with a fact in it. */
export type Entry = Fact & {
  /** Id of the entry. */
  id: Id;
  /** Civil date of the fact. */
  on: IsoDate;
  /** Who recorded it, as the host names them: an id, not a name. */
  author: string;
  /** Ids of the entries it replaces; they count no longer from its day on. */
  replaces?: Id[] | null;
  /** Device that recorded it. */
  device?: string | null;
  /** Number of the entry on its device. */
  seq?: number | null;
  /** Time of recording: text that sorts in order of time and opens with an ISO date, `2024-06-14T09:30:00Z`. */
  clock?: string | null;
  /** Seal of the entry before it on its device. */
  prev?: string | null;
  /** Seal of its body. */
  seal?: string | null;
};
