import { formatDate } from "qoldau";
import { today } from "../day";
import { usePage } from "../page";
import { waitingIn } from "../review/waiting";

/** What was loaded and is not to be seen among the remarks of the day: because nobody said whose it is, or because it is of a later day. */
export function useWaiting() {
  const { standing, roles, asOf } = usePage();
  return waitingIn(standing.entries, roles, asOf);
}

/** The remarks after the day that is looked at, and the way to see them. */
export function LaterRemarks() {
  const { words, language, look } = usePage();
  const { later } = useWaiting();
  const last = later.at(-1);
  if (last === undefined) return null;
  const now = today();
  return (
    <p class="callout late later-remarks">
      {words.review.laterRemarks}: {later.length} ({later.map((on) => formatDate(on, language)).join("; ")}){" "}
      <button type="button" class="quiet" onClick={() => void look(now < last ? last : null)}>
        {now < last ? formatDate(last, language) : words.today}
      </button>
    </p>
  );
}
