import { useEffect, useRef } from "preact/hooks";
import { said, useSurvey } from "../context";
import { CODE, Code, CONSENT, Consent } from "./begin";
import { withAnswer, withCodePart, withConsent } from "./draft";
import { END, goTo, placeOf, type Filling } from "./filling";
import { Question } from "./question";

/** One step of the way: the consent, the code, or a question. */
export function Step({ step, filling }: { step: string; filling: Filling }) {
  const { words, questionnaire } = useSurvey();
  const { draft, response, fields, all, codeWrong, change } = filling;
  if (step === CONSENT) {
    return <Consent consent={response.consent ?? null} give={(agrees) => change(withConsent(draft, agrees))} />;
  }
  const { code } = questionnaire;
  if (step === CODE && code) {
    return (
      <Code
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
  return (
    <Question
      {...field}
      answer={response.answers?.[question.id] ?? null}
      typed={draft.typed[question.id] ?? ""}
      give={(answer, typed) => change(withAnswer(draft, question.id, answer, typed))}
      all={all}
    />
  );
}

interface StepsProps {
  steps: readonly string[];
  at: string | null;
  part: (step: string) => preact.ComponentChildren;
  onGo: (step: string) => void;
  onEnd: () => void;
  blocked: (step: string) => boolean;
}

/** One step after the other; Enter goes on. */
export function Steps({ steps, at, part, onGo, onEnd, blocked }: StepsProps) {
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
export function End({ refuses, ready, wrong, onWrong }: EndProps) {
  const { words, language, questionnaire } = useSurvey();
  const nameOf = (place: string): string => {
    if (place === CODE) return words.survey.code;
    return said(questionnaire.questions.find(({ id }) => id === place)?.label, language)?.text ?? place;
  };
  return (
    <div class="end" id="end" tabIndex={-1}>
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
