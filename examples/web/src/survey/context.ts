import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Language, Questionnaire, Response, Wording } from "qoldau/survey";
import type { PlanIndex } from "../plan_index";
import type { Saying } from "../store/store";
import type { Words } from "../words";
import type { KeptSurveys } from "./kept";
import type { Survey } from "./store";

/** The project that is open beside the surveys. */
export interface JournalBeside {
  plan: PlanIndex;
  /** Keeps a fact in its journal, and says that it is kept. */
  record(saying: Saying): Promise<string>;
}

/** What every part of a survey's screens may look at and do. */
export interface AtSurvey {
  words: Words;
  language: Language;
  survey: Survey;
  questionnaire: Questionnaire;
  /** The answers that are kept. */
  responses: Response[];
  kept: KeptSurveys;
  /** Nothing while no project is open. */
  journal: JournalBeside | null;
  /** Carries something out and tells how it went; answers whether it went well. */
  tried(work: () => Promise<string>): Promise<boolean>;
}

export const SurveyContext = createContext<AtSurvey | null>(null);

export function useSurvey(): AtSurvey {
  const survey = useContext(SurveyContext);
  if (!survey) throw new Error("used outside of a survey");
  return survey;
}

const ORDER: readonly Language[] = ["kk", "ru", "en"];

/** A text in a language, else in the first that it is there in: what it says, and the language it is in. */
export function said(wording: Wording | null | undefined, language: Language): { text: string; lang: Language } | null {
  for (const lang of [language, ...ORDER]) {
    const text = wording?.[lang]?.trim();
    if (text) return { text, lang };
  }
  return null;
}

/** The same, or what stands for it where it is said in no language. */
export const saidOr = (wording: Wording | null | undefined, language: Language, instead: string): string =>
  said(wording, language)?.text ?? instead;

/** What a phase is called. */
export const titleOfPhase = ({ phases }: Questionnaire, id: string | null, language: Language, none: string): string =>
  id === null ? none : saidOr(phases?.find((phase) => phase.id === id)?.title, language, id);
