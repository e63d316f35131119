import type { AuthorRole, Entry, Role } from "qoldau";

/** The steps of submissions, and the roles that may take them, the usual one first. */
const TAKEN_BY: Record<string, readonly Role[]> = {
  submission: ["leader", "coordinator"],
  reply: ["recorder", "coordinator", "leader"],
  remark: ["operator"],
  remarkResolved: ["operator"],
  acceptance: ["operator"],
};

/** Somebody who took steps of submissions, and what they may be. */
export interface StepTaker {
  author: string;
  steps: number;
  mayBe: readonly Role[];
  /** Words of theirs, by which people know who it is. */
  words: string | null;
}

/** Whoever took steps of submissions and has no role. */
export function withoutRole(entries: readonly Entry[], roles: readonly AuthorRole[]): StepTaker[] {
  const takers = new Map<string, StepTaker>();
  for (const { kind, body, author } of entries) {
    const mayBe = TAKEN_BY[String(kind)];
    if (!mayBe || roles.some((row) => row.author === author)) continue;
    const before = takers.get(author);
    const said = (body as { text?: unknown } | null)?.text;
    const words = before?.words ?? (typeof said === "string" ? said : null);
    takers.set(author, { author, steps: (before?.steps ?? 0) + 1, mayBe: before?.mayBe ?? mayBe, words });
  }
  return [...takers.values()];
}

/** Who is what in a file of the NGO: whoever handed in or answered is of the NGO. Nobody is taken for the operator unasked. */
export function rolesOfNgo(entries: readonly Entry[]): AuthorRole[] {
  const role: Record<string, Role> = { submission: "leader", reply: "recorder" };
  return ["submission", "reply"].flatMap((kind) =>
    entries
      .filter((entry) => entry.kind === kind)
      .map(({ author }) => ({ author, role: role[kind] ?? "recorder" })),
  );
}
