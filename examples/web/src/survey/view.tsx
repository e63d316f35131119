import { useEffect, useState } from "preact/hooks";
import { questionnaireDigest, readQuestionnaire, type Language } from "qoldau/survey";
import { bytesOfFile } from "../files";
import { FileDrop } from "../parts/file_button";
import { address, SURVEYS } from "../route";
import { sampleQuestionnaire } from "../sample";
import { sayFailure } from "../say_failure";
import { focusHeading } from "../views/frame";
import type { Words } from "../words";
import { AnswersView } from "./answers";
import { CheckView } from "./check";
import { CompareView } from "./compare/view";
import { saidOr, SurveyContext, type JournalBeside } from "./context";
import { FillView } from "./fill/view";
import { useSurveys, type KeptSurveys } from "./kept";
import type { Survey, SurveyStore } from "./store";

const PARTS = ["fill", "answers", "compare", "check"] as const;
type Part = (typeof PARTS)[number];

interface SurveysProps {
  store: SurveyStore;
  words: Words;
  language: Language;
  /** The questionnaire that is looked at, and what of it. */
  place: string | null;
  part: string | null;
  journal: JournalBeside | null;
  onMessage: (message: string) => void;
}

/** Surveys: the questionnaires of this device, or one of them. */
export function Surveys({ store, place, part, journal, onMessage, ...spoken }: SurveysProps) {
  const kept = useSurveys(store);
  const [failure, setFailure] = useState<string | null>(null);
  const read = kept !== null;
  useEffect(() => {
    setFailure(null);
    if (!read) return;
    scrollTo(0, 0);
    focusHeading();
  }, [place, part, read]);
  if (!kept) return null;
  // What a later version kept may be beyond this one.
  if ("failure" in kept) return <Failure failure={sayFailure(kept.failure, spoken.words)} />;
  const tried = async (work: () => Promise<string>): Promise<boolean> => {
    setFailure(null);
    try {
      onMessage(await work());
      return true;
    } catch (error) {
      setFailure(sayFailure(error, spoken.words));
      return false;
    }
  };
  const survey = kept.surveys.find(({ questionnaire }) => questionnaire.id === place);
  const shown = PARTS.find((one) => one === part) ?? "fill";
  return (
    <div class={survey ? "survey" : "start"}>
      {survey ? (
        <One
          key={survey.questionnaire.id}
          {...spoken}
          survey={survey}
          part={shown}
          kept={kept}
          journal={journal}
          tried={tried}
          failure={failure}
        />
      ) : (
        <All {...spoken} kept={kept} tried={tried} failure={failure} />
      )}
    </div>
  );
}

interface PartProps {
  words: Words;
  language: Language;
  kept: KeptSurveys;
  tried: (work: () => Promise<string>) => Promise<boolean>;
  failure: string | null;
}

const Failure = ({ failure }: { failure: string | null }) =>
  failure && (
    <p class="wrong" role="alert">
      {failure}
    </p>
  );

/** Where to put a questionnaire, and those that are here. */
function All({ words, language, kept, tried, failure }: PartProps) {
  const open = (json: () => Promise<Uint8Array>, sample: boolean) =>
    void tried(async () => {
      const bytes = await json();
      if (replacesAnother(bytes, kept.surveys) && !confirm(words.survey.replaceSure)) return "";
      const id = await kept.open(bytes, sample);
      location.hash = address(SURVEYS, id, sample ? "fill" : "check");
      return "";
    });
  return (
    <>
      <h1 tabIndex={-1}>{words.survey.title}</h1>
      <p class="lead">{words.survey.lead}</p>
      <FileDrop
        words={words.survey.openQuestionnaire}
        hint={words.survey.dropQuestionnaire}
        accept=".json,application/json"
        onChoose={(file) => open(() => bytesOfFile(file), false)}
      />
      <Failure failure={failure} />
      <p class="sample">
        {words.survey.orSample}{" "}
        <button type="button" class="quiet" onClick={() => open(sampleQuestionnaire, true)}>
          {words.survey.openSample}
        </button>
      </p>
      {kept.surveys.length > 0 && (
        <>
          <h2>{words.survey.onDevice}</h2>
          <ul class="things kept-surveys">
            {kept.surveys.map(({ questionnaire, answers }) => (
              <li key={questionnaire.id}>
                <a href={address(SURVEYS, questionnaire.id)}>{saidOr(questionnaire.title, language, questionnaire.id)}</a>{" "}
                <small>
                  {words.survey.records}: {answers.length}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="hint">{words.survey.stays}</p>
    </>
  );
}

/** Whether a questionnaire takes the place of another that people have answered. */
function replacesAnother(json: Uint8Array, surveys: readonly Survey[]): boolean {
  const read = readQuestionnaire(json);
  const known = surveys.find(({ questionnaire, answers }) => questionnaire.id === read.id && answers.length > 0);
  return known !== undefined && questionnaireDigest(known.questionnaire) !== questionnaireDigest(read);
}

/** One survey and what can be done with it. */
function One({ survey, part, failure, ...page }: PartProps & { survey: Survey; part: Part; journal: JournalBeside | null }) {
  const { words, language } = page;
  const { questionnaire, answers } = survey;
  const title = saidOr(questionnaire.title, language, questionnaire.id);
  useEffect(() => void (document.title = `${title} – QOLDAU`), [title]);
  const at = { ...page, survey, questionnaire, responses: answers.map(({ response }) => response) };
  const of = questionnaire.id;
  return (
    <SurveyContext.Provider value={at}>
      <p class="back">
        <a href={address(SURVEYS)}>{words.survey.allSurveys}</a>
      </p>
      <h1 tabIndex={-1}>{title}</h1>
      <p class="note">
        {words.survey.edition}: {questionnaire.edition} · {words.survey.questions}: {questionnaire.questions.length} ·{" "}
        {words.survey.records}: {answers.length}
      </p>
      <nav class="chips parts-of" aria-label={title}>
        {PARTS.map((one) => (
          <a key={one} href={address(SURVEYS, of, one)} {...(one === part ? { "aria-current": "page" as const } : {})}>
            {words.survey.parts[one]}
          </a>
        ))}
      </nav>
      <Failure failure={failure} />
      {part === "fill" && <FillView />}
      {part === "answers" && <AnswersView />}
      {part === "compare" && <CompareView />}
      {part === "check" && <CheckView />}
    </SurveyContext.Provider>
  );
}
