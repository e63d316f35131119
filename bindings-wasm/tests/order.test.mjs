// Functions that are alike stand beside each other, and each stands once.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { alikeBeside, named } from '../scripts/order.mjs';
import { MODULES } from '../scripts/size.mjs';
import { loadNow } from './places.mjs';

const bytes = (words) => new TextEncoder().encode(words);

test('what is alike stands beside each other', () => {
  const functions = ['how many people came', 'a list of events', 'how many people went', 'a list of places', 'x'].map(bytes);
  assert.deepEqual(alikeBeside(functions), [0, 2, 1, 3, 4]);
  assert.deepEqual(alikeBeside([]), []);
});

test('a module whose functions are named is the same module', () => {
  for (const name of MODULES) {
    const wasm = loadNow(`target/wasm/package/${name}.wasm`);
    const [before, after] = [wasm, named(wasm)].map((source) => new WebAssembly.Module(source));
    assert.deepEqual(WebAssembly.Module.exports(after), WebAssembly.Module.exports(before));
    const [names] = WebAssembly.Module.customSections(after, 'name');
    const places = [...Buffer.from(names).toString('latin1').matchAll(/\d{6}/g)].map(([place]) => Number(place));
    assert.deepEqual([...places].sort((one, other) => one - other), [...places.keys()], name);
  }
});
