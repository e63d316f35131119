// Lists of people: read, counted, decided about, and kept on the device.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { drop, file, go, leave, openSite, withSample } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const LIST = file("examples/data/people.csv");
const plain = (text) => text.replaceAll("\u00a0", " ").trim();

async function toPeople(page) {
  await page.click(".beside a >> nth=1");
  await page.waitForSelector(".people .drop");
}

async function withList(options) {
  const visitor = await site.visitor(options);
  await toPeople(visitor.page);
  await drop(visitor.page, ".drop", "people.csv", LIST);
  await visitor.page.waitForSelector(".list-card");
  return visitor;
}

/** What is shown of reach. */
async function reach(page) {
  const [participations, unique] = await page.locator(".reach .figure").allTextContents();
  const bounds = page.locator(".reach > div:nth-child(2) small");
  return { participations, unique, bounds: (await bounds.count()) > 0 ? plain(await bounds.textContent()) : null };
}

const waiting = async (page) => (await page.locator(".pair-sorts button").allTextContents()).map(plain);

/** Decides about the pair that holds both words in its rows, and waits for the figures. */
async function decide(page, [one, other], verdict) {
  const pair = page.locator(".pair-card", { hasText: one }).filter({ hasText: other }).first();
  await pair.locator("button", { hasText: new RegExp(`^${verdict}$`) }).click();
}

const uniqueIs = (page, unique) =>
  page.waitForFunction(
    (unique) => document.querySelectorAll(".reach .figure")[1]?.textContent === unique,
    unique,
  );

test("a list that is dropped shows participations, people, and the pairs of which it cannot be told", async () => {
  const visitor = await withList();
  const { page } = visitor;
  assert.deepEqual(await reach(page), { participations: "22", unique: "13", bounds: "between 12 and 13" });
  assert.deepEqual(await waiting(page), ["Cannot be told: 2", "Taken for one person: 10", "Decided: 0"]);
  const pair = page.locator(".pair-card").first();
  assert.match(await pair.textContent(), /A shared telephone, maybe one family/);
  await pair.locator("summary").click();
  assert.match(plain(await pair.locator(".reasons").textContent()), /−[\d.]+ Given name: different/);
  const findings = await page.locator(".said-findings .code").allTextContents();
  assert.deepEqual(findings, ["PPL005", "PPL006"]);
  assert.match(await page.textContent(".said-findings"), /Row 14.*Row 16/);
  assert.doesNotMatch(await page.textContent(".said-findings"), /7 700|Ахметов/, "a finding quotes no cell");
  await leave(visitor);
});

test("a decision changes the reach at once, holds after a reload, and is taken back", async () => {
  const visitor = await withList();
  const { page } = visitor;
  const family = ["Төлегенова Айсұлу", "Төлегенова Әсел"];
  const before = await reach(page);
  await decide(page, family, "One person");
  await uniqueIs(page, "12");
  assert.equal((await reach(page)).participations, "21", "both rows are of one event");
  assert.ok(await page.evaluate(() => document.activeElement?.id === "pairs"), "the keyboard goes on from the heading");
  await page.reload();
  await page.waitForSelector(".list-card");
  assert.equal((await reach(page)).unique, "12");
  await page.click(".pair-sorts button >> nth=2");
  assert.equal(await page.locator(".pair-card").count(), 1);
  await page.click(".pair-card .actions button");
  await uniqueIs(page, "13");
  assert.deepEqual(await reach(page), before);

  await page.click(".pair-sorts button >> nth=1");
  await decide(page, ["Серікбаева Айгерім", "Айгерим Серикбаева"], "Different people");
  await page.waitForFunction(() => document.querySelectorAll(".pair-sorts button")[2].textContent.endsWith("1"));
  assert.ok(Number((await reach(page)).unique) > 13);
  await leave(visitor);
});

test("columns are put right, a headcount widens the bounds, and several lists are one reach", async () => {
  const visitor = await withList();
  const { page } = visitor;
  const columns = page.locator(".columns select");
  assert.deepEqual(
    await columns.evaluateAll((selects) => selects.map((select) => select.value)),
    ["list", "name", "phone", "birth", "settlement", "organisation"],
  );
  await columns.nth(2).selectOption("");
  await page.waitForFunction(() => document.querySelectorAll(".said-findings li").length === 1);
  assert.equal(await page.locator(".two-rows th", { hasText: "telephone" }).count(), 0);
  await columns.nth(2).selectOption("phone");
  await page.waitForFunction(() => document.querySelectorAll(".said-findings li").length === 2);

  const more = "name,phone\nКим Алексей,+7 700 000 01 08\nНовый Человек,+7 700 000 01 99\n";
  await drop(page, ".drop", "second.csv", Buffer.from(more));
  await page.waitForSelector(".list-card >> nth=1");
  await uniqueIs(page, "14");
  assert.equal((await reach(page)).participations, "24");
  await page.fill(".list-card >> nth=1 >> input[data-number]", "2.000");
  await page.press(".list-card >> nth=1 >> input[data-number]", "Enter");
  assert.match(await page.$eval(".list-card >> nth=1 >> input[data-number]", (field) => field.validationMessage), /2000/);
  assert.equal((await reach(page)).participations, "24", "not two");
  await page.fill(".list-card >> nth=1 >> input[data-number]", "40");
  await page.press(".list-card >> nth=1 >> input[data-number]", "Enter");
  await page.waitForFunction(() => document.querySelectorAll(".reach .figure")[0].textContent === "62");
  assert.deepEqual(await reach(page), { participations: "62", unique: "14", bounds: "between 40 and 52" });
  await drop(page, ".drop", "second.csv", Buffer.from(more));
  await page.waitForSelector(".message p");
  assert.match(await page.textContent(".message p"), /already here/);
  // Ages are of the day of the event, which no file tells.
  for (const at of [0, 1]) await page.fill(`.list-card >> nth=${at} >> input[type=date]`, "2024-06-14");
  await page.click(".chips button >> nth=3");
  await page.waitForSelector(".reach-table");
  const rows = await page.locator(".reach-table tbody tr").allTextContents();
  assert.equal(rows[0], "All2414");
  assert.ok(rows.some((row) => row.startsWith("Unknown")), rows.join());
  await leave(visitor);
});

test("a workbook is a list for each of its sheets with people, and small counts of the table are hidden", async () => {
  const visitor = await site.visitor();
  const { page } = visitor;
  await toPeople(page);
  await drop(page, ".drop", "school.xlsx", file("qoldau-core/tests/people/workbooks/school.xlsx"));
  await page.waitForSelector(".list-card >> nth=1");
  const { participations, unique } = await reach(page);
  assert.deepEqual({ participations, unique }, { participations: "8", unique: "7" });
  assert.match(await page.textContent(".list-card >> nth=0 >> summary"), /school, Форум 14.06/);
  const codes = await page.locator(".list-card >> nth=0 >> .said-findings .code").allTextContents();
  assert.ok(codes.includes("PPL025") && codes.includes("PPL022"), codes.join());
  const columns = page.locator(".list-card >> nth=0 >> .columns select");
  assert.equal(await columns.nth(2).inputValue(), "sex");
  await page.click(".chips button >> nth=4");
  const rows = await page.locator(".reach-table tbody tr").allTextContents();
  assert.deepEqual(rows, ["All87", "female··", "male··"]);
  await columns.nth(2).selectOption("");
  await page.waitForFunction(() => document.querySelector(".reach-table tbody")?.textContent?.includes("Unknown"));
  await page.reload();
  await page.waitForSelector(".list-card >> nth=1");
  assert.equal((await reach(page)).participations, "8");
  await drop(page, ".drop", "notes.xlsx", Buffer.from("PK, and no archive"));
  await page.waitForSelector(".people .wrong");
  await leave(visitor);
});

test("a part of the days or of the events is asked for: who is new and who came back", async () => {
  const visitor = await site.visitor();
  const { page } = visitor;
  await toPeople(page);
  const june = "name,phone\nКим Алексей,+7 700 000 01 08\nБекова Жанар,+7 700 000 01 11\n";
  const july = "name,phone\nАлексей Ким,87000000108\nНовый Человек,+7 700 000 01 99\n";
  for (const [at, [name, list, day]] of [
    ["june", june, "2024-06-10"],
    ["july", july, "2024-07-10"],
  ].entries()) {
    await drop(page, ".drop", `${name}.csv`, Buffer.from(list));
    await page.waitForSelector(`.list-card >> nth=${at}`);
    await page.fill(`.list-card >> nth=${at} >> input[type=date]`, day);
    await page.waitForFunction(([id, day]) => document.querySelector(id)?.value === day, ["#part-end", day]);
  }
  assert.equal((await reach(page)).unique, "3");
  await page.click(".part summary");
  await page.fill("#part-start", "2024-07-01");
  await uniqueIs(page, "2");
  assert.deepEqual(await reach(page), {
    participations: "2",
    unique: "2",
    bounds: "for the first time: 1 · were there before: 1",
  });
  await page.fill("#part-start", "2024-06-10");
  await uniqueIs(page, "3");
  await page.click(".part .choice >> nth=1");
  await uniqueIs(page, "2");
  await page.fill("#part-start", "2024-08-01");
  await page.waitForSelector(".callout");
  await leave(visitor);
});

test("without the day of the event no age is told, and none is guessed from today", async () => {
  const visitor = await site.visitor();
  const { page } = visitor;
  await toPeople(page);
  const born = "01.03.2010 02.09.2010 03.03.2010 04.09.2010 05.03.2010 06.09.2010".split(" ");
  const rows = born.map((birth, at) => `Person ${"ABCDEF"[at]},+7 700 000 02 0${at},${birth}\n`);
  await drop(page, ".drop", "Forum 14.06.2024.csv", Buffer.from(`name,phone,birth\n${rows.join("")}`));
  await page.waitForSelector(".list-card");
  const day = page.locator(".list-card input[type=date]");
  assert.equal(await day.inputValue(), "");
  assert.deepEqual(await reach(page), { participations: "6", unique: "6", bounds: null });
  await page.click(".people section >> nth=0 >> .chips button >> nth=3");
  assert.match(await page.textContent(".callout"), /first say the day of the event in the lists: Forum 14\.06\.2024/);
  assert.equal(await page.locator(".reach-table").count(), 0);
  await page.click(".part summary");
  assert.equal(await page.locator("#part-start").count(), 0);
  await day.fill("2024-06-14");
  await page.waitForSelector(".reach-table");
  const table = await page.locator(".reach-table tbody tr").allTextContents();
  assert.equal(table[0], "All66");
  assert.ok(table.some((row) => row.startsWith("under 14")) && table.some((row) => row.startsWith("14 to 34")), table.join());
  await page.waitForSelector("#part-start", { state: "attached" });
  await day.fill("");
  await page.waitForSelector(".people .callout");
  await leave(visitor);
});

test("several lists come at once, and of a workbook in which no column seems to hold names somebody says which does", async () => {
  const visitor = await site.visitor();
  const { page } = visitor;
  await toPeople(page);
  const workbook = file("qoldau-core/tests/people/workbooks/one-person.xlsx");
  await page.setInputFiles(".drop input", [
    { name: "Форум.csv", mimeType: "text/csv", buffer: Buffer.from("Аты-жөні\nОспанова Әлия\n") },
    { name: "Тренинг.csv", mimeType: "text/csv", buffer: Buffer.from("Аты-жөні\nИванова Мария\nКим Дана\n") },
    { name: "one-person.xlsx", mimeType: "", buffer: workbook },
  ]);
  await page.waitForSelector(".list-card >> nth=2");
  assert.equal((await reach(page)).participations, "3");
  const odd = page.locator(".list-card", { has: page.locator("summary", { hasText: "one-person" }) });
  assert.match(await odd.textContent(), /PPL024/);
  await odd.locator(".columns select >> nth=0").selectOption("name");
  await page.waitForFunction(() => document.querySelector(".reach").textContent.includes("5"));
  assert.equal((await reach(page)).participations, "5");
  await leave(visitor);
});

test("what is no table is refused in words", async () => {
  const visitor = await site.visitor();
  const { page } = visitor;
  await toPeople(page);
  await drop(page, ".drop", "cp1251.csv", Buffer.from([0xd4, 0xc8, 0xce, 0x0a, 0xc8, 0xe2, 0xe0, 0xed]));
  await page.waitForSelector(".wrong");
  assert.match(await page.textContent(".wrong"), /not in UTF-8.*TBL001/);
  await leave(visitor);
});

test("it prints without names unless somebody wants them", async () => {
  const visitor = await withList();
  const { page } = visitor;
  const table = page.locator(".two-rows").first();
  assert.ok(await table.isVisible());
  await page.emulateMedia({ media: "print" });
  assert.ok(!(await table.isVisible()));
  const printed = await page.evaluate(() => document.querySelector("main").innerText);
  assert.doesNotMatch(printed, /Төлегенова|7 700 000/);
  assert.match(printed, /13/);
  await page.emulateMedia({ media: null });
  await page.click(".erase .choice");
  await page.emulateMedia({ media: "print" });
  assert.ok(await table.isVisible());
  await leave(visitor);
});

test("nothing of a list is in the journal or the report, and all of it is erased on request", async () => {
  const visitor = await withSample(site);
  const { page } = visitor;
  await toPeople(page);
  await drop(page, ".drop", "people.csv", LIST);
  await page.waitForSelector(".list-card");
  const names = /Төлегенова|Серікбаева|700 000 01|7000001/;
  await go(page, "journal");
  const [journal] = await Promise.all([page.waitForEvent("download"), page.click(".actions button >> nth=1")]);
  assert.doesNotMatch(await readFile(await journal.path(), "utf8"), names);
  await go(page, "report");
  const [report] = await Promise.all([page.waitForEvent("download"), page.click(".actions button >> nth=1")]);
  assert.doesNotMatch(await readFile(await report.path(), "utf8"), names);
  assert.deepEqual(await held(page), [0, 1]);
  await toPeople(page);
  await page.waitForSelector(".list-card");
  page.once("dialog", (dialog) => dialog.accept());
  await page.click(".erase .danger");
  await page.waitForSelector(".list-card", { state: "detached" });
  assert.deepEqual(await held(page), [0, 0]);

  await drop(page, ".drop", "people.csv", LIST);
  await page.waitForSelector(".list-card");
  await go(page, "journal");
  page.once("dialog", (dialog) => dialog.accept());
  await page.click(".erase .danger");
  await page.waitForSelector(".start .drop");
  assert.deepEqual(await held(page), [0, 0], "who erases everything erases lists, too");
  await leave(visitor);
});

/** How many decisions and lists the browser keeps. */
const held = (page) =>
  page.evaluate(async () => {
    const database = await new Promise((resolve) => {
      const request = indexedDB.open("qoldau-people");
      request.onsuccess = () => resolve(request.result);
    });
    const counts = [...database.objectStoreNames].map(
      (name) =>
        new Promise((resolve) => {
          const request = database.transaction(name).objectStore(name).count();
          request.onsuccess = () => resolve(request.result);
        }),
    );
    return Promise.all(counts);
  });
