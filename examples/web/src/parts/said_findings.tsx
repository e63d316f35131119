import { useState } from "preact/hooks";
import type { Finding, FindingRow } from "qoldau";
import type { Words } from "../words";
import { SeverityIcon } from "./icons";

/** So many findings are shown at first, and more at a time. */
const SHOWN = 20;

interface SaidFindingsProps {
  words: Words;
  /** What a row of a table is called. */
  row: string;
  findings: readonly Finding[];
  /** The same findings in words, in the same order. */
  rows: readonly FindingRow[];
}

/** Findings about a file, with the row where each is. */
export function SaidFindings({ words, row: rowName, findings, rows }: SaidFindingsProps) {
  const [most, setMost] = useState(SHOWN);
  return (
    <>
      <ul class="cards said-findings">
        {rows.slice(0, most).map((row, at) => {
          const place = findings[at]?.place;
          return (
            <li key={at} class={`card finding ${row.severity}`}>
              <p class="severity">
                <SeverityIcon severity={row.severity} />
                {row.severityText}
                {(place?.kind === "row" || place?.kind === "sheet") && place.row > 0 && `: ${rowName} ${place.row}`}{" "}
                <span class="code">{row.code}</span>
              </p>
              <p class="text">{row.text}</p>
              {row.remedy !== "" && <p class="remedy">{row.remedy}</p>}
            </li>
          );
        })}
      </ul>
      {rows.length > most && (
        <p class="actions">
          <button type="button" class="quiet" onClick={() => setMost(most + SHOWN)}>
            {words.more}: {rows.length - most}
          </button>
        </p>
      )}
    </>
  );
}
