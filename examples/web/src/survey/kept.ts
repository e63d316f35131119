import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Id, Response } from "qoldau/survey";
import type { Draft, Survey, SurveyStore } from "./store";

/** The surveys of this browser, and every way to change them. Each way writes first and shows then. */
export interface KeptSurveys {
  surveys: readonly Survey[];
  open(json: Uint8Array, sample: boolean): Promise<Id>;
  /** Keeps answers, and says how many were not there yet. */
  keepAnswers(of: Id, source: string | null, responses: readonly Response[]): Promise<number>;
  removeAnswers(of: Id, ids: readonly Id[]): Promise<void>;
  /** Keeps what is being filled in. */
  keepDraft(of: Id, draft: Draft): Promise<void>;
  dropDraft(of: Id): Promise<void>;
  remove(of: Id): Promise<void>;
}

/** The surveys, nothing while they are being read, or why they cannot be. */
export function useSurveys(store: SurveyStore): KeptSurveys | { failure: unknown } | null {
  const [surveys, setSurveys] = useState<Survey[] | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  // Only the newest reading is shown, however long an earlier one takes.
  const reading = useRef(0);
  const reread = useCallback(async () => {
    reading.current += 1;
    const own = reading.current;
    const read = await store.read();
    if (own === reading.current) setSurveys(read);
  }, [store]);
  useEffect(() => {
    const read = () => void reread().catch(setFailure);
    read();
    return store.onChange(read);
  }, [store, reread]);
  if (surveys === null) return failure === null ? null : { failure };

  /** Asked for by a deed of the reader's, as some browsers want it: not to be cleared away when space is short. */
  const forGood = () => void navigator.storage?.persist?.();
  const then = async <T>(change: Promise<T>): Promise<T> => {
    forGood();
    const made = await change;
    await reread();
    return made;
  };
  return {
    surveys,
    open: (json, sample) => then(store.keepQuestionnaire(json, sample)),
    keepAnswers: (of, source, responses) => then(store.keepAnswers(of, source, responses)),
    removeAnswers: (of, ids) => then(store.removeAnswers(of, ids)),
    // What is typed is shown by the form itself; reading everything anew at every letter would be of no use.
    keepDraft: (of, draft) => store.keepDraft(of, draft),
    dropDraft: (of) => then(store.dropDraft(of)),
    remove: (of) => then(store.remove(of)),
  };
}
