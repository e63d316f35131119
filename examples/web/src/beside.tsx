import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Spoken } from "./app";
import { Lately, once } from "./lately";
import { PEOPLE, SURVEYS } from "./route";
import { Frame } from "./views/frame";
import { WORDS, type Words } from "./words";

interface BesideProps extends Omit<Spoken, "kept"> {
  /** Whether there is a project, whose tabs lead back to it. */
  tabs: boolean;
}

const surveys = once(async () => {
  const { Surveys, openSurveys } = await import("./survey/open");
  return { Surveys, store: await openSurveys() };
});

const people = once(async () => {
  const { People, openPeople } = await import("./people/open");
  return { People, store: await openPeople() };
});

/** Surveys, whose module is fetched when somebody comes here. */
export function SurveysBeside({ place, part, ...beside }: BesideProps & { place: string | null; part: string | null }) {
  return (
    <Around {...beside} title={(words) => words.survey.title} at={`${SURVEYS} ${place} ${part}`}>
      {(words, onMessage) => (
        <Lately words={words} load={surveys}>
          {({ Surveys, store }) => (
            <Surveys
              store={store}
              words={words}
              language={beside.language}
              place={place}
              part={part}
              onMessage={onMessage}
            />
          )}
        </Lately>
      )}
    </Around>
  );
}

/** Lists of people, the same. */
export function PeopleBeside(beside: BesideProps) {
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

interface AroundProps extends BesideProps {
  title: (words: Words) => string;
  /** Where the reader is. */
  at: string;
  children: (words: Words, onMessage: (message: string) => void) => ComponentChildren;
}

function Around({ language, onLanguage, tabs, title, at, children }: AroundProps) {
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
      tabs={tabs}
    >
      {children(words, setMessage)}
    </Frame>
  );
}
