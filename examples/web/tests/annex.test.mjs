// The annex: how it is opened, and what is refused.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  annexPath,
  drop,
  file,
  go,
  leave,
  message,
  numbers,
  openSite,
  withAnnex,
  withSample,
} from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const LINES = ".activity li.line";

test("the real annex is dropped: 73 lines by task, with their findings in place", async () => {
  const visitor = await withAnnex(site);
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
  await page.waitForSelector(".drop");
  await leave(visitor);
});

test("the annex is opened anew, and the journal stays", async () => {
  const visitor = await withSample(site);
  const { page } = visitor;
  await go(page, "journal");
  await page.setInputFiles(".erase input[type=file]", annexPath);
  await page.waitForSelector(".message p");
  assert.match(await page.textContent(".all"), /: 600$/);
  await leave(visitor);
});
