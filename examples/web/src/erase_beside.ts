import { shelves, takeAway } from "./desk/shelves";

/** Erases what is kept beside the project: questionnaires with their answers, lists of people, and submissions that were opened at the desk. */
export async function eraseBeside(): Promise<void> {
  const [{ SurveyStore }, { PeopleStore }] = await Promise.all([import("./survey/store"), import("./people/store")]);
  for (const kept of [SurveyStore, PeopleStore]) {
    const store = await kept.open();
    await store.erase();
    store.close();
  }
  for (const plan of await shelves()) await takeAway(plan);
}
