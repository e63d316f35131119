// What was loaded or handed in is never hidden by the day that is looked at, and what cannot be taken back is not offered.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSubmission, recordEntry } from "qoldau";
import { downloaded, drop, go, handIn, heard, leave, look, lookBack, merge, message, openForm, openSite, withAnnex } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

/** The file of an operator's manager with a remark of 25 June on what was handed in. */
function remarkOn({ buffer }) {
  const { submission } = openSubmission(buffer).handedIn.submission;
  const body = { remark: "r1", submission, line: "t3-3", text: "Тізім қайда?", answerBy: null };
  const draft = { id: "remark-1", on: "2024-06-25", author: "manager", kind: "remark", body };
  const stamp = { device: "manager", now: "2024-06-25T10:00:00.000Z", salt: "0123456789abcdef" };
  return Buffer.from(`${recordEntry(new Uint8Array(), draft, stamp).line}\n`);
}

/** What the section of the operator's remarks says. */
const remarks = (page) => page.textContent("section:has(> #remarks)");

test("a remark of a later day than the report's is told, and shown by one button", async () => {
  const visitor = await withAnnex(site, { language: "kk", width: 360 });
  const { page } = visitor;
  const sent = await handIn(page, "7");
  await heard(page);
  await page.setInputFiles("section:has(> #remarks) input[type=file]", { name: "r.jsonl", mimeType: "", buffer: remarkOn(sent) });
  await page.waitForSelector(".message p");
  assert.match(await message(page), /жаңа жазба саны: 1\. Оның ішінде оператордың ескертпесі: 1\. Есеп күнінен кейін ғана саналатыны: 1/);
  assert.doesNotMatch(await remarks(page), /Күтіп тұрған ескертпе жоқ/, "somebody's step waits for a name");
  await go(page, "overview");
  assert.match(await page.textContent(".callout.unassigned"), /Авторы айтылмаған қадамдар: 1/);
  await page.click(".callout.unassigned a");
  await page.click(".who button >> nth=-1");
  await page.waitForSelector(".later-remarks");
  assert.match(await page.textContent(".later-remarks"), /есеп күнінен кейінгі.*: 1 \(2024\s+ж\.\s+25\s+маусым\)/);
  assert.doesNotMatch(await remarks(page), /Күтіп тұрған ескертпе жоқ/);
  await go(page, "overview");
  assert.equal(await page.locator(".callout.unassigned").count(), 0);
  await page.click(".later-remarks button");
  await page.waitForSelector(".later-remarks", { state: "detached" });
  assert.match(await page.textContent('.callout.late a[href="#operator"]'), /жауапсыз ескертпелері: 1/);
  await leave(visitor);
});

test("a remark whose author nobody named is told on the first screen, and its finding leads to where that is said", async () => {
  const visitor = await withAnnex(site);
  const { page } = visitor;
  const sent = await handIn(page, "7");
  await merge(page, remarkOn(sent));
  await look(page, "2024-06-30");
  assert.match(await page.textContent(".callout.unassigned"), /author is not named: 1/);
  await go(page, "findings");
  const finding = page.locator(".cards > li", { hasText: "REV001" });
  await finding.locator('a[href="#operator"]').click();
  await page.waitForSelector(".who");
  await leave(visitor);
});

test("a submission with a letter of a later day is shown, counts later, and is not handed in twice", async () => {
  const visitor = await withAnnex(site, { language: "ru", width: 390 });
  const { page } = visitor;
  await go(page, "operator");
  const freeze = async () => {
    await page.fill(".hand-in input[name=number]", "15");
    await page.fill(".hand-in input[name=date]", "2024-07-05");
    return downloaded(page, ".hand-in button[type=submit]");
  };
  const { buffer } = await freeze();
  await page.waitForSelector(".submissions .later");
  assert.match(await message(page), /Сдача записана.*Считается с 5\s+июля\s+2024/);
  const { digest } = openSubmission(buffer);
  const said = await page.textContent(".submissions .later");
  assert.match(said, /№ 15, 5\s+июля\s+2024/);
  assert.ok(said.replace(/\s/g, "").includes(digest.slice(0, 16)), "the letter needs its fingerprint");
  assert.equal(await page.locator("section:has(> #submissions) > p").count(), 0, "nothing was handed in, it said");
  await heard(page);
  const again = await downloaded(page, ".submissions .later button");
  assert.equal(openSubmission(again.buffer).digest, digest);

  await page.fill(".hand-in input[name=number]", "15");
  await page.fill(".hand-in input[name=date]", "2024-07-05");
  await page.click(".hand-in button[type=submit]");
  await page.waitForFunction(() => /Отказано/.test(document.querySelector(".message p")?.textContent ?? ""));
  await look(page, "2024-07-06");
  await go(page, "operator");
  assert.equal(await page.locator(".submissions li").count(), 1);
  assert.equal(await page.locator(".submissions .later").count(), 0);
  await leave(visitor);
});

test("another's step and a submission that was judged cannot be voided, and count on", async () => {
  const visitor = await withAnnex(site);
  const { page } = visitor;
  const sent = await handIn(page, "7");
  await go(page, "journal");
  assert.equal(await page.locator('.entries .entry:has-text("Submission") button').count(), 1, "one's own may be taken back");
  await merge(page, remarkOn(sent));
  await look(page, "2024-06-30");
  await go(page, "operator");
  await page.click('.who button:has-text("Operator")');
  await page.waitForSelector(".remark");
  await go(page, "journal");
  assert.equal(await page.locator(".entries .entry").count(), 2);
  assert.equal(await page.locator(".entries .entry button").count(), 0);

  // A journal of an earlier version of the page may hold such an entry: it strikes nothing out.
  const idle = { id: "v1", on: "2024-06-26", author: "colleague", kind: "void", body: { reason: "x" }, replaces: ["remark-1"] };
  await drop(page, "main > div", "idle.jsonl", Buffer.from(`${JSON.stringify(idle)}\n`));
  await page.waitForFunction(() => document.querySelectorAll(".entries .entry").length === 3);
  assert.equal(await page.locator(".entries .gone").count(), 0);
  await go(page, "operator");
  assert.match(await page.textContent(".remark"), /not answered/);
  await leave(visitor);
});

test("another day than today is told on every screen, and what is recorded meanwhile is of today", async () => {
  const visitor = await withAnnex(site, { width: 360 });
  const { page } = visitor;
  assert.equal(await page.locator(".not-today").count(), 0);
  await page.context().clock.setSystemTime("2024-07-20T12:00:00");
  await lookBack(page, "2024-06-20");
  assert.equal(await page.textContent(".not-today"), "not today");
  await page.reload();
  await page.waitForSelector(".numbers");
  for (const tab of ["plan", "findings", "journal", "operator"]) {
    await go(page, tab);
    assert.match(await page.textContent(".day-bar"), /June 20, 2024/, tab);
  }
  assert.equal(await page.inputValue(".hand-in input[name=date]"), "2024-07-20");
  await openForm(page, "t1-1", 0);
  assert.equal(await page.inputValue("dialog input[name=date]"), "2024-07-20");
  // A photo of after the day that is looked at is a photo all the same; one of tomorrow is not.
  await page.selectOption("dialog select[name=kind]", "photo");
  await page.setInputFiles("dialog input[type=file]", { name: "IMG_20240705_093000.jpg", mimeType: "", buffer: Buffer.from("x") });
  assert.equal(await page.$eval("dialog input[name='captured.0']", (field) => field.checkValidity()), true);
  await page.fill("dialog input[name='captured.0']", "2024-07-21");
  assert.equal(await page.$eval("dialog input[name='captured.0']", (field) => field.checkValidity()), false);
  await page.fill("dialog input[name='captured.0']", "2024-07-05");
  await page.click("dialog form > button");
  await page.waitForSelector("dialog", { state: "detached" });
  assert.match(await message(page), /counts from its own day on/);
  await page.click(".day-bar button");
  await page.waitForSelector(".day-bar", { state: "detached" });
  await go(page, "overview");
  assert.equal(await page.inputValue("#as-of"), "2024-07-20");
  await leave(visitor);
});

test("where there is no room the day that holds is shown, and why", async () => {
  const visitor = await withAnnex(site);
  const { page } = visitor;
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await page.fill("#as-of", "2024-06-22");
  await page.waitForSelector(".message p");
  assert.match(await message(page), /no room left on this device/);
  assert.equal(await page.inputValue("#as-of"), "2024-06-20");
  await leave(visitor);
});
