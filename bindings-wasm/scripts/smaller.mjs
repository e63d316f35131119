// Makes a compiled module smaller where it lies: `node smaller.mjs MODULE.wasm`.

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { named } from './order.mjs';

// Named, never `--all-features`: that lets wasm-opt write what Node 20 and today's browsers refuse.
const FEATURES = [
  'bulk-memory',
  'nontrapping-float-to-int',
  'sign-ext',
  'mutable-globals',
  'reference-types',
  'multivalue',
];
// Flattened first and gone through twice: a page of code less in every module, for half a minute.
const PASSES = ['--low-memory-unused', '--flatten', '--rereloop', '-Oz', '-Oz'];

const [module] = process.argv.slice(2);
if (!module) throw new Error('usage: smaller.mjs MODULE.wasm');
const tool = join(dirname(fileURLToPath(import.meta.url)), '../node_modules/binaryen/bin/wasm-opt');
const features = FEATURES.map((name) => `--enable-${name}`);

/** Puts the module through passes where it lies. */
function put(passes) {
  const { status, error } = spawnSync(process.execPath, [tool, ...features, ...passes, module, '-o', module], {
    stdio: 'inherit',
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

put(PASSES);
writeFileSync(module, named(readFileSync(module)));
put(['--reorder-functions-by-name']);
