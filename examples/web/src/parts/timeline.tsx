import type { Timeline, TimelineRow } from "qoldau";
import { usePage } from "../page";
import { nameActivity } from "../say_lines";
import { Own } from "./own";
import { TimeRow } from "./pictures";
import { Tally } from "./tally";

/** Deadlines and events on the project's time. */
export function DeadlineTimeline({ timeline }: { timeline: Timeline }) {
  const { words } = usePage();
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{words.timeline}</h2>
      <Key />
      <div class="marks" aria-hidden="true">
        {timeline.marks.map((mark) => (
          <span key={mark}>{mark}</span>
        ))}
      </div>
      <ol class="rows">
        {timeline.rows.map((row) => (
          <Row key={row.number + row.title} row={row} timeline={timeline} />
        ))}
      </ol>
    </section>
  );
}

function Row({ row, timeline }: { row: TimelineRow; timeline: Timeline }) {
  const { words } = usePage();
  return (
    <li>
      <div>
        {row.number && <span class="label">{nameActivity(row.number, words)}. </span>}
        <Own>{row.title}</Own>
        <p class="note">{row.windowText}</p>
        <Tally counts={row.counts} />
      </div>
      <div>
        <TimeRow row={row} today={timeline.today} marks={timeline.marks.length} />
        {row.events.length > 0 && (
          <details>
            <summary>
              {words.events}: {row.events.length}
            </summary>
            <ul class="things">
              {row.events.map((event, number) => (
                <li key={number}>{event.text}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
}

/** What the signs mean. */
function Key() {
  const { words } = usePage();
  const signs = [
    ["window", words.glossary.deadline],
    ["held", words.glossary.held],
    ["planned", words.glossary.planned],
    ["cancelled", words.glossary.cancelled],
    ["today", words.day],
  ] as const;
  return (
    <p class="key">
      {signs.map(([sign, meaning]) => (
        <span key={sign}>
          <i class={`key-${sign}`} aria-hidden="true" />
          {meaning}
        </span>
      ))}
    </p>
  );
}
