import { formatAmount, type Bar, type Figure, type ImpactStanding, type Language, type TargetStanding } from "qoldau";

/**
 * The bar of a target against all that is planned, with a mark where it should be by the day of the report. The report's own bar of a
 * target of each event stops at the events that were held: it is full while most of them are still to come.
 */
export function barOf(bar: Bar | null, standing: TargetStanding | undefined): Bar | null {
  const [total, due] = [positive(standing?.expected.total), positive(standing?.expected.byDate)];
  // A share has its promise for a mark.
  if (!bar || !standing || bar.goal !== null || total === null || due === null || due >= total) return bar;
  const held = standing.perEvent.length > 0 ? due / total : 1;
  const [proven, claimed] = [Math.floor(bar.proven * held), Math.floor(bar.claimed * held)];
  return { proven, claimed, goal: Math.floor((due * 1000) / total), text: bar.text };
}

/** The bar of a line of the social-impact block, whose fraction is what is proven of what is promised, as everywhere. */
export function impactBarOf(bar: Bar | null, standing: ImpactStanding | undefined, language: Language): Bar | null {
  if (!bar || !standing?.expected) return bar;
  const proven = standing.proven === null ? "—" : formatAmount(standing.proven, language);
  return { ...bar, text: `${proven}/${formatAmount(standing.expected, language)}` };
}

/** What of a target nobody claimed yet, and what nothing proves yet. */
export interface Lacking {
  unclaimed: number;
  unproven: number;
}

/**
 * What a target lacks by each of its two figures; nothing where both come to the same, where they are no numbers, or where events and
 * periods are counted, each of which lacks its own.
 */
export function lackingOf(standing: TargetStanding | undefined): Lacking | null {
  if (!standing || standing.perEvent.length > 0 || standing.perPeriod.length > 0 || standing.perPart.length > 0) return null;
  const total = positive(standing.expected.total);
  const [claimed, proven] = [amountOf(standing.claimed), amountOf(standing.proven)];
  if (total === null || claimed === null || proven === null || claimed === proven) return null;
  const short = (figure: number) => Math.max(0, total - figure);
  const lacking = { unclaimed: short(claimed), unproven: short(proven) };
  return lacking.unclaimed === lacking.unproven ? null : lacking;
}

const positive = (amount: string | null | undefined): number | null => {
  const figure = Number(amount ?? 0);
  return figure > 0 ? figure : null;
};

const amountOf = (figure: Figure | null): number | null => (figure?.kind === "amount" ? Number(figure.amount) : null);
