// The built page behind a server, and a browser in front of it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { chromium } from "playwright-core";
import { preview } from "vite";

const root = new URL("..", import.meta.url).pathname;
const repository = new URL("../../..", import.meta.url).pathname;

export const file = (path) => readFileSync(repository + path);
export const annexPath = `${repository}examples/data/qoldau-2024.kk.docx`;

export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Chromium as it runs without a screen and without calling home. */
export const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export async function openSite() {
  const server = await preview({ root, logLevel: "error", preview: { port: 0, host: "127.0.0.1" } });
  const address = server.resolvedUrls.local[0];
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ARGUMENTS,
  });
  return {
    address,
    /** A visitor with a browser of their own. `troubles` are what must not happen on any screen. */
    async visitor({ language = "en", width = 1280, ...more } = {}) {
      const context = await browser.newContext({
        locale: language,
        viewport: { width, height: 800 },
        ...more,
      });
      const troubles = [];
      const page = await newPage(context, address, troubles);
      await page.goto(address);
      await page.waitForSelector("h1");
      return { context, page, troubles, another: () => newPage(context, address, troubles) };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

async function newPage(context, address, troubles) {
  const page = await context.newPage();
  page.on("pageerror", (error) => troubles.push(`thrown: ${error.stack}`));
  page.on("console", (message) => {
    const { url } = message.location();
    // The clock of a test runs as a script, which the frame of the report rightly holds back.
    if (url === "about:srcdoc" && message.text().startsWith("Blocked script execution")) return;
    // Where a test goes to a bare file, the browser itself looks for an icon that a page would have named.
    if (url === `${address}favicon.ico`) return;
    if (["error", "warning"].includes(message.type())) troubles.push(`console: ${message.text()} ${url}`);
  });
  page.on("request", (request) => {
    const own =
      ["data:", "blob:", "about:"].some((scheme) => request.url().startsWith(scheme)) ||
      request.url().startsWith(address);
    if (!own || request.method() !== "GET") troubles.push(`sent: ${request.method()} ${request.url()}`);
  });
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return page;
}

/** Drops a file on the page as a hand would. */
export async function drop(page, selector, name, bytes) {
  const transfer = await page.evaluateHandle(
    ({ name, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], name));
      return transfer;
    },
    { name, base64: bytes.toString("base64") },
  );
  await page.dispatchEvent(selector, "dragover", { dataTransfer: transfer });
  await page.dispatchEvent(selector, "drop", { dataTransfer: transfer });
}

/** A journal in which two telephones tell of one event differently. */
export function differing() {
  const entry = (id, device, headcount) => ({
    id,
    on: "2024-06-18",
    author: device,
    device,
    clock: `2024-06-18T10:00:0${id.at(-1)}.000Z-0000`,
    kind: "event",
    body: { event: "cup", status: "held", activities: ["t2-a1"], start: "2024-06-18", name: "Кубок", place: "Ақтау", headcount },
  });
  const lines = [entry("one-1", "phone-aida", 120), entry("two-2", "phone-saule", 105)];
  return Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
}

export async function go(page, tab) {
  await page.click(`nav a[href="#${tab}"]`);
  await page.waitForSelector(`nav a[href="#${tab}"][aria-current]`);
}

/** Opens the form for an entry of a line, by the place of its kind among the buttons. */
export async function openForm(page, line, kind) {
  await go(page, "plan");
  await page.click(`#line-${line} .state button`);
  await page.click(`dialog .kinds button >> nth=${kind}`);
}

/** The day it is, and everything is looked at. */
export async function look(page, day) {
  await page.context().clock.setSystemTime(`${day}T12:00:00`);
  await lookBack(page, day);
}

/** The day everything is looked at, whatever day it is. */
export async function lookBack(page, day) {
  await go(page, "overview");
  await page.fill("#as-of", day);
  // The field shows the day at once; the figures follow when it is kept.
  await page.waitForSelector(`.day-choice[data-shown="${day}"]`);
}

/** The numbers of the first screen by headline. */
export async function numbers(page) {
  await go(page, "overview");
  const shown = await page.$$eval(".numbers li", (items) =>
    items.map((item) => [item.className.split(" ")[1], Number(item.querySelector(".figure").textContent)]),
  );
  return Object.fromEntries(shown);
}

export const message = (page) => page.textContent(".message p");

/** Closes what the page says, so that the next message is a new one. */
export async function heard(page) {
  const close = page.locator(".message button");
  if ((await close.count()) > 0) await close.click();
  await page.waitForSelector(".message p", { state: "detached" });
}

/** A visitor with the real annex open, looked at on a day of its summer. */
export async function withAnnex(site, options) {
  const visitor = await site.visitor(options);
  await drop(visitor.page, ".drop", "qosymsha-3.docx", file("examples/data/qoldau-2024.kk.docx"));
  await visitor.page.waitForSelector(".numbers");
  await look(visitor.page, "2024-06-20");
  return visitor;
}

/** A visitor with the sample season open. */
export async function withSample(site, options) {
  const visitor = await site.visitor(options);
  await visitor.page.click(".sample button");
  await visitor.page.waitForSelector(".numbers");
  return visitor;
}

/** Nothing may have gone wrong on the way. */
export async function leave({ context, troubles }) {
  assert.deepEqual(troubles, []);
  await context.close();
}

/** What a button gives to be saved. */
export async function downloaded(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(button)]);
  return { name: download.suggestedFilename(), buffer: await readFile(await download.path()) };
}

/** Hands a submission in on the NGO's page, and answers its file. */
export async function handIn(page, number) {
  await go(page, "operator");
  await page.fill(".hand-in input[name=number]", number);
  const file = await downloaded(page, ".hand-in button[type=submit]");
  await page.waitForSelector(`.submissions li:has-text("№ ${number}")`);
  return file;
}

/** Loads what the operator sent by dropping it on the journal. */
export async function merge(page, buffer) {
  await go(page, "journal");
  await drop(page, "main > div", "remarks.jsonl", buffer);
  await page.waitForFunction(() => /New entries/.test(document.querySelector(".message p")?.textContent ?? ""));
}
