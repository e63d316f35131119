// Journals of several telephones: handed over as files, joined, their conflicts settled by one more entry.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { conflictsOf, readJournal, verifyJournal } from "qoldau";
import { differing, drop, go, leave, openForm, openSite, withAnnex, withSample } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

/** The journal of a page as the file that is handed on. */
async function saved(page, button = 1) {
  await go(page, "journal");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.click(`.actions button >> nth=${button}`),
  ]);
  return readFile(await download.path());
}

async function dropped(page, bytes, said) {
  await go(page, "journal");
  await drop(page, "main h1", "journal", bytes);
  await page.waitForFunction(
    (said) => document.querySelector(".message p")?.textContent.includes(said),
    `in the journal: ${said}`,
  );
}

/** Tells of the known event that it was held, with so many people. */
async function heldWith(page, headcount) {
  await openForm(page, "t2-8", 2);
  await page.selectOption("dialog select[name=known]", { index: 1 });
  await page.check("dialog input[value=held]");
  await page.fill("dialog input[name=headcount]", String(headcount));
  await page.click("dialog form > button");
  await page.waitForSelector("dialog", { state: "detached" });
}

test("two telephones, one event told differently: settled by one, both end with the same bytes", async () => {
  const [aida, saule] = [await withAnnex(site), await withAnnex(site)];
  await openForm(aida.page, "t2-8", 2);
  await aida.page.fill("dialog input[name=name]", "Кубок");
  await aida.page.fill("#event-start", "2024-06-18");
  await aida.page.click("dialog form > button");
  await aida.page.waitForSelector("dialog", { state: "detached" });
  await dropped(saule.page, await saved(aida.page), 1);

  await heldWith(aida.page, 120);
  // Each telephone has a clock of its own.
  await saule.page.context().clock.setSystemTime("2024-06-20T12:30:00");
  await heldWith(saule.page, 105);
  assert.equal(await saule.page.locator(".conflicts").count(), 0, "nobody knows of it yet");
  await dropped(saule.page, await saved(aida.page, 2), 1);
  const { page } = saule;
  assert.match(await page.textContent("#conflicts"), /^Conflicts to settle: 1$/);
  assert.equal(await page.textContent(".conflicts h3"), "One thing was recorded on several devices");
  // What was recorded last counts meanwhile, and stands first.
  const sides = await page.locator(".side").allInnerTexts();
  assert.equal(sides.length, 2);
  assert.match(sides[0], /^This browser[^]*Counts meanwhile[^]*Headcount\s*105/i);
  assert.match(sides[1], /^browser-[^]*Does not count[^]*Headcount\s*120/i);
  for (const side of sides) assert.doesNotMatch(side.split("What is the same")[0], /Кубок/, "what is the same is apart");

  const both = await saved(page);
  const conflict = conflictsOf(both).conflicts[0];
  await page.click(".side >> nth=1 >> button");
  await page.waitForSelector(".conflicts", { state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "H1");
  const settled = await saved(page);
  assert.deepEqual(conflictsOf(settled).conflicts, []);
  const known = new Set(readJournal(both).entries.map(({ id }) => id));
  const added = readJournal(settled).entries.filter(({ id }) => !known.has(id));
  assert.equal(added.length, 1, "nothing was lost, and one entry came");
  assert.deepEqual([added[0].kind, added[0].body.body.headcount], ["amend", 120]);
  assert.deepEqual([...added[0].replaces].sort(), conflict.entries.map(({ id }) => id).sort());

  await dropped(aida.page, settled, 2);
  assert.equal(await aida.page.locator(".conflicts").count(), 0);
  assert.deepEqual(await saved(aida.page), settled);
  const { findings, devices, unchained } = verifyJournal(settled);
  assert.deepEqual([findings, devices.length, unchained], [[], 2, 0]);
  // What the correction tells of the event is what goes on being recorded.
  await openForm(page, "t2-8", 2);
  await page.selectOption("dialog select[name=known]", { index: 1 });
  assert.equal(await page.inputValue("dialog input[name=headcount]"), "120");
  await leave(aida);
  await leave(saule);
});

test("several records that are wrong in the same way are told, and nothing else is lost", async () => {
  const visitor = await withAnnex(site);
  const { page } = visitor;
  const unread = (id) => ({ id, on: "2024-06-15", author: "aida", kind: "reading", body: { line: "t3-3", mode: "plus" } });
  const remark = (id) => ({
    id, on: "2024-06-19", author: "manager", kind: "remark",
    body: { remark: id, submission: "s1", line: "t1-1", text: "Тізім қайда?", answerBy: null },
  });
  const lines = [unread("w-1"), unread("w-2"), remark("r-1"), remark("r-2")];
  await dropped(page, Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join("")), 4);
  await go(page, "findings");
  const codes = await page.locator(".cards .code").allTextContents();
  for (const code of ["FCT109", "REV001"]) assert.equal(codes.filter((one) => one.includes(code)).length, 2, codes.join());
  await page.reload();
  // What cannot be read is no entry to look at, and is handed on all the same.
  const kept = (await saved(page)).toString();
  for (const { id } of lines) assert.ok(kept.includes(`"${id}"`), id);
  assert.equal(await page.locator(".entries > li").count(), 2);
  await leave(visitor);
});

test("one id with two contents: neither counts until somebody says which", async () => {
  const visitor = await withAnnex(site);
  const { page } = visitor;
  const [line] = differing().toString().split("\n");
  await dropped(page, Buffer.from(`${line}\n`), 1);
  await dropped(page, Buffer.from(`${line.replace("120", "150")}\n`), 1);
  assert.equal(await page.textContent(".conflicts h3"), "One entry arrived with different contents");
  assert.equal(await page.locator(".side.counts").count(), 0);
  assert.match((await page.locator(".side").allInnerTexts()).join(), /120[^]*150|150[^]*120/);
  await page.reload();
  await page.waitForSelector(".side");
  const wanted = page.locator(".side", { hasText: "150" });
  await wanted.locator("button").click();
  await page.waitForSelector(".conflicts", { state: "detached" });
  const journal = await saved(page);
  assert.deepEqual(conflictsOf(journal).conflicts, []);
  assert.equal(readJournal(journal).entries.length, 3, "both contents are kept");
  await leave(visitor);
});

test("an entry that was voided here and corrected there: the void can hold, too", async () => {
  const visitor = await withAnnex(site);
  const { page } = visitor;
  const [event] = differing().toString().split("\n").map((line) => line && JSON.parse(line));
  const of = (id, kind, body, second) => ({ ...event, id, kind, body, device: `phone-${id}`, author: `phone-${id}`, clock: `2024-06-19T10:00:0${second}.000Z-0000`, on: "2024-06-19", replaces: [event.id] });
  const changes = [of("v", "void", { reason: "мүлдем болмады" }, 1), of("w", "amend", { kind: "event", body: { ...event.body, headcount: 90 }, reason: "санадық" }, 2)];
  await dropped(page, Buffer.from([event, ...changes].map((entry) => JSON.stringify(entry)).join("\n")), 3);
  assert.equal(await page.textContent(".conflicts h3"), "One entry was corrected on several devices");
  await page.locator(".side", { hasText: "мүлдем болмады" }).locator("button").click();
  await page.waitForSelector(".conflicts", { state: "detached" });
  const last = readJournal(await saved(page)).entries.find(({ seq }) => seq === 1);
  assert.deepEqual([last.kind, [...last.replaces].sort()], ["void", ["v", "w"]]);
  await leave(visitor);
});

test("a file from which somebody took an entry, or in which one was altered, shows it in the journal", async () => {
  const [aida, saule] = [await withAnnex(site), await withAnnex(site)];
  await go(aida.page, "plan");
  for (const amount of ["24", "31"]) {
    await aida.page.click("#line-t3-3 .state button");
    await aida.page.click("dialog .kinds button >> nth=1");
    await aida.page.fill("dialog input[name=amount]", amount);
    await aida.page.click("dialog form > button");
    await aida.page.waitForSelector("dialog", { state: "detached" });
  }
  const whole = (await saved(aida.page)).toString().split("\n");
  assert.match(await aida.page.textContent(".chains"), /: 1$/);

  const second = whole.findIndex((line) => line.includes('"31"'));
  const altered = whole.map((line, at) => (at === second ? line.replace('"31"', '"310"') : line));
  await dropped(saule.page, Buffer.from(altered.filter((line) => !line.includes('"24"')).join("\n")), 1);
  assert.equal(await saule.page.textContent("#chains"), "Entries were altered or are missing");
  const codes = await saule.page.locator(".chains .code").allTextContents();
  assert.ok(codes.includes("JRN101") && codes.includes("JRN103"), codes.join());
  assert.match(await saule.page.textContent(".chains"), /Entries of a device are missing/);
  await Promise.all([leave(aida), leave(saule)]);
});

test("of entries without a seal it is not said that nobody altered them", async () => {
  const visitor = await withSample(site, { language: "ru" });
  const { page } = visitor;
  await go(page, "journal");
  assert.deepEqual(await page.locator(".chains p").allTextContents(), ["Записей без печати, о которых не видно, менял ли их кто-то: 600"]);
  page.once("dialog", (dialog) => dialog.accept());
  await page.click(".entries button >> nth=0");
  await page.waitForFunction(() => document.querySelectorAll(".chains p").length === 2);
  const [sealed, unsealed] = await page.locator(".chains p").allTextContents();
  assert.match(sealed, /^Записей с печатью, ни одна из которых по пути сюда не изменена и не потеряна: 1 \(устройств: 1\)/);
  assert.match(unsealed, /: 600$/);
  await leave(visitor);
});

test("when an entry was made is said by the clock of whoever looks", async () => {
  const visitor = await withAnnex(site, { timezoneId: "Asia/Aqtau" });
  const { page } = visitor;
  await go(page, "journal");
  await page.setInputFiles(".actions input[type=file]", { name: "two.jsonl", mimeType: "", buffer: differing() });
  await page.waitForSelector(".side");
  const times = await page.locator(".side .of small").allTextContents();
  assert.deepEqual(times.map((time) => time.trim()), ["June 18, 2024, 15:00", "June 18, 2024, 15:00"]);
  await leave(visitor);
});
