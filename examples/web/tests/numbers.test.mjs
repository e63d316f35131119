// Numbers as people write them: a thousand never becomes one and a half.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { leave, openForm, openSite, withAnnex } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const AMOUNT = "dialog input[name=amount]";

/** What the browser says of the number that is typed; nothing where it is taken. */
async function refusal(page, typed) {
  await page.fill(AMOUNT, typed);
  return page.$eval(AMOUNT, (field) => (field.checkValidity() ? "" : field.validationMessage));
}

const read = (page) => page.textContent("dialog output.read");

/** What each language says of `1,500`, and how it writes what it reads. */
const SAID = {
  en: [/two ways.*1500.*whole/, "Read as: 1,500", "Read as: 1,234.5"],
  ru: [/двояко.*1500.*целое/, "Прочитано как: 1 500", "Прочитано как: 1 234,5"],
  kk: [/екі түрлі.*1500.*бүтін/, "Оқылуы: 1 500", "Оқылуы: 1 234,5"],
};

for (const [language, [twoWays, thousands, fraction]] of Object.entries(SAID)) {
  test(`${language}: of people there is no half, and a thousand is shown as it is read`, async () => {
    const visitor = await withAnnex(site, { language });
    const { page } = visitor;
    await openForm(page, "t3-3", 1);
    for (const typed of ["1,500", "1.500", "12,000", "999.999"]) assert.notEqual(await refusal(page, typed), "", typed);
    assert.match(await refusal(page, "1,500"), twoWays);
    assert.equal(await read(page), "", "what is not taken is not read");
    for (const typed of ["1,5", "0.5", "1 500,5", "1,50,000", "12 34", "-5", "3,5,6"]) assert.notEqual(await refusal(page, typed), "", typed);
    for (const typed of ["1500", "1 500", "1\u00a0500", " 1500 ", "1,500,000", "1.500.000", "0"]) assert.equal(await refusal(page, typed), "", typed);
    await page.fill(AMOUNT, "1 500");
    assert.equal((await read(page)).replace(/\s/g, " "), thousands);
    await page.click("dialog form > button");
    await page.waitForSelector("dialog", { state: "detached" });
    assert.match((await page.textContent("#line-t3-3 .figures")).replace(/\s/g, " "), new RegExp(thousands.split(": ")[1]));

    await openForm(page, "t5-1", 1);
    for (const [typed, written] of [["1,500", "1500 .* 1,5[ .]"], ["1.125", "1125 .* 1\\.1250[ .]"]]) assert.match(await refusal(page, typed), new RegExp(written));
    for (const typed of ["1,5", "1.5", "0,500", "1,1250", "1500,500", "1,234.5", "1.234,5"]) assert.equal(await refusal(page, typed), "", typed);
    await page.fill(AMOUNT, "1.234,5");
    assert.equal((await read(page)).replace(/\s/g, " "), fraction);
    await leave(visitor);
  });
}

test("every number of a form is read so: a list of 2.000 rows has not two", async () => {
  const visitor = await withAnnex(site);
  const { page } = visitor;
  await openForm(page, "t3-3", 0);
  const rows = "dialog input[name=rows]";
  await page.fill(rows, "2.000");
  assert.match(await page.$eval(rows, (field) => (field.checkValidity(), field.validationMessage)), /2000/);
  await page.click("dialog .kinds button >> nth=1");
  await page.click("dialog input[value=share]");
  await page.fill("dialog input[name=numerator]", "1,466");
  await page.fill("dialog input[name=denominator]", "3000");
  await page.click("dialog form > button");
  assert.ok(await page.isVisible("dialog"), "the form stays open");
  await leave(visitor);
});

test("the hint under a number is of the target that is chosen", async () => {
  const visitor = await withAnnex(site);
  const { page } = visitor;
  await openForm(page, "t1-3", 1);
  assert.equal(await page.locator("dialog .field:has(input[name=amount]) small").count(), 0);
  await page.selectOption("dialog select[name=target]", { index: 2 });
  assert.equal(await page.textContent("dialog .field:has(input[name=amount]) small"), "7 хат");
  await leave(visitor);
});
