import type { Activity, PairChoice, Unpaired } from "qoldau";
import { usePage } from "../page";
import { Own } from "./own";

/** Names and values that could not be brought together for certain, as they stand, and the way to settle them. */
export function Pairing({ activity, unpaired }: { activity: Activity; unpaired: Unpaired }) {
  const { words, settle } = usePage();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void settle(activity.id, choicesIn(new FormData(event.currentTarget as HTMLFormElement), unpaired));
  };
  return (
    <form class="unpaired" onSubmit={submit}>
      <p>
        <b>{words.glossary.needsPairing}.</b> {words.pairHint}
      </p>
      <ol>
        {unpaired.names.map((name, number) => (
          <li key={number}>
            <Own>{name}</Own>
            {number > 0 && (
              <label class="choice">
                <input type="checkbox" name={`joined.${number}`} />
                <span>{words.continuesAbove}</span>
              </label>
            )}
          </li>
        ))}
      </ol>
      {unpaired.values.map((value, number) => (
        <label key={number} class="pair">
          <b>
            <Own>{value}</Own>
          </b>
          <select name={`value.${number}`} required={unpaired.names.length > 0}>
            <option value="">{words.choose}</option>
            {unpaired.names.map((name, of) => (
              <option key={of} value={of} selected={of === guess(activity, unpaired, value)}>
                {`${of + 1}. ${name}`}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button type="submit">{words.keepPairing}</button>
    </form>
  );
}

/** The name to which the reader of the annex would give a value; nothing when it gives it to none. */
function guess({ indicators }: Activity, { names }: Unpaired, value: string): number | undefined {
  const line = indicators.find(({ targets }) => targets.map((target) => target.text).join(" ") === value);
  const name = line ? names.indexOf(line.name) : -1;
  return name < 0 ? undefined : name;
}

/** The lines that were chosen: a name with the names that continue it, and the values given to any of them. */
function choicesIn(given: FormData, { names, values }: Unpaired): PairChoice[] {
  const choices: PairChoice[] = names.length === 0 ? [{ names: [], values: [] }] : [];
  names.forEach((_, name) => {
    const above = choices.at(-1);
    if (above && given.has(`joined.${name}`)) above.names.push(name);
    else choices.push({ names: [name], values: [] });
  });
  values.forEach((_, value) => {
    const name = Number(given.get(`value.${value}`));
    const choice = choices.find((one) => one.names.includes(name)) ?? choices[0];
    choice?.values.push(value);
  });
  return choices;
}
