import { save } from "../files";
import type { Kept } from "../kept";
import { bytesOf } from "../store/lines";
import type { Words } from "../words";

interface UnreadableProps {
  words: Words;
  failure: string;
  kept: Kept;
}

/** What is kept cannot be read: it can be saved as it is, and erased. */
export function Unreadable({ words, failure, kept }: UnreadableProps) {
  return (
    <div class="start">
      <h1 tabIndex={-1}>{words.unreadable}</h1>
      <p class="wrong" role="alert">
        {failure}
      </p>
      <p class="actions">
        <button type="button" onClick={() => save("qoldau.jsonl", "application/jsonl", bytesOf(kept.lines))}>
          {words.saveJournal}
        </button>
        <button
          type="button"
          class="quiet danger"
          onClick={() => {
            if (confirm(words.eraseSure)) void kept.erase();
          }}
        >
          {words.eraseAll}
        </button>
      </p>
    </div>
  );
}
