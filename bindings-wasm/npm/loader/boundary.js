// What the compiled modules ask of JavaScript when values cross: the JSON of an argument and the bytes of one, looked at before the
// module touches them. Whatever a caller's value does, throw or call back, is told as a failure of that argument.

/** The most that one argument may hold: beyond it a module that has 4 GiB for everything may fail in the middle. */
const MOST_BYTES = 2 ** 30;
const MOST_LETTERS = 2 ** 28;

/** Objects whose content JSON does not write: it would leave `{}`, or numbered fields of an array of bytes. */
const CLOSED = /^\[object (?:(?:Weak)?(?:Map|Set)|Promise|RegExp|Error|ArrayBuffer|DataView|.*(?:Int|Uint|Float)\d+.*Array)\]$/;

const typedArray = Object.getPrototypeOf(Uint8Array.prototype);
/** A getter of every array of bytes, of whichever window or worker, which no property of the value can stand before. */
const getter = (/** @type {string | symbol} */ name) => /** @type {any} */ (Object.getOwnPropertyDescriptor(typedArray, name)).get;
const kindOf = getter(Symbol.toStringTag);
const bufferOf = getter('buffer');
const offsetOf = getter('byteOffset');
const lengthOf = getter('length');

/**
 * A failure of an argument, in the form in which the module tells its own.
 *
 * @param {string} name
 * @param {string} detail
 * @param {(string | number)[]} within keys and indexes from the innermost out; what does not look like a field's name may be somebody's
 */
function misfit(name, detail, within = []) {
  const steps = within.reverse().map((step) => (/^[0-9A-Za-z]{1,32}$/.test(String(step)) ? step : '?'));
  return JSON.stringify({ code: 'INP001', path: ['', name, ...steps].join('/'), params: {}, detail: `${name}: ${detail}` });
}

/** A value that JSON would leave out or make another of, and where it stands. */
class Unfit {
  /** @param {string} what */
  constructor(what) {
    this.what = what;
    /** @type {(string | number)[]} */
    this.within = [];
  }
}

/**
 * What JSON would pass over in silence: numbers that are none and invalid dates become `null`, functions vanish, a `Map` is `{}`.
 * Fields that are `undefined` are fields that are missing.
 *
 * @param {any} value
 * @param {string | number} key
 * @returns {Unfit | undefined}
 */
function unfit(value, key) {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return undefined;
    case 'number':
      return Number.isFinite(value) ? undefined : new Unfit(`${value} is no number of JSON`);
    case 'object':
      return value === null ? undefined : unfitWithin(value, key);
    default:
      return new Unfit(`${typeof value} is no value of JSON`);
  }
}

/**
 * @param {any} value
 * @param {string | number} key
 */
function unfitWithin(value, key) {
  let found;
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1) {
      if ((found = unfit(value[at], at))) return inside(found, at);
    }
    return undefined;
  }
  if (typeof value.toJSON === 'function') {
    const written = value.toJSON(key);
    return written === null ? new Unfit('it says that it is nothing') : unfit(written, key);
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    const kind = Object.prototype.toString.call(value);
    if (CLOSED.test(kind)) return new Unfit(`${kind} is no value of JSON`);
    if (/^\[object (?:Number|String|Boolean)\]$/.test(kind)) return unfit(value.valueOf(), key);
    const given = givenByClass(value, prototype);
    if (given) return inside(new Unfit('a class gives it by a getter, which JSON leaves out: hand over a plain object'), given);
  }
  for (const field in value) {
    const held = value[field];
    if (typeof held === 'string' || held === undefined || !Object.hasOwn(value, field)) continue;
    if ((found = unfit(held, field))) return inside(found, field);
  }
  return undefined;
}

/**
 * A field that a class gives by a getter, which `JSON.stringify` does not look at: an option would be left out as if nobody had set it.
 * What a class tells of its fields beside them, by getters alone, is no field.
 *
 * @param {any} value
 * @param {any} prototype
 */
function givenByClass(value, prototype) {
  const holdsNothing = Object.keys(value).length === 0;
  for (let above = prototype; above !== null && above !== Object.prototype; above = Object.getPrototypeOf(above)) {
    for (const [field, { get, set }] of Object.entries(Object.getOwnPropertyDescriptors(above))) {
      if (get && (set || holdsNothing) && field !== '__proto__') return field;
    }
  }
  return undefined;
}

/**
 * @param {Unfit} found
 * @param {string | number} step
 */
function inside(found, step) {
  found.within.push(step);
  return found;
}

/** As deep as the readers of the modules go. */
const DEEPEST = 128;
const TOO_DEEP = 'it is nested too deeply';

/**
 * Why a value has no JSON: it holds itself, or goes too deep. Asked only where it has none.
 *
 * @param {any} value
 * @param {any[]} around
 * @returns {Unfit | undefined}
 */
function endless(value, around = []) {
  if (typeof value !== 'object' || value === null) return undefined;
  if (around.includes(value)) return new Unfit('it holds itself');
  if (around.length >= DEEPEST) return new Unfit(TOO_DEEP);
  for (const field of Object.keys(value)) {
    const found = endless(value[field], [...around, value]);
    // A path as long as that helps nobody.
    if (found) return found.what === TOO_DEEP ? found : inside(found, Array.isArray(value) ? Number(field) : field);
  }
  return undefined;
}

/**
 * The JSON of an argument.
 *
 * @param {string} name
 * @param {unknown} value
 */
export function json(name, value) {
  let text;
  /** @type {Unfit | undefined} */
  let found;
  try {
    text = JSON.stringify(value);
  } catch {
    // A circle, a BigInt, a getter that throws: the walk may say where.
  }
  try {
    found = value === undefined ? undefined : unfit(value, '');
  } catch {
    text = undefined;
  }
  try {
    if (text === undefined) found ??= endless(value);
  } catch {
    // A getter or a proxy that throws.
  }
  if (found) throw misfit(name, found.what, found.within);
  if (text === undefined) throw misfit(name, 'it is missing, or no value of JSON');
  if (text.length > MOST_LETTERS) throw misfit(name, `it is longer than ${MOST_LETTERS} letters`);
  return text;
}

/**
 * The bytes of an argument.
 *
 * @param {string} name
 * @param {any} value
 */
export function bytes(name, value) {
  if (kindOf.call(value) !== 'Uint8Array') throw misfit(name, 'expected a Uint8Array');
  if (lengthOf.call(value) > MOST_BYTES) throw misfit(name, `it is larger than ${MOST_BYTES} bytes`);
  try {
    // Of a buffer that was handed to a worker nothing is left, and no view of it can be made.
    return new Uint8Array(bufferOf.call(value), offsetOf.call(value), lengthOf.call(value));
  } catch {
    throw misfit(name, 'its buffer was transferred: nothing is left of it');
  }
}

/**
 * The bytes of an argument that is an array of them.
 *
 * @param {string} name
 * @param {any} value
 */
export function lists(name, value) {
  let items;
  try {
    items = Array.isArray(value) ? Array.from(value) : undefined;
  } catch {
    // A proxy that throws.
  }
  if (!items) throw misfit(name, 'expected an array of Uint8Arrays');
  return items.map((item, at) => bytes(`${name}/${at}`, item));
}
