import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Spoken } from "./app";
import { today } from "./day";
import { Lately, once } from "./lately";
import { indexOf } from "./plan_index";
import { PEOPLE, SURVEYS } from "./route";
import type { Saying } from "./store/store";
import { Frame } from "./views/frame";
import { WORDS, type Words } from "./words";

const surveys = once(async () => {
  const { Surveys, openSurveys } = await import("./survey/open");
  return { Surveys, store: await openSurveys() };
});

const people = once(async () => {
  const { People, openPeople } = await import("./people/open");
  return { People, store: await openPeople() };
});

/** Surveys, whose module is fetched when somebody comes here. */
export function SurveysBeside({ place, part, ...beside }: Spoken & { place: string | null; part: string | null }) {
  const { kept, language } = beside;
  const { project } = kept;
  const plan = useMemo(() => project && indexOf(project.plan), [project]);
  const journal = project && plan && {
    plan,
    async record(saying: Saying) {
      await kept.record([saying]);
      return saying.on > (project.asOf ?? today()) ? WORDS[language].keptForLater : WORDS[language].kept;
    },
  };
  return (
    <Around {...beside} title={(words) => words.survey.title} at={`${SURVEYS} ${place} ${part}`}>
      {(words, onMessage) => (
        <Lately words={words} load={surveys}>
          {({ Surveys, store }) => (
            <Surveys
              store={store}
              words={words}
              language={language}
              place={place}
              part={part}
              journal={journal}
              onMessage={onMessage}
            />
          )}
        </Lately>
      )}
    </Around>
  );
}

/** Lists of people, the same. */
export function PeopleBeside(beside: Spoken) {
  return (
    <Around {...beside} title={(words) => words.people.title} at={PEOPLE}>
      {(words, onMessage) => (
        <Lately words={words} load={people}>
          {({ People, store }) => (
            <People store={store} words={words} language={beside.language} onMessage={onMessage} />
          )}
        </Lately>
      )}
    </Around>
  );
}

interface AroundProps extends Spoken {
  title: (words: Words) => string;
  /** Where the reader is. */
  at: string;
  children: (words: Words, onMessage: (message: string) => void) => ComponentChildren;
}

function Around({ kept, language, onLanguage, title, at, children }: AroundProps) {
  const words = WORDS[language];
  const [message, setMessage] = useState("");
  const name = title(words);
  // What was told of one place is of no use in the next.
  useEffect(() => setMessage(""), [at]);
  useEffect(() => {
    document.title = `${name} – QOLDAU`;
  }, [name, at]);
  return (
    <Frame
      words={words}
      language={language}
      onLanguage={onLanguage}
      message={message}
      onMessageSeen={() => setMessage("")}
      // The tabs of a project that is open lead back to it.
      tabs={kept.project !== null}
    >
      {children(words, setMessage)}
    </Frame>
  );
}
