import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Fact, IsoDate } from "qoldau";
import { entryOf } from "../journal";
import { usePage, type Preset } from "../page";

export interface FormProps {
  preset: Preset;
  onDone: () => void;
}

/** What a form says: a fact and the day it is true of. */
export interface Told {
  fact: Fact;
  on: IsoDate;
}

/** A form that becomes an entry when it is sent. `read` gives nothing when something is missing. */
export function EntryForm(props: {
  read: (given: FormData) => Told | Promise<Told>;
  onDone: () => void;
  children: ComponentChildren;
}) {
  const { words, record } = usePage();
  const [busy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget as HTMLFormElement);
    setBusy(true);
    try {
      const { fact, on } = await props.read(given);
      if (await record([entryOf(fact, on)])) props.onDone();
    } finally {
      setBusy(false);
    }
  };
  return (
    <form class="entry-form" onSubmit={submit}>
      {props.children}
      <button type="submit" disabled={busy}>
        {words.addEntry}
      </button>
    </form>
  );
}
