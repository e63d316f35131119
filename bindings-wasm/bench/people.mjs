// How long looking for people who stand twice takes in Node beside native code: `node people.mjs LIST.csv`, after `bindings-wasm/build`.
//
// Both sides read the same list before anything is measured, and take turns, so that a busy machine slows both; the least time of all runs
// counts. What crosses is in the time of the module: the rows in as values, pairs and people out.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { built, root } from '../tests/places.mjs';

const TURNS = 5;
const [list] = process.argv.slice(2);
if (!list) throw new Error('usage: node people.mjs LIST.csv');
const { findDuplicates, importPeople } = await import(join(built, 'esm/people/node.js'));

/** A turn of the native side: milliseconds, and how many people it found. */
function native() {
  const bench = ['bench', '--quiet', '--locked', '-p', 'qoldau-core', '--features', 'parallel', '--bench', 'people'];
  const command = process.env.QOLDAU_BENCH ? [process.env.QOLDAU_BENCH] : ['cargo', ...bench, '--'];
  const said = execFileSync(command[0], [...command.slice(1), 'duplicates', resolve(list), '2'], { cwd: root, encoding: 'utf8' });
  const runs = said.trim().split('\n').map((line) => line.split(' ').map(Number));
  return { took: Math.min(...runs.map(([seconds]) => seconds * 1e3)), persons: runs[0][3] };
}

const { people } = importPeople(readFileSync(list));
const best = { native: Infinity, wasm: Infinity };
for (let turn = 0; turn < TURNS; turn += 1) {
  const { took, persons } = native();
  best.native = Math.min(best.native, took);
  for (let run = 0; run < 2; run += 1) {
    const start = performance.now();
    const found = findDuplicates(people, { evidence: false });
    best.wasm = Math.min(best.wasm, performance.now() - start);
    if (found.persons !== persons) throw new Error('the two sides find different people');
  }
}
const ratio = best.wasm / best.native;
console.log(`${people.length} rows: native ${best.native.toFixed(0)} ms, module ${best.wasm.toFixed(0)} ms, ${ratio.toFixed(2)} ×`);
