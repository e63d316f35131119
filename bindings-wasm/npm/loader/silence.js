// What people are called and reached by prints silently: `console.log` shows that it is there, not what it is. It is read,
// copied, compared and written as JSON like any other field.

/**
 * Makes fields of a record print silently, in place.
 *
 * @template {Record<string, any>} R
 * @param {R} record
 * @param {string[]} fields
 * @returns {R}
 */
export function silence(record, fields) {
  for (const field of fields) {
    let value = record[field];
    if (value === undefined || value === null) continue;
    Object.defineProperty(record, field, {
      enumerable: true,
      configurable: true,
      get: () => value,
      set: (next) => {
        value = next;
      },
    });
  }
  return record;
}
