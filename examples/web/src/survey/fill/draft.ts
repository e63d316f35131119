import {
  decimal,
  type Amount,
  type Answer,
  type FieldState,
  type Finding,
  type Id,
  type Language,
  type Questionnaire,
  type Response,
  type ResponseState,
  type SurveyQuestion,
} from "qoldau/survey";
import { today } from "../../day";
import { textOfNumber } from "../../parts/numbers";
import { newId } from "../../store/ids";
import type { Draft } from "../store";

/** Longer than this nobody fills in a questionnaire without putting it aside: how long it took is then not known. */
const LONGEST_SECONDS = 4 * 60 * 60;

/** Nothing filled in yet. */
export function blank(phase: Id | null, language: Language): Draft {
  const response = { id: newId(), phase, on: today(), language, consent: null, code: null, seconds: null, answers: {} };
  return { response, code: [], typed: {}, begun: null, at: null };
}

/** The phase that is held today, else the one that is the only one. */
export function phaseOfToday({ phases = [] }: Questionnaire): Id | null {
  const day = today();
  const now = phases.filter(({ window }) => window && window.start <= day && day <= window.end);
  const [only, ...others] = now.length > 0 ? now : phases;
  return only && others.length === 0 ? only.id : null;
}

/** The draft with an answer, or without one. What was typed stays only where it is no answer yet. */
export function withAnswer(draft: Draft, question: Id, answer: Answer | null, typed = ""): Draft {
  const { [question]: _, ...others } = draft.response.answers ?? {};
  const { [question]: __, ...typedOthers } = draft.typed;
  return {
    ...draft,
    begun: draft.begun ?? Date.now(),
    typed: typed === "" ? typedOthers : { ...typedOthers, [question]: typed },
    response: { ...draft.response, answers: answer === null ? others : { ...others, [question]: answer } },
  };
}

export function withConsent(draft: Draft, consent: boolean): Draft {
  return { ...draft, begun: draft.begun ?? Date.now(), response: { ...draft.response, consent } };
}

export function withCodePart(draft: Draft, part: number, text: string, parts: number): Draft {
  const code = Array.from({ length: parts }, (_, at) => (at === part ? text : (draft.code[at] ?? "")));
  const whole = code.map((one) => one.trim()).join("");
  return { ...draft, code, response: { ...draft.response, code: whole === "" ? null : whole } };
}

/** Whether a question stands on the page. One of which nobody knows whether it is to be asked does, with a word about it. */
export const isShown = ({ relevance }: FieldState): boolean =>
  relevance === "asked" || relevance === "notEvaluated";

/** Whether an answer must be put right before the record is kept. What cannot be read is only noted in a file that comes from
 *  elsewhere; here somebody can still say it otherwise. */
export const isWrong = ({ code, severity }: Finding): boolean => severity === "error" || code === "SVY214";

/** The record that is kept. Whoever did not agree leaves nothing behind; what is no longer asked has no answer. */
export function finished({ response, begun }: Draft, { fields }: ResponseState, language: Language): Response {
  const on = today();
  if (response.consent === false) return { ...response, on, language, code: null, answers: {} };
  const asked = new Set(fields.filter(isShown).map(({ question }) => question));
  const answers = Object.entries(response.answers ?? {}).filter(([question]) => asked.has(question as Id));
  const seconds = begun === null ? null : Math.round((Date.now() - begun) / 1000);
  return {
    ...response,
    on,
    language,
    seconds: seconds !== null && seconds >= 0 && seconds <= LONGEST_SECONDS ? seconds : null,
    answers: Object.fromEntries(answers),
  };
}

/** A question with where it stands. */
export interface Field {
  question: SurveyQuestion;
  state: FieldState;
}

export function fieldsOf({ questions }: Questionnaire, { fields }: ResponseState): Field[] {
  const byName = new Map(questions.map((question) => [question.id, question]));
  return fields.filter(isShown).flatMap((state) => {
    const question = byName.get(state.question);
    return question ? [{ question, state }] : [];
  });
}

/** A number as people type it, as an exact decimal; nothing where it is none, or can be read in two ways. */
export function decimalOf(typed: string): Amount | null {
  const [, minus, number = ""] = /^\s*([-−])?\s*(.*)$/su.exec(typed) ?? [];
  const text = `${minus ? "-" : ""}${textOfNumber(number) ?? ""}`;
  return /^-?\d{1,20}(\.\d{1,8})?$/.test(text) ? decimal(text) : null;
}
