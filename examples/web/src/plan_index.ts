import type { Activity, Entry, Event, Id, Indicator, Plan } from "qoldau";

export interface LineOfPlan {
  activity: Activity;
  indicator: Indicator;
}

/** A plan by ids. */
export interface PlanIndex {
  activities: Activity[];
  lines: Map<Id, LineOfPlan>;
}

export function indexOf(plan: Plan): PlanIndex {
  const activities = plan.tasks.flatMap((task) => task.activities);
  const lines = activities.flatMap((activity) =>
    activity.indicators.map((indicator) => [indicator.id, { activity, indicator }] as const),
  );
  return { activities, lines: new Map(lines) };
}

/** Every event by its newest entry, latest first. */
export function eventsOf(entries: readonly Entry[]): Event[] {
  const gone = new Set(entries.flatMap((entry) => entry.replaces ?? []));
  const newest = new Map<Id, Entry & { body: Event }>();
  for (const entry of entries) {
    if (!isEvent(entry) || gone.has(entry.id)) continue;
    const known = newest.get(entry.body.event);
    if (!known || orderOf(known) <= orderOf(entry)) newest.set(entry.body.event, entry);
  }
  const events = [...newest.values()].map((entry) => entry.body);
  return events.sort((a, b) => (a.start < b.start ? 1 : -1));
}

/** Entries tell one after the other by their day, then by the time of recording. */
export const orderOf = (entry: Entry): string => `${entry.on} ${entry.clock ?? entry.on} ${entry.id}`;

export function isEvent(entry: Entry): entry is Entry & { kind: "event"; body: Event } {
  return entry.kind === "event";
}
