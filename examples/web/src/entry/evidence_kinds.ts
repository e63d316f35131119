import type { EvidenceKind, IndicatorKind } from "qoldau";

export const EVIDENCE_KINDS = [
  "photo",
  "video",
  "list",
  "post",
  "announcement",
  "letter",
  "document",
  "plan",
  "programme",
  "rules",
  "journal",
  "report",
  "act",
  "publication",
  "liveStream",
  "story",
  "material",
  "page",
  "survey",
  "presentation",
  "other",
] as const satisfies EvidenceKind[];

type FieldOf = "number" | "addressees" | "rows" | "signed" | "outlet" | "link" | "copies" | "captured";

const online: FieldOf[] = ["outlet", "link"];

const FIELDS: Partial<Record<EvidenceKind, FieldOf[]>> = {
  photo: ["captured"],
  video: ["link", "captured"],
  list: ["rows", "signed"],
  post: online,
  announcement: online,
  letter: ["number", "addressees"],
  document: ["number"],
  plan: ["number"],
  programme: ["number"],
  rules: ["number"],
  journal: ["rows"],
  report: ["number"],
  act: ["number", "signed"],
  publication: [...online, "number"],
  liveStream: online,
  story: online,
  material: ["copies"],
  page: online,
  survey: ["link"],
  presentation: ["link"],
  other: ["link"],
};

/** The fields that fit a kind; the others stay out of its entry. */
export function fieldsOf(kind: EvidenceKind): Record<FieldOf, boolean> {
  const fields = FIELDS[kind] ?? [];
  const has = (field: FieldOf): boolean => fields.includes(field);
  return {
    number: has("number"),
    addressees: has("addressees"),
    rows: has("rows"),
    signed: has("signed"),
    outlet: has("outlet"),
    link: has("link"),
    copies: has("copies"),
    captured: has("captured"),
  };
}

/** What usually proves a line of a kind. */
export function usualKind(kind: IndicatorKind | undefined): EvidenceKind {
  if (kind === "participants" || kind === "support") return "list";
  const own = EVIDENCE_KINDS.find((of) => of === kind);
  return own ?? (kind === "satisfaction" ? "survey" : "photo");
}
