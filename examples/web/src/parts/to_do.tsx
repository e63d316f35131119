import type { ToDo, ToDoItem } from "qoldau";
import { usePage } from "../page";
import { LineLinks } from "./line_links";
import { Own } from "./own";

/** More things than this of one day are folded. */
const SHOWN = 6;

/** What to do next, by date. */
export function ToDoList({ groups }: { groups: ToDo[] }) {
  const { words } = usePage();
  /** A day may be past while the lines it is about have time: what an event lacks is not overdue. */
  const stateOf = ({ past, overdue }: ToDo) => (!past ? "" : overdue ? "past" : "gone");
  if (groups.length === 0) return <p>{words.nothingToDo}</p>;
  return (
    <>
    {groups.some((group) => stateOf(group) === "gone") && (
      <p class="key">
        <span>
          <i class="key-gone" aria-hidden="true" />
          {words.dayPast}
        </span>
      </p>
    )}
    <ol class="days">
      {groups.map((group, number) => (
        <li key={number} class={stateOf(group)}>
          <p class="day">
            {group.date ? <time dateTime={group.date}>{group.dateText}</time> : group.dateText}
            {group.label && `, ${group.label}`}
          </p>
          <Things items={group.items.slice(0, SHOWN)} />
          {group.items.length > SHOWN && (
            <details>
              <summary>
                {words.more}: {group.items.length - SHOWN}
              </summary>
              <Things items={group.items.slice(SHOWN)} />
            </details>
          )}
        </li>
      ))}
    </ol>
    </>
  );
}

function Things({ items }: { items: ToDoItem[] }) {
  return (
    <ul class="things">
      {items.map((item, number) => (
        <li key={number}>
          <b>{item.what}</b>
          <p class="note">
            <LineLinks lines={item.lines} />
            {item.lines.length === 1 && (
              <>
                {" "}
                <Own>{item.lines[0]?.name}</Own>
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
