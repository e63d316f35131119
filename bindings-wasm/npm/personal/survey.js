import { silence } from '../loader/silence.js';

/** Words somebody wrote may speak of anybody, and a code is anonymous only as long as it does not stand beside answers.
 * @param {any[]} responses
 */
function silenceResponses(responses) {
  for (const response of responses) {
    silence(response, ['code']);
    for (const answer of Object.values(response.answers)) silence(answer, ['text']);
  }
  return responses;
}

/**
 * What is done to the answers that hold people, by the call.
 *
 * @type {Record<string, (answer: any) => any>}
 */
export const silently = {
  readResponses: silenceResponses,
  importAnswers: (imported) => {
    silenceResponses(imported.responses);
    return imported;
  },
};
