import { useEffect, useState } from "preact/hooks";
import type { Language } from "qoldau";
import { PeopleBeside, SurveysBeside } from "./beside";
import { Desk } from "./desk/desk";
import { bytesOfFile } from "./files";
import { sayInvalid } from "./invalid";
import { useKept, type Kept } from "./kept";
import { keepLanguage, languageAtStart } from "./language";
import { Opened } from "./opened";
import { Definitions } from "./parts/icons";
import { DESK, PEOPLE, SURVEYS, useRoute } from "./route";
import { sayFailure } from "./say_failure";
import type { Snapshot, Store } from "./store/store";
import { Frame } from "./views/frame";
import { Start } from "./views/start";
import { WORDS } from "./words";

interface AppProps {
  store: Store;
  before: Snapshot;
}

export function App({ store, before }: AppProps) {
  const kept = useKept(store, before);
  const [language, setLanguage] = useState(languageAtStart);
  const choose = (chosen: Language) => {
    keepLanguage(chosen);
    setLanguage(chosen);
  };
  useEffect(() => void (document.documentElement.lang = language), [language]);
  useEffect(() => sayInvalid(language), [language]);
  const { project } = kept;
  const { tab, place, part } = useRoute();
  const beside = { kept, language, onLanguage: choose };
  return (
    <>
      <Definitions />
      {tab === DESK ? (
        <Desk plan={place} language={language} onLanguage={choose} />
      ) : tab === SURVEYS ? (
        <SurveysBeside {...beside} place={place} part={part} />
      ) : tab === PEOPLE ? (
        <PeopleBeside {...beside} />
      ) : project ? (
        <Opened kept={kept} project={project} language={language} onLanguage={choose} />
      ) : (
        <Unopened kept={kept} language={language} onLanguage={choose} />
      )}
    </>
  );
}

export interface Spoken {
  kept: Kept;
  language: Language;
  onLanguage: (language: Language) => void;
}

function Unopened({ kept, language, onLanguage }: Spoken) {
  const words = WORDS[language];
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const open = async (work: () => Promise<void>) => {
    setBusy(true);
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  useEffect(() => void (document.title = "QOLDAU"), []);
  return (
    <Frame words={words} language={language} onLanguage={onLanguage} tabs={false}>
      <Start
        words={words}
        busy={busy}
        failure={failure === null ? null : sayFailure(failure, words)}
        onAnnex={(file) => void open(async () => kept.openAnnex(await bytesOfFile(file)))}
        onSample={() => void open(kept.openSample)}
      />
    </Frame>
  );
}
