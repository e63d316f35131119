// The package stays within what `budget.json` allows.

import assert from 'node:assert/strict';
import { mkdtempSync, cpSync, rmSync, appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';

import { MODULES, budget, measured, over } from '../scripts/size.mjs';
import { built, builtToPanic } from './places.mjs';

const PARTS = MODULES.flatMap((module) => [module, `${module} glue`]);

test('modules and glue are within the budget', () => {
  assert.deepEqual(Object.keys(measured(built)), PARTS);
  assert.deepEqual(over(measured(built), budget), []);
});

test('a package beyond the budget is told', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qoldau-'));
  try {
    cpSync(built, folder, { recursive: true });
    for (const module of MODULES) appendFileSync(join(folder, `${module}.wasm`), randomBytes(budget[module].most));
    appendFileSync(join(folder, 'esm/loader/web.js'), randomBytes(8000).toString('base64'));
    assert.deepEqual(over(measured(folder), budget).map(({ part }) => part), PARTS);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('what is measured is what is published', () => {
  assert.notEqual(measured(built).qoldau.raw, measured(builtToPanic).qoldau.raw);
  assert.ok(measured(built)['qoldau glue'].raw > 10_000);
});
