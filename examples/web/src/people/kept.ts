import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { guessColumns, type PairDecision } from "qoldau/people";
import { sha256 } from "../files";
import type { List, PeopleStore } from "./store";
import { isWorkbook, loadWorkbooks, peopleSheetsOf } from "./workbooks";

/** The lists of this browser with what was decided about their rows, and every way to change them. */
export interface KeptPeople {
  lists: readonly List[];
  decisions: readonly PairDecision[];
  /**
   * Keeps a list with its columns guessed, of a workbook one for every sheet with people; none where all of them are here already. It throws when
   * the bytes are no table and no workbook.
   */
  add(bytes: Uint8Array, name: string): Promise<List[]>;
  changeList(id: string, change: (list: List) => Partial<List>): Promise<void>;
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
    if (read.lists.some(({ sheet }) => sheet !== undefined)) await loadWorkbooks();
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
      const event = name.replace(/\.[a-z]+$/i, "");
      const common = { came: Date.now(), on: null, bytes, headcount: null };
      let lists: List[];
      if (isWorkbook(bytes)) {
        await loadWorkbooks();
        lists = peopleSheetsOf(bytes).map(({ sheet, name, headingRow, columns }) => ({
          ...common,
          id: `${id}.${sheet}`,
          came: common.came + sheet / 1000,
          event: `${event}, ${name}`,
          sheet: { number: sheet, headingRow },
          columns,
        }));
      } else {
        lists = [{ ...common, id, event, columns: guessColumns(bytes).columns }];
      }
      const fresh = lists.filter((list) => !kept.lists.some((known) => known.id === list.id));
      for (const list of fresh) await store.putList(list);
      await reread();
      return fresh;
    },
    changeList: (id, change) => then(store.changeList(id, change)),
    removeList: (id) => then(store.removeList(id)),
    decide: (decision) => then(store.decide(decision)),
    takeBack: (decision) => then(store.takeBack(decision)),
    erase: () => then(store.erase()),
  };
}
