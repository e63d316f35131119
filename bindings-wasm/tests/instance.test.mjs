// The loader over a module of a few lines that fails on purpose, and that calls back while one of its calls runs.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';

import binaryen from 'binaryen';

import { marked } from '../scripts/mark.mjs';
import { built } from './places.mjs';

const { moduleOf } = await import(join(built, 'esm/loader/instance.js'));

const text = `(module
  (import "glue" "call" (func $call))
  (func (export "__wbindgen_start"))
  (func (export "__wbg_kept_free") (param i32))
  (func (export "fail") (unreachable))
  (func (export "run") (call $call)))`;
const { mark, wasm } = marked(Buffer.from(binaryen.parseText(text).emitBinary()), '0.0.0');

/** A module with a class and calls, whose `run` calls what `calling.back` is. */
function small() {
  const calling = { back: () => {} };
  const createGlue = () => {
    let calls;
    class Kept {
      fail = () => calls.fail();
      run = () => calls.run() ?? 'ran';
      free = () => calls.__wbg_kept_free(1);
    }
    const own = { Kept, fail: () => calls.fail(), run: () => calls.run() ?? 'ran', call: () => calling.back() };
    return { ...own, __wbg_set_wasm: (exports) => { calls = exports; } };
  };
  const compileNow = () => new WebAssembly.Module(wasm);
  const { call, classOf, init } = moduleOf({ createGlue, mark, compileNow, compile: async () => compileNow() });
  return { calling, init, Kept: classOf('Kept', ['fail', 'run']), fail: call('fail'), run: call('run') };
}

/** The code of what a call throws. */
function code(call) {
  try {
    return call();
  } catch (error) {
    return error.code;
  }
}

test('a failure inside takes the objects of its instance along, and nothing that comes after', () => {
  const { Kept, fail, run } = small();
  const before = new Kept();
  assert.deepEqual([code(() => before.run()), code(fail), code(() => before.run())], ['ran', 'INT001', 'INT002']);
  before.free();
  assert.deepEqual([code(() => before.run()), code(run)], ['INT002', 'ran']);
  const after = new Kept();
  assert.deepEqual([code(() => after.fail()), code(() => after.fail()), code(run)], ['INT001', 'INT002', 'ran']);
});

test('a failure that a value swallows is told all the same', () => {
  const { Kept, calling, fail, run } = small();
  const kept = new Kept();
  calling.back = () => code(fail);
  assert.equal(code(() => kept.run()), 'INT001');
  calling.back = () => {};
  assert.deepEqual([code(() => kept.run()), code(run)], ['INT002', 'ran']);
});

test('an object that is in use is neither called nor let go of', () => {
  const { Kept, calling, run } = small();
  const [kept, other] = [new Kept(), new Kept()];
  const told = [];
  calling.back = () => {
    calling.back = () => {};
    told.push(code(() => kept.run()), code(() => kept.free()), code(() => other.run()), code(run));
  };
  assert.equal(kept.run(), 'ran');
  assert.deepEqual(told, ['OBJ001', 'OBJ001', 'ran', 'ran']);
  assert.equal(kept.run(), 'ran');
});

test('the mark is what is compared', async () => {
  const { mark: other, wasm: stale } = marked(Buffer.from(binaryen.parseText('(module)').emitBinary()), '0.0.0');
  assert.notEqual(other, mark);
  const none = { createGlue: () => ({}), compileNow: () => new WebAssembly.Module(stale), answered: {} };
  const { init, call } = moduleOf({ ...none, mark, compile: async () => new WebAssembly.Module(stale) });
  await assert.rejects(init(), { code: 'INI002', params: { expected: mark, found: other } });
  assert.throws(call('run'), { code: 'INI002' });
});
