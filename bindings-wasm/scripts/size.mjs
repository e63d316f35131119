// How large the package is for whoever loads it: `node size.mjs PACKAGE`. `budget.json` states what it may be.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** The modules of the package. */
export const MODULES = ['qoldau', 'survey', 'people', 'reach', 'registry', 'sign'];

/** What a page loads besides a module: its entry and glue, the loader. */
const glueOf = (module) => [
  ...['boundary.js', 'compile.js', 'errors.js', 'instance.js', 'silence.js', 'web.js'].map((file) => `loader/${file}`),
  ...['glue.js', 'personal.js', 'where-web.js', 'web.js'].map((file) => `${module}/${file}`),
];

const sizes = (bytes) => ({ raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length });

const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  }).length;

/** The parts of the package by name. */
function partsOf(folder) {
  const read = (path) => readFileSync(join(folder, path));
  const built = MODULES.filter((module) => existsSync(join(folder, `${module}.wasm`)));
  return Object.fromEntries(
    built.flatMap((module) => [
      [module, read(`${module}.wasm`)],
      [`${module} glue`, Buffer.concat(glueOf(module).map((path) => read(`esm/${path}`)))],
    ]),
  );
}

/** @param {string} folder the package */
export function measured(folder) {
  return Object.fromEntries(Object.entries(partsOf(folder)).map(([part, bytes]) => [part, sizes(bytes)]));
}

/**
 * What the package may be at most, in bytes of gzip: `most` is what the tests hold it to, `asked` what it is to come to. While
 * `most` is above `asked` it only ever goes down.
 */
export const budget = JSON.parse(
  readFileSync(join(dirname(fileURLToPath(import.meta.url)), '../budget.json'), 'utf8'),
);

/** The parts that are over the budget, with by how much. */
export function over(sizes, allowed) {
  return Object.entries(sizes)
    .map(([part, { gzip }]) => ({ part, by: gzip - allowed[part].most }))
    .filter(({ by }) => by > 0);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const sizes = measured(process.argv[2]);
  const parts = partsOf(process.argv[2]);
  console.log('| part | raw | gzip -9 | brotli | asked (gzip) | held to |');
  console.log('|---|--:|--:|--:|--:|--:|');
  for (const [part, { raw, gzip }] of Object.entries(sizes)) {
    console.log(`| ${part} | ${raw} | ${gzip} | ${brotli(parts[part])} | ${budget[part].asked} | ${budget[part].most} |`);
  }
  for (const [part, { gzip }] of Object.entries(sizes)) {
    const { asked, warn = asked } = budget[part];
    if (gzip > asked) console.log(`${part}: NOT within what is asked, ${gzip - asked} bytes more`);
    else if (gzip > warn) console.log(`${part}: above ${warn}, near what is asked`);
  }
}
