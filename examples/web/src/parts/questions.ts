import {
  answersTo,
  sayAnswer,
  sayQuestion,
  type AnswerForm,
  type Finding,
  type Id,
  type Language,
  type Question,
} from "qoldau";
import type { PlanIndex } from "../plan_index";
import { nameLines } from "../say_lines";
import { subjectsOf } from "../standing";
import type { Words } from "../words";

/** A question of a finding: about which lines, and which answers are offered. */
export interface Asked {
  question: Question;
  lines: Id[];
  offered: string[];
  form: AnswerForm;
}

/** The questions of a finding, each once. */
export function asked(finding: Finding): Asked[] {
  const questions = new Map<string, Asked>();
  for (const offer of finding.answers) {
    const question = offer.question as Question;
    const lines = offer.lines.length > 0 ? offer.lines : subjectsOf(finding);
    const key = [question, ...lines].join(" ");
    const known = questions.get(key);
    if (known) known.offered.push(offer.answer);
    else questions.set(key, { question, lines, offered: [offer.answer], form: answersTo(question) });
  }
  return [...questions.values()];
}

export const sayQuestionOf = (question: string, language: Language): string =>
  sayQuestion(question as Question, language);

/** An answer in words; lines by their numbers. */
export function sayAnswerOf(
  answer: string,
  question: Question,
  index: PlanIndex,
  language: Language,
  words: Words,
): string {
  if (question === "sources" || question === "carriedBy") {
    const ids = answer.split(/[\s,;]+/).filter((id) => id !== "");
    const numbers = ids.map((id) => index.lines.get(id)?.number);
    if (ids.length > 0 && numbers.every((number) => number !== undefined))
      return nameLines(numbers.map(String), words);
  }
  return sayAnswer(answer, language);
}

/** Answers that may be chosen: those offered, then the others that the question knows. */
export function choices({ form, offered }: Asked): string[] {
  const known = form.kind === "oneOf" ? form.answers : form.kind === "words" ? form.known : [];
  return [...new Set([...offered, ...known])];
}

/** Whether an answer that is not among the choices may be given. */
export const isOpen = ({ form }: Asked): boolean => form.kind !== "oneOf";
