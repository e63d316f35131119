import { useId, useState } from "preact/hooks";
import type { Id } from "qoldau";
import { usePage } from "../page";

/** One line of the plan, by activity. */
export function LineOptions({ without = [] }: { without?: readonly Id[] }) {
  const { index } = usePage();
  return (
    <>
      {index.activities.map((activity) => (
        <optgroup key={activity.id} label={`${activity.number} ${activity.title}`}>
          {activity.indicators
            .filter((line) => !without.includes(line.id))
            .map((line) => (
              <option key={line.id} value={line.id}>
                {`${line.number} ${line.name}`}
              </option>
            ))}
        </optgroup>
      ))}
    </>
  );
}

/** One or more lines of the plan: each that is chosen stands below and can be taken out again. */
export function LinesField({
  name,
  value = [],
  onChange,
}: {
  name: string;
  value?: Id[];
  onChange?: (lines: Id[]) => void;
}) {
  const { words, index } = usePage();
  const [chosen, setChosen] = useState<Id[]>(value);
  const id = useId();
  const set = (lines: Id[]) => {
    setChosen(lines);
    onChange?.(lines);
  };
  return (
    <div class="field">
      <label for={id}>{chosen.length === 0 ? words.lines : words.oneMoreLine}</label>
      <select
        id={id}
        required={chosen.length === 0}
        value=""
        onChange={(event) => {
          if (event.currentTarget.value !== "") set([...chosen, event.currentTarget.value]);
          event.currentTarget.value = "";
        }}
      >
        <option value="">{words.choose}</option>
        <LineOptions without={chosen} />
      </select>
      <ul class="chosen">
        {chosen.map((line) => {
          const { number, name: called } = index.lines.get(line)?.indicator ?? { number: line, name: "" };
          return (
            <li key={line}>
              <input type="hidden" name={name} value={line} />
              <span>
                <b>{number}</b> {called}
              </span>
              <button
                type="button"
                class="quiet"
                aria-label={`${words.takeOut}: ${number}`}
                onClick={() => set(chosen.filter((other) => other !== line))}
              >
                {words.takeOut}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
