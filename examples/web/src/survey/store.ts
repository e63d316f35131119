import { readQuestionnaire, type Id, type Questionnaire, type Response } from "qoldau/survey";
import { answered, begin, changed, openDatabase } from "../store/database";
import { onWritten } from "../store/others";

const NAME = "qoldau-surveys";
const STORES = {
  /** Questionnaires by their id, as their files hold them. */
  questionnaires: "questionnaires",
  /** Answers of people, in the order in which they came. */
  answers: "answers",
  /** What is being filled in, by the id of the questionnaire. */
  drafts: "drafts",
};
/** Answers by their questionnaire and the id of the record: no record is there twice. */
const RECORD = "record";

/** A questionnaire as its file holds it. */
interface KeptFile {
  json: Uint8Array;
  /** The one that comes with the page, whose answers are invented. */
  sample: boolean;
}

/** The answers of one person, and where they come from. */
export interface KeptAnswers {
  questionnaire: Id;
  /** The name of the file; nothing for what was filled in here. */
  source: string | null;
  id: Id;
  response: Response;
}

/** What is being filled in. */
export interface Draft {
  response: Response;
  /** The parts of the self-made code, as they are typed. */
  code: string[];
  /** What was typed where it is no answer yet, by question. */
  typed: Record<Id, string>;
  /** When the first answer was given, in milliseconds. */
  begun: number | null;
  /** Where the person is; nothing at the beginning. */
  at: string | null;
}

/** A questionnaire with all that is kept of it. */
export interface Survey {
  questionnaire: Questionnaire;
  json: Uint8Array;
  sample: boolean;
  answers: KeptAnswers[];
  draft: Draft | null;
}

/** Questionnaires and answers, as this browser keeps them, and nowhere else. */
export class SurveyStore {
  readonly #database: IDBDatabase;
  readonly #others = new BroadcastChannel(NAME);
  /** What is to be written of a draft, while another is being written. */
  #waiting: { of: Id; draft: Draft } | null = null;
  #writing: Promise<void> | null = null;

  private constructor(database: IDBDatabase) {
    this.#database = database;
  }

  static async open(): Promise<SurveyStore> {
    const database = await openDatabase(NAME, 1, (database) => {
      database.createObjectStore(STORES.questionnaires);
      database.createObjectStore(STORES.drafts);
      const answers = database.createObjectStore(STORES.answers, { autoIncrement: true });
      answers.createIndex(RECORD, ["questionnaire", "id"], { unique: true });
    });
    return new SurveyStore(database);
  }

  onChange(seen: () => void): () => void {
    return onWritten(this.#others, seen);
  }

  async read(): Promise<Survey[]> {
    await this.#writing;
    const transaction = await begin(this.#database, Object.values(STORES));
    const questionnaires = transaction.objectStore(STORES.questionnaires);
    const drafts = transaction.objectStore(STORES.drafts);
    const [files, answers, of, made] = await Promise.all([
      answered<KeptFile[]>(questionnaires.getAll()),
      answered<KeptAnswers[]>(transaction.objectStore(STORES.answers).getAll()),
      answered(drafts.getAllKeys()),
      answered<Draft[]>(drafts.getAll()),
    ]);
    return files.map(({ json, sample }) => {
      const questionnaire = readQuestionnaire(json);
      return {
        questionnaire,
        json,
        sample,
        answers: answers.filter((kept) => kept.questionnaire === questionnaire.id),
        draft: made[of.indexOf(questionnaire.id)] ?? null,
      };
    });
  }

  /** Keeps a questionnaire in the place of an earlier edition. It throws when the bytes are none. */
  async keepQuestionnaire(json: Uint8Array, sample: boolean): Promise<Id> {
    const { id } = readQuestionnaire(json);
    await this.#change((transaction) =>
      answered(transaction.objectStore(STORES.questionnaires).put({ json, sample } satisfies KeptFile, id)),
    );
    return id;
  }

  /** Keeps answers that are not there yet, and says how many these were. */
  async keepAnswers(questionnaire: Id, source: string | null, responses: readonly Response[]): Promise<number> {
    if (source === null) await this.#endWriting();
    return this.#change(async (transaction) => {
      const answers = transaction.objectStore(STORES.answers);
      const known = answers.index(RECORD);
      let kept = 0;
      for (const given of responses) {
        const before = await answered<KeptAnswers | undefined>(known.get([questionnaire, given.id]));
        // A person who bears an id answers in every phase.
        const isOther = before !== undefined && (before.response.phase ?? null) !== (given.phase ?? null);
        const response = isOther ? { ...given, id: `${given.id}-${given.phase ?? ""}` } : given;
        if ((await answered(known.count([questionnaire, response.id]))) > 0) continue;
        await answered(answers.add({ questionnaire, source, id: response.id, response } satisfies KeptAnswers));
        kept += 1;
      }
      if (source === null) transaction.objectStore(STORES.drafts).delete(questionnaire);
      return kept;
    });
  }

  /** Keeps a draft. Of several that come while one is written only the last is written. */
  keepDraft(of: Id, draft: Draft): Promise<void> {
    this.#waiting = { of, draft };
    this.#writing ??= this.#writeDrafts().finally(() => (this.#writing = null));
    return this.#writing;
  }

  async #writeDrafts(): Promise<void> {
    while (this.#waiting !== null) {
      const { of, draft } = this.#waiting;
      this.#waiting = null;
      await changed(this.#database, (transaction) =>
        answered(transaction.objectStore(STORES.drafts).put(draft, of)),
      );
    }
  }

  async dropDraft(of: Id): Promise<void> {
    await this.#endWriting();
    await this.#change((transaction) => answered(transaction.objectStore(STORES.drafts).delete(of)));
  }

  /** Takes away the answers of one file and phase. */
  async removeAnswers(questionnaire: Id, ids: readonly Id[]): Promise<void> {
    await this.#change(async (transaction) => {
      const answers = transaction.objectStore(STORES.answers);
      for (const id of ids) {
        const key = await answered(answers.index(RECORD).getKey([questionnaire, id]));
        if (key !== undefined) answers.delete(key);
      }
    });
  }

  /** Takes away a questionnaire with all that is kept of it. */
  async remove(questionnaire: Id): Promise<void> {
    await this.#endWriting();
    await this.#change(async (transaction) => {
      const answers = transaction.objectStore(STORES.answers);
      const all = IDBKeyRange.bound([questionnaire], [questionnaire, []]);
      for (const key of await answered(answers.index(RECORD).getAllKeys(all))) answers.delete(key);
      transaction.objectStore(STORES.questionnaires).delete(questionnaire);
      transaction.objectStore(STORES.drafts).delete(questionnaire);
    });
  }

  /** Takes everything away. */
  async erase(): Promise<void> {
    await this.#endWriting();
    await this.#change(async (transaction) => {
      for (const name of Object.values(STORES)) await answered(transaction.objectStore(name).clear());
    });
  }

  close(): void {
    this.#others.close();
    this.#database.close();
  }

  /** No draft is written any more: what is being filled in goes away. */
  async #endWriting(): Promise<void> {
    this.#waiting = null;
    await this.#writing;
  }

  async #change<T>(change: (transaction: IDBTransaction) => Promise<T>): Promise<T> {
    const made = await changed(this.#database, change);
    this.#others.postMessage("written");
    return made;
  }
}
