/** Calls back when another window has written, and when this one is looked at again: one that slept was told nothing. */
export function onWritten(others: BroadcastChannel, seen: () => void): () => void {
  const shown = () => {
    if (document.visibilityState === "visible") seen();
  };
  others.onmessage = seen;
  document.addEventListener("visibilitychange", shown);
  return () => {
    others.onmessage = null;
    document.removeEventListener("visibilitychange", shown);
  };
}
