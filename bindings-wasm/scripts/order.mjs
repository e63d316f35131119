// Functions that are alike stand beside each other: what compresses a module looks back 32 kB only, and finds more there.
//
// No tool orders functions so, but wasm-opt orders them by name: they are given names that say their place, which it then drops.

/** How many bytes in a row are compared. */
const RUN = 4;
/** What stands in more functions than this tells none of them apart. */
const COMMON = 400;
/** How much the length of a function weighs against what it has in common with another: a long one has something in common with all. */
const LENGTH = 0.7;

const IMPORTS = 2;
const CODE = 10;

/** Reads a compiled module byte by byte. */
class Reader {
  constructor(bytes, at = 0) {
    Object.assign(this, { bytes, at });
  }

  byte() {
    return this.bytes[this.at++];
  }

  number() {
    let [number, factor, byte] = [0, 1, 0];
    do {
      byte = this.byte();
      number += (byte & 0x7f) * factor;
      factor *= 0x80;
    } while (byte & 0x80);
    return number;
  }

  /** What is of a stated length. */
  part() {
    const length = this.number();
    return this.bytes.subarray(this.at, (this.at += length));
  }

  limits() {
    const bounded = this.byte() & 1;
    this.number();
    if (bounded) this.number();
  }
}

/** How many functions the module is given. */
function imported(section) {
  const reader = new Reader(section);
  let functions = 0;
  for (let left = reader.number(); left > 0; left -= 1) {
    reader.part();
    reader.part();
    const kind = reader.byte();
    if (kind === 0) functions += 1;
    if (kind === 0) reader.number();
    else if (kind === 1) reader.byte();
    if (kind === 1 || kind === 2) reader.limits();
    else if (kind === 3) reader.at += 2;
    else if (kind !== 0) throw new Error(`an import of the kind ${kind}`);
  }
  return functions;
}

/** The functions of a module, and how many stand before them. */
function functionsOf(wasm) {
  const reader = new Reader(wasm, 8);
  let [before, functions] = [0, []];
  while (reader.at < wasm.length) {
    const kind = reader.byte();
    const section = reader.part();
    if (kind === IMPORTS) before = imported(section);
    if (kind !== CODE) continue;
    const code = new Reader(section);
    functions = Array.from({ length: code.number() }, () => code.part());
  }
  return { before, functions };
}

/** The runs of bytes of a function, each once, as numbers. */
function runsOf(bytes) {
  const runs = new Set();
  for (let at = 0; at + RUN <= bytes.length; at += 1) {
    runs.add((bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3]);
  }
  return runs;
}

/** The functions of each run that stands in several. */
function placesOf(runs) {
  const places = new Map();
  runs.forEach((of, at) => {
    for (const run of of) {
      const found = places.get(run);
      if (found) found.push(at);
      else places.set(run, [at]);
    }
  });
  for (const [run, found] of places) if (found.length === 1 || found.length > COMMON) places.delete(run);
  return places;
}

/**
 * The places of functions in an order in which each is followed by the one that is most like it.
 *
 * @param {Uint8Array[]} functions
 * @returns {number[]}
 */
export function alikeBeside(functions) {
  const runs = functions.map(runsOf);
  const places = placesOf(runs);
  const placed = new Uint8Array(functions.length);
  const common = new Uint32Array(functions.length);
  const order = [];
  let first = 0;
  const firstLeft = () => {
    while (placed[first]) first += 1;
    return first;
  };
  const mostLike = (last) => {
    const met = [];
    for (const run of runs[last]) {
      for (const at of places.get(run) ?? []) if (!placed[at] && (common[at] += 1) === 1) met.push(at);
    }
    let [best, most] = [-1, 0];
    for (const at of met.sort((one, other) => one - other)) {
      const alike = common[at] / (runs[at].size + 20) ** LENGTH;
      if (alike > most) [best, most] = [at, alike];
      common[at] = 0;
    }
    return best < 0 ? firstLeft() : best;
  };
  while (order.length < functions.length) {
    const next = order.length === 0 ? 0 : mostLike(order.at(-1));
    placed[next] = 1;
    order.push(next);
  }
  return order;
}

const leb = (number) => (number < 0x80 ? [number] : [(number & 0x7f) | 0x80, ...leb(number >>> 7)]);
const counted = (bytes) => [...leb(bytes.length), ...bytes];
const text = (words) => counted([...new TextEncoder().encode(words)]);

/**
 * A module whose functions are named by the place that they are to have.
 *
 * @param {Uint8Array} wasm
 * @returns {Uint8Array}
 */
export function named(wasm) {
  const { before, functions } = functionsOf(wasm);
  const place = new Array(functions.length);
  alikeBeside(functions).forEach((at, to) => (place[at] = to));
  const names = place.flatMap((to, at) => [...leb(before + at), ...text(String(to).padStart(6, '0'))]);
  const section = [...text('name'), 1, ...counted([...leb(place.length), ...names])];
  return Buffer.concat([wasm, Uint8Array.from([0, ...counted(section)])]);
}
