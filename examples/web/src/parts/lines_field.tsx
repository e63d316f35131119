import { useId, useRef, useState } from "preact/hooks";
import type { Id } from "qoldau";
import { usePage } from "../page";

interface OptionsProps {
  /** Lines that are not to be chosen. */
  without?: readonly Id[];
  /** Whether a line of the social-impact block may be chosen too. */
  impact?: boolean;
}

/** The lines of the plan, by activity. */
export function LineOptions({ without = [], impact = false }: OptionsProps) {
  const { words, index, project } = usePage();
  const groups = index.activities.map((activity) => ({
    label: `${activity.number} ${activity.title}`,
    lines: activity.indicators.map((line) => line.id),
  }));
  if (impact) groups.push({ label: words.impact, lines: project.plan.impact.map((line) => line.id) });
  return (
    <>
      {groups.map(({ label, lines }) => (
        <optgroup key={label} label={label}>
          {lines
            .filter((line) => !without.includes(line))
            .map((line) => (
              <option key={line} value={line}>
                {`${index.lines.get(line)?.number} ${index.lines.get(line)?.name}`}
              </option>
            ))}
        </optgroup>
      ))}
    </>
  );
}

interface LinesProps {
  name: string;
  value?: Id[];
  impact?: boolean;
  onChange?: (lines: Id[]) => void;
}

/** One or more lines of the plan: each that is chosen stands below and can be taken out again. By keyboard every arrow chooses the next one: a line is
 *  taken with Enter, or when the field is left. */
export function LinesField({ name, value = [], impact = false, onChange }: LinesProps) {
  const { words, index } = usePage();
  const [chosen, setChosen] = useState<Id[]>(value);
  const [walked, setWalked] = useState<Id | "">("");
  const byKey = useRef(false);
  const id = useId();
  const set = (lines: Id[]) => {
    setChosen(lines);
    onChange?.(lines);
  };
  const take = (line: Id | "") => {
    setWalked("");
    if (line !== "") set([...chosen, line]);
  };
  return (
    <div class="field">
      <label for={id}>{chosen.length === 0 ? words.lines : words.oneMoreLine}</label>
      <select
        id={id}
        required={chosen.length === 0}
        value={walked}
        onPointerDown={() => (byKey.current = false)}
        onKeyDown={(event) => {
          byKey.current = true;
          if (event.key !== "Enter" || walked === "") return;
          event.preventDefault();
          take(walked);
        }}
        onChange={({ currentTarget: { value } }) => (byKey.current ? setWalked(value) : take(value))}
        onBlur={() => take(walked)}
      >
        <option value="">{words.choose}</option>
        <LineOptions without={chosen} impact={impact} />
      </select>
      <ul class="chosen">
        {chosen.map((line) => {
          const { number, name: called } = index.lines.get(line) ?? { number: line, name: "" };
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
