/**
 * What is done to the answers that hold people, by the call: none of them does.
 *
 * @type {Record<string, (answer: any) => any>}
 */
export const silently = {};
