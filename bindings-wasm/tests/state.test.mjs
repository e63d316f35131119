// The state of a project kept entry by entry, and signed heads, through the package as it is published.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';

import { built, loadNow } from './places.mjs';

const qoldau = await import(join(built, 'esm/qoldau/node.js'));
const sign = await import(join(built, 'esm/sign/node.js'));
const { ProjectState, isoDate } = qoldau;

const bytes = (words) => new TextEncoder().encode(words);
const annex = qoldau.readAnnex(loadNow('examples/data/qoldau-2024.kk.docx')).plan;
const season = loadNow('examples/data/season.jsonl');
const small = qoldau.readPlan(loadNow('tests/vectors/inputs/small-plan.json'));
const day = isoDate('2024-10-31');

const linesOf = (state) => state.assess(day).tasks.flatMap(({ activities }) => activities.flatMap(({ lines }) => lines));
const nothing = { lines: [], impact: [], withdrawn: [], events: [], findings: false, readings: false, everything: false, unread: [] };

function event(id, replaces = []) {
  const body = { event: `cup-${id}`, activities: [small.tasks[0].activities[0].id], status: 'held', start: '2024-06-14' };
  const stamp = { device: 'aida', now: '2024-06-14T09:00:00Z', salt: `salt of ${id}, long enough` };
  const draft = { id, on: isoDate('2024-06-14'), author: 'aida', kind: 'event', body, replaces };
  return qoldau.recordEntry(new Uint8Array(), draft, stamp);
}

test('a state says of every day what assess says of the whole journal', () => {
  const state = new ProjectState(annex);
  assert.deepEqual(state.applyJournal(season), qoldau.readFacts(season).findings);
  const compact = qoldau.mergeJournals([season], 'compact').journal;
  assert.deepEqual(state.applyJournal(compact), [], 'in either form');
  for (const asOf of ['2024-06-01', '2024-08-15', '2024-10-31'].map(isoDate)) {
    assert.deepEqual(state.assess(asOf), qoldau.assess(annex, season, asOf).assessment);
  }
  const period = { start: isoDate('2024-06-01'), end: isoDate('2024-06-30') };
  const held = qoldau.assess(annex, season, day, { period }).assessment;
  assert.deepEqual(state.assess(day, null, period), held);
  state.free();
});

test('an entry names what may stand otherwise, and nothing else does', () => {
  const state = new ProjectState(small, []);
  const before = new Map(linesOf(state).map((line) => [line.id, line]));
  const recorded = event('a-1');
  const changed = state.applyEnvelopes([recorded.entry]);
  assert.deepEqual([changed.events, changed.everything], [['cup-a-1'], false]);
  assert.ok(changed.lines.length > 0);
  for (const line of linesOf(state)) {
    if (!changed.lines.includes(line.id)) assert.deepEqual(line, before.get(line.id));
    assert.deepEqual(state.assessLine(line.id, day), line);
  }
  const [entry] = qoldau.readFacts(bytes(recorded.line)).entries;
  assert.deepEqual(state.apply(entry), nothing, 'an entry that is known already');
  assert.deepEqual(state.count('a-1', false).lines, changed.lines);
  assert.deepEqual(new Map(linesOf(state).map((line) => [line.id, line])), before);
  assert.equal(state.assessLine('no-line', day), null);
  const wordless = { ...recorded.entry, id: 'z-1', body: '{}' };
  assert.deepEqual(state.applyEnvelopes([wordless]), { ...nothing, unread: ['z-1'] });
});

test('what is no plan, no journal, no entry or no day is an error with a code and a place', () => {
  assert.throws(() => new ProjectState({ hello: 1 }), { name: 'QoldauError', code: 'INP001' });
  assert.throws(() => new ProjectState(small, 'older'), { name: 'QoldauError', code: 'INP001', path: '/editions' });
  const state = new ProjectState(small);
  assert.throws(() => state.applyJournal(bytes('hello')), { name: 'QoldauError', code: 'FCT003' });
  assert.throws(() => state.apply({ id: 5 }), { name: 'QoldauError', code: 'INP001' });
  assert.throws(() => state.assess('31.10.2024'), { name: 'QoldauError', code: 'INP001' });
  assert.throws(() => state.count('', true), { name: 'QoldauError', code: 'INP001' });
});

test('a head shows that the end of a chain was cut off', () => {
  const secret = crypto.getRandomValues(new Uint8Array(32));
  const key = sign.deviceKey('aida', secret);
  const journal = bytes(`${qoldau.journalHeader(small.id)}\n${event('a-1').line}\n`);
  const { head, findings } = sign.signHead(journal, 'aida', secret);
  assert.deepEqual(findings, []);
  assert.deepEqual(sign.verifyHeads(journal, [head], [key]), []);
  const cut = bytes(`${qoldau.journalHeader(small.id)}\n`);
  assert.deepEqual(sign.verifyHeads(cut, [head], [key]).map(({ code }) => code), ['JRN109']);
  assert.throws(() => sign.signHead(journal, 'aida', secret.subarray(1)), { code: 'INP001', path: '/secret' });
});
