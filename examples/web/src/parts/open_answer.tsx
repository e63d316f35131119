import { sayAnswer, type AnswerForm, type UnitCode } from "qoldau";
import { usePage } from "../page";
import { LinesField } from "./lines_field";
import { Field, Select } from "./fields";
import { NumberField } from "./number_field";

/** Units that something can be counted in every month. */
const UNITS: UnitCode[] = [
  "post",
  "publication",
  "event",
  "letter",
  "document",
  "list",
  "photo",
  "video",
  "material",
  "person",
  "day",
  "workingDay",
  "hour",
  "time",
];

/** A field for an answer of the form that a question takes. */
export function OpenAnswer({ form, name, label }: { form: AnswerForm; name: string; label: string }) {
  const { words, language } = usePage();
  const text = { label, name: `${name}.text`, required: true };
  switch (form.kind) {
    case "oneOf":
      return null;
    case "words":
      return <Field {...text} />;
    case "unit":
      return <Select {...text} options={UNITS.map((unit) => [unit, sayAnswer(unit, language)])} />;
    case "count":
      return <NumberField {...text} whole least={1} />;
    case "number":
      return <NumberField {...text} />;
    case "days":
      return (
        <div class="row">
          <Field label={words.firstDay} name={`${name}.start`} type="date" />
          <Field label={words.lastDay} name={`${name}.end`} type="date" required />
        </div>
      );
    case "lines":
      return <LinesField name={`${name}.lines`} />;
  }
}
