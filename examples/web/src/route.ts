import { useEffect, useState } from "preact/hooks";

export const TABS = ["overview", "plan", "findings", "journal", "operator", "report"] as const;
export type Tab = (typeof TABS)[number];

/** Where the operator's manager checks submissions, beside the NGO's tabs. */
export const DESK = "desk";

/** Where the reader is: a tab or the desk, and a place in it, `#plan/t2-10`. */
export interface Route {
  tab: Tab | typeof DESK;
  place: string | null;
}

export const address = (tab: Route["tab"], place?: string): string =>
  `#${tab}${place ? `/${encodeURIComponent(place)}` : ""}`;

const PLACES: readonly Route["tab"][] = [...TABS, DESK];

function routeOf(hash: string): Route {
  const [tab, place] = hash.slice(1).split("/");
  const known = PLACES.find((one) => one === tab) ?? "overview";
  return { tab: known, place: place ? decodeURIComponent(place) : null };
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
