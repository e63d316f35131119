import type { Id } from "qoldau";

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

const random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));

/** A new UUIDv7: the time in milliseconds, then 74 random bits, so that ids sort by when they were made. */
export function newId(now = Date.now()): Id {
  const bytes = random(16);
  for (let at = 0; at < 6; at += 1) bytes[at] = Math.floor(now / 2 ** (8 * (5 - at))) % 256;
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const text = hex(bytes);
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join("-");
}

/** Random text by which nobody can guess a short body from its seal. */
export const newSalt = (): string => hex(random(16));
