import type { CodeCharacters, Questionnaire } from "qoldau/survey";
import { said, useSurvey } from "../context";

/** Steps that are no questions; no question can have such a name. */
export const CONSENT = ":consent";
export const CODE = ":code";

interface ConsentProps {
  consent: boolean | null;
  give: (consent: boolean) => void;
}

/** What the person agrees to, and whether they do. */
export function Consent({ consent, give }: ConsentProps) {
  const { words, language, questionnaire } = useSurvey();
  const text = said(questionnaire.consent, language);
  return (
    <fieldset class="survey-question" id="consent" tabIndex={-1} role="radiogroup">
      <legend>{words.survey.consent}</legend>
      <p lang={text?.lang}>{text?.text}</p>
      <div class="offers">
        {[true, false].map((agrees) => (
          <label key={String(agrees)} class="choice">
            <input type="radio" name="consent" checked={consent === agrees} onChange={() => give(agrees)} />
            <span>{agrees ? words.survey.agree : words.survey.disagree}</span>
          </label>
        ))}
      </div>
      {consent === false && <p class="hint">{words.survey.refusal}</p>}
    </fieldset>
  );
}

interface CodeProps {
  recipe: NonNullable<Questionnaire["code"]>;
  code: readonly string[];
  give: (part: number, text: string) => void;
  problem: string | null;
}

/** The anonymous code, part by part as its recipe says. */
export function Code({ recipe, code, give, problem }: CodeProps) {
  const { words, language } = useSurvey();
  const named: Record<CodeCharacters, string> = {
    letters: words.survey.letters,
    digits: words.survey.digits,
    any: words.survey.lettersOrDigits,
  };
  return (
    <fieldset class="survey-question" id="code" tabIndex={-1} aria-describedby={problem ? "code-hint code-wrong" : "code-hint"}>
      <legend>{words.survey.code}</legend>
      <small class="hint" id="code-hint">
        {words.survey.codeHint}
      </small>
      {recipe.parts.map(({ label, characters, length }, part) => {
        const text = said(label, language);
        return (
          <div key={part} class="field code-part">
            <label for={`code-${part}`} lang={text?.lang}>
              {text?.text ?? part + 1}{" "}
              <small>
                ({named[characters]}: {length})
              </small>
            </label>
            <input
              id={`code-${part}`}
              type="text"
              autocomplete="off"
              maxLength={length}
              inputMode={characters === "digits" ? "numeric" : "text"}
              value={code[part] ?? ""}
              onInput={(event) => give(part, event.currentTarget.value)}
            />
          </div>
        );
      })}
      {problem && (
        <p class="wrong" id="code-wrong">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
