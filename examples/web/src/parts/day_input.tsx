import { useEffect, useRef } from "preact/hooks";

interface DayInputProps {
  id: string;
  value: string;
  /** What is told: a day, or nothing where the field was emptied. */
  onDay: (text: string) => void;
  min?: string;
  max?: string;
  required?: boolean;
  "aria-describedby"?: string;
}

/** The first year that a day is told of: of 2024 a browser tells the years 2, 20 and 202 as well, while it is typed. */
const FIRST_YEAR = "1000";

/**
 * A day that is told as it is typed. The field follows its value from outside only while nobody types in it: whoever writes a day back between two
 * keystrokes takes the rest of them away.
 */
export function DayInput({ value, onDay, ...input }: DayInputProps) {
  const field = useRef<HTMLInputElement>(null);
  const follow = () => {
    if (field.current && field.current.value !== value) field.current.value = value;
  };
  useEffect(() => {
    if (document.activeElement !== field.current) follow();
  }, [value]);
  const tell = (text: string) => {
    if (text === "" || text >= FIRST_YEAR) onDay(text);
  };
  return (
    <input
      {...input}
      ref={field}
      type="date"
      defaultValue={value}
      onInput={(event) => tell(event.currentTarget.value)}
      onBlur={follow}
    />
  );
}
