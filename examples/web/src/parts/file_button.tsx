import { useState } from "preact/hooks";

interface FileProps {
  words: string;
  accept: string;
  disabled?: boolean;
  onChoose: (file: File) => void;
}

/** A button that asks for a file, in the page's words and not in the browser's. */
export function FileButton({ words, ...file }: FileProps) {
  return (
    <label class="button quiet">
      {words}
      <FileInput {...file} />
    </label>
  );
}

/** A place to drop a file on, with the button that asks for one in it. */
export function FileDrop({ words, hint, quiet = false, ...file }: FileProps & { hint: string; quiet?: boolean }) {
  const { over, ...drop } = useDrop(file.onChoose);
  return (
    <label class={over ? "drop over" : "drop"} {...drop}>
      <span class={quiet ? "button quiet" : "button"}>{words}</span>
      <span class="hint">{hint}</span>
      <FileInput {...file} />
    </label>
  );
}

/** What makes an element a place to drop a file on, and whether one hangs over it. */
export function useDrop(onDropped: (file: File) => void) {
  const [over, setOver] = useState(false);
  return {
    over,
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file) onDropped(file);
    },
  };
}

function FileInput({ accept, disabled = false, onChoose }: Omit<FileProps, "words">) {
  const choose = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    const file = input.files?.[0];
    // The same file may be chosen again.
    input.value = "";
    if (file) onChoose(file);
  };
  return <input type="file" class="silent" accept={accept} disabled={disabled} onChange={choose} />;
}
