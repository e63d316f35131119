// How large the package is for whoever loads it: `node size.mjs PACKAGE`. `budget.json` states what it may be.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** What a page loads besides the module: the entry, the glue, the loader. */
const GLUE = ['loader/errors.js', 'loader/instance.js', 'loader/web.js', 'qoldau/glue.js', 'qoldau/personal.js', 'qoldau/where-web.js', 'qoldau/web.js'];

const sizes = (bytes) => ({
  raw: bytes.length,
  gzip: gzipSync(bytes, { level: 9 }).length,
  brotli: brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  }).length,
});

/** @param {string} folder the package */
export function measured(folder) {
  const read = (path) => readFileSync(join(folder, path));
  return {
    module: sizes(read('qoldau.wasm')),
    glue: sizes(Buffer.concat(GLUE.map((path) => read(`esm/${path}`)))),
  };
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
  console.log('| part | raw | gzip -9 | brotli | asked (gzip) | held to |');
  console.log('|---|--:|--:|--:|--:|--:|');
  for (const [part, { raw, gzip, brotli }] of Object.entries(sizes)) {
    console.log(`| ${part} | ${raw} | ${gzip} | ${brotli} | ${budget[part].asked} | ${budget[part].most} |`);
  }
  for (const [part, { gzip }] of Object.entries(sizes)) {
    const { asked, warn = asked } = budget[part];
    if (gzip > asked) console.log(`${part}: NOT within what is asked, ${gzip - asked} bytes more`);
    else if (gzip > warn) console.log(`${part}: above ${warn}, near what is asked`);
  }
}
