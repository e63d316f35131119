import { useState } from "preact/hooks";
import {
  sayAgreement,
  sayMatchField,
  sayUnsureReason,
  type Language,
  type ListedPerson,
  type PairDecision,
  type PairVerdict,
  type ProbablePair,
} from "qoldau/people";
import { percent, signed } from "../figures";
import type { Words } from "../words";
import type { Counted, Row } from "./counted";

/** So many pairs are shown at first, and more at a time. */
const SHOWN = 10;

interface PairsProps {
  words: Words;
  language: Language;
  counted: Counted;
  decisions: readonly PairDecision[];
  onDecide: (decision: PairDecision) => void;
  onTakeBack: (decision: PairDecision) => void;
}

type Pair = Pick<PairDecision, "one" | "other">;

/** The same whichever of the two rows stands first. */
const pairKey = ({ one, other }: Pair): string => [one, other].sort().join(" ");

const SORTS = ["unsure", "same", "decided"] as const;
type Sort = (typeof SORTS)[number];

/** Rows that are probably one person, side by side, for a human to decide. */
export function Pairs({ words, counted, decisions, ...rest }: PairsProps) {
  const [sort, setSort] = useState<Sort>("unsure");
  const [most, setMost] = useState(SHOWN);
  const { rows, duplicates } = counted;
  const byPair = new Map(decisions.map((decision) => [pairKey(decision), decision]));
  const decidedOf = (pair: Pair) => byPair.get(pairKey(pair));
  const open = duplicates.pairs.filter((pair) => !decidedOf(pair));
  // The pair of a decision may not be told any more, as when two people are different: what was decided stands nevertheless.
  const decided = decisions.filter(({ one, other }) => rows.has(one) && rows.has(other));
  const pairs: Record<Sort, readonly Pair[]> = {
    unsure: open.filter(({ verdict }) => verdict === "unsure"),
    same: open.filter(({ verdict }) => verdict === "same"),
    decided,
  };
  const shown = pairs[sort];
  return (
    <section aria-labelledby="pairs">
      <h2 id="pairs" tabIndex={-1}>
        {words.people.pairs}
      </h2>
      <p class="hint no-print">{words.people.pairsHint}</p>
      <div class="chips pair-sorts" role="group" aria-labelledby="pairs">
        {SORTS.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === sort}
            onClick={() => {
              setSort(one);
              setMost(SHOWN);
            }}
          >
            {words.people.show[one]}: {pairs[one].length}
          </button>
        ))}
      </div>
      {shown.length === 0 && <p>{words.people.noPairs}</p>}
      <ul class="cards pairs">
        {shown.slice(0, most).map((pair) => {
          const [one, other] = [rows.get(pair.one), rows.get(pair.other)];
          if (!one || !other) return null;
          const told = duplicates.pairs.find((of) => pairKey(of) === pairKey(pair));
          return (
            <PairCard
              key={pairKey(pair)}
              words={words}
              {...rest}
              one={one}
              other={other}
              told={told ?? null}
              decided={decidedOf(pair) ?? null}
              events={counted.events}
            />
          );
        })}
      </ul>
      {shown.length > most && (
        <p class="actions">
          <button type="button" class="quiet" onClick={() => setMost(most + SHOWN)}>
            {words.more}: {shown.length - most}
          </button>
        </p>
      )}
    </section>
  );
}

interface PairCardProps extends Pick<PairsProps, "words" | "language" | "onDecide" | "onTakeBack"> {
  one: Row;
  other: Row;
  told: ProbablePair | null;
  decided: PairDecision | null;
  events: Counted["events"];
}

const FIELDS = ["name", "phone", "birth", "iin", "email", "settlement", "organisation"] as const;
const VERDICTS: readonly PairVerdict[] = ["same", "notSame", "unsure"];

function PairCard({ words, language, one, other, told, decided, events, onDecide, onTakeBack }: PairCardProps) {
  const names = `${one.person.name} – ${other.person.name}`;
  const decide = (verdict: PairVerdict) => {
    // The card goes to another place: whoever decided by the keyboard goes on from the heading.
    document.getElementById("pairs")?.focus({ preventScroll: true });
    onDecide({ one: one.person.id, other: other.person.id, verdict });
  };
  const takeBack = () => {
    document.getElementById("pairs")?.focus({ preventScroll: true });
    if (decided) onTakeBack(decided);
  };
  const filled = FIELDS.filter((field) => valueOf(one.person, field) !== "" || valueOf(other.person, field) !== "");
  return (
    <li class="card pair-card">
      {told && (
        <p class="note">
          {told.reason && `${sayUnsureReason(told.reason, language)}. `}
          {words.people.chance}: {percent(told.probability * 100, 0, language)}
        </p>
      )}
      <table class="two-rows personal">
        <thead>
          <tr>
            <th scope="col">
              <span class="silent">{words.people.field}</span>
            </th>
            <th scope="col">{words.people.firstRow}</th>
            <th scope="col">{words.people.secondRow}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{words.people.event}</th>
            <td>{events.get(one.event)}</td>
            <td>{events.get(other.event)}</td>
          </tr>
          {filled.map((field) => (
            <tr key={field}>
              <th scope="row">{words.people.holds[field]}</th>
              <td>{valueOf(one.person, field)}</td>
              <td>{valueOf(other.person, field)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {told && told.evidence.length > 0 && (
        <details class="reasons">
          <summary>{words.people.reasons}</summary>
          <ul>
            {told.evidence.map(({ field, agreement, bits }) => (
              <li key={field} class={bits >= 0 ? "for" : "against"}>
                <b>{signed(bits, 1, language)}</b> {sayMatchField(field, language)}: {sayAgreement(agreement, language)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {decided && (
        <p class="decided">
          {words.people.decided}: <b>{words.people[decided.verdict]}</b>
        </p>
      )}
      <div class="actions no-print" role="group" aria-label={names}>
        {decided ? (
          <button type="button" class="quiet" onClick={takeBack}>
            {words.people.takeBack}
          </button>
        ) : (
          VERDICTS.map((verdict) => (
            <button key={verdict} type="button" class="quiet" onClick={() => decide(verdict)}>
              {words.people[verdict]}
            </button>
          ))
        )}
      </div>
    </li>
  );
}

const valueOf = (person: ListedPerson, field: (typeof FIELDS)[number]): string => person[field] ?? "";
