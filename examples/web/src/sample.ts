import annex from "../../data/qoldau-2024.kk.docx?url";
import season from "../../data/season.jsonl?url";
import { isoDate, type IsoDate } from "qoldau";

/** The day on which the sample season shows most. */
export const sampleDay = (): IsoDate => isoDate("2024-09-15");

export async function sample(): Promise<{ annex: Uint8Array; journal: Uint8Array }> {
  return { annex: await fetched(annex), journal: await fetched(season) };
}

async function fetched(address: string): Promise<Uint8Array> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
