import { useMemo, useState } from "preact/hooks";
import {
  comparePhases,
  decimal,
  satisfaction,
  sayComparison,
  sayPhase,
  saySatisfaction,
  scorePhase,
  type Comparison,
  type Id,
  type PhaseScores,
  type ScoreOptions,
} from "qoldau/survey";
import { number } from "../../figures";
import { Icon } from "../../parts/icons";
import { saidOr, titleOfPhase, useSurvey } from "../context";
import { Changes } from "./changes";
import { Charts } from "./charts";
import { share } from "./figures";
import { RecordSatisfaction } from "./record";

/** The two phases held against each other; of a questionnaire with one phase, its answers. */
export function CompareView() {
  const { words, language, questionnaire, responses } = useSurvey();
  const phases = questionnaire.phases ?? [];
  const ids = phases.map(({ id }) => id);
  const [first, setFirst] = useState<Id | null>(ids[0] ?? null);
  const [second, setSecond] = useState<Id | null>(ids.at(-1) ?? null);
  const [smallest, setSmallest] = useState(5);
  const options: ScoreOptions = useMemo(() => ({ level: decimal("0.95"), smallest, mostDifferences: 0 }), [smallest]);
  const count = (phase: Id) => responses.filter((response) => response.phase === phase).length;
  const two = first !== null && second !== null && first !== second;
  const ready = two && count(first) > 0 && count(second) > 0;
  return (
    <section aria-labelledby="compare" class="compare">
      <h2 id="compare" class="no-print">
        {words.survey.parts.compare}
      </h2>
      <div class="row choose no-print">
        {phases.length > 1 && (
          <>
            <PhaseChoice id="first" label={words.survey.firstPhase} phase={first} onChoose={setFirst} />
            <PhaseChoice id="second" label={words.survey.secondPhase} phase={second} onChoose={setSecond} />
          </>
        )}
        <div class="field">
          <label for="smallest">{words.survey.smallest}</label>
          <input
            id="smallest"
            type="number"
            min={1}
            max={100}
            value={smallest}
            aria-describedby="smallest-hint"
            onChange={({ currentTarget }) => {
              const wanted = Math.trunc(Number(currentTarget.value));
              if (wanted >= 1 && wanted <= 100) setSmallest(wanted);
              else currentTarget.value = String(smallest);
            }}
          />
          <small class="hint" id="smallest-hint">
            {words.survey.smallestHint}
          </small>
        </div>
      </div>
      {ready ? (
        <Both first={first} second={second} options={options} />
      ) : phases.length > 1 ? (
        <>
          <p class="callout">{words.survey.noneCompared}</p>
          <ul class="things">
            {phases.map(({ id, title }) => (
              <li key={id}>
                {saidOr(title, language, id)}: {count(id)}
              </li>
            ))}
          </ul>
          {phases.map(({ id }) => count(id) > 0 && <Alone key={id} phase={id} options={options} />)}
        </>
      ) : (
        <>
          <p class="callout">{words.survey.onePhase}</p>
          <Alone phase={ids[0] ?? null} options={options} />
        </>
      )}
    </section>
  );
}

interface PhaseChoiceProps {
  id: string;
  label: string;
  phase: Id | null;
  onChoose: (phase: Id) => void;
}

function PhaseChoice({ id, label, phase, onChoose }: PhaseChoiceProps) {
  const { language, questionnaire } = useSurvey();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} onChange={(event) => onChoose(event.currentTarget.value)}>
        {(questionnaire.phases ?? []).map((of) => (
          <option key={of.id} value={of.id} selected={of.id === phase}>
            {saidOr(of.title, language, of.id)}
          </option>
        ))}
      </select>
    </div>
  );
}

interface BothProps {
  first: Id;
  second: Id;
  options: ScoreOptions;
}

function Both({ first, second, options }: BothProps) {
  const { words, language, questionnaire, responses } = useSurvey();
  const compared = useMemo(
    () => comparePhases(questionnaire, responses, first, second, options),
    [questionnaire, responses, first, second, options],
  );
  const text = useMemo(
    () => sayComparison(questionnaire, responses, first, second, language, options),
    [questionnaire, responses, first, second, language, options],
  );
  return (
    <>
      <p class="actions no-print">
        <button type="button" class="quiet" onClick={() => print()}>
          {words.survey.print}
        </button>
      </p>
      <SatisfactionCard options={options} />
      <h2>{words.survey.whoAnswered}</h2>
      <div class="who-answered">
        <WhoAnswered scores={compared.first} />
        <WhoAnswered scores={compared.second} />
      </div>
      {!compared.samePopulation && <p class="callout">{words.survey.otherPeople}</p>}
      <Codes pairing={compared.pairing ?? null} />
      <Changes compared={compared} text={text} />
      <Charts first={first} second={second} compared={compared} options={options} />
      <InFull title={words.survey.inFull} text={text} />
    </>
  );
}

function Alone({ phase, options }: { phase: Id | null; options: ScoreOptions }) {
  const { words, language, questionnaire, responses } = useSurvey();
  const scores = useMemo(
    () => scorePhase(questionnaire, responses, phase, options),
    [questionnaire, responses, phase, options],
  );
  const text = useMemo(
    () => sayPhase(questionnaire, responses, phase, language, options),
    [questionnaire, responses, phase, language, options],
  );
  return (
    <>
      <div class="who-answered">
        <WhoAnswered scores={scores} />
      </div>
      <InFull title={words.survey.inFullOne} text={text} />
    </>
  );
}

function WhoAnswered({ scores: { phase = null, people, responseRate, withoutConsent, population } }: { scores: PhaseScores }) {
  const { words, language, questionnaire } = useSurvey();
  const of = questionnaire.populations?.find(({ id }) => id === population);
  const size = of?.size;
  const rows: [string, string][] = [
    [words.survey.respondents, number(people, 0, language)],
    [words.glossary.responseRate, (responseRate && share(responseRate, language)) ?? words.survey.openLink],
    [words.survey.withoutConsent, number(withoutConsent, 0, language)],
    ...(of
      ? [[words.survey.asked, `${saidOr(of.title, language, of.id)}${size ? ` (${number(size, 0, language)})` : ""}`] as [string, string]]
      : []),
  ];
  return (
    <div class="phase-card">
      <h3>{titleOfPhase(questionnaire, phase, language, saidOr(questionnaire.title, language, questionnaire.id))}</h3>
      <Figures rows={rows} />
    </div>
  );
}

const Figures = ({ rows }: { rows: readonly (readonly [string, string])[] }) => (
  <dl class="figures-list">
    {rows.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

function Codes({ pairing }: { pairing: Comparison["pairing"] | null }) {
  const { words, language } = useSurvey();
  if (!pairing) return null;
  const both = (one: number, other: number) =>
    one + other === 0 ? "0" : words.survey.inPhases.replace("{one}", String(one)).replace("{other}", String(other));
  return (
    <>
      <h3>{words.survey.codes}</h3>
      <Figures
        rows={[
          [words.glossary.matched, String(pairing.matched)],
          ...(pairing.near > 0 ? [[words.survey.near, String(pairing.near)] as const] : []),
          [words.survey.unmatchedFirst, String(pairing.unmatchedFirst)],
          [words.survey.unmatchedSecond, String(pairing.unmatchedSecond)],
          [words.survey.withoutCode, both(pairing.withoutCodeFirst, pairing.withoutCodeSecond)],
          [words.survey.repeated, both(pairing.repeatedFirst, pairing.repeatedSecond)],
          [words.survey.ambiguous, String(pairing.ambiguous)],
          [words.survey.byChance, number(pairing.chancePairs, 2, language)],
        ]}
      />
    </>
  );
}

/** Whether the promised satisfaction is met, and how surely. */
function SatisfactionCard({ options }: { options: ScoreOptions }) {
  const { words, language, questionnaire, responses } = useSurvey();
  const score = useMemo(() => satisfaction(questionnaire, responses, options), [questionnaire, responses, options]);
  const text = useMemo(
    () => saySatisfaction(questionnaire, responses, language, options),
    [questionnaire, responses, language, options],
  );
  if (score === null || text === null) {
    return questionnaire.satisfaction ? null : <p class="note">{words.survey.noSatisfaction}</p>;
  }
  const met = score.met ?? null;
  const unsaid = score.hidden ? words.glossary.hiddenForPrivacy : words.glossary.notComputable;
  const verdict = met === null ? unsaid : met ? words.glossary.met : words.survey.notMet;
  return (
    <div class={`satisfaction ${met ? "proven" : "open"}`}>
      <h2>{words.glossary.satisfactionLevel}</h2>
      <p class="big-figure">
        <Icon name={met ? "proven" : "needsAction"} />
        <b>{(score.share && share(score.share, language)) ?? (score.hidden ? "·" : "—")}</b> <span>{verdict}</span>
      </p>
      {/* The heading and the line under it are said above. */}
      {text
        .trim()
        .split("\n")
        .slice(2)
        .map((line) => (
          <p key={line}>{line}</p>
        ))}
      <RecordSatisfaction options={options} />
    </div>
  );
}

/** All that was scored, as the command line writes it. */
function InFull({ title, text }: { title: string; text: string }) {
  return (
    <details class="fold in-full">
      <summary>{title}</summary>
      <pre tabIndex={0}>{text}</pre>
    </details>
  );
}
