import { freezePackage, writeSubmission, type AuthorRole, type IsoDate, type Role } from "qoldau";
import { save } from "../files";
import { newId } from "../store/ids";
import { bytesOf } from "../store/lines";
import type { Project, Saying } from "../store/store";

/** The letter that a submission goes with. */
export interface Letter {
  number: string | null;
  date: IsoDate;
  /** What whoever hands it in is. */
  as: Role;
}

/** The package of a day, and what is said when it is handed in. */
export function frozen(
  { plan, readFindings }: Project,
  lines: readonly string[],
  roles: readonly AuthorRole[],
  asOf: IsoDate,
  { number, date }: Letter,
): { file: string; saying: Saying } {
  const { json, digest } = freezePackage(plan, bytesOf(lines), asOf, { readFindings, roles: [...roles] });
  const body = { submission: newId(), number, date, asOf, digest };
  return { file: json, saying: { kind: "submission", body, on: date > asOf ? date : asOf } };
}

const encoder = new TextEncoder();

/** Saves the file for the operator: the package, and out of the journal what was said of submissions. */
export function saveSubmission(
  file: string,
  lines: readonly string[],
  { number, date }: Pick<Letter, "number" | "date">,
): void {
  const name = (number ?? date).replace(/[^\p{L}\p{N}]+/gu, "-");
  save(`qoldau-submission-${name}.json`, "application/json", writeSubmission(encoder.encode(file), bytesOf(lines)));
}

/** A digest as people compare it: sixteen digits in groups of four. The whole of it stands in the file. */
export const shortly = (digest: string): string => (digest.slice(0, 16).match(/.{4}/g) ?? []).join(" ");
