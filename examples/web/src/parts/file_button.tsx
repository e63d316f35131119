import { useState } from "preact/hooks";

interface FileProps {
  words: string;
  accept: string;
  disabled?: boolean;
  /** Whether several files may come at once, each by itself. */
  several?: boolean;
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
  const { over, ...drop } = useDrop(file.onChoose, file.several);
  return (
    <label class={over ? "drop over" : "drop"} {...drop}>
      <span class={quiet ? "button quiet" : "button"}>{words}</span>
      <span class="hint">{hint}</span>
      <FileInput {...file} />
    </label>
  );
}

/** What makes an element a place to drop a file on, and whether one hangs over it. */
export function useDrop(onDropped: (file: File) => void, several = false) {
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
      for (const file of taken(event.dataTransfer?.files, several)) onDropped(file);
    },
  };
}

function FileInput({ accept, disabled = false, several = false, onChoose }: Omit<FileProps, "words">) {
  const choose = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    const files = taken(input.files, several);
    // The same file may be chosen again.
    input.value = "";
    for (const file of files) onChoose(file);
  };
  return <input type="file" class="silent" accept={accept} disabled={disabled} multiple={several} onChange={choose} />;
}

const taken = (files: FileList | null | undefined, several: boolean): File[] => [...(files ?? [])].slice(0, several ? undefined : 1);
