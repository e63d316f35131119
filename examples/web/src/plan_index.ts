import type { Activity, Entry, Event, Evidence, Id, ImpactKind, Indicator, IndicatorKind, Plan, Target } from "qoldau";

/** A line that facts can be recorded for: of an activity, or of the social-impact block, which belongs to none. */
export interface LineOfPlan {
  /** As the report prints it. */
  number: string;
  name: string;
  kind: IndicatorKind | ImpactKind;
  targets: Target[];
  activity: Activity | null;
  indicator: Indicator | null;
}

/** A plan by ids. */
export interface PlanIndex {
  activities: Activity[];
  /** In the plan's order. */
  lines: Map<Id, LineOfPlan>;
}

export function indexOf(plan: Plan): PlanIndex {
  const activities = plan.tasks.flatMap((task) => task.activities);
  const lines = new Map<Id, LineOfPlan>();
  for (const activity of activities) {
    for (const indicator of activity.indicators) {
      const { id, number, name, kind, targets } = indicator;
      lines.set(id, { number, name, kind, targets, activity, indicator });
    }
  }
  for (const { id, number, name, kind, targets } of plan.impact) {
    // The fourth block of the annex, whose lines are counted from 1 again.
    lines.set(id, { number: `IV.${number}`, name, kind, targets, activity: null, indicator: null });
  }
  return { activities, lines };
}

/** Every event by its newest entry, latest first. */
export function eventsOf(entries: readonly Entry[]): Event[] {
  const gone = new Set(entries.flatMap((entry) => entry.replaces ?? []));
  const newest = new Map<Id, { entry: Entry; event: Event }>();
  for (const entry of entries) {
    const event = eventIn(entry);
    if (!event || gone.has(entry.id)) continue;
    const known = newest.get(event.event);
    if (!known || orderOf(known.entry) <= orderOf(entry)) newest.set(event.event, { entry, event });
  }
  const events = [...newest.values()].map(({ event }) => event);
  return events.sort((a, b) => (a.start < b.start ? 1 : -1));
}

/** Entries tell one after the other by their day, then by the time of recording. */
export const orderOf = (entry: Entry): string => `${entry.on} ${entry.clock ?? entry.on} ${entry.id}`;

/** What an entry tells of an event, itself or as the correction of another. An erased one says nothing any more. */
export function eventIn({ kind, body }: Entry): Event | null {
  if (body === null) return null;
  if (kind === "event") return body;
  return kind === "amend" && body.kind === "event" ? body.body : null;
}

/** The same of an item of evidence. */
export function evidenceIn({ kind, body }: Entry): Evidence | null {
  if (body === null) return null;
  if (kind === "evidence") return body;
  return kind === "amend" && body.kind === "evidence" ? body.body : null;
}
