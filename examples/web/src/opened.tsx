import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { formatDate } from "qoldau";
import type { Spoken } from "./app";
import { today } from "./day";
import { EntryDialog } from "./entry/dialog";
import { bytesOfFile } from "./files";
import { PageContext, type Page, type Preset } from "./page";
import { indexOf } from "./plan_index";
import { refuseIdle } from "./review/effect";
import { frozen, refuseTwice, saveSubmission } from "./review/hand_in";
import { sayFailure } from "./say_failure";
import { standing, type Standing } from "./standing";
import { OtherPlan, type Project } from "./store/store";
import { Frame, Screen } from "./views/frame";
import { Unreadable } from "./views/unreadable";
import { WORDS } from "./words";

/** The page while there is a project. */
export function Opened({ kept, project, language, onLanguage }: Spoken & { project: Project }) {
  const words = WORDS[language];
  const { lines, aside, device, files, roles } = kept;
  const asOf = project.asOf ?? today();
  const [preset, setPreset] = useState<Preset | null>(null);
  const [message, setMessage] = useState("");
  const opener = useRef<Element | null>(null);
  const index = useMemo(() => indexOf(project.plan), [project.plan]);
  const held = useMemo(
    () => attempt(() => standing(project, lines, roles, asOf, language)),
    [project, lines, roles, asOf, language],
  );
  useEffect(() => {
    if (held.standing) document.title = `${held.standing.report.head.title} – QOLDAU`;
  }, [held]);
  useEffect(() => {
    const forget = () => setMessage("");
    addEventListener("hashchange", forget);
    return () => removeEventListener("hashchange", forget);
  }, []);
  const frame = { words, language, onLanguage, message, onMessageSeen: () => setMessage("") };
  if (!held.standing) {
    return (
      <Frame {...frame} tabs={false}>
        <Unreadable words={words} failure={sayFailure(held.failure, words)} kept={kept} />
      </Frame>
    );
  }

  /** Tells how a change went; nothing when it went well, else why it did not. */
  const tried = async (work: () => Promise<string>): Promise<string | null> => {
    try {
      setMessage(await work());
      return null;
    } catch (error) {
      const failure = sayFailure(error, words);
      setMessage(failure);
      return failure;
    }
  };
  /** The same of what shows by itself that it went well: only a failure is told. */
  const quietly = async (work: () => Promise<void>): Promise<string | null> => {
    try {
      await work();
      return null;
    } catch (error) {
      const failure = sayFailure(error, words);
      setMessage(failure);
      return failure;
    }
  };
  const page: Page = {
    words,
    language,
    project,
    lines,
    aside,
    device,
    files,
    roles,
    asOf,
    now: project.sample ? asOf : today(),
    standing: held.standing,
    index,
    record: (sayings, beside) =>
      tried(async () => {
        refuseIdle(held.standing.entries, sayings, device);
        await kept.record(sayings, beside);
        return sayings.some((saying) => saying.on > asOf) ? words.keptForLater : words.kept;
      }),
    handIn: (letter) =>
      tried(async () => {
        const { file, saying, leftOut } = frozen(project, lines, roles, asOf, letter);
        refuseTwice(held.standing.entries, saying);
        const after = await kept.record([saying], { file, as: letter.as });
        // A line that cannot be read is left out of the package and of the steps beside it: it is one line.
        const unread = Math.max(leftOut, saveSubmission(file, after, letter));
        const later = saying.on > asOf ? words.review.countsFrom.replace("{day}", formatDate(saying.on, language)) : "";
        const left = unread === 0 ? "" : `${words.review.leftOut}: ${unread}`;
        return [words.review.handedIn, later, left].filter((part) => part).join(" ");
      }),
    giveRole: (author, role) => quietly(() => kept.giveRole(author, role)),
    load: (file) =>
      tried(async () => {
        const before = new Set(lines);
        const { newEntries, findings, after } = await kept.load(await bytesOfFile(file));
        const came = after.filter((line) => !before.has(line)).map(cameWith);
        const told = [
          [words.loaded, newEntries],
          [words.review.ofThemRemarks, came.filter(({ kind }) => kind === "remark").length],
          [words.ofThemLater, came.filter(({ on = "" }) => on > asOf).length],
          [words.unreadLines, findings.length],
        ] as const;
        return told.filter(([, count], at) => at === 0 || count > 0).map(([name, count]) => `${name}: ${count}`).join(". ");
      }),
    reopen: (file) =>
      tried(async () => {
        const annex = await bytesOfFile(file);
        try {
          await kept.openAnnex(annex);
        } catch (error) {
          // Of a draft without the number or the day of its contract nobody but people can say whether it is the same one.
          if (!(error instanceof OtherPlan && error.mayBeOurs) || !confirm(words.otherPlanSure)) throw error;
          await kept.openAnnex(annex, true);
        }
        return words.planRead;
      }),
    settle: (activity, choices) =>
      tried(async () => {
        await kept.settle(activity, choices);
        return words.pairingKept;
      }),
    issue: (numbers) => quietly(() => kept.issue(numbers)),
    look: (day) => quietly(() => kept.look(day)),
    erase: () => quietly(kept.erase),
    add: (wanted) => {
      opener.current = document.activeElement;
      setPreset(wanted);
    },
  };
  const closed = () => {
    setPreset(null);
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  return (
    <PageContext.Provider value={page}>
      <Frame {...frame} tabs>
        <Screen />
      </Frame>
      {preset && <EntryDialog preset={preset} onClose={closed} />}
    </PageContext.Provider>
  );
}

/** What a line that came tells of itself. */
const cameWith = (line: string) => JSON.parse(line) as { kind?: string; on?: string };

type Attempt = { standing: Standing } | { standing: null; failure: unknown };

/** A journal that cannot be read as a whole must not take the page with it, for it has to be saved first of all. */
function attempt(work: () => Standing): Attempt {
  try {
    return { standing: work() };
  } catch (failure) {
    return { standing: null, failure };
  }
}
