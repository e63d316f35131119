import { silence } from '../loader/silence.js';

const PERSONAL = ['name', 'phone'];

/** @param {any} plan */
function silencePlan(plan) {
  for (const people of Object.values(plan.team)) people.forEach((person) => silence(person, PERSONAL));
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
