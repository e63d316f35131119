// Names and telephone numbers of people print silently: `console.log(plan)` shows that they are there, not what they
// are. They are read, copied, compared and written as JSON like any other field.

const PERSONAL = ['name', 'phone'];

/** @param {Record<string, any>} record */
function silence(record) {
  for (const field of PERSONAL) {
    let value = record[field];
    if (typeof value !== 'string') continue;
    Object.defineProperty(record, field, {
      enumerable: true,
      configurable: true,
      get: () => value,
      set: (next) => {
        value = next;
      },
    });
  }
}

/** @param {any} plan */
function silencePlan(plan) {
  for (const people of Object.values(plan.team)) people.forEach(silence);
  return plan;
}

/**
 * What is done to the answers that hold people, by the call.
 *
 * @type {Record<string, (answer: any) => any>}
 */
export const silently = {
  readPlan: silencePlan,
  pair: silencePlan,
  amendPlan: (amended) => {
    silencePlan(amended.plan);
    return amended;
  },
  readAnnex: (read) => {
    silencePlan(read.plan);
    return read;
  },
};
