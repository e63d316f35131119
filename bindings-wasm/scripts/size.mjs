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

/** What the package may be at most, in bytes of gzip. */
export const budget = JSON.parse(
  readFileSync(join(dirname(fileURLToPath(import.meta.url)), '../budget.json'), 'utf8'),
);

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder] = process.argv.slice(2);
  console.log('| part | raw | gzip -9 | brotli | may be (gzip) |');
  console.log('|---|--:|--:|--:|--:|');
  for (const [part, { raw, gzip, brotli }] of Object.entries(measured(folder))) {
    console.log(`| ${part} | ${raw} | ${gzip} | ${brotli} | ${budget[part].gzip} |`);
    if (gzip > budget[part].gzip) console.log(`\n${part}: ${gzip - budget[part].gzip} bytes over the budget`);
    else if (gzip > (budget[part].warn ?? Infinity)) console.log(`\n${part}: above ${budget[part].warn}, near the budget`);
  }
}
