import { useState } from "preact/hooks";
import { dayOf, today } from "../day";
import { usePage } from "../page";
import { DayInput } from "../parts/day_input";

/** The day everything is looked at. */
export function DayChoice() {
  const { words, asOf, look } = usePage();
  const [failed, setFailed] = useState(0);
  const change = async (text: string) => {
    const day = dayOf(text);
    // The field shows again the day that holds where another one could not be kept.
    if (day && (await look(day === today() ? null : day)) !== null) setFailed((times) => times + 1);
  };
  return (
    <div class="day-choice" data-shown={asOf}>
      <label for="as-of">{words.day}</label>
      <DayInput key={failed} id="as-of" value={asOf} onDay={(text) => void change(text)} />
      {asOf !== today() && (
        <>
          <span class="not-today">{words.notToday}</span>
          <button type="button" class="quiet" onClick={() => look(null)}>
            {words.today}
          </button>
        </>
      )}
    </div>
  );
}
