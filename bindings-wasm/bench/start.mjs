// How long it takes until the first answer: `node start.mjs`, after `bindings-wasm/build`.
//
// Every figure is of a process or a page that has loaded nothing yet; the median and the worst of several. Node: the module
// is read from disk, compiled and instantiated. Chromium: it is fetched, compiled and instantiated.

import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';

import { browser } from '../tests/browser.mjs';
import { built, root } from '../tests/places.mjs';
import { serve } from '../tests/serve.mjs';

const RUNS = 21;

const inNode = `
  const { init, version } = await import(${JSON.stringify(join(built, 'esm/qoldau/node.js'))});
  const start = performance.now();
  await init();
  const loaded = performance.now();
  version();
  console.log(JSON.stringify([loaded - start, performance.now() - start]));
`;

const node = () =>
  JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', inNode], { encoding: 'utf8' }));

async function chromium() {
  const site = await serve(root);
  const open = await browser();
  const times = [];
  for (let run = 0; run < RUNS; run += 1) {
    // A context of its own: nothing is cached.
    const context = await open.newContext();
    const page = await context.newPage();
    await page.goto(`${site.url}/bindings-wasm/tests/samples/empty.html`);
    times.push(
      await page.evaluate(async () => {
        const { init, version } = await import('/target/wasm/package/esm/qoldau/web.js');
        const start = performance.now();
        await init();
        const loaded = performance.now();
        version();
        return [loaded - start, performance.now() - start];
      }),
    );
    await context.close();
  }
  await open.close();
  site.close();
  return times;
}

function row(host, times, asked) {
  const of = (which) => times.map((pair) => pair[which]).sort((left, right) => left - right);
  const median = (sorted) => sorted[Math.floor(sorted.length / 2)].toFixed(1);
  const [loaded, answered] = [of(0), of(1)];
  return `| ${host} | ≤ ${asked} ms | ${median(loaded)} ms | ${loaded.at(-1).toFixed(1)} ms | ${median(answered)} ms |`;
}

console.log(`${cpus()[0].model}, ${cpus().length} cores, Node ${process.version}, ${RUNS} fresh starts each\n`);
console.log('| host | asked | instantiated (median) | worst | first answer (median) |');
console.log('|---|--:|--:|--:|--:|');
console.log(row('Node', Array.from({ length: RUNS }, node), 15));
console.log(row('Chromium', await chromium(), 50));
