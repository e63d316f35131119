import { useCallback, useEffect, useState } from "preact/hooks";
import type { Id } from "qoldau";
import type { Spoken } from "../app";
import { bytesOfFile } from "../files";
import { FileDrop } from "../parts/file_button";
import { address, DESK } from "../route";
import { sayFailure } from "../say_failure";
import type { Snapshot, Store } from "../store/store";
import { focusHeading, Frame } from "../views/frame";
import { WORDS, type Words } from "../words";
import { openShelf, putOnShelf, shelves, takeAway } from "./shelves";
import { DeskView } from "./view";

type DeskProps = Omit<Spoken, "kept"> & { plan: Id | null };

/** The desk of the operator's manager: submissions to read only, and a small journal of remarks. */
export function Desk({ plan, language, onLanguage }: DeskProps) {
  const words = WORDS[language];
  const [known, setKnown] = useState<Id[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [message, setMessage] = useState("");
  const [taken, setTaken] = useState(0);
  useEffect(() => void shelves().then(setKnown), [plan, taken]);
  useEffect(() => {
    document.title = `${words.review.deskTitle} – QOLDAU`;
    focusHeading();
  }, [plan]);
  const tried = async (work: () => Promise<string>) => {
    setFailure(null);
    setMessage("");
    try {
      setMessage(await work());
    } catch (error) {
      setFailure(sayFailure(error, words));
    }
  };
  const open = (file: Blob) =>
    tried(async () => {
      const of = await putOnShelf(await bytesOfFile(file));
      setTaken((times) => times + 1);
      location.hash = address(DESK, of);
      return words.review.opened;
    });
  const away = (of: Id) =>
    tried(async () => {
      location.hash = address(DESK);
      await takeAway(of);
      setTaken((times) => times + 1);
      return "";
    });
  const shown = plan !== null && known?.includes(plan) ? plan : null;
  return (
    <Frame
      words={words}
      language={language}
      onLanguage={onLanguage}
      message={message}
      onMessageSeen={() => setMessage("")}
      tabs={false}
      beside={false}
    >
      <Opening words={words} failure={failure} lead={shown === null} onOpen={(file) => void open(file)} />
      {shown === null ? (
        <Shelves words={words} plans={known ?? []} />
      ) : (
        <Shelf key={`${shown} ${taken}`} plan={shown} words={words} language={language} tried={tried} onErase={() => void away(shown)} />
      )}
    </Frame>
  );
}

interface OpeningProps {
  words: Words;
  failure: string | null;
  /** Whether nothing is open yet. */
  lead: boolean;
  onOpen: (file: Blob) => void;
}

/** Where to put the file of a submission. */
function Opening({ words, failure, lead, onOpen }: OpeningProps) {
  return (
    <div class={lead ? "start" : "desk-head"}>
      <p class="sample-note">
        <a href={address(lead ? "overview" : DESK)}>{words.review.back}</a> · {words.review.readOnly}
      </p>
      {lead && (
        <>
          <h1 tabIndex={-1}>{words.review.deskTitle}</h1>
          <p class="lead">{words.review.deskLead}</p>
        </>
      )}
      <FileDrop
        words={words.review.openSubmission}
        hint={words.review.dropSubmission}
        accept=".json,application/json"
        quiet={!lead}
        onChoose={onOpen}
      />
      {failure && (
        <p class="wrong refused" role="alert">
          {failure}
        </p>
      )}
    </div>
  );
}

function Shelves({ words, plans }: { words: Words; plans: Id[] }) {
  if (plans.length === 0) return null;
  return (
    <div class="start">
      <h2>{words.review.openedBefore}</h2>
      <ul class="things">
        {plans.map((plan) => (
          <li key={plan}>
            <a href={address(DESK, plan)}>{plan}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface ShelfProps {
  plan: Id;
  words: Words;
  language: Spoken["language"];
  tried: (work: () => Promise<string>) => Promise<void>;
  onErase: () => void;
}

/** What is kept of one project, read as long as it is looked at. */
function Shelf({ plan, words, language, tried, onErase }: ShelfProps) {
  const [at, setAt] = useState<{ store: Store; kept: Snapshot } | null>(null);
  const read = useCallback(async (store: Store) => setAt({ store, kept: await store.read() }), []);
  useEffect(() => {
    let store: Store | null = null;
    let left = false;
    let forget = () => {};
    void openShelf(plan).then((of) => {
      store = of;
      if (left) return of.close();
      forget = of.onChange(() => void read(of));
      return read(of);
    });
    return () => {
      left = true;
      forget();
      store?.close();
    };
  }, [plan, read]);
  if (!at) return null;
  return (
    <DeskView
      words={words}
      language={language}
      kept={at.kept}
      onRecord={(sayings) =>
        tried(async () => {
          await at.store.record(sayings, { as: "operator" });
          await read(at.store);
          return words.review.deskKept;
        })
      }
      onRole={(author, role) =>
        void tried(async () => {
          await at.store.giveRole(author, role);
          await read(at.store);
          return words.review.deskKept;
        })
      }
      onErase={() => {
        // Nothing is taken away that somebody has open.
        at.store.close();
        onErase();
      }}
    />
  );
}
