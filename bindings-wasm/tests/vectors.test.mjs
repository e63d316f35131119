// Every conformance vector in Node, through the package as it is published.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';

import { built, load, vectorFiles } from './places.mjs';
import { ARGUMENTS, MODULES, NOT_HERE, OBJECTS, canonical, differs } from './vectors.mjs';

const modules = await Promise.all(MODULES.map((name) => import(join(built, `esm/${name}/node.js`))));
const qoldau = Object.assign({}, ...modules);

for (const { name, vectors } of vectorFiles()) {
  test(`vectors of ${name}`, async (context) => {
    assert.ok(vectors.length > 0);
    for (const vector of vectors) {
      await context.test(vector.name, async () => assert.equal(await differs(qoldau, vector, load), null));
    }
  });
}

test('objects that keep a questionnaire say what the calls say', async (context) => {
  const met = new Set();
  for (const vector of vectorFiles().flatMap(({ vectors }) => vectors)) {
    const asked = OBJECTS[vector.call];
    if (!asked) continue;
    met.add(vector.call);
    const calls = { ...qoldau, [vector.call]: asked(qoldau) };
    await context.test(vector.name, async () => assert.equal(await differs(calls, vector, load), null));
  }
  assert.deepEqual([...met].sort(), Object.keys(OBJECTS).sort());
});

test('the runner sees a difference', async () => {
  const vector = { call: 'version', input: {} };
  assert.equal(await differs(qoldau, { ...vector, output: qoldau.version() }, load), null);
  assert.match(await differs(qoldau, { ...vector, output: 'x' }, load), /^at 1:/);
  assert.match(await differs(qoldau, { ...vector, error: 'INP001' }, load), /got an answer/);
  const wrong = { call: 'readKind', input: { text: 5 } };
  assert.match(await differs(qoldau, { ...wrong, output: null }, load), /threw INP001/);
  assert.match(await differs(qoldau, { ...wrong, error: 'ANX001' }, load), /threw INP001/);
  assert.match(await differs(qoldau, { call: 'version', input: { of: 1 }, output: '' }, load), /does not have/);
});

test('canonical JSON is that of RFC 8785', () => {
  assert.equal(canonical({ b: [1, 1e21, -0], a: 'ж\u2028"', '\u{1F642}': null, '\uE000': true }),
    '{"a":"ж\u2028\\"","b":[1,1e+21,0],"\u{1F642}":null,"\uE000":true}');
});

test('every export has vectors, and every vector an export', () => {
  // Objects with state are tested in files of their own.
  const helpers = ['QoldauError', 'isQoldauError', 'init', 'isoDate', 'emailAddress', 'katoPlace', 'decimal', 'ProjectState', 'SurveyForm', 'AnswerCounter'];
  const calls = Object.keys(qoldau).filter((name) => !helpers.includes(name));
  assert.deepEqual(calls.sort(), Object.keys(ARGUMENTS).sort());
  const met = new Set(vectorFiles().flatMap(({ vectors }) => vectors.map((vector) => vector.call)));
  assert.deepEqual([...met].sort(), [...calls, ...NOT_HERE].sort());
});
