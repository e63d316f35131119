import { useEffect, useRef, useState } from "preact/hooks";
import { usePage, type Preset } from "../page";
import { ApprovalForm } from "./approval";
import { EventForm } from "./event";
import { EvidenceForm } from "./evidence";
import { ReadingForm } from "./reading";

const FORMS = { evidence: EvidenceForm, reading: ReadingForm, event: EventForm, approval: ApprovalForm };
const KINDS = Object.keys(FORMS) as (keyof typeof FORMS)[];

/** The one place where facts are typed in: a dialog of the browser, which keeps the keyboard inside and closes by Esc. */
export function EntryDialog({ preset, onClose }: { preset: Preset; onClose: () => void }) {
  const { words } = usePage();
  const dialog = useRef<HTMLDialogElement>(null);
  const [kind, setKind] = useState(preset.kind ?? "evidence");
  useEffect(() => dialog.current?.showModal(), []);
  const Form = FORMS[kind];
  const close = () => dialog.current?.close();
  return (
    <dialog ref={dialog} class="entry" aria-labelledby="entry-title" onClose={onClose}>
      <header>
        <h2 id="entry-title">{words.newEntry}</h2>
        <button type="button" class="quiet" onClick={close}>
          {words.close}
        </button>
      </header>
      <div class="kinds" role="group" aria-label={words.kindOfEntry}>
        {KINDS.map((of) => (
          <button key={of} type="button" aria-pressed={of === kind} onClick={() => setKind(of)}>
            {words.kinds[of]}
          </button>
        ))}
      </div>
      <p class="hint">{words.kindHints[kind]}</p>
      <Form key={kind} preset={preset} onDone={close} />
    </dialog>
  );
}
