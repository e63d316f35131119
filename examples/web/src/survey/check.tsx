import { useMemo } from "preact/hooks";
import { lintQuestionnaire, saySurveyFindings } from "qoldau/survey";
import { SaidFindings } from "../parts/said_findings";
import { useSurvey } from "./context";

/** What is wrong with the questionnaire, before anybody is asked. */
export function CheckView() {
  const { words, language, questionnaire } = useSurvey();
  const findings = useMemo(() => lintQuestionnaire(questionnaire), [questionnaire]);
  return (
    <section aria-labelledby="check">
      <h2 id="check">{words.survey.checked}</h2>
      {findings.length === 0 ? (
        <p>{words.survey.noProblems}</p>
      ) : (
        <SaidFindings words={words} row={words.survey.row} findings={findings} rows={saySurveyFindings(findings, language)} />
      )}
    </section>
  );
}
