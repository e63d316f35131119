import { useMemo, useState } from "preact/hooks";
import type { Entry, JournalForm } from "qoldau";
import { save } from "../files";
import { usePage } from "../page";
import { FileButton, useDrop } from "../parts/file_button";
import { SeverityIcon } from "../parts/icons";
import { useOnce } from "../parts/once";
import { orderOf } from "../plan_index";
import { atTheEnd, goneIn, mayBeVoided } from "../review/effect";
import type { Said } from "../standing";
import { bytesOf, fileOf } from "../store/lines";
import { Chains } from "./chains";
import { Conflicts } from "./conflicts";
import { sayEntry } from "./say_entry";

/** So many entries are shown at first, and more at a time. */
const SHOWN = 30;

const ENDINGS: Record<JournalForm, string> = { lines: "jsonl", compact: "qjrn" };
const TYPES: Record<JournalForm, string> = { lines: "application/jsonl", compact: "application/octet-stream" };

/** What was recorded: to look at, to add to, to take out, to load and to save. */
export function JournalView() {
  const { words, standing, lines, roles, device, aside, project, add, load, reopen, erase } = usePage();
  const [most, setMost] = useState(SHOWN);
  const { over, ...drop } = useDrop(load, true);
  const entries = [...standing.entries].sort((a, b) => (orderOf(a) < orderOf(b) ? 1 : -1));
  const ended = useMemo(
    () => atTheEnd(project.plan, lines, roles, standing.entries),
    [project.plan, lines, roles, standing.entries],
  );
  const gone = goneIn(entries, ended);
  const aboutFile = standing.open.filter(({ finding }) => finding.place.kind === "line");
  const saveAs = (form: JournalForm) =>
    save(`qoldau-${project.plan.id}.${ENDINGS[form]}`, TYPES[form], fileOf(lines, form));
  const eraseAll = () => {
    if (confirm(words.eraseSure)) void erase();
  };
  return (
    <div class={over ? "over-journal" : ""} {...drop}>
      <h1 tabIndex={-1}>{words.tabs.journal}</h1>
      <p class="actions">
        <button type="button" onClick={() => add({})}>
          {words.addEntry}
        </button>
        <FileButton words={words.loadJournal} accept=".jsonl,.qjrn,application/jsonl,text/plain" several onChoose={load} />
        <button type="button" class="quiet" onClick={() => saveAs("lines")}>
          {words.saveJournal}
        </button>
        <button type="button" class="quiet" onClick={() => saveAs("compact")}>
          {words.saveCompact}
        </button>
      </p>
      <p class="hint">
        {words.journalHint} {words.dropJournal}
      </p>
      {aside.length > 0 && (
        <p class="note aside">
          {words.aside}: {aside.length}{" "}
          <button type="button" class="quiet" onClick={() => save("qoldau-aside.jsonl", TYPES.lines, bytesOf(aside))}>
            {words.saveAside}
          </button>
        </p>
      )}
      <Conflicts />
      <Chains />
      {entries.length === 0 ? (
        <p>{words.noEntries}</p>
      ) : (
        <p class="all">
          {words.entriesInAll}: {entries.length}
        </p>
      )}
      <ol class="entries">
        {entries.slice(0, most).map((entry) => (
          <EntryItem
            key={entry.id}
            entry={entry}
            gone={gone.has(entry.id)}
            voidable={!gone.has(entry.id) && mayBeVoided(entry, entries, gone, device)}
            about={aboutFile.filter(
              ({ finding }) => finding.place.kind === "line" && finding.place.entry === entry.id,
            )}
          />
        ))}
      </ol>
      {entries.length > most && (
        <button type="button" class="quiet" onClick={() => setMost(most + SHOWN)}>
          {words.more}: {entries.length - most}
        </button>
      )}
      <p class="erase">
        <FileButton words={words.reopenAnnex} accept=".docx,.txt" onChoose={reopen} />
        <button type="button" class="quiet danger" onClick={eraseAll}>
          {words.eraseAll}
        </button>
      </p>
    </div>
  );
}

interface ItemProps {
  entry: Entry;
  gone: boolean;
  /** Whether whoever is here may take it back. */
  voidable: boolean;
  about: Said[];
}

function EntryItem({ entry, gone, voidable, about }: ItemProps) {
  const page = usePage();
  const { words, asOf, record } = page;
  const said = sayEntry(entry, page);
  const [voidIt] = useOnce(async () => {
    if (!confirm(words.voidSure)) return;
    const on = asOf > entry.on ? asOf : entry.on;
    await record([{ kind: "void", body: { reason: words.voidReason }, on, replaces: [entry.id] }]);
  });
  return (
    <li class={gone ? "entry gone" : "entry"}>
      <p class="day">
        <time dateTime={entry.on}>{said.day}</time> <b>{said.kind}</b>
        {gone && <span class="note"> {words.voided}</span>}
        {entry.on > asOf && <span class="note"> {words.later}</span>}
      </p>
      <p>{said.text}</p>
      {about.map(({ row }, at) => (
        <p key={at} class="note">
          <SeverityIcon severity={row.severity} />
          {row.text}. {row.remedy}
        </p>
      ))}
      {voidable && (
        <button
          type="button"
          class="quiet"
          aria-label={`${words.glossary.void}: ${said.kind}, ${said.day}, ${said.text}`}
          onClick={voidIt}
        >
          {words.glossary.void}
        </button>
      )}
    </li>
  );
}
