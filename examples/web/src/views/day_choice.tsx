import { dayOf, today } from "../day";
import { usePage } from "../page";
import { DayInput } from "../parts/day_input";

/** The day everything is looked at. */
export function DayChoice() {
  const { words, asOf, look } = usePage();
  const change = (text: string) => {
    const day = dayOf(text);
    if (day) void look(day === today() ? null : day);
  };
  return (
    <div class="day-choice" data-shown={asOf}>
      <label for="as-of">{words.day}</label>
      <DayInput id="as-of" value={asOf} onDay={change} />
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
