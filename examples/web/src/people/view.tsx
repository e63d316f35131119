import { useEffect, useMemo, useState } from "preact/hooks";
import type { Language, PairDecision } from "qoldau/people";
import { bytesOfFile } from "../files";
import { FileDrop } from "../parts/file_button";
import { sampleList } from "../sample";
import { sayFailure } from "../say_failure";
import { focusHeading } from "../views/frame";
import type { Words } from "../words";
import { counted, type Counted } from "./counted";
import { usePeople } from "./kept";
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

/** Lists of people: read, counted, and who stands on them twice. */
export function People({ store, words, language, onMessage }: PeopleProps) {
  const kept = usePeople(store);
  const [failure, setFailure] = useState<unknown>(null);
  const [withNames, setWithNames] = useState(false);
  const read = kept !== null;
  useEffect(() => {
    if (read) focusHeading();
  }, [read]);
  const [lists, decisions] = [kept?.lists ?? NOTHING, kept?.decisions ?? NOTHING];
  const held = useMemo(() => attempt(lists, decisions), [lists, decisions]);
  if (!kept) return null;

  const tried = async (work: () => Promise<string>) => {
    setFailure(null);
    try {
      onMessage(await work());
    } catch (error) {
      setFailure(error);
    }
  };
  const change = (work: () => Promise<void>) => void tried(() => work().then(() => ""));
  const add = (bytes: () => Promise<Uint8Array>, name: string) =>
    void tried(async () => {
      const lists = await kept.add(await bytes(), name);
      if (lists.length === 0) return words.people.listAgain;
      return `${words.people.listAdded}: ${counted(lists, []).rows.size}`;
    });
  const erase = () => {
    if (confirm(words.people.eraseSure)) change(kept.erase);
  };
  const wrong = failure ?? ("failure" in held ? held.failure : null);
  return (
    <div class={withNames ? "people with-names" : "people"}>
      <h1 tabIndex={-1}>{words.people.title}</h1>
      <p class="lead no-print">{words.people.lead}</p>
      <FileDrop
        words={words.people.openList}
        hint={words.people.dropList}
        accept=".csv,text/csv,.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        quiet={kept.lists.length > 0}
        several
        onChoose={(file) => add(() => bytesOfFile(file), file.name)}
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
          <button type="button" class="quiet" onClick={() => add(sampleList, "people.csv")}>
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
              onDecide={(decision) => change(() => kept.decide(decision))}
              onTakeBack={(decision) => change(() => kept.takeBack(decision))}
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
              onChange={(next) => change(() => kept.changeList(list.id, next))}
              onRemove={() => change(() => kept.removeList(list.id))}
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

const NOTHING: never[] = [];

/** A list that cannot be read must not take the page with it, for it has to be taken away. */
function attempt(
  lists: readonly List[],
  decisions: readonly PairDecision[],
): { counted: Counted } | { failure: unknown } {
  try {
    return { counted: counted(lists, decisions) };
  } catch (failure) {
    return { failure };
  }
}
