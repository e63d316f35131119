// After the first load there need be no network.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { annexPath, go, openSite } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const ready = (page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 20));
  });

test("it opens without a network, with what was recorded, and reads an annex", async () => {
  const { context, page, troubles } = await site.visitor();
  await ready(page);
  await context.setOffline(true);
  await page.reload();
  await page.setInputFiles(".drop input", annexPath);
  await page.waitForSelector(".numbers");
  await page.reload();
  await page.waitForSelector(".numbers");
  await go(page, "plan");
  assert.equal(await page.locator(".activity li.line").count(), 73);
  assert.deepEqual(troubles, []);
  await context.close();
});

test("the sample opens without a network, too", async () => {
  const { context, page } = await site.visitor();
  await ready(page);
  await context.setOffline(true);
  await page.goto(`${site.address}?from=home#plan`);
  await page.click(".sample button");
  await page.waitForSelector(".chips");
  await context.close();
});

test("the service worker keeps every built file", async () => {
  const { context, page } = await site.visitor();
  await ready(page);
  const kept = await page.evaluate(async () => {
    const [name] = await caches.keys();
    return (await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname);
  });
  const dist = new URL("../../../target/web/", import.meta.url);
  const built = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = built.map((entry) =>
    `/${`${entry.parentPath}/`.slice(dist.pathname.length)}${entry.name}`.replaceAll("//", "/"),
  );
  const wanted = names
    .filter((name) => name !== "/service-worker.js")
    .map((name) => (name === "/index.html" ? "/" : name));
  assert.deepEqual(kept.sort(), wanted.sort());
  await context.close();
});
