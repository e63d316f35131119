import { FileDrop } from "../parts/file_button";
import { address, DESK } from "../route";
import type { Words } from "../words";

export interface StartProps {
  words: Words;
  busy: boolean;
  failure: string | null;
  onAnnex: (file: Blob) => void;
  onSample: () => void;
}

/** Before there is a plan: where to put the annex. */
export function Start({ words, busy, failure, onAnnex, onSample }: StartProps) {
  return (
    <div class="start">
      <h1 tabIndex={-1}>{words.startTitle}</h1>
      <p class="lead">{words.startLead}</p>
      <FileDrop
        words={words.chooseAnnex}
        hint={words.dropAnnex}
        accept=".docx,.txt"
        disabled={busy}
        onChoose={onAnnex}
      />
      {failure && (
        <p class="wrong" role="alert">
          {failure}
        </p>
      )}
      <p class="sample">
        {words.orSample}{" "}
        <button type="button" class="quiet" disabled={busy} onClick={onSample}>
          {words.openSample}
        </button>
      </p>
      <p class="sample">
        {words.review.deskTitle}: <a href={address(DESK)}>{words.review.openDesk}</a>
      </p>
      <ul class="promises">
        {words.promises.map((promise) => (
          <li key={promise}>{promise}</li>
        ))}
      </ul>
    </div>
  );
}
