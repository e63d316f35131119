// The package stays within what `budget.json` allows.

import assert from 'node:assert/strict';
import { mkdtempSync, cpSync, rmSync, appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';

import { budget, measured, over } from '../scripts/size.mjs';
import { built, builtToPanic } from './places.mjs';

test('module and glue are within the budget', () => assert.deepEqual(over(measured(built), budget), []));

test('a package beyond the budget is told', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qoldau-'));
  try {
    cpSync(built, folder, { recursive: true });
    appendFileSync(join(folder, 'qoldau.wasm'), randomBytes(budget.module.most));
    appendFileSync(join(folder, 'esm/loader/web.js'), randomBytes(budget.glue.most).toString('base64'));
    assert.deepEqual(over(measured(folder), budget).map(({ part }) => part), ['module', 'glue']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('what is measured is what is published', () => {
  assert.notEqual(measured(built).module.raw, measured(builtToPanic).module.raw);
  assert.ok(measured(built).glue.raw > 10_000);
});
