import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { usePage, type Preset } from "../page";
import { useOnce } from "../parts/once";
import { sayFailure } from "../say_failure";
import type { Saying } from "../store/store";

export interface FormProps {
  preset: Preset;
  onDone: () => void;
}

interface EntryFormProps {
  /** What the fields say; it throws when something in them cannot be an entry. */
  read: (given: FormData) => Saying | Promise<Saying>;
  onDone: () => void;
  children: ComponentChildren;
}

/** A form that becomes an entry when it is sent. What went wrong stands in the form: a dialog hides all the rest. */
export function EntryForm({ read, onDone, children }: EntryFormProps) {
  const { words, record } = usePage();
  const [failure, setFailure] = useState<string | null>(null);
  const [send, busy] = useOnce(async (given: FormData) => {
    const failed = await recorded(given);
    setFailure(failed);
    if (failed === null) onDone();
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void send(new FormData(event.currentTarget as HTMLFormElement));
  };
  const recorded = async (given: FormData): Promise<string | null> => {
    try {
      return await record([await read(given)]);
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
