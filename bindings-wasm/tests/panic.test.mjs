// What the loader does should the library ever fail inside, shown with a module that was built to do so.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';

import { built, builtToPanic } from './places.mjs';

const qoldau = await import(join(builtToPanic, 'esm/qoldau/node.js'));

test('the package holds nothing of it', async () => {
  const published = await import(join(built, 'esm/qoldau/node.js'));
  assert.deepEqual(Object.keys(published).filter((name) => /test/i.test(name)), []);
});

for (const [what, failing] of [
  ['a panic', () => qoldau.testPanic()],
  ['an exhausted stack', () => qoldau.testDeep(0)],
]) {
  test(`after ${what} the next call works, and objects from before are told so`, () => {
    const before = new qoldau.TestCounter();
    assert.equal(before.count(), 1);
    assert.equal(before.count(), 2);

    assert.throws(failing, (error) => qoldau.isQoldauError(error) && error.code === 'INT001' && error.cause instanceof Error);

    // The object answers so whether the fresh instance is there yet or not.
    assert.throws(() => before.count(), { name: 'QoldauError', code: 'INT002' });
    assert.equal(qoldau.readKind('фото'), 'photo');
    assert.throws(() => before.count(), { name: 'QoldauError', code: 'INT002' });
    before.free();

    const after = new qoldau.TestCounter();
    assert.equal(after.count(), 1);
    assert.throws(() => before.count(), { code: 'INT002' });
    assert.equal(after.count(), 2);
  });
}

test('a method that fails is told as a failure, not as an old object', () => {
  const counter = new qoldau.TestCounter();
  assert.throws(() => counter.fail(), { code: 'INT001' });
  assert.throws(() => counter.fail(), { code: 'INT002' });
});

test('every failure makes one generation', () => {
  const generations = [1, 2, 3].map(() => {
    try {
      return qoldau.testPanic();
    } catch ({ params }) {
      return Number(params.generation);
    }
  });
  assert.deepEqual(generations.map((generation) => generation - generations[0]), [0, 1, 2]);
});

test('an error of the library is no failure: the instance stays', () => {
  const counter = new qoldau.TestCounter();
  assert.throws(() => qoldau.isoDate('x'), { code: 'INP001' });
  assert.throws(() => qoldau.readAnnex(new Uint8Array()), { code: 'ANX001' });
  assert.equal(counter.count(), 1);
});
