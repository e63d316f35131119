import { useState } from "preact/hooks";
import { importAnswers, saySurveyFindings, writeResponses, type Finding, type Id, type Response } from "qoldau/survey";
import { bytesOfFile, save, sha256 } from "../files";
import { FileButton, useDrop } from "../parts/file_button";
import { SaidFindings } from "../parts/said_findings";
import { address, SURVEYS } from "../route";
import { sampleAnswers } from "../sample";
import { saidOr, titleOfPhase, useSurvey } from "./context";
import type { KeptAnswers } from "./store";

/** Records of one file and one phase. */
interface Batch {
  source: string | null;
  phase: Id | null;
  answers: KeptAnswers[];
}

function batchesOf(answers: readonly KeptAnswers[]): Batch[] {
  const batches = new Map<string, Batch>();
  for (const kept of answers) {
    const phase = kept.response.phase ?? null;
    const key = JSON.stringify([kept.source, phase]);
    const batch = batches.get(key) ?? { source: kept.source, phase, answers: [] };
    batch.answers.push(kept);
    batches.set(key, batch);
  }
  return [...batches.values()];
}

/** The digest of a record: of its phase, its times and its answers. */
const contentOf = async (response: Response): Promise<string> =>
  (await sha256(new TextEncoder().encode(JSON.stringify(response)))).slice(0, 12);

/**
 * Ids under which records are kept. What says when it was given is named by what it says already, so that a later export of a
 * form brings only what is new. A row that does not is known by its file, and a number that a form gave, which every form
 * begins at 1, by its record too.
 */
const named = (responses: readonly Response[], digest: string): Promise<Response[]> =>
  Promise.all(
    responses.map(async (response) => {
      if (/^row-\d+$/.test(response.id)) return { ...response, id: `${digest.slice(0, 12)}-${response.id}` };
      if (/^\d{1,9}$/.test(response.id)) return { ...response, id: `${await contentOf(response)}-${response.id}` };
      return response;
    }),
  );

/** The answers that are kept: how many, to save, to load, to take away. */
export function AnswersView() {
  const { words, language, questionnaire, survey, responses, kept, tried } = useSurvey();
  const [found, setFound] = useState<Finding[]>([]);
  const [phase, setPhase] = useState<Id | null>(null);
  const [consented, setConsented] = useState(false);
  const of = questionnaire.id;
  const phases = questionnaire.phases ?? [];
  /** Takes files in one after the other, and tells what came of all of them. */
  const take = (files: () => Promise<{ bytes: Uint8Array; name: string; phase: Id | null }[]>) => {
    setFound([]);
    void tried(async () => {
      const came = { rows: 0, added: 0, again: 0 };
      for (const { bytes, name, phase } of await files()) {
        const { responses: read, rows, findings } = importAnswers(questionnaire, bytes, { phase, consented });
        const added = await kept.keepAnswers(of, name, await named(read, await sha256(bytes)));
        setFound((before) => [...before, ...findings]);
        came.rows += rows;
        came.added += added;
        came.again += read.length - added;
      }
      const told = [`${words.survey.rowsRead}: ${came.rows}`, `${words.survey.imported}: ${came.added}`];
      if (came.again > 0) told.push(`${words.survey.importedAgain}: ${came.again}`);
      return told.join(". ");
    });
  };
  const choose = (file: File) => take(async () => [{ bytes: await bytesOfFile(file), name: file.name, phase }]);
  const { over, ...drop } = useDrop(choose);
  const remove = ({ answers }: Batch) => {
    if (!confirm(words.survey.removeSure)) return;
    void tried(async () => {
      await kept.removeAnswers(of, answers.map(({ id }) => id));
      return "";
    });
  };
  const forget = () => {
    if (!confirm(words.survey.forgetSure)) return;
    void tried(async () => {
      await kept.remove(of);
      location.hash = address(SURVEYS);
      return "";
    });
  };
  return (
    <section aria-labelledby="answers" class={over ? "over-journal" : ""} {...drop}>
      <h2 id="answers">{words.survey.parts.answers}</h2>
      {responses.length === 0 ? (
        <p>{words.survey.noAnswersYet}</p>
      ) : (
        <Batches batches={batchesOf(survey.answers)} onRemove={remove} />
      )}
      {responses.length > 0 && (
        <>
          <p class="actions">
            <button
              type="button"
              onClick={() => save(`${of}-answers.json`, "application/json", writeResponses(responses))}
            >
              {words.survey.saveAnswers}
            </button>
          </p>
          <p class="hint">{words.survey.saveHint}</p>
        </>
      )}

      <h3>{words.survey.importAnswers}</h3>
      <p class="hint">{words.survey.importHint}</p>
      {phases.length > 0 && (
        <div class="field">
          <label for="import-phase">{words.glossary.surveyPhase}</label>
          <select
            id="import-phase"
            onChange={({ currentTarget: { value } }) => setPhase(value === "" ? null : value)}
          >
            <option value="">{words.none}</option>
            {phases.map(({ id, title }) => (
              <option key={id} value={id} selected={id === phase}>
                {saidOr(title, language, id)}
              </option>
            ))}
          </select>
        </div>
      )}
      {questionnaire.consent && (
        <label class="choice">
          <input type="checkbox" checked={consented} onChange={(event) => setConsented(event.currentTarget.checked)} />
          <span>{words.survey.consented}</span>
        </label>
      )}
      <p class="actions">
        <FileButton words={words.survey.importAnswers} accept=".csv,.json,text/csv,application/json" onChoose={choose} />
        {survey.sample && (
          <button type="button" class="quiet" onClick={() => take(sampleAnswers)}>
            {words.survey.sampleAnswers}
          </button>
        )}
      </p>
      {found.length > 0 && (
        <>
          <h3>{words.survey.importFindings}</h3>
          <SaidFindings words={words} row={words.survey.row} findings={found} rows={saySurveyFindings(found, language)} />
        </>
      )}
      <p class="erase">
        <button type="button" class="quiet danger" onClick={forget}>
          {words.survey.forget}
        </button>
      </p>
    </section>
  );
}

function Batches({ batches, onRemove }: { batches: readonly Batch[]; onRemove: (batch: Batch) => void }) {
  const { words, language, questionnaire } = useSurvey();
  return (
    <ul class="things batches">
      {batches.map((batch) => {
        const { source, phase, answers } = batch;
        const phaseName = titleOfPhase(questionnaire, phase, language, words.survey.noPhase);
        const refused = answers.filter(({ response }) => response.consent === false).length;
        const name = `${source ?? words.survey.here}${(questionnaire.phases ?? []).length > 0 ? `, ${phaseName}` : ""}`;
        return (
          <li key={name}>
            <b>{name}</b>
            <span>
              {words.survey.records}: {answers.length}
              {refused > 0 && `, ${words.survey.withoutConsent.toLowerCase()}: ${refused}`}
            </span>
            <button type="button" class="quiet" onClick={() => onRemove(batch)}>
              {words.survey.removeThese}
              <span class="silent">: {name}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
