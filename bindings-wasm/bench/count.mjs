// What counting a large survey takes in Node beside native code on one thread, by processor time, in turns and in one run.
//
//   node bindings-wasm/bench/count.mjs TABLE.csv QOLDAU
//
// TABLE.csv is the table of `qoldau-core/benches/survey/compare.py`, QOLDAU the command built for release. The module is that of the package; the
// table comes in pieces of 64 KiB, as a file is streamed. The script stops where the two sides count otherwise.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '../..');
const built = process.env.QOLDAU_PACKAGE ?? join(root, 'target/wasm/package');
const { AnswerCounter, readQuestionnaire } = await import(pathToFileURL(join(built, 'esm/survey/node.js')));
const [table, command] = process.argv.slice(2);
const form = join(root, 'qoldau-core/benches/survey/questionnaire.json');
const questionnaire = readQuestionnaire(readFileSync(form));
const bytes = readFileSync(table);
const PIECE = 1 << 16;
const ROUNDS = 5;

function inNode() {
  const before = process.cpuUsage();
  const counter = new AnswerCounter(questionnaire, { group: 'region', code: 'id', follow: ['q01'], smallest: 1, level: '0.95' });
  for (let at = 0; at < bytes.length; at += PIECE) counter.push(bytes.subarray(at, at + PIECE));
  const totals = counter.finish();
  const { user, system } = process.cpuUsage(before);
  return { totals, seconds: (user + system) / 1e6 };
}

function native() {
  const asked = ['survey', 'count', form, table, '--by', 'region', '--code', 'id', '--follow', 'q01', '--smallest', '1'];
  const script = 'TIMEFORMAT="%U %S"; time "$0" "$@"';
  const { stdout, stderr } = spawnSync('bash', ['-c', script, command, ...asked], { maxBuffer: 1 << 28, encoding: 'utf8' });
  const [user, system] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { totals: JSON.parse(stdout), seconds: user + system };
}

const sides = { node: [], native: [] };
for (let round = 0; round < ROUNDS; round += 1) {
  const [node, own] = [inNode(), native()];
  assert.deepEqual(node.totals, own.totals);
  sides.node.push(node.seconds);
  sides.native.push(own.seconds);
}
const [node, own] = [Math.min(...sides.node), Math.min(...sides.native)];
console.log(`${bytes.length} bytes, least of ${ROUNDS} rounds in turns, processor time: Node ${node.toFixed(2)} s, native ${own.toFixed(2)} s; ${(node / own).toFixed(2)} x`);
