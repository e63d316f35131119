import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Language } from "qoldau";
import { today } from "./day";
import { EntryDialog } from "./entry/dialog";
import { bytesOfFile } from "./files";
import { useKept, type Kept } from "./kept";
import { keepLanguage, languageAtStart } from "./language";
import { PageContext, type Page, type Preset } from "./page";
import { Definitions } from "./parts/icons";
import { indexOf } from "./plan_index";
import { sayFailure } from "./say_failure";
import { standing } from "./standing";
import type { Project, Storage } from "./storage";
import { Frame } from "./views/frame";
import { Start } from "./views/start";
import { WORDS } from "./words";

interface AppProps {
  storage: Storage;
  before: { project: Project | null; lines: string[] };
}

export function App({ storage, before }: AppProps) {
  const kept = useKept(storage, before);
  const [language, setLanguage] = useState(languageAtStart);
  const choose = (chosen: Language) => {
    keepLanguage(chosen);
    setLanguage(chosen);
  };
  useEffect(() => void (document.documentElement.lang = language), [language]);
  const { project } = kept;
  return (
    <>
      <Definitions />
      {project ? (
        <Opened kept={kept} project={project} language={language} onLanguage={choose} />
      ) : (
        <Unopened kept={kept} language={language} onLanguage={choose} />
      )}
    </>
  );
}

interface Spoken {
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
    <Frame words={words} language={language} onLanguage={onLanguage}>
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

function Opened({ kept, project, language, onLanguage }: Spoken & { project: Project }) {
  const words = WORDS[language];
  const { lines } = kept;
  const asOf = project.asOf ?? today();
  const [preset, setPreset] = useState<Preset | null>(null);
  const [message, setMessage] = useState("");
  const opener = useRef<Element | null>(null);
  const index = useMemo(() => indexOf(project.plan), [project.plan]);
  const held = useMemo(() => standing(project, lines, asOf, language), [project, lines, asOf, language]);
  useEffect(() => void (document.title = `${held.report.head.title} – QOLDAU`), [held]);

  const tried = async (work: () => Promise<string>): Promise<boolean> => {
    try {
      setMessage(await work());
      return true;
    } catch (error) {
      setMessage(sayFailure(error, words));
      return false;
    }
  };
  const page: Page = {
    words,
    language,
    project,
    lines,
    asOf,
    standing: held,
    index,
    record: (entries) =>
      tried(async () => {
        await kept.record(entries);
        return entries.some((entry) => entry.on > asOf) ? words.keptForLater : words.kept;
      }),
    load: async (file) =>
      void (await tried(async () => `${words.loaded}: ${await kept.load(await bytesOfFile(file))}`)),
    settle: async (activity, choices) =>
      void (await tried(async () => {
        await kept.settle(activity, choices);
        return words.pairingKept;
      })),
    look: kept.look,
    erase: kept.erase,
    add: (wanted) => {
      opener.current = document.activeElement;
      setPreset(wanted);
    },
    tell: setMessage,
  };
  const closed = () => {
    setPreset(null);
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  return (
    <PageContext.Provider value={page}>
      <Frame
        words={words}
        language={language}
        onLanguage={onLanguage}
        message={message}
        onMessageSeen={() => setMessage("")}
      />
      {preset && <EntryDialog preset={preset} onClose={closed} />}
    </PageContext.Provider>
  );
}
