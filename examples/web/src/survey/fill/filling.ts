import { useMemo, useState } from "preact/hooks";
import { responseState } from "qoldau/survey";
import { useSurvey } from "../context";
import type { Draft } from "../store";
import { CODE, CONSENT } from "./begin";
import { blank, fieldsOf, finished, isShown, isWrong, phaseOfToday, type Field } from "./draft";
import { questionId } from "./question";

/** The last step: what is still missing, and the button that keeps the record. */
export const END = ":end";

/** Where a step stands on the page. */
export const placeOf = (step: string): string =>
  step.startsWith(":") ? step.slice(1) : questionId(step);

/** Goes to a place of the form with the keyboard and the screen reader too. */
export function goTo(id: string): void {
  const place = document.getElementById(id);
  place?.focus({ preventScroll: true });
  place?.scrollIntoView({ block: "start" });
}

/** What is being filled in, and every way to go on with it. */
export function useFilling() {
  const { words, language, questionnaire, survey, kept, tried } = useSurvey();
  const asked = questionnaire.languages.includes(language) ? language : (questionnaire.languages[0] ?? language);
  const [draft, setDraft] = useState<Draft>(() => survey.draft ?? blank(phaseOfToday(questionnaire), asked));
  /** Whether what is missing is said too: once somebody wanted to be done. */
  const [all, setAll] = useState(false);
  const state = useMemo(() => responseState(questionnaire, draft.response), [questionnaire, draft.response]);
  const fields = useMemo(() => fieldsOf(questionnaire, state), [questionnaire, state]);
  const { response } = draft;
  const consents = !questionnaire.consent || response.consent === true;
  const refuses = !consents && response.consent === false;
  const codeWrong = state.findings.some(({ code }) => code === "SVY211");
  const wrong = wrongPlaces(fields, codeWrong);
  const steps = [
    ...(questionnaire.consent ? [CONSENT] : []),
    ...(consents && questionnaire.code ? [CODE] : []),
    ...(consents ? fields.map(({ question }) => question.id) : []),
    END,
  ];
  const change = (next: Draft) => {
    setDraft(next);
    // Whoever types must know at once when nothing is kept, as where the disk is full.
    kept.keepDraft(questionnaire.id, next).catch((failure: unknown) => void tried(() => Promise.reject(failure)));
  };
  /** Begins with the next person, in the same phase. */
  const again = () => {
    setDraft(blank(response.phase ?? null, asked));
    setAll(false);
    goTo("fill");
  };
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
    if (well) again();
  };
  const startOver = () => {
    if (confirm(words.survey.startOverSure)) void kept.dropDraft(questionnaire.id).then(again);
  };
  return { draft, response, fields, steps, all, consents, refuses, codeWrong, wrong, change, keep, startOver };
}

export type Filling = ReturnType<typeof useFilling>;

/** Where something is missing or cannot be taken, in the order of the form. */
function wrongPlaces(fields: readonly Field[], codeWrong: boolean): string[] {
  const wrong = fields.filter(({ state }) => isShown(state) && state.findings.some(isWrong));
  return [...(codeWrong ? [CODE] : []), ...wrong.map(({ question }) => question.id)];
}
