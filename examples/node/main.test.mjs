// The example does the main job on the real annex, and says what is wrong with a file that is none.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const data = new URL('../data/', import.meta.url).pathname;
const main = new URL('main.mjs', import.meta.url).pathname;

test('it says where the lines stand and writes the report', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qoldau-'));
  const page = join(folder, 'report.html');
  try {
    const files = [join(data, 'qoldau-2024.kk.docx'), join(data, 'season.jsonl')];
    const said = execFileSync(process.execPath, [main, ...files, '2024-09-15', page], { encoding: 'utf8' });
    assert.match(said, /^73 lines on 2024-09-15\n38 proven, 33 need action, 0 overdue\n7 findings, 5 settled\n/);
    assert.match(readFileSync(page, 'utf8'), /<html/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a file that is no annex is refused with its code', () => {
  const files = [main, join(data, 'qoldau-2024.kk.docx'), '2024-09-15', 'report.html'];
  const { status, stderr } = spawnSync(process.execPath, [main, ...files], { encoding: 'utf8' });
  assert.equal(status, 1);
  assert.match(stderr, /^ANX\d{3}: /);
});
