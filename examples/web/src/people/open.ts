import { init } from "qoldau/people";
import { init as initReach } from "qoldau/reach";
import { PeopleStore } from "./store";

export { People } from "./view";

/** Starts the modules for people and opens what is kept. */
export async function openPeople(): Promise<PeopleStore> {
  await Promise.all([init(), initReach()]);
  return PeopleStore.open();
}
