import { useId, useState } from "preact/hooks";
import { formatAmount } from "qoldau";
import { usePage } from "../page";
import { numberIn, patternOf } from "./numbers";

interface NumberFieldProps {
  label: string;
  name: string;
  hint?: string;
  required?: boolean;
  value?: string | number | null | undefined;
  /** Whether only whole numbers are taken. */
  whole?: boolean;
  least?: 0 | 1;
}

/**
 * A field for a number as people write it, which shows how it is read before anything is kept. A browser's own field for numbers takes `2.000`
 * for two.
 */
export function NumberField({ label, name, hint, required = false, value, whole = false, least = 0 }: NumberFieldProps) {
  const { words } = usePage();
  const [typed, setTyped] = useState(String(value ?? ""));
  const id = useId();
  const read = useRead(typed);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="text"
        inputMode={whole ? "numeric" : "decimal"}
        autocomplete="off"
        required={required}
        pattern={patternOf(whole, least)}
        data-number={whole ? "whole" : "any"}
        defaultValue={String(value ?? "")}
        aria-describedby={`${id}-read${hint ? ` ${id}-hint` : ""}`}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      {hint && (
        <small id={`${id}-hint`} class="hint">
          {hint}
        </small>
      )}
      <output id={`${id}-read`} for={id} class="hint read">
        {read !== null && `${words.readAs}: ${read}`}
      </output>
    </div>
  );
}

/** The number in what is typed, as the page writes it; nothing while there is none. */
function useRead(typed: string): string | null {
  const { language } = usePage();
  try {
    const number = numberIn(typed);
    return number && formatAmount(number, language);
  } catch {
    // More digits than any number here has: the form says so when it is sent.
    return null;
  }
}
