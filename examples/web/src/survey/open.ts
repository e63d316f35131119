import { init } from "qoldau/survey";
import { SurveyStore } from "./store";

export { Surveys } from "./view";

/** Starts the module for surveys and opens what is kept. */
export async function openSurveys(): Promise<SurveyStore> {
  await init();
  return SurveyStore.open();
}
