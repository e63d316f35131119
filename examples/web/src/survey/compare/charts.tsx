import { useMemo, useState } from "preact/hooks";
import { dumbbells, stackedBars, type Comparison, type Id, type ScoreOptions } from "qoldau/survey";
import { titleOfPhase, useSurvey } from "../context";

interface ChartsProps {
  first: Id;
  second: Id;
  compared: Comparison;
  options: ScoreOptions;
}

/** The library's own drawings: the changes of the scales, and the steps of the questions of one phase. */
export function Charts({ first, second, compared, options }: ChartsProps) {
  const { words, language, questionnaire, responses } = useSurvey();
  const [phase, setPhase] = useState<Id>(second);
  const change = useMemo(
    () => dumbbells(questionnaire, responses, first, second, language, options),
    [questionnaire, responses, first, second, language, options],
  );
  const bars = useMemo(() => {
    const lists = questionnaire.questions.flatMap(({ answer }) => (answer.kind === "scale" ? [answer.list] : []));
    return [...new Set(lists)].flatMap((list) => {
      const svg = stackedBars(questionnaire, responses, phase, list, language, options);
      return svg === null ? [] : [{ list, svg }];
    });
  }, [questionnaire, responses, phase, language, options]);
  const title = (of: Id | null | undefined) => titleOfPhase(questionnaire, of ?? null, language, "");
  return (
    <>
      <h2>{words.survey.charts}</h2>
      {change !== null && (
        <>
          <h3>{words.survey.beforeAfter}</h3>
          <Chart name={words.survey.beforeAfter} svg={change} />
        </>
      )}
      <div class="chips no-print" role="group" aria-label={words.glossary.surveyPhase}>
        {[compared.first.phase, compared.second.phase].map((of) => (
          <button key={of} type="button" aria-pressed={of === phase} onClick={() => setPhase(of ?? phase)}>
            {title(of)}
          </button>
        ))}
      </div>
      <h3>{title(phase)}</h3>
      {bars.length === 0 && <p>{words.survey.nothingToDraw}</p>}
      {bars.map(({ list, svg }) => (
        <Chart key={list} name={title(phase)} svg={svg} />
      ))}
    </>
  );
}

/** A drawing of the library: all words in it are escaped there, and the policy lets nothing in it run. */
function Chart({ name, svg }: { name: string; svg: string }) {
  const { words } = useSurvey();
  return (
    <>
      <p class="hint sideways">{words.survey.sideways}</p>
      {/* A drawing that is wider than a telephone is moved sideways by itself, by the keyboard too. */}
      <div class="chart" tabIndex={0} role="group" aria-label={name} dangerouslySetInnerHTML={{ __html: svg }} />
    </>
  );
}
