import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { guessColumns, type Language, type PairDecision } from "qoldau/people";
import { today } from "../day";
import { bytesOfFile, sha256 } from "../files";
import { FileDrop } from "../parts/file_button";
import { sampleList } from "../sample";
import { sayFailure } from "../say_failure";
import { focusHeading } from "../views/frame";
import type { Words } from "../words";
import { counted, type Counted } from "./counted";
import { ListCard } from "./list";
import { Pairs } from "./pairs";
import { ReachCard } from "./reach";
import type { List, PeopleStore } from "./store";

interface PeopleProps {
  store: PeopleStore;
  words: Words;
  language: Language;
  onMessage: (message: string) => void;
}

interface Kept {
  lists: List[];
  decisions: PairDecision[];
}

/** Lists of people: read, counted, and who stands on them twice. */
export function People({ store, words, language, onMessage }: PeopleProps) {
  const [kept, setKept] = useState<Kept | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [withNames, setWithNames] = useState(false);
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
  const read = kept !== null;
  useEffect(() => {
    if (read) focusHeading();
  }, [read]);
  const held = useMemo(() => attempt(kept), [kept]);
  if (!kept || !held) return null;

  const tried = async (work: () => Promise<string>) => {
    setFailure(null);
    try {
      onMessage(await work());
    } catch (error) {
      setFailure(error);
    }
    await reread();
  };
  const change = (work: () => Promise<void>) =>
    void tried(async () => {
      await work();
      return "";
    });
  const add = (file: Blob, name: string) =>
    void tried(async () => {
      const bytes = await bytesOfFile(file);
      const id = (await sha256(bytes)).slice(0, 12);
      if (kept.lists.some((list) => list.id === id)) return words.people.listAgain;
      const { columns } = guessColumns(bytes);
      const list = { id, came: Date.now(), event: name.replace(/\.[a-z]+$/i, ""), on: today(), bytes, columns, headcount: null };
      await store.putList(list);
      return `${words.people.listAdded}: ${counted([list], []).rows.size}`;
    });
  const addSample = () =>
    void sampleList().then(
      (bytes) => add(new Blob([bytes as BlobPart]), "people.csv"),
      (error: unknown) => setFailure(error),
    );
  const erase = () => {
    if (confirm(words.people.eraseSure)) change(() => store.erase());
  };
  const wrong = failure ?? ("failure" in held ? held.failure : null);
  return (
    <div class={withNames ? "people with-names" : "people"}>
      <h1 tabIndex={-1}>{words.people.title}</h1>
      <p class="lead no-print">{words.people.lead}</p>
      <FileDrop
        words={words.people.openList}
        hint={words.people.dropList}
        accept=".csv,text/csv"
        quiet={kept.lists.length > 0}
        onChoose={(file) => add(file, file.name)}
      />
      {wrong !== null && (
        <p class="wrong" role="alert">
          {sayFailure(wrong, words)}
        </p>
      )}
      <p class="hint no-print">{words.people.privacy}</p>
      {kept.lists.length === 0 ? (
        <p class="sample">
          {words.people.empty}{" "}
          <button type="button" class="quiet" onClick={addSample}>
            {words.people.example}
          </button>
        </p>
      ) : (
        "counted" in held && (
          <>
            <ReachCard words={words} language={language} counted={held.counted} />
            <Pairs
              words={words}
              language={language}
              counted={held.counted}
              decisions={kept.decisions}
              onDecide={(decision) => change(() => store.decide(decision))}
              onTakeBack={(decision) => change(() => store.takeBack(decision))}
            />
          </>
        )
      )}
      {kept.lists.length > 0 && (
        <section aria-labelledby="lists" class="no-print">
          <h2 id="lists">{words.people.lists}</h2>
          {kept.lists.map((list) => (
            <ListCard
              key={list.id}
              words={words}
              language={language}
              list={list}
              onChange={(next) => change(() => store.putList(next))}
              onRemove={() => change(() => store.removeList(list.id))}
            />
          ))}
          <p class="erase">
            <label class="choice">
              <input
                type="checkbox"
                checked={withNames}
                onChange={(event) => setWithNames(event.currentTarget.checked)}
              />
              <span>{words.people.withNames}</span>
            </label>
            <button type="button" class="quiet" onClick={() => print()}>
              {words.people.print}
            </button>
            <button type="button" class="quiet danger" onClick={erase}>
              {words.people.eraseAll}
            </button>
          </p>
        </section>
      )}
    </div>
  );
}

/** A list that cannot be read must not take the page with it, for it has to be taken away. */
function attempt(kept: Kept | null): { counted: Counted } | { failure: unknown } | null {
  if (kept === null) return null;
  try {
    return { counted: counted(kept.lists, kept.decisions) };
  } catch (failure) {
    return { failure };
  }
}
