// Where things lie.

import { readFileSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
/** The package as `bindings-wasm/build` leaves it. */
export const built = join(root, 'target/wasm/package');
/** The same with a call that panics. */
export const builtToPanic = join(root, 'target/wasm/panic-test/package');

/** A file of the repository as bytes. */
export const load = (path) => readFile(join(root, path));
/** The same, at once. */
export const loadNow = (path) => readFileSync(join(root, path));

/** The conformance vectors by their file. */
export function vectorFiles() {
  const folder = join(root, 'tests/vectors');
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.sort().map((name) => ({ name, vectors: JSON.parse(readFileSync(join(folder, name), 'utf8')) }));
}
