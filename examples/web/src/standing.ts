import {
  assess,
  readFacts,
  report,
  type Assessment,
  type AuthorRole,
  type Entry,
  type Finding,
  type FindingRow,
  type Held,
  type Id,
  type ImpactStanding,
  type IsoDate,
  type Language,
  type LineStanding,
  type Report,
  type TargetStanding,
} from "qoldau";
import { bytesOf } from "./store/lines";
import type { Project } from "./store/store";

/** A finding with its words. */
export interface Said {
  finding: Finding;
  row: FindingRow;
}

/** Where everything stands on a day, in one language. */
export interface Standing {
  report: Report;
  held: Held;
  open: Said[];
  folded: Said[];
  /** What was recorded, as far as it could be read. */
  entries: Entry[];
  /** Targets and lines of the social-impact block as they were assessed, by id. */
  targets: ReadonlyMap<Id, TargetStanding>;
  impact: ReadonlyMap<Id, ImpactStanding>;
}

const WEIGHT = { error: 0, question: 1, warning: 2, info: 3 };

/** Holds the plan against the journal. It throws when the journal cannot be read as a whole. */
export function standing(
  { plan, readFindings }: Project,
  lines: readonly string[],
  roles: readonly AuthorRole[],
  asOf: IsoDate,
  language: Language,
): Standing {
  const journal = bytesOf(lines);
  const options = { readFindings, roles: [...roles] };
  const held = assess(plan, journal, asOf, options);
  const told = report(plan, journal, asOf, language, options);
  return {
    report: told,
    held,
    open: said(inOrder(held), told.findings),
    folded: said(held.folded, told.folded),
    entries: readFacts(journal).entries,
    targets: new Map(linesOf(held.assessment).flatMap(({ targets }) => targets.map((of) => [of.id, of]))),
    impact: new Map(held.assessment.impact.map((of) => [of.id, of])),
  };
}

const linesOf = ({ tasks }: Assessment): LineStanding[] =>
  tasks.flatMap(({ activities }) => activities.flatMap(({ lines }) => lines));

/** The findings in the report's order: the checks', then the assessment's own, the most important first. */
function inOrder(held: Held): Finding[] {
  const text = (finding: Finding): string => JSON.stringify(finding);
  const known = new Set([...held.findings, ...held.folded].map(text));
  const own = held.assessment.findings.filter((finding) => !known.has(text(finding)));
  return [...held.findings, ...own].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
}

function said(findings: Finding[], rows: FindingRow[]): Said[] {
  const pairs = findings.map((finding, index) => ({ finding, row: rows[index] }));
  const whole = (pair: (typeof pairs)[number]): pair is Said => pair.row?.code === pair.finding.code;
  if (findings.length !== rows.length || !pairs.every(whole)) {
    throw new Error("the report tells other findings than the assessment");
  }
  return pairs;
}

/** What a finding is about, as readings and acknowledgements name it: its lines, else the field of the plan. */
export function subjectsOf({ place, lines }: Finding): Id[] {
  return lines.length === 0 && place.kind === "plan" && place.id === null ? [place.field] : lines;
}
