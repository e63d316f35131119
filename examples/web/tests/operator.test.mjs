// The round with the operator: the NGO hands in, the manager remarks, the NGO answers, the manager accepts.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSubmission, packageDigest, readJournal, recordEntry, verifyJournal, writeSubmission } from "qoldau";
import { downloaded, file, go, handIn, leave, look, merge, message, openSite, withAnnex, withSample } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const bytes = (text) => new TextEncoder().encode(text);

/** Where the desk takes a file; the first screen, from which one goes there, has a place for annexes that looks alike. */
const SUBMISSION_DROP = '.drop input[accept^=".json"]';

/** A manager of the operator in a browser of their own. */
async function atDesk(options) {
  const visitor = await site.visitor(options);
  await visitor.page.click('a[href="#desk"]');
  await visitor.page.waitForSelector(`.start ${SUBMISSION_DROP}`, { state: "attached" });
  return visitor;
}

/** Opens a file at the desk on a day. */
async function open(page, buffer, day) {
  await page.setInputFiles(SUBMISSION_DROP, { name: "submission.json", mimeType: "application/json", buffer });
  await page.waitForFunction(() => /open\.$/.test(document.querySelector(".message p")?.firstChild?.data?.trim() ?? ""));
  await page.waitForSelector("#desk-day");
  if (day) await page.fill("#desk-day", day);
}

const refusal = async (page, buffer) => {
  await page.setInputFiles(SUBMISSION_DROP, { name: "x.json", mimeType: "", buffer: Buffer.from(buffer) });
  await page.waitForSelector(".refused");
  return page.textContent(".refused");
};

/** Adds a list as evidence of a line by the form that is open. */
async function addList(page, name) {
  await page.selectOption("dialog select[name=kind]", "list");
  await page.setInputFiles("dialog input[type=file]", { name, mimeType: "", buffer: Buffer.from(name) });
  await page.fill("dialog input[name=rows]", "24");
  await page.fill("dialog input[name=title]", name);
  await page.click("dialog form > button");
  await page.waitForSelector("dialog", { state: "detached" });
}

/** The NGO's page with a proven line, and one that is claimed only; handed in under № 7. */
async function withSubmission() {
  const visitor = await withAnnex(site);
  const { page } = visitor;
  await go(page, "plan");
  await page.click("#line-t1-1 .state button");
  await addList(page, "tizim.pdf");
  await page.click("#line-t3-3 .state button");
  await page.click("dialog .kinds button >> nth=1");
  await page.fill("dialog input[name=amount]", "24");
  await page.click("dialog form > button");
  await page.waitForSelector("dialog", { state: "detached" });
  return { visitor, page, file: await handIn(page, "7") };
}

test("what of the journal could not be taken is said when it is handed in, and at the desk", async () => {
  const ngo = await withSubmission();
  assert.doesNotMatch(await message(ngo.page), /not in the package/);
  const wrong = { id: "w1", on: "2024-06-15", author: "aida", kind: "reading", body: { line: "t3-3", mode: "plus" } };
  await merge(ngo.page, Buffer.from(`${JSON.stringify(wrong)}\n`));
  await handIn(ngo.page, "8");
  assert.match(await message(ngo.page), /Records that could not be read and are not in the package: 1 /);

  const desk = await atDesk();
  await open(desk.page, ngo.file.buffer, "2024-06-25");
  assert.equal(await desk.page.locator(".note.unread").count(), 0);
  const withRemark = JSON.parse(ngo.file.buffer);
  withRemark.entries.push({ id: "r1", on: "2024-06-24", author: "manager", kind: "remark", body: {} });
  await open(desk.page, Buffer.from(JSON.stringify(withRemark)));
  await desk.page.waitForSelector(".note.unread");
  assert.equal((await desk.page.textContent(".note.unread")).trim(), "Records that could not be read: 1");
  await leave(desk);
  await leave(ngo.visitor);
});

test("the round: handed in, remarked on, answered with new evidence, handed in anew, accepted", async () => {
  const ngo = await withSubmission();
  assert.equal(ngo.file.name, "qoldau-submission-7.json");
  assert.match(await message(ngo.page), /fingerprint/);
  const first = openSubmission(ngo.file.buffer);
  const shown = await ngo.page.textContent(".submissions code");
  assert.equal(shown.replaceAll(" ", ""), first.digest.slice(0, 16), "what the letter is to bear");

  // The manager opens it, sees what is claimed and not proven, and remarks on it.
  const desk = await atDesk();
  const { page } = desk;
  await open(page, ngo.file.buffer, "2024-06-25");
  assert.match(await page.textContent(".verified.fits h2"), /^Verified/);
  const facts = await page.textContent(".verified dl");
  assert.match(facts, new RegExp(`№ 7, June 20, 2024.*${shown}`, "s"));
  assert.match(await page.textContent(".verified dl"), /Entries whose seals fit1/);
  assert.equal(await page.textContent(".numbers .proven .figure"), "1");
  await page.click("#line-t3-3 .write > summary");
  await page.fill("#line-t3-3 textarea", "Қатысушылар");
  await page.click('.exceptions button:has-text("Claimed is not what is proven")');
  assert.equal(await page.inputValue("#line-t3-3 textarea"), "Қатысушылар", "what was written is still there");
  await page.click("#line-t3-3 .write > summary");
  assert.deepEqual(await page.$$eval(".line:not([hidden])", (lines) => lines.map(({ id }) => id)), ["line-t3-3"]);
  assert.match(await page.textContent("#line-t3-3 .figures"), /Claimed: 24.*Proven: /s);
  await page.click("#line-t3-3 .write > summary");
  await page.fill("#line-t3-3 textarea", "Қатысушылар тізімі қайда?");
  await page.fill("#line-t3-3 input[name=answerBy]", "2024-07-05");
  await page.click("#line-t3-3 form button");
  await page.waitForSelector(".remark");
  assert.equal(await page.locator("#line-t3-3 .state button").count(), 0, "with a remark it cannot be accepted");
  assert.ok(await page.isDisabled("section:has(#decision) .actions button"));
  const remarks = await downloaded(page, "section:has(#save-remarks) button");
  assert.deepEqual(readJournal(remarks.buffer).entries.map(({ kind }) => kind), ["remark"]);
  assert.deepEqual(verifyJournal(remarks.buffer).findings, []);
  assert.ok(remarks.buffer.length < 2000, "a small file");

  // The NGO merges it, and the remark counts once somebody says whose it is.
  await merge(ngo.page, remarks.buffer);
  await look(ngo.page, "2024-07-10");
  await go(ngo.page, "operator");
  assert.match(await ngo.page.textContent(".who"), /Қатысушылар тізімі қайда\?/);
  assert.equal(await ngo.page.locator(".remark").count(), 0);
  await ngo.page.click('.who button:has-text("Operator")');
  await ngo.page.waitForSelector(".remark");
  assert.match(await ngo.page.textContent(".remark .note"), /overdue/);
  await go(ngo.page, "overview");
  assert.match(await ngo.page.textContent(".callout.late"), /without an answer: 1/);
  await go(ngo.page, "report");
  const report = ngo.page.frameLocator("iframe");
  assert.match(await report.locator("body:has(h1)").textContent(), /The operator's remarks.*тізімі қайда/s);

  // It answers with new evidence, and hands in anew.
  await go(ngo.page, "operator");
  await ngo.page.click(".remark .actions button");
  await addList(ngo.page, "qatysushylar.pdf");
  await ngo.page.click(".remark summary");
  await ngo.page.fill(".remark textarea", "Тізім қосылды");
  await ngo.page.check('.remark label:has-text("qatysushylar.pdf") input');
  await ngo.page.click(".remark form button");
  await ngo.page.waitForSelector('.remark .note:has-text("answered, waits for the operator")');
  const second = await handIn(ngo.page, "8");

  // The manager sees what differs and the answer, settles the remark and accepts.
  await open(page, second.buffer, "2024-07-20");
  await page.waitForSelector(".submissions-chosen");
  assert.match(await page.textContent(".submissions-chosen [aria-pressed=true]"), /№ 8/);
  assert.match(await page.textContent('.differences li:has-text("Evidence, added: 1")'), /Proven: — → |Proven: 0 → /);
  assert.match(await page.textContent(".reply-said"), /Тізім қосылды.*List, July 10, 2024/s);
  await page.click('.remark button:has-text("Take it for settled")');
  await page.waitForSelector('summary:has-text("Settled remarks: 1")');
  await page.click("#line-t3-3 .state button");
  await page.waitForSelector("#line-t3-3 .accepted");
  // One tap does not bind for good.
  await page.click('#line-t3-3 .state button:has-text("Take back")');
  await page.waitForSelector("#line-t3-3 .accepted", { state: "detached" });
  await page.click("#line-t3-3 .state button");
  await page.waitForSelector("#line-t3-3 .accepted");
  page.once("dialog", (dialog) => dialog.accept());
  await page.click("section:has(#decision) .actions button");
  await page.waitForSelector(".accepted.whole");
  assert.match(await page.textContent(".accepted.whole"), /Accepted: July 20, 2024/);
  // What stands here stands after the page is loaded anew.
  await page.reload();
  await page.waitForSelector(".accepted.whole");
  const accepted = await downloaded(page, "section:has(#save-remarks) button");
  assert.deepEqual(
    readJournal(accepted.buffer).entries.map(({ kind }) => kind),
    ["remark", "remarkResolved", "acceptance", "void", "acceptance", "acceptance"],
  );
  assert.deepEqual(verifyJournal(accepted.buffer).findings, []);

  await merge(ngo.page, accepted.buffer);
  await look(ngo.page, "2024-07-25");
  await go(ngo.page, "operator");
  await ngo.page.waitForSelector(".submissions .accepted");
  assert.match(await ngo.page.textContent(".submissions li:has-text('№ 8')"), /Accepted: 20\.07\.2024/);
  assert.equal(await ngo.page.locator(".remark").count(), 0);
  await go(ngo.page, "report");
  assert.match(await report.locator("body:has(h1)").textContent(), /№.8, 10\.07\.2024.*Accepted: 20\.07\.2024/s);
  await leave(ngo.visitor);
  await leave(desk);
});

test("what was altered is refused, and nothing of it is kept", async () => {
  const ngo = await withSubmission();
  const desk = await atDesk();
  const { page } = desk;
  const text = ngo.file.buffer.toString();
  const altered = (from, to) => {
    assert.ok(text.includes(from), from);
    return refusal(page, text.replaceAll(from, to));
  };
  assert.match(await altered('"amount":"24"', '"amount":"240"'), /^Refused: this is not the package.*\(PKG006\)$/);
  assert.match(await altered('"number":"7"', '"number":"9"'), /^Refused: an entry.*\(PKG007\)$/);
  assert.match(await altered("qoldau-submission/1.0", "qoldau-submission/7.0"), /newer version.*\(PKG001\)$/);
  assert.match(await refusal(page, text.slice(0, 900)), /damaged.*\(PKG003\)$/);
  assert.match(await refusal(page, "{}"), /not a submission.*\(PKG002\)$/);
  const { package: frozen, submission } = JSON.parse(text);
  assert.match(
    await refusal(page, JSON.stringify({ format: "qoldau-submission/1.0", package: frozen, submission, entries: [] })),
    /does not hold the entry.*\(PKG005\)$/,
  );
  assert.equal(await page.locator("#desk-day").count(), 0);
  assert.deepEqual(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)), ["qoldau"]);

  // A step in the manager's name that the manager never took.
  await open(page, ngo.file.buffer, "2024-06-25");
  await page.click("section:has(#decision) summary");
  await page.fill("section:has(#decision) textarea", "Хаттар қайда?");
  await page.click("section:has(#decision) form button");
  await page.waitForSelector(".remark");
  const own = readJournal((await downloaded(page, "section:has(#save-remarks) button")).buffer).entries[0];
  const draft = {
    id: "forged", on: "2024-06-26", author: own.author, kind: "acceptance",
    body: { submission: openSubmission(ngo.file.buffer).handedIn.submission.submission, lines: [] },
  };
  const stamp = { device: own.device, now: "2024-06-26T10:00:00.000Z", salt: "0123456789abcdef" };
  const forged = JSON.parse(text);
  forged.entries.push(recordEntry(bytes(""), draft, stamp).entry);
  assert.match(await refusal(page, JSON.stringify(forged)), /^Refused: the file holds a step in your name/);
  assert.equal(await page.locator(".accepted").count(), 0);
  await leave(ngo.visitor);
  await leave(desk);
});

test("a package of the first version is opened: what it does not say is told, and what can be seen is filtered", async () => {
  const desk = await atDesk();
  const { page } = desk;
  const first = file("qoldau-core/tests/fixtures/package-1.0.json");
  await open(page, first);
  assert.match(await page.textContent(".verified.doubtful h2"), /^Not verified/);
  assert.match(await page.textContent(".older"), /earlier version/);
  assert.ok((await page.locator(".line").count()) > 1);
  assert.equal(await page.locator(".write, .state button").count(), 0, "nothing can be said of it");

  // In the file of a submission it can be remarked on; that its entry has no seal is told.
  const digest = packageDigest(first);
  const { plan, asOf } = JSON.parse(first);
  const entry = {
    id: "a", on: "2024-06-20", author: "ngo", kind: "submission",
    body: { submission: "s", number: "1", date: "2024-06-20", asOf, digest },
  };
  await open(page, Buffer.from(writeSubmission(first, bytes(`${JSON.stringify(entry)}\n`)).json));
  await page.waitForSelector(".verified.fits");
  assert.equal(await page.locator(".submissions-chosen").count(), 0, "it is the same package");
  assert.match(await page.textContent(".verified dl"), /without a seal.*1/);
  assert.ok((await page.locator(".write").count()) > 1);
  assert.equal(await page.locator(".exceptions button").count(), 1, "nothing of it is an exception");
  assert.equal(decodeURIComponent(new URL(page.url()).hash), `#desk/${plan}`);

  // Figures that differ show without being told; so does what differs from the package before.
  const later = JSON.parse(first);
  later.asOf = "2024-06-30";
  later.lines.find(({ line }) => line === "t2-10").targets[0].claimed.amount = "3";
  await open(page, Buffer.from(JSON.stringify(later)));
  const chips = await page.locator(".exceptions button").allTextContents();
  assert.deepEqual(chips.slice(1), ["Differs from before: 1", "Claimed is not what is proven: 1"]);
  assert.match(await page.textContent(".differences"), /Claimed: 1 → 3/);
  await leave(desk);
});

test("the filter shows the lines of each exception, as the package tells them", async () => {
  const ngo = await withSample(site);
  const sent = await handIn(ngo.page, "3");
  const { lines } = openSubmission(sent.buffer).package;
  const desk = await atDesk({ width: 360 });
  const { page } = desk;
  await open(page, sent.buffer);
  assert.equal(await page.locator(".line").count(), lines.length);
  const told = new Map();
  for (const { exceptions } of lines) for (const of of exceptions) told.set(of, (told.get(of) ?? 0) + 1);
  const chips = page.locator(".exceptions button");
  assert.equal(await chips.count(), told.size + 1);
  assert.ok(told.size >= 6, [...told.keys()].join());
  for (let at = 1; at <= told.size; at += 1) {
    await chips.nth(at).click();
    const [, name, count] = /^(.*): (\d+)$/.exec(await chips.nth(at).textContent());
    const shown = page.locator(".line:not([hidden])");
    assert.equal(await shown.count(), Number(count), name);
    for (const tags of await page.locator(".line:not([hidden]) .tags").allTextContents()) assert.ok(tags.includes(name), name);
  }
  const counts = [...told.values()].sort();
  const shown = (await chips.allTextContents()).slice(1).map((text) => Number(text.split(": ").at(-1)));
  assert.deepEqual(shown.sort(), counts);
  // The file holds no words of people and no names of their files.
  assert.doesNotMatch(sent.buffer.toString(), /\.jpg|"title":"(?!.*")/);
  await leave(ngo.visitor ?? ngo);
  await leave(desk);
});

test("what is proven differently by the same evidence is an exception of the desk", async () => {
  const ngo = await withAnnex(site);
  await go(ngo.page, "plan");
  await ngo.page.click("#line-t1-3 .state button");
  await ngo.page.selectOption("dialog select[name=kind]", "letter");
  await ngo.page.fill("dialog input[name=addressees]", "7");
  await ngo.page.fill("dialog input[name=number]", "1-12");
  await ngo.page.selectOption("dialog select[name=target]", { index: 2 });
  await ngo.page.setInputFiles("dialog input[type=file]", { name: "hat.pdf", mimeType: "", buffer: Buffer.from("hat") });
  await ngo.page.click("dialog form > button");
  await ngo.page.waitForSelector("dialog", { state: "detached" });
  const first = await handIn(ngo.page, "7");
  await go(ngo.page, "findings");
  const letters = ngo.page.locator("main > .cards > li", { hasText: "PLAN022" });
  await letters.getByLabel("every addressee is one").check();
  await letters.locator("button[type=submit]").click();
  await letters.waitFor({ state: "detached" });
  const second = await handIn(ngo.page, "8");

  const desk = await atDesk();
  const { page } = desk;
  await open(page, first.buffer, "2024-06-25");
  await open(page, second.buffer);
  await page.waitForSelector(".differences li");
  const unexplained = '.exceptions button:has-text("Another figure proven by the same evidence")';
  const said = () => page.locator("#line-t1-3 .change").allTextContents();
  const asks = (texts) => texts.some((text) => text.includes("ask the organisation"));
  // The line is read otherwise, and the desk shows how.
  assert.equal(await page.locator(unexplained).count(), 0);
  const now = await said();
  assert.ok(now.includes("Proven: 1 → 7") && !asks(now), now.join("; "));
  assert.ok(now.includes("How letters count: — → every addressee is one"), now.join("; "));
  await leave(desk);

  // Packages of before 1.3 do not say how lines were read.
  const older = await atDesk();
  for (const { buffer } of [first, second]) {
    const { package: shown } = openSubmission(buffer);
    for (const line of shown.lines) delete line.readings;
    await open(older.page, Buffer.from(JSON.stringify({ ...shown, format: "qoldau-package/1.2" })));
  }
  await older.page.waitForSelector(".differences li");
  await older.page.click(unexplained);
  assert.deepEqual(await older.page.$$eval(".line:not([hidden])", (lines) => lines.map(({ id }) => id)), ["line-t1-3"]);
  const then = await older.page.locator("#line-t1-3 .change").allTextContents();
  assert.ok(then.includes("Proven: 1 → 7") && asks(then), then.join("; "));
  await leave(older);
  await leave(ngo);
});

test("numbers that are missing between the steps of one device are shown at the desk", async () => {
  const ngo = await withSubmission();
  const desk = await atDesk();
  const { page } = desk;
  await open(page, ngo.file.buffer, "2024-06-25");
  assert.equal(await page.locator(".hint.missing").count(), 0);
  const withGap = JSON.parse(ngo.file.buffer);
  const { submission } = openSubmission(ngo.file.buffer).handedIn.submission;
  for (const seq of [1, 4]) {
    const body = { remark: `gap-${seq}`, submission, text: "Тізім қайда?" };
    withGap.entries.push({ id: `gap-${seq}`, on: "2024-06-22", author: "colleague", kind: "remark", body, device: "desk-2", seq });
  }
  const other = await atDesk();
  await open(other.page, Buffer.from(JSON.stringify(withGap)), "2024-06-25");
  assert.match(await other.page.textContent(".verified dl"), /Numbers missing between the steps of one device2/);
  assert.match(await other.page.textContent(".hint.missing"), /steps were taken out/);
  for (const visitor of [other, desk, ngo.visitor]) await leave(visitor);
});

test("a remark on a line that does not exist has no effect, and both sides are told so", async () => {
  const ngo = await withSubmission();
  const { submission } = openSubmission(ngo.file.buffer).handedIn.submission;
  const draft = {
    id: "r", on: "2024-06-25", author: "manager", kind: "remark",
    body: { remark: "r1", submission, line: "t99-1", text: "Бұл жол қайда?", answerBy: null },
  };
  const { line } = recordEntry(bytes(""), draft, { device: "manager", now: "2024-06-25T10:00:00.000Z", salt: "0123456789abcdef" });
  await merge(ngo.page, Buffer.from(`${line}\n`));
  await look(ngo.page, "2024-06-30");
  await go(ngo.page, "operator");
  await ngo.page.click('.who button:has-text("Operator")');
  await ngo.page.waitForSelector(".who", { state: "detached" });
  assert.equal(await ngo.page.locator(".remark").count(), 0);
  await go(ngo.page, "findings");
  assert.match(await ngo.page.textContent(".cards"), /REV013/);
  const second = await handIn(ngo.page, "8");
  const desk = await atDesk();
  await open(desk.page, second.buffer);
  await desk.page.click('.who button:has-text("Operator")');
  await desk.page.waitForSelector(".who", { state: "detached" });
  assert.match(await desk.page.textContent(".no-effect"), /REV013 × 1/);
  assert.equal(await desk.page.locator(".remark").count(), 0);
  await leave(ngo.visitor);
  await leave(desk);
});

test("a photo bears the day it was taken: by the name of a camera's file, or as somebody says", async () => {
  const visitor = await withAnnex(site);
  const { page } = visitor;
  await go(page, "journal");
  await page.click(".actions button >> nth=0");
  await page.selectOption("dialog select >> nth=0", { index: 1 });
  await page.selectOption("dialog select[name=kind]", "photo");
  const photo = (name) => ({ name, mimeType: "image/jpeg", buffer: Buffer.from(name) });
  await page.setInputFiles("dialog input[type=file]", [
    photo("IMG_20240614_093000.jpg"),
    photo("IMG-20240615-WA0001.jpg"),
    photo("cup.jpg"),
  ]);
  const taken = page.locator('dialog input[name^="captured"]');
  assert.deepEqual(await taken.evaluateAll((fields) => fields.map(({ value }) => value)), ["2024-06-14", "", ""]);
  await taken.nth(2).fill("2024-06-16");
  await page.click("dialog form > button");
  await page.waitForSelector("dialog", { state: "detached" });
  const { buffer } = await downloaded(page, ".actions button >> nth=1");
  const { files } = readJournal(buffer).entries[0].body;
  assert.deepEqual(
    files.map(({ captured }) => captured),
    [{ on: "2024-06-14", source: "fileName" }, null, { on: "2024-06-16", source: "stated" }],
  );
  await leave(visitor);
});
