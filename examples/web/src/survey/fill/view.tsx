import { useState } from "preact/hooks";
import { saidOr, useSurvey } from "../context";
import { CONSENT } from "./begin";
import { END, goTo, placeOf, useFilling, type Filling } from "./filling";
import { End, Step, Steps } from "./steps";

const WAY = "qoldau-survey-one-page";

/** A questionnaire to fill in: on one page or question by question, with a network or without. */
export function FillView() {
  const { words, questionnaire } = useSurvey();
  const filling = useFilling();
  const [onePage, setOnePage] = useState(() => localStorage.getItem(WAY) === "yes");
  const { draft, response, fields, steps, change, keep } = filling;
  const phases = questionnaire.phases ?? [];
  const phased = phases.length === 0 || phases.some(({ id }) => id === response.phase);
  const choose = (way: boolean) => {
    localStorage.setItem(WAY, way ? "yes" : "no");
    setOnePage(way);
  };
  const end = (
    <End
      refuses={filling.refuses}
      ready={filling.consents || filling.refuses}
      wrong={filling.all && !filling.refuses ? filling.wrong : []}
      onWrong={(place) => (onePage ? goTo(placeOf(place)) : change({ ...draft, at: place }))}
    />
  );
  return (
    <section aria-labelledby="fill" class="fill">
      <h2 id="fill" tabIndex={-1}>
        {words.survey.parts.fill}
      </h2>
      <Head filling={filling} onePage={onePage} onChoose={choose} />
      {!phased ? (
        <p class="callout">{words.survey.choosePhase}</p>
      ) : onePage ? (
        <form
          class="questions"
          onKeyDown={stay}
          onSubmit={(event) => {
            event.preventDefault();
            void keep();
          }}
        >
          {steps.map((step) => step !== END && <Step key={step} step={step} filling={filling} />)}
          {end}
        </form>
      ) : (
        <Steps
          steps={steps}
          at={draft.at}
          part={(step) => (step === END ? end : <Step key={step} step={step} filling={filling} />)}
          onGo={(at) => change({ ...draft, at })}
          onEnd={() => void keep()}
          // Nobody goes on without having said whether they agree.
          blocked={(step) => step === CONSENT && response.consent === null}
        />
      )}
      <p class="progress" role="status">
        {words.survey.answered}: {fields.filter(({ state: { standing } }) => isDone(standing.kind)).length} /{" "}
        {fields.filter(({ question }) => question.answer.kind !== "note").length}
      </p>
      <p class="actions">
        <button type="button" class="quiet" onClick={filling.startOver}>
          {words.survey.startOver}
        </button>
      </p>
      <p class="hint">{words.survey.draftKept}</p>
    </section>
  );
}

interface HeadProps {
  filling: Filling;
  onePage: boolean;
  onChoose: (onePage: boolean) => void;
}

/** In which phase it is filled in, and how. */
function Head({ filling: { draft, response, change }, onePage, onChoose }: HeadProps) {
  const { words, language, questionnaire } = useSurvey();
  const phases = questionnaire.phases ?? [];
  return (
    <div class="fill-head">
      {phases.length > 0 && (
        <div class="field">
          <label for="phase">{words.glossary.surveyPhase}</label>
          <select
            id="phase"
            onChange={({ currentTarget: { value } }) =>
              change({ ...draft, response: { ...response, phase: value === "" ? null : value } })
            }
          >
            <option value="">{words.choose}</option>
            {phases.map(({ id, title }) => (
              <option key={id} value={id} selected={id === response.phase}>
                {saidOr(title, language, id)}
              </option>
            ))}
          </select>
        </div>
      )}
      <div class="chips" role="group" aria-label={words.survey.way}>
        {[false, true].map((way) => (
          <button key={String(way)} type="button" aria-pressed={onePage === way} onClick={() => onChoose(way)}>
            {way ? words.survey.onePage : words.survey.byQuestion}
          </button>
        ))}
      </div>
    </div>
  );
}

/** Enter in a field does not end a long page, which somebody may be in the middle of. */
function stay(event: KeyboardEvent): void {
  if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
}

const isDone = (standing: string): boolean => standing === "answered" || standing === "missing";
