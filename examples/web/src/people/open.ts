import { init } from "qoldau/people";
import { PeopleStore } from "./store";

export { People } from "./view";

/** Starts the module for people and opens what is kept. */
export async function openPeople(): Promise<PeopleStore> {
  await init();
  return PeopleStore.open();
}
