import { useEffect, useState } from "preact/hooks";

export const TABS = ["overview", "plan", "findings", "journal", "report"] as const;
export type Tab = (typeof TABS)[number];

/** Where the reader is: a tab and a place in it, `#plan/t2-10`. */
export interface Route {
  tab: Tab;
  place: string | null;
}

export const address = (tab: Tab, place?: string): string =>
  `#${tab}${place ? `/${encodeURIComponent(place)}` : ""}`;

function routeOf(hash: string): Route {
  const [tab, place] = hash.slice(1).split("/");
  const known = TABS.find((one) => one === tab) ?? "overview";
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
