import {
  diffPackages,
  readFacts,
  reviewPackages,
  type Entry,
  type Figure,
  type Finding,
  type Id,
  type IsoDate,
  type LineDiff,
  type LineException,
  type OpenedSubmission,
  type Package,
  type PackageDiff,
  type PackageLine,
  type RemarkStanding,
  type Reviews,
  type SubmissionStanding,
} from "qoldau";
import { bytesOf } from "../store/lines";
import type { Snapshot } from "../store/store";
import { bytesOfJson, opened } from "./shelves";

/** Why a line is shown: what the package says of it, and what only shows beside another package or a remark. */
export type Exception = LineException | "differs" | "unexplained" | "reworded" | "remarked";

/** In the order in which they are offered: what the operator looks at first. */
export const EXCEPTIONS = [
  "remarked",
  "unexplained",
  "differs",
  "reworded",
  "overdue",
  "claimedNotProven",
  "unproven",
  "listDiffers",
  "late",
  "shared",
  "proofLost",
  "waitsForApproval",
  "returned",
  "acceptedLess",
  "notApplicable",
] as const satisfies Exception[];

/** A submission as it was opened, with where it stands by the steps that are known here. */
export interface Submitted {
  opened: OpenedSubmission;
  /** Nothing for a package that nobody says was handed in. */
  standing: SubmissionStanding | null;
}

/** Everything that was opened of one project. */
export interface Checked {
  /** In the order in which they were handed in. */
  submissions: Submitted[];
  reviews: Reviews;
  entries: Entry[];
  /** What of the steps that are known here could not be taken. */
  unread: Finding[];
  /** Steps that had no effect. */
  noEffect: Finding[];
}

export function checked({ files, lines, roles }: Snapshot, day: IsoDate): Checked {
  const all = eachOnce(files.map(opened)).sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  const journal = bytesOf(lines);
  const reviews = reviewPackages(all.map(bytesOfJson), journal, day, { roles: [...roles] });
  // By its digest too: under one id two packages may stand beside each other.
  const standing = ({ digest, handedIn }: OpenedSubmission) =>
    reviews.submissions.find(
      (of) => of.submission === handedIn?.submission.submission && of.digest === digest,
    ) ?? null;
  const submissions = all.map((of) => ({ opened: of, standing: standing(of) }));
  const { entries, findings: unread } = readFacts(journal);
  // What could not be taken stands first among the findings of a review.
  return { submissions, reviews, entries, unread, noEffect: reviews.findings.slice(unread.length) };
}

/** A submission once, however often its file was saved and opened; a package alone only as long as nobody handed it in. */
function eachOnce(all: OpenedSubmission[]): OpenedSubmission[] {
  const handedIn = new Map(all.filter((of) => of.handedIn).map((of) => [keyOf(of), of]));
  const known = new Set([...handedIn.values()].map(({ digest }) => digest));
  const alone = new Map(all.filter(({ digest }) => !known.has(digest)).map((of) => [keyOf(of), of]));
  return [...handedIn.values(), ...alone.values()];
}

/** What tells submissions apart: the package, and the entry by which it was handed in. */
export const keyOf = ({ digest, handedIn }: OpenedSubmission): string => `${digest} ${handedIn?.entry ?? ""}`;

const orderOf = ({ package: { asOf }, handedIn }: OpenedSubmission): string =>
  `${asOf} ${handedIn?.on ?? ""} ${handedIn?.entry ?? ""}`;

/** What differs from the submission before; nothing of the first one, or where that is another project's. */
export const differences = (before: Submitted | undefined, now: Submitted): PackageDiff | null =>
  before && before.opened.package.plan === now.opened.package.plan ? diffPackages(bytesOfJson(before.opened), bytesOfJson(now.opened), before.standing) : null;

/** The remarks of every submission, those that wait for somebody first. */
export function remarksOf({ submissions }: Checked): { remark: RemarkStanding; of: Submitted }[] {
  const order = { open: 0, answered: 1, resolved: 2 };
  const all = submissions.flatMap((of) => (of.standing?.remarks ?? []).map((remark) => ({ remark, of })));
  return all.sort((a, b) => order[a.remark.state] - order[b.remark.state]);
}

const isZero = (figure: Figure | null): boolean =>
  figure === null || (figure.kind === "amount" && Number(figure.amount) === 0);

/** What a package of an earlier version leaves to be seen: figures and items that differ. */
function seen(line: PackageLine, { lines }: Package): LineException[] {
  const items = new Set(line.evidence.map(({ item }) => item));
  const others = lines.filter((other) => other !== line).flatMap(({ evidence }) => evidence);
  const claimed = line.targets.filter((target) => target.claimed !== null);
  const exceptions: [LineException, boolean][] = [
    ["overdue", line.headline === "overdue"],
    ["claimedNotProven", claimed.some((of) => JSON.stringify(of.claimed) !== JSON.stringify(of.proven))],
    ["unproven", claimed.some((of) => !isZero(of.claimed) && isZero(of.proven))],
    ["shared", others.some(({ item }) => items.has(item))],
    ["notApplicable", line.headline === "notApplicable"],
  ];
  return exceptions.filter(([, is]) => is).map(([exception]) => exception);
}

/** Whether the contract's words of a line are others than before. */
const isReworded = (diff: LineDiff, before: PackageLine | undefined, line: PackageLine): boolean =>
  before !== undefined &&
  (before.name !== line.name ||
    diff.targets.some((of) => of.before != null && of.now != null && of.before.text !== of.now.text));

/**
 * Whether more or less is proven than before by the same evidence and the same answers about the line, so that something else changed the
 * figure: an event, a number. A package does not tell which; whoever handed it in does.
 */
export const isUnexplained = ({ state, targets, evidence, readings }: LineDiff): boolean =>
  state === "changed" &&
  evidence.length === 0 &&
  readings.length === 0 &&
  targets.some(({ before, now }) => before && now && JSON.stringify(before.proven) !== JSON.stringify(now.proven));

/** Why every line of a package is worth a look. */
export function exceptionsOf(
  { opened: { package: shown } }: Submitted,
  before: Submitted | undefined,
  diff: PackageDiff | null,
  remarked: ReadonlySet<Id>,
): Map<Id, Exception[]> {
  const diffs = new Map((diff?.lines ?? []).map((of) => [of.line, of]));
  const old = new Map((before?.opened.package.lines ?? []).map((line) => [line.line, line]));
  const of = (line: PackageLine): Exception[] => {
    const differs = diffs.get(line.line);
    const all = new Set<Exception>(line.exceptions ?? seen(line, shown));
    if (differs && differs.state !== "unchanged") all.add("differs");
    if (differs && isUnexplained(differs)) all.add("unexplained");
    if (differs && isReworded(differs, old.get(line.line), line)) all.add("reworded");
    if (remarked.has(line.line)) all.add("remarked");
    return EXCEPTIONS.filter((exception) => all.has(exception));
  };
  return new Map(shown.lines.map((line) => [line.line, of(line)]));
}

/** The entry by which this device accepted a line, or the whole, and which it may take back; nothing where it was another's. */
export function ownAcceptance({ entries }: Checked, device: string | null, submission: Id, line: Id | null): Id | null {
  const gone = new Set(entries.filter(({ author }) => author === device).flatMap(({ replaces }) => replaces ?? []));
  const own = entries.filter(({ id, author }) => author === device && !gone.has(id));
  const is = ({ kind, body }: Entry): boolean => {
    if (kind !== "acceptance" || body === null || body.submission !== submission) return false;
    const lines = body.lines ?? [];
    return line === null ? lines.length === 0 : lines.includes(line) && lines.length === 1;
  };
  return own.findLast(is)?.id ?? null;
}
