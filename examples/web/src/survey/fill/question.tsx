import type { ComponentChildren } from "preact";
import { formatAmount, formatDate } from "qoldau";
import { saySurveyFindings, type Answer, type AnswerKind, type FieldState, type SurveyQuestion } from "qoldau/survey";
import { said, saidOr, useSurvey } from "../context";
import { isWrong } from "./draft";
import {
  DateInput,
  MultipleInput,
  NumberInput,
  OptionInput,
  RankingInput,
  RatingInput,
  TextInput,
  YesNoInput,
  type InputProps,
} from "./inputs";

interface QuestionProps {
  question: SurveyQuestion;
  state: FieldState;
  answer: Answer | null;
  typed: string;
  give: (answer: Answer | null, typed?: string) => void;
  /** Whether what is still missing is said too. */
  all: boolean;
}

/** The id of a question on the page; whoever goes there has the focus on it. */
export const questionId = (question: string): string => `question-${question}`;

/** Kinds of answers that are chosen with the pointer: what is chosen can only be cleared by a button. */
const CHOSEN = new Set<AnswerKind["kind"]>(["scale", "single", "rating", "yesNo"]);
/** Kinds with one field to write in, which the question itself is the label of. */
const WRITTEN = new Set<AnswerKind["kind"]>(["number", "date", "text"]);

/** One question with its field, and what is wrong with the answer; or words to be read. */
export const Question = (props: QuestionProps) =>
  props.question.answer.kind === "note" ? <Note {...props} /> : <Asked {...props} />;

function Note({ question }: QuestionProps) {
  const { language } = useSurvey();
  const label = said(question.label, language);
  return (
    <p class="survey-question read" id={questionId(question.id)} tabIndex={-1} lang={label?.lang}>
      {label?.text ?? question.id}
    </p>
  );
}

function Asked({ question, state, answer, typed, give, all }: QuestionProps) {
  const { words, language } = useSurvey();
  const label = said(question.label, language);
  const { kind } = question.answer;
  const id = `q-${question.id}`;
  const problems = useProblems(question, state, all);
  const hints = useHints(question);
  const described = [...(hints.length > 0 ? [`hint-${question.id}`] : []), ...(problems.length > 0 ? [`wrong-${question.id}`] : [])];
  const input: InputProps = {
    question,
    answer,
    typed,
    give,
    id,
    described: described.length > 0 ? described.join(" ") : undefined,
    invalid: problems.length > 0,
  };
  const title = (
    <>
      <span lang={label?.lang}>{label?.text ?? question.id}</span>
      {question.required && <small class="must"> ({words.survey.mustBe})</small>}
    </>
  );
  return (
    <Around kind={kind} input={input} title={title}>
      {hints.length > 0 && (
        <small class="hint" id={`hint-${question.id}`}>
          {hints.join(" · ")}
        </small>
      )}
      {state.relevance === "notEvaluated" && <small class="hint">{words.survey.notDecided}</small>}
      <Input of={question.answer} {...input} />
      {answer !== null && CHOSEN.has(kind) && (
        <button type="button" class="plain" onClick={() => give(null)}>
          {words.survey.noAnswer}
          <span class="silent">: {label?.text ?? question.id}</span>
        </button>
      )}
      {problems.length > 0 && (
        <p class="wrong" id={`wrong-${question.id}`}>
          {problems.join(" ")}
        </p>
      )}
    </Around>
  );
}

interface AroundProps {
  kind: AnswerKind["kind"];
  input: InputProps;
  title: ComponentChildren;
  children: ComponentChildren;
}

/** A field to write in has the question as its label, a group of fields has it as its heading. */
function Around({ kind, input, title, children }: AroundProps) {
  if (WRITTEN.has(kind)) {
    return (
      <div class="survey-question field" id={questionId(input.question.id)} tabIndex={-1}>
        <label for={input.id}>{title}</label>
        {children}
      </div>
    );
  }
  const one = CHOSEN.has(kind);
  const told = one
    ? { role: "radiogroup" as const, "aria-invalid": input.invalid, "aria-required": input.question.required ?? false }
    : {};
  return (
    <fieldset class="survey-question" id={questionId(input.question.id)} tabIndex={-1} aria-describedby={input.described} {...told}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

function Input({ of, ...input }: InputProps & { of: AnswerKind }) {
  const { language } = useSurvey();
  switch (of.kind) {
    case "scale":
    case "single":
      return <OptionInput {...input} list={of.list} />;
    case "multiple":
      return <MultipleInput {...input} list={of.list} />;
    case "rating": {
      const ends = [said(of.lowestLabel, language)?.text, said(of.highestLabel, language)?.text] as const;
      return <RatingInput {...input} lowest={of.lowest} highest={of.highest} ends={ends} />;
    }
    case "ranking":
      return <RankingInput {...input} list={of.list} most={of.most ?? null} />;
    case "number":
      return <NumberInput {...input} />;
    case "yesNo":
      return <YesNoInput {...input} />;
    case "date":
      return <DateInput {...input} from={of.from ?? null} to={of.to ?? null} />;
    case "text":
      return <TextInput {...input} longest={of.longest ?? null} />;
    case "note":
      return null;
  }
}

/** What helps to answer: the questionnaire's own hint, and the bounds. */
function useHints({ hint, answer }: SurveyQuestion): string[] {
  const { words, language } = useSurvey();
  const own = said(hint, language)?.text;
  const between = (low: string | null | undefined, high: string | null | undefined): string[] => {
    if (!low && !high) return [];
    const { both, low: only, high: most } = words.survey.bounds;
    const bound = low && high ? both : low ? only : most;
    return [bound.replace("{low}", low ?? "").replace("{high}", high ?? "")];
  };
  const bounds = (): string[] => {
    switch (answer.kind) {
      case "number":
        return between(
          answer.least && formatAmount(answer.least, language),
          answer.most && formatAmount(answer.most, language),
        );
      case "date":
        return between(answer.from && formatDate(answer.from, language), answer.to && formatDate(answer.to, language));
      case "multiple":
        return between(answer.least?.toString(), answer.most?.toString());
      default:
        return [];
    }
  };
  return [own ?? "", ...bounds()].filter((part) => part !== "");
}

/** What is wrong, in words for whoever answers. That an answer is still missing is said only when everything is to be. */
function useProblems(question: SurveyQuestion, { findings }: FieldState, all: boolean): string[] {
  const { words, language } = useSurvey();
  const own: Record<string, string> = words.survey.problems;
  const shown = findings.filter((finding) => isWrong(finding) && (all || finding.code !== "SVY201"));
  if (shown.length === 0) return [];
  const rows = saySurveyFindings(shown, language);
  const texts = rows.map(({ code, text }) =>
    code === "SVY207" ? saidOr(question.constraintMessage, language, words.survey.problems.SVY207) : (own[code] ?? text),
  );
  return [...new Set(texts)];
}
