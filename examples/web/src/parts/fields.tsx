import { useId } from "preact/hooks";
import { numberIn } from "./numbers";

interface About {
  label: string;
  name: string;
  hint?: string;
  required?: boolean;
}

interface Input {
  type?: "text" | "date" | "url";
  min?: string;
  max?: string;
}

/** A field with its label. It keeps what is typed itself; a form reads it when it is sent. */
export function Field(about: About & Input & { value?: string | number | null | undefined }) {
  const { label, hint, value, type = "text", ...input } = about;
  const id = useId();
  // The types of preact know each kind of input by itself, and none of which only the kinds are known.
  const kind = { type } as { type: "text" };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} {...kind} defaultValue={String(value ?? "")} {...described(hint, id)} {...input} />
      {hint && (
        <small id={`${id}-hint`} class="hint">
          {hint}
        </small>
      )}
    </div>
  );
}

/** A field for several sentences. */
export function Area({ label, name, required = false }: About) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea id={id} name={name} required={required} rows={3} />
    </div>
  );
}

/** The hint of a field is read out with it. */
const described = (hint: string | undefined, id: string) =>
  hint ? { "aria-describedby": `${id}-hint` } : {};

type Options = (readonly [value: string, words: string])[];

export function Select(
  about: About & { options: Options; value?: string; empty?: string; onChoose?: (value: string) => void },
) {
  const { label, name, hint, required = false, options, value = "", empty, onChoose } = about;
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        name={name}
        required={required}
        onChange={(event) => onChoose?.(event.currentTarget.value)}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(([of, words]) => (
          <option key={of} value={of} selected={of === value}>
            {words}
          </option>
        ))}
      </select>
      {hint && <small class="hint">{hint}</small>}
    </div>
  );
}

/** One of a few, all to be seen. */
export function Radios(
  about: About & { options: Options; value: string; onChoose?: (value: string) => void },
) {
  const { label, name, options, value, onChoose } = about;
  return (
    <fieldset class="radios">
      <legend>{label}</legend>
      {options.map(([of, words]) => (
        <label key={of} class="choice">
          <input
            type="radio"
            name={name}
            value={of}
            defaultChecked={of === value}
            onChange={() => onChoose?.(of)}
          />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What a field holds; nothing when it is blank or not there. */
export function textOr(given: FormData, name: string): string | null {
  const value = given.get(name);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** A whole number of a field that takes no other. */
export function countOr(given: FormData, name: string): number | null {
  const text = textOr(given, name);
  return text === null ? null : Number(numberIn(text));
}
