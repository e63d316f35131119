// Facts: typed in, loaded, saved, taken out.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { file, go, leave, look, message, numbers, openSite, seasonPath, withAnnex } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

test("a piece of evidence is typed in: its line becomes proven", async () => {
  const visitor = await withAnnex(site);
  const { page } = visitor;
  await go(page, "plan");
  assert.match(await page.getAttribute("#line-t1-1", "class"), /needsAction/);
  await page.click("#line-t1-1 .state button");
  assert.equal(await page.inputValue("dialog select[name=kind]"), "list", "the kind that the line asks for");
  await page.setInputFiles("dialog input[type=file]", {
    name: "tizim.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF"),
  });
  await page.fill("dialog input[name=rows]", "24");
  await page.click("dialog form > button");
  await page.waitForSelector("#line-t1-1.proven");
  assert.match(await message(page), /Kept in the journal/);
  assert.equal((await numbers(page)).proven, 1);
  await go(page, "journal");
  assert.match(await page.textContent(".entries"), /List · Line 1\.1/);
  await leave(visitor);
});

test("a number with a comma is a number, and what is none is not kept", async () => {
  const visitor = await withAnnex(site);
  const { page } = visitor;
  await go(page, "plan");
  await page.click("#line-t3-3 .state button");
  await page.click("dialog .kinds button >> nth=1");
  await page.fill("dialog input[name=amount]", "many");
  await page.click("dialog form > button");
  assert.ok(await page.isVisible("dialog"), "the form stays open");
  await page.fill("dialog input[name=amount]", "1 234,5");
  await page.click("dialog form > button");
  await page.waitForSelector("dialog", { state: "detached" });
  assert.match(await page.textContent("#line-t3-3 .figures"), /Claimed: 1,234\.5/);
  await leave(visitor);
});

test("a number that no entry can hold is refused in the form", async () => {
  const visitor = await withAnnex(site);
  const { page } = visitor;
  await go(page, "plan");
  await page.click("#line-t3-3 .state button");
  await page.click("dialog .kinds button >> nth=1");
  await page.fill("dialog input[name=amount]", "9".repeat(40));
  await page.click("dialog form > button");
  assert.match(await page.textContent("dialog .wrong"), /^Something in the form.*\(INP001\)$/);
  await leave(visitor);
});

test("a number of the social-impact block is typed in where it is missing", async () => {
  const visitor = await withAnnex(site);
  const { page } = visitor;
  await go(page, "plan");
  await page.click("#line-impact-2 .state button");
  assert.match(await page.textContent("#reading-line option:checked"), /^IV\.2 /);
  await page.fill("dialog input[name=amount]", "640");
  assert.ok(await page.isChecked("dialog input[value=total]"), "such a number is usually the total so far");
  await page.click("dialog form > button");
  await page.waitForSelector("dialog", { state: "detached" });
  assert.match(await page.textContent("#line-impact-2 .figures"), /: 640/);
  await leave(visitor);
});

test("an event is planned, then held; then it counts", async () => {
  const visitor = await withAnnex(site);
  const { page } = visitor;
  await go(page, "plan");
  await page.click("#line-t2-8 .state button");
  await page.click("dialog .kinds button >> nth=2");
  await page.fill("dialog input[name=name]", "Кубок");
  await page.fill("#event-start", "2024-06-18");
  await page.selectOption("dialog select[name=part]", { index: 1 });
  await page.click("dialog form > button");
  await page.waitForSelector("dialog", { state: "detached" });
  assert.match(await page.textContent("#line-t2-8 .figures"), /Claimed: —/);

  await page.click("#line-t2-8 .state button");
  await page.click("dialog .kinds button >> nth=2");
  await page.selectOption("dialog select[name=known]", { index: 1 });
  assert.equal(await page.inputValue("dialog input[name=name]"), "Кубок");
  await page.check("dialog input[value=held]");
  await page.click("dialog form > button");
  await page.waitForSelector("dialog", { state: "detached" });
  assert.match(await page.textContent("#line-t2-8 .figures"), /Claimed: 1/);
  await go(page, "overview");
  assert.equal(await page.locator(".rows circle.event.held").count(), 1);
  await leave(visitor);
});

test("the journal is loaded, counts as the library says, is saved as it was, and loads but once", async () => {
  const visitor = await withAnnex(site);
  const { page } = visitor;
  await go(page, "journal");
  await page.setInputFiles(".actions input[type=file]", seasonPath);
  await page.waitForSelector(".message p");
  assert.match(await message(page), /: 600 /);
  await look(page, "2024-09-15");
  const { counts } = JSON.parse(file("tests/vectors/outputs/hold-the-season-on-2024-09-15.json")).assessment;
  const { proven, needsAction, overdue, notDue } = counts;
  assert.deepEqual(await numbers(page), { proven, needsAction, overdue, notDue });

  await go(page, "journal");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(".actions button.quiet")]);
  assert.equal(download.suggestedFilename(), "qoldau-66-2024-04-30.jsonl");
  assert.equal(await readFile(await download.path(), "utf8"), file("examples/data/season.jsonl").toString());
  await page.setInputFiles(".actions input[type=file]", seasonPath);
  await page.waitForFunction(() => /: 0 /.test(document.querySelector(".message p")?.textContent ?? ""));
  // An older header of the same plan is no new line. Entries of another plan are kept under its header and do not count,
  // and what is recorded afterwards stands under the plan's own header again.
  const older = file("examples/data/season.jsonl").toString().replace("journal/1.1", "journal/1.0");
  const foreign = `{"format":"qoldau-journal/1.1","plan":"other"}\n${older.split("\n")[1].replace("l-001", "z-1")}\n`;
  await page.setInputFiles(".actions input[type=file]", {
    name: "both.jsonl",
    mimeType: "",
    buffer: Buffer.from(older + foreign),
  });
  await page.waitForFunction(() => /: 3 /.test(document.querySelector(".message p")?.textContent ?? ""));
  const [mixed] = await Promise.all([page.waitForEvent("download"), page.click(".actions button.quiet")]);
  const last = (await readFile(await mixed.path(), "utf8")).trimEnd().split("\n").slice(-3);
  assert.deepEqual(last.map((line) => JSON.parse(line).plan ?? JSON.parse(line).id), ["other", "z-1", "66-2024-04-30"]);
  await page.setInputFiles(".actions input[type=file]", {
    name: "x.jsonl",
    mimeType: "",
    buffer: Buffer.from("a letter"),
  });
  await page.waitForFunction(() => /FCT003/.test(document.querySelector(".message p")?.textContent ?? ""));
  await leave(visitor);
});

test("an entry made by mistake is voided", async () => {
  const visitor = await withAnnex(site);
  const { page } = visitor;
  await go(page, "plan");
  await page.click("#line-t1-1 .state button");
  await page.setInputFiles("dialog input[type=file]", {
    name: "a.pdf",
    mimeType: "",
    buffer: Buffer.from("a"),
  });
  await page.click("dialog form > button");
  await page.waitForSelector("#line-t1-1.proven");
  await go(page, "journal");
  page.once("dialog", (dialog) => dialog.accept());
  await page.click(".entries button");
  await page.waitForSelector(".entries .gone");
  assert.equal((await numbers(page)).proven, 0);
  await leave(visitor);
});

test("two windows lose none of each other's entries", async () => {
  const visitor = await withAnnex(site);
  const [one, two] = [visitor.page, await visitor.another()];
  await two.goto(site.address);
  await two.waitForSelector(".numbers");
  for (const [page, line] of [
    [one, "t1-1"],
    [two, "t1-7"],
  ]) {
    await go(page, "plan");
    await page.click(`#line-${line} .state button`);
    await page.setInputFiles("dialog input[type=file]", {
      name: "a.pdf",
      mimeType: "",
      buffer: Buffer.from(line),
    });
    await page.click("dialog form > button");
    await page.waitForSelector(`#line-${line}.proven`);
  }
  await one.waitForSelector("#line-t1-7.proven");
  await leave(visitor);
});

test("a journal that cannot be read any more can still be saved", async () => {
  const visitor = await withAnnex(site);
  const { page } = visitor;
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        const request = indexedDB.open("qoldau");
        request.onsuccess = () => {
          const transaction = request.result.transaction("journal", "readwrite");
          transaction.objectStore("journal").add('{"format":"qoldau-journal/9.0","plan":null}');
          transaction.oncomplete = resolve;
        };
      }),
  );
  await page.reload();
  assert.match(await page.textContent(".wrong"), /newer version.*\(FCT001\)$/);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.click(".actions button >> nth=0"),
  ]);
  assert.match(await readFile(await download.path(), "utf8"), /qoldau-journal\/9\.0/);
  await leave(visitor);
});
