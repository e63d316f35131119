import { useEffect, useState } from "preact/hooks";

export const TABS = ["overview", "plan", "findings", "journal", "operator", "report"] as const;
export type Tab = (typeof TABS)[number];

/** Where the operator's manager checks submissions, beside the NGO's tabs. */
export const DESK = "desk";

/** Surveys and lists of people need no plan: they stand beside the project. */
export const SURVEYS = "surveys";
export const PEOPLE = "people";
export const BESIDE = [SURVEYS, PEOPLE] as const;

/** Where the reader is: a tab or what stands beside them, a place in it, `#plan/t2-10`, and a part of that. */
export interface Route {
  tab: Tab | typeof DESK | (typeof BESIDE)[number];
  place: string | null;
  part: string | null;
}

export const address = (tab: Route["tab"], ...places: string[]): string =>
  `#${[tab, ...places.map(encodeURIComponent)].join("/")}`;

const PLACES: readonly Route["tab"][] = [...TABS, DESK, ...BESIDE];

function routeOf(hash: string): Route {
  const [tab, place, part] = hash.slice(1).split("/");
  const known = PLACES.find((one) => one === tab) ?? "overview";
  return { tab: known, place: decoded(place), part: decoded(part) };
}

/** What somebody typed into the address need not be one. */
function decoded(text: string | undefined): string | null {
  if (!text) return null;
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

export function useRoute(): Route {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  useEffect(() => {
    const changed = () => setRoute(routeOf(location.hash));
    addEventListener("hashchange", changed);
    return () => removeEventListener("hashchange", changed);
  }, []);
  return route;
}
