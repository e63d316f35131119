// What must hold on every screen: it can be used by everyone, it fits a telephone, and the policy is kept.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import axe from "axe-core";
import { differing, go, openSite } from "./site.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const TABS = ["overview", "plan", "findings", "journal", "operator", "report"];
const FORMS = [0, 1, 2, 3];

/** What axe-core finds that is serious or critical. Frames hold the report, which has tests of its own. */
async function troublesOf(page, screen) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, { iframes: false, resultTypes: ["violations"] }),
  );
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  return grave.map(
    ({ id, nodes }) =>
      `${screen}: ${id}: ${nodes
        .map((node) => node.html)
        .slice(0, 3)
        .join(" ")}`,
  );
}

const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What axe-core does not see: boxes whose content touches their border, signs that are no signs any more, scrolling into the blank. */
const broken = (page) =>
  page.evaluate(() => {
    const all = (selector) => [...document.querySelectorAll(selector)].filter((of) => of.getClientRects().length > 0);
    const name = (of) => `${of.tagName}.${of.getAttribute("class") ?? ""} ${(of.textContent ?? "").trim().slice(0, 40)}`;
    const found = [];
    const sides = ["paddingTop", "paddingRight", "paddingBottom", "paddingLeft"];
    for (const box of all(".card, .callout, .phase-card, .satisfaction, .side, details.finding, .verified")) {
      const style = getComputedStyle(box);
      const least = Math.min(...sides.map((side) => Number.parseFloat(style[side])));
      if (least < 5) found.push(`no room inside ${name(box)}`);
      if (Number.parseFloat(style.borderLeftWidth) < 1) found.push(`no border of ${name(box)}`);
    }
    for (const icon of all("svg.icon")) {
      const { width, height } = icon.getBoundingClientRect();
      if (Math.abs(width - height) > 1 || height > 40) found.push(`an icon of ${width} × ${height} in ${name(icon.parentElement)}`);
    }
    for (const dialog of all("dialog")) {
      const wider = dialog.scrollWidth - dialog.clientWidth;
      if (wider > 0) found.push(`a dialog scrolls sideways by ${wider} px`);
    }
    // What is read out only must not make room for itself.
    for (const silent of document.querySelectorAll(".silent")) {
      if (silent.offsetWidth > 2) found.push(`a silent element is ${silent.offsetWidth} px wide: ${name(silent)}`);
    }
    // What is copied has a space before a code.
    for (const code of all(".code")) {
      const before = code.previousSibling;
      if (before && !/\s$/.test(before.textContent ?? "")) found.push(`a code is glued to what stands before it: ${name(code.parentElement)}`);
    }
    if (innerWidth < 500) {
      for (const link of all("main a")) {
        const { height } = link.getBoundingClientRect();
        if (height < 24 && link.closest(".things, .days, .note, .callout, .numbers")) found.push(`a link of ${height} px: ${name(link)}`);
      }
    }
    return [...new Set(found)];
  });

/** Every screen with the sample season, one after the other; every finding that stands in place is opened. */
async function* screens(page) {
  yield "start";
  await page.click(".sample button");
  await page.waitForSelector(".numbers");
  for (const tab of TABS) {
    await go(page, tab);
    if (tab === "report") await page.frameLocator("iframe").locator("h1").waitFor();
    for (const summary of await page.locator("main details.finding > summary").all()) await summary.click();
    yield tab;
  }
  await go(page, "journal");
  await page.setInputFiles(".actions input[type=file]", { name: "two.jsonl", mimeType: "", buffer: differing() });
  await page.waitForSelector(".side");
  for (const summary of await page.locator(".side summary").all()) await summary.click();
  yield "conflicts";
  await page.click(".actions button >> nth=0");
  for (const form of FORMS) {
    await page.click(`dialog .kinds button >> nth=${form}`);
    yield `form ${form}`;
  }
  await page.keyboard.press("Escape");
  yield* surveys(page);
  yield* people(page);
  await go(page, "overview");
  yield* desk(page);
}

/** Surveys: filled in both ways with something wrong, loaded, compared, linted. */
async function* surveys(page) {
  await page.click(".beside a >> nth=0");
  await page.waitForSelector(".sample button");
  yield "surveys";
  await page.click(".sample button");
  await page.waitForSelector("#phase");
  await page.selectOption("#phase", "after");
  await page.click("#consent .choice >> nth=0");
  yield "consent";
  await page.click(".go-on");
  await page.waitForSelector("#code");
  yield "code";
  await page.click(".fill-head .chips button >> nth=1");
  await page.click("#question-takes_part .choice >> nth=0");
  await page.fill("#q-age", "99");
  await page.click(".keep");
  await page.waitForSelector("#not-yet");
  yield "questionnaire";
  await page.click(".parts-of a[href$='/answers']");
  await page.click(".actions button.quiet");
  await page.waitForSelector(".said-findings");
  yield "answers";
  await page.click(".parts-of a[href$='/compare']");
  await page.waitForSelector(".changes");
  await page.fill("#smallest", "1");
  await page.press("#smallest", "Enter");
  await page.waitForFunction(() => document.querySelectorAll(".chart svg").length === 3);
  await page.click(".in-full summary");
  yield "comparison";
  await page.click(".parts-of a[href$='/check']");
  await page.waitForSelector("#check");
  yield "check";
}

/** Lists of people with every pair and a table. */
async function* people(page) {
  await page.click(".beside a >> nth=1");
  await page.waitForSelector(".people .sample button");
  yield "people";
  await page.click(".sample button");
  await page.waitForSelector(".pair-card");
  for (const summary of await page.locator(".reasons summary, .part summary").all()) await summary.click();
  for (const dimension of [1, 2, 3]) {
    await page.click(`.people section >> nth=0 >> .chips button >> nth=${dimension}`);
    yield `people by dimension ${dimension}`;
  }
  await page.click(".pair-card .actions button >> nth=1");
  await page.click(".pair-sorts button >> nth=2");
  await page.waitForSelector(".decided");
  yield "decided";
}

/** Both sides of the operator's review: handed in, checked with every fold open, refused. */
async function* desk(page) {
  await go(page, "operator");
  await page.fill(".hand-in input[name=number]", "1");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(".hand-in button[type=submit]")]);
  await page.waitForSelector(".submissions li");
  yield "handed in";
  const buffer = await readFile(await download.path());
  await page.goto(`${page.url().split("#")[0]}#desk`);
  await page.waitForSelector(".start .drop input[accept^='.json']", { state: "attached" });
  yield "desk";
  const open = (buffer) => page.setInputFiles(".drop input[accept^='.json']", { name: "s.json", mimeType: "", buffer });
  await open(buffer);
  await page.waitForSelector(".verified.fits");
  await page.click(".line .write > summary >> nth=0");
  await page.fill(".line textarea >> nth=0", "Тізім қайда?");
  await page.click(".line .write form button >> nth=0");
  await page.waitForSelector(".remark");
  for (const summary of await page.locator(".line summary").all()) await summary.click();
  yield "a submission at the desk";
  await open(Buffer.from(buffer.toString().replace('"counts":true', '"counts":false')));
  await page.waitForSelector(".refused");
  yield "refused";
}

for (const language of ["kk", "ru", "en"]) {
  for (const [width, colorScheme] of [
    [360, "light"],
    [1280, "dark"],
  ]) {
    test(`${language}, ${width} px, ${colorScheme}`, async () => {
      const { context, page, troubles } = await site.visitor({ language, width, colorScheme });
      for await (const screen of screens(page)) {
        troubles.push(...(await troublesOf(page, screen)));
        const wider = await overflow(page);
        if (wider > 0) troubles.push(`${screen}: scrolls sideways by ${wider} px`);
        troubles.push(...(await broken(page)).map((trouble) => `${screen}: ${trouble}`));
        const styled = await page.locator("[style]").count();
        if (styled > 0) troubles.push(`${screen}: ${styled} style attributes`);
      }
      assert.deepEqual(troubles, []);
      await context.close();
    });
  }
}

test("a violation of the policy does not pass unseen", async () => {
  const { context, page, troubles } = await site.visitor();
  const policy = await page.getAttribute("meta[http-equiv=Content-Security-Policy]", "content");
  assert.match(policy, /script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'sha256-[\w+/]{43}=';/);
  await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", "<p style='color:red'>x</p>"));
  await page.waitForTimeout(100);
  assert.ok(
    troubles.some((trouble) => trouble.includes("policy: style-src-attr")),
    troubles.join("\n"),
  );
  await context.close();
});

test("the keyboard alone opens the sample, goes to a line and adds an entry", async () => {
  const { context, page, troubles } = await site.visitor();
  const press = async (key, times = 1) => {
    for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
  };
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  const tabTo = async (words, most = 60) => {
    for (let steps = 0; steps < most; steps += 1) {
      await press("Tab");
      if ((await focused()).trim() === words) return;
    }
    assert.fail(`not reached: ${words}`);
  };
  await tabTo("Open the sample");
  await press("Enter");
  await page.waitForSelector(".numbers");
  await tabTo("Plan");
  await press("Enter");
  await page.waitForSelector(".chips");
  assert.equal(await focused(), "Plan", "the heading has the focus");
  await tabTo("Add an entry");
  await press("Enter");
  await page.waitForSelector("dialog[open]");
  await press("Escape");
  await page.waitForSelector("dialog", { state: "detached" });
  assert.equal((await focused()).trim(), "Add an entry", "the focus is where it was");
  assert.deepEqual(troubles, []);
  await context.close();
});
