// What is asked is answered on the page.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { drop, file, go, leave, numbers, openSite, withAnnex, withSample } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

test("a question is answered with an answer it offers, and folds away", async () => {
  const visitor = await withAnnex(site, { language: "ru" });
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
  const visitor = await withAnnex(site);
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
  const visitor = await withSample(site);
  const { page } = visitor;
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
