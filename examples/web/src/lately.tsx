import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { sayFailure } from "./say_failure";
import type { Words } from "./words";

interface LatelyProps<T> {
  words: Words;
  /** Fetches what is needed; once for every page, whoever asks. */
  load: () => Promise<T>;
  children: (loaded: T) => ComponentChildren;
}

/** A part of the page that is fetched only when somebody goes there. */
export function Lately<T>({ words, load, children }: LatelyProps<T>) {
  const [at, setAt] = useState<{ loaded: T } | { failure: unknown } | null>(null);
  useEffect(() => {
    load().then(
      (loaded) => setAt({ loaded }),
      (failure: unknown) => setAt({ failure }),
    );
  }, [load]);
  if (at === null) return null;
  if ("loaded" in at) return <>{children(at.loaded)}</>;
  return (
    <p class="wrong" role="alert">
      {/* A script that does not come is no error of the library's. */}
      {at.failure instanceof TypeError ? words.failures.INI002 : sayFailure(at.failure, words)}
    </p>
  );
}

/** Does something once, and anew only after it failed. */
export function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | null = null;
  return () => {
    done ??= work().catch((failure: unknown) => {
      done = null;
      throw failure;
    });
    return done;
  };
}
