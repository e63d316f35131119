// Facts: typed in, loaded, saved, taken out.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { mergeJournals } from "qoldau";
import { file, go, heard, leave, look, message, numbers, openForm, openSite, withAnnex } from "./site.mjs";

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
  // A line that does not count whole things only.
  await openForm(page, "t5-1", 1);
  await page.fill("dialog input[name=amount]", "many");
  await page.click("dialog form > button");
  assert.ok(await page.isVisible("dialog"), "the form stays open");
  await page.fill("dialog input[name=amount]", "1 234,5");
  await page.click("dialog form > button");
  await page.waitForSelector("dialog", { state: "detached" });
  assert.match(await page.textContent("#line-t5-1 .figures"), /Claimed: 1,234\.5/);
  await leave(visitor);
});

test("a number that no entry can hold is refused in the form", async () => {
  const visitor = await withAnnex(site);
  const { page } = visitor;
  await openForm(page, "t3-3", 1);
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
  await openForm(page, "t2-8", 2);
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

test("the journal is loaded, counts as the library says, is saved in either form, and loads but once", async () => {
  const visitor = await withAnnex(site);
  const { page } = visitor;
  const load = async (name, buffer, said) => {
    await heard(page);
    await page.setInputFiles(".actions input[type=file]", { name, mimeType: "", buffer });
    await page.waitForFunction(
      (said) => new RegExp(said).test(document.querySelector(".message p")?.textContent ?? ""),
      said,
    );
  };
  const season = file("examples/data/season.jsonl");
  await go(page, "journal");
  await load("season.jsonl", season, ": 600\\.");
  await look(page, "2024-09-15");
  const { counts } = JSON.parse(file("tests/vectors/outputs/hold-the-season-on-2024-09-15.json")).assessment;
  const { proven, needsAction, overdue, notDue } = counts;
  assert.deepEqual(await numbers(page), { proven, needsAction, overdue, notDue });

  await go(page, "journal");
  const saved = async (button) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.click(`.actions button >> nth=${button}`)]);
    return [download.suggestedFilename(), await readFile(await download.path())];
  };
  const [name, lines] = await saved(1);
  assert.equal(name, "qoldau-66-2024-04-30.jsonl");
  assert.deepEqual(lines, Buffer.from(mergeJournals([season], "lines").journal));
  const [small, compact] = await saved(2);
  assert.equal(small, "qoldau-66-2024-04-30.qjrn");
  assert.deepEqual(compact, Buffer.from(mergeJournals([season], "compact").journal));
  assert.ok(compact.length * 8 < lines.length);

  await load("season.jsonl", season, ": 0 ");
  await load("again.qjrn", compact, ": 0 ");
  // What cannot be read is told, and nothing of another plan is taken.
  const [, first] = season.toString().split("\n");
  await load("cut.jsonl", Buffer.from(`${first.replace("l-001", "z-1")}\n{"id":`), ": 1. Lines that could not be read.*: 1 ");
  await load("other.jsonl", Buffer.from(`{"format":"qoldau-journal/1.1","plan":"other"}\n${first}\n`), "another plan \\(other\\) \\(JRN001\\)");
  await load("x.jsonl", Buffer.from("a letter"), "FCT003");
  assert.match(await page.textContent(".all"), /: 601$/);
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
          const transaction = request.result.transaction("entries", "readwrite");
          transaction.objectStore("entries").add({ line: '{"format":"qoldau-journal/9.0","plan":null}' });
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

test("what is sent twice in haste is kept once", async () => {
  const visitor = await withAnnex(site);
  const { page } = visitor;
  await openForm(page, "t2-8", 2);
  await page.fill("dialog input[name=name]", "Кубок");
  await page.$eval("dialog form", (form) => {
    form.requestSubmit();
    form.requestSubmit();
  });
  await page.waitForSelector("dialog", { state: "detached" });
  await go(page, "findings");
  await page.check(".answers input[type=radio] >> nth=0");
  await page.$eval(".answers:has(input:checked)", (form) => {
    form.requestSubmit();
    form.requestSubmit();
  });
  await page.waitForFunction(() => document.activeElement?.tagName === "H1");
  await go(page, "journal");
  const kinds = await page.locator(".entries .day b").allTextContents();
  assert.equal(new Set(kinds).size, 2);
  assert.equal(kinds.filter((kind) => kind === "Event").length, 1, kinds.join());
  const answered = await page.locator(".entries > li p:not(.day)").allTextContents();
  assert.equal(new Set(answered).size, answered.length, answered.join("; "));
  await leave(visitor);
});

test("a day is typed without a hand: what is shown of it meanwhile takes no key away", async () => {
  const visitor = await withAnnex(site);
  const { page } = visitor;
  await page.focus("#as-of");
  // Month, day and year as this browser writes them; the year comes one digit after the other.
  for (const key of "09152024") await page.keyboard.press(key, { delay: 60 });
  await page.waitForTimeout(500);
  assert.match(await page.inputValue("#as-of"), /^2024-(09-15|15-09)$/);
  const typed = await page.inputValue("#as-of");
  await page.reload();
  await page.waitForSelector(".numbers");
  assert.equal(await page.inputValue("#as-of"), typed);
  await leave(visitor);
});

test("lines are chosen with the arrows: the one that was walked to is taken, and none on the way", async () => {
  const visitor = await withAnnex(site);
  const { page } = visitor;
  await go(page, "journal");
  await page.click(".actions button >> nth=0");
  await page.click("dialog .kinds button >> nth=0");
  const field = page.locator("dialog select[required]:not([name])");
  await field.focus();
  for (let steps = 0; steps < 3; steps += 1) await page.keyboard.press("ArrowDown");
  assert.equal(await page.locator("dialog .chosen li").count(), 0);
  await page.keyboard.press("Enter");
  assert.match(await page.textContent("dialog .chosen"), /^1\.3 /);
  await leave(visitor);
});
