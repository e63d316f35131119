import annex from "../../data/qoldau-2024.kk.docx?url";
import season from "../../data/season.jsonl?url";
import people from "../../data/people.csv?url";
import after from "../../data/survey-after.csv?url";
import before from "../../data/survey-before.csv?url";
import questionnaire from "../../data/survey.json?url";
import { isoDate, type IsoDate } from "qoldau";

/** The day on which the sample season shows most. */
export const sampleDay = (): IsoDate => isoDate("2024-09-15");

export async function sample(): Promise<{ annex: Uint8Array; journal: Uint8Array }> {
  return { annex: await fetched(annex), journal: await fetched(season) };
}

export const sampleQuestionnaire = (): Promise<Uint8Array> => fetched(questionnaire);

/** Invented answers to the sample questionnaire, phase by phase. */
export async function sampleAnswers(): Promise<{ name: string; phase: string; bytes: Uint8Array }[]> {
  return [
    { name: "survey-before.csv", phase: "before", bytes: await fetched(before) },
    { name: "survey-after.csv", phase: "after", bytes: await fetched(after) },
  ];
}

/** An attendance list of invented people. */
export const sampleList = (): Promise<Uint8Array> => fetched(people);

async function fetched(address: string): Promise<Uint8Array> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
