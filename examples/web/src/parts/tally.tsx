import type { Counts } from "qoldau";
import { usePage } from "../page";
import { HeadlineIcon } from "./icons";
import { HEADLINES } from "./pictures";

/** The headlines that occur, counted. */
export function Tally({ counts }: { counts: Counts }) {
  const { words } = usePage();
  const there = HEADLINES.filter((headline) => counts[headline] > 0);
  return (
    <p class="tally">
      {there.map((headline) => (
        <span key={headline} class="count">
          <HeadlineIcon headline={headline} />
          {words.glossary[headline]}: {counts[headline]}
        </span>
      ))}
    </p>
  );
}
