import { useState } from "preact/hooks";
import type { Evidence, EvidenceKind, Id } from "qoldau";
import { dayOf, today } from "../day";
import { newId } from "../store/ids";
import { usePage } from "../page";
import { Field, Select, countOr, textOr } from "../parts/fields";
import { LinesField } from "../parts/lines_field";
import { NumberField } from "../parts/number_field";
import { dayInName, filesOf } from "./evidence_files";
import { EVIDENCE_KINDS, fieldsOf, usualKind } from "./evidence_kinds";
import type { Saying } from "../store/store";
import { EntryForm, type FormProps } from "./form";
import { EventField } from "./reading";

export function EvidenceForm({ preset, onDone }: FormProps) {
  const { words, now, index } = usePage();
  const usual = preset.line ? usualKind(index.lines.get(preset.line)?.indicator?.kind) : "photo";
  const [kind, setKind] = useState<EvidenceKind>(usual);
  const [lines, setLines] = useState<Id[]>(preset.line ? [preset.line] : []);
  const [files, setFiles] = useState<File[]>([]);
  const has = fieldsOf(kind);
  const targets = lines.flatMap((line) => index.lines.get(line)?.targets ?? []);
  const several = lines.length === 1 && targets.length > 1;

  const read = async (given: FormData): Promise<Saying> => {
    const date = dayOf(textOr(given, "date") ?? "") ?? now;
    const [event, target] = [textOr(given, "event"), textOr(given, "target")];
    const body: Evidence = {
      item: newId(),
      kind,
      lines,
      date,
      events: event ? [event] : [],
      targets: target ? [target] : [],
      title: textOr(given, "title"),
      files: await filesOf(files, given),
    };
    if (has.number) body.number = textOr(given, "number");
    if (has.addressees) body.addressees = countOr(given, "addressees");
    if (has.rows) body.rows = countOr(given, "rows");
    if (has.signed) body.signed = given.get("signed") === "on";
    if (has.outlet) body.outlet = textOr(given, "outlet");
    if (has.link) body.link = textOr(given, "link");
    if (has.link) body.screenshot = dayOf(textOr(given, "screenshot") ?? "");
    if (has.copies) body.copies = countOr(given, "copies");
    return { kind: "evidence", body, on: date };
  };

  return (
    <EntryForm read={read} onDone={onDone}>
      <LinesField name="lines" value={lines} impact onChange={setLines} />
      {several && (
        <Select
          label={words.glossary.target}
          name="target"
          empty={words.none}
          options={targets.map((target) => [target.id, target.text])}
        />
      )}
      <Select
        label={words.kindOfEvidence}
        name="kind"
        value={kind}
        onChoose={(value) => setKind(value as EvidenceKind)}
        options={EVIDENCE_KINDS.map((of) => [of, words.evidenceKinds[of]])}
      />
      <FilesField files={files} taken={has.captured} onChoose={setFiles} />
      <div class="row">
        <EventField line={lines[0] ?? ""} />
        <Field label={words.date} name="date" type="date" required value={now} />
      </div>
      {has.link && <Field label={words.link} name="link" type="url" hint="https://…" />}
      <div class="row">
        {has.outlet && <Field label={words.outlet} name="outlet" />}
        {has.link && <Field label={words.screenshotDay} name="screenshot" type="date" />}
        {has.number && (
          <Field label={kind === "letter" ? words.glossary.outgoingNumber : words.number} name="number" />
        )}
        {has.addressees && <NumberField label={words.addressees} name="addressees" whole least={1} />}
        {has.rows && <NumberField label={words.rows} name="rows" whole />}
        {has.copies && <NumberField label={words.copies} name="copies" whole least={1} />}
      </div>
      {has.signed && (
        <label class="choice">
          <input type="checkbox" name="signed" />
          <span>{words.signed}</span>
        </label>
      )}
      <Field label={words.title} name="title" hint={words.noNames} />
    </EntryForm>
  );
}

interface FilesFieldProps {
  files: File[];
  /** Whether they are pictures, of which it matters when they were taken. */
  taken: boolean;
  onChoose: (files: File[]) => void;
}

function FilesField({ files, taken, onChoose }: FilesFieldProps) {
  const { words } = usePage();
  return (
    <div class="field">
      <label class="button quiet">
        {words.chooseFiles}
        <input
          type="file"
          multiple
          class="silent"
          aria-describedby="files-hint"
          onChange={(event) => onChoose([...(event.currentTarget.files ?? [])])}
        />
      </label>
      <small id="files-hint" class="hint">
        {words.filesHint}
      </small>
      {files.map((file, number) =>
        taken ? (
          <Field
            key={`${file.name} ${number}`}
            label={`${words.takenOn}: ${file.name}`}
            name={`captured.${number}`}
            type="date"
            max={today()}
            value={dayInName(file.name)}
            hint={dayInName(file.name) ? words.takenOnName : words.takenOnHint}
          />
        ) : (
          <NumberField
            key={`${file.name} ${number}`}
            label={`${words.pages}: ${file.name}`}
            name={`pages.${number}`}
            whole
            least={1}
          />
        ),
      )}
    </div>
  );
}
