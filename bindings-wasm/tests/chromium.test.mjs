// Every conformance vector in Chromium, through the package as it is published.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { browser } from './browser.mjs';
import { root, vectorFiles } from './places.mjs';
import { serve } from './serve.mjs';

let chromium;
let page;
let site;

before(async () => {
  site = await serve(root);
  chromium = await browser();
  page = await chromium.newPage();
  // An empty page of the site: a script of it is all that is run.
  await page.goto(`${site.url}/bindings-wasm/tests/samples/empty.html`);
  await page.evaluate(async () => {
    const { MODULES, differs } = await import('/bindings-wasm/tests/vectors.mjs');
    const modules = await Promise.all(MODULES.map((name) => import(`/target/wasm/package/esm/${name}/web.js`)));
    await Promise.all(modules.map(({ init }) => init()));
    const qoldau = Object.assign({}, ...modules);
    const load = async (path) => {
      const response = await fetch(`/${path}`);
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    };
    window.differs = (vector) => differs(qoldau, vector, load);
  });
});
after(async () => {
  await chromium?.close();
  site?.close();
});

for (const { name, vectors } of vectorFiles()) {
  test(`vectors of ${name} in Chromium`, async (context) => {
    for (const vector of vectors) {
      await context.test(vector.name, async () => {
        assert.equal(await page.evaluate((one) => window.differs(one), vector), null);
      });
    }
  });
}

test('Chromium sees a difference', async () => {
  const told = await page.evaluate((one) => window.differs(one), { call: 'version', input: {}, output: 'x' });
  assert.match(told, /^at 1:/);
});
