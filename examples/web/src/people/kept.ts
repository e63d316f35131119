import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { guessColumns, type PairDecision } from "qoldau/people";
import { today } from "../day";
import { sha256 } from "../files";
import type { List, PeopleStore } from "./store";

/** The lists of this browser with what was decided about their rows, and every way to change them. */
export interface KeptPeople {
  lists: readonly List[];
  decisions: readonly PairDecision[];
  /** Keeps a list with its columns guessed; nothing where it is here already. It throws when the bytes are no table. */
  add(bytes: Uint8Array, name: string): Promise<List | null>;
  putList(list: List): Promise<void>;
  removeList(id: string): Promise<void>;
  decide(decision: PairDecision): Promise<void>;
  takeBack(decision: PairDecision): Promise<void>;
  erase(): Promise<void>;
}

export function usePeople(store: PeopleStore): KeptPeople | null {
  const [kept, setKept] = useState<{ lists: List[]; decisions: PairDecision[] } | null>(null);
  // Only the newest reading is shown, however long an earlier one takes.
  const reading = useRef(0);
  const reread = useCallback(async () => {
    reading.current += 1;
    const own = reading.current;
    const read = await store.read();
    if (own === reading.current) setKept(read);
  }, [store]);
  useEffect(() => {
    void reread();
    return store.onChange(() => void reread());
  }, [store, reread]);
  if (!kept) return null;
  const then = async (change: Promise<void>) => {
    await change;
    await reread();
  };
  return {
    ...kept,
    async add(bytes, name) {
      const id = (await sha256(bytes)).slice(0, 12);
      if (kept.lists.some((list) => list.id === id)) return null;
      const { columns } = guessColumns(bytes);
      const event = name.replace(/\.[a-z]+$/i, "");
      const list = { id, came: Date.now(), event, on: today(), bytes, columns, headcount: null };
      await then(store.putList(list));
      return list;
    },
    putList: (list) => then(store.putList(list)),
    removeList: (id) => then(store.removeList(id)),
    decide: (decision) => then(store.decide(decision)),
    takeBack: (decision) => then(store.takeBack(decision)),
    erase: () => then(store.erase()),
  };
}
