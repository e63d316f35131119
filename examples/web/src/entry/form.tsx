import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Fact, IsoDate } from "qoldau";
import { entryOf } from "../journal";
import { usePage, type Preset } from "../page";
import { sayFailure } from "../say_failure";

export interface FormProps {
  preset: Preset;
  onDone: () => void;
}

/** What a form says: a fact and the day it is true of. */
export interface Told {
  fact: Fact;
  on: IsoDate;
}

interface EntryFormProps {
  /** What the fields say; it throws when something in them cannot be an entry. */
  read: (given: FormData) => Told | Promise<Told>;
  onDone: () => void;
  children: ComponentChildren;
}

/** A form that becomes an entry when it is sent. What went wrong stands in the form: a dialog hides all the rest. */
export function EntryForm({ read, onDone, children }: EntryFormProps) {
  const { words, record } = usePage();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget as HTMLFormElement);
    setBusy(true);
    const failed = await recorded(given);
    setBusy(false);
    setFailure(failed);
    if (failed === null) onDone();
  };
  const recorded = async (given: FormData): Promise<string | null> => {
    try {
      const { fact, on } = await read(given);
      return await record([entryOf(fact, on)]);
    } catch (error) {
      return sayFailure(error, words);
    }
  };
  return (
    <form class="entry-form" onSubmit={submit}>
      {children}
      {failure !== null && (
        <p class="wrong" role="alert">
          {failure}
        </p>
      )}
      <button type="submit" disabled={busy}>
        {words.addEntry}
      </button>
    </form>
  );
}
