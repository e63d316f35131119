// What is shown: languages, papers, days.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { drop, file, go, leave, numbers, openSite, withAnnex, withSample } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

test("the language changes everything that is said, and stays", async () => {
  const visitor = await withAnnex(site);
  const { page } = visitor;
  await go(page, "findings");
  for (const [language, title, question] of [
    ["kk", "Тексеру", "Хат қалай саналады"],
    ["ru", "Проверка", "Как считаются письма"],
    ["en", "Findings", "How letters count"],
  ]) {
    await page.click(`.languages button[lang=${language}]`);
    assert.equal(await page.getAttribute("html", "lang"), language);
    assert.equal(await page.textContent("h1"), title);
    assert.ok(await page.locator("legend", { hasText: question }).first().isVisible());
  }
  await page.click(".languages button[lang=kk]");
  await page.reload();
  await page.waitForSelector("h1");
  assert.equal(await page.getAttribute("html", "lang"), "kk");
  await leave(visitor);
});

test("the report and the register are shown, printed and saved", async () => {
  const visitor = await withSample(site, { language: "kk" });
  const { page } = visitor;
  await go(page, "report");
  const frame = page.frameLocator("iframe.paper");
  assert.equal(await frame.locator("h1").textContent(), "Жоспардың орындалу барысы");
  assert.equal(await frame.locator(".lines-table tbody").count(), 73);
  const ink = await frame
    .locator(".numbers .figure")
    .first()
    .evaluate((figure) => getComputedStyle(figure).fontWeight);
  assert.equal(ink, "650", "the policy lets the report have its style");
  await page.evaluate(() => {
    const { contentWindow } = document.querySelector("iframe");
    contentWindow.print = () => (window.printed = true);
  });
  await page.click(".actions button >> nth=0");
  assert.ok(await page.evaluate(() => window.printed));
  await page.click(".chips button >> nth=1");
  const link = frame.locator("a[href^=http]").first();
  await link.waitFor();
  assert.equal(await link.getAttribute("target"), "_blank");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.click(".actions button >> nth=2"),
  ]);
  const csv = await readFile(await download.path(), "utf8");
  assert.match(csv, /2\.10/);
  await leave(visitor);
});

test("numbers of a register are kept though the day is changed in the same moment", async () => {
  const visitor = await withSample(site);
  const { page } = visitor;
  await go(page, "report");
  await page.click(".chips button >> nth=1");
  await page.waitForSelector("iframe");
  await page.evaluate(() => {
    [...document.querySelectorAll(".actions button")].at(-1).click();
    const day = document.querySelector("#as-of");
    day.value = "2024-07-01";
    day.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await page.waitForSelector('.day-choice[data-shown="2024-07-01"]');
  const project = await page.evaluate(async () => {
    const answered = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const database = await answered(indexedDB.open("qoldau"));
    const kept = await answered(database.transaction("project").objectStore("project").get("project"));
    database.close();
    return kept;
  });
  assert.equal(project.asOf, "2024-07-01");
  assert.ok(project.issued.length > 0);
  await leave(visitor);
});

test("numbers of a register that was handed over stay, whatever comes in late", async () => {
  const visitor = await withSample(site);
  const { page } = visitor;
  const rows = async () => {
    await go(page, "report");
    await page.click(".chips button >> nth=1");
    const row = page.frameLocator("iframe.paper").locator("tbody tr:has(.kind)");
    await row.first().waitFor();
    return row.allTextContents();
  };
  const before = await rows();
  await Promise.all([page.waitForEvent("download"), page.click(".actions button >> nth=2")]);
  const body = { item: "late", kind: "list", lines: ["t1-1"], files: [{ name: "late.pdf" }] };
  const entry = {
    id: "late",
    on: "2024-05-21",
    author: "x",
    clock: "2024-05-02T00:00:00Z",
    kind: "evidence",
    body,
  };
  const journal = `{"format":"qoldau-journal/1.0"}\n${JSON.stringify(entry)}\n`;
  await go(page, "journal");
  await page.setInputFiles(".actions input", {
    name: "late.jsonl",
    mimeType: "",
    buffer: Buffer.from(journal),
  });
  await page.waitForSelector(".message p");
  const after = await rows();
  assert.equal(after.length, before.length + 1);
  assert.deepEqual(
    before.filter((row) => !after.includes(row)),
    [],
  );
  await leave(visitor);
});

test("today is the day where the reader is", async () => {
  for (const [timezoneId, day] of [
    ["America/New_York", "2024-06-14"],
    ["Asia/Almaty", "2024-06-15"],
    ["Pacific/Kiritimati", "2024-06-15"],
  ]) {
    const { context, page } = await site.visitor({ timezoneId });
    await page.clock.setFixedTime("2024-06-15T02:30:00Z");
    await drop(page, ".drop", "a.docx", file("examples/data/qoldau-2024.kk.docx"));
    assert.equal(await page.inputValue("#as-of"), day, timezoneId);
    await context.close();
  }
});

test("everything is erased on request", async () => {
  const visitor = await withAnnex(site);
  const { page } = visitor;
  await go(page, "journal");
  page.once("dialog", (dialog) => dialog.accept());
  await page.click(".erase button");
  await page.waitForSelector(".drop");
  await page.reload();
  await page.waitForSelector(".drop");
  await leave(visitor);
});

test("bars are drawn against what is planned, with a mark where they should be by the day", async () => {
  const visitor = await withSample(site, { language: "ru" });
  const { page } = visitor;
  await go(page, "plan");
  const bar = (line) =>
    page.$eval(`#line-${line} .target svg.bar`, (of) => ({
      done: of.querySelector(".done")?.getAttribute("width"),
      goal: of.querySelector(".goal")?.getAttribute("x1"),
      text: of.getAttribute("aria-label"),
    }));
  assert.deepEqual(await bar("t2-6"), { done: "66.6%", goal: "66.6%", text: "Событий полностью: 2/2" }, "two of three events were held");
  assert.deepEqual(await bar("t1-1"), { done: "100%", goal: undefined, text: "1/1" });
  // June to October, of which three months are over.
  const monthly = await bar("t6-2");
  assert.deepEqual(monthly, { done: "60%", goal: "60%", text: "Периодов полностью: 3/5" });
  assert.match(await page.textContent("#line-t1-5 .lacking"), /не заявлено: 6, не подтверждено: 16/);
  assert.equal(await page.locator("#line-t1-3 .lacking").count(), 0, "both figures lack the same");
  assert.match(await page.textContent(".bars-key"), /Дробь: подтверждено \/ план/);
  await leave(visitor);
});

test("what the social-impact block claims in full without proof is not done", async () => {
  const visitor = await withSample(site, { language: "ru" });
  const { page } = visitor;
  await go(page, "plan");
  const line = page.locator("#line-impact-3");
  assert.match(await line.locator(".headline").textContent(), /^Заявлено полностью, не подтверждено$/);
  assert.equal(await line.locator(".headline .icon.needsAction").count(), 1);
  assert.equal(await line.locator("svg.bar").getAttribute("aria-label"), "—/3");
  assert.match(
    (await page.locator("#line-impact-1 svg.bar").getAttribute("aria-label")).replaceAll("\u00a0", " "),
    /^2 150\/3 400$/,
    "proven of what is promised, as everywhere",
  );
  await leave(visitor);
});

test("what an event lacks is not called overdue, and activities are found by their numbers", async () => {
  const visitor = await withSample(site, { language: "kk" });
  const { page } = visitor;
  assert.equal((await numbers(page)).overdue, 0);
  assert.equal(await page.locator(".days .past").count(), 0);
  assert.ok((await page.locator(".days .gone").count()) > 0);
  assert.match(await page.textContent(".rows li >> nth=0"), /^1\.1-іс-шара\. /);
  await go(page, "plan");
  assert.ok((await page.locator("section.activity h3").allTextContents()).some((text) => text.startsWith("8.2-іс-шара. ")));
  await go(page, "journal");
  assert.match(await page.textContent(".entries"), /8\.4-жол: /);
  await leave(visitor);
});

test("what is wrong with a field is said in the page's words, and no longer than it is", async () => {
  const visitor = await withSample(site, { language: "ru" });
  const { page } = visitor;
  await go(page, "plan");
  await page.click("#line-t3-3 .state button");
  await page.click("dialog .kinds button >> nth=1");
  const said = () => page.$eval("dialog input[name=amount]", (of) => of.validationMessage);
  await page.click("dialog form > button");
  assert.equal(await said(), "Заполните это поле.");
  await page.fill("dialog input[name=amount]", "много");
  await page.click("dialog form > button");
  assert.match(await said(), /^Здесь нужно целое число/);
  await page.fill("dialog input[name=amount]", "5");
  assert.equal(await said(), "");
  await page.click("dialog form > button");
  await page.waitForSelector("dialog", { state: "detached" });
  await leave(visitor);
});

test("at twice the size of text nothing lies over another and nothing scrolls sideways", async () => {
  const visitor = await withSample(site, { language: "kk", width: 360 });
  const { page } = visitor;
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  for (const tab of ["overview", "operator", "journal"]) {
    await go(page, tab);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 360, tab);
    const tabs = await page.$$eval(".tabs a", (links) => links.map((link) => link.scrollWidth - link.clientWidth));
    assert.deepEqual(tabs.filter((wider) => wider > 1), [], tab);
  }
  await leave(visitor);
});
