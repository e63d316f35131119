import type { LineRef } from "qoldau";
import { address } from "../route";

/** The numbers of lines, each leading to its line. */
export function LineLinks({ lines }: { lines: LineRef[] }) {
  return (
    <>
      {lines.map((line, number) => (
        <span key={line.id}>
          {number > 0 && ", "}
          <a class="line-link" href={address("plan", line.id)}>{line.number}</a>
        </span>
      ))}
    </>
  );
}
