import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Language } from "qoldau";
import { LANGUAGES } from "../language";
import { Icon } from "../parts/icons";
import { address, BESIDE, SURVEYS, TABS, useRoute, type Route, type Tab } from "../route";
import type { Words } from "../words";
import { DayBar } from "./day_bar";
import { FindingsView } from "./findings";
import { JournalView } from "./journal";
import { OperatorView } from "./operator";
import { Overview } from "./overview";
import { PlanView } from "./plan";
import { ReportView } from "./report";

interface FrameProps {
  words: Words;
  language: Language;
  onLanguage: (language: Language) => void;
  message?: string;
  onMessageSeen?: () => void;
  /** Whether the tabs of the project stand above what is shown. */
  tabs: boolean;
  /** Whether the way to surveys and people does. */
  beside?: boolean;
  children: ComponentChildren;
}

/** What stands around every screen. */
export function Frame(frame: FrameProps) {
  const { words, language, onLanguage, message = "", onMessageSeen, tabs, beside = true, children } = frame;
  const { tab } = useRoute();
  return (
    <>
      <a class="skip" href="#main" onClick={toMain}>
        {words.skip}
      </a>
      <header class="top">
        <a class="brand" href={address("overview")}>
          QOLDAU
        </a>
        {tabs && <Tabs words={words} tab={tab} />}
        {beside && <Beside words={words} tab={tab} />}
        <Languages words={words} language={language} onLanguage={onLanguage} />
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <div class="message" role="status">
        {message !== "" && (
          <p>
            {message}{" "}
            <button type="button" class="quiet" onClick={onMessageSeen}>
              {words.close}
            </button>
          </p>
        )}
      </div>
    </>
  );
}

/** Whoever comes to what stands beside the project is there with the keyboard and the screen reader too. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
}

function toMain(event: Event): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}

const TAB_ICON: Record<Tab, string> = {
  overview: "tab-overview",
  plan: "tab-plan",
  findings: "question",
  journal: "tab-journal",
  operator: "tab-operator",
  report: "tab-report",
};

function Tabs({ words, tab }: { words: Words; tab: Route["tab"] }) {
  return (
    <nav class="tabs" aria-label={words.contents}>
      {TABS.map((one) => (
        <a key={one} href={address(one)} {...(one === tab ? { "aria-current": "page" as const } : {})}>
          <Icon name={TAB_ICON[one]} tone="tab" />
          <span>{words.tabs[one]}</span>
        </a>
      ))}
    </nav>
  );
}

/** What needs no plan. */
function Beside({ words, tab }: { words: Words; tab: Route["tab"] }) {
  return (
    <nav class="beside" aria-label={words.beside}>
      {BESIDE.map((one) => (
        <a key={one} href={address(one)} {...(one === tab ? { "aria-current": "page" as const } : {})}>
          {words[one === SURVEYS ? "survey" : "people"].title}
        </a>
      ))}
    </nav>
  );
}

function Languages({
  words,
  language,
  onLanguage,
}: {
  words: Words;
  language: Language;
  onLanguage: (language: Language) => void;
}) {
  return (
    <div class="languages" role="group" aria-label={words.language}>
      {LANGUAGES.map(({ tag, short, name }) => (
        <button
          key={tag}
          type="button"
          lang={tag}
          title={name}
          aria-pressed={tag === language}
          onClick={() => onLanguage(tag)}
        >
          {short}
        </button>
      ))}
    </div>
  );
}

/** Screens on which the day is chosen. */
const HAS_DAY: readonly Route["tab"][] = ["overview", "report"];

/** The tab of the project that is looked at. */
export function Screen() {
  const route = useRoute();
  useFocusOn(route);
  return (
    <>
      {!HAS_DAY.includes(route.tab) && <DayBar />}
      {route.tab === "overview" && <Overview />}
      {route.tab === "plan" && <PlanView key={route.place} place={route.place} />}
      {route.tab === "findings" && <FindingsView />}
      {route.tab === "journal" && <JournalView />}
      {route.tab === "operator" && <OperatorView />}
      {route.tab === "report" && <ReportView />}
    </>
  );
}

/** Whoever goes somewhere is there with the keyboard and the screen reader too: at the heading, or at the line. */
function useFocusOn({ tab, place }: Route): void {
  const first = useRef(true);
  useEffect(() => {
    const line = place === null ? null : document.getElementById(`line-${place}`);
    if (line) {
      line.focus();
      line.scrollIntoView({ block: "center" });
    } else if (!first.current) {
      scrollTo(0, 0);
      focusHeading();
    }
    first.current = false;
  }, [tab, place]);
}
