import { useId, useMemo } from "preact/hooks";
import { conflictsOf, formatDate, type Conflict, type Language } from "qoldau";
import { today } from "../day";
import { usePage } from "../page";
import { Icon } from "../parts/icons";
import { useOnce } from "../parts/once";
import { bytesOf } from "../store/lines";
import { fieldsOf, type SaidField } from "./say_fields";
import { settling } from "./settling";

/** What several devices said differently: side by side, with the button that settles it. */
export function Conflicts() {
  const { words, lines } = usePage();
  // What of the journal cannot be read is told beside the chains.
  const { conflicts } = useMemo(() => conflictsOf(bytesOf(lines)), [lines]);
  if (conflicts.length === 0) return null;
  return (
    <section class="conflicts" aria-labelledby="conflicts">
      <h2 id="conflicts" tabIndex={-1}>
        {words.conflictsToSettle}: {conflicts.length}
      </h2>
      <p class="hint">{words.conflictsHint}</p>
      <ol class="cards">
        {conflicts.map((conflict) => (
          <ConflictCard key={conflict.entries.map(({ seal, id }) => seal ?? id).join(" ")} conflict={conflict} />
        ))}
      </ol>
    </section>
  );
}

function ConflictCard({ conflict }: { conflict: Conflict }) {
  const page = usePage();
  const { words } = page;
  const title = useId();
  const sides = conflict.entries.map((entry) => fieldsOf(entry, page));
  // A field differs where not every side says the same of it.
  const said = (key: string) => new Set(sides.map((fields) => fields.find((field) => field.key === key)?.text));
  const keys = [...new Set(sides.flat().map(({ key }) => key))];
  const differ = new Set(keys.filter((key) => said(key).size > 1));
  return (
    <li class="card question" aria-labelledby={title}>
      <h3 id={title}>{words.conflictKinds[conflict.kind]}</h3>
      <ul class="sides">
        {conflict.entries.map((_, at) => (
          <Side key={at} conflict={conflict} at={at} fields={sides[at] ?? []} differ={differ} about={title} />
        ))}
      </ul>
    </li>
  );
}

interface SideProps {
  conflict: Conflict;
  at: number;
  fields: SaidField[];
  differ: ReadonlySet<string>;
  about: string;
}

function Side({ conflict, at, fields, differ, about }: SideProps) {
  const { words, device, record, language } = usePage();
  const name = useId();
  const entry = conflict.entries[at];
  const [once] = useOnce((work: () => Promise<void>) => work());
  if (!entry) return null;
  const counts = entry.id === conflict.counts;
  const hold = settling(conflict, entry, words.settledReason);
  const settle = async () => {
    if (!hold || (await record([hold])) !== null) return;
    // The card goes with the button that was pressed: the keyboard goes on from a heading.
    (document.getElementById("conflicts") ?? document.querySelector<HTMLElement>("main h1"))?.focus();
  };
  const same = fields.filter(({ key }) => !differ.has(key));
  return (
    <li class={counts ? "side counts" : "side"}>
      <p id={name} class="of">
        <b>{entry.device !== null && entry.device === device ? words.thisBrowser : (entry.device ?? entry.author)}</b>
        {entry.clock !== null && <small> {sayMoment(entry.clock, language)}</small>}
      </p>
      <p class="note">
        {counts ? (
          <>
            <Icon name="proven" />
            {words.countsMeanwhile}
          </>
        ) : (
          words.countsNot
        )}
      </p>
      <h4>{words.whatDiffers}</h4>
      <Fields fields={fields.filter(({ key }) => differ.has(key))} none={words.none} />
      {same.length > 0 && (
        <details>
          <summary>{words.whatIsSame}</summary>
          <Fields fields={same} none={words.none} />
        </details>
      )}
      {hold && (
        <button type="button" aria-describedby={`${about} ${name}`} onClick={() => void once(settle)}>
          {words.thisHolds}
        </button>
      )}
    </li>
  );
}

/** When an entry was made, by the clock of whoever looks; the device's own words where they are no time. */
function sayMoment(clock: string, language: Language): string {
  const moment = new Date(clock.slice(0, "2024-06-18T10:00:00.000Z".length));
  if (Number.isNaN(moment.getTime())) return clock;
  const time = [moment.getHours(), moment.getMinutes()].map((part) => String(part).padStart(2, "0")).join(":");
  return `${formatDate(today(moment), language)}, ${time}`;
}

function Fields({ fields, none }: { fields: SaidField[]; none: string }) {
  if (fields.length === 0) return <p>{none}</p>;
  return (
    <dl>
      {fields.map(({ key, name, text }) => (
        <div key={key}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
