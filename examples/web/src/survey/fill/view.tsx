import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { responseState, type Answer, type Id } from "qoldau/survey";
import { said, saidOr, useSurvey } from "../context";
import type { Draft } from "../store";
import { CODE, CONSENT, Code, Consent } from "./begin";
import {
  blank,
  fieldsOf,
  finished,
  isShown,
  isWrong,
  phaseOfToday,
  withAnswer,
  withCodePart,
  withConsent,
  type Field,
} from "./draft";
import { Question, questionId } from "./question";

const END = "end";
const WAY = "qoldau-survey-one-page";

/** Goes to a place of the form with the keyboard and the screen reader too. */
function goTo(id: string): void {
  const place = document.getElementById(id);
  place?.focus({ preventScroll: true });
  place?.scrollIntoView({ block: "start" });
}

/** A questionnaire to fill in: on one page or question by question, with a network or without. */
export function FillView() {
  const { words, language, questionnaire, survey, kept, tried } = useSurvey();
  const asked = questionnaire.languages.includes(language) ? language : (questionnaire.languages[0] ?? language);
  const [draft, setDraft] = useState<Draft>(() => survey.draft ?? blank(phaseOfToday(questionnaire), asked));
  const [onePage, setOnePage] = useState(() => localStorage.getItem(WAY) === "yes");
  /** Whether what is missing is said too: once somebody wanted to be done. */
  const [all, setAll] = useState(false);
  const state = useMemo(() => responseState(questionnaire, draft.response), [questionnaire, draft.response]);
  const fields = useMemo(() => fieldsOf(questionnaire, state), [questionnaire, state]);
  const change = (next: Draft) => {
    setDraft(next);
    void kept.keepDraft(questionnaire.id, next);
  };
  const again = (phase: Id | null) => {
    setDraft(blank(phase, asked));
    setAll(false);
    goTo("fill");
  };

  const { response } = draft;
  const phases = questionnaire.phases ?? [];
  const consents = !questionnaire.consent || response.consent === true;
  const refuses = Boolean(questionnaire.consent) && response.consent === false;
  const phased = phases.length === 0 || phases.some(({ id }) => id === response.phase);
  const codeWrong = state.findings.some(({ code }) => code === "SVY211");
  const wrong = wrongPlaces(fields, codeWrong);
  const steps = [
    ...(questionnaire.consent ? [CONSENT] : []),
    ...(consents && questionnaire.code ? [CODE] : []),
    ...(consents ? fields.map(({ question }) => question.id) : []),
    END,
  ];

  const keep = async () => {
    setAll(true);
    if (!refuses && wrong.length > 0) {
      requestAnimationFrame(() => goTo("not-yet"));
      return;
    }
    const record = finished(draft, state, asked);
    const well = await tried(async () => {
      await kept.keepAnswers(questionnaire.id, null, [record]);
      return words.survey.keptAnswers;
    });
    if (well) again(response.phase ?? null);
  };
  const startOver = () => {
    if (!confirm(words.survey.startOverSure)) return;
    void kept.dropDraft(questionnaire.id).then(() => again(response.phase ?? null));
  };
  const choose = (way: boolean) => {
    localStorage.setItem(WAY, way ? "yes" : "no");
    setOnePage(way);
  };

  const part = (step: string) => {
    if (step === CONSENT)
      return <Consent key={step} consent={response.consent ?? null} give={(agrees) => change(withConsent(draft, agrees))} />;
    if (step === CODE && questionnaire.code) {
      const { code } = questionnaire;
      return (
        <Code
          key={step}
          recipe={code}
          code={draft.code}
          give={(at, text) => change(withCodePart(draft, at, text, code.parts.length))}
          problem={codeWrong && all ? words.survey.problems.SVY211 : null}
        />
      );
    }
    const field = fields.find(({ question }) => question.id === step);
    if (!field) return null;
    const { question } = field;
    const give = (answer: Answer | null, typed?: string) => change(withAnswer(draft, question.id, answer, typed));
    return (
      <Question
        key={step}
        {...field}
        answer={response.answers?.[question.id] ?? null}
        typed={draft.typed[question.id] ?? ""}
        give={give}
        all={all}
      />
    );
  };
  const end = (
    <End
      refuses={refuses}
      ready={consents || refuses}
      wrong={all && !refuses ? wrong : []}
      onWrong={(place) => {
        if (onePage) goTo(placeOf(place));
        else change({ ...draft, at: place });
      }}
    />
  );

  return (
    <section aria-labelledby="fill" class="fill">
      <h2 id="fill" tabIndex={-1}>
        {words.survey.parts.fill}
      </h2>
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
            <button key={String(way)} type="button" aria-pressed={onePage === way} onClick={() => choose(way)}>
              {way ? words.survey.onePage : words.survey.byQuestion}
            </button>
          ))}
        </div>
      </div>
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
          {steps.filter((step) => step !== END).map(part)}
          {end}
        </form>
      ) : (
        <Steps
          steps={steps}
          at={draft.at}
          part={(step) => (step === END ? end : part(step))}
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
        <button type="button" class="quiet" onClick={startOver}>
          {words.survey.startOver}
        </button>
      </p>
      <p class="hint">{words.survey.draftKept}</p>
    </section>
  );
}

/** Enter in a field does not end a long page, which somebody may be in the middle of. */
function stay(event: KeyboardEvent): void {
  if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
}

const isDone = (standing: string): boolean => standing === "answered" || standing === "missing";

/** Where something is missing or cannot be taken, in the order of the form. */
function wrongPlaces(fields: readonly Field[], codeWrong: boolean): string[] {
  const wrong = fields.filter(({ state }) => isShown(state) && state.findings.some(isWrong));
  return [...(codeWrong ? [CODE] : []), ...wrong.map(({ question }) => question.id)];
}

const placeOf = (step: string): string => (step === CONSENT || step === CODE || step === END ? step : questionId(step));

interface StepsProps {
  steps: readonly string[];
  at: string | null;
  part: (step: string) => preact.ComponentChildren;
  onGo: (step: string) => void;
  onEnd: () => void;
  blocked: (step: string) => boolean;
}

/** One step after the other; Enter goes on. */
function Steps({ steps, at, part, onGo, onEnd, blocked }: StepsProps) {
  const { words } = useSurvey();
  // A question may have gone, because an earlier answer was changed.
  const place = Math.max(steps.indexOf(at ?? ""), 0);
  const step = steps[place] ?? END;
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) goTo(placeOf(step));
    first.current = false;
  }, [step]);
  const next = steps[place + 1];
  return (
    <form
      class="questions by-step"
      onSubmit={(event) => {
        event.preventDefault();
        if (next === undefined) onEnd();
        else if (!blocked(step)) onGo(next);
      }}
    >
      {part(step)}
      {next !== undefined && (
        <button type="submit" class="go-on" disabled={blocked(step)}>
          {words.survey.next}
        </button>
      )}
      {place > 0 && (
        <button type="button" class="quiet" onClick={() => onGo(steps[place - 1] ?? step)}>
          {words.survey.back}
        </button>
      )}
      {/* How long it is shows once somebody has agreed. */}
      {step !== CONSENT && (
        <p class="progress">
          {place + 1} / {steps.length}
        </p>
      )}
    </form>
  );
}

interface EndProps {
  refuses: boolean;
  ready: boolean;
  wrong: readonly string[];
  onWrong: (place: string) => void;
}

/** What is still to be done, and the button that keeps the record. */
function End({ refuses, ready, wrong, onWrong }: EndProps) {
  const { words, language, questionnaire } = useSurvey();
  const nameOf = (place: string): string => {
    if (place === CODE) return words.survey.code;
    return said(questionnaire.questions.find(({ id }) => id === place)?.label, language)?.text ?? place;
  };
  return (
    <div class="end" id={END} tabIndex={-1}>
      {!refuses && (
        <p>
          <b>{words.survey.lastStep}.</b> {words.survey.lastHint}
        </p>
      )}
      {wrong.length > 0 && (
        <div class="not-yet" id="not-yet" tabIndex={-1} role="alert">
          <p class="wrong">{words.survey.notYet}</p>
          <ul>
            {wrong.map((place) => (
              <li key={place}>
                <button type="button" class="plain" onClick={() => onWrong(place)}>
                  {nameOf(place)}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <button type="submit" class="keep" disabled={!ready}>
        {refuses ? words.survey.keepRefusal : words.survey.keep}
      </button>
    </div>
  );
}
