import { useState } from "preact/hooks";
import type { Approver, Id } from "qoldau";
import { dayOf } from "../day";
import { usePage } from "../page";
import { Field, Radios, textOr } from "../parts/fields";
import { LinesField } from "../parts/lines_field";
import type { Saying } from "../store/store";
import { EntryForm, type FormProps } from "./form";

export function ApprovalForm({ preset, onDone }: FormProps) {
  const { words, now, index } = usePage();
  const [lines, setLines] = useState<Id[]>(preset.line ? [preset.line] : []);
  const asked = preset.line ? index.lines.get(preset.line)?.indicator?.requires.approvals[0] : undefined;

  const read = (given: FormData): Saying => {
    const date = dayOf(textOr(given, "date") ?? "") ?? now;
    const body = {
      lines,
      by: textOr(given, "by") as Approver,
      number: textOr(given, "number"),
      date,
      evidence: null,
    };
    return { kind: "approval", body, on: date };
  };

  return (
    <EntryForm read={read} onDone={onDone}>
      <LinesField name="lines" value={lines} onChange={setLines} />
      <Radios
        label={words.approvedBy}
        name="by"
        value={asked ?? "leader"}
        options={[
          ["leader", words.glossary.leader],
          ["localExecutiveBody", words.glossary.localExecutiveBody],
        ]}
      />
      <div class="row">
        <Field label={words.documentNumber} name="number" />
        <Field label={words.documentDay} name="date" type="date" required value={now} />
      </div>
    </EntryForm>
  );
}
