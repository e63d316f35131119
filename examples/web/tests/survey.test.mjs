// Surveys: filled in without a network, kept, imported, compared.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { file, leave, look, openSite, withAnnex } from "./site.mjs";

/** Where the surveys take a questionnaire; the first screen, from which one goes there, has a place for annexes that looks alike. */
const QUESTIONNAIRE_DROP = '.drop input[accept^=".json"]';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

/** The text that the core is held to, with its usual spaces. */
const golden = (language) =>
  file(`qoldau-core/src/survey/score/snapshots/qoldau_core__survey__score__tests__survey_${language}.snap`)
    .toString()
    .split("---\n")[2]
    .trim();

const plain = (text) => text.replaceAll("\u00a0", " ").trim();

/** A visitor with the sample questionnaire open. */
async function withQuestionnaire(options) {
  const visitor = await site.visitor(options);
  await visitor.page.click(".beside a >> nth=0");
  await visitor.page.click(".sample button");
  await visitor.page.waitForSelector("#phase");
  return visitor;
}

async function part(page, name) {
  await page.click(`.parts-of a[href$="/${name}"]`);
  await page.waitForSelector(`.parts-of a[href$="/${name}"][aria-current]`);
}

async function load(page, path, phase, buffer = file(path)) {
  await part(page, "answers");
  if (phase) await page.selectOption("#import-phase", phase);
  await page.setInputFiles("section input[type=file]", { name: path.split("/").at(-1), mimeType: "", buffer });
  await page.waitForSelector(".message p");
  const told = plain(await page.textContent(".message p")).replace(/ Close$/, "");
  await page.click(".message button");
  await page.waitForSelector(".message p", { state: "detached" });
  return told;
}

async function loadBoth(page) {
  await load(page, "examples/data/survey-before.csv", "before");
  return load(page, "examples/data/survey-after.csv", "after");
}

async function saved(page) {
  await part(page, "answers");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("section .actions button >> nth=0")]);
  return readFile(await download.path());
}

const ready = (page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 20));
  });

test("the module for surveys comes when somebody goes there, and not before", async () => {
  const { context, page } = await site.visitor({ serviceWorkers: "block" });
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  const modules = () => asked.filter((url) => /(survey|people)-[\w-]+\.wasm$/.test(url));
  await page.reload();
  await page.waitForSelector("h1");
  assert.deepEqual(modules(), []);
  await page.click(".beside a >> nth=0");
  await page.waitForSelector(".sample button");
  assert.equal(modules().length, 1);
  await context.close();
});

test("filled in with the keyboard and without a network, it is still there after a reload", async () => {
  const visitor = await site.visitor();
  const { context, page } = visitor;
  await ready(page);
  await context.setOffline(true);
  await page.reload();
  const press = async (key, times = 1) => {
    for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
  };
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
  const focusedIs = (selector) =>
    page.waitForFunction((selector) => document.activeElement?.matches(selector), selector);
  const tabTo = async (words, most = 40) => {
    for (let steps = 0; steps < most; steps += 1) {
      await press("Tab");
      if ((await focused()) === words) return;
    }
    assert.fail(`not reached: ${words}`);
  };
  await tabTo("Surveys");
  await press("Enter");
  await focusedIs("h1");
  await tabTo("Open the sample questionnaire");
  await press("Enter");
  await page.waitForSelector("#phase");
  await focusedIs("h1");
  while (!(await page.evaluate(() => document.activeElement?.id === "phase"))) await press("Tab");
  // The name of the phase is typed.
  await page.keyboard.type("Phase 2");
  await page.waitForSelector("#consent");
  while (!(await page.evaluate(() => document.activeElement?.name === "consent"))) await press("Tab");
  await press("Space");
  await press("Enter");
  await focusedIs("#code");
  await press("Tab");
  await page.keyboard.type("Аб");
  await press("Tab");
  await page.keyboard.type("14");
  await press("Tab");
  await page.keyboard.type("07");
  await press("Enter");
  await focusedIs("#question-age");
  await press("Tab");
  await page.keyboard.type("19");
  await press("Enter");
  await focusedIs("#question-place");
  await press("Tab");
  await press("ArrowDown");
  await press("Enter");
  await focusedIs("#question-knows");

  await page.reload();
  await page.waitForSelector("#question-knows");
  assert.equal(await page.locator("#question-age").count(), 0, "it is where it was");
  await page.click(".fill-head .chips button >> nth=1");
  assert.equal(await page.inputValue("#q-age"), "19");
  assert.equal(await page.inputValue("#code-2"), "07");
  assert.ok(await page.isChecked("#question-place input >> nth=1"));
  assert.equal(await page.locator("#question-satisfaction").count(), 0, "asked of those only who took part");

  await page.click(".keep");
  await focusedIs("#not-yet");
  assert.match(await page.textContent("#not-yet"), /Did you take part/);
  assert.equal(plain(await page.textContent("#question-takes_part .wrong")), "This question needs an answer.");
  await page.click("#question-takes_part .choice >> nth=0");
  assert.equal(await page.locator("#question-takes_part .wrong").count(), 0);
  await page.fill("#q-events", "41");
  assert.match(await page.textContent("#question-events .wrong"), /outside of what is allowed/);
  await page.fill("#q-events", "3");
  await page.click("#question-satisfaction .choice >> nth=4");
  await page.click("#question-recommend .choice >> nth=9");
  await page.click("#question-interests .choice >> nth=1");
  await page.click("#question-interests .choice >> nth=3");
  assert.equal(await page.locator("#question-interests :checked").count(), 1, "none of these stands alone");
  await page.click("#question-takes_part .choice >> nth=1");
  await page.click(".keep");
  await page.waitForSelector(".message p");

  await page.reload();
  const [record] = JSON.parse(await saved(page)).responses;
  const { phase, consent, code, language, answers } = record;
  assert.deepEqual(
    { phase, consent, code, language, answers },
    {
      phase: "after",
      consent: true,
      code: "Аб1407",
      language: "en",
      // What is not asked any more is not answered either.
      answers: {
        age: { kind: "number", value: "19" },
        interests: { kind: "options", codes: ["none"] },
        place: { kind: "option", code: "zhanaozen" },
        takes_part: { kind: "yesNo", yes: false },
      },
    },
  );
  await leave(visitor);
});

test("whoever does not agree is counted and leaves nothing else behind", async () => {
  const visitor = await withQuestionnaire();
  const { page } = visitor;
  await page.selectOption("#phase", "before");
  await page.click("#consent .choice >> nth=0");
  await page.click(".go-on");
  await page.fill("#code-0", "Аб");
  await page.click(".by-step > button.quiet");
  await page.click("#consent .choice >> nth=1");
  await page.click(".go-on");
  await page.click(".keep");
  await page.waitForSelector(".message p");
  const [record] = JSON.parse(await saved(page)).responses;
  assert.deepEqual([record.consent, record.code ?? null, record.answers ?? {}], [false, null, {}]);
  assert.match(await page.textContent(".batches li"), /Records: 1, without consent: 1/);
  await leave(visitor);
});

/** A questionnaire with every kind of question, one of them with a skip that can never hold. */
const EVERY_KIND = {
  format: "qoldau-survey/1.0",
  id: "every-kind",
  edition: 1,
  title: { en: "Every kind" },
  languages: ["en"],
  lists: [
    {
      id: "fruit",
      options: [
        { code: "a", label: { en: "Apple" } },
        { code: "b", label: { en: "Pear" } },
        { code: "c", label: { en: "Plum" } },
      ],
    },
  ],
  questions: [
    { id: "read", label: { en: "Please read this" }, answer: { kind: "note" } },
    { id: "rank", label: { en: "Put in order" }, answer: { kind: "ranking", list: "fruit" } },
    { id: "some", label: { en: "Which" }, answer: { kind: "multiple", list: "fruit", most: 2 } },
    { id: "half", label: { en: "How much" }, answer: { kind: "number", places: 1 }, missing: ["dontKnow"] },
    { id: "day", label: { en: "When" }, answer: { kind: "date", from: "2024-01-01" } },
    {
      id: "word",
      label: { en: "Say <b>it</b>" },
      answer: { kind: "text", longest: 9 },
      constraint: "string_length(.) > 2",
      constraintMessage: { en: "Three letters at least" },
    },
    { id: "never", label: { en: "Never" }, answer: { kind: "yesNo" }, relevant: "half > 5 and half < 3" },
  ],
};

test("every kind of question is answered, and what the lint finds is shown", async () => {
  const visitor = await site.visitor();
  const { page } = visitor;
  await page.click(".beside a >> nth=0");
  await page.setInputFiles(QUESTIONNAIRE_DROP, { name: "q.json", mimeType: "", buffer: Buffer.from('{"format":"x"}') });
  await page.waitForSelector(".wrong");
  assert.match(await page.textContent(".wrong"), /not the file that is asked for here.*SRV002/);
  const buffer = Buffer.from(JSON.stringify(EVERY_KIND));
  await page.setInputFiles(QUESTIONNAIRE_DROP, { name: "q.json", mimeType: "", buffer });
  await page.waitForSelector("#check");
  assert.ok(await page.locator(".said-findings .code", { hasText: /^SVY1/ }).first().isVisible());
  assert.match(await page.textContent(".said-findings"), /never/);
  await part(page, "fill");
  await page.click(".fill-head .chips button >> nth=1");
  assert.equal(await page.textContent("#question-word label"), "Say <b>it</b>", "words are words");
  await page.selectOption("#place-0-rank", "c");
  await page.selectOption("#place-1-rank", "a");
  await page.selectOption("#place-0-rank", "b");
  for (const option of [0, 1, 2]) await page.click(`#question-some .choice >> nth=${option}`);
  assert.match(await page.textContent("#question-some .wrong"), /outside of what is allowed/);
  await page.click("#question-some .choice >> nth=0");
  await page.fill("#q-half", "zwei");
  assert.match(await page.textContent("#question-half .wrong"), /cannot be read/);
  await page.fill("#q-half", "1,500");
  assert.match(await page.textContent("#question-half .wrong"), /cannot be read/, "a thousand and a half, or one and a half");
  await page.fill("#q-half", "2,5");
  await page.fill("#q-day", "2023-12-31");
  assert.match(await page.textContent("#question-day .wrong"), /outside of what is allowed/);
  await page.fill("#q-day", "2024-06-14");
  await page.fill("#q-word", "ab");
  assert.equal(await page.textContent("#question-word .wrong"), "Three letters at least");
  await page.fill("#q-word", "abcd");
  await page.click(".keep");
  await page.waitForSelector(".message p");
  const [{ answers }] = JSON.parse(await saved(page)).responses;
  assert.deepEqual(answers, {
    day: { kind: "date", date: "2024-06-14" },
    half: { kind: "number", value: "2.5" },
    rank: { kind: "options", codes: ["b", "a"] },
    some: { kind: "options", codes: ["b", "c"] },
    word: { kind: "text", text: "abcd" },
  });
  await leave(visitor);
});

test("a questionnaire takes the place of another that has answers only when somebody says so", async () => {
  const visitor = await withQuestionnaire();
  const { page } = visitor;
  await load(page, "examples/data/survey-before.csv", "before");
  const other = JSON.parse(file("examples/data/survey.json"));
  other.edition = 2;
  other.title.en = "Another edition";
  const open = async (answer) => {
    await page.click(".back a");
    const asked = page.waitForEvent("dialog");
    const chosen = page.setInputFiles(QUESTIONNAIRE_DROP, {
      name: "q.json",
      mimeType: "",
      buffer: Buffer.from(JSON.stringify(other)),
    });
    await (await asked)[answer]();
    await chosen;
  };
  await open("dismiss");
  assert.match(await page.textContent(".kept-surveys"), /Two-phase survey of young people\s*Records: 46/);
  await page.click(".kept-surveys a");
  await open("accept");
  await page.waitForSelector("#check");
  assert.equal(await page.textContent("h1"), "Another edition");
  await leave(visitor);
});

test("answers are saved, taken away and loaded again, and never twice", async () => {
  const visitor = await withQuestionnaire();
  const { page } = visitor;
  page.on("dialog", (dialog) => dialog.accept());
  assert.equal(await loadBoth(page), "Rows read: 46. New records: 46");
  assert.match(await page.textContent(".said-findings"), /Row \d+/);
  assert.equal(
    await load(page, "examples/data/survey-after.csv", "after"),
    "Rows read: 46. New records: 0. already here: 46",
  );
  const all = await saved(page);
  assert.equal(JSON.parse(all).responses.length, 92);
  for (const left of [1, 0]) {
    await page.click(".batches button >> nth=0");
    await page.waitForFunction((left) => document.querySelectorAll(".batches li").length === left, left);
  }
  assert.equal(await load(page, "all.json", null, all), "Rows read: 92. New records: 92");
  assert.deepEqual(JSON.parse(await saved(page)), JSON.parse(all));
  await leave(visitor);
});

test("a later export brings only what is new, and the numbers of two forms are two records", async () => {
  const visitor = await withQuestionnaire();
  const { page } = visitor;
  const count = async () => JSON.parse(await saved(page)).responses.length;
  const google = (rows) =>
    Buffer.from(["Отметка времени,Согласие,Сколько вам лет?", ...rows].join("\n") + "\n");
  const rows = ["01.10.2024 9:00:00,Да,20", "01.10.2024 9:05:00,Да,21", "02.10.2024 9:00:00,Да,20"];
  await load(page, "monday.csv", "after", google(rows.slice(0, 2)));
  await load(page, "friday.csv", "after", google(rows));
  assert.equal(await count(), 3);
  const microsoft = (day) =>
    Buffer.from(
      `ID,Время начала,Время выполнения,Согласие,Сколько вам лет?\n1,${day} 9:00:00,${day} 9:05:00,Да,20\n2,${day} 9:01:00,${day} 9:06:00,Да,21\n`,
    );
  await load(page, "first.csv", "before", microsoft("14.05.2024"));
  await load(page, "second.csv", "after", microsoft("14.10.2024"));
  assert.equal(await count(), 7);
  await load(page, "second.csv", "after", microsoft("14.10.2024"));
  assert.equal(await count(), 7);
  await leave(visitor);
});

for (const language of ["kk", "ru", "en"]) {
  test(`two phases compared show the figures the core is held to, in ${language}`, async () => {
    const visitor = await withQuestionnaire({ language });
    const { page } = visitor;
    await loadBoth(page);
    await part(page, "compare");
    await page.waitForSelector(".changes");
    const text = golden(language);
    const sentences = await page.locator(".sentences li").allTextContents();
    assert.equal(sentences.length, 4);
    for (const sentence of sentences) {
      assert.ok(text.includes(`\n${plain(sentence).replace(/\.$/, "")}\n`), sentence);
    }
    const said = await page.locator(".satisfaction p").allTextContents();
    for (const line of said.slice(1)) assert.ok(text.includes(plain(line)), line);
    const share = /\n[^\n]*?: ([\d.,]+ ?% \(38\/42\))/.exec(text)?.[1];
    assert.equal(plain(await page.textContent(".big-figure b")), share);
    const shown = plain(await page.textContent(".in-full pre"));
    assert.ok(text.startsWith(shown), "everything in words is the golden text up to the satisfaction");
    await leave(visitor);
  });
}

test("the comparison tells who answered, how codes pair, and both designs of every change", async () => {
  const visitor = await withQuestionnaire();
  const { page } = visitor;
  await loadBoth(page);
  await part(page, "compare");
  await page.waitForSelector(".changes");
  const list = async (selector) =>
    Object.fromEntries(
      await page.$$eval(`${selector} > div`, (rows) =>
        rows.map((row) => [row.querySelector("dt").textContent, row.querySelector("dd").textContent]),
      ),
    );
  const who = await list(".phase-card:nth-child(2) .figures-list");
  assert.deepEqual([who["People who answered"], who["Response rate"]], ["46", "76.7% (46/60)"]);
  const codes = await list("h3 + .figures-list:not(.phase-card *)");
  assert.deepEqual([codes.Matched, codes["Unmatched in the first"], codes["Unmatched in the second"]], ["34", "11", "12"]);
  const cells = (row) => page.locator(`.changes tbody:nth-of-type(1) tr >> nth=${row} >> td`).allTextContents();
  assert.deepEqual(await cells(0), ["53.15 (people: 45)", "64.4 (people: 46)", "+11.25", "+3.18 … +19.33", "+0.58"]);
  assert.deepEqual((await cells(1)).slice(0, 4), ["55.15 (people: 34)", "65.56 (people: 34)", "+10.42", "+5.33 … +15.51"]);
  assert.equal(await page.locator(".chart svg[role=img]").count(), 1);
  await page.fill("#smallest", "1");
  await page.press("#smallest", "Enter");
  await page.waitForFunction(() => document.querySelectorAll(".chart svg").length === 3);
  await page.fill("#smallest", "46");
  await page.press("#smallest", "Enter");
  await page.waitForFunction(() => document.querySelectorAll(".suppressed").length === 4);
  assert.doesNotMatch(await page.textContent(".compare"), /53\.15/, "what few people answered is shown nowhere");
  await leave(visitor);
});

test("before both phases have answers nothing is compared, and what is there is shown", async () => {
  const visitor = await withQuestionnaire();
  const { page } = visitor;
  await load(page, "examples/data/survey-before.csv", "before");
  await part(page, "compare");
  await page.waitForSelector(".callout");
  assert.match(await page.textContent(".compare"), /Phase 1: 46.*Phase 2: 0/);
  assert.equal(await page.locator(".changes").count(), 0);
  assert.ok(golden("en").startsWith(plain(await page.textContent(".in-full pre"))));
  await leave(visitor);
});

test("the satisfaction is recorded in the journal and counts in the plan", async () => {
  const visitor = await withAnnex(site);
  const { page } = visitor;
  await look(page, "2024-12-01");
  await page.click(".beside a >> nth=0");
  await page.click(".sample button");
  await page.waitForSelector("#phase");
  await loadBoth(page);
  await part(page, "compare");
  const aim = await page.locator("#aim option", { hasText: "80%" }).first().getAttribute("value");
  await page.selectOption("#aim", aim);
  await page.click(".record > button");
  await page.waitForSelector(".record a");
  await page.click(".record a");
  const line = page.locator(".line:focus");
  await line.waitFor();
  assert.match(plain(await line.textContent()), /90\.5% \(38\/42\)/);
  await leave(visitor);
});
