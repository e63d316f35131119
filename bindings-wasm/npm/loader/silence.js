// What people are called and reached by, and words that may speak of anybody, print silently: `console.log` shows that it is there, not
// what it is. It is read, copied, compared and written as JSON like any other field.

/**
 * What is done to the answers that hold people, by the call. Which do, and where in them, is read from the types when the package is
 * built.
 *
 * @param {{ types: Record<string, Record<string, number | string>>, calls: Record<string, string> }} personal by type its fields: 0 for
 * one that prints silently, the name of a type for one that holds such or a list of them, `*` before it for what stands under names
 * @returns {Record<string, (answer: any) => any>}
 */
export function silently({ types, calls }) {
  /**
   * @param {string} type
   * @param {any} value
   */
  function silenced(type, value) {
    if (Array.isArray(value)) value.forEach((item) => silenced(type, item));
    else if (value && type[0] === '*') Object.values(value).forEach((item) => silenced(type.slice(1), item));
    else if (value) {
      for (const [field, within] of Object.entries(types[type])) {
        if (within) silenced(/** @type {string} */ (within), value[field]);
        else silence(value, field);
      }
    }
    return value;
  }
  return Object.fromEntries(
    Object.entries(calls).map(([call, type]) => [call, (/** @type {any} */ answer) => silenced(type, answer)]),
  );
}

/**
 * Makes a field of a record print silently, in place.
 *
 * @param {Record<string, any>} record
 * @param {string} field
 */
function silence(record, field) {
  let value = record[field];
  if (value === undefined || value === null) return;
  Object.defineProperty(record, field, {
    enumerable: true,
    configurable: true,
    get: () => value,
    set: (next) => {
      value = next;
    },
  });
}
