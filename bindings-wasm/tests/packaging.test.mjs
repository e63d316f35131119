// The package as somebody gets it: packed, installed into sample projects, and run there.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { browser } from './browser.mjs';
import { built, root } from './places.mjs';
import { MODULES } from './vectors.mjs';
import { serve } from './serve.mjs';

const tools = join(root, 'bindings-wasm/node_modules');
const samples = join(root, 'bindings-wasm/tests/samples');
const work = join(root, 'target/wasm/samples');
const annex = join(root, 'examples/data/qoldau-2024.kk.docx');
const journal = join(root, 'examples/data/season.jsonl');

const run = (folder, command, ...values) => {
  try {
    return execFileSync(command, values, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    throw new Error(`${command} ${values.join(' ')}\n${error.stdout}\n${error.stderr}`);
  }
};
const tool = (folder, path, ...values) => run(folder, process.execPath, join(tools, path), ...values);

let packed;
let expected;

/** A sample project with the packed package installed, by npm and without the network. */
function project(name, type = 'module') {
  const folder = join(work, name);
  cpSync(join(samples, name), folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type, dependencies: { qoldau: packed } }));
  run(folder, 'npm', 'install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error');
  return folder;
}

before(() => {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const [{ filename }] = JSON.parse(run(built, 'npm', 'pack', '--json', '--pack-destination', work));
  packed = `file:${join(work, filename)}`;
});

test('the tarball holds what it should, and nothing else', () => {
  const listed = run(work, 'tar', '-tzf', packed.replace('file:', '')).trim().split('\n').sort();
  const both = (path) => [`package/cjs/${path}`, `package/esm/${path}`];
  const loader = ['boundary.js', 'compile.js', 'errors.js', 'instance.js', 'loader.d.ts', 'node.js', 'silence.js', 'web.js'];
  const module = ['glue.js', 'index.d.ts', 'node.js', 'personal.js', 'web.js', 'where-node.js', 'where-web.js'];
  const compiled = MODULES.map((name) => `${name}.wasm`);
  const expectedFiles = [
    ...['LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'cjs/package.json', 'package.json', ...compiled].map(
      (file) => `package/${file}`,
    ),
    ...loader.flatMap((file) => both(`loader/${file}`)),
    ...MODULES.flatMap((name) => module.flatMap((file) => both(`${name}/${file}`))),
  ];
  assert.deepEqual(listed, expectedFiles.sort());
});

test('the types speak TypeScript', () => {
  for (const name of MODULES) {
    const text = readFileSync(join(built, `esm/${name}/index.d.ts`), 'utf8');
    assert.doesNotMatch(text, /\[`|\b(?:crate|super)::|\b_new\b/, name);
    assert.match(text, /^export type DecimalString = string & /m, name);
    const declared = new Set([...text.matchAll(/^export (?:declare )?(?:type|interface|function|class) (\w+)/gm)].map(([, each]) => each));
    const links = [...text.matchAll(/\{@link (\w+)/g)].map(([, each]) => each);
    if (name === 'qoldau') assert.ok(links.length > 10);
    assert.deepEqual(links.filter((each) => !declared.has(each)), [], name);
  }
});

test('package.json names files that are there, types first', () => {
  const { exports, sideEffects, dependencies } = JSON.parse(readFileSync(join(built, 'package.json'), 'utf8'));
  const walk = (value) => (typeof value === 'string' ? [value] : Object.values(value).flatMap(walk));
  for (const path of walk(exports)) assert.ok(readFileSync(join(built, path)).length > 0, path);
  for (const module of ['.', './survey', './people', './reach', './registry', './sign']) {
    for (const form of Object.values(exports[module])) assert.equal(Object.keys(form)[0], 'types');
  }
  assert.equal(sideEffects, false);
  assert.equal(dependencies, undefined);
});

test('no script of the package waits at its top, or names a BigInt', () => {
  for (const file of readdirSync(built, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.js') && !file.endsWith('.d.ts')) continue;
    const text = readFileSync(join(built, file), 'utf8');
    assert.doesNotMatch(text, /^(?:export |const .*= )?await /m, file);
    assert.doesNotMatch(text, /bigint/i, file);
  }
});

test('Node, as a module', () => {
  const answer = JSON.parse(run(project('node-esm'), process.execPath, 'index.mjs', annex, journal));
  assert.equal(answer.tasks, 9);
  assert.ok(answer.counts);
  assert.deepEqual([answer.persons, Math.round(answer.nps)], [1, 38]);
  expected = answer;
});

test('Node, by require', () => {
  const answer = JSON.parse(run(project('node-cjs', 'commonjs'), process.execPath, 'index.cjs', annex, journal));
  assert.deepEqual(answer, expected);
});

test('TypeScript, strict', () => {
  const folder = project('types');
  tool(folder, 'typescript/bin/tsc', '--project', '.');
  tool(folder, 'typescript/bin/tsc', '--project', 'tsconfig.bundler.json');
  tool(folder, 'typescript/bin/tsc', '--project', 'tsconfig.classic.json');
  tool(folder, 'typescript/bin/tsc', '--project', 'tsconfig.node.json');
  const ofNode = ['--types', 'node', '--typeRoots', join(tools, '@types')];
  tool(folder, 'typescript/bin/tsc', '--project', 'tsconfig.node.json', ...ofNode);
});

/** What a page of a folder answers. */
async function answerOf(folder) {
  for (const [from, to] of [[annex, 'annex.docx'], [journal, 'journal.jsonl']]) copyFileSync(from, join(folder, to));
  const site = await serve(folder);
  const page = await chromium.newPage();
  const complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  try {
    await page.goto(`${site.url}/`);
    const answer = await page.evaluate(() => window.answer);
    assert.deepEqual(complaints, []);
    return answer;
  } finally {
    await page.close();
    site.close();
  }
}

let chromium;
before(async () => {
  chromium = await browser();
});
after(() => chromium?.close());

test('a plain page', async () => {
  const { before: early, ...answer } = await answerOf(project('page'));
  assert.deepEqual(answer, expected);
  assert.equal(early, 'INI001');
});

test('a worker', async () => assert.deepEqual(await answerOf(project('worker')), expected));

test('a page built by Vite', async () => {
  const folder = project('vite');
  tool(folder, 'vite/bin/vite.js', 'build');
  const assets = readdirSync(join(folder, 'dist/assets'));
  assert.equal(assets.filter((file) => file.endsWith('.wasm')).length, MODULES.length, String(assets));
  assert.deepEqual(await answerOf(join(folder, 'dist')), expected);
});
