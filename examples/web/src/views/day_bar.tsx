import { formatDate } from "qoldau";
import { today } from "../day";
import { usePage } from "../page";

/** Every screen says when it does not show today: who set another day for a report once may not think of it weeks later. */
export function DayBar() {
  const { words, language, asOf, look } = usePage();
  if (asOf === today()) return null;
  return (
    <p class="day-bar">
      {words.lookedAt}: <b>{formatDate(asOf, language)}</b>{" "}
      <button type="button" class="quiet" onClick={() => void look(null)}>
        {words.today}
      </button>
    </p>
  );
}
