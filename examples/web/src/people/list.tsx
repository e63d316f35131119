import { useId, useMemo } from "preact/hooks";
import { guessColumns, sayPeopleFindings, type ColumnChoice, type Language, type PersonColumn } from "qoldau/people";
import { dayOf } from "../day";
import { patternOf, textOfNumber } from "../parts/numbers";
import { DayInput } from "../parts/day_input";
import { SaidFindings } from "../parts/said_findings";
import type { Words } from "../words";
import { hasEvents, tableOf } from "./counted";
import type { List } from "./store";
import { sheetsOf } from "./workbooks";

interface ListCardProps {
  words: Words;
  language: Language;
  list: List;
  /** Asks for a change of the list, as it is by then. */
  onChange: (change: (list: List) => Partial<List>) => void;
  onRemove: () => void;
}

/** One list: its event, what its columns hold, and what could not be read. */
export function ListCard({ words, language, list, onChange, onRemove }: ListCardProps) {
  const id = useId();
  const header = useMemo(() => headerOf(list), [list.bytes, list.columns]);
  const { people, findings } = useMemo(() => tableOf(list), [list.bytes, list.columns]);
  const remove = () => {
    if (confirm(words.people.removeSure)) onRemove();
  };
  return (
    <details class="card list-card" open>
      <summary>
        <b>{list.event}</b>{" "}
        <small>
          {words.people.rows}: {people.length}
        </small>
      </summary>
      <div class="row">
        <div class="field">
          <label for={`${id}-event`}>{words.people.event}</label>
          <input
            id={`${id}-event`}
            type="text"
            maxLength={200}
            value={list.event}
            onChange={({ currentTarget }) => {
              const event = currentTarget.value.trim();
              if (event === "") currentTarget.value = list.event;
              else onChange(() => ({ event }));
            }}
          />
        </div>
        <div class="field">
          <label for={`${id}-on`}>{words.people.on}</label>
          <DayInput
            id={`${id}-on`}
            value={list.on ?? ""}
            {...(list.on === null ? { "aria-describedby": `${id}-on-hint` } : {})}
            onDay={(text) => onChange(() => ({ on: dayOf(text) }))}
          />
          {list.on === null && (
            <small class="hint" id={`${id}-on-hint`}>
              {words.people.onHint}
            </small>
          )}
        </div>
        {!hasEvents(list) && (
          <div class="field">
            <label for={`${id}-heads`}>{words.people.headcount}</label>
            <input
              id={`${id}-heads`}
              type="text"
              inputMode="numeric"
              autocomplete="off"
              pattern={patternOf(true)}
              data-number="whole"
              value={list.headcount ?? ""}
              aria-describedby={`${id}-heads-hint`}
              onChange={({ currentTarget }) => {
                // What can be read in two ways is said to be so, and not kept.
                if (!currentTarget.reportValidity()) return;
                const number = textOfNumber(currentTarget.value);
                const headcount = number === null ? null : Number(number);
                if (headcount === null || headcount <= 1_000_000) onChange(() => ({ headcount }));
                // What is shown is what is kept.
                else currentTarget.value = String(list.headcount ?? "");
              }}
            />
            <small class="hint" id={`${id}-heads-hint`}>
              {words.people.headcountHint}
            </small>
          </div>
        )}
      </div>
      <h3>{words.people.columns}</h3>
      <p class="hint">{words.people.columnsHint}</p>
      <div class="row columns">
        {header.map((heading, at) => (
          <ColumnField
            key={at}
            words={words}
            heading={heading.trim() === "" ? `${words.people.column} ${at + 1}` : heading}
            holds={list.columns.find(({ column }) => column === at + 1)?.holds ?? null}
            onChoose={(holds) => onChange(({ columns }) => ({ columns: chosen(columns, at + 1, holds) }))}
          />
        ))}
      </div>
      <h3>{words.people.findings}</h3>
      {findings.length === 0 ? (
        <p>{words.people.noFindings}</p>
      ) : (
        <SaidFindings words={words} row={words.people.row} findings={findings} rows={sayPeopleFindings(findings, language)} />
      )}
      <p class="actions">
        <button type="button" class="quiet danger" onClick={remove}>
          {words.people.removeList}
        </button>
      </p>
    </details>
  );
}

/** So many columns are offered of a sheet of which nothing is known. */
const OFFERED = 10;

/** The headings, column by column; of a sheet as far as something stands or was chosen. */
function headerOf({ bytes, sheet, columns }: List): string[] {
  if (!sheet) return guessColumns(bytes).header;
  const headings = sheetsOf(bytes).find((guess) => guess.sheet === sheet.number)?.headings ?? [];
  const last = Math.max(0, ...[...headings, ...columns].map(({ column }) => column)) || OFFERED;
  return Array.from({ length: last }, (_, at) => headings.find(({ column }) => column === at + 1)?.text ?? "");
}

/** The columns with another choice for one: of each kind there is one column, of telephones several. */
function chosen(columns: readonly ColumnChoice[], column: number, holds: PersonColumn | null): ColumnChoice[] {
  const others = columns.filter((choice) => choice.column !== column && (choice.holds !== holds || holds === "phone"));
  const all = holds === null ? others : [...others, { column, holds }];
  return all.sort((one, other) => one.column - other.column);
}

interface ColumnFieldProps {
  words: Words;
  heading: string;
  holds: PersonColumn | null;
  onChoose: (holds: PersonColumn | null) => void;
}

function ColumnField({ words, heading, holds, onChoose }: ColumnFieldProps) {
  const id = useId();
  const kinds = Object.entries(words.people.holds) as [PersonColumn, string][];
  return (
    <div class="field">
      <label for={id}>{heading}</label>
      <select
        id={id}
        onChange={({ currentTarget: { value } }) => onChoose(kinds.find(([kind]) => kind === value)?.[0] ?? null)}
      >
        <option value="">{words.people.nothing}</option>
        {kinds.map(([kind, name]) => (
          <option key={kind} value={kind} selected={kind === holds}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
