import { useState } from "preact/hooks";
import { decimal, type DecimalString, type Id, type ReadingMode, type ReadingValue } from "qoldau";
import { dayOf } from "../day";
import { usePage } from "../page";
import { eventsOf } from "../plan_index";
import { Field, Radios, Select, textOr } from "../parts/fields";
import { LineOptions } from "../parts/lines_field";
import { NumberField } from "../parts/number_field";
import { isCounted, numberIn } from "../parts/numbers";
import type { Saying } from "../store/store";
import { EntryForm, type FormProps } from "./form";

type Kind = ReadingValue["kind"];

export function ReadingForm({ preset, onDone }: FormProps) {
  const { words, now, index } = usePage();
  const [line, setLine] = useState<Id>(preset.line ?? "");
  const of = index.lines.get(line);
  const usual: Kind = of?.indicator?.accumulation === "ratio" ? "share" : "amount";
  const [chosen, setKind] = useState<Kind | null>(null);
  const [wanted, setTarget] = useState<Id>("");
  const kind = chosen ?? usual;
  const [only, ...others] = of?.targets ?? [];
  const target = others.length === 0 ? only : of?.targets.find(({ id }) => id === wanted);
  // What is a level, and what only the impact block counts, is usually told as the total so far.
  const summed = !of || (of.indicator !== null && of.indicator.accumulation !== "level");
  const mode: ReadingMode = summed ? "add" : "total";

  const read = (given: FormData): Saying => {
    const on = dayOf(textOr(given, "date") ?? "") ?? now;
    const body = {
      line,
      target: textOr(given, "target"),
      event: textOr(given, "event"),
      mode: (textOr(given, "mode") ?? mode) as ReadingMode,
      value: valueIn(given, kind),
    };
    return { kind: "reading", body, on };
  };

  return (
    <EntryForm read={read} onDone={onDone}>
      <div class="field">
        <label for="reading-line">{words.glossary.line}</label>
        <select
          id="reading-line"
          required
          value={line}
          onChange={(event) => setLine(event.currentTarget.value)}
        >
          <option value="">{words.choose}</option>
          <LineOptions impact />
        </select>
      </div>
      {of && of.targets.length > 1 && (
        <Select
          label={words.glossary.target}
          name="target"
          required
          empty={words.choose}
          value={wanted}
          onChoose={setTarget}
          options={of.targets.map((target) => [target.id, target.text])}
        />
      )}
      <Radios
        key={usual}
        label={words.value}
        name="kind"
        value={kind}
        onChoose={(value) => setKind(value as Kind)}
        options={[
          ["amount", words.amount],
          ["share", words.share],
          ["notApplicable", words.glossary.notApplicable],
        ]}
      />
      {kind === "amount" && (
        <NumberField
          label={words.amount}
          name="amount"
          required
          whole={target !== undefined && isCounted(target, of?.kind)}
          hint={target?.text ?? ""}
        />
      )}
      {kind === "share" && (
        <div class="row">
          <NumberField label={words.glossary.numerator} name="numerator" required />
          <NumberField label={words.glossary.denominator} name="denominator" required />
        </div>
      )}
      <Radios
        key={mode}
        label={words.mode}
        name="mode"
        value={mode}
        options={[
          ["add", words.modeAdd],
          ["total", words.modeTotal],
        ]}
      />
      <div class="row">
        <EventField line={line} />
        <Field label={words.date} name="date" type="date" required value={now} />
      </div>
    </EntryForm>
  );
}

/** The browser has held the field against what a number is; anything else is none to the engine either. */
const amount = (given: FormData, name: string): DecimalString =>
  numberIn(textOr(given, name) ?? "") ?? decimal(textOr(given, name) ?? "");

function valueIn(given: FormData, kind: Kind): ReadingValue {
  switch (kind) {
    case "amount":
      return { kind, amount: amount(given, "amount") };
    case "share":
      return { kind, numerator: amount(given, "numerator"), denominator: amount(given, "denominator") };
    case "notApplicable":
      return { kind };
  }
}

/** The event it was at, of those of the line's activity. */
export function EventField({ line }: { line: Id }) {
  const { words, index, standing } = usePage();
  const activity = index.lines.get(line)?.activity?.id;
  const events = eventsOf(standing.entries).filter(
    (event) => !activity || event.activities.includes(activity),
  );
  if (events.length === 0) return null;
  const options = events.map(
    (event) => [event.event, `${event.start} ${event.name ?? event.event}`] as const,
  );
  return (
    <Select
      key={activity ?? ""}
      label={words.glossary.event}
      name="event"
      options={options}
      empty={words.none}
    />
  );
}
