import {
  register,
  renderRegister,
  renderReport,
  type AuthorRole,
  type IssuedNumber,
  type IsoDate,
  type Language,
} from "qoldau";
import { bytesOf } from "./store/lines";
import type { Project } from "./store/store";

/** What is printed and handed over. */
export type Paper = "report" | "register";

/** The report or the register of a day, in one language. */
export interface Papers {
  html(paper: Paper): string;
  /** The register as a table. */
  csv(): string;
  /** The numbers that stand on the register, and those that earlier ones gave. */
  issued(): IssuedNumber[];
}

export function papers(
  { plan, readFindings, issued }: Project,
  lines: readonly string[],
  roles: readonly AuthorRole[],
  asOf: IsoDate,
  language: Language,
): Papers {
  const options = { readFindings, roles: [...roles] };
  const journal = bytesOf(lines);
  return {
    html: (paper) =>
      paper === "report"
        ? renderReport(plan, journal, asOf, language, "html", options)
        : renderRegister(plan, journal, asOf, language, "html", issued, options),
    csv: () => renderRegister(plan, journal, asOf, language, "csv", issued, options),
    issued() {
      const shown = register(plan, journal, asOf, language, issued, options).lines.flatMap(({ line, items }) =>
        items.map(({ item, running }) => ({ line: line.id, item, running })),
      );
      const key = ({ line, item }: IssuedNumber): string => JSON.stringify([line, item]);
      return [...new Map([...shown, ...issued].map((number) => [key(number), number])).values()];
    },
  };
}
