// What a coordinator does with the page, end to end in a browser.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { annexPath, drop, file, go, look, numbers, openSite, seasonPath } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const annex = file("examples/data/qoldau-2024.kk.docx");
const LINES = ".activity li.line";
const message = (page) => page.textContent(".message p");

/** A visitor with the real annex open, looked at on a day of its summer. */
async function withAnnex(options) {
  const visitor = await site.visitor(options);
  await drop(visitor.page, ".drop", "qosymsha-3.docx", annex);
  await visitor.page.waitForSelector(".numbers");
  await look(visitor.page, "2024-06-20");
  return visitor;
}

async function leave({ context, troubles }) {
  assert.deepEqual(troubles, []);
  await context.close();
}

test("the real annex is dropped: 73 lines by task, with their findings in place", async () => {
  const visitor = await withAnnex();
  const { page } = visitor;
  const counts = await numbers(page);
  assert.equal(
    Object.values(counts).reduce((sum, count) => sum + count),
    73,
  );
  assert.equal(counts.proven, 0);
  await go(page, "plan");
  assert.equal(await page.locator(LINES).count(), 73);
  assert.equal(await page.locator("section.task h2").count(), 9 + 1, "tasks, sections and the impact block");
  assert.ok(
    await page.isVisible("#line-t1-3 details.finding.question"),
    "what letters count as is asked at line 1.3",
  );
  await leave(visitor);
});

test("the annex is chosen as a file, and as text", async () => {
  for (const path of [annexPath, annexPath.replace(".docx", ".txt")]) {
    const visitor = await site.visitor();
    await visitor.page.setInputFiles(".drop input", path);
    await visitor.page.waitForSelector(".numbers");
    await go(visitor.page, "plan");
    assert.equal(await visitor.page.locator(LINES).count(), 73);
    await leave(visitor);
  }
});

test("what is no annex is refused in the page's language, and nothing is kept", async () => {
  const visitor = await site.visitor({ language: "kk" });
  const { page } = visitor;
  await drop(page, ".drop", "annex.pdf", Buffer.from("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", "latin1"));
  assert.match(await page.textContent(".wrong"), /^Бұл \.docx те, мәтін де емес.*\(ANX004\)$/);
  await page.reload();
  assert.ok(await page.isVisible(".drop"));
  await leave(visitor);
});

test("a piece of evidence is typed in: its line becomes proven", async () => {
  const visitor = await withAnnex();
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
  const visitor = await withAnnex();
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
  const visitor = await withAnnex();
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
  const visitor = await withAnnex();
  const { page } = visitor;
  await go(page, "plan");
  await page.click("#line-impact-2 .state button");
  assert.match(await page.textContent("#reading-line option:checked"), /^IV\.2 /);
  await page.fill("dialog input[name=amount]", "640");
  await page.check("dialog input[value=total]");
  await page.click("dialog form > button");
  await page.waitForSelector("dialog", { state: "detached" });
  assert.match(await page.textContent("#line-impact-2 .figures"), /: 640/);
  await leave(visitor);
});

test("an event is planned, then held; then it counts", async () => {
  const visitor = await withAnnex();
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

test("a question is answered with an answer it offers, and folds away", async () => {
  const visitor = await withAnnex({ language: "ru" });
  const { page } = visitor;
  await go(page, "findings");
  const letters = page.locator(".cards > li", { hasText: "PLAN022" });
  const open = await page.locator("main > .cards > li").count();
  await letters.locator("button[type=submit]").click();
  assert.match(await letters.locator(".wrong").textContent(), /Сначала выберите ответ/);
  await letters.getByLabel("каждый адресат — одно письмо").check();
  await letters.locator("button[type=submit]").click();
  await page.waitForFunction(
    (before) => document.querySelectorAll("main > .cards > li").length === before - 1,
    open,
  );
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1", "the keyboard is not lost");
  await page.locator(".fold > summary", { hasText: "Решённые" }).click();
  assert.ok(await page.locator(".fold .cards > li", { hasText: "PLAN022" }).isVisible());
  await go(page, "journal");
  assert.equal(
    await page.locator(".entries li", { hasText: "Как считаются письма: каждый адресат" }).count(),
    2,
    "a reading for each line",
  );
  await leave(visitor);
});

test("a question is answered with another answer, by the form its answers have", async () => {
  const visitor = await withAnnex();
  const { page } = visitor;
  await go(page, "findings");
  const phase = page.locator(".cards > li", { hasText: "ASM008" });
  await phase.getByLabel("Another answer").check();
  await phase.getByLabel("Last day").fill("2024-09-30");
  await phase.locator("button[type=submit]").click();
  await phase.waitFor({ state: "detached" });
  await leave(visitor);
});

test("a finding without a question is taken note of, and is told no more", async () => {
  const visitor = await site.visitor();
  const { page } = visitor;
  await page.click(".sample button");
  await page.waitForSelector(".numbers");
  await go(page, "findings");
  const open = await page.locator("main > .cards > li").count();
  await page.locator("main > .cards .quiet", { hasText: "Acknowledge" }).first().click();
  await page.waitForFunction(
    (before) => document.querySelectorAll("main > .cards > li").length === before - 1,
    open,
  );
  await leave(visitor);
});

test("names and values that could not be paired are settled in place", async () => {
  const visitor = await site.visitor();
  const { page } = visitor;
  await drop(page, ".drop", "annex.txt", file("tests/tests/data/faulty.kk.txt"));
  await page.waitForSelector(".numbers");
  await go(page, "plan");
  const training = page.locator("section.activity", { has: page.locator("form.unpaired") }).first();
  assert.equal(await page.locator("form.unpaired").count(), 1);
  await training.locator("select").nth(0).selectOption({ label: "1. Қатысушылар саны" });
  await training.locator("select").nth(1).selectOption({ label: "3. Видео" });
  await training.locator("form.unpaired > button").click();
  await page.waitForSelector("form.unpaired", { state: "detached" });
  const line = (name) => page.locator("li.line", { hasText: name });
  assert.match(await line("Видео").textContent(), /Target: 7/);
  assert.match(await line("Пост").first().textContent(), /Пост/);
  await go(page, "findings");
  assert.equal(await page.locator(".cards > li", { hasText: /ANX101|PLAN005/ }).count(), 0);
  await leave(visitor);
});

test("the journal is loaded, counts as the library says, is saved as it was, and loads but once", async () => {
  const visitor = await withAnnex();
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
  await page.waitForFunction(() => /: 0 /.test(document.querySelector(".message p").textContent));
  await page.setInputFiles(".actions input[type=file]", {
    name: "x.jsonl",
    mimeType: "",
    buffer: Buffer.from("a letter"),
  });
  await page.waitForFunction(() => /FCT003/.test(document.querySelector(".message p").textContent));
  await leave(visitor);
});

test("an entry made by mistake is voided", async () => {
  const visitor = await withAnnex();
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
  const visitor = await withAnnex();
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

test("the language changes everything that is said, and stays", async () => {
  const visitor = await withAnnex();
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
  const visitor = await site.visitor({ language: "kk" });
  const { page } = visitor;
  await page.click(".sample button");
  await page.waitForSelector(".numbers");
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

test("today is the day where the reader is", async () => {
  for (const [timezoneId, day] of [
    ["America/New_York", "2024-06-14"],
    ["Asia/Almaty", "2024-06-15"],
    ["Pacific/Kiritimati", "2024-06-15"],
  ]) {
    const { context, page } = await site.visitor({ timezoneId });
    await page.clock.setFixedTime("2024-06-15T02:30:00Z");
    await drop(page, ".drop", "a.docx", annex);
    assert.equal(await page.inputValue("#as-of"), day, timezoneId);
    await context.close();
  }
});

test("the annex is opened anew, and the journal stays", async () => {
  const visitor = await site.visitor();
  const { page } = visitor;
  await page.click(".sample button");
  await page.waitForSelector(".numbers");
  await go(page, "journal");
  await page.setInputFiles(".erase input[type=file]", annexPath);
  await page.waitForSelector(".message p");
  assert.match(await page.textContent(".all"), /: 600$/);
  await leave(visitor);
});

test("a journal that cannot be read any more can still be saved", async () => {
  const visitor = await withAnnex();
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

test("everything is erased on request", async () => {
  const visitor = await withAnnex();
  const { page } = visitor;
  await go(page, "journal");
  page.once("dialog", (dialog) => dialog.accept());
  await page.click(".erase button");
  await page.waitForSelector(".drop");
  await page.reload();
  await page.waitForSelector(".drop");
  await leave(visitor);
});
