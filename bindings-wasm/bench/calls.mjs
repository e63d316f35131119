// How long calls take in Node beside the same calls in native code: `node calls.mjs`, after `bindings-wasm/build`.
//
// Both sides take the same bytes, in turns, so that a busy machine slows both; the least time of all runs counts. The
// crossing (the plan in as JSON, the answer out) is measured by what is left when the work is nearly none: a journal
// of its header alone.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';

import { built, loadNow, root } from '../tests/places.mjs';

const TURNS = 3;
const { assess, assessEntries, readAnnex, readFacts } = await import(join(built, 'esm/qoldau/node.js'));

/** The least time of many runs, in milliseconds. */
function least(runs, run) {
  let best = Infinity;
  for (let at = 0; at < runs; at += 1) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

const folder = mkdtempSync(join(tmpdir(), 'qoldau-'));
const file = join(folder, 'ten-thousand.jsonl');

function native() {
  const bench = ['bench', '--quiet', '--locked', '-p', 'qoldau-core', '--bench', 'calls', '--', file];
  const said = execFileSync('cargo', bench, { cwd: root, encoding: 'utf8' });
  return said.trim().split(' ').map((nanoseconds) => Number(nanoseconds) / 1e6);
}

const best = { native: [Infinity, Infinity], wasm: [Infinity, Infinity], crossing: Infinity, entries: Infinity };
try {
  for (let turn = 0; turn < TURNS; turn += 1) {
    native().forEach((took, at) => { best.native[at] = Math.min(best.native[at], took); });
    const annex = loadNow('examples/data/qoldau-2024.kk.docx');
    const journal = readFileSync(file);
    const { plan } = readAnnex(annex);
    const { entries } = readFacts(journal);
    const header = journal.subarray(0, journal.indexOf(10) + 1);
    const day = '2024-10-31';
    best.wasm[0] = Math.min(best.wasm[0], least(100, () => readAnnex(annex)));
    best.wasm[1] = Math.min(best.wasm[1], least(15, () => assess(plan, journal, day)));
    best.crossing = Math.min(best.crossing, least(50, () => assess(plan, header, day)));
    best.entries = Math.min(best.entries, least(10, () => assessEntries(plan, entries, day)));
  }
} finally {
  rmSync(folder, { recursive: true });
}

const row = (name, wasm, beside) =>
  console.log(`${name.padEnd(44)} ${beside.toFixed(2).padStart(8)} ms ${wasm.toFixed(2).padStart(8)} ms ${(wasm / beside).toFixed(2).padStart(6)} x`);
console.log(`machine: ${cpus()[0]?.model}, ${cpus().length} cores; Node ${process.version}`);
console.log(`${''.padEnd(44)}      native        WASM   ratio`);
row('reading the .docx, with the plan out as values', best.wasm[0], best.native[0]);
row('assessing 10,000 facts, from bytes', best.wasm[1], best.native[1]);
row('assessing 10,000 facts, from values', best.entries, best.native[1]);
console.log(`of it the crossing of plan and answer: ${best.crossing.toFixed(2)} ms`);
