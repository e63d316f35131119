import { useRef, useState } from "preact/hooks";

/** Work that goes on once at a time, and whether it goes on: what is pressed twice in haste is not recorded twice. */
export function useOnce<Given extends unknown[]>(
  work: (...given: Given) => Promise<unknown>,
): [(...given: Given) => Promise<void>, boolean] {
  const going = useRef(false);
  const [busy, setBusy] = useState(false);
  const once = async (...given: Given) => {
    if (going.current) return;
    going.current = true;
    setBusy(true);
    try {
      await work(...given);
    } finally {
      going.current = false;
      setBusy(false);
    }
  };
  return [once, busy];
}

/** What a form does when it is sent. */
export const sentWith = (work: (form: HTMLFormElement) => Promise<void>) => (event: SubmitEvent) => {
  event.preventDefault();
  void work(event.currentTarget as HTMLFormElement);
};
