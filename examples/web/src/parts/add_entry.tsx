import type { Id } from "qoldau";
import { usePage, type Preset } from "../page";
import { Icon } from "./icons";

/** Opens the form for an entry about a line. */
export function AddEntry({ line, ...preset }: Preset & { line: Id }) {
  const { words, index, add } = usePage();
  return (
    <button
      type="button"
      class="plain"
      aria-label={`${words.addEntry}: ${index.lines.get(line)?.number}`}
      onClick={() => add({ ...preset, line })}
    >
      <Icon name="add" tone="add" />
      {words.addEntry}
    </button>
  );
}
