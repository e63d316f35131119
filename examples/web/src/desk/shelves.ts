import { openSubmission, readFacts, type Id, type OpenedSubmission } from "qoldau";
import { rolesOfNgo } from "../review/steps";
import { Store } from "../store/store";

/** Every project has a journal of its own at the desk, apart from the NGO's that may be open in the same browser. */
const PREFIX = "qoldau-operator:";

const encoder = new TextEncoder();

export const openShelf = (plan: Id): Promise<Store> => Store.open(PREFIX + plan);

/** The projects of which a submission was opened in this browser. */
export async function shelves(): Promise<Id[]> {
  const databases = await indexedDB.databases();
  return databases.flatMap(({ name }) => (name?.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : [])).sort();
}

/** Puts a submission to its project, with the steps in it. It throws when anything in it does not fit together. */
export async function putOnShelf(bytes: Uint8Array): Promise<Id> {
  const opened = openSubmission(bytes);
  const journal = encoder.encode(opened.journal);
  const { plan } = opened.package;
  const store = await openShelf(plan);
  try {
    const roles = rolesOfNgo(readFacts(journal).entries);
    await store.take({ file: new TextDecoder().decode(bytes), plan, journal, roles });
  } finally {
    store.close();
  }
  return plan;
}

export function takeAway(plan: Id): Promise<void> {
  const request = indexedDB.deleteDatabase(PREFIX + plan);
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error("not erased"));
  });
}

export const opened = (file: string): OpenedSubmission => openSubmission(encoder.encode(file));

export const bytesOfJson = ({ json }: OpenedSubmission): Uint8Array => encoder.encode(json);

