import type { Change, Comparison, ScoreChange } from "qoldau/survey";
import { number, signed } from "../../figures";
import { saidOr, titleOfPhase, useSurvey } from "../context";
import { between } from "./figures";

interface ChangesProps {
  compared: Comparison;
  /** The comparison as text; its last lines are the sentences of the changes, in their order. */
  text: string;
}

/** A change with what it is of and the sentence for it. */
interface Told {
  change: Change;
  name: string;
  note: string | null;
  sentence: string | null;
}

/** The change of every scale and every question. */
export function Changes({ compared, text }: ChangesProps) {
  const { words, language, questionnaire } = useSurvey();
  const all = [...compared.subscales, ...compared.questions];
  const lines = text.trimEnd().split("\n").slice(-all.length);
  const told = all.map((change, at): Told => {
    const scale = at < compared.subscales.length ? questionnaire.subscales?.find(({ id }) => id === change.of) : undefined;
    const question = scale ? undefined : questionnaire.questions.find(({ id }) => id === change.of);
    const name = saidOr(scale?.title ?? question?.label, language, change.of);
    const line = lines[at] ?? "";
    const answer = question?.answer;
    const reversed = answer && (answer.kind === "scale" || answer.kind === "rating") && answer.reverse;
    const note = scale ? words.survey.scale : reversed ? words.survey.reversed : null;
    return { change, name, note, sentence: line.startsWith(name) ? line : null };
  });
  const phase = (of: string | null | undefined, none: string) => titleOfPhase(questionnaire, of ?? null, language, none);
  const heads = [
    words.survey.of,
    phase(compared.first.phase, words.survey.firstPhase),
    phase(compared.second.phase, words.survey.secondPhase),
    words.survey.change,
    words.glossary.confidenceInterval,
    words.survey.effect,
  ];
  return (
    <>
      <h2>{words.survey.changes}</h2>
      <ul class="sentences">
        {told.map(({ change, sentence }) => sentence && <li key={change.of}>{sentence}.</li>)}
      </ul>
      <p class="hint">{words.survey.changesHint}</p>
      <table class="changes">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {told.map((one) => (
          <Rows key={one.change.of} told={one} heads={heads} />
        ))}
      </table>
    </>
  );
}

/** A change of two groups, and of the pairs where people left a code. */
function Rows({ told: { change, name, note }, heads }: { told: Told; heads: readonly string[] }) {
  const { words } = useSurvey();
  const title = (
    <>
      {name}
      {note && <small> ({note})</small>}
    </>
  );
  if (change.hidden) {
    return (
      <tbody>
        <tr>
          <th scope="row">{title}</th>
          <td colSpan={5} class="suppressed">
            {words.glossary.hiddenForPrivacy}
          </td>
        </tr>
      </tbody>
    );
  }
  return (
    <tbody>
      <tr>
        <th scope="row">
          {title} <small class="design">{words.survey.groups}</small>
        </th>
        <Cells of={change.independent} heads={heads} />
      </tr>
      {change.paired && (
        <tr class="paired">
          <th scope="row">
            <span class="silent">{name}: </span>
            <small class="design">{words.survey.pairs}</small>
          </th>
          <Cells of={change.paired} heads={heads} />
        </tr>
      )}
    </tbody>
  );
}

function Cells({ of, heads }: { of: ScoreChange; heads: readonly string[] }) {
  const { words, language } = useSurvey();
  const mean = (figure: number | null | undefined, people: number) => (
    <>
      {number(figure, 2, language)} <small>({words.survey.people}: {number(people, 0, language)})</small>
    </>
  );
  const cells = [
    mean(of.meanFirst, of.nFirst),
    mean(of.meanSecond, of.nSecond),
    <b>{signed(of.change, 2, language)}</b>,
    between(of.interval, 2, language),
    signed(of.effect, 2, language),
  ];
  return (
    <>
      {cells.map((cell, at) => (
        <td key={at} data-head={heads[at + 1]}>
          <span>{cell}</span>
        </td>
      ))}
    </>
  );
}
