// The same history in Automerge, as its documentation uses it: a map of entries by id, one change an entry, two
// documents that go apart after what they share. Arguments: the package's folder, the folder of ours.jsonl and
// theirs.jsonl, how many entries they share. Salts, seals and links are left out: Automerge has its own.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

const [packageFolder, folder, shared] = process.argv.slice(2);
const A = createRequire(import.meta.url)(packageFolder);

const entries = (name) =>
    readFileSync(join(folder, `${name}.jsonl`), "utf8")
        .trimEnd()
        .split("\n")
        .slice(1)
        .map((line) => {
            const { id, seal, prev, seq, body, replaces, ...rest } = JSON.parse(line);
            const { salt, ...said } = body;
            return [id, { ...rest, body: JSON.parse(JSON.stringify(said, (_, value) => value ?? undefined)) }];
        });

const add = (doc, list) =>
    list.reduce((doc, [id, entry]) => A.change(doc, (draft) => void (draft.entries[id] = entry)), doc);

const [ours, theirs] = [entries("ours"), entries("theirs")];
const count = Number(shared);
let base = A.change(A.init(), (draft) => void (draft.entries = {}));
base = add(base, ours.slice(0, count));
const left = add(A.clone(base), ours.slice(count));
const right = add(A.clone(base), theirs.slice(count));
const files = [A.save(left), A.save(right)];

const time = (run) => {
    const times = Array.from({ length: 3 }, () => {
        const start = performance.now();
        run();
        return performance.now() - start;
    });
    return Math.min(...times).toFixed(0);
};

let merged;
const copying = Number(time(() => A.clone(left)));
const merging = Number(time(() => void (merged = A.merge(A.clone(left), right))));
const whole = time(() => A.save(A.merge(A.load(files[0]), A.load(files[1]))));
console.log(`Automerge: ${Object.keys(merged.entries).length} entries; merge in memory ${merging - copying} ms`);
console.log(`Automerge: load, merge, save ${whole} ms; ${A.save(merged).length} bytes`);
