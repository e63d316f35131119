import { useState } from "preact/hooks";
import type { Event, EventStatus, Id, IsoDate } from "qoldau";
import { dayOf, today } from "../day";
import { newId } from "../store/ids";
import { usePage } from "../page";
import { eventIn, eventsOf } from "../plan_index";
import { Field, Radios, Select, countOr, textOr } from "../parts/fields";
import { NumberField } from "../parts/number_field";
import { Own } from "../parts/own";
import type { Saying } from "../store/store";
import { EntryForm, type FormProps } from "./form";

const STATES = ["planned", "held", "postponed", "cancelled"] as const satisfies EventStatus[];

export function EventForm({ preset, onDone }: FormProps) {
  const { words, standing } = usePage();
  const events = eventsOf(standing.entries);
  const [known, setKnown] = useState<Id>("");
  const event = events.find((one) => one.event === known);
  const options = events.map((one) => [one.event, `${one.start} ${one.name ?? one.event}`] as const);
  return (
    <>
      {events.length > 0 && (
        <Select
          label={words.glossary.event}
          name="known"
          options={options}
          empty={words.newEvent}
          onChoose={setKnown}
        />
      )}
      <EventFields key={known} event={event} preset={preset} onDone={onDone} />
    </>
  );
}

function EventFields({ event, preset, onDone }: FormProps & { event: Event | undefined }) {
  const { words, now, index, standing } = usePage();
  const ofPreset = preset.line ? index.lines.get(preset.line)?.activity?.id : undefined;
  const [activities, setActivities] = useState<Id[]>(event?.activities ?? (ofPreset ? [ofPreset] : []));
  const [status, setStatus] = useState<EventStatus>(event?.status ?? "planned");
  const [start, setStart] = useState<string>(event?.start ?? now);
  const parts = index.activities
    .filter((activity) => activities.includes(activity.id))
    .flatMap((activity) =>
      activity.indicators.flatMap((line) => line.targets.flatMap((target) => target.parts)),
    );
  const labels = [...new Set(parts.map((part) => part.label))];
  const toggle = (id: Id, on: boolean) =>
    setActivities(on ? [...activities, id] : activities.filter((one) => one !== id));

  const read = (given: FormData): Saying => {
    const first = dayOf(start) ?? now;
    const end = dayOf(textOr(given, "end") ?? "");
    const id = event?.event ?? newId();
    const earlier = standing.entries.filter((entry) => eventIn(entry)?.event === id);
    // Something that was held is a fact of its day; a newer state must not be dated before an older one.
    const day = status === "held" ? (end ?? first) : now;
    const on = [day, ...earlier.map((entry) => entry.on)].reduce<IsoDate>((a, b) => (a > b ? a : b), day);
    const body: Event = {
      event: id,
      status,
      activities,
      start: first,
      end,
      name: textOr(given, "name"),
      place: textOr(given, "place"),
      part: textOr(given, "part"),
      headcount: countOr(given, "headcount"),
    };
    return { kind: "event", body, on };
  };

  return (
    <EntryForm read={read} onDone={onDone}>
      <Field label={words.name} name="name" required value={event?.name} />
      <Radios
        label={words.status}
        name="status"
        value={status}
        options={STATES.map((state) => [state, words.glossary[state]])}
        onChoose={(state) => setStatus(state as EventStatus)}
      />
      <div class="row">
        <div class="field">
          <label for="event-start">{words.firstDay}</label>
          <input
            id="event-start"
            type="date"
            required
            value={start}
            {...(status === "held" ? { max: today() } : {})}
            onInput={(input) => setStart(input.currentTarget.value)}
          />
        </div>
        <Field
          label={words.lastDay}
          name="end"
          type="date"
          min={start}
          value={event?.end}
          {...(status === "held" ? { max: today() } : {})}
          hint={words.severalDays}
        />
      </div>
      <fieldset class="list">
        <legend>{words.glossary.activity}</legend>
        {index.activities.map((activity) => (
          <label key={activity.id} class="choice">
            <input
              type="checkbox"
              checked={activities.includes(activity.id)}
              required={activities.length === 0}
              onChange={(input) => toggle(activity.id, input.currentTarget.checked)}
            />
            <span>
              {activity.number} <Own>{activity.title}</Own>
            </span>
          </label>
        ))}
      </fieldset>
      {labels.length > 0 && (
        <Select
          label={words.partOfTarget}
          name="part"
          value={event?.part ?? ""}
          options={labels.map((label) => [label, label])}
          empty={words.none}
        />
      )}
      <div class="row">
        <Field label={words.place} name="place" value={event?.place} />
        <NumberField label={words.glossary.headcount} name="headcount" whole value={event?.headcount} />
      </div>
    </EntryForm>
  );
}
