interface FileButtonProps {
  words: string;
  accept: string;
  onChoose: (file: File) => void;
}

/** A button that asks for a file, in the page's words and not in the browser's. */
export function FileButton({ words, accept, onChoose }: FileButtonProps) {
  const choose = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    const file = input.files?.[0];
    // The same file may be chosen again.
    input.value = "";
    if (file) onChoose(file);
  };
  return (
    <label class="button quiet">
      {words}
      <input type="file" class="silent" accept={accept} onChange={choose} />
    </label>
  );
}
