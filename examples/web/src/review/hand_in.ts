import { freezePackage, writeSubmission, type AuthorRole, type Entry, type Finding, type IsoDate, type Role } from "qoldau";
import { save } from "../files";
import { newId } from "../store/ids";
import { bytesOf } from "../store/lines";
import type { Project, Saying } from "../store/store";
import { submissionsIn } from "./waiting";

/** The letter that a submission goes with. */
export interface Letter {
  number: string | null;
  date: IsoDate;
  /** What whoever hands it in is. */
  as: Role;
}

/** The package of a day, what is said when it is handed in, and how many records it leaves out because they could not be taken. */
export function frozen(
  { plan, readFindings }: Project,
  lines: readonly string[],
  roles: readonly AuthorRole[],
  asOf: IsoDate,
  { number, date }: Letter,
): { file: string; saying: Saying; leftOut: number } {
  const { json, digest, findings } = freezePackage(plan, bytesOf(lines), asOf, { readFindings, roles: [...roles] });
  const body = { submission: newId(), number, date, asOf, digest };
  return { file: json, saying: { kind: "submission", body, on: date > asOf ? date : asOf }, leftOut: notTaken(findings) };
}

/** The same package was handed in under the same number before: who hands in again by mistake has two submissions. */
export class HandedInBefore extends Error {}

/** Refuses what was handed in before and stands. */
export function refuseTwice(entries: readonly Entry[], { kind, body }: Saying): void {
  if (kind !== "submission") return;
  const same = submissionsIn(entries).some(({ submission: { digest, number } }) => digest === body.digest && number === body.number);
  if (same) throw new HandedInBefore();
}

const encoder = new TextEncoder();

/** How many records could not be taken; a doubtful one was. */
const notTaken = (findings: readonly Finding[]): number => findings.filter(({ severity }) => severity === "error").length;

/** Saves the file for the operator: the package, and out of the journal what was said of submissions. It answers how many lines of
 *  that could not be read. */
export function saveSubmission(
  file: string,
  lines: readonly string[],
  { number, date }: Pick<Letter, "number" | "date">,
): number {
  const name = (number ?? date).replace(/[^\p{L}\p{N}]+/gu, "-");
  const { json, findings } = writeSubmission(encoder.encode(file), bytesOf(lines));
  save(`qoldau-submission-${name}.json`, "application/json", json);
  return notTaken(findings);
}

/** A digest as people compare it: sixteen digits in groups of four. The whole of it stands in the file. */
export const shortly = (digest: string): string => (digest.slice(0, 16).match(/.{4}/g) ?? []).join(" ");
