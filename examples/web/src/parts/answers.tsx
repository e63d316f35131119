import { useId, useState } from "preact/hooks";
import type { Finding, IsoDate } from "qoldau";
import { dayOf } from "../day";
import { usePage } from "../page";
import type { Saying } from "../store/store";
import { OpenAnswer } from "./open_answer";
import { asked, choices, isOpen, sayAnswerOf, sayQuestionOf, type Asked } from "./questions";
import { Field, textOr } from "./fields";
import { numberIn } from "./numbers";
import { sentWith, useOnce } from "./once";

/** The questions of a finding with their possible answers. What is answered becomes readings of the lines it is about. */
export function Answers({ finding }: { finding: Finding }) {
  const { words, now, record } = usePage();
  const questions = asked(finding);
  const [missing, setMissing] = useState(false);

  const [answer] = useOnce(async (form: HTMLFormElement) => {
    const given = new FormData(form);
    const entries = questions.flatMap((question, number) =>
      readings(question, answerIn(given, question, number), given, now),
    );
    setMissing(entries.length === 0);
    if (entries.length === 0 || (await record(entries)) !== null) return;
    // The finding folds away with the button that was pressed: the keyboard goes on from the heading.
    document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
  });

  return (
    <form class="answers" onSubmit={sentWith(answer)}>
      {questions.map((question, number) => (
        <OneQuestion key={number} question={question} name={String(number)} alone={questions.length === 1} />
      ))}
      <details class="source">
        <summary>{words.whoAgreed}</summary>
        <div class="row">
          <Field label={words.agreedWith} name="agreedWith" hint={words.agreedWithHint} />
          <Field label={words.evidenceKinds.document} name="document" />
          <Field label={words.date} name="date" type="date" value={now} />
        </div>
      </details>
      {missing && (
        <p class="wrong" role="alert">
          {words.chooseAnswer}
        </p>
      )}
      <button type="submit">{words.answer}</button>
    </form>
  );
}

function OneQuestion({ question, name, alone }: { question: Asked; name: string; alone: boolean }) {
  const { words, index, language } = usePage();
  const [chosen, setChosen] = useState<string | null>(null);
  const other = useId();
  const numbers = question.lines.map((line) => index.lines.get(line)?.number).filter((number) => number);
  return (
    <fieldset>
      <legend>
        {sayQuestionOf(question.question, language)}
        {!alone && numbers.length > 0 && <small> {numbers.join(", ")}</small>}
      </legend>
      {choices(question).map((answer) => (
        <label key={answer} class="choice">
          <input type="radio" name={name} value={answer} onChange={() => setChosen(answer)} />
          <span>{sayAnswerOf(answer, question.question, index, language, words)}</span>
        </label>
      ))}
      {isOpen(question) && (
        <div class="choice">
          <input id={other} type="radio" name={name} value={OTHER} onChange={() => setChosen(OTHER)} />
          <label for={other}>{words.otherAnswer}</label>
          {chosen === OTHER && <OpenAnswer form={question.form} name={name} label={words.otherAnswer} />}
        </div>
      )}
    </fieldset>
  );
}

/** The value of the choice that is none of the offered answers; no answer of the wire form is empty. */
const OTHER = "";

function answerIn(given: FormData, question: Asked, number: number): string | null {
  const chosen = given.get(String(number));
  if (chosen !== OTHER) return typeof chosen === "string" ? chosen : null;
  const part = (name: string): string => textOr(given, `${number}.${name}`) ?? "";
  const lines = given.getAll(`${number}.lines`);
  const days = part("start") === "" ? part("end") : `${part("start")}..${part("end")}`;
  const { kind } = question.form;
  const text = kind === "count" || kind === "number" ? (numberIn(part("text")) ?? "") : part("text");
  const answer = lines.length > 0 ? lines.join(" ") : part("end") === "" ? text : days;
  return answer === "" ? null : answer;
}

function readings(of: Asked, answer: string | null, given: FormData, now: IsoDate) {
  if (answer === null) return [];
  const date = dayOf(textOr(given, "date") ?? "") ?? now;
  const said = { agreedWith: textOr(given, "agreedWith"), document: textOr(given, "document"), date };
  return of.lines.map((line): Saying => {
    const body = { line, question: of.question, answer, source: "agreed" as const, ...said };
    return { kind: "planReading", body, on: date };
  });
}
