/** Erases what is kept beside the project: questionnaires with their answers, and lists of people. */
export async function eraseBeside(): Promise<void> {
  const [{ SurveyStore }, { PeopleStore }] = await Promise.all([import("./survey/store"), import("./people/store")]);
  for (const kept of [SurveyStore, PeopleStore]) {
    const store = await kept.open();
    await store.erase();
    store.close();
  }
}
