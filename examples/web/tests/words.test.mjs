// The page says the words of the glossary and no others for its keys, and says everything in every language.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createServer } from "vite";
import { file } from "./site.mjs";

let server;
let WORDS;
before(async () => {
  server = await createServer({
    root: new URL("..", import.meta.url).pathname,
    server: { middlewareMode: true },
    appType: "custom",
    logLevel: "error",
  });
  ({ WORDS } = await server.ssrLoadModule("/src/words/index.ts"));
});
after(() => server.close());

/** The rows of docs/glossary.md: key to words. */
function glossary() {
  const rows = file("docs/glossary.md")
    .toString()
    .split("\n")
    .filter((line) => line.startsWith("| "));
  const cells = rows.map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  return new Map(cells.filter((row) => row.length === 5).map(([key, kk, ru, en]) => [key, { kk, ru, en }]));
}

test("the words of the glossary", () => {
  const known = glossary();
  assert.ok(known.size > 90);
  for (const [language, words] of Object.entries(WORDS)) {
    for (const [key, word] of Object.entries(words.glossary))
      assert.equal(word, known.get(key)?.[language], `${language} ${key}`);
    const { kinds } = words;
    const same = {
      evidence: "evidence",
      reading: "actual",
      event: "event",
      planReading: "agreedReading",
      acknowledgement: "acknowledged",
    };
    for (const [kind, key] of Object.entries(same))
      assert.equal(kinds[kind], known.get(key)?.[language], `${language} ${kind}`);
    assert.equal(words.papers.register, known.get("register")?.[language]);
    assert.equal(words.tabs.journal, known.get("journal")?.[language]);
  }
});

const leaves = (value, path = "") =>
  typeof value === "string"
    ? [[path, value]]
    : Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}/${key}`));

test("nothing is left unsaid, and nothing is said in another language", () => {
  const [kk, ru, en] = ["kk", "ru", "en"].map((language) => leaves(WORDS[language]));
  for (const words of [kk, ru, en]) {
    assert.deepEqual(words.map(([path]) => path).sort(), en.map(([path]) => path).sort());
    for (const [path, word] of words) assert.notEqual(word.trim(), "", path);
  }
  for (const [path, word] of en) assert.doesNotMatch(word, /\p{Script=Cyrillic}/u, path);
  for (const [path, word] of [...kk, ...ru]) assert.match(word, /\p{Script=Cyrillic}/u, path);
  for (const [path, word] of ru) assert.doesNotMatch(word, /[әғқңөұүһі]/i, path);
});

test("what is filled into a text is the same in every language", () => {
  const names = (word) => [...word.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const en = new Map(leaves(WORDS.en));
  for (const language of ["kk", "ru"]) {
    for (const [path, word] of leaves(WORDS[language]))
      assert.deepEqual(names(word), names(en.get(path)), path);
  }
});
