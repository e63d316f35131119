import { useState } from "preact/hooks";
import { draftSatisfaction, type Id, type ScoreOptions } from "qoldau/survey";
import { today } from "../../day";
import { useOnce } from "../../parts/once";
import { address } from "../../route";
import { newId } from "../../store/ids";
import { useSurvey } from "../context";

/** A target of the plan that a share can be held against. */
interface Aim {
  line: Id;
  /** The target, where its line has more than one. */
  target: Id | null;
  text: string;
}

/** Takes the satisfaction into the journal of the project, as a reading of the line that promises it. */
export function RecordSatisfaction({ options }: { options: ScoreOptions }) {
  const { words, questionnaire, responses, journal, tried } = useSurvey();
  const [chosen, setChosen] = useState("");
  const [recorded, setRecorded] = useState<Id | null>(null);
  const [once] = useOnce((work: () => Promise<void>) => work());
  if (!journal) return null;
  const aims = [...journal.plan.lines].flatMap(([line, { number, name, targets, indicator }]): Aim[] =>
    indicator?.accumulation === "ratio"
      ? targets.map(({ id, text }) => ({ line, target: targets.length > 1 ? id : null, text: `${number} ${name}: ${text}` }))
      : [],
  );
  if (aims.length === 0) return null;
  const aim = aims[Number(chosen)];
  const record = async () => {
    if (chosen === "" || !aim) return;
    const phase = questionnaire.satisfaction?.phase ?? questionnaire.phases?.at(-1)?.id;
    const on = questionnaire.phases?.find(({ id }) => id === phase)?.window?.end ?? today();
    const line = { entry: newId(), line: aim.line, target: aim.target, event: null, on, author: "survey" };
    const well = await tried(async () => {
      const draft = draftSatisfaction(questionnaire, responses, line, options);
      if (draft?.kind !== "reading") return words.glossary.notComputable;
      return journal.record({ kind: "reading", body: draft.body, on: draft.on });
    });
    if (well) setRecorded(aim.line);
  };
  return (
    <div class="record no-print">
      <div class="field">
        <label for="aim">{words.survey.recordFor}</label>
        <select id="aim" onChange={(event) => setChosen(event.currentTarget.value)}>
          <option value="">{words.choose}</option>
          {aims.map(({ text }, at) => (
            <option key={text} value={at} selected={String(at) === chosen}>
              {text}
            </option>
          ))}
        </select>
      </div>
      <button type="button" class="quiet" disabled={chosen === ""} onClick={() => void once(record)}>
        {words.survey.record}
      </button>
      {recorded !== null && (
        <p>
          <a href={address("plan", recorded)}>{words.survey.toLine}</a>
        </p>
      )}
    </div>
  );
}
