// The annex: how it is opened, and what is refused.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  annexPath,
  drop,
  file,
  go,
  leave,
  look,
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

/** The text of the annex as one of another contract, whatever else it says. */
const ofContract = (number) => {
  const text = file("examples/data/qoldau-2024.kk.txt").toString();
  const other = text.replace(/№ ?66/, number === null ? "№" : `№ ${number}`);
  assert.notEqual(other, text);
  return { name: "annex.txt", mimeType: "text/plain", buffer: Buffer.from(other) };
};

test("the annex of another contract does not take over the journal of this one", async () => {
  const visitor = await withSample(site, { language: "ru" });
  const { page } = visitor;
  const before = await numbers(page);
  await go(page, "journal");
  await page.setInputFiles(".erase input[type=file]", ofContract(77));
  await page.waitForSelector(".message p");
  assert.match(await message(page), /^Отказано: это приложение другого договора \(77-2024-04-30\).*66-2024-04-30/);
  assert.deepEqual(await numbers(page), before);
  assert.match(await page.textContent(".facts"), /№.66/);
  await page.reload();
  await page.waitForSelector(".numbers");
  assert.match(await page.textContent(".facts"), /№.66/, "nothing of it was kept");
  await leave(visitor);
});

test("as long as nothing is recorded, another contract's annex is another project", async () => {
  const visitor = await withAnnex(site);
  const { page } = visitor;
  await go(page, "journal");
  await page.setInputFiles(".erase input[type=file]", ofContract(77));
  await page.waitForSelector(".message p");
  await look(page, "2024-06-20");
  assert.match(await page.textContent(".facts"), /No\..77/);
  await go(page, "journal");
  await page.setInputFiles(".actions input[type=file]", { name: "j.jsonl", mimeType: "", buffer: file("examples/data/season.jsonl") });
  assert.match(await message(page), /belongs to another plan/);
  await leave(visitor);
});

test("whether a draft without a number is the same contract is asked", async () => {
  const visitor = await withSample(site);
  const { page } = visitor;
  const asked = [];
  let sure = false;
  page.on("dialog", (dialog) => {
    asked.push(dialog.message());
    void (sure ? dialog.accept() : dialog.dismiss());
  });
  const reopen = async () => {
    await go(page, "journal");
    await page.setInputFiles(".erase input[type=file]", ofContract(null));
    await page.waitForSelector(".message p");
  };
  await reopen();
  assert.match(asked[0], /bears no number/);
  assert.match(await message(page), /^Refused/);
  sure = true;
  await page.click(".message button");
  await reopen();
  assert.match(await message(page), /The annex was read/);
  await go(page, "overview");
  assert.equal(await page.locator(".callout.late").count(), 0, "the journal is this one's now");
  assert.equal((await numbers(page)).proven > 0, true);
  await leave(visitor);
});

test("errors stand before the figures that suffer from them", async () => {
  const visitor = await site.visitor({ language: "ru" });
  const { page } = visitor;
  await drop(page, ".drop", "annex.txt", file("tests/tests/data/faulty.kk.txt"));
  await page.waitForSelector(".numbers");
  const errors = await page.textContent(".callout.late");
  assert.match(errors, /^Ошибки, их нужно исправить в первую очередь: \d+/);
  const above = await page.evaluate(() => {
    const [callout, figures] = [".callout.late", ".numbers"].map((of) => document.querySelector(of));
    return Boolean(callout.compareDocumentPosition(figures) & Node.DOCUMENT_POSITION_FOLLOWING);
  });
  assert.ok(above);
  await leave(visitor);
});
