import { render } from "preact";
import { init } from "qoldau";
import { App } from "./app";
import { Store } from "./store/store";
import { languageAtStart } from "./language";
import { WORDS } from "./words";
import "./styles/base.css";
import "./styles/frame.css";
import "./styles/overview.css";
import "./styles/plan.css";
import "./styles/forms.css";
import "./styles/conflicts.css";
import "./styles/review.css";
import "./styles/survey.css";
import "./styles/people.css";
import "./styles/phone.css";

// A file that is dropped beside its place would be opened by the browser instead of the page.
for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => event.preventDefault());

async function start(): Promise<void> {
  const place = document.getElementById("page");
  if (!place) throw new Error("index.html has no place for the page");
  try {
    await init();
    const store = await Store.open();
    render(<App store={store} before={await store.read()} />, place);
  } catch (error) {
    place.textContent = WORDS[languageAtStart()].failures.start;
    throw error;
  }
  if (import.meta.env.PROD && "serviceWorker" in navigator) {
    await navigator.serviceWorker.register("./service-worker.js");
  }
}

void start();
