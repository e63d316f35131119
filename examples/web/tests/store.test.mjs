// The journal as the browser keeps it: numbered once, on the disk when it is said to be, carried over, emptied when erased.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { mergeJournals, readJournal, verifyJournal } from "qoldau";
import { createServer } from "vite";
import { ARGUMENTS, CHROMIUM, annexPath, file, go, heard, leave, look, message, openSite, withAnnex, withSample } from "./site.mjs";

/** One module of both, so that the engine that is started is the one that the store calls. */
const storeAndEngine = {
  name: "store-and-engine",
  resolveId: (id) => (id === "/store-under-test.ts" ? id : null),
  load: (id) =>
    id === "/store-under-test.ts" ? 'export { Store } from "/src/store/store.ts"; export { init } from "qoldau";' : null,
};

let site;
let modules;
before(async () => {
  site = await openSite();
  // The store by itself, as the page's own source.
  modules = await createServer({
    root: new URL("..", import.meta.url).pathname,
    logLevel: "error",
    server: { port: 0, host: "127.0.0.1", hmr: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: [] },
    plugins: [storeAndEngine],
  });
  await modules.listen();
});
after(async () => {
  await site.close();
  await modules.close();
});

const bytes = (lines) => Buffer.from(lines.map((line) => `${line}\n`).join(""));

/** The kept lines of the page's database, after a header. */
const keptBy = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const request = indexedDB.open("qoldau");
        request.onsuccess = () => {
          const all = request.result.transaction("entries").objectStore("entries").getAll();
          all.onsuccess = () => {
            request.result.close();
            resolve(all.result.map(({ line }) => line));
          };
        };
      }),
  );

const verified = (lines) => verifyJournal(bytes(['{"format":"qoldau-journal/1.1","plan":null}', ...lines]));

/** Two windows of one browser with a store each, and nothing else. */
async function windows(count) {
  const visitor = await site.visitor();
  const address = modules.resolvedUrls.local[0];
  const pages = [];
  for (let at = 0; at < count; at += 1) {
    const page = await visitor.context.newPage();
    await page.route("**/empty.html", (route) => route.fulfill({ contentType: "text/html", body: "<title>x</title>" }));
    await page.goto(`${address}empty.html`);
    await page.evaluate(async () => {
      const { Store, init } = await import("/store-under-test.ts");
      await init();
      window.store = await Store.open();
    });
    pages.push(page);
  }
  return { pages, visitor };
}

const record = (page, { times, name }) =>
  page.evaluate(
    async ({ times, name }) => {
      const saying = (at) => ({
        kind: "event",
        on: "2024-06-14",
        body: { event: `${name}-${at}`, status: "held", activities: ["t2-a1"], start: "2024-06-14" },
      });
      // All at once, and some in one go with others.
      const all = Array.from({ length: times }, (_, at) => window.store.record([saying(at), saying(`${at}-b`)]));
      await Promise.all(all);
    },
    { times, name },
  );

test("three windows that record at the same time give no number twice", async () => {
  const { pages, visitor } = await windows(3);
  await Promise.all(pages.map((page, at) => record(page, { times: 40, name: `w${at}` })));
  const lines = await keptBy(pages[0]);
  const { devices, unchained, findings } = verified(lines);
  assert.deepEqual([devices.length, devices[0].entries, unchained, findings], [1, 240, 0, []]);
  const entries = lines.map((line) => JSON.parse(line));
  assert.deepEqual(
    entries.map(({ seq }) => seq),
    Array.from({ length: 240 }, (_, at) => at + 1),
  );
  assert.equal(new Set(entries.map(({ id }) => id)).size, 240);
  assert.equal(new Set(entries.map(({ body }) => body.salt)).size, 240);
  for (const { id, body } of entries) {
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.match(body.salt, /^[0-9a-f]{32}$/);
  }
  await visitor.context.close();
});

test("what is read goes on where the last reading ended, and anew once something was taken away", async () => {
  const { pages, visitor } = await windows(2);
  const [one, two] = pages;
  await record(one, { times: 2, name: "a" });
  const first = await two.evaluate(async () => {
    window.seen = await window.store.read();
    const again = await window.store.read(window.seen);
    return { count: window.seen.lines.length, same: again.lines === window.seen.lines };
  });
  assert.deepEqual(first, { count: 5, same: true });
  await record(one, { times: 1, name: "b" });
  const lines = await two.evaluate(async () => (window.seen = await window.store.read(window.seen)).lines);
  assert.deepEqual(lines.slice(1), await keptBy(one));
  // An erasure takes the words out of what is kept, not only out of what is shown.
  const [{ id }] = lines.slice(1).map((line) => JSON.parse(line));
  await one.evaluate((id) => window.store.record([{ kind: "erase", on: "2024-06-15", body: { entries: [id], reason: "asked for" } }]), id);
  const emptied = await keptBy(one);
  assert.equal(emptied.map((line) => JSON.parse(line)).find((entry) => entry.id === id).body, null);
  assert.deepEqual(verified(emptied).findings, []);
  const seen = await two.evaluate(async () => (window.seen = await window.store.read(window.seen)).lines);
  assert.equal(seen.length, 8);
  assert.deepEqual([...seen.slice(1)].sort(), emptied.sort());
  await visitor.context.close();
});

test("what the library refuses leaves nothing behind, and the number is given to the next", async () => {
  const { pages, visitor } = await windows(1);
  const [page] = pages;
  await record(page, { times: 1, name: "a" });
  const code = await page.evaluate(async () => {
    const good = { kind: "event", on: "2024-06-14", body: { event: "x", status: "held", activities: ["a"], start: "2024-06-14" } };
    return window.store.record([good, { ...good, body: { status: "held" } }]).catch(({ code }) => code);
  });
  assert.equal(code, "JRN005");
  assert.equal((await keptBy(page)).length, 2);
  await record(page, { times: 1, name: "b" });
  assert.deepEqual((await keptBy(page)).map((line) => JSON.parse(line).seq), [1, 2, 3, 4]);
  await visitor.context.close();
});

test("event, count, photo and link become sealed entries that a reload keeps", async () => {
  const visitor = await withAnnex(site);
  const { page } = visitor;
  const add = async (kind, fill) => {
    await go(page, "journal");
    await heard(page);
    await page.click(".actions button >> nth=0");
    await page.click(`dialog .kinds button >> nth=${kind}`);
    await fill();
    await page.click("dialog form > button");
    await page.waitForSelector("dialog", { state: "detached" });
    assert.match(await message(page), /Kept in the journal/);
  };
  await add(2, async () => {
    await page.fill("dialog input[name=name]", "Кубок");
    await page.check("dialog fieldset.list input >> nth=0");
  });
  await add(1, async () => {
    await page.selectOption("#reading-line", "t3-3");
    await page.fill("dialog input[name=amount]", "12");
  });
  const line = async () => page.selectOption("dialog select >> nth=0", "t1-1");
  await add(0, async () => {
    await line();
    await page.selectOption("dialog select[name=kind]", "photo");
    await page.setInputFiles("dialog input[type=file]", { name: "a.jpg", mimeType: "image/jpeg", buffer: Buffer.from("abc") });
  });
  await add(0, async () => {
    await line();
    await page.selectOption("dialog select[name=kind]", "post");
    await page.fill("dialog input[name=link]", "https://www.instagram.com/p/Cx1/");
  });
  await page.reload();
  await page.waitForSelector(".all");
  assert.match(await page.textContent(".all"), /: 4$/);
  const lines = await keptBy(page);
  const entries = lines.map((kept) => JSON.parse(kept));
  assert.deepEqual(entries.map(({ kind, seq }) => [kind, seq]), [["event", 1], ["reading", 2], ["evidence", 3], ["evidence", 4]]);
  const { name, sha256 } = entries[2].body.files[0];
  // The published hash of `abc`.
  assert.deepEqual([name, sha256], ["a.jpg", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"]);
  assert.equal(entries[3].body.link, "https://www.instagram.com/p/Cx1/");
  assert.deepEqual(verified(lines).findings, []);
  assert.equal(verified(lines).unchained, 0);
  await leave(visitor);
});

test("two windows press the button at the same moment, and each shows the other's entry", async () => {
  const visitor = await withAnnex(site);
  const [one, two] = [visitor.page, await visitor.another()];
  await two.goto(site.address);
  await two.waitForSelector(".numbers");
  for (const page of [one, two]) {
    await go(page, "plan");
    await page.click("#line-t3-3 .state button");
    await page.click("dialog .kinds button >> nth=1");
    await page.fill("dialog input[name=amount]", page === one ? "5" : "7");
  }
  await Promise.all([one, two].map((page) => page.evaluate(() => document.querySelector("dialog form > button").click())));
  for (const page of [one, two]) {
    await page.waitForSelector("dialog", { state: "detached" });
    await page.waitForFunction(() => /Claimed: 12/.test(document.querySelector("#line-t3-3 .figures").textContent));
  }
  assert.deepEqual((await keptBy(one)).map((line) => JSON.parse(line).seq), [1, 2]);
  await leave(visitor);
});

/** Chromium of our own with a profile that outlives it. */
async function browserOn(profile) {
  const child = spawn(CHROMIUM, [...ARGUMENTS, "--headless", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"], {
    stdio: ["ignore", "ignore", "pipe"],
    detached: true,
  });
  const address = await new Promise((resolve, reject) => {
    let said = "";
    child.on("exit", () => reject(new Error(said)));
    child.stderr.on("data", (words) => {
      said += words;
      const found = /DevTools listening on (ws:\S+)/.exec(said);
      if (found) resolve(found[1]);
    });
  });
  const browser = await chromium.connectOverCDP(address);
  return {
    page: await browser.contexts()[0].newPage(),
    /** As when the battery is taken out: every process of it at once. */
    async kill() {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      process.kill(-child.pid, "SIGKILL");
      await gone;
    },
  };
}

test("what is shown as kept is there after the browser was killed", async () => {
  const profile = await mkdtemp(join(tmpdir(), "qoldau-profile-"));
  let counted = 0;
  for (let life = 0; life < 3; life += 1) {
    const { page, kill } = await browserOn(profile);
    await page.goto(site.address);
    await page.waitForSelector(life === 0 ? ".drop" : ".numbers");
    if (life === 0) {
      await page.setInputFiles(".drop input", annexPath);
      await page.waitForSelector(".numbers");
      await look(page, "2024-06-20");
    }
    assert.equal((await keptBy(page)).length, counted);
    await go(page, "plan");
    for (let time = 0; time < 3; time += 1) {
      await page.click("#line-t3-3 .state button");
      await page.click("dialog .kinds button >> nth=1");
      await page.fill("dialog input[name=amount]", "1");
      await page.click("dialog form > button");
      await page.waitForSelector("dialog", { state: "detached" });
      counted += 1;
    }
    await kill();
  }
  await rm(profile, { recursive: true, force: true });
});

test("what versions before the journal kept is carried over", async () => {
  const { context, page, troubles } = await site.visitor();
  const season = file("examples/data/season.jsonl").toString().trimEnd().split("\n");
  const own = { id: "e1", on: "2024-06-20", author: "browser-12345678", device: "browser-12345678", clock: "2024-06-20T10:00:00.000Z", replaces: [], kind: "acknowledgement", body: { code: "PLAN201", lines: [], note: null } };
  const foreign = ['{"format":"qoldau-journal/1.1","plan":"other"}', season[1].replace("l-001", "z-1"), season[0]];
  const lines = [...season, "{torn", ...foreign, JSON.stringify(own)];
  // As version 1 made it; its project is what this page makes of the same annex.
  await page.setInputFiles(".drop input", annexPath);
  await page.waitForSelector(".numbers");
  await page.goto(`${site.address}icon.svg`);
  await page.evaluate(async (lines) => {
    const open = (version, upgrade) =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open("qoldau", version);
        request.onupgradeneeded = () => upgrade(request.result);
        request.onerror = () => reject(request.error);
        request.onsuccess = () => resolve(request.result);
      });
    const now = await open(2);
    const project = await new Promise((resolve) => {
      const get = now.transaction("project").objectStore("project").get("project");
      get.onsuccess = () => resolve(get.result);
    });
    now.close();
    await new Promise((resolve) => (indexedDB.deleteDatabase("qoldau").onsuccess = resolve));
    const before = await open(1, (made) => {
      made.createObjectStore("project");
      made.createObjectStore("journal", { autoIncrement: true });
    });
    const transaction = before.transaction(["project", "journal"], "readwrite");
    transaction.objectStore("project").put(project, "project");
    for (const line of lines) transaction.objectStore("journal").add(line);
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    before.close();
    localStorage.setItem("qoldau-browser", "browser-12345678");
  }, lines);
  await page.goto(site.address);
  await page.waitForSelector(".numbers");
  await go(page, "journal");
  assert.match(await page.textContent(".all"), /: 601$/);
  assert.match(await page.textContent(".aside"), /: 3 /);
  const kept = await keptBy(page);
  const ours = Buffer.from([...season, JSON.stringify(own)].join("\n"));
  assert.deepEqual(readJournal(bytes([season[0], ...kept])).entries, readJournal(mergeJournals([ours], "lines").journal).entries);
  // The same browser goes on under the id it had.
  await look(page, "2024-06-20");
  await go(page, "plan");
  await page.click("#line-t3-3 .state button");
  await page.click("dialog .kinds button >> nth=1");
  await page.fill("dialog input[name=amount]", "1");
  await page.click("dialog form > button");
  await page.waitForSelector("dialog", { state: "detached" });
  const last = JSON.parse((await keptBy(page)).at(-1));
  assert.deepEqual([last.device, last.author, last.seq], ["browser-12345678", "browser-12345678", 1]);
  await page.reload();
  await page.waitForSelector("h1");
  assert.equal((await keptBy(page)).length, 602);
  assert.deepEqual(troubles, []);
  await context.close();
});

test("a window whose database is taken away begins anew and throws nothing", async () => {
  const visitor = await withSample(site);
  const { page } = visitor;
  const again = page.waitForEvent("load");
  await page.evaluate(async () => {
    // The window is looked at while it lets go: it reads, and there is nothing to read from.
    const request = indexedDB.deleteDatabase("qoldau");
    const gone = new Promise((resolve) => (request.onsuccess = resolve));
    for (let times = 0; times < 20; times += 1) {
      document.dispatchEvent(new Event("visibilitychange"));
      await new Promise((resolve) => setTimeout(resolve));
    }
    await gone;
  }).catch(() => undefined);
  await again;
  await page.waitForSelector(".drop input", { state: "attached" });
  assert.deepEqual(visitor.troubles, []);
  await visitor.context.close();
});

test("whoever erases everything and goes on is another device", async () => {
  const visitor = await withSample(site);
  const { page } = visitor;
  const typed = async () => {
    await go(page, "plan");
    await page.click("#line-t3-3 .state button");
    await page.click("dialog .kinds button >> nth=1");
    await page.fill("dialog input[name=amount]", "1");
    await page.click("dialog form > button");
    await page.waitForSelector("dialog", { state: "detached" });
    return JSON.parse((await keptBy(page)).at(-1));
  };
  const before = await typed();
  assert.ok(before.clock > "2024-09", "later than every clock that was seen");
  await go(page, "journal");
  page.once("dialog", (dialog) => dialog.accept());
  await page.click(".erase button");
  await page.click(".sample button");
  await page.waitForSelector(".entries li");
  const after = await typed();
  assert.deepEqual([before.seq, after.seq], [1, 1]);
  assert.notEqual(before.device, after.device);
  await leave(visitor);
});
