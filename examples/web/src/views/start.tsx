import { useState } from "preact/hooks";
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
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer?.files[0];
    if (file) onAnnex(file);
  };
  return (
    <div class="start">
      <h1 tabIndex={-1}>{words.startTitle}</h1>
      <p class="lead">{words.startLead}</p>
      <label
        class={over ? "drop over" : "drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <span class="button">{words.chooseAnnex}</span>
        <span class="hint">{words.dropAnnex}</span>
        <input
          type="file"
          class="silent"
          accept=".docx,.txt"
          disabled={busy}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = "";
            if (file) onAnnex(file);
          }}
        />
      </label>
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
