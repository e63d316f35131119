import { Fragment } from "preact";
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
        // What is copied has a space where the eye sees a gap.
        <Fragment key={headline}>
          <span class="count">
            <HeadlineIcon headline={headline} />
            {words.glossary[headline]}: {counts[headline]}
          </span>{" "}
        </Fragment>
      ))}
    </p>
  );
}
