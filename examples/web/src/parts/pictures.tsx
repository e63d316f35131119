import type { Bar, Counts, Headline, TimelineEvent, TimelineRow } from "qoldau";

// Pictures have no coordinates of their own: places are percentages, so that lines and patterns stay undistorted at
// every width, and no style attribute is needed.

/** Thousandths of the width as a percentage. */
const percent = (thousandths: number): string => `${thousandths / 10}%`;

function Part({ kind, from, to }: { kind: string; from: number; to: number }) {
  return to > from ? <rect class={kind} x={percent(from)} width={percent(to - from)} /> : null;
}

function Upright({ kind, at }: { kind: string; at: number }) {
  return <line class={kind} x1={percent(at)} x2={percent(at)} y1="0" y2="100%" />;
}

/** How far a target is: proven solid, claimed without proof hatched, the promise a line. */
export function ProgressBar({ bar }: { bar: Bar }) {
  return (
    <svg class="bar" role="img" aria-label={bar.text}>
      <Part kind="empty" from={0} to={1000} />
      <Part kind="unproven" from={bar.proven} to={bar.claimed} />
      <Part kind="done" from={0} to={bar.proven} />
      {bar.goal !== null && <Upright kind="goal" at={bar.goal} />}
    </svg>
  );
}

/** The headlines in the order in which they are shown. */
export const HEADLINES = [
  "proven",
  "needsAction",
  "overdue",
  "notDue",
  "notApplicable",
] as const satisfies Headline[];

/** All lines by headline, as one bar. */
export function PartsBar({ counts, words }: { counts: Counts; words: string }) {
  const place = (count: number): number =>
    counts.lines === 0 ? 0 : Math.floor((count * 1000) / counts.lines);
  let before = 0;
  return (
    <svg class="parts" role="img" aria-label={words}>
      {HEADLINES.map((headline) => {
        const from = place(before);
        before += counts[headline];
        return <Part key={headline} kind={`part ${headline}`} from={from} to={place(before)} />;
      })}
    </svg>
  );
}

const RADIUS = { held: 5, planned: 4.5, postponed: 4.5, cancelled: 2 };

/** An activity on the project's time. */
export function TimeRow({ row, today, marks }: { row: TimelineRow; today: number | null; marks: number }) {
  return (
    <svg class="time" role="img" aria-label={row.windowText}>
      {Array.from({ length: marks - 1 }, (_, mark) => (
        <Upright key={mark} kind="grid" at={Math.floor(((mark + 1) * 1000) / marks)} />
      ))}
      {row.end !== null && <Part kind="window" from={row.start ?? row.end} to={row.end} />}
      {row.end !== null && <Upright kind="due" at={row.end} />}
      {today !== null && <Upright kind="today" at={today} />}
      {row.events.map((event, number) => (
        <EventDot key={number} event={event} />
      ))}
    </svg>
  );
}

function EventDot({ event }: { event: TimelineEvent }) {
  return (
    <circle class={`event ${event.status}`} cx={percent(event.at)} cy="50%" r={RADIUS[event.status]}>
      <title>{event.text}</title>
    </circle>
  );
}
